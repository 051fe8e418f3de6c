/** Whoever can send a delegation, be a member, hold a stance or be the employer of an office. */
@NullMarked
package org.meetingrecords.actor;

import org.jspecify.annotations.NullMarked;
