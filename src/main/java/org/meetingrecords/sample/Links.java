package org.meetingrecords.sample;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.meetingrecords.record.RecordReference;
import org.meetingrecords.record.RecordType;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds what the sample links to by its slug; what was not there yet is looked up with all else.
 */
class Links {

  private static final String ALL =
      """
      /* Links.learn */
      select lower(type) || '/' || slug as path, id from record
      union all
      select 'delegation/' || meeting.slug || '/' || actor.slug, delegation.id
      from delegation
      join meeting on meeting.id = delegation.meeting_id
      join actor on actor.id = delegation.actor_id
      """;

  private final JdbcClient database;
  private final Map<String, Long> ids = new HashMap<>();

  Links(JdbcClient database) {
    this.database = database;
  }

  /** A record of a known type: {@code japan}. */
  long find(RecordType type, String slug) {
    return known(type.name().toLowerCase(Locale.ROOT) + '/' + slug);
  }

  /** A record of any type: {@code actor/japan}. */
  RecordReference find(String path) {
    String type = path.substring(0, path.indexOf('/'));
    return new RecordReference(known(path), RecordType.valueOf(type.toUpperCase(Locale.ROOT)));
  }

  /** A delegation, which has no slug of its own: {@code astop-16/japan}. */
  long findDelegation(String path) {
    return known("delegation/" + path);
  }

  private long known(String path) {
    if (!ids.containsKey(path)) {
      learn();
    }
    Long id = ids.get(path);
    if (id == null) {
      throw new IllegalStateException("There is no " + path + ".");
    }
    return id;
  }

  private void learn() {
    database
        .sql(ALL)
        .query(
            row -> {
              ids.put(row.getString("path"), row.getLong("id"));
            });
  }
}
