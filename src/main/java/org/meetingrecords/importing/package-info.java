/** Brings other people's files into the database: one reader a format, one loader for all. */
@NullMarked
package org.meetingrecords.importing;

import org.jspecify.annotations.NullMarked;
