--liquibase formatted sql

--changeset meeting-records:possible_on runOnChange:true splitStatements:false
--comment: Whether known dates leave a day open.
-- False only when known dates exclude the day; without a day nothing is excluded.
create or replace function possible_on(
  started_from date, started_to date, ended_from date, ended_to date, day date
) returns boolean
  language sql immutable parallel safe as $$
  select (day < started_from or day > ended_to) is not true
$$;
--rollback drop function possible_on;
