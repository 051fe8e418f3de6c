--liquibase formatted sql

--changeset meeting-records:20261123_55_proposition_topic
--comment: What a proposition is about.
create table proposition_topic (
  proposition_id bigint not null references proposition (id),
  topic_id bigint not null references topic (id),
  primary key (proposition_id, topic_id)
);

create index proposition_topic_topic_id_idx on proposition_topic (topic_id, proposition_id);
--rollback drop table proposition_topic;
