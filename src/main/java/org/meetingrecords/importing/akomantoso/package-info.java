/** Debates of parliaments in Akoma Ntoso: {@code akoma-ntoso}. */
@NullMarked
package org.meetingrecords.importing.akomantoso;

import org.jspecify.annotations.NullMarked;
