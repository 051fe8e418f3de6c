/** Parliamentary corpora in ParlaMint TEI: {@code parlamint}. */
@NullMarked
package org.meetingrecords.importing.parlamint;

import org.jspecify.annotations.NullMarked;
