package org.meetingrecords.server;

import graphql.ErrorClassification;

/** What {@code extensions.code} of an error says. */
enum ErrorCode implements ErrorClassification {
  /** The document, a variable or an argument is wrong; the message says which. */
  BAD_USER_INPUT,
  /** The hash of a document that is not known: send the document with it. */
  PERSISTED_QUERY_NOT_FOUND,
  /** Nothing is at this path. */
  NOT_FOUND,
  /** The question is larger than can be answered at once. */
  QUERY_TOO_COMPLEX,
  /** This client has asked for as much as it may for now. */
  RATE_LIMITED,
  /** The database gave up after its time limit. */
  TIMEOUT,
  /** The database cannot be reached at the moment. */
  UNAVAILABLE,
  /** The fault is the server's. */
  INTERNAL
}
