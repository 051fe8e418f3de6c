/** The United Nations General Assembly: {@code ungdc} and {@code unga-votes}. */
@NullMarked
package org.meetingrecords.importing.assembly;

import org.jspecify.annotations.NullMarked;
