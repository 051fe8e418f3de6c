/** Meeting Records: who met, who spoke for whom, what they said and where they stand. */
@NullMarked
package org.meetingrecords;

import org.jspecify.annotations.NullMarked;
