/** Files read strictly and in a stream: what is not as it should be is a fault with its line. */
@NullMarked
package org.meetingrecords.importing.files;

import org.jspecify.annotations.NullMarked;
