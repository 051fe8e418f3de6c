--liquibase formatted sql

--changeset meeting-records:20261123_06_register_record splitStatements:false
--comment: Keeps table record, versions and times in step with the tables of the single types.
-- The first argument names the type; further ones name columns that triggers derive from other tables. Those, like generated
-- columns, say nothing new about a record: when they alone change, its version stays.
create function register_record() returns trigger language plpgsql as $$
declare
  derived text[] := array['version', 'created_at', 'updated_at'];
  asked integer;
begin
  if tg_op = 'INSERT' then
    new.id := coalesce(new.id, nextval('record_id'));
    -- A slug that is taken is left to the table's own constraint, so that "on conflict" works there.
    insert into record (id, type, slug) values (new.id, tg_argv[0], new.slug) on conflict (type, slug) do nothing;
    return new;
  end if;

  if tg_op = 'DELETE' then
    delete from record where id = old.id;
    return null;
  end if;

  if new.id <> old.id then
    raise exception 'a record keeps its id' using errcode = 'check_violation', constraint = tg_table_name || '_keeps_id';
  end if;
  if new.slug <> old.slug then
    update record set slug = new.slug where id = old.id;
  end if;
  for argument in 1 .. tg_nargs - 1 loop
    derived := derived || tg_argv[argument];
  end loop;
  -- Generated columns are not computed yet at this point.
  derived := derived || array(
    select attname::text from pg_attribute where attrelid = tg_relid and attgenerated <> '');
  -- An application that changes only parts of a record asks for the next version itself.
  asked := new.version;
  new.created_at := old.created_at;
  if asked <> old.version or to_jsonb(new) - derived <> to_jsonb(old) - derived then
    new.version := old.version + 1;
    new.updated_at := now();
  else
    new.updated_at := old.updated_at;
  end if;
  return new;
end
$$;
--rollback drop function register_record;
