package org.meetingrecords.embedded;

/** A PostgreSQL that is there and lets us in. */
public sealed interface Database extends AutoCloseable permits EmbeddedDatabase, ExternalDatabase {

  Address address();

  /** Lets go of the database; an embedded one that we hold is stopped. */
  @Override
  void close();
}
