package org.meetingrecords.delegation;

import org.springframework.data.repository.ListCrudRepository;

/** All delegations. */
public interface Delegations extends ListCrudRepository<Delegation, Long> {}
