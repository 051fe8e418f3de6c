package org.meetingrecords.importing.loading;

/** Ends an import of which nothing is kept; the report says why. */
public final class Stopped extends RuntimeException {

  private static final long serialVersionUID = 1;

  public Stopped(Throwable cause) {
    super(cause);
  }

  public Stopped() {}
}
