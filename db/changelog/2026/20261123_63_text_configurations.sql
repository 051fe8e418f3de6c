--liquibase formatted sql

--changeset meeting-records:20261123_63_text_configurations splitStatements:false
--comment: How the words of a text are found in each language that PostgreSQL 15 knows, accents folded first.
-- records_simple, which knows no language, takes every word as it is.
do $$
declare
  language text;
begin
  foreach language in array array['simple', 'arabic', 'armenian', 'basque', 'catalan', 'danish', 'dutch', 'english',
    'finnish', 'french', 'german', 'greek', 'hindi', 'hungarian', 'indonesian', 'irish', 'italian', 'lithuanian', 'nepali',
    'norwegian', 'portuguese', 'romanian', 'russian', 'serbian', 'spanish', 'swedish', 'tamil', 'turkish', 'yiddish']
  loop
    execute format('create text search configuration records_%1$s (copy = pg_catalog.%1$s)', language);
    -- ahead of whatever the language itself does with words that may have accents
    execute (
      select string_agg(format('alter text search configuration records_%s alter mapping for %s with unaccent, %s',
        language, kind.alias, dictionary.dictname), '; ')
      from pg_ts_config_map entry
      join pg_ts_config configuration on configuration.oid = entry.mapcfg
      join pg_ts_dict dictionary on dictionary.oid = entry.mapdict
      join ts_token_type('default') kind on kind.tokid = entry.maptokentype
      where configuration.cfgname = language and configuration.cfgnamespace = 'pg_catalog'::regnamespace
        and kind.alias in ('word', 'hword', 'hword_part'));
  end loop;
end
$$;

-- The configuration for a language tag: that of its first subtag, en for en-GB; without one the plain one.
create function text_configuration(language text) returns text language sql immutable parallel safe as $$
  select 'records_' || case lower(split_part(language, '-', 1))
    when 'ar' then 'arabic' when 'hy' then 'armenian' when 'eu' then 'basque' when 'ca' then 'catalan'
    when 'da' then 'danish' when 'nl' then 'dutch' when 'en' then 'english' when 'fi' then 'finnish'
    when 'fr' then 'french' when 'de' then 'german' when 'el' then 'greek' when 'hi' then 'hindi'
    when 'hu' then 'hungarian' when 'id' then 'indonesian' when 'ga' then 'irish' when 'it' then 'italian'
    when 'lt' then 'lithuanian' when 'ne' then 'nepali' when 'no' then 'norwegian' when 'nb' then 'norwegian'
    when 'nn' then 'norwegian' when 'pt' then 'portuguese' when 'ro' then 'romanian' when 'ru' then 'russian'
    when 'sr' then 'serbian' when 'es' then 'spanish' when 'sv' then 'swedish' when 'ta' then 'tamil'
    when 'tr' then 'turkish' when 'yi' then 'yiddish' else 'simple' end
$$;
--rollback drop function text_configuration;
--rollback do $rollback$ declare name text; begin for name in select cfgname from pg_ts_config where cfgname like 'records\_%' loop execute format('drop text search configuration %I', name); end loop; end $rollback$;
