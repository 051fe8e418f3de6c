--liquibase formatted sql

--changeset meeting-records:20261123_19_person
--comment: People, as public records show them in public roles.
create table person (
  id bigint primary key default nextval('record_id') references record (id),
  slug slug not null unique,
  name filled_text not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create index person_name_idx on person (name, id);

create trigger person_registered before insert or update on person
  for each row execute function register_record('PERSON');
create trigger person_unregistered after delete on person
  for each row execute function register_record('PERSON');
--rollback drop table person;
