--liquibase formatted sql

--changeset meeting-records:20261123_69_statement_stretch_language splitStatements:false
--comment: A statement that does not say its language has that of its first text, also of one whose words are not held.
create or replace function statement_texts_written() returns trigger language plpgsql as $$
begin
  perform index_statement_words(array(select distinct statement_id from written));
  return null;
end
$$;

select index_statement_words(array(
  select distinct statement.id
  from statement
  join text_version on text_version.statement_id = statement.id
  where statement.language is null and text_version.body is null));
--rollback create or replace function statement_texts_written() returns trigger language plpgsql as $$ begin perform index_statement_words(array(select distinct statement_id from written where body is not null)); return null; end $$;
