package org.meetingrecords.position;

import org.springframework.data.repository.ListCrudRepository;

/** All tenures. */
public interface Tenures extends ListCrudRepository<Tenure, Long> {}
