--liquibase formatted sql
--changeset meeting-records:1_one
--comment: a table
create table one (id int);
--rollback drop table one;
