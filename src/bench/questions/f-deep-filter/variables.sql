select iso3 as value, json_build_object('state', iso3) as server, json_build_object('state', iso3) as postgraphile
from actor
where kind = 'STATE' and exists (
  select from position where position.organization_id = actor.id and position.slug like 'made-up-%')
order by hashint8(id)
limit 200
