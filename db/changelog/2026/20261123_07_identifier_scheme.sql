--liquibase formatted sql

--changeset meeting-records:20261123_07_identifier_scheme
--comment: The outside world's ways of naming things, and where their values lead.
create table identifier_scheme (
  scheme filled_text primary key,
  -- {} stands for the value
  url_template filled_text,
  constraint identifier_scheme_template check (url_template like '%{}%')
);
--rollback drop table identifier_scheme;
