package org.meetingrecords.meeting;

import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

/** All meetings. */
public interface Meetings extends ListCrudRepository<Meeting, Long> {

  Optional<Meeting> findBySlug(String slug);
}
