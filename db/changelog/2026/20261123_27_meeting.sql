--liquibase formatted sql

--changeset meeting-records:20261123_27_meeting
--comment: Editions, sessions and sittings of a forum.
create domain meeting_mode as text constraint meeting_mode_values check (value in (
    'IN_PERSON', 'VIRTUAL', 'HYBRID', 'WRITTEN', 'UNKNOWN'));

create domain meeting_status as text constraint meeting_status_values check (value in (
    'PLANNED', 'HELD', 'CANCELLED', 'POSTPONED', 'SUSPENDED', 'RESUMED', 'UNKNOWN'));

create domain meeting_access as text constraint meeting_access_values check (value in (
    'OPEN', 'CLOSED', 'PRIVATE', 'UNKNOWN'));

create domain completeness as text constraint completeness_values check (value in (
    'COMPLETE', 'PARTIAL', 'UNKNOWN'));

create table meeting (
  id bigint primary key default nextval('record_id') references record (id),
  slug slug not null unique,
  title filled_text not null,
  forum_id bigint references forum (id),
  ordinal integer,
  held_from date,
  held_to date,
  held_precision date_precision,
  held_as_recorded filled_text,
  starts_on date generated always as (case when held_precision = 'DAY' then held_from end) stored,
  ends_on date generated always as (case when held_precision = 'DAY' then held_to end) stored,
  year integer generated always as (extract(year from held_from)::integer) stored,
  mode meeting_mode not null default 'UNKNOWN',
  status meeting_status not null default 'UNKNOWN',
  access meeting_access not null default 'UNKNOWN',
  city filled_text,
  country_id bigint references actor (id),
  declared_participants integer,
  declared_participants_as_recorded filled_text,
  participation completeness not null default 'UNKNOWN',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint meeting_held_span check (is_span(held_from, held_to, held_precision, held_as_recorded)),
  constraint meeting_ordinal_positive check (ordinal > 0),
  constraint meeting_declared_participants_counted check (declared_participants >= 0)
);

create index meeting_held_idx on meeting (held_from, id);
create index meeting_title_idx on meeting (title, id);
create index meeting_ordinal_idx on meeting (ordinal, id);
create index meeting_forum_id_idx on meeting (forum_id, held_from, id);
create index meeting_country_id_idx on meeting (country_id);

create trigger meeting_registered before insert or update on meeting
  for each row execute function register_record('MEETING');
create trigger meeting_unregistered after delete on meeting
  for each row execute function register_record('MEETING');
--rollback drop table meeting;
--rollback drop domain completeness;
--rollback drop domain meeting_access;
--rollback drop domain meeting_status;
--rollback drop domain meeting_mode;
