/** Counts for charts and facets; imports features, and nobody imports it. */
@NullMarked
package org.meetingrecords.statistics;

import org.jspecify.annotations.NullMarked;
