--liquibase formatted sql

--changeset meeting-records:name_highlights runOnChange:true splitStatements:false
--comment: A name with those words marked that a search asked for, or that come near to one, everything else escaped.
create or replace function name_highlights(name text, name_language text, wanted text)
  returns table (snippet text, language text) language sql stable parallel safe as $$
  select string_agg(
      case when exists (
          select from regexp_split_to_table(folded(wanted), '[^[:alnum:]]+') word
          where word <> '' and part.folded <> '' and (starts_with(part.folded, word) or similarity(part.folded, word) >= 0.4))
        then '<mark>' || part.escaped || '</mark>'
        else part.escaped end,
      '' order by part.place),
    name_language
  from (
    select place, folded(piece[1]) as folded, replace(replace(replace(piece[1], '&', '&amp;'), '<', '&lt;'), '>', '&gt;') as escaped
    from regexp_matches(name, '[[:alnum:]]+|[^[:alnum:]]+', 'g') with ordinality found (piece, place)) part
$$;
--rollback drop function name_highlights;
