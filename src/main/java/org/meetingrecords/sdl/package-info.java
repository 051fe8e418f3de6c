/** Makes the whole schema out of the written one: what follows from types and declarations is not written by hand. */
@NullMarked
package org.meetingrecords.sdl;

import org.jspecify.annotations.NullMarked;
