--liquibase formatted sql

--changeset meeting-records:20261123_05_record
--comment: Everything citable shares one space of ids, so that identifiers, sources and citations can point at any of it.
create sequence record_id;

create table record (
  id bigint primary key,
  type record_type not null,
  slug slug not null,
  constraint record_id_type unique (id, type),
  constraint record_type_slug unique (type, slug)
);
--rollback drop table record;
--rollback drop sequence record_id;
