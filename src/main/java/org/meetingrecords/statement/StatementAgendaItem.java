package org.meetingrecords.statement;

/** The agenda item under which a statement was made. */
record StatementAgendaItem(Long agendaItemId) {}
