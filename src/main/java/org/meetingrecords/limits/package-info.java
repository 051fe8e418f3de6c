/** What a request may cost, computed on its document before anything of it runs. */
@NullMarked
package org.meetingrecords.limits;

import org.jspecify.annotations.NullMarked;
