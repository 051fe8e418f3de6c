select json_build_object('statement', json_build_object(
  'slug', statement.slug, 'year', statement.year, 'attribution', statement.attribution,
  'speakers', (
    select coalesce(json_agg(json_build_object(
      'person', case when person.id is not null then json_build_object('name', person.name) end,
      'position', case when position.id is not null then json_build_object(
        'title', position.title, 'organization', json_build_object('name', organization.name)) end)
      order by speaker.id), '[]')
    from speaker
    left join person on person.id = speaker.person_id
    left join position on position.id = speaker.position_id
    left join actor organization on organization.id = position.organization_id
    where speaker.statement_id = statement.id)))
from statement
where statement.id = :value::bigint
