--liquibase formatted sql

--changeset meeting-records:treaty_parties runOnChange:true splitStatements:false
--comment: Who is bound by an instrument on a day.
-- An act that binds and has taken effect by that day, or whose day is unknown, binds until a withdrawal after it; signature
-- alone does not bind, nor does an instrument that is not yet, or no longer, in force; a state that is no more is bound by
-- nothing. Without a day: today.
create or replace function treaty_parties(instrument_id bigint, as_of date) returns setof bigint
  language sql stable parallel safe rows 50 as $$
  select distinct bound.actor_id
  from instrument
  join treaty_action bound on bound.instrument_id = instrument.id
  join actor on actor.id = bound.actor_id
  where instrument.id = treaty_parties.instrument_id
    and (instrument.in_force_on > coalesce(as_of, current_date)) is not true
    and (instrument.terminated_on <= coalesce(as_of, current_date)) is not true
    and (actor.dissolved_to < coalesce(as_of, current_date)) is not true
    and bound.action in ('RATIFICATION', 'ACCEPTANCE', 'APPROVAL', 'ACCESSION', 'SUCCESSION', 'DEFINITIVE_SIGNATURE',
      'FORMAL_CONFIRMATION', 'CONSENT_TO_BE_BOUND', 'PARTICIPATION', 'SIMPLIFIED_PROCEDURE')
    and (coalesce(bound.effective_on, bound.date) > coalesce(as_of, current_date)) is not true
    and not exists (
      select from treaty_action withdrawn
      where withdrawn.instrument_id = instrument.id
        and withdrawn.actor_id = bound.actor_id
        and withdrawn.action = 'WITHDRAWAL'
        and (coalesce(withdrawn.effective_on, withdrawn.date) > coalesce(as_of, current_date)) is not true
        and (coalesce(withdrawn.effective_on, withdrawn.date) < coalesce(bound.effective_on, bound.date)) is not true)
$$;
--rollback drop function treaty_parties;
