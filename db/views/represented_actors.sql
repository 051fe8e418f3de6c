--liquibase formatted sql

--changeset meeting-records:represented_actors runOnChange:true splitStatements:false
--comment: For whom a statement speaks.
-- Its delegation's own actor and those it speaks for; who only aligned with it is not among them. Expanded: groups are opened
-- into those who may have been members on a day of the statement, however deep, and are themselves left out.
create or replace function represented_actors(statement_id bigint, expanded boolean) returns setof bigint
  language sql stable parallel safe rows 10 as $$
  with recursive days as (
    select
      case when num_nonnulls(statement.delivered_from, statement.delivered_to) = 0 then meeting.held_from else statement.delivered_from end as since,
      case when num_nonnulls(statement.delivered_from, statement.delivered_to) = 0 then meeting.held_to else statement.delivered_to end as until
    from statement join meeting on meeting.id = statement.meeting_id
    where statement.id = represented_actors.statement_id
  ), represented (actor_id) as (
    select statement.actor_id from statement
    where statement.id = represented_actors.statement_id and statement.actor_id is not null
    union
    select representation.actor_id from representation
    where representation.statement_id = represented_actors.statement_id
      and representation.actor_id is not null and representation.kind <> 'ALIGNED_WITH'
  ), opened (actor_id) as (
    select actor_id from represented
    union
    select membership.member_id
    from opened
    join membership on membership.group_id = opened.actor_id and membership.role in ('MEMBER', 'CHAIR', 'COORDINATOR')
    cross join days
    where expanded and (days.until < membership.started_from or days.since > membership.ended_to) is not true
  )
  select opened.actor_id from opened
  where not expanded or not exists (
    select from membership cross join days
    where membership.group_id = opened.actor_id and membership.role in ('MEMBER', 'CHAIR', 'COORDINATOR')
      and (days.until < membership.started_from or days.since > membership.ended_to) is not true)
$$;
--rollback drop function represented_actors;
