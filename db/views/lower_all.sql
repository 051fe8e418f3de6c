--liquibase formatted sql

--changeset meeting-records:lower_all runOnChange:true splitStatements:false
--comment: Texts in lower case, as the database itself would put each of them.
create or replace function lower_all(texts text[]) returns text[]
  language sql immutable parallel safe as $$
  select coalesce(array_agg(lower(each)), '{}') from unnest(texts) each
$$;
--rollback drop function lower_all;
