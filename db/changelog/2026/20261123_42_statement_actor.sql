--liquibase formatted sql

--changeset meeting-records:20261123_42_statement_actor splitStatements:false
--comment: A statement's actor is its delegation's, whichever of the two is written.
create function statement_actor() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'statement' then
    new.actor_id := (select actor_id from delegation where id = new.delegation_id);
    return new;
  end if;
  update statement set actor_id = new.actor_id where delegation_id = new.id;
  return null;
end
$$;

create trigger statement_actor_kept before insert or update of delegation_id, actor_id on statement
  for each row execute function statement_actor();

create trigger delegation_actor_passed_on after update of actor_id on delegation
  for each row when (new.actor_id is distinct from old.actor_id) execute function statement_actor();
--rollback drop trigger delegation_actor_passed_on on delegation;
--rollback drop trigger statement_actor_kept on statement;
--rollback drop function statement_actor;
