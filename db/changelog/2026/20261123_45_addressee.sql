--liquibase formatted sql

--changeset meeting-records:20261123_45_addressee
--comment: To whom a statement is addressed.
create table addressee (
  statement_id bigint not null references statement (id),
  actor_id bigint not null references actor (id),
  primary key (statement_id, actor_id)
);

create index addressee_actor_id_idx on addressee (actor_id, statement_id);
--rollback drop table addressee;
