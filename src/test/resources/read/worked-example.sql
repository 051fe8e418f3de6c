/* Query.meeting */
select case when pg_column_size(bounded.value) > 16777216 then too_large(pg_column_size(bounded.value)) else bounded.value end
from (select (select json_build_object('title', t1."title", 'forum', case when t2."id" is not null then json_build_object('acronym', t2."acronym") end, 'delegations', (select json_build_object('totalCount', (select count(*)
from delegation t3
where t3."meeting_id" = t1."id"), 'nodes', coalesce(json_agg(x.c0
order by x.page_row) filter (where x.page_row <= 2), '[]'), 'pageInfo', json_build_object('hasNextPage', count(*) > 2))
from (select json_build_object('capacity', t4."capacity", 'actor', case when t5."id" is not null then json_build_object('name', t5."name") end) as c0, t4.page_row
from (select t3.*, row_number() over (order by t3.id) as page_row
from delegation t3
where t3."meeting_id" = t1."id"
order by t3.id
limit 3) t4
left join "actor" t5 on t5."id" = t4."actor_id") x))
from "meeting" t1
left join "forum" t2 on t2."id" = t1."forum_id"
where t1."slug" = ?::text) offset 0) bounded (value)
