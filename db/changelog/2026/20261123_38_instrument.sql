--liquibase formatted sql

--changeset meeting-records:20261123_38_instrument
--comment: Treaties, resolutions, declarations, arrangements.
create domain instrument_kind as text constraint instrument_kind_values check (value in (
    'TREATY', 'PROTOCOL', 'CHARTER', 'RESOLUTION', 'DRAFT_RESOLUTION', 'AMENDMENT',
    'PRESIDENTIAL_STATEMENT', 'COMMUNIQUE', 'DECISION', 'DECLARATION', 'LAW', 'ARRANGEMENT',
    'GUIDELINE', 'REPORT', 'OTHER'));

create table instrument (
  id bigint primary key default nextval('record_id') references record (id),
  slug slug not null unique,
  kind instrument_kind not null,
  title filled_text not null,
  short_name filled_text,
  symbol filled_text,
  adopted_on date,
  opened_for_signature_on date,
  in_force_on date,
  terminated_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint instrument_days_finite check (
    isfinite(adopted_on) and isfinite(opened_for_signature_on) and isfinite(in_force_on) and isfinite(terminated_on)),
  constraint instrument_in_force_before_terminated check (in_force_on <= terminated_on)
);

create index instrument_symbol_idx on instrument (symbol);
create index instrument_adopted_on_idx on instrument (adopted_on, id);
create index instrument_in_force_on_idx on instrument (in_force_on, id);

create trigger instrument_registered before insert or update on instrument
  for each row execute function register_record('INSTRUMENT');
create trigger instrument_unregistered after delete on instrument
  for each row execute function register_record('INSTRUMENT');
--rollback drop table instrument;
--rollback drop domain instrument_kind;
