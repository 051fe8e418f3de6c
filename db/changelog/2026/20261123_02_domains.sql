--liquibase formatted sql

--changeset meeting-records:20261123_02_domains
--comment: The kinds of values that every table shares.
create domain filled_text as text constraint filled_text_not_empty check (value <> '');

create domain slug as text constraint slug_form check (value ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

-- BCP 47, its form only: which subtags exist changes with every edition of the registry.
create domain language_tag as text
  constraint language_tag_form check (value ~ '^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$');

create domain url as text constraint url_form check (value ~ '^[a-z][a-z0-9+.-]*:[^[:space:]]+$');

create domain date_precision as text constraint date_precision_values check (value in (
    'DAY', 'MONTH', 'YEAR', 'INTERVAL'));

create domain record_type as text constraint record_type_values check (value in (
    'FORUM', 'MEETING', 'ACTOR', 'PERSON', 'POSITION', 'STATEMENT', 'TOPIC', 'INSTRUMENT',
    'PROPOSITION', 'DECISION', 'SOURCE'));
--rollback drop domain record_type;
--rollback drop domain date_precision;
--rollback drop domain url;
--rollback drop domain language_tag;
--rollback drop domain slug;
--rollback drop domain filled_text;
