/** Our own interchange format: {@code bundle}. */
@NullMarked
package org.meetingrecords.importing.bundle;

import org.jspecify.annotations.NullMarked;
