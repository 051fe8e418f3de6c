package org.meetingrecords.migration;

/**
 * What a migration found and did: the level the tables are at now, and how many changes it took.
 */
public record Migration(String level, int applied) {

  @Override
  public String toString() {
    return "database is at %s, %d change%s applied"
        .formatted(level, applied, applied == 1 ? "" : "s");
  }
}
