/** People, as public records show them in public roles. */
@NullMarked
package org.meetingrecords.person;

import org.jspecify.annotations.NullMarked;
