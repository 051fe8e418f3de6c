package org.meetingrecords.read;

/**
 * What readers get of the database at the most.
 *
 * @param largestPage how many rows a page has
 * @param connections how many read at once
 * @param waiting how many more may wait for a connection
 * @param waitSeconds how long each of them waits
 * @param statementSeconds after how many seconds the database gives a statement up
 * @param requestSeconds after how many seconds a request with several statements is given up
 */
public record ReadLimits(
    int largestPage,
    int connections,
    int waiting,
    int waitSeconds,
    int statementSeconds,
    int requestSeconds) {}
