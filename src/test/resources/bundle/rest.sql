-- What read/records.sql leaves empty, so that every column of every table holds something somewhere.
insert into identifier_scheme (scheme, url_template) values ('made-up', 'https://example.org/{}'), ('bare', null);

insert into source (slug, title, kind, publisher, author, editor, url, published_on, retrieved_on, language, authority,
  rights, citation)
values
  ('gazette', 'Gazette', 'OFFICIAL_RECORD', 'Press', 'A. Author', 'E. Editor', 'https://example.org/g', '1999-12-31',
    '2020-02-29', 'fr', 'OFFICIAL_RECORD', 'CC0 1.0', 'Gazette, 1999'),
  ('second', 'Second', 'BOOK', null, null, null, null, null, null, null, 'MEDIA', null, null);

update actor set short_name = 'One', iso2 = 'ZZ', founded_from = '1900-01-01', founded_to = '1900-12-31',
  founded_precision = 'YEAR', founded_as_recorded = 'around 1900', dissolved_as_recorded = 'long ago',
  dissolved_precision = 'INTERVAL', dissolved_from = '1950-05-05', dissolved_to = null,
  parent_id = (select id from actor where slug = 'made-up-2')
where slug = 'made-up-1';
update succession set "on" = '2019-12-31' where "on" is null;
insert into membership (group_id, member_id, role, started_precision, started_as_recorded, ended_from, ended_to,
  ended_precision, ended_as_recorded)
select g.id, m.id, 'CHAIR', 'INTERVAL', 'since ever', '2020-01-01', '2020-01-31', 'MONTH', 'January'
from actor g, actor m where g.slug = 'group-a' and m.slug = 'made-up-5';
insert into membership_source (membership_id, source_id, locator)
select m.id, s.id, 'p. 1' from membership m, source s where m.role = 'CHAIR' and s.slug = 'gazette';

-- Two rows of one natural key each, in an order that matters.
insert into name (record_id, text, language, kind, started_from, started_to, started_precision, started_as_recorded,
  ended_from, ended_to, ended_precision, ended_as_recorded)
select id, 'Back and again', 'en-GB', 'FORMER', days[1], days[1], 'DAY', 'then', days[2], days[2], 'DAY', 'until then'
from actor, (values (1, array[date '1960-01-01', '1961-01-01']), (2, array[date '1950-01-01', '1951-01-01'])) v (n, days)
where slug = 'made-up-1' order by n;
insert into name (record_id, text, kind) select id, 'Any ' || type, 'ALIAS' from record where slug like '%-1' or slug in ('wide', 'gazette');
insert into identifier (record_id, scheme, value) select id, 'made-up', type || '=' || slug from record where slug like '%-1';
insert into source_link (record_id, source_id, locator)
select record.id, source.id, case when source.slug = 'second' then 'p. "2"' end
from record, source where record.slug like '%-1';
insert into assertion (record_id, field, value, source_id, locator, status)
select record.id, 'city', 'Paris', source.id, 'p. 3', 'DISPUTED' from record, source where record.slug = 'meeting-1';
insert into recorded_field (record_id, name, value, source_id)
select record.id, 'Column "x"', E'a\tb\\n' || chr(8232), source.id from record
left join source on source.slug = 'gazette' where record.slug in ('meeting-1', 'person-1')
union all
select record.id, 'Column "x"', 'of nobody', null from record where record.slug = 'meeting-1';

insert into tenure (person_id, position_id, started_from, started_to, started_precision, started_as_recorded, ended_from,
  ended_to, ended_precision, ended_as_recorded, acting, on_behalf_of_id)
select p.id, o.id, '2001-01-01', '2001-12-31', 'YEAR', '2001', '2002-02-02', '2002-02-02', 'DAY', 'Candlemas', true, a.id
from person p, position o, actor a where p.slug = 'person-1' and o.slug = 'position-1' and a.slug = 'made-up-3';
insert into tenure_source (tenure_id, source_id, locator) select t.id, s.id, 'p. 4' from tenure t, source s;
insert into attestation (tenure_id, attested_from, attested_to, attested_precision, attested_as_recorded, label, source_id)
select t.id, date '2001-05-05', date '2001-05-05', 'DAY', '5 May', 'Director', s.id from tenure t, source s where s.slug = 'gazette'
union all
select t.id, '2001-06-01', '2001-06-30', 'MONTH', null, 'Director', null from tenure t;

