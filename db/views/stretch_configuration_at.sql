--liquibase formatted sql

--changeset meeting-records:stretch_configuration_at runOnChange:true splitStatements:false
--comment: The first, second, … of the configurations that some stretch has, null where there are no more.
-- The planner asks it, too, and so can tell how many stretches have some words.
create or replace function stretch_configuration_at(place integer) returns text
  language sql stable parallel safe as $$
  select name from stretch_configuration order by name offset place - 1 limit 1
$$;
--rollback drop function stretch_configuration_at;
