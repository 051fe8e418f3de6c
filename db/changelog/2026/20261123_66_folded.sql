--liquibase formatted sql

--changeset meeting-records:20261123_66_folded splitStatements:false
--comment: A text without accents and capitals, as searches compare names.
-- The body is parsed now, so it finds unaccent whatever the search path is when an index asks.
create function folded(value text) returns text language sql immutable strict parallel safe
  return lower(unaccent('unaccent'::regdictionary, value));
--rollback drop function folded;
