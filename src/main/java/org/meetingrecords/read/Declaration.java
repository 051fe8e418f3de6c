package org.meetingrecords.read;

/**
 * What a feature tells the reader of its types beyond the conventions. A package has one, named after it, for all the
 * types whose tables it holds; it is a Spring bean.
 *
 * <p>By convention, and so without a declaration: type {@code TextVersion} is table {@code text_version}; field {@code
 * deliveredOn} is column {@code delivered_on}; a {@code DateSpan} field {@code held} is the columns {@code held_from},
 * {@code held_to}, {@code held_precision}, {@code held_as_recorded}; field {@code country} of an object type is the link
 * {@code country_id}; a list or connection of {@code Delegation} in type {@code Meeting} is the rows of {@code delegation}
 * whose {@code meeting_id} is the meeting's.
 */
public interface Declaration {
  void declare(Types types);
}
