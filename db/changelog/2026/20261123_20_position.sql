--liquibase formatted sql

--changeset meeting-records:20261123_20_position
--comment: Offices that someone holds.
create domain position_rank as text constraint position_rank_values check (value in (
    'HEAD_OF_STATE', 'DEPUTY_HEAD_OF_STATE', 'CROWN_PRINCE', 'HEAD_OF_GOVERNMENT',
    'DEPUTY_HEAD_OF_GOVERNMENT', 'FOREIGN_MINISTER', 'MINISTER', 'VICE_MINISTER',
    'DIRECTOR_GENERAL', 'DIRECTOR', 'AMBASSADOR', 'PERMANENT_REPRESENTATIVE',
    'DEPUTY_PERMANENT_REPRESENTATIVE', 'CHARGE_D_AFFAIRES', 'SPECIAL_ENVOY', 'EXECUTIVE_HEAD',
    'UNDER_SECRETARY_GENERAL', 'MEMBER_OF_PARLIAMENT', 'EXPERT', 'OFFICIAL', 'OTHER'));

create table position (
  id bigint primary key default nextval('record_id') references record (id),
  slug slug not null unique,
  title filled_text not null,
  rank position_rank not null default 'OTHER',
  organization_id bigint not null references actor (id),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create index position_title_idx on position (title, id);
create index position_organization_id_idx on position (organization_id);

create trigger position_registered before insert or update on position
  for each row execute function register_record('POSITION');
create trigger position_unregistered after delete on position
  for each row execute function register_record('POSITION');
--rollback drop table position;
--rollback drop domain position_rank;
