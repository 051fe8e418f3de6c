/** One box over records of all types. */
@NullMarked
package org.meetingrecords.search;

import org.jspecify.annotations.NullMarked;
