--liquibase formatted sql

--changeset meeting-records:representing runOnChange:true splitStatements:false
--comment: Every statement with those it speaks for: its delegation's actor, those it represents, and members of either that day.
-- As represented_actors has them, but written so that a search from either end uses indexes: one branch for each way.
create or replace view representing as
  select id as statement_id, actor_id
  from statement
  where actor_id is not null
  union all
  select statement_id, actor_id
  from representation
  where kind <> 'ALIGNED_WITH' and actor_id is not null
  union all
  select statement.id, membership.member_id
  from statement
  join membership on membership.group_id = statement.actor_id and membership.role in ('MEMBER', 'CHAIR', 'COORDINATOR')
  join meeting on meeting.id = statement.meeting_id
  where (coalesce(statement.delivered_to, statement.delivered_from, meeting.held_to) >= membership.started_from) is not false
    and (coalesce(statement.delivered_from, statement.delivered_to, meeting.held_from) <= membership.ended_to) is not false
  union all
  select representation.statement_id, membership.member_id
  from representation
  join membership on membership.group_id = representation.actor_id and membership.role in ('MEMBER', 'CHAIR', 'COORDINATOR')
  join statement on statement.id = representation.statement_id
  join meeting on meeting.id = statement.meeting_id
  where representation.kind <> 'ALIGNED_WITH'
    and (coalesce(statement.delivered_to, statement.delivered_from, meeting.held_to) >= membership.started_from) is not false
    and (coalesce(statement.delivered_from, statement.delivered_to, meeting.held_from) <= membership.ended_to) is not false;
--rollback drop view representing;
