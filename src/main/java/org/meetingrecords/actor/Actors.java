package org.meetingrecords.actor;

import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

/** All actors. */
public interface Actors extends ListCrudRepository<Actor, Long> {

  Optional<Actor> findBySlug(String slug);
}
