/** Reads a request's selection in one SQL statement for each root field; knows no feature. */
@NullMarked
package org.meetingrecords.read;

import org.jspecify.annotations.NullMarked;
