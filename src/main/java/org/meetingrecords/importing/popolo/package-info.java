/** People, organizations and votes in Popolo JSON: {@code popolo}. */
@NullMarked
package org.meetingrecords.importing.popolo;

import org.jspecify.annotations.NullMarked;
