--liquibase formatted sql

--changeset meeting-records:20261123_59_decision
--comment: What a meeting decided and how.
create domain decision_method as text constraint decision_method_values check (value in (
    'CONSENSUS', 'WITHOUT_VOTE', 'RECORDED_VOTE', 'NON_RECORDED_VOTE', 'SECRET_BALLOT',
    'SILENCE_PROCEDURE', 'ACCLAMATION', 'UNKNOWN'));

create domain decision_result as text constraint decision_result_values check (value in (
    'ADOPTED', 'REJECTED', 'NOT_ADOPTED', 'VETOED', 'NO_ACTION_TAKEN', 'ADJOURNED', 'WITHDRAWN',
    'DEFERRED', 'UNKNOWN'));

create domain decision_level as text constraint decision_level_values check (value in (
    'WHOLE', 'PARAGRAPH', 'AMENDMENT', 'PROCEDURAL'));

create table decision (
  id bigint primary key default nextval('record_id') references record (id),
  slug slug not null unique,
  meeting_id bigint references meeting (id),
  title filled_text not null,
  symbol filled_text,
  draft_symbol filled_text,
  decided_from date,
  decided_to date,
  decided_precision date_precision,
  decided_as_recorded filled_text,
  decided_on date generated always as (
    case when decided_precision = 'DAY' and decided_from = decided_to then decided_from end) stored,
  year integer generated always as (
    case when extract(year from decided_from) = extract(year from decided_to)
      then extract(year from decided_from)::integer end) stored,
  sequence integer,
  method decision_method not null default 'UNKNOWN',
  result decision_result not null default 'UNKNOWN',
  -- none: not known
  levels decision_level[] not null default '{}',
  instrument_id bigint references instrument (id),
  draft_id bigint references instrument (id),
  agenda_item_id bigint,
  yes integer,
  no integer,
  abstain integer,
  absent integer,
  not_voting integer,
  majority_required filled_text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint decision_decided_span check (is_span(decided_from, decided_to, decided_precision, decided_as_recorded)),
  constraint decision_agenda_item_id_fkey foreign key (agenda_item_id, meeting_id)
    references agenda_item (id, meeting_id) deferrable initially deferred,
  constraint decision_agenda_item_of_its_meeting check (agenda_item_id is null or meeting_id is not null),
  constraint decision_levels_known check (array_position(levels, null) is null),
  constraint decision_sequence_counted check (sequence >= 0),
  constraint decision_votes_counted check (
    yes >= 0 and no >= 0 and abstain >= 0 and absent >= 0 and not_voting >= 0)
);

create index decision_meeting_id_idx on decision (meeting_id, sequence, id);
create index decision_decided_idx on decision (decided_from, id);
create index decision_symbol_idx on decision (symbol);
create index decision_instrument_id_idx on decision (instrument_id);
create index decision_draft_id_idx on decision (draft_id);
create index decision_agenda_item_id_idx on decision (agenda_item_id, meeting_id);

create trigger decision_registered before insert or update on decision
  for each row execute function register_record('DECISION');
create trigger decision_unregistered after delete on decision
  for each row execute function register_record('DECISION');
--rollback drop table decision;
--rollback drop domain decision_level;
--rollback drop domain decision_result;
--rollback drop domain decision_method;
