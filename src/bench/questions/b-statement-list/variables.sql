select actor.iso3 as value, json_build_object('actor', actor.iso3) as server, json_build_object('actor', actor.iso3) as postgraphile
from actor
where actor.kind = 'STATE' and exists (select from statement where statement.actor_id = actor.id)
order by hashint8(actor.id)
limit 200
