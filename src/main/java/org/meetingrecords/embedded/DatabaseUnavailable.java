package org.meetingrecords.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The database cannot be used, for a reason that one line tells and a person can act on. */
public final class DatabaseUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1;

  public DatabaseUnavailable(String line) {
    super(line);
  }

  public DatabaseUnavailable(String line, @Nullable Throwable cause) {
    super(line, cause);
  }

  /** Says why a folder could not be used. */
  static DatabaseUnavailable of(Path folder, IOException fault) {
    String reason = reason(fault);
    if (isDiskFull(reason)) {
      return new DatabaseUnavailable(
          "The disk is full: no space is left for " + folder + ".", fault);
    }
    if (fault instanceof AccessDeniedException || reason.contains("Read-only file system")) {
      return new DatabaseUnavailable(
          "The data folder " + folder + " cannot be written to (" + reason + "). " + ANOTHER_FOLDER,
          fault);
    }
    return new DatabaseUnavailable(
        "The data folder " + folder + " cannot be used: " + reason + ". " + ANOTHER_FOLDER, fault);
  }

  static final String ANOTHER_FOLDER = "RECORDS_DATA_DIRECTORY names another folder.";

  static boolean isDiskFull(String text) {
    return text.contains("No space left on device") || text.contains("Disk quota exceeded");
  }

  private static String reason(IOException fault) {
    if (fault instanceof AccessDeniedException denied) {
      return "access to " + denied.getFile() + " is denied";
    }
    if (fault instanceof FileSystemException system && system.getReason() != null) {
      return system.getFile() + ": " + system.getReason();
    }
    if (fault instanceof NoSuchFileException missing) {
      return missing.getFile() + " cannot be made or found";
    }
    return String.valueOf(fault.getMessage());
  }
}
