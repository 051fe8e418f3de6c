--liquibase formatted sql

--changeset meeting-records:20261123_54_proposition
--comment: Claims that one can be for or against.
create table proposition (
  id bigint primary key default nextval('record_id') references record (id),
  slug slug not null unique,
  wording filled_text not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create trigger proposition_registered before insert or update on proposition
  for each row execute function register_record('PROPOSITION');
create trigger proposition_unregistered after delete on proposition
  for each row execute function register_record('PROPOSITION');
--rollback drop table proposition;
