/** The project's own interchange format: what a line of it holds, and how one is written. */
@NullMarked
package org.meetingrecords.bundle;

import org.jspecify.annotations.NullMarked;
