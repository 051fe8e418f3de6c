package org.meetingrecords.read;

import java.util.List;

/**
 * What a client sent cannot be answered. The message is for the client: it names the argument and what it takes, and
 * nothing of our own inside.
 */
public final class BadInput extends RuntimeException {
  private final List<String> field;

  public BadInput(String message) {
    this(message, List.of());
  }

  private BadInput(String message, List<String> field) {
    super(message, null, false, false);
    this.field = field;
  }

  /** The same, below one more response key: nested fields are read with their root field and still named. */
  BadInput under(String responseKey) {
    return new BadInput(
        String.valueOf(getMessage()),
        java.util.stream.Stream.concat(java.util.stream.Stream.of(responseKey), field.stream()).toList());
  }

  /** Response keys from the root field's own children down to the field whose argument was refused. */
  public List<String> field() {
    return field;
  }
}
