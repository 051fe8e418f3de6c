--liquibase formatted sql

--changeset meeting-records:20261128_01_group_member splitStatements:false
--comment: Who is in which group, itself or through groups that are members of it; kept by the memberships.
-- Observers, candidates and associates are not in a group. A row is open from the latest known start on its way to the
-- earliest known end.
create table group_member (
  group_id bigint not null references actor (id),
  member_id bigint not null references actor (id),
  direct boolean not null,
  started_from date,
  ended_to date,
  constraint group_member_once unique nulls not distinct (group_id, member_id, direct, started_from, ended_to)
);

create index group_member_member_id_idx on group_member (member_id, group_id);

-- Memberships are some thousands and change seldom, so all is worked out anew, and what differs is written. One at a time: two
-- that each see only their own memberships would miss the ways that lead through both. Only groups in groups are walked,
-- since the planner takes what a walk finds for a thousand times more than there is.
create function keep_group_members() returns trigger language plpgsql set enable_nestloop = off as $$
begin
  lock table group_member in share row exclusive mode;

  with recursive belonging (group_id, member_id, started_from, ended_to) as (
    select group_id, member_id, started_from, ended_to
    from membership
    where role in ('MEMBER', 'CHAIR', 'COORDINATOR')),
  inner_group as (
    select belonging.*
    from belonging
    where member_id in (select group_id from membership)),
  way (group_id, member_id, started_from, ended_to) as (
    select * from inner_group
    union
    select way.group_id, inner_group.member_id,
      greatest(way.started_from, inner_group.started_from), least(way.ended_to, inner_group.ended_to)
    from way
    join inner_group on inner_group.group_id = way.member_id),
  wanted (group_id, member_id, direct, started_from, ended_to) as (
    select group_id, member_id, true, started_from, ended_to
    from belonging
    union all
    select way.group_id, belonging.member_id, false,
      greatest(way.started_from, belonging.started_from), least(way.ended_to, belonging.ended_to)
    from way
    join belonging on belonging.group_id = way.member_id
    where belonging.member_id <> way.group_id),
  gone as (
    delete from group_member
    using (table group_member except table wanted) unwanted
    where group_member.group_id = unwanted.group_id and group_member.member_id = unwanted.member_id
      and (group_member.direct, group_member.started_from, group_member.ended_to)
        is not distinct from (unwanted.direct, unwanted.started_from, unwanted.ended_to))
  insert into group_member (group_id, member_id, direct, started_from, ended_to)
  table wanted
  on conflict do nothing;
  return null;
end
$$;

create trigger group_members_kept after insert or update or delete on membership
  for each statement execute function keep_group_members();

-- for the memberships that are there already
update membership set role = role where false;
--rollback drop trigger group_members_kept on membership;
--rollback drop function keep_group_members;
--rollback drop table group_member;
