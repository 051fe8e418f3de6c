/**
 * Brings the database's tables to the level of this application, once, before anything uses them.
 */
@NullMarked
package org.meetingrecords.migration;

import org.jspecify.annotations.NullMarked;
