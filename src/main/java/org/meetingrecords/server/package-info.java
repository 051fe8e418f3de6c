/** Serves GraphQL over HTTP: the engine's set-up, scalars, errors, the schema as text. */
@NullMarked
package org.meetingrecords.server;

import org.jspecify.annotations.NullMarked;
