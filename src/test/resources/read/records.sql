-- Made-up records with what makes reading hard: ties, nulls in every order, empty lists, links that are not resolved.
select setseed(0.42);

insert into forum (slug, name, acronym, kind)
select 'forum-' || n, 'Forum ' || n, case when n % 2 = 0 then 'F' || n end, 'OTHER' from generate_series(1, 4) n;

insert into actor (slug, name, kind, iso3)
select 'made-up-' || n, 'Actor ' || n, 'STATE', case when n % 3 > 0 then 'Z' || chr(65 + n / 26) || chr(65 + n % 26) end
from generate_series(1, 30) n;

insert into person (slug, name) select 'person-' || n, 'Person ' || n from generate_series(1, 20) n;

insert into position (slug, title, rank, organization_id)
select 'position-' || n, 'Office ' || n, 'DIRECTOR', (select id from actor where slug = 'made-up-' || n)
from generate_series(1, 10) n;

insert into meeting (slug, title, forum_id, ordinal, held_from, held_to, held_precision, city)
select 'meeting-' || n, 'Meeting ' || (n % 7),
  (select id from forum where slug = 'forum-' || (1 + n % 5)),
  case when n % 4 > 0 then 1 + n % 5 end,
  case when n % 3 > 0 then date '2020-01-01' + n % 6 end,
  case when n % 3 > 0 then date '2020-01-02' + n % 6 end,
  case when n % 3 > 0 then 'DAY' end,
  case when n % 2 = 0 then 'City ' || n end
from generate_series(1, 25) n;

insert into delegation (meeting_id, actor_id, capacity, name_as_recorded)
select m.id, case when random() < 0.8 then a.id end, 'PARTICIPANT', m.slug || ' ' || a.slug
from meeting m cross join actor a
where m.slug like 'meeting-%' and a.slug like 'made-up-%' and random() < 0.3;

insert into delegate (delegation_id, person_id, position_id, role, label_as_recorded)
select d.id, p.id, o.id, 'HEAD', case when random() < 0.5 then 'Mr. ' || p.name end
from delegation d
join person p on p.slug = 'person-' || (1 + d.id % 20)
left join position o on o.slug = 'position-' || (1 + d.id % 15)
where d.name_as_recorded like 'meeting-%' and random() < 0.6;

insert into statement (slug, meeting_id, delegation_id, sequence, kind, delivered_from, delivered_to, delivered_precision,
  attribution, language, title)
select 'statement-' || d.id, d.meeting_id, d.id,
  case when random() < 0.7 then row_number() over (partition by d.meeting_id order by random()) end,
  'SPEECH',
  span.day, span.day, case when span.day is not null then 'DAY' end,
  'Speaker "of" ' || d.id || E'\n\\ é 中 😀', 'en', null
from delegation d
cross join lateral (select case when d.id % 3 > 0 then date '2020-01-01' + (d.id % 5)::int end as day) span
where d.name_as_recorded like 'meeting-%' and random() < 0.8;

insert into text_version (statement_id, language, relation, body)
select id, 'en', 'ORIGINAL', repeat('word ', 1 + (id % 9)::int) from statement where slug like 'statement-%' and id % 4 > 0;

insert into speaker (statement_id, person_id, position_id, capacity, label_as_recorded, confidence)
select s.id, p.id, o.id, 'NATIONAL', case when random() < 0.5 then p.name end, case when random() < 0.5 then 0.5 end
from statement s
join person p on p.slug = 'person-' || (1 + s.id % 20)
left join position o on o.slug = 'position-' || (1 + s.id % 15)
where s.slug like 'statement-%';

insert into speaker (statement_id, capacity, label_as_recorded)
select id, 'UNKNOWN', 'somebody' from statement where slug like 'statement-%' and id % 5 = 0;

insert into decision (slug, title, meeting_id, sequence, yes, no)
select 'decision-' || n, 'Decision ' || n, (select id from meeting where slug = 'meeting-' || (1 + n % 10)), n % 4, n, null
from generate_series(1, 30) n;

insert into vote (decision_id, actor_id, option, name_as_recorded)
select d.id, a.id, (array['YES', 'NO', 'ABSTAIN'])[1 + (a.id % 3)::int], a.name
from decision d cross join actor a
where d.slug like 'decision-%' and a.slug like 'made-up-%' and random() < 0.4;
