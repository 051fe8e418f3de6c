--liquibase formatted sql

--changeset meeting-records:20261123_65_statement_stretch_kept splitStatements:false
--comment: The words that searches find follow the texts, for all rows of a command at once.
create function statement_headings_written() returns trigger language plpgsql as $$
begin
  perform index_statement_words(array(
    select id from written where title is not null or summary is not null));
  return null;
end
$$;

create function statement_headings_changed() returns trigger language plpgsql as $$
begin
  perform index_statement_words(array(
    select written.id
    from written
    join replaced on replaced.id = written.id
    where (written.title, written.summary, written.language)
      is distinct from (replaced.title, replaced.summary, replaced.language)));
  return null;
end
$$;

create function statement_texts_written() returns trigger language plpgsql as $$
begin
  perform index_statement_words(array(select distinct statement_id from written where body is not null));
  return null;
end
$$;

create function statement_texts_changed() returns trigger language plpgsql as $$
begin
  perform index_statement_words(array(
    select unnest(array[written.statement_id, replaced.statement_id])
    from written
    join replaced on replaced.id = written.id
    where (written.statement_id, written.language, written.body)
      is distinct from (replaced.statement_id, replaced.language, replaced.body)));
  return null;
end
$$;

create trigger statement_headings_written after insert on statement
  referencing new table as written for each statement execute function statement_headings_written();

create trigger statement_headings_changed after update on statement
  referencing new table as written old table as replaced for each statement execute function statement_headings_changed();

create trigger statement_texts_written after insert on text_version
  referencing new table as written for each statement execute function statement_texts_written();

create trigger statement_texts_changed after update on text_version
  referencing new table as written old table as replaced for each statement execute function statement_texts_changed();

create trigger statement_texts_removed after delete on text_version
  referencing old table as written for each statement execute function statement_texts_written();

select index_statement_words(array(select id from statement));
--rollback drop trigger statement_texts_removed on text_version;
--rollback drop trigger statement_texts_changed on text_version;
--rollback drop trigger statement_texts_written on text_version;
--rollback drop trigger statement_headings_changed on statement;
--rollback drop trigger statement_headings_written on statement;
--rollback drop function statement_texts_changed;
--rollback drop function statement_texts_written;
--rollback drop function statement_headings_changed;
--rollback drop function statement_headings_written;
