package org.meetingrecords.read;

/**
 * Finished JSON as PostgreSQL wrote it, in UTF-8: the answer to one root field, sent to the client untouched.
 *
 * @param utf8 the bytes of one JSON value; not copied, so not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // one owner, and never compared
public record Json(byte[] utf8) {}
