--liquibase formatted sql

--changeset meeting-records:20261123_67_searched_names
--comment: Whatever a record is called can be searched, misspelled too.
create index name_searched_idx on name using gin (folded(text) gin_trgm_ops);
create index identifier_value_searched_idx on identifier (lower(value) text_pattern_ops);
create index forum_name_searched_idx on forum using gin (folded(name) gin_trgm_ops);
create index forum_acronym_searched_idx on forum using gin (folded(acronym) gin_trgm_ops);
create index meeting_title_searched_idx on meeting using gin (folded(title) gin_trgm_ops);
create index actor_name_searched_idx on actor using gin (folded(name) gin_trgm_ops);
create index actor_short_name_searched_idx on actor using gin (folded(short_name) gin_trgm_ops);
create index actor_iso3_searched_idx on actor using gin (folded(iso3) gin_trgm_ops);
create index person_name_searched_idx on person using gin (folded(name) gin_trgm_ops);
create index position_title_searched_idx on position using gin (folded(title) gin_trgm_ops);
create index statement_title_searched_idx on statement using gin (folded(title) gin_trgm_ops);
create index topic_name_searched_idx on topic using gin (folded(name) gin_trgm_ops);
create index instrument_title_searched_idx on instrument using gin (folded(title) gin_trgm_ops);
create index instrument_short_name_searched_idx on instrument using gin (folded(short_name) gin_trgm_ops);
create index instrument_symbol_searched_idx on instrument using gin (folded(symbol) gin_trgm_ops);
create index proposition_wording_searched_idx on proposition using gin (folded(wording) gin_trgm_ops);
create index decision_title_searched_idx on decision using gin (folded(title) gin_trgm_ops);
create index decision_symbol_searched_idx on decision using gin (folded(symbol) gin_trgm_ops);
create index source_title_searched_idx on source using gin (folded(title) gin_trgm_ops);
--rollback drop index source_title_searched_idx;
--rollback drop index decision_symbol_searched_idx;
--rollback drop index decision_title_searched_idx;
--rollback drop index proposition_wording_searched_idx;
--rollback drop index instrument_symbol_searched_idx;
--rollback drop index instrument_short_name_searched_idx;
--rollback drop index instrument_title_searched_idx;
--rollback drop index topic_name_searched_idx;
--rollback drop index statement_title_searched_idx;
--rollback drop index position_title_searched_idx;
--rollback drop index person_name_searched_idx;
--rollback drop index actor_iso3_searched_idx;
--rollback drop index actor_short_name_searched_idx;
--rollback drop index actor_name_searched_idx;
--rollback drop index meeting_title_searched_idx;
--rollback drop index forum_acronym_searched_idx;
--rollback drop index forum_name_searched_idx;
--rollback drop index identifier_value_searched_idx;
--rollback drop index name_searched_idx;
