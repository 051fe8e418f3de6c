package org.meetingrecords.importing.bundle;

/** Why a line of a bundle cannot be taken in. */
final class WrongLine extends Exception {

  private static final long serialVersionUID = 1;

  WrongLine(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
