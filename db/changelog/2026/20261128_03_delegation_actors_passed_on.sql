--liquibase formatted sql

--changeset meeting-records:20261128_03_delegation_actors_passed_on splitStatements:false rollbackSplitStatements:false
--comment: Statements get the actors of their delegations for all delegations of a command at once.
create function pass_on_delegation_actors(delegations bigint[]) returns void language sql set enable_nestloop = on as $$
  update statement set actor_id = delegation.actor_id
  from delegation
  where delegation.id = statement.delegation_id
    and delegation.id = any (delegations)
    and statement.actor_id is distinct from delegation.actor_id
$$;

-- The rows before and after are matched by hashing, and what hangs on them is then found by its index.
create function delegation_actors_changed() returns trigger language plpgsql set enable_nestloop = off as $$
begin
  perform pass_on_delegation_actors(array(
    select written.id
    from written
    join replaced on replaced.id = written.id
    where written.actor_id is distinct from replaced.actor_id));
  return null;
end
$$;

drop trigger delegation_actor_passed_on on delegation;

create trigger delegation_actors_passed_on after update on delegation
  referencing new table as written old table as replaced for each statement execute function delegation_actors_changed();

create or replace function statement_actor() returns trigger language plpgsql as $$
begin
  new.actor_id := (select actor_id from delegation where id = new.delegation_id);
  return new;
end
$$;
--rollback create or replace function statement_actor() returns trigger language plpgsql as $$
--rollback begin
--rollback   if tg_table_name = 'statement' then
--rollback     new.actor_id := (select actor_id from delegation where id = new.delegation_id);
--rollback     return new;
--rollback   end if;
--rollback   update statement set actor_id = new.actor_id where delegation_id = new.id;
--rollback   return null;
--rollback end
--rollback $$;
--rollback drop trigger delegation_actors_passed_on on delegation;
--rollback create trigger delegation_actor_passed_on after update of actor_id on delegation
--rollback   for each row when (new.actor_id is distinct from old.actor_id) execute function statement_actor();
--rollback drop function delegation_actors_changed;
--rollback drop function pass_on_delegation_actors;
