--liquibase formatted sql

--changeset meeting-records:20261123_01_btree_gist
--comment: Lets an exclusion constraint compare keys beside ranges.
create extension if not exists btree_gist;
--rollback drop extension if exists btree_gist;
