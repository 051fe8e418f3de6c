"""What a page costs by how deep it lies: the first, the thousandth, and one in the middle of all statements."""

import json

from measuring import limit, load, warm

PAGE = 50
STRIDE = 100  # the largest page, to get somewhere fast
NEIGHBOURS = 20  # pages in a row at each depth, drawn at random

WALK = """query Walk($after: String) {
  statements(first: 100, after: $after, orderBy: [{ field: DELIVERED, direction: DESC }]) { pageInfo { endCursor } }
}"""
ASKED = """query Page($after: String) {
  statements(first: 50, after: $after, orderBy: [{ field: DELIVERED, direction: DESC }]) {
    nodes { slug year attribution wordCount meeting { title } }
    pageInfo { hasNextPage endCursor }
  }
}"""
PLACE = """select delivered_from || ' ' || id from statement where delivered_from is not null
order by delivered_from desc, id desc limit 1 offset {}"""
LIMIT = """select json_build_object('statements', json_build_object(
  'nodes', json_agg(json_build_object(
    'slug', page.slug, 'year', page.year, 'attribution', page.attribution, 'wordCount', page.word_count,
    'meeting', json_build_object('title', meeting.title)) order by page.place) filter (where page.place <= 50),
  'pageInfo', json_build_object('hasNextPage', count(*) > 50, 'endCursor',
    translate(encode(convert_to(json_build_array(
      (array_agg(page.delivered_from order by page.place))[least(count(*), 50)],
      (array_agg(page.id order by page.place))[least(count(*), 50)])::text, 'UTF8'), 'base64'), E'+/=\\n', '-_'))))
from (
  select id, slug, year, attribution, word_count, meeting_id, delivered_from,
    row_number() over (order by delivered_from desc, id desc) as place
  from statement
  where (delivered_from, id) < (:day, :id)
  order by delivered_from desc, id desc
  limit 51) page
join meeting on meeting.id = page.meeting_id"""


def pages(server, database, seconds):
    """Rows before the page, what one client waits for the server's answer, and for the same by SQL."""
    known = int(database.query("select count(*) from statement where delivered_from is not null"))
    depths = [depth for depth in (0, 999 * PAGE, known // 2 // STRIDE * STRIDE) if depth < known - NEIGHBOURS * STRIDE]
    prepared = list(prepare(server, database, sorted({depth // STRIDE * STRIDE for depth in depths})))
    for _, bodies, _ in prepared:
        warm(server, bodies, 1, seconds)
    return [
        (depth, load(server, bodies, 1, seconds), limit(database, script, 1, seconds))
        for depth, bodies, script in prepared]


def prepare(server, database, depths):
    """The requests and the SQL for each depth, got to page by page; both must give the same rows."""
    row, cursor = 0, None
    for depth in depths:
        while row < depth:
            cursor = next_cursor(server, cursor)
            row += STRIDE
        bodies, neighbour = "", cursor
        for _ in range(NEIGHBOURS):
            bodies += json.dumps({"query": " ".join(ASKED.split()), "variables": {"after": neighbour}}) + "\n"
            neighbour = next_cursor(server, neighbour)
        day, number = "infinity", "0"
        if depth:
            day, number = database.query(PLACE.format(depth - 1)).split()
        script = LIMIT.replace(":day", f"date '{day}'").replace(":id", number)
        same_rows(server.ask(ASKED, {"after": cursor}), database.query(script), depth)
        yield depth, bodies, script + ";\n"


def next_cursor(server, cursor):
    return server.ask(WALK, {"after": cursor})["data"]["statements"]["pageInfo"]["endCursor"]


def same_rows(answer, expected, depth):
    nodes, theirs = answer["data"]["statements"]["nodes"], json.loads(expected)["statements"]["nodes"]
    if nodes != theirs:
        raise SystemExit(f"the page behind {depth} rows is not the same as by SQL: {nodes[0]} and {theirs[0]}")
