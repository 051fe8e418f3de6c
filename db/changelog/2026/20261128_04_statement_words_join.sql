--liquibase formatted sql

--changeset meeting-records:20261128_04_statement_words_join
--comment: The words of many statements are joined with their titles without comparing each with each.
-- A table that an aborted import left empty but not short counts as having no rows until it is analyzed, and the plan for
-- none is kept while an import fills it.
alter function index_statement_words(bigint[]) set enable_nestloop = off;
--rollback alter function index_statement_words(bigint[]) reset enable_nestloop;
