package org.meetingrecords.proposition;

import org.springframework.data.repository.ListCrudRepository;

/** All stances. */
public interface Stances extends ListCrudRepository<Stance, Long> {}
