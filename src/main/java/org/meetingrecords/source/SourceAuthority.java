package org.meetingrecords.source;

/** On whose authority a source speaks. */
enum SourceAuthority {
  OFFICIAL_RECORD,
  GOVERNMENT,
  SECRETARIAT,
  STATE_MEDIA,
  MEDIA,
  NGO_MONITOR,
  ACADEMIC,
  USER
}
