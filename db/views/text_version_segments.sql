--liquibase formatted sql

--changeset meeting-records:text_version_segments runOnChange:true splitStatements:false
--comment: The segments of a text: those that a source marks, else its paragraphs.
-- Offsets count code points of the body, from 0, the end not included: substr(body, start + 1, "end" - start) = text.
create or replace function text_version_segments(text_version_id bigint, body text)
  returns table (sequence integer, kind text, anchor text, "text" text, start integer, "end" integer)
  language sql stable parallel safe rows 20 as $$
  select segment.sequence, segment.kind::text, segment.anchor::text,
    substr(text_version_segments.body, segment.start + 1, segment."end" - segment.start), segment.start, segment."end"
  from segment
  where segment.text_version_id = text_version_segments.text_version_id
  union all
  select row_number() over (order by line.number)::integer, 'PARAGRAPH', null, line.words, line.start,
    line.start + char_length(line.words)
  from (
    select piece.number, btrim(piece.line, blanks.all) as words,
      -- every line before this one, each with its line break, and the blanks that this one begins with
      (sum(char_length(piece.line) + 1) over (order by piece.number) - char_length(ltrim(piece.line, blanks.all)) - 1)::integer
        as start
    from (values (U&' \0009\000B\000C\00A0\1680\2000\2001\2002\2003\2004\2005\2006\2007\2008\2009\200A\202F\205F\3000\FEFF')) blanks ("all"),
      -- one code point for another, so that offsets stay: CR LF becomes a line break and an empty line
      string_to_table(translate(text_version_segments.body, U&'\000D\0085\2028\2029', E'\n\n\n\n'), E'\n')
        with ordinality piece (line, number)) line
  where line.words <> ''
    and not exists (select from segment where segment.text_version_id = text_version_segments.text_version_id)
$$;
--rollback drop function text_version_segments;
