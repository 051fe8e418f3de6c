/** What is said: contributions at a meeting, by whom, for whom, in which words, about what. */
@NullMarked
package org.meetingrecords.statement;

import org.jspecify.annotations.NullMarked;
