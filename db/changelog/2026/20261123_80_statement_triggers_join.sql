--liquibase formatted sql

--changeset meeting-records:20261123_80_statement_triggers_join
--comment: Triggers match the rows of a command before and after it without comparing each with each.
-- They plan this once a session, often for a command without rows; a nested loop chosen then would be kept for one with many.
alter function statement_headings_changed() set enable_nestloop = off;
alter function statement_texts_changed() set enable_nestloop = off;
--rollback alter function statement_texts_changed() reset enable_nestloop;
--rollback alter function statement_headings_changed() reset enable_nestloop;
