package org.meetingrecords.proposition;

import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

/** All propositions. */
public interface Propositions extends ListCrudRepository<Proposition, Long> {

  Optional<Proposition> findBySlug(String slug);
}
