--liquibase formatted sql

--changeset meeting-records:statement_highlights runOnChange:true splitStatements:false
--comment: The passages of a statement that hold some words, one of each matching stretch, three at most, the best first.
-- To read a whole speech for its best passage takes milliseconds. So what stands around the first place of each phrase and word
-- is read: best is where all that is wanted stands together, else where the first of them is. Only where none of them is found
-- as it is written is all of the stretch read.
create or replace function statement_highlights(statement bigint, wanted text) returns table (snippet text, language text)
  language plpgsql stable parallel safe as $$
#variable_conflict use_column
declare
  heading record;
  stretch record;
  pattern text;
  place integer;
  passage text;
  near text;
  nearest text;
  found text;
begin
  select title, summary into heading from statement as s where s.id = statement;
  for stretch in
    select s.configuration::regconfig as configuration, s.language, s.text_version_id, s.start, s."end", asked.query,
      -- one word is enough to be marked, though all are needed to be found
      replace(asked.query::text, ' & ', ' | ')::tsquery as any_word
    from statement_stretch s
    join stretch_configurations() c on c.name = s.configuration
    cross join lateral websearch_to_tsquery(c.name::regconfig, wanted) asked (query)
    where s.statement_id = statement and s.words @@ asked.query
    order by ts_rank_cd(s.words, asked.query) desc, s.text_version_id nulls last, s.start
    limit 3
  loop
    found := null;
    nearest := null;
    if stretch.text_version_id is not null then
      select substr(v.body, stretch.start + 1, stretch."end" - stretch.start) into passage
      from text_version v where v.id = stretch.text_version_id;
      for pattern in select p from search_patterns(stretch.query) p
      loop
        place := regexp_instr(passage, pattern, 1, 1, 0, 'i');
        if place > 0 then
          near := regexp_replace(substr(passage, greatest(place - 200, 1), 600), case when place > 200 then '^\S*\s' else '^' end, '');
          nearest := coalesce(nearest, near);
          found := marked(stretch.configuration, near, stretch.query);
        end if;
        exit when found is not null;
      end loop;
      found := coalesce(found,
        marked(stretch.configuration, nearest, stretch.any_word),
        marked(stretch.configuration, passage, stretch.query),
        marked(stretch.configuration, passage, stretch.any_word));
    end if;
    found := coalesce(found,
      marked(stretch.configuration, left(heading.title, 2000), stretch.any_word),
      marked(stretch.configuration, left(heading.summary, 10000), stretch.any_word));
    if found is not null then
      return query select found, stretch.language::text;
    end if;
  end loop;
end
$$;
--rollback drop function statement_highlights;
