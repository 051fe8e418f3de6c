/** Treaties, resolutions, declarations and arrangements, and what states do with them. */
@NullMarked
package org.meetingrecords.instrument;

import org.jspecify.annotations.NullMarked;
