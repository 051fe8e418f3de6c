package org.meetingrecords.cli;

/** The application did not start. Why was logged, unless it is a fault that a line tells. */
final class NotStarted extends RuntimeException {

  private static final long serialVersionUID = 1;

  NotStarted(RuntimeException cause) {
    super(cause);
  }
}
