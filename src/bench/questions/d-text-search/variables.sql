select words as value, json_build_object('text', words || ' -football') as server, null as postgraphile
from unnest(array[
  '"non-proliferation" treaty', '"nuclear weapon" treaty', '"nuclear weapons" prohibition', 'disarmament verification',
  '"free zone" nuclear', '"climate change" island', 'refugees migration', 'terrorism threat', '"human rights" council',
  '"sustainable development" goals']) words
