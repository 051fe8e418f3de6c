package org.meetingrecords.statement;

import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

/** All statements. */
public interface Statements extends ListCrudRepository<Statement, Long> {

  Optional<Statement> findBySlug(String slug);
}
