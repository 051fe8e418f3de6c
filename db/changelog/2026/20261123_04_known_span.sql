--liquibase formatted sql

--changeset meeting-records:20261123_04_known_span splitStatements:false
--comment: The days on which something with a start and an end surely was, for the rule against overlaps.
-- A side that nobody knows is open. Start and end inside one month or year leave no sure day between them.
create function known_span(started_from date, started_to date, ended_from date, ended_to date) returns daterange
  language sql immutable parallel safe
  return case
    when coalesce(started_to, started_from) > coalesce(ended_from, ended_to) then 'empty'::daterange
    else daterange(coalesce(started_to, started_from), coalesce(ended_from, ended_to), '[]')
  end;
--rollback drop function known_span;
