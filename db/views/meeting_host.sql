--liquibase formatted sql

--changeset meeting-records:meeting_host runOnChange:true splitStatements:false
--comment: Who hosts a meeting, a pair for each.
create or replace view meeting_host as
  select meeting_id, actor_id, min(id) as id
  from meeting_role
  where role in ('HOST', 'CO_HOST') and actor_id is not null
  group by meeting_id, actor_id;
--rollback drop view meeting_host;
