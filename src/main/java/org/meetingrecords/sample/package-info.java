/**
 * The records of a first look: one meeting with all that belongs to it, put into an empty database.
 */
@NullMarked
package org.meetingrecords.sample;

import org.jspecify.annotations.NullMarked;
