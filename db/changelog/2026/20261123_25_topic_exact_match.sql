--liquibase formatted sql

--changeset meeting-records:20261123_25_topic_exact_match
--comment: The same subject in another vocabulary.
create table topic_exact_match (
  topic_id bigint not null references topic (id),
  match_id bigint not null references topic (id),
  primary key (topic_id, match_id),
  constraint topic_exact_match_of_two check (topic_id <> match_id)
);

create index topic_exact_match_match_id_idx on topic_exact_match (match_id);
--rollback drop table topic_exact_match;
