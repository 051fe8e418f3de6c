package org.meetingrecords.limits;

/**
 * What a request costs.
 *
 * @param requested points: a node each, one for each count, a hundred for each list of counts, and
 *     at least one
 * @param nodes how many records and parts of records it touches at the most
 */
public record Cost(long requested, long nodes) {
  public static final Cost LEAST = new Cost(1, 0);
}
