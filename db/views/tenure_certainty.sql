--liquibase formatted sql

--changeset meeting-records:tenure_certainty runOnChange:true splitStatements:false
--comment: How sure it is that someone held an office on a day.
-- CERTAIN on an attested day (where only a span is known, any day of it), inside known dates, and on a known first or last
-- day whatever else is unknown; LIKELY between two of the known points: start, attested days, end; else UNKNOWN.
create or replace function tenure_certainty(tenure_id bigint, day date) returns text
  language sql stable parallel safe as $$
  select case
    when exists (
      select from attestation
      where attestation.tenure_id = tenure.id and day between attested_from and attested_to) then 'CERTAIN'
    when day between started_to and ended_from then 'CERTAIN'
    when (started_from, started_to) = (day, day) or (ended_from, ended_to) = (day, day) then 'CERTAIN'
    when (
      select count(*) > 1 and day between min(point.since) and max(point.until)
      from (
        select coalesce(attested_from, attested_to) as since, coalesce(attested_to, attested_from) as until
        from attestation
        where attestation.tenure_id = tenure.id
        union all
        select coalesce(tenure.started_from, tenure.started_to), coalesce(tenure.started_to, tenure.started_from)
        union all
        select coalesce(tenure.ended_from, tenure.ended_to), coalesce(tenure.ended_to, tenure.ended_from)) point
      where point.since is not null) then 'LIKELY'
    else 'UNKNOWN'
  end
  from tenure where tenure.id = tenure_certainty.tenure_id
$$;
--rollback drop function tenure_certainty;
