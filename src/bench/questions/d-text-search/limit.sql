-- First by index, where the words are anywhere in a stretch: to see whether they stand side by side, as in a phrase, a stretch
-- has to be unpacked, so that comes last, on what the cheap conditions leave. Found once, for count, facets, order and page.
with asked as materialized (
  select name, query, regexp_replace(query::text, '<(-|\d+)>', '&', 'g')::tsquery as anywhere
  from stretch_configuration
  cross join lateral websearch_to_tsquery(name::regconfig, :value) query
), near as (
  select stretch.statement_id
  from asked
  join statement_stretch stretch on stretch.configuration = asked.name and stretch.words @@ asked.anywhere
), unwanted as materialized (
  select stretch.statement_id
  from stretch_configuration configuration
  join statement_stretch stretch on stretch.configuration = configuration.name
    and stretch.words @@ websearch_to_tsquery(configuration.name::regconfig, 'football')
), eligible as materialized (
  select statement.id, statement.year, statement.attribution, statement.delegation_id, statement.actor_id
  from statement
  where statement.id in (select statement_id from near)
    and statement.delivered_from >= date '2010-01-01'
    and statement.id not in (select statement_id from unwanted)
    and exists (
      select from speaker
      join position on position.id = speaker.position_id
      where speaker.statement_id = statement.id and position.rank in ('HEAD_OF_STATE', 'HEAD_OF_GOVERNMENT'))
), found as materialized (
  select eligible.*, fit.relevance
  from eligible
  cross join lateral (
    select max(ts_rank_cd(stretch.words, asked.query, 1 | 32))::double precision as relevance
    from statement_stretch stretch
    join asked on asked.name = stretch.configuration
    where stretch.statement_id = eligible.id and stretch.words @@ asked.query) fit
  where fit.relevance is not null
), page as (
  select found.*, row_number() over (order by relevance desc, id desc) as place
  from found
  order by relevance desc, id desc
  limit 21
)
select json_build_object('statements', json_build_object(
  'totalCount', (select count(*) from found),
  'facets', (
    select coalesce(json_agg(json_build_object('label', coalesce(name, 'unknown'), 'count', count)
      order by count desc, slug nulls last), '[]')
    from (
      select actor.slug, actor.name, count(*)
      from found
      left join actor on actor.id = found.actor_id
      group by actor.slug, actor.name
      order by count(*) desc, actor.slug nulls last
      limit 5) facet),
  'edges', coalesce(json_agg(json_build_object(
    'cursor', translate(encode(convert_to(json_build_array(page.relevance, page.id)::text, 'UTF8'), 'base64'), E'+/=\n', '-_'),
    'relevance', page.relevance,
    'highlights', (
      select coalesce(json_agg(json_build_object('snippet', passage.snippet)), '[]')
      from statement_highlights(page.id, :value) passage),
    'node', json_build_object(
      'year', page.year, 'attribution', page.attribution,
      'delegation', case when delegation.id is not null then json_build_object(
        'actor', case when actor.id is not null then json_build_object('name', actor.name) end) end))
    order by page.place) filter (where page.place <= 20), '[]'),
  'pageInfo', json_build_object('hasNextPage', count(*) > 20, 'endCursor', translate(encode(convert_to(json_build_array(
    (array_agg(page.relevance order by page.place))[least(count(*), 20)],
    (array_agg(page.id order by page.place))[least(count(*), 20)])::text, 'UTF8'), 'base64'), E'+/=\n', '-_'))))
from page
left join delegation on delegation.id = page.delegation_id
left join actor on actor.id = delegation.actor_id
