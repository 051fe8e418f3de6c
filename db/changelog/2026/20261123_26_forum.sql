--liquibase formatted sql

--changeset meeting-records:20261123_26_forum
--comment: Bodies and series of meetings.
create domain forum_kind as text constraint forum_kind_values check (value in (
    'STANDING_BODY', 'TREATY_CONFERENCE', 'DIALOGUE', 'SUMMIT', 'AD_HOC', 'PARLIAMENT', 'OTHER'));

create table forum (
  id bigint primary key default nextval('record_id') references record (id),
  slug slug not null unique,
  name filled_text not null,
  acronym filled_text,
  kind forum_kind not null,
  description filled_text,
  parent_id bigint references forum (id),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint forum_not_its_own_parent check (parent_id <> id)
);

create index forum_name_idx on forum (name, id);
create index forum_parent_id_idx on forum (parent_id);

create trigger forum_registered before insert or update on forum
  for each row execute function register_record('FORUM');
create trigger forum_unregistered after delete on forum
  for each row execute function register_record('FORUM');
--rollback drop table forum;
--rollback drop domain forum_kind;
