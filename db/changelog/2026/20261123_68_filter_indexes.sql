--liquibase formatted sql

--changeset meeting-records:20261123_68_filter_indexes
--comment: Every filter and every order has an index that serves it.
-- Texts are compared in lower case, in whole, by their beginning or by any part: one trigram index a table serves them all;
-- days, numbers, closed lists and orders have B-trees.
create index actor_texts_idx on actor using gin (
  lower(iso2) gin_trgm_ops,
  lower(iso3) gin_trgm_ops,
  lower(name) gin_trgm_ops,
  lower(short_name) gin_trgm_ops,
  slug gin_trgm_ops);
create index actor_dissolved_from_idx on actor (dissolved_from);
create index actor_dissolved_to_idx on actor (dissolved_to);
create index actor_founded_to_idx on actor (founded_to);
create index actor_kind_idx on actor (kind);
create index citation_texts_idx on citation using gin (lower(as_recorded) gin_trgm_ops, lower(pinpoint) gin_trgm_ops);
create index citation_as_recorded_idx on citation (as_recorded, id);
create index citation_function_idx on citation (function);
create index decision_texts_idx on decision using gin (
  lower(draft_symbol) gin_trgm_ops,
  lower(majority_required) gin_trgm_ops,
  lower(symbol) gin_trgm_ops,
  lower(title) gin_trgm_ops,
  slug gin_trgm_ops);
create index decision_absent_idx on decision (absent);
create index decision_abstain_idx on decision (abstain);
create index decision_decided_on_idx on decision (decided_on);
create index decision_decided_to_idx on decision (decided_to);
create index decision_method_idx on decision (method);
create index decision_no_idx on decision (no);
create index decision_not_voting_idx on decision (not_voting);
create index decision_result_idx on decision (result);
create index decision_sequence_idx on decision (sequence, id);
create index decision_year_idx on decision (year);
create index decision_yes_idx on decision (yes, id);
create index delegation_texts_idx on delegation using gin (
  lower(code_as_recorded) gin_trgm_ops,
  lower(name_as_recorded) gin_trgm_ops);
create index delegation_capacity_idx on delegation (capacity);
create index delegation_name_as_recorded_idx on delegation (name_as_recorded, id);
create index forum_texts_idx on forum using gin (
  lower(acronym) gin_trgm_ops,
  lower(description) gin_trgm_ops,
  lower(name) gin_trgm_ops,
  slug gin_trgm_ops);
create index forum_kind_idx on forum (kind);
create index instrument_texts_idx on instrument using gin (
  lower(short_name) gin_trgm_ops,
  lower(symbol) gin_trgm_ops,
  lower(title) gin_trgm_ops,
  slug gin_trgm_ops);
create index instrument_kind_idx on instrument (kind);
create index instrument_opened_for_signature_on_idx on instrument (opened_for_signature_on);
create index instrument_terminated_on_idx on instrument (terminated_on);
create index instrument_title_idx on instrument (title, id);
create index meeting_texts_idx on meeting using gin (
  lower(city) gin_trgm_ops,
  lower(declared_participants_as_recorded) gin_trgm_ops,
  lower(title) gin_trgm_ops,
  slug gin_trgm_ops);
create index meeting_access_idx on meeting (access);
create index meeting_declared_participants_idx on meeting (declared_participants);
create index meeting_ends_on_idx on meeting (ends_on);
create index meeting_held_to_idx on meeting (held_to);
create index meeting_mode_idx on meeting (mode);
create index meeting_participation_idx on meeting (participation);
create index meeting_starts_on_idx on meeting (starts_on);
create index meeting_status_idx on meeting (status);
create index meeting_year_idx on meeting (year);
create index membership_ended_from_idx on membership (ended_from);
create index membership_ended_to_idx on membership (ended_to);
create index membership_role_idx on membership (role);
create index membership_started_to_idx on membership (started_to);
create index person_texts_idx on person using gin (lower(name) gin_trgm_ops, slug gin_trgm_ops);
create index position_texts_idx on "position" using gin (lower(title) gin_trgm_ops, slug gin_trgm_ops);
create index position_rank_idx on "position" (rank);
create index proposition_texts_idx on proposition using gin (lower(wording) gin_trgm_ops, slug gin_trgm_ops);
create index proposition_wording_idx on proposition (wording, id);
create index representation_texts_idx on representation using gin (lower(name_as_recorded) gin_trgm_ops);
create index representation_kind_idx on representation (kind);
create index representation_name_as_recorded_idx on representation (name_as_recorded, id);
create index source_texts_idx on source using gin (
  lower(author) gin_trgm_ops,
  lower(citation) gin_trgm_ops,
  lower(editor) gin_trgm_ops,
  lower(language) gin_trgm_ops,
  lower(publisher) gin_trgm_ops,
  lower(rights) gin_trgm_ops,
  lower(title) gin_trgm_ops,
  slug gin_trgm_ops);
create index source_authority_idx on source (authority);
create index source_kind_idx on source (kind);
create index source_retrieved_on_idx on source (retrieved_on);
create index stance_texts_idx on stance using gin (
  lower(coder) gin_trgm_ops,
  lower(condition) gin_trgm_ops,
  lower(holder_as_recorded) gin_trgm_ops,
  lower(position_as_recorded) gin_trgm_ops);
create index stance_confidence_idx on stance (confidence, id);
create index stance_method_idx on stance (method);
create index stance_position_idx on stance (position);
create index stance_speech_act_idx on stance (speech_act);
create index stance_status_idx on stance (status);
create index statement_texts_idx on statement using gin (
  lower(attribution) gin_trgm_ops,
  lower(language) gin_trgm_ops,
  lower(summary) gin_trgm_ops,
  lower(time_of_day) gin_trgm_ops,
  lower(title) gin_trgm_ops,
  slug gin_trgm_ops);
