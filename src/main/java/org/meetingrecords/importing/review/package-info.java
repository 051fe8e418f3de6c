/** The Universal Periodic Review: {@code upr}. */
@NullMarked
package org.meetingrecords.importing.review;

import org.jspecify.annotations.NullMarked;
