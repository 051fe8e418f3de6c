/**
 * The database: an embedded PostgreSQL of our own in the data folder, or the one that the
 * environment names.
 */
@NullMarked
package org.meetingrecords.embedded;

import org.jspecify.annotations.NullMarked;
