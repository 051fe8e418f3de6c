package org.meetingrecords.importing.files;

import java.io.IOException;

/** A file that cannot be read as what it should be, from some line on. */
public final class FileFault extends IOException {

  private static final long serialVersionUID = 1;

  private final transient Place place;

  public FileFault(Place place, String reason) {
    super(reason);
    this.place = place;
  }

  public Place place() {
    return place;
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
