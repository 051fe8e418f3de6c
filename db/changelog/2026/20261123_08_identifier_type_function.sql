--liquibase formatted sql

--changeset meeting-records:20261123_08_identifier_type_function splitStatements:false
--comment: An identifier's type is its record's; whoever writes one need not say it.
create function identifier_type() returns trigger language plpgsql as $$
begin
  if new.record_type is null then
    new.record_type := (select type from record where id = new.record_id);
  end if;
  return new;
end
$$;
--rollback drop function identifier_type;
