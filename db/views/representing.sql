--liquibase formatted sql

--changeset meeting-records:representing runOnChange:true splitStatements:false
--comment: Every statement with those it speaks for: its delegation's actor, those it represents, and members of either that day.
-- As represented_actors has them, but with the groups, and written so that a search from either end uses indexes: one branch
-- for each way.
create or replace view representing as
  select id as statement_id, actor_id
  from statement
  where actor_id is not null
  union all
  select statement_id, actor_id
  from representation
  where kind <> 'ALIGNED_WITH' and actor_id is not null
  union all
  select statement.id, group_member.member_id
  from statement
  join group_member on group_member.group_id = statement.actor_id
  join meeting on meeting.id = statement.meeting_id
  where member_on_days(group_member.started_from, group_member.ended_to,
    statement.delivered_from, statement.delivered_to, meeting.held_from, meeting.held_to)
  union all
  select representation.statement_id, group_member.member_id
  from representation
  join group_member on group_member.group_id = representation.actor_id
  join statement on statement.id = representation.statement_id
  join meeting on meeting.id = statement.meeting_id
  where representation.kind <> 'ALIGNED_WITH' and member_on_days(group_member.started_from, group_member.ended_to,
    statement.delivered_from, statement.delivered_to, meeting.held_from, meeting.held_to);
--rollback drop view representing;
