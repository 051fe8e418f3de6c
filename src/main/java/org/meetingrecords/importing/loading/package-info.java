/** Takes rows in and merges them into the tables, all or nothing; knows no format. */
@NullMarked
package org.meetingrecords.importing.loading;

import org.jspecify.annotations.NullMarked;
