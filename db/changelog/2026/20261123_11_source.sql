--liquibase formatted sql

--changeset meeting-records:20261123_11_source
--comment: Where we know things from.
create domain source_kind as text constraint source_kind_values check (value in (
    'OFFICIAL_RECORD', 'PRESS_RELEASE', 'NEWS_REPORT', 'DATASET', 'WEB_PAGE', 'BOOK', 'OTHER'));

create domain source_authority as text constraint source_authority_values check (value in (
    'OFFICIAL_RECORD', 'GOVERNMENT', 'SECRETARIAT', 'STATE_MEDIA', 'MEDIA', 'NGO_MONITOR',
    'ACADEMIC', 'USER'));

create table source (
  id bigint primary key default nextval('record_id') references record (id),
  slug slug not null unique,
  title filled_text not null,
  kind source_kind not null,
  publisher filled_text,
  author filled_text,
  editor filled_text,
  url url,
  published_on date,
  retrieved_on date,
  language language_tag,
  authority source_authority not null,
  rights filled_text,
  citation filled_text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint source_published_on_finite check (isfinite(published_on)),
  constraint source_retrieved_on_finite check (isfinite(retrieved_on))
);

create index source_published_on_idx on source (published_on, id);
create index source_title_idx on source (title, id);

create trigger source_registered before insert or update on source
  for each row execute function register_record('SOURCE');
create trigger source_unregistered after delete on source
  for each row execute function register_record('SOURCE');
--rollback drop table source;
--rollback drop domain source_authority;
--rollback drop domain source_kind;
