--liquibase formatted sql

--changeset meeting-records:20261123_03_is_span splitStatements:false
--comment: What makes four columns a span: the rule behind every …_span check.
-- DAY: both ends are known days. MONTH, YEAR: that calendar month or year. INTERVAL: one unknown day or stretch between
-- two days, of which one may be missing. No precision: nothing is known, not even words.
create function is_span(span_from date, span_to date, "precision" date_precision, as_recorded text) returns boolean
  language sql immutable parallel safe
  return case
    when "precision" is null then num_nonnulls(span_from, span_to, as_recorded) = 0
    when num_nonnulls(span_from, span_to, as_recorded) = 0 then false
    when not isfinite(span_from) or not isfinite(span_to) or span_from > span_to then false
    when "precision" = 'INTERVAL' then true
    when num_nulls(span_from, span_to) > 0 then false
    when "precision" = 'MONTH' then
      extract(day from span_from) = 1 and span_to = (span_from + interval '1 month' - interval '1 day')::date
    when "precision" = 'YEAR' then
      extract(doy from span_from) = 1 and span_to = (span_from + interval '1 year' - interval '1 day')::date
    else true
  end;
--rollback drop function is_span;
