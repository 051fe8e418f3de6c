-- The statements are found once, for the count and for the page.
with spoken as materialized (
  select distinct speaker.statement_id as id
  from actor
  join position on position.organization_id = actor.id
  join speaker on speaker.position_id = position.id
  where actor.iso3 = :value
)
select json_build_object('statements', json_build_object(
  'totalCount', (select count(*) from spoken),
  'nodes', (
    select coalesce(json_agg(json_build_object(
      'slug', statement.slug, 'year', statement.year, 'attribution', statement.attribution)
      order by statement.id), '[]')
    from (select id from spoken order by id limit 20) page
    join statement on statement.id = page.id)))
