/** Meetings, with what they consist of, their programme and who hosts and chairs them. */
@NullMarked
package org.meetingrecords.meeting;

import org.jspecify.annotations.NullMarked;
