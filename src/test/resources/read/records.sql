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

-- Who speaks for whom, about what, citing what: groups, narrower topics, instruments.
insert into actor (slug, name, kind, dissolved_from, dissolved_to, dissolved_precision)
values ('old-actor', 'Old Actor', 'HISTORIC_STATE', '2019-12-31', '2019-12-31', 'DAY'), ('group-a', 'Group A', 'BLOC', null, null, null);

insert into succession (from_id, to_id, kind)
select o.id, n.id, 'CONTINUATION' from actor o, actor n where o.slug = 'old-actor' and n.slug = 'made-up-1';

insert into membership (group_id, member_id, role, started_from, started_to, started_precision)
select g.id, m.id, 'MEMBER', date '2020-01-03', date '2020-01-03', 'DAY'
from actor g, actor m where g.slug = 'group-a' and m.slug in ('made-up-2', 'made-up-3')
union all
select g.id, m.id, 'OBSERVER', null, null, null
from actor g, actor m where g.slug = 'group-a' and m.slug = 'made-up-4';

insert into representation (statement_id, actor_id, kind)
select s.id, g.id, case when s.id % 3 = 0 then 'ALIGNED_WITH' else 'ON_BEHALF_OF' end
from statement s, actor g where s.slug like 'statement-%' and s.id % 2 = 0 and g.slug = 'group-a';

-- A group in a group, which some came to and left on a day.
insert into actor (slug, name, kind) values ('group-out', 'Outer Group', 'BLOC'), ('group-in', 'Inner Group', 'BLOC');

insert into membership (group_id, member_id, role, started_from, started_to, started_precision, ended_from, ended_to, ended_precision)
select g.id, m.id, 'MEMBER', since, since, case when since is not null then 'DAY' end, until, until, case when until is not null then 'DAY' end
from (values
  ('group-out', 'group-in', date '2020-01-02', null),
  ('group-in', 'made-up-20', null, date '2020-01-03'),
  ('group-in', 'made-up-21', null, null)) given (group_slug, slug, since, until)
join actor g on g.slug = group_slug join actor m on m.slug = given.slug;

insert into representation (statement_id, actor_id, kind)
select s.id, g.id, 'JOINT_AUTHOR' from statement s, actor g where s.slug like 'statement-%' and s.id % 7 = 0 and g.slug = 'group-out';

insert into topic (slug, scheme, name) values ('wide', 'local', 'Wide');
insert into topic (slug, scheme, name, broader_id) select 'middle', 'local', 'Middle', id from topic where slug = 'wide';
insert into topic (slug, scheme, name, broader_id) select 'narrow', 'local', 'Narrow', id from topic where slug = 'middle';

insert into statement_topic (statement_id, topic_id)
select s.id, t.id from statement s
join topic t on t.slug = (array['wide', 'middle', 'narrow'])[1 + (s.id % 5)::int]
where s.slug like 'statement-%';

insert into instrument (slug, kind, title) select 'treaty-' || n, 'TREATY', 'Treaty ' || n from generate_series(1, 3) n;

insert into citation (statement_id, target_id, target_type, function)
select s.id, i.id, 'INSTRUMENT', 'MENTIONS' from statement s join instrument i on (s.id + i.id) % 3 > 0
where s.slug like 'statement-%' and s.id % 4 < 3;
