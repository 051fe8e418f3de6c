select slug as value, json_build_object('slug', slug) as server, json_build_object('slug', slug) as postgraphile
from meeting
where slug like 'made-up-meeting-%'
order by hashint8(id)
limit 200
