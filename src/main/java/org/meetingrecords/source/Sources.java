package org.meetingrecords.source;

import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

/** All sources. */
public interface Sources extends ListCrudRepository<Source, Long> {

  Optional<Source> findBySlug(String slug);
}
