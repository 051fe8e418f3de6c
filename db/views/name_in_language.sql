--liquibase formatted sql

--changeset meeting-records:name_in_language runOnChange:true splitStatements:false
--comment: What a record is called in a language today.
-- The language asked for, else one more special (zh finds zh-Hant), else one more general (zh-CN finds zh); the short name
-- first, as people say it. Null where there is none.
create or replace function name_in_language(record_id bigint, wanted text) returns text
  language sql stable parallel safe as $$
  select name.text
  from name
  where name.record_id = name_in_language.record_id
    and (lower(name.language) = lower(wanted)
      or starts_with(lower(name.language), lower(wanted) || '-')
      or starts_with(lower(wanted), lower(name.language) || '-'))
    and name.kind <> 'FORMER'
    and name.ended_precision is null
  order by lower(name.language) <> lower(wanted), char_length(name.language) < char_length(wanted),
    case when char_length(name.language) < char_length(wanted) then -char_length(name.language) end,
    array_position(array['SHORT', 'OFFICIAL', 'ORIGINAL_SCRIPT', 'TRANSLITERATION', 'ALIAS'], name.kind::text), name.id
  limit 1
$$;
--rollback drop function name_in_language;
