--liquibase formatted sql

--changeset meeting-records:marked runOnChange:true splitStatements:false
--comment: A passage with the words of a query between <mark> and </mark>, everything else escaped; null where it has none.
-- Control characters stand for the marks meanwhile, so that no text can bring marks of its own.
create or replace function marked(configuration regconfig, passage text, query tsquery) returns text
  language sql stable parallel safe as $$
  select case when position(chr(2) in headline) > 0
    then replace(replace(btrim(regexp_replace(headline, '\s+', ' ', 'g')), chr(2), '<mark>'), chr(3), '</mark>') end
  from ts_headline(configuration,
    replace(replace(replace(translate(passage, chr(2) || chr(3), ''), '&', '&amp;'), '<', '&lt;'), '>', '&gt;'),
    query,
    'StartSel="' || chr(2) || '", StopSel="' || chr(3) || '", MaxFragments=1, MaxWords=35, MinWords=15, ShortWord=0') headline
$$;
--rollback drop function marked;
