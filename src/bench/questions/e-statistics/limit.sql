-- The statements are found once; people are counted apart, since a statement can have several speakers.
with found as materialized (
  select statement.id, statement.year, statement.word_count
  from (
    select distinct stretch.statement_id as id
    from stretch_configuration configuration
    join statement_stretch stretch on stretch.configuration = configuration.name
      and stretch.words @@ websearch_to_tsquery(configuration.name::regconfig, :value)) matching
  join statement on statement.id = matching.id
), counted as (
  select year, count(*) as statements, coalesce(sum(word_count), 0) as words from found group by year
), heard as (
  select found.year, count(distinct speaker.person_id) as speakers
  from found
  join speaker on speaker.statement_id = found.id
  group by found.year
)
select json_build_object('statementStatistics', coalesce(json_agg(json_build_object(
  'keys', json_build_array(json_build_object(
    'dimension', 'YEAR', 'value', counted.year::text, 'label', coalesce(counted.year::text, 'unknown'))),
  'statements', statements, 'words', words, 'speakers', coalesce(speakers, 0)) order by counted.year), '[]'))
from (select * from counted order by year limit 100) counted
left join heard on heard.year is not distinct from counted.year
