-- What the database refuses, each command under the name of the rule that refuses it. Given are one row of most tables.

-- given
insert into forum (slug, name, kind) values ('f', 'F', 'SUMMIT');
insert into actor (slug, name, kind)
values ('a', 'A', 'STATE'), ('b', 'B', 'STATE'), ('g', 'G', 'BLOC'), ('h', 'H', 'BLOC');
insert into person (slug, name) values ('p', 'P');
insert into position (slug, title, organization_id) select 'o', 'O', id from actor where slug = 'a';
insert into source (slug, title, kind, authority) values ('s', 'S', 'BOOK', 'USER');
insert into meeting (slug, title, held_from, held_to, held_precision)
values ('m', 'M', '2020-12-09', '2020-12-10', 'DAY'), ('n', 'N', null, null, null);
insert into topic (slug, scheme, name) values ('t', 'local', 'T');
insert into instrument (slug, kind, title, in_force_on) values ('i', 'TREATY', 'I', '2000-01-01');
insert into delegation (meeting_id, actor_id)
select m.id, a.id from meeting m, actor a where m.slug = 'm' and a.slug = 'a';
insert into statement (slug, meeting_id, delegation_id, sequence, kind)
select 's1', m.id, d.id, 1, 'SPEECH' from meeting m join delegation d on d.meeting_id = m.id;
insert into proposition (slug, wording) values ('w', 'W');
insert into decision (slug, title, meeting_id) select 'd', 'D', id from meeting where slug = 'm';
insert into text_version (statement_id, language, body)
select id, 'en', E'One two.\r\n\r\n  Three 四 \r\nfour' from statement;
insert into meeting_part (meeting_id, kind) select id, 'SITTING' from meeting where slug = 'n';
insert into agenda_item (meeting_id, title) select id, 'X' from meeting where slug = 'n';
insert into tenure (person_id, position_id) select p.id, o.id from person p, position o;

-- slug_form
insert into forum (slug, name, kind) values ('F', 'F', 'SUMMIT');

-- forum_slug_key
insert into forum (slug, name, kind) values ('f', 'F', 'SUMMIT');

-- filled_text_not_empty
insert into forum (slug, name, kind) values ('f2', '', 'SUMMIT');

-- forum_kind_values
insert into forum (slug, name, kind) values ('f2', 'F', 'NOPE');

-- record_pkey
insert into forum (id, slug, name, kind) select id, 'f2', 'F', 'SUMMIT' from meeting limit 1;

-- forum_keeps_id
update forum set id = id + 1000;

-- forum_not_its_own_parent
update forum set parent_id = id;

-- forum_id_fkey
delete from record where slug = 'f';

-- meeting_held_span
update meeting set held_precision = null where slug = 'm';

-- meeting_held_span
update meeting set held_to = '2020-12-08' where slug = 'm';

-- meeting_held_span
update meeting set held_to = null where slug = 'm';

-- meeting_held_span
update meeting set held_precision = 'MONTH' where slug = 'm';

-- meeting_held_span
update meeting set held_precision = 'YEAR' where slug = 'm';

-- meeting_held_span
update meeting set held_to = 'infinity', held_precision = 'INTERVAL' where slug = 'm';

-- meeting_held_span
update meeting set held_precision = 'DAY' where slug = 'n';

-- meeting_ordinal_positive
update meeting set ordinal = 0;

-- meeting_declared_participants_counted
update meeting set declared_participants=-1;

-- mode
update meeting set mode = null;

-- identifier_scheme_value
insert into identifier (record_id, scheme, value) select id, 'x', '1' from meeting;

-- identifier_record_id_fkey
insert into identifier (record_id, record_type, scheme, value) select id, 'ACTOR', 'x', '1' from forum;

-- filled_text_not_empty
insert into identifier (record_id, scheme, value) select id, 'x', '' from meeting;

-- identifier_scheme_template
insert into identifier_scheme values('x', 'http://y');

