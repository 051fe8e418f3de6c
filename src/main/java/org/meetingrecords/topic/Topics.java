package org.meetingrecords.topic;

import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

/** All topics. */
public interface Topics extends ListCrudRepository<Topic, Long> {

  Optional<Topic> findBySlug(String slug);
}
