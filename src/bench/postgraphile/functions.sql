-- What PostGraphile cannot know of itself: who hosts a meeting, and a statement's first words. Its own way for both is a
-- function of the row. Gone with the benchmark's database.
create or replace function meeting_hosts(meeting meeting) returns setof actor language sql stable as $$
  select actor.* from meeting_host join actor on actor.id = meeting_host.actor_id
  where meeting_host.meeting_id = meeting.id
  order by meeting_host.id
$$;

create or replace function statement_excerpt(statement statement) returns text language sql stable as $$
  select excerpt(body, 280) from text_version
  where statement_id = statement.id and body is not null
  order by relation <> 'ORIGINAL', id
  limit 1
$$;
