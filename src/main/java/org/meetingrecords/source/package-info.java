/** Where we know things from, what each source says, and what it says beyond this model. */
@NullMarked
package org.meetingrecords.source;

import org.jspecify.annotations.NullMarked;
