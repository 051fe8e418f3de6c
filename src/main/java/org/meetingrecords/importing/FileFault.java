package org.meetingrecords.importing;

import java.io.IOException;

/** A file that cannot be read as what it should be, from some line on. */
final class FileFault extends IOException {

  private static final long serialVersionUID = 1;

  private final transient Place place;

  FileFault(Place place, String reason) {
    super(reason);
    this.place = place;
  }

  Place place() {
    return place;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
