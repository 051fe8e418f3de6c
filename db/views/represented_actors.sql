--liquibase formatted sql

--changeset meeting-records:represented_actors runOnChange:true splitStatements:false
--comment: For whom a statement speaks.
-- Its delegation's own actor and those it speaks for; who only aligned with it is not among them. Expanded: groups are opened
-- into those who may have been members on a day of the statement, however deep, and are themselves left out.
-- The view representing says the same from the other end.
create or replace function represented_actors(statement_id bigint, expanded boolean) returns setof bigint
  language sql stable parallel safe rows 10 as $$
  with said as (
    select statement.actor_id, statement.delivered_from, statement.delivered_to, meeting.held_from, meeting.held_to
    from statement join meeting on meeting.id = statement.meeting_id
    where statement.id = represented_actors.statement_id
  ), represented (actor_id) as (
    select actor_id from said where actor_id is not null
    union
    select representation.actor_id from representation
    where representation.statement_id = represented_actors.statement_id
      and representation.actor_id is not null and representation.kind <> 'ALIGNED_WITH'
  ), opened (actor_id) as (
    select actor_id from represented
    union
    select group_member.member_id
    from represented
    join group_member on group_member.group_id = represented.actor_id
    cross join said
    where expanded and member_on_days(
      group_member.started_from, group_member.ended_to, delivered_from, delivered_to, held_from, held_to)
  )
  select opened.actor_id from opened
  where not expanded or not exists (
    select from group_member cross join said
    where group_member.group_id = opened.actor_id and member_on_days(
      group_member.started_from, group_member.ended_to, delivered_from, delivered_to, held_from, held_to))
$$;
--rollback drop function represented_actors;
