-- Made-up records with what makes exporting hard: texts that a table could break on, long ones, more rows than a page holds.
insert into forum (slug, name, acronym, kind, description) values
  ('awkward', E'Comma, "quote" and\r\nline break', '=SUM(A1)', 'OTHER', E'tab\t, back\\slash, \u0001, 😀, שלום עולם, e\u0301'),
  ('awkward-plain', 'Plain', null, 'OTHER', null),
  ('awkward-long', '-1', null, 'OTHER', repeat('0123456789', 100000));

insert into person (slug, name) select 'awkward-' || n, 'Person ' || lpad(n::text, 3, '0') from generate_series(1, 150) n;

insert into meeting (slug, title, forum_id, ordinal, held_from, held_to, held_precision)
select 'awkward-' || n, 'Meeting ' || n, (select id from forum where slug = 'awkward'), n, date '2020-01-01' + n,
  date '2020-01-01' + n, 'DAY'
from generate_series(1, 30) n;

insert into delegation (meeting_id, capacity, name_as_recorded)
select m.id, 'PARTICIPANT', 'Delegation ' || n from meeting m cross join generate_series(1, 2) n where m.slug = 'awkward-1';

insert into meeting (slug, title, forum_id) select 'long-' || n, 'Long ' || n, (select id from forum where slug = 'awkward-long')
from generate_series(1, 30) n;

insert into statement (slug, meeting_id, sequence, kind)
select 'awkward-' || what, m.id, 100 + number, 'SPEECH'
from meeting m, (values (1, 'silent'), (2, 'duet'), (3, 'crowd')) said (number, what) where m.slug = 'awkward-2';

insert into speaker (statement_id, person_id, capacity)
select s.id, p.id, 'NATIONAL' from statement s
left join person p on p.slug = 'awkward-2' where s.slug = 'awkward-duet';

insert into speaker (statement_id, label_as_recorded, capacity)
select id, E'A "voice"\b\f\u0001\\, 😀', 'UNKNOWN' from statement where slug = 'awkward-duet';

insert into speaker (statement_id, label_as_recorded, capacity)
select id, 'Voice ' || n, 'UNKNOWN' from statement, generate_series(1, 1500) n where slug = 'awkward-crowd';

insert into text_version (statement_id, language, body)
select s.id, tongue.language, 'La' from statement s, (values ('fr'), ('it')) tongue (language) where s.slug = 'awkward-duet';
