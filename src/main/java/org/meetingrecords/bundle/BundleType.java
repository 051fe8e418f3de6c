package org.meetingrecords.bundle;

import java.util.List;

/**
 * What a line of a bundle, or an object in a line, holds.
 *
 * @param name as in the schema of the API, such as {@code Statement}
 * @param table where its rows are
 * @param record whether it is a citable thing, which has a slug
 * @param keyed whether others point at it by a key that holds within the bundle
 * @param fields in the order in which they are written, without {@code type} and {@code key}
 */
public record BundleType(
    String name, String table, boolean record, boolean keyed, List<BundleField> fields) {}
