/** The debates of the United Nations Security Council: {@code unsc-debates}. */
@NullMarked
package org.meetingrecords.importing.council;

import org.jspecify.annotations.NullMarked;
