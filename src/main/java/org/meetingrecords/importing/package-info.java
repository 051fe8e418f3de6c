/** Brings other people's files into the database: one package a format, one loader for all. */
@NullMarked
package org.meetingrecords.importing;

import org.jspecify.annotations.NullMarked;
