/** What several formats put on stage alike: sources, meetings, office-holders, votes, texts. */
@NullMarked
package org.meetingrecords.importing.staging;

import org.jspecify.annotations.NullMarked;
