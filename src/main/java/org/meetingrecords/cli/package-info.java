/** The commands of the application, and the words and exit statuses it ends with. */
@NullMarked
package org.meetingrecords.cli;

import org.jspecify.annotations.NullMarked;