-- language_tag_form
insert into name (record_id, text, kind, language) select id, 'x', 'ALIAS', 'not a tag' from meeting;

-- name_started_before_ended
insert into name (record_id, text, kind, started_from, started_to, started_precision, ended_from, ended_to, ended_precision)
select id, 'x', 'ALIAS', '2020-01-01', '2020-01-01', 'DAY', '2019-01-01', '2019-01-01', 'DAY'
from meeting;

-- url_form
update source set url = 'somewhere';

-- source_published_on_finite
update source set published_on = 'infinity';

-- source_link_once
insert into source_link (record_id, source_id) select id, id from source union all select id, id from source;

-- actor_iso3_form
update actor set iso3 = 'chn' where slug = 'a';

-- actor_iso2_form
update actor set iso2 = 'chn' where slug = 'a';

-- succession_of_two
insert into succession (from_id, to_id, kind) select id, id, 'MERGER' from actor where slug = 'a';

-- membership_of_another
insert into membership (group_id, member_id, role) select id, id, 'MEMBER' from actor where slug = 'a';

-- membership_not_twice_at_once
insert into membership (group_id, member_id, role)
select g.id, a.id, 'MEMBER' from actor g, actor a, generate_series(1, 2) where g.slug = 'g' and a.slug = 'a';

-- membership_not_twice_at_once
insert into membership (group_id, member_id, role, started_from, started_to, started_precision)
select g.id, a.id, 'MEMBER', d, d, 'DAY'
from actor g, actor a, (values(date '2000-01-01'), ('2005-01-01')) d(d) where g.slug = 'g' and a.slug = 'a';

-- tenure_once
insert into tenure (person_id, position_id) select p.id, o.id from person p, position o;

-- attestation_attested
insert into attestation (tenure_id, label) select id, 'x' from tenure;

-- topic_exact_match_of_two
insert into topic_exact_match select id, id from topic;

-- topic_scheme_notation
insert into topic (slug, scheme, name, notation) values ('t2', 'l', 'T', '1'), ('t3', 'l', 'T', '1');

-- meeting_role_held
insert into meeting_role (meeting_id, role) select id, 'HOST' from meeting;

-- meeting_part_parent_id_fkey
insert into meeting_part (meeting_id, kind, parent_id)
select m.id, 'SITTING', p.id from meeting m, meeting_part p where m.slug = 'm';

-- agenda_item_parent_id_fkey
insert into agenda_item (meeting_id, title, parent_id)
select m.id, 'x', p.id from meeting m, agenda_item p where m.slug = 'm';

-- delegation_named
insert into delegation (meeting_id) select id from meeting;

-- delegation_once
insert into delegation (meeting_id, actor_id) select meeting_id, actor_id from delegation;

-- delegation_unresolved_once
insert into delegation (meeting_id, name_as_recorded) select meeting_id, 'x' from delegation, generate_series(1, 2);

-- delegate_named
insert into delegate (delegation_id) select id from delegation;

-- statement_meeting_sequence
insert into statement (slug, meeting_id, kind, sequence) select 's2', meeting_id, kind, 1 from statement;

-- statement_sequence_counted
insert into statement (slug, meeting_id, kind, sequence) select 's2', meeting_id, kind, -1 from statement;

-- statement_delegation_id_fkey
insert into statement (slug, meeting_id, kind, delegation_id)
select 's2', m.id, 'SPEECH', d.id from meeting m, delegation d where m.slug = 'n';

-- statement_part_id_fkey
insert into statement (slug, meeting_id, kind, part_id)
select 's2', m.id, 'SPEECH', d.id from meeting m, meeting_part d where m.slug = 'm';

-- statement_not_in_reply_to_itself
update statement set in_reply_to_id = id;

-- speaker_named
insert into speaker (statement_id) select id from statement;

-- speaker_confidence_share
insert into speaker (statement_id, label_as_recorded, confidence) select id, 'x', 2 from statement;

