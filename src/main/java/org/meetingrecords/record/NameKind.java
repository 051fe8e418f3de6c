package org.meetingrecords.record;

/** What a name is to the one it names. */
public enum NameKind {
  OFFICIAL,
  SHORT,
  FORMER,
  ALIAS,
  TRANSLITERATION,
  ORIGINAL_SCRIPT
}
