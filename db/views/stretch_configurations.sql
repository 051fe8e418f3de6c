--liquibase formatted sql

--changeset meeting-records:stretch_configurations runOnChange:true splitStatements:false
--comment: The configurations that some stretch has, for the planner to expect few.
-- The table behind has a handful of rows and so is never analyzed; guessing a thousand, the planner would rather match the
-- words of every stretch than look them up in the index once for each configuration.
create or replace function stretch_configurations() returns table (name text)
  language plpgsql stable parallel safe rows 2 as $$
begin
  return query select configuration.name from stretch_configuration configuration;
end
$$;
--rollback drop function stretch_configurations;