-- representation_named
insert into representation (statement_id, kind) select id, 'JOINT_AUTHOR' from statement;

-- segment_offsets_ordered
insert into segment (text_version_id, sequence, kind, start, "end") select id, 1, 'NOTE', 4, 4 from text_version;

-- filled_text_not_empty
update text_version set body = '';

-- citation_named
insert into citation (statement_id, function) select id, 'MENTIONS' from statement;

-- citation_target_whole
insert into citation (statement_id, function, target_id) select id, 'MENTIONS', id from statement;

-- citation_target_id_fkey
insert into citation (statement_id, function, target_id, target_type) select id, 'MENTIONS', id, 'ACTOR' from statement;

-- stance_held
insert into stance (target_id, target_type, position, method, status)
select id, 'PROPOSITION', 'SUPPORT', 'MANUAL', 'ACCEPTED' from proposition;

-- stance_target_can_be_taken_on
insert into stance (holder_as_recorded, target_id, target_type, position, method, status)
select 'x', id, 'MEETING', 'SUPPORT', 'MANUAL', 'ACCEPTED' from meeting;

-- stance_confidence_share
insert into stance (holder_as_recorded, target_id, target_type, position, method, status, confidence)
select 'x', id, 'PROPOSITION', 'SUPPORT', 'MANUAL', 'ACCEPTED', 1.1 from proposition;

-- stance_evidence_from_somewhere
with s as (
  insert into stance (holder_as_recorded, target_id, target_type, position, method, status)
  select 'x', id, 'PROPOSITION', 'SUPPORT', 'MANUAL', 'ACCEPTED' from proposition
  returning id)
insert into stance_evidence (stance_id, quote) select id, 'x' from s;

-- stance_evidence_of_something
with s as (
  insert into stance (holder_as_recorded, target_id, target_type, position, method, status)
  select 'x', id, 'PROPOSITION', 'SUPPORT', 'MANUAL', 'ACCEPTED' from proposition
  returning id)
insert into stance_evidence (stance_id, source_id) select s.id, source.id from s, source;

-- stance_evidence_offsets_in_a_text
with s as (
  insert into stance (holder_as_recorded, target_id, target_type, position, method, status)
  select 'x', id, 'PROPOSITION', 'SUPPORT', 'MANUAL', 'ACCEPTED' from proposition
  returning id)
insert into stance_evidence (stance_id, source_id, start, "end") select s.id, source.id, 1, 2 from s, source;

-- stance_evidence_offsets_ordered
with s as (
  insert into stance (holder_as_recorded, target_id, target_type, position, method, status)
  select 'x', id, 'PROPOSITION', 'SUPPORT', 'MANUAL', 'ACCEPTED' from proposition
  returning id)
insert into stance_evidence (stance_id, text_version_id, start, "end") select s.id, text_version.id, 3, 2 from s, text_version;

-- decision_levels_known
update decision set levels = array[null]::text[];

-- decision_level_values
update decision set levels = array['X'];

-- decision_votes_counted
update decision set yes=-1;

-- decision_agenda_item_of_its_meeting
update decision set meeting_id = null, agenda_item_id = (select id from agenda_item);

-- decision_agenda_item_id_fkey
update decision set agenda_item_id = (select id from agenda_item);

-- vote_cast_by_someone
insert into vote (decision_id, option) select id, 'YES' from decision;

-- vote_once_an_actor
insert into vote (decision_id, option, actor_id)
select d.id, 'YES', a.id from decision d, actor a, generate_series(1, 2) where a.slug = 'a';

-- vote_once_a_person
insert into vote (decision_id, option, person_id)
select d.id, 'YES', a.id from decision d, person a, generate_series(1, 2);

-- vote_once_a_name
insert into vote (decision_id, option, name_as_recorded) select d.id, 'YES', 'x' from decision d, generate_series(1, 2);

-- instrument_in_force_before_terminated
update instrument set terminated_on = '1999-01-01';

-- instrument_days_finite
update instrument set adopted_on = '-infinity';
