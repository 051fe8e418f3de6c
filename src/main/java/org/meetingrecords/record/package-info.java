/**
 * What all citable things share: one space of ids, names, identifiers, and times known only so far.
 */
@NullMarked
package org.meetingrecords.record;

import org.jspecify.annotations.NullMarked;
