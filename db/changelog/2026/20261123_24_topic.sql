--liquibase formatted sql

--changeset meeting-records:20261123_24_topic
--comment: Subjects from controlled vocabularies.
create table topic (
  id bigint primary key default nextval('record_id') references record (id),
  slug slug not null unique,
  scheme filled_text not null,
  notation filled_text,
  name filled_text not null,
  broader_id bigint references topic (id),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint topic_scheme_notation unique (scheme, notation),
  constraint topic_not_its_own_broader check (broader_id <> id)
);

create index topic_name_idx on topic (name, id);
create index topic_broader_id_idx on topic (broader_id);

create trigger topic_registered before insert or update on topic
  for each row execute function register_record('TOPIC');
create trigger topic_unregistered after delete on topic
  for each row execute function register_record('TOPIC');
--rollback drop table topic;
