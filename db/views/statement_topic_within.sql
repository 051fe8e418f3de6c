--liquibase formatted sql

--changeset meeting-records:statement_topic_within runOnChange:true splitStatements:false
--comment: Every statement with its topics and all that are broader.
create or replace view statement_topic_within as
  with recursive broader (topic_id, broader_id) as (
    select id, id from topic
    union
    select broader.topic_id, topic.broader_id
    from broader
    join topic on topic.id = broader.broader_id
    where topic.broader_id is not null)
  select statement_topic.statement_id, broader.broader_id as topic_id
  from statement_topic
  join broader on broader.topic_id = statement_topic.topic_id;
--rollback drop view statement_topic_within;
