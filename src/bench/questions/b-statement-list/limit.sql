-- Each actor of that code has an index on its statements by day; null days come behind all others.
select json_build_object('statements', json_build_object(
  'nodes', coalesce(json_agg(json_build_object(
    'slug', page.slug, 'year', page.year, 'attribution', page.attribution, 'wordCount', page.word_count,
    'meeting', json_build_object('title', meeting.title, 'year', meeting.year),
    'delegation', case when delegation.id is not null then json_build_object(
      'capacity', delegation.capacity,
      'actor', case when actor.id is not null then json_build_object('name', actor.name, 'iso3', actor.iso3) end) end,
    'speakers', coalesce(speakers.list, '[]')) order by page.place) filter (where page.place <= 50), '[]'),
  'pageInfo', json_build_object(
    'hasNextPage', count(*) > 50,
    'endCursor', translate(encode(convert_to(json_build_array(
      (array_agg(page.delivered_from order by page.place))[least(count(*), 50)],
      (array_agg(page.id order by page.place))[least(count(*), 50)])::text, 'UTF8'), 'base64'), E'+/=\n', '-_'))))
from (
  select found.*, row_number() over (order by delivered_from desc nulls last, id desc) as place
  from (
    select spoken.*
    from actor
    cross join lateral (
      select id, slug, year, attribution, word_count, meeting_id, delegation_id, delivered_from
      from statement
      where statement.actor_id = actor.id and delivered_from is not null
      order by delivered_from desc, id desc
      limit 51) spoken
    where actor.iso3 = :value
    union all
    select spoken.*
    from actor
    cross join lateral (
      select id, slug, year, attribution, word_count, meeting_id, delegation_id, delivered_from
      from statement
      where statement.actor_id = actor.id and delivered_from is null
      order by id desc
      limit 51) spoken
    where actor.iso3 = :value) found
  order by delivered_from desc nulls last, id desc
  limit 51) page
join meeting on meeting.id = page.meeting_id
left join delegation on delegation.id = page.delegation_id
left join actor on actor.id = delegation.actor_id
left join lateral (
  select json_agg(json_build_object(
    'person', case when person.id is not null then json_build_object('name', person.name) end,
    'position', case when position.id is not null then json_build_object('title', position.title) end)
    order by speaker.id) as list
  from speaker
  left join person on person.id = speaker.person_id
  left join position on position.id = speaker.position_id
  where page.place <= 50 and speaker.statement_id = page.id) speakers on true
