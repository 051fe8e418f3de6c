-- Made-up records, set by set, for the meetings numbered :first to :last; run again with the next numbers, the database grows.
-- A meeting has 200 statements by 60 delegations of 2 people. Whatever is drawn is drawn by a hash of a number, so two databases
-- that grew in the same steps hold the same. Dates lie from 1950 to 2023, one day a meeting.
\set ON_ERROR_STOP on
begin;

create function pg_temp.drawn(number bigint, salt integer, below bigint) returns bigint language sql immutable as $$
  select (hashint8extended(number, salt) & 9223372036854775807) % below
$$;

create temporary table state on commit drop as
select row_number() over (order by iso3) - 1 as number, id, iso3, name
from actor
where kind = 'STATE' and iso3 is not null and dissolved_precision is null;
select count(*) as states from state \gset

-- What does not grow: forums, topics, ten offices a state, and sentences to make texts of.
insert into forum (slug, name, kind)
select 'made-up-forum-' || number, 'Forum ' || number, 'STANDING_BODY' from generate_series(0, 9) number
on conflict (slug) do nothing;

insert into topic (slug, scheme, notation, name)
select 'made-up-topic-' || number, 'made-up', number::text, 'Topic ' || number from generate_series(0, 199) number
on conflict (slug) do nothing;

insert into position (slug, title, rank, organization_id)
select
  'made-up-office-' || lower(state.iso3) || '-' || office.number, office.title, office.rank, state.id
from
  state,
  (values
    (0, 'President', 'HEAD_OF_STATE'), (1, 'Prime Minister', 'HEAD_OF_GOVERNMENT'),
    (2, 'Minister for Foreign Affairs', 'FOREIGN_MINISTER'), (3, 'Minister', 'MINISTER'),
    (4, 'Director-General', 'DIRECTOR_GENERAL'), (5, 'Director', 'DIRECTOR'),
    (6, 'Permanent Representative', 'PERMANENT_REPRESENTATIVE'), (7, 'Ambassador', 'AMBASSADOR'),
    (8, 'Adviser', 'OFFICIAL'), (9, 'Expert', 'EXPERT')) office (number, title, rank)
on conflict (slug) do nothing;

create temporary table office on commit drop as
select state.number as state, right(position.slug, 1)::integer as number, position.id
from state
join position on position.organization_id = state.id and position.slug like 'made-up-office-%';

create temporary table sentence on commit drop as
select
  number,
  initcap(left(words, 1)) || substr(words, 2)
    || case number % 50
      when 0 then ' on nuclear weapons and their prohibition'
      when 1 then ' under the treaty on non-proliferation'
      when 2 then ' for a nuclear weapon free zone'
      else '' end
    || '.' as words
from (
  select sentence.number, string_agg(vocabulary.word, ' ' order by place) as words
  from generate_series(0, 1999) sentence (number),
    generate_series(1, 16) place,
    lateral (select ('{the,of,and,to,in,we,our,delegation,states,peace,security,international,development,community,'
      'cooperation,agreement,assembly,council,resolution,conference,question,report,committee,people,support,efforts,progress,'
      'disarmament,climate,economic,social,human,rights,law,law of the sea,health,education,trade,finance,region,neighbours,'
      'members,draft,proposal,implementation,negotiations,verification,transparency,assistance,sustainable,water,energy,food,'
      'children,women,youth,future,past,year,session,chair,statement,welcome,condemn,urge,note,recall,reaffirm,stress,regret,'
      'hope,believe,call,invite,request,thank,measures,steps,action,plan,goals,threat,conflict,crisis,dialogue,trust,island,'
      'mountain,river,ocean,migration,refugees,terrorism,poverty,hunger,debt,markets,technology,science,culture,heritage}'
      )::text[] as all_words) words,
    lateral (select all_words[1 + pg_temp.drawn(sentence.number * 16 + place, 1, array_length(all_words, 1))] as word)
      vocabulary
  group by sentence.number) made;

-- What grows with the meetings: people, meetings, delegations and delegates.
create temporary table meeting_number on commit drop as
select number, date '1950-01-01' + pg_temp.drawn(number, 2, 27000)::integer as held
from generate_series(:first, :last) number;

insert into person (slug, name)
select 'made-up-person-' || number, 'Person ' || number
from generate_series((:first - 1) * 24, :last * 24 - 1) number;

insert into meeting (slug, title, forum_id, ordinal, held_from, held_to, held_precision, city, country_id)
select
  'made-up-meeting-' || meeting_number.number, 'Meeting ' || meeting_number.number, forum.id, meeting_number.number,
  held, held + 1, 'DAY', 'City ' || host.number, host.id
