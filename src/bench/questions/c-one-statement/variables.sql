select id as value, json_build_object('id', 'ST' || id) as server, json_build_object('id', id::text) as postgraphile
from (
  select statement.id
  from generate_series(0, 199) nth
  cross join lateral (
    select id from statement
    where slug = 'made-up-statement-' || (nth * 7919) % (select count(*) from statement where slug like 'made-up-%')) statement
) drawn
