--liquibase formatted sql

--changeset meeting-records:search_patterns runOnChange:true splitStatements:false
--comment: Regular expressions for the places where the phrases and the words of a query may stand, four at most.
-- Phrases come first, then what is long, since that is rare. The last letter of a word may be its stem's alone; between two words of
-- a phrase another may stand, which the query does not know. The beginning of a long phrase tells enough.
create or replace function search_patterns(query tsquery) returns setof text
  language sql immutable parallel safe as $$
  with word as (
    select term, place,
      '\m' || regexp_replace(left(lexeme, greatest(char_length(lexeme) - 1, 3)), '(\W)', '\\\1', 'g') as pattern
    from regexp_split_to_table(query::text, ' [&|] ') with ordinality terms (words, term)
    cross join lateral (
      select replace(m[1], '''''', '''') as lexeme, place
      from regexp_matches(words, '''((?:[^'']|'''')+)''', 'g') with ordinality found (m, place)) lexemes
    where words !~ '^\(*!')
  select pattern
  from (
    select string_agg(pattern, '\w*\W+(\w+\W+)?' order by place) as pattern, 1 as kind
    from word where place <= 6 group by term having count(*) > 1
    union all
    select pattern, 2 from word) patterns
  order by kind, char_length(pattern) desc
  limit 4
$$;
--rollback drop function search_patterns;
