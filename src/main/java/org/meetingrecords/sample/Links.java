package org.meetingrecords.sample;

import java.util.Locale;
import org.meetingrecords.record.RecordReference;
import org.meetingrecords.record.RecordType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds what the sample links to by its slug. */
record Links(JdbcClient database) {

  /** A record of a known type: {@code japan}. */
  long find(RecordType type, String slug) {
    return database
        .sql("select id from record where type = :type and slug = :slug")
        .param("type", type.name())
        .param("slug", slug)
        .query(Long.class)
        .optional()
        .orElseThrow(() -> new IllegalStateException("There is no " + type + " " + slug + "."));
  }

  /** A record of any type: {@code actor/japan}. */
  RecordReference find(String path) {
    String[] names = path.split("/", 2);
    var type = RecordType.valueOf(names[0].toUpperCase(Locale.ROOT));
    return new RecordReference(find(type, names[1]), type);
  }

  /** A delegation, which has no slug of its own: {@code astop-16/japan}. */
  long findDelegation(String path) {
    String[] names = path.split("/", 2);
    return database
        .sql(
            """
            select delegation.id from delegation
            join meeting on meeting.id = delegation.meeting_id
            join actor on actor.id = delegation.actor_id
            where meeting.slug = :meeting and actor.slug = :actor
            """)
        .param("meeting", names[0])
        .param("actor", names[1])
        .query(Long.class)
        .single();
  }
}
