package org.meetingrecords.embedded;

/** Waiting for something that tells nobody when it is done. */
final class Pause {

  private Pause() {}

  static void brief() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailable("Interrupted while waiting for the database.", interrupted);
    }
  }
}
