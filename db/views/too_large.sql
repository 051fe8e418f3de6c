--liquibase formatted sql

--changeset meeting-records:too_large runOnChange:true splitStatements:false
--comment: Refuses JSON of so many bytes, which would not fit into the memory of whoever asked for it.
-- In PL/pgSQL, since SQL cannot raise an error; it is called only where there is one.
create or replace function too_large(bytes bigint) returns json
  language plpgsql stable parallel safe as $$
begin
  raise program_limit_exceeded using message = format('%s bytes of JSON', bytes);
end
$$;
--rollback drop function too_large;
