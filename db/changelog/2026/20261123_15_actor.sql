--liquibase formatted sql

--changeset meeting-records:20261123_15_actor
--comment: Whoever can send a delegation, be a member or hold a stance.
create domain actor_kind as text constraint actor_kind_values check (value in (
    'STATE', 'HISTORIC_STATE', 'TERRITORY', 'IGO', 'UN_ENTITY', 'SUPRANATIONAL', 'BLOC', 'REGIME',
    'GOVERNMENT_BODY', 'PARLIAMENTARY_GROUP', 'POLITICAL_PARTY', 'COALITION', 'INTERNATIONAL_COURT',
    'NGO', 'COMPANY', 'OTHER'));

create table actor (
  id bigint primary key default nextval('record_id') references record (id),
  slug slug not null unique,
  name filled_text not null,
  short_name filled_text,
  kind actor_kind not null,
  -- not unique: Yugoslavia's successor, for one, went on using its codes
  iso2 text,
  iso3 text,
  founded_from date,
  founded_to date,
  founded_precision date_precision,
  founded_as_recorded filled_text,
  dissolved_from date,
  dissolved_to date,
  dissolved_precision date_precision,
  dissolved_as_recorded filled_text,
  parent_id bigint references actor (id),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint actor_founded_span check (is_span(founded_from, founded_to, founded_precision, founded_as_recorded)),
  constraint actor_dissolved_span check (is_span(dissolved_from, dissolved_to, dissolved_precision, dissolved_as_recorded)),
  constraint actor_iso2_form check (iso2 ~ '^[A-Z]{2}$'),
  constraint actor_iso3_form check (iso3 ~ '^[A-Z]{3}$'),
  constraint actor_founded_before_dissolved check (founded_from <= dissolved_to),
  constraint actor_not_its_own_parent check (parent_id <> id)
);

create index actor_name_idx on actor (name, id);
create index actor_iso2_idx on actor (iso2);
create index actor_iso3_idx on actor (iso3);
create index actor_founded_idx on actor (founded_from, id);
create index actor_parent_id_idx on actor (parent_id);

create trigger actor_registered before insert or update on actor
  for each row execute function register_record('ACTOR');
create trigger actor_unregistered after delete on actor
  for each row execute function register_record('ACTOR');
--rollback drop table actor;
--rollback drop domain actor_kind;
