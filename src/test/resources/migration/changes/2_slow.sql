--liquibase formatted sql
--changeset meeting-records:2_slow
--comment: takes a second, so that another migration can come in between
select pg_sleep(1);
insert into one values (1);
--rollback empty
