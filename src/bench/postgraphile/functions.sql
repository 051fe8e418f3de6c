-- What PostGraphile cannot know of itself: who hosts a meeting, and a statement's first words. Its own way for both is a
-- function of the row. Gone with the benchmark's database.
create or replace function meeting_hosts(meeting meeting) returns setof actor language sql stable as $$
  select actor.* from meeting_host join actor on actor.id = meeting_host.actor_id
  where meeting_host.meeting_id = meeting.id
  order by meeting_host.id
$$;

create or replace function statement_excerpt(statement statement) returns text language sql stable as $$
  select excerpt(body, 280) from text_version
  where statement_id = statement.id and body is not null
  order by relation <> 'ORIGINAL', id
  limit 1
$$;

-- Counts by year of what a search finds. PostGraphile has neither full text search nor counts of people by group, so whoever
-- needs them writes such a function; its SQL is that of the limit.
create or replace function speeches_by_year(words text)
returns table (keys json, statements integer, words_said integer, speakers integer)
language plpgsql stable rows 100 as $$
#variable_conflict use_column
begin
  return query
  with found as materialized (
    select statement.id, statement.year, statement.word_count
    from (
      select distinct stretch.statement_id as id
      from stretch_configuration configuration
      join statement_stretch stretch on stretch.configuration = configuration.name
        and stretch.words @@ websearch_to_tsquery(configuration.name::regconfig, speeches_by_year.words)) matching
    join statement on statement.id = matching.id
  ), counted as (
    select year, count(*) as statements, coalesce(sum(word_count), 0) as words from found group by year
  ), heard as (
    select found.year, count(distinct speaker.person_id) as speakers
    from found
    join speaker on speaker.statement_id = found.id
    group by found.year
  )
  select
    json_build_array(json_build_object(
      'dimension', 'YEAR', 'value', counted.year::text, 'label', coalesce(counted.year::text, 'unknown'))),
    counted.statements::integer, counted.words::integer, coalesce(heard.speakers, 0)::integer
  from counted
  left join heard on heard.year is not distinct from counted.year
  order by counted.year
  limit 100;
end
$$;
