/** Subjects from controlled vocabularies. */
@NullMarked
package org.meetingrecords.topic;

import org.jspecify.annotations.NullMarked;
