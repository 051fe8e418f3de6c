package org.meetingrecords.importing.files;

/** Where in the files something was read; line 0 means the file as a whole. */
public record Place(String file, long line) {

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