from meeting_number
join forum on forum.slug = 'made-up-forum-' || meeting_number.number % 10
join state host on host.number = pg_temp.drawn(meeting_number.number, 3, :states);

create temporary table new_meeting on commit drop as
select meeting_number.*, meeting.id, meeting.country_id
from meeting_number
join meeting on meeting.slug = 'made-up-meeting-' || meeting_number.number;

insert into meeting_role (meeting_id, role, actor_id)
select id, 'HOST', country_id from new_meeting;

-- 60 states that follow each other in the alphabet, from a drawn one on.
insert into delegation (meeting_id, actor_id, capacity)
select new_meeting.id, state.id, case place % 10 when 0 then 'OBSERVER_STATE' else 'MEMBER' end
from new_meeting
cross join generate_series(0, 59) place
join state on state.number = (pg_temp.drawn(new_meeting.number, 4, :states) + place) % :states
order by new_meeting.number, place;

create temporary table new_delegation on commit drop as
select
  delegation.id, delegation.meeting_id, delegation.actor_id, state.number as state, state.name,
  new_meeting.number as meeting, new_meeting.held,
  row_number() over (partition by delegation.meeting_id order by delegation.id) - 1 as place
from new_meeting
join delegation on delegation.meeting_id = new_meeting.id
join state on state.id = delegation.actor_id;

insert into delegate (delegation_id, person_id, position_id, role)
select new_delegation.id, person.id, office.id, case nth when 0 then 'HEAD' else 'MEMBER' end
from new_delegation
cross join generate_series(0, 1) nth
join person on person.slug = 'made-up-person-' || pg_temp.drawn(meeting * 120 + place * 2 + nth, 5, :last * 24)
join office on office.state = new_delegation.state
  and office.number = nth * 5 + pg_temp.drawn(meeting * 120 + place * 2 + nth, 6, 5);

-- And the statements. Triggers that keep one row at a time in step are left out; what they would write is written here.
alter table statement disable trigger statement_registered;
alter table statement disable trigger statement_actor_kept;

create temporary table new_statement on commit drop as
select
  nextval('record_id') as id, counted.number, 'made-up-statement-' || counted.number as slug, nth + 1 as sequence,
  spoken.id as delegation, spoken.meeting_id, spoken.actor_id, spoken.state, spoken.name, spoken.held,
  first.words || ' ' || second.words || ' ' || third.words as body
from new_meeting
cross join generate_series(0, 199) nth
cross join lateral (select new_meeting.number * 200 - 200 + nth as number) counted
join new_delegation spoken on spoken.meeting_id = new_meeting.id and spoken.place = pg_temp.drawn(counted.number, 7, 60)
join sentence first on first.number = pg_temp.drawn(counted.number, 8, 2000)
join sentence second on second.number = pg_temp.drawn(counted.number, 9, 2000)
join sentence third on third.number = pg_temp.drawn(counted.number, 10, 2000);
analyze new_statement;

insert into record (id, type, slug)
select id, 'STATEMENT', slug from new_statement order by id;

insert into statement (
  id, slug, meeting_id, delegation_id, actor_id, sequence, kind, delivered_from, delivered_to, delivered_precision,
  attribution, language, word_count)
select
  id, slug, meeting_id, delegation, actor_id, sequence, 'SPEECH', held, held, 'DAY', name, 'en',
  regexp_count(body, '\S+')
from new_statement
order by id;

set constraints all immediate;
alter table statement enable trigger statement_registered;
alter table statement enable trigger statement_actor_kept;

insert into speaker (statement_id, person_id, position_id, capacity)
select new_statement.id, person.id, office.id, 'NATIONAL'
from new_statement
join person on person.slug = 'made-up-person-' || pg_temp.drawn(new_statement.number, 11, :last * 24)
join office on office.state = new_statement.state and office.number = pg_temp.drawn(new_statement.number, 12, 10)
order by new_statement.id;

insert into statement_topic (statement_id, topic_id)
select new_statement.id, topic.id
from new_statement
join topic on topic.slug = 'made-up-topic-' || pg_temp.drawn(new_statement.number, 13, 200);

alter table text_version disable trigger text_version_counted;
insert into text_version (statement_id, language, relation, record_type, body)
select id, 'en', 'ORIGINAL', 'VERBATIM_RECORD', body
from new_statement
order by id;
alter table text_version enable trigger text_version_counted;

commit;
analyze;
