/** Who is in the room: actors at meetings, and the people who came for them. */
@NullMarked
package org.meetingrecords.delegation;

import org.jspecify.annotations.NullMarked;
