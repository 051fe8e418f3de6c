--liquibase formatted sql

--changeset meeting-records:membership_certainty runOnChange:true splitStatements:false
--comment: How sure it is that a membership holds on a day.
-- A membership that began and is not known to have ended goes on. Inside the span in which it began or ended, a day is only
-- LIKELY. Without a day the question is whether the membership's start is known at all.
create or replace function membership_certainty(
  started_from date, started_to date, ended_from date, ended_to date, day date
) returns text
  language sql immutable parallel safe as $$
  select case
    when num_nonnulls(started_from, started_to) = 0 then 'UNKNOWN'
    when day is null then 'CERTAIN'
    when day >= started_to and num_nonnulls(ended_from, ended_to) = 0 then 'CERTAIN'
    when day between started_to and ended_from then 'CERTAIN'
    when day < coalesce(started_from, started_to) then 'UNKNOWN'
    when num_nonnulls(ended_from, ended_to) = 0 or day <= coalesce(ended_to, ended_from) then 'LIKELY'
    else 'UNKNOWN'
  end
$$;
--rollback drop function membership_certainty;
