/** The pages for people: the first one and GraphiQL, served whole from here. */
@NullMarked
package org.meetingrecords.pages;

import org.jspecify.annotations.NullMarked;
