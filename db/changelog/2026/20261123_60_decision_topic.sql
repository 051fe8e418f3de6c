--liquibase formatted sql

--changeset meeting-records:20261123_60_decision_topic
--comment: What a decision is about.
create table decision_topic (
  decision_id bigint not null references decision (id),
  topic_id bigint not null references topic (id),
  primary key (decision_id, topic_id)
);

create index decision_topic_topic_id_idx on decision_topic (topic_id, decision_id);
--rollback drop table decision_topic;
