--liquibase formatted sql

--changeset meeting-records:20261123_49_statement_word_count splitStatements:false
--comment: A statement's word count follows its texts, for all rows of a command at once.
create function statement_word_count() returns trigger language plpgsql as $$
begin
  update statement set word_count = counted.word_count
  from (
    select touched.statement_id, (
      select text_version.word_count from text_version
      where text_version.statement_id = touched.statement_id and text_version.word_count is not null
      order by text_version.relation <> 'ORIGINAL', text_version.id limit 1) as word_count
    from (select distinct changed.statement_id from changed) touched) counted
  where statement.id = counted.statement_id and statement.word_count is distinct from counted.word_count;
  return null;
end
$$;

create trigger text_version_counted after insert on text_version
  referencing new table as changed for each statement execute function statement_word_count();

create trigger text_version_recounted after update on text_version
  referencing new table as changed for each statement execute function statement_word_count();

-- the statement that a text was moved away from
create trigger text_version_left after update on text_version
  referencing old table as changed for each statement execute function statement_word_count();

create trigger text_version_uncounted after delete on text_version
  referencing old table as changed for each statement execute function statement_word_count();
--rollback drop trigger text_version_uncounted on text_version;
--rollback drop trigger text_version_left on text_version;
--rollback drop trigger text_version_recounted on text_version;
--rollback drop trigger text_version_counted on text_version;
--rollback drop function statement_word_count;
