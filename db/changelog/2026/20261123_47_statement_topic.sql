--liquibase formatted sql

--changeset meeting-records:20261123_47_statement_topic
--comment: What a statement is about.
create table statement_topic (
  statement_id bigint not null references statement (id),
  topic_id bigint not null references topic (id),
  primary key (statement_id, topic_id)
);

create index statement_topic_topic_id_idx on statement_topic (topic_id, statement_id);
--rollback drop table statement_topic;
