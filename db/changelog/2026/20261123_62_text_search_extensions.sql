--liquibase formatted sql

--changeset meeting-records:20261123_62_text_search_extensions
--comment: Lets a search find words whatever their accents, and names that are misspelled.
create extension if not exists unaccent;
create extension if not exists pg_trgm;
--rollback drop extension if exists pg_trgm;
--rollback drop extension if exists unaccent;
