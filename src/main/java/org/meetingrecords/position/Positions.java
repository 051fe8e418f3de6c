package org.meetingrecords.position;

import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

/** All positions. */
public interface Positions extends ListCrudRepository<Position, Long> {

  Optional<Position> findBySlug(String slug);
}
