/** Who signed and ratified which treaty: {@code treaty-status}. */
@NullMarked
package org.meetingrecords.importing.treaties;

import org.jspecify.annotations.NullMarked;
