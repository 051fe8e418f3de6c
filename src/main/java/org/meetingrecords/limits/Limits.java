package org.meetingrecords.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one request may ask for. A fragment counts each time it is used.
 *
 * @param nodes how many records and parts of records it may touch
 * @param page how many rows a page has
 * @param listSize how long a list without a page is taken to be
 * @param depth how many fields below one another
 * @param fields how many fields in all
 * @param aliases how many fields under another name
 * @param directives how many directives
 * @param rootFields how many fields of {@code Query}
 * @param tokens how many tokens the document has
 * @param body how large the HTTP body is
 * @param answer how large the JSON of a root field is, or that of a list in one row of an export
 */
@ConfigurationProperties("records.limits")
public record Limits(
    @DefaultValue("10000") long nodes,
    @DefaultValue("100") int page,
    @DefaultValue("5") int listSize,
    @DefaultValue("20") int depth,
    @DefaultValue("1000") int fields,
    @DefaultValue("30") int aliases,
    @DefaultValue("20") int directives,
    @DefaultValue("20") int rootFields,
    @DefaultValue("5000") int tokens,
    @DefaultValue("128KB") DataSize body,
    @DefaultValue("16MB") DataSize answer) {

  /** How many rows a page has where nobody says it. */
  public static final int USUAL_PAGE = 20;
}