update topic set notation = '01.02' where slug = 'wide';
insert into topic_exact_match (topic_id, match_id)
select a.id, b.id from topic a, topic b where a.slug = 'wide' and b.slug = 'narrow';
update forum set description = 'Where some meet', parent_id = (select id from forum where slug = 'forum-2')
where slug = 'forum-1';

update meeting set mode = 'HYBRID', status = 'HELD', access = 'OPEN', held_as_recorded = 'in winter', held_from = '2020-01-04',
  held_to = '2020-01-05', held_precision = 'DAY', country_id = (select id from actor where slug = 'made-up-4'),
  declared_participants = 40, declared_participants_as_recorded = 'some forty', participation = 'PARTIAL'
where slug = 'meeting-1';
insert into meeting_role (meeting_id, role, actor_id, person_id, name_as_recorded)
select m.id, 'CO_HOST', a.id, p.id, 'The hosts' from meeting m, actor a, person p
where m.slug = 'meeting-1' and a.slug = 'made-up-4' and p.slug = 'person-2';
insert into meeting_part (meeting_id, kind, number, title, symbol, held_on, starts_at, ends_at)
select id, 'SESSION', n, 'Part', 'A/PV.' || n, '2020-01-04', '10 a.m.', 'noon' from meeting, generate_series(1, 2) n
where slug = 'meeting-1';
insert into meeting_part (meeting_id, kind, number, parent_id)
select meeting_id, 'SITTING', 1, id from meeting_part where number = 2;
insert into meeting_part_identifier (meeting_part_id, scheme, value) select id, 'made-up', 'part ' || id from meeting_part;
insert into agenda_item (meeting_id, number, title, document_symbol)
select id, '7 (a)', 'Any other "business"', 'A/7' from meeting, generate_series(1, 2) where slug = 'meeting-1';
insert into agenda_item (meeting_id, title, parent_id) select meeting_id, 'Below', id from agenda_item;
insert into agenda_item_name (agenda_item_id, text, language, kind, started_from, started_to, started_precision,
  started_as_recorded, ended_from, ended_to, ended_precision, ended_as_recorded)
select id, 'Divers', 'fr', 'SHORT', '2019-01-01', '2019-12-31', 'YEAR', '2019', '2020-01-01', '2020-12-31', 'YEAR', '2020'
from agenda_item where number is not null;
insert into meeting_topic (meeting_id, topic_id)
select m.id, t.id from meeting m, topic t where m.slug in ('meeting-1', 'meeting-2') and t.slug <> 'middle';

update delegation set code_as_recorded = 'ZZZ', capacity = 'OBSERVER_STATE'
where actor_id = (select id from actor where slug = 'made-up-6');
insert into delegation_source (delegation_id, source_id, locator) select d.id, s.id, 'p. 5' from delegation d, source s where d.id % 7 = 0;
insert into delegate_source (delegate_id, source_id, locator) select d.id, s.id, 'p. 6' from delegate d, source s where d.id % 7 = 0;

update instrument set short_name = 'T', symbol = 'T/1', adopted_on = '1990-01-01', opened_for_signature_on = '1990-02-01',
  in_force_on = '1991-01-01', terminated_on = '2001-01-01'
where slug = 'treaty-1';
insert into treaty_action (instrument_id, actor_id, participant_as_recorded, action, action_as_recorded, date, effective_on, text)
select i.id, a.id, 'Actor One', 'RESERVATION', 'r', '1990-03-01', '1990-04-01', 'Reservation ' || n
from instrument i, actor a, generate_series(1, 2) n where i.slug = 'treaty-1' and a.slug = 'made-up-1';
insert into treaty_action (instrument_id, participant_as_recorded, action, objects_to_id)
select instrument_id, 'Actor Two', 'OBJECTION', id from treaty_action where text = 'Reservation 2';
insert into treaty_action_source (treaty_action_id, source_id, locator) select t.id, s.id, 'p. 7' from treaty_action t, source s;

update statement set part_id = (select id from meeting_part where kind = 'SITTING' and meeting_part.meeting_id = statement.meeting_id),
  delivery = 'READ_OUT', delivered_as_recorded = 'at noon', delivered_precision = coalesce(delivered_precision, 'INTERVAL'),
  time_of_day = '12:00', title = 'A title', summary = E'Line one\nline two', procedural = true,
  in_reply_to_id = (select min(s.id) from statement s where s.id <> statement.id)
