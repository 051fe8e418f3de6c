package org.meetingrecords.forum;

import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

/** All forums. */
public interface Forums extends ListCrudRepository<Forum, Long> {

  Optional<Forum> findBySlug(String slug);
}
