package org.meetingrecords.instrument;

import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

/** All instruments. */
public interface Instruments extends ListCrudRepository<Instrument, Long> {

  Optional<Instrument> findBySlug(String slug);
}
