/**
 * Exports: the nodes of a query's connection as a file, whole, in one of several formats, streamed
 * from one snapshot of the database.
 */
@NullMarked
package org.meetingrecords.export;

import org.jspecify.annotations.NullMarked;
