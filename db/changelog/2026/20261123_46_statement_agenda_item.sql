--liquibase formatted sql

--changeset meeting-records:20261123_46_statement_agenda_item
--comment: Under which agenda items a statement was made.
create table statement_agenda_item (
  statement_id bigint not null references statement (id),
  agenda_item_id bigint not null references agenda_item (id) deferrable initially deferred,
  primary key (statement_id, agenda_item_id)
);

create index statement_agenda_item_agenda_item_id_idx on statement_agenda_item (agenda_item_id, statement_id);
--rollback drop table statement_agenda_item;
