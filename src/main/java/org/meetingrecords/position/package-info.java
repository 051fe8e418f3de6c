/** Offices, and who held them as far as sources show it. */
@NullMarked
package org.meetingrecords.position;

import org.jspecify.annotations.NullMarked;
