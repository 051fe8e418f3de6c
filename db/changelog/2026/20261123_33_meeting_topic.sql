--liquibase formatted sql

--changeset meeting-records:20261123_33_meeting_topic
--comment: What a meeting is about.
create table meeting_topic (
  meeting_id bigint not null references meeting (id),
  topic_id bigint not null references topic (id),
  primary key (meeting_id, topic_id)
);

create index meeting_topic_topic_id_idx on meeting_topic (topic_id, meeting_id);
--rollback drop table meeting_topic;
