package org.meetingrecords.person;

import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

/** All people. */
public interface People extends ListCrudRepository<Person, Long> {

  Optional<Person> findBySlug(String slug);
}
