--liquibase formatted sql

--changeset meeting-records:actor_continuation runOnChange:true splitStatements:false
--comment: Each actor with those that are it: itself, and whoever continues it, as Russia the Soviet Union.
create or replace view actor_continuation as
  with recursive continuation (actor_id, continued_by_id) as (
    select id, id from actor
    union
    select continuation.actor_id, succession.to_id
    from continuation
    join succession on succession.from_id = continuation.continued_by_id and succession.kind = 'CONTINUATION')
  select actor_id, continued_by_id from continuation;
--rollback drop view actor_continuation;
