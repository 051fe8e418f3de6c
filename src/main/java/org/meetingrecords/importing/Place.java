package org.meetingrecords.importing;

/** Where in the files something was read; line 0 means the file as a whole. */
record Place(String file, long line) {

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
