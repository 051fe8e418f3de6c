package org.meetingrecords.read;

/**
 * Where the words of a type's rows are found.
 *
 * @param stretches a table of indexed words: to which row they belong, their {@code configuration}
 *     and {@code words}
 * @param owner its column that points at the row
 * @param configurations what has the {@code name} of each configuration that some stretch has
 * @param configurationAt a function that gives the first of these names, the second, and so on
 * @param highlights a function of a row's id and the words wanted, as PostgreSQL's web search reads
 *     them, that gives rows of {@code snippet} and {@code language}
 */
public record FullText(
    String stretches,
    String owner,
    String configurations,
    String configurationAt,
    String highlights) {}
