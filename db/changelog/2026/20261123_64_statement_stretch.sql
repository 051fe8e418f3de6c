--liquibase formatted sql

--changeset meeting-records:20261123_64_statement_stretch splitStatements:false
--comment: The words of statements, as searches find them.
-- PostgreSQL keeps word positions up to 16,383 and at most a megabyte of words in one row, so a long text is indexed in
-- stretches. Title and summary stand in every stretch of a text in their language, so that a word of theirs and one of the
-- text can meet; each of them is cut where it would crowd out the text.
create table statement_stretch (
  statement_id bigint not null references statement (id) on delete cascade,
  configuration text not null,
  language language_tag,
  -- where the words stand: null for those of the title and the summary alone
  text_version_id bigint references text_version (id) on delete cascade,
  start integer,
  "end" integer,
  words tsvector not null,
  constraint statement_stretch_place check (num_nulls(text_version_id, start, "end") in (0, 3)),
  constraint statement_stretch_once unique nulls not distinct (statement_id, text_version_id, start)
);

-- searching unpacks them over and over
alter table statement_stretch alter words set storage external;

create index statement_stretch_words_idx on statement_stretch using gin (words);
create index statement_stretch_text_version_id_idx on statement_stretch (text_version_id);

-- The configurations that some stretch has: a search asks once in each.
create table stretch_configuration (
  name text primary key
);

-- Where the stretches of a text begin and end, in characters from 0: 8,000 words at most, 80,000 characters at most, and the
-- last thousand characters again in the next, so that a phrase is whole in one of the two.
create function stretches(body text, word_count integer) returns table (start integer, "end" integer)
  language plpgsql immutable parallel safe as $$
declare
  length constant integer := char_length(body);
  first integer := 1;
  beyond integer;
begin
  if word_count <= 8000 and length <= 80000 then
    return query select 0, length;
    return;
  end if;
  loop
    beyond := regexp_instr(body, '\S+', first, 8001);
    if beyond = 0 then
      beyond := length + 1;
    end if;
    if beyond - first > 80000 then
      beyond := first + 80000;
      beyond := beyond - char_length(substring(substr(body, beyond - 500, 500) from '\S*$'));
    end if;
    return query select first - 1, beyond - 1;
    exit when beyond > length;
    first := greatest(first + 1, beyond - 1000);
    first := first + coalesce(nullif(regexp_instr(substr(body, first, 500), '\s'), 0), 0);
  end loop;
end
$$;

create function index_statement_words(statements bigint[]) returns void language sql as $$
  delete from statement_stretch where statement_id = any (statements);

  insert into statement_stretch (statement_id, configuration, language, text_version_id, start, "end", words)
  with titled as (
    -- a statement that does not say its language has that of its first text
    select id as statement_id, title, summary, coalesce(language, (
      select version.language from text_version version
      where version.statement_id = statement.id
      order by version.relation <> 'ORIGINAL', version.id limit 1)) as language
    from statement
    where id = any (statements)),
  heading as (
    select statement_id, language, text_configuration(language) as configuration,
      setweight(to_tsvector(text_configuration(language)::regconfig, left(coalesce(title, ''), 2000)), 'A')
        || setweight(to_tsvector(text_configuration(language)::regconfig, left(coalesce(summary, ''), 10000)), 'B') as words
    from titled),
  body as (
    select version.statement_id, version.language, text_configuration(version.language) as configuration,
      version.id as text_version_id, stretch.start, stretch."end",
      to_tsvector(text_configuration(version.language)::regconfig,
        substr(version.body, stretch.start + 1, stretch."end" - stretch.start)) as words
    from text_version version
    cross join lateral stretches(version.body, version.word_count) stretch
    where version.statement_id = any (statements) and version.body is not null)
  select body.statement_id, body.configuration, body.language, body.text_version_id, body.start, body."end",
    coalesce(heading.words, '') || body.words
  from body
  left join heading on heading.statement_id = body.statement_id and heading.configuration = body.configuration
  union all
  select heading.statement_id, heading.configuration, heading.language, null, null, null, heading.words
  from heading
  where heading.words <> ''
    and not exists (
      select from text_version version
      where version.statement_id = heading.statement_id and version.body is not null
        and text_configuration(version.language) = heading.configuration);

  insert into stretch_configuration (name)
  select distinct configuration from statement_stretch where statement_id = any (statements)
  on conflict do nothing;
$$;
--rollback drop function index_statement_words;
--rollback drop function stretches;
--rollback drop table stretch_configuration;
--rollback drop table statement_stretch;
