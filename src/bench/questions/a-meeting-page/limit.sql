-- Each list once for the whole page, joined to its rows; the excerpt from a function of the project, as everywhere.
with asked as materialized (
  select id from meeting where slug = :value
), page as materialized (
  select id, sequence, year, attribution, delegation_id,
    row_number() over (order by sequence nulls last, id) as place
  from (
    (select id, sequence, year, attribution, delegation_id from statement
      where meeting_id = (select id from asked) and sequence is not null
      order by sequence, id limit 21)
    union all
    (select id, sequence, year, attribution, delegation_id from statement
      where meeting_id = (select id from asked) and sequence is null
      order by id limit 21)) found
  order by sequence nulls last, id
  limit 21
), party as materialized (
  select id, capacity, actor_id, row_number() over (order by id) as place
  from delegation
  where meeting_id = (select id from asked)
  order by id
  limit 50
)
select json_build_object('meeting', json_build_object(
  'title', meeting.title, 'startsOn', meeting.starts_on, 'endsOn', meeting.ends_on, 'city', meeting.city,
  'forum', case when forum.id is not null then json_build_object('name', forum.name) end,
  'hosts', (
    select coalesce(json_agg(json_build_object('name', actor.name, 'iso3', actor.iso3) order by link.id), '[]')
    from meeting_host link
    join actor on actor.id = link.actor_id
    where link.meeting_id = meeting.id),
  'delegations', json_build_object(
    'totalCount', (select count(*) from delegation where meeting_id = meeting.id),
    'nodes', (
      select coalesce(json_agg(json_build_object(
        'capacity', party.capacity,
        'actor', case when actor.id is not null then json_build_object('name', actor.name, 'iso3', actor.iso3) end,
        'delegates', coalesce(people.list, '[]')) order by party.place), '[]')
      from party
      left join actor on actor.id = party.actor_id
      left join (
        select delegate.delegation_id, json_agg(json_build_object(
          'role', delegate.role,
          'person', case when person.id is not null then json_build_object('name', person.name) end,
          'position', case when position.id is not null then json_build_object(
            'title', position.title, 'organization', json_build_object('name', organization.name)) end)
          order by delegate.id) as list
        from delegate
        left join person on person.id = delegate.person_id
        left join position on position.id = delegate.position_id
        left join actor organization on organization.id = position.organization_id
        where delegate.delegation_id = any (array(select id from party))
        group by delegate.delegation_id) people on people.delegation_id = party.id)),
  'statements', (
    select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
        'sequence', page.sequence,
        'excerpt', text.excerpt,
        'year', page.year, 'attribution', page.attribution,
        'speakers', coalesce(speakers.list, '[]'),
        'delegation', case when delegation.id is not null then json_build_object(
          'actor', case when actor.id is not null then json_build_object('name', actor.name) end) end,
        'topics', coalesce(topics.list, '[]')) order by page.place) filter (where page.place <= 20), '[]'),
      'pageInfo', json_build_object('hasNextPage', count(*) > 20, 'endCursor', translate(encode(convert_to(json_build_array(
        (array_agg(page.sequence order by page.place))[least(count(*), 20)],
        (array_agg(page.id order by page.place))[least(count(*), 20)])::text, 'UTF8'), 'base64'), E'+/=\n', '-_')))
    from page
    left join delegation on delegation.id = page.delegation_id
    left join actor on actor.id = delegation.actor_id
    left join (
      select distinct on (statement_id) statement_id, excerpt(body, 280) as excerpt
      from text_version
      where statement_id = any (array(select id from page where place <= 20)) and body is not null
      order by statement_id, relation <> 'ORIGINAL', id) text on text.statement_id = page.id
    left join (
      select speaker.statement_id, json_agg(json_build_object(
        'person', case when person.id is not null then json_build_object('name', person.name) end,
        'position', case when position.id is not null then json_build_object(
          'title', position.title, 'organization', json_build_object('name', organization.name)) end)
        order by speaker.id) as list
      from speaker
      left join person on person.id = speaker.person_id
      left join position on position.id = speaker.position_id
      left join actor organization on organization.id = position.organization_id
      where speaker.statement_id = any (array(select id from page where place <= 20))
      group by speaker.statement_id) speakers on speakers.statement_id = page.id
    left join (
      select statement_topic.statement_id,
        json_agg(json_build_object('label', topic.name) order by topic.name, topic.id) as list
      from statement_topic
      join topic on topic.id = statement_topic.topic_id
      where statement_topic.statement_id = any (array(select id from page where place <= 20))
      group by statement_topic.statement_id) topics on topics.statement_id = page.id)))
from meeting
left join forum on forum.id = meeting.forum_id
where meeting.id = (select id from asked)
