--liquibase formatted sql

--changeset meeting-records:20261123_51_segment
--comment: The parts of a text where a source marks them; elsewhere its paragraphs are computed.
create domain segment_kind as text constraint segment_kind_values check (value in (
    'PARAGRAPH', 'HEADING', 'NOTE', 'INCIDENT', 'GAP'));

create table segment (
  text_version_id bigint not null references text_version (id) deferrable initially deferred,
  sequence integer not null,
  kind segment_kind not null,
  anchor filled_text,
  -- code points of the body, from 0, the end not included: the segment's words are the body's
  start integer not null,
  "end" integer not null,
  primary key (text_version_id, sequence),
  constraint segment_offsets_ordered check (0 <= start and start < "end")
);
--rollback drop table segment;
--rollback drop domain segment_kind;
