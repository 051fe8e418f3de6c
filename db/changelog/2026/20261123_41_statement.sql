--liquibase formatted sql

--changeset meeting-records:20261123_41_statement
--comment: Contributions at a meeting, in order.
create domain statement_kind as text constraint statement_kind_values check (value in (
    'SPEECH', 'KEYNOTE', 'GENERAL_DEBATE', 'INTERVENTION', 'INTRODUCTION_OF_PROPOSAL',
    'THEMATIC_DEBATE', 'OPENING', 'CLOSING', 'EXPLANATION_OF_VOTE', 'EXPLANATION_OF_VOTE_BEFORE',
    'EXPLANATION_OF_VOTE_AFTER', 'EXPLANATION_OF_POSITION', 'RIGHT_OF_REPLY', 'POINT_OF_ORDER',
    'PROCEDURAL_MOTION', 'JOINT_STATEMENT', 'CHAIR_STATEMENT', 'CHAIR_SUMMARY', 'BRIEFING',
    'QUESTION', 'ANSWER', 'TRIBUTE', 'SECRETARIAT_STATEMENT', 'WRITTEN_STATEMENT', 'RECOMMENDATION',
    'NARRATIVE', 'OTHER'));

create domain delivery as text constraint delivery_values check (value in (
    'SPOKEN', 'READ_OUT', 'VIDEO_MESSAGE', 'WRITTEN_ONLY', 'UNKNOWN'));

create table statement (
  id bigint primary key default nextval('record_id') references record (id),
  slug slug not null unique,
  meeting_id bigint not null references meeting (id),
  part_id bigint,
  delegation_id bigint,
  -- its delegation's actor, so that one index serves "by whom" and "when"
  actor_id bigint references actor (id),
  sequence integer,
  kind statement_kind not null,
  delivery delivery not null default 'UNKNOWN',
  delivered_from date,
  delivered_to date,
  delivered_precision date_precision,
  delivered_as_recorded filled_text,
  delivered_on date generated always as (
    case when delivered_precision = 'DAY' and delivered_from = delivered_to then delivered_from end) stored,
  year integer generated always as (
    case when extract(year from delivered_from) = extract(year from delivered_to)
      then extract(year from delivered_from)::integer end) stored,
  time_of_day filled_text,
  title filled_text,
  attribution filled_text,
  language language_tag,
  summary filled_text,
  -- of its ORIGINAL text, else of the first that holds words
  word_count integer,
  procedural boolean not null default false,
  in_reply_to_id bigint references statement (id),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint statement_delivered_span check (is_span(delivered_from, delivered_to, delivered_precision, delivered_as_recorded)),
  constraint statement_part_id_fkey foreign key (part_id, meeting_id)
    references meeting_part (id, meeting_id) deferrable initially deferred,
  constraint statement_delegation_id_fkey foreign key (delegation_id, meeting_id) references delegation (id, meeting_id),
  constraint statement_meeting_sequence unique (meeting_id, sequence) deferrable initially deferred,
  constraint statement_sequence_counted check (sequence >= 0),
  constraint statement_not_in_reply_to_itself check (in_reply_to_id <> id)
);

create index statement_meeting_id_idx on statement (meeting_id, sequence, id);
create index statement_actor_id_idx on statement (actor_id, delivered_from, id);
create index statement_delivered_idx on statement (delivered_from, id);
create index statement_word_count_idx on statement (word_count, id);
create index statement_part_id_idx on statement (part_id, meeting_id);
create index statement_delegation_id_idx on statement (delegation_id, meeting_id);
create index statement_in_reply_to_id_idx on statement (in_reply_to_id);

create trigger statement_registered before insert or update on statement
  for each row execute function register_record('STATEMENT', 'actor_id', 'word_count');
create trigger statement_unregistered after delete on statement
  for each row execute function register_record('STATEMENT');
--rollback drop table statement;
--rollback drop domain delivery;
--rollback drop domain statement_kind;
