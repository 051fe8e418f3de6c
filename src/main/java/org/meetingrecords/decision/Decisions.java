package org.meetingrecords.decision;

import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

/** All decisions. */
public interface Decisions extends ListCrudRepository<Decision, Long> {

  Optional<Decision> findBySlug(String slug);
}
