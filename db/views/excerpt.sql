--liquibase formatted sql

--changeset meeting-records:excerpt runOnChange:true splitStatements:false
--comment: The first words of a text.
-- Reads a slice of the body, however long it is, and is at most as long as asked for, ellipsis included. A word that the
-- slice cuts is left out, unless it is so long that the text is written without spaces; only the end of the slice is looked
-- at for that, and single blanks are not replaced, since this runs for each row of a page. Any length will do: below one there
-- is only the ellipsis, and no body comes near a thousand million characters.
create or replace function excerpt(body text, length integer) returns text
  language sql immutable parallel safe as $$
  select case
    when char_length(substr(body, 1, least(greatest(length, 0), 1000000000) + 1)) <= least(greatest(length, 0), 1000000000)
      then btrim(regexp_replace(substr(body, 1, least(greatest(length, 0), 1000000000)), '\s{2,}|(?! )\s', ' ', 'g'))
    else btrim(regexp_replace("left"(
        substr(body, 1, greatest(least(greatest(length, 0), 1000000000) - 41, 0))
          || regexp_replace(substr(body, greatest(least(greatest(length, 0), 1000000000) - 40, 1), least(least(greatest(length, 0), 1000000000), 41)), '\s+\S*$', ''),
        greatest(least(greatest(length, 0), 1000000000) - 1, 0)), '\s{2,}|(?! )\s', ' ', 'g')) || '…'
  end
$$;
--rollback drop function excerpt;