where meeting_id = (select id from meeting where slug = 'meeting-1');
update speaker set affiliation_id = (select id from actor where slug = 'made-up-7') where id % 3 = 0;
insert into speaker (statement_id, capacity, label_as_recorded, confidence) select id, 'UNKNOWN', 'somebody', 0.1 + 0.2 from statement where id % 5 = 0;
update representation set name_as_recorded = 'the Group' where id % 3 = 0;
insert into addressee (statement_id, actor_id)
select s.id, a.id from statement s, actor a where s.id % 6 = 0 and a.slug in ('made-up-8', 'made-up-9');
insert into statement_agenda_item (statement_id, agenda_item_id)
select s.id, i.id from statement s join agenda_item i on i.meeting_id = s.meeting_id;

update text_version set record_type = 'VERBATIM_RECORD', voice = 'FIRST_PERSON', body = E'Zażółć 😀.\n\nSecond\ttext.' where id % 3 = 0;
insert into text_version (statement_id, language, relation, record_type, body)
select statement_id, language, relation, record_type, 'The same again' from text_version where id % 3 = 0;
insert into text_version_source (text_version_id, source_id, locator) select t.id, s.id, 'p. 8' from text_version t, source s where t.id % 5 = 0;
insert into segment (text_version_id, sequence, kind, anchor, start, "end")
select id, n, 'NOTE', 'a' || n, n, n + 2 from text_version, generate_series(0, 2) n where id % 3 = 0;
update citation set as_recorded = 'the Treaty', pinpoint = 'article 1' where id % 3 = 0;
insert into citation (statement_id, as_recorded, function) select id, 'some treaty', 'INVOKES' from statement, generate_series(1, 2) where id % 3 = 0;
insert into citation (statement_id, target_id, target_type, function)
select s.id, r.id, r.type, 'CRITICISES' from statement s, record r where s.id % 9 = 0 and r.slug = 'meeting-1';
insert into citation_evidence (citation_id, text_version_id, quote, start, "end", source_id, locator)
select c.id, t.id, 'quoted', 0, 4, s.id, 'p. 9' from citation c join text_version t on t.statement_id = c.statement_id, source s
where c.id % 3 = 0;

insert into proposition (slug, wording) select 'claim-' || n, 'Claim ' || n from generate_series(1, 2) n;
insert into proposition_topic (proposition_id, topic_id) select p.id, t.id from proposition p, topic t;
insert into stance (holder_id, holder_as_recorded, statement_id, target_id, target_type, position, position_as_recorded,
  speech_act, condition, coder, method, confidence, status)
select a.id, 'One', s.id, r.id, r.type, 'CONDITIONAL_SUPPORT', 'supports', 'URGES', 'if', 'somebody', 'MANUAL', 0.7, 'ACCEPTED'
from actor a, record r, (select id from statement order by slug limit 1) s, generate_series(1, 2)
where a.slug = 'made-up-1' and r.slug in ('claim-1', 'wide', 'treaty-1', 'decision-1', 'made-up-2');
insert into stance_source (stance_id, source_id, locator) select t.id, s.id, 'p. 10' from stance t, source s;
insert into stance_evidence (stance_id, text_version_id, quote, start, "end", source_id, locator)
select c.id, t.id, 'quoted', 0, 4, s.id, 'p. 11' from stance c, source s, (select id from text_version order by id desc limit 1) t;

update decision set symbol = 'D/1', draft_symbol = 'D/L.1', decided_from = '2020-01-05', decided_to = '2020-01-05',
  decided_precision = 'DAY', decided_as_recorded = 'at last', method = 'RECORDED_VOTE', result = 'ADOPTED',
  levels = '{PARAGRAPH,AMENDMENT}', instrument_id = i.id, draft_id = d.id, agenda_item_id = g.id, no = 1, abstain = 2,
  absent = 3, not_voting = 4, majority_required = 'two thirds', meeting_id = g.meeting_id
from instrument i, instrument d, (select * from agenda_item order by id desc limit 1) g
where decision.slug = 'decision-1' and i.slug = 'treaty-1' and d.slug = 'treaty-2';
insert into decision_topic (decision_id, topic_id) select d.id, t.id from decision d, topic t where d.slug like 'decision-1%';
update vote set person_id = p.id, group_id = g.id, intended = 'NO', veto = true, code_as_recorded = 'ZZ'
from person p, actor g where vote.id = (select min(id) from vote) and p.slug = 'person-3' and g.slug = 'group-a';
insert into vote (decision_id, option, code_as_recorded) select id, 'ABSENT', 'QQ' from decision;
