--liquibase formatted sql

--changeset meeting-records:20261128_02_statement_texts_relation splitStatements:false rollbackSplitStatements:false
--comment: Which text of a statement is the original decides its language, so the words follow that too.
create or replace function statement_texts_changed() returns trigger language plpgsql set enable_nestloop = off as $$
begin
  perform index_statement_words(array(
    select unnest(array[written.statement_id, replaced.statement_id])
    from written
    join replaced on replaced.id = written.id
    where (written.statement_id, written.language, written.relation, written.body)
      is distinct from (replaced.statement_id, replaced.language, replaced.relation, replaced.body)));
  return null;
end
$$;

-- Only where texts of a statement differ in language could the words be those of the wrong one.
select index_statement_words(array(
  select statement.id
  from statement
  join text_version on text_version.statement_id = statement.id
  where statement.language is null
  group by statement.id
  having count(distinct text_version.language) > 1));
--rollback create or replace function statement_texts_changed() returns trigger language plpgsql set enable_nestloop = off as $$
--rollback begin
--rollback   perform index_statement_words(array(
--rollback     select unnest(array[written.statement_id, replaced.statement_id])
--rollback     from written
--rollback     join replaced on replaced.id = written.id
--rollback     where (written.statement_id, written.language, written.body)
--rollback       is distinct from (replaced.statement_id, replaced.language, replaced.body)));
--rollback   return null;
--rollback end
--rollback $$;
