/** What printed names mean: states by code and day, organisations, offices, people. */
@NullMarked
package org.meetingrecords.importing.names;

import org.jspecify.annotations.NullMarked;
