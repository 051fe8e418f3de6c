package org.meetingrecords.read;

/**
 * What readers get of the database at the most.
 *
 * @param largestPage how many rows a page has
 * @param answerBytes how large the JSON of a root field is, or that of a list in an exported row
 * @param connections how many read at once
 * @param waiting how many more may wait for a connection
 * @param waitSeconds how long each of them waits
 * @param statementSeconds after how many seconds the database gives a statement up
 * @param requestSeconds after how many seconds a request with several statements is given up
 */
public record ReadLimits(
    int largestPage,
    long answerBytes,
    int connections,
    int waiting,
    int waitSeconds,
    int statementSeconds,
    int requestSeconds) {}
