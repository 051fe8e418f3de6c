package org.meetingrecords.importing;

/** Ends an import of which nothing is kept; the report says why. */
final class Stopped extends RuntimeException {

  private static final long serialVersionUID = 1;

  Stopped(Throwable cause) {
    super(cause);
  }

  Stopped() {}
}