create index statement_delivered_on_idx on statement (delivered_on);
create index statement_delivered_to_idx on statement (delivered_to);
create index statement_delivery_idx on statement (delivery);
create index statement_kind_idx on statement (kind);
create index statement_sequence_idx on statement (sequence, id);
create index statement_year_idx on statement (year);
create index tenure_ended_from_idx on tenure (ended_from);
create index tenure_ended_to_idx on tenure (ended_to);
create index tenure_started_to_idx on tenure (started_to);
create index topic_texts_idx on topic using gin (
  lower(name) gin_trgm_ops,
  lower(notation) gin_trgm_ops,
  lower(scheme) gin_trgm_ops,
  slug gin_trgm_ops);
create index topic_notation_idx on topic (notation, id);
create index treaty_action_texts_idx on treaty_action using gin (
  lower(action_as_recorded) gin_trgm_ops,
  lower(participant_as_recorded) gin_trgm_ops,
  lower(text) gin_trgm_ops);
create index treaty_action_action_idx on treaty_action (action);
create index treaty_action_effective_on_idx on treaty_action (effective_on);
create index treaty_action_participant_as_recorded_idx on treaty_action (participant_as_recorded, id);
create index vote_texts_idx on vote using gin (lower(code_as_recorded) gin_trgm_ops, lower(name_as_recorded) gin_trgm_ops);
create index vote_intended_idx on vote (intended);
create index vote_name_as_recorded_idx on vote (name_as_recorded, id);
create index vote_option_idx on vote (option);
create index record_texts_idx on record using gin (slug gin_trgm_ops);
--rollback drop index record_texts_idx;
--rollback drop index vote_option_idx;
--rollback drop index vote_name_as_recorded_idx;
--rollback drop index vote_intended_idx;
--rollback drop index vote_texts_idx;
--rollback drop index treaty_action_participant_as_recorded_idx;
--rollback drop index treaty_action_effective_on_idx;
--rollback drop index treaty_action_action_idx;
--rollback drop index treaty_action_texts_idx;
--rollback drop index topic_notation_idx;
--rollback drop index topic_texts_idx;
--rollback drop index tenure_started_to_idx;
--rollback drop index tenure_ended_to_idx;
--rollback drop index tenure_ended_from_idx;
--rollback drop index statement_year_idx;
--rollback drop index statement_sequence_idx;
--rollback drop index statement_kind_idx;
--rollback drop index statement_delivery_idx;
--rollback drop index statement_delivered_to_idx;
--rollback drop index statement_delivered_on_idx;
--rollback drop index statement_texts_idx;
--rollback drop index stance_status_idx;
--rollback drop index stance_speech_act_idx;
--rollback drop index stance_position_idx;
--rollback drop index stance_method_idx;
--rollback drop index stance_confidence_idx;
--rollback drop index stance_texts_idx;
--rollback drop index source_retrieved_on_idx;
--rollback drop index source_kind_idx;
--rollback drop index source_authority_idx;
--rollback drop index source_texts_idx;
--rollback drop index representation_name_as_recorded_idx;
--rollback drop index representation_kind_idx;
--rollback drop index representation_texts_idx;
--rollback drop index proposition_wording_idx;
--rollback drop index proposition_texts_idx;
--rollback drop index position_rank_idx;
--rollback drop index position_texts_idx;
--rollback drop index person_texts_idx;
--rollback drop index membership_started_to_idx;
--rollback drop index membership_role_idx;
--rollback drop index membership_ended_to_idx;
--rollback drop index membership_ended_from_idx;
--rollback drop index meeting_year_idx;
--rollback drop index meeting_status_idx;
--rollback drop index meeting_starts_on_idx;
--rollback drop index meeting_participation_idx;
--rollback drop index meeting_mode_idx;
--rollback drop index meeting_held_to_idx;
--rollback drop index meeting_ends_on_idx;
--rollback drop index meeting_declared_participants_idx;
--rollback drop index meeting_access_idx;
--rollback drop index meeting_texts_idx;
--rollback drop index instrument_title_idx;
--rollback drop index instrument_terminated_on_idx;
--rollback drop index instrument_opened_for_signature_on_idx;
--rollback drop index instrument_kind_idx;
--rollback drop index instrument_texts_idx;
--rollback drop index forum_kind_idx;
--rollback drop index forum_texts_idx;
--rollback drop index delegation_name_as_recorded_idx;
--rollback drop index delegation_capacity_idx;
--rollback drop index delegation_texts_idx;
--rollback drop index decision_yes_idx;
--rollback drop index decision_year_idx;
--rollback drop index decision_sequence_idx;
--rollback drop index decision_result_idx;
--rollback drop index decision_not_voting_idx;
--rollback drop index decision_no_idx;
--rollback drop index decision_method_idx;
--rollback drop index decision_decided_to_idx;
--rollback drop index decision_decided_on_idx;
--rollback drop index decision_abstain_idx;
--rollback drop index decision_absent_idx;
--rollback drop index decision_texts_idx;
--rollback drop index citation_function_idx;
--rollback drop index citation_as_recorded_idx;
--rollback drop index citation_texts_idx;
--rollback drop index actor_kind_idx;
--rollback drop index actor_founded_to_idx;
--rollback drop index actor_dissolved_to_idx;
--rollback drop index actor_dissolved_from_idx;
--rollback drop index actor_texts_idx;
