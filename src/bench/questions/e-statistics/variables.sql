select words as value, json_build_object('text', words) as server, json_build_object('text', words) as postgraphile
from unnest(array[
  'nuclear weapon', 'nuclear weapon free zone', 'non-proliferation', 'prohibition', '"nuclear weapons" prohibition',
  '"non-proliferation" treaty', 'treaty verification disarmament', 'nuclear refugees', 'migration "non-proliferation"',
  'hunger "free zone"']) words
