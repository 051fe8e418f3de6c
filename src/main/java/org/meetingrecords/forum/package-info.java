/** Bodies and series of meetings. */
@NullMarked
package org.meetingrecords.forum;

import org.jspecify.annotations.NullMarked;
