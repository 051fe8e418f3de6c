/**
 * Where actors stand: claims that one can be for or against, and stances on them with their
 * evidence.
 */
@NullMarked
package org.meetingrecords.proposition;

import org.jspecify.annotations.NullMarked;
