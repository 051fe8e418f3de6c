package org.meetingrecords.importing.loading;

import java.io.IOException;
import org.meetingrecords.importing.files.Input;

/**
 * Turns files of one format into rows of this database's tables, in which records are named by slug
 * or identifier. It resolves what only the format can know and leaves the rest to the loader.
 */
public interface Format {

  /** The word that the command line knows it by. */
  String name();

  void read(Input input, Loader loader) throws IOException;
}
