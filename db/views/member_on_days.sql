--liquibase formatted sql

--changeset meeting-records:member_on_days runOnChange:true splitStatements:false
--comment: Whether known dates leave open that a membership held on one of the days of something.
-- The days are its own; where nothing is known of these, those of the meeting. A missing end excludes nothing.
create or replace function member_on_days(
  started_from date, ended_to date, own_from date, own_to date, meeting_from date, meeting_to date
) returns boolean
  language sql immutable parallel safe as $$
  select case when num_nonnulls(own_from, own_to) > 0
    then (own_to < started_from or own_from > ended_to) is not true
    else (meeting_to < started_from or meeting_from > ended_to) is not true
  end
$$;
--rollback drop function member_on_days;
