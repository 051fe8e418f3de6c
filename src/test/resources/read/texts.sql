-- Made-up texts with what makes searching hard: languages, accents, words far apart, markup, several texts of one statement.
insert into forum (slug, name, acronym, kind) values ('reading-room', 'Reading Room', 'RERO', 'OTHER');

insert into meeting (slug, title, forum_id, held_from, held_to, held_precision)
select 'reading', 'The reading', id, '2019-05-01', '2019-05-03', 'DAY' from forum where slug = 'reading-room';

insert into actor (slug, name, kind) values ('reader', 'Readers'' Union', 'NGO'), ('sao-tome', 'São Tomé', 'STATE');

insert into name (record_id, text, language, kind)
select id, '中华人民共和国图书馆', 'zh', 'ALIAS' from actor where slug = 'reader';

insert into person (slug, name) values ('read-aloud', 'Henry Kissing'), ('read-alone', 'Henriette Kissing-Jones');

insert into delegation (meeting_id, actor_id, capacity, name_as_recorded)
select meeting.id, actor.id, 'PARTICIPANT', actor.name from meeting cross join actor
where meeting.slug = 'reading' and actor.slug in ('reader', 'sao-tome');

insert into statement (slug, meeting_id, delegation_id, sequence, kind, delivered_from, delivered_to, delivered_precision,
  language, title, summary)
select read.slug, meeting.id, delegation.id, row_number() over (), 'SPEECH',
  date '2019-05-01' + read.day, date '2019-05-01' + read.day, 'DAY', read.language, read.title, read.summary
from (values
  ('read-english', 0, 'reader', 'en', null, null),
  ('read-plain', 0, 'reader', null, null, null),
  ('read-french', 1, 'sao-tome', 'fr', null, null),
  ('read-russian', 1, 'sao-tome', 'ru', null, null),
  ('read-arabic', 1, 'reader', 'ar', null, null),
  ('read-long', 2, 'reader', 'en', null, null),
  ('read-title', 2, 'sao-tome', 'en', 'On zebras', null),
  ('read-summary', 2, 'sao-tome', 'en', null, 'Zebras in short.'),
  ('read-markup', 2, 'sao-tome', 'en', null, null),
  ('read-twice', 2, 'sao-tome', 'en', null, null),
  ('read-unheld', 2, 'sao-tome', null, null, 'Okapis were controlled.')) read (slug, day, actor, language, title, summary)
join meeting on meeting.slug = 'reading'
join actor on actor.slug = read.actor
join delegation on delegation.meeting_id = meeting.id and delegation.actor_id = actor.id;

insert into text_version (statement_id, language, relation, body)
select statement.id, read.language, read.relation, read.body
from (values
  ('read-english', 'en', 'ORIGINAL',
    'The zebra treaty forbids nuclear weapons. In São Tomé its parties agreed on non-proliferation; no weapon was ever tested.'),
  ('read-plain', 'und', 'ORIGINAL', 'Weapons and treaties, the words as they are.'),
  ('read-french', 'fr', 'ORIGINAL', 'Le désarmement des hyènes : les armes nucléaires sont interdites à jamais.'),
  ('read-russian', 'ru', 'ORIGINAL', 'Ядерное оружие запрещено договором.'),
  ('read-arabic', 'ar', 'ORIGINAL', 'الأسلحة النووية محظورة بموجب المعاهدة'),
  ('read-long', 'en', 'ORIGINAL', 'Giraffes come first. ' || repeat('Then nothing much is said. ', 4000) || 'The lion comes last.'),
  ('read-title', 'en', 'ORIGINAL', 'They are animals of the plain, and said to be striped.'),
  ('read-summary', 'en', 'ORIGINAL', 'They are animals of the plain, and said to be striped.'),
  ('read-markup', 'en', 'ORIGINAL',
    'Let a < b & "c"; then <script>alert(''zebra'')</script> is a striped <b>zebra</b> &amp; nothing' || chr(2) || ' else.'),
  ('read-twice', 'en', 'ORIGINAL', 'A quagga is no horse.'),
  ('read-twice', 'fr', 'OFFICIAL_TRANSLATION', 'Un quagga n''est pas un cheval.'),
  ('read-unheld', 'en', 'ORIGINAL', null)) read (slug, language, relation, body)
join statement on statement.slug = read.slug;
