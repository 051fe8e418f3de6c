/** What meetings decided and how, and who voted what. */
@NullMarked
package org.meetingrecords.decision;

import org.jspecify.annotations.NullMarked;
