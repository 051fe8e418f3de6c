"""Hostile GraphQL documents and variables."""

import json

from asking import answered, refused
from checks import check, that

COMPLEX = "QUERY_TOO_COMPLEX"
BAD = "BAD_USER_INPUT"


def bomb(type, leaf, levels, width):
    """Fragments of which each uses the next one several times."""
    parts = [f"fragment F{i} on {type} {{ {f'...F{i + 1} ' * width}}}" for i in range(levels)]
    return " ".join(parts) + f" fragment F{levels} on {type} {{ {leaf} }}"


def chain(type, link, levels):
    """Fragments of which each uses the next one a level deeper."""
    parts = [f"fragment F{i} on {type} {{ {link} {{ ...F{i + 1} }} }}" for i in range(levels)]
    return " ".join(parts) + f" fragment F{levels} on {type} {{ id }}"


@check("a fragment bomb of 2^40 fields, flat, in data", f"{COMPLEX} at once")
def _(stage):
    refused(stage.ask("{ ...F0 } " + bomb("Query", "__typename", 40, 2)), COMPLEX, fast=2)


@check("a fragment bomb of 20^6 fields, branching, in data", f"{COMPLEX} at once")
def _(stage):
    refused(stage.ask("{ meetings { nodes { ...F0 } } } " + bomb("Meeting", "id", 6, 20)), COMPLEX, fast=2)


@check("a fragment bomb of 2^40 fields in introspection", f"{COMPLEX} at once")
def _(stage):
    refused(stage.ask('{ __type(name: "Query") { ...F0 } } ' + bomb("__Type", "name", 40, 2)), COMPLEX, fast=2)


@check("an 842-byte query of 131,000 fields", f"{COMPLEX} at once")
def _(stage):
    query = "{ meetings { nodes { ...F0 } } } " + bomb("Meeting", "id title slug", 16, 2)
    refused(stage.ask(query), COMPLEX, fast=2)
    return f"{len(query)} bytes"


@check("fragments of 40 levels, each a level below the other", f"{COMPLEX} at once")
def _(stage):
    refused(stage.ask("{ forums { nodes { ...F0 } } } " + chain("Forum", "parent", 40)), COMPLEX, fast=2)


@check("introspection in circles", COMPLEX)
def _(stage):
    refused(stage.ask("{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }"), COMPLEX)


@check("fragments that use themselves", BAD)
def _(stage):
    refused(stage.ask("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }"), BAD)


@check("a document 300 levels deep", COMPLEX)
def _(stage):
    refused(stage.ask("{ forums { nodes " + "{ parent " * 300 + "{ id }" + " }" * 302), COMPLEX)


@check("a value 3,000 lists deep", "refused")
def _(stage):
    answer = stage.ask("{ actors(filter: " + "[" * 3000 + "]" * 3000 + ") { totalCount } }")
    that(answer.code in (BAD, COMPLEX), f"{answer}")


@check("filters nested 2,000 deep in the variables", "refused")
def _(stage):
    variables = '{"not":' * 2000 + "{}" + "}" * 2000
    answer = stage.post('{"query":"query ($f: ActorFilter) { actors(filter: $f) { totalCount } }","variables":{"f":%s}}' % variables)
    that(answer.code in (BAD, COMPLEX), f"{answer}")


@check("3,600 aliases of one field", f"{COMPLEX} at once")
def _(stage):
    refused(stage.ask("{ " + " ".join(f"a{i}: __typename" for i in range(3600)) + " }"), COMPLEX, fast=2)


@check("31 aliases", COMPLEX)
def _(stage):
    refused(stage.ask("{ meetings { " + " ".join(f"a{i}: totalCount" for i in range(31)) + " } }"), COMPLEX)


@check("one field 4,000 times over", f"{COMPLEX} at once")
def _(stage):
    refused(stage.ask("{ meetings { nodes { " + "id " * 4000 + "} } }"), COMPLEX, fast=2)


@check("1,500 directives on one field", f"{COMPLEX} at once")
def _(stage):
    refused(stage.ask("{ __typename " + "@include(if: true) " * 1500 + "}"), COMPLEX, fast=2)


@check("21 root fields", COMPLEX)
def _(stage):
    refused(stage.ask("{ " + "meetings { totalCount } " * 21 + "}"), COMPLEX)


@check("60,000 tokens", f"{COMPLEX} at once")
def _(stage):
    refused(stage.ask("{ " + "a " * 60000 + "}"), COMPLEX, fast=2)


@check("100,000 commas and comments", "refused or answered at once")
def _(stage):
    answer = stage.ask("{ __typename " + "," * 50000 + "\n#x" * 10000 + "\n}")
    that(answer.status in (200, 400) and answer.seconds < 2, f"{answer}")


@check("pages of 100 within pages of 100 within pages of 100", f"{COMPLEX} before any SQL")
def _(stage):
    query = """{ forums(first: 100) { nodes { meetings(first: 100) { nodes { statements(first: 100) { nodes {
        id excerpt } } } } } } }"""
    refused(stage.ask(query), COMPLEX, fast=1)


@check("a cost beyond 64 bits", f"{COMPLEX} before any SQL")
def _(stage):
    inner = "id"
    for _ in range(6):
        inner = f"meetings(first: 2147483647) {{ nodes {{ forum {{ {inner} }} }} }}"
    answer = stage.ask("{ forums(first: 2147483647) { nodes { " + inner + " } } }")
    refused(answer, COMPLEX, fast=1)


for page, code in {
    "first: 0": BAD, "first: -1": BAD, "first: -2147483648": BAD, "first: 101": BAD, "first: 2147483647": COMPLEX,
    "first: 2147483648": BAD, "first: 99999999999999999999": BAD, "first: 1.0": BAD, 'first: "1"': BAD, "first: true": BAD,
    "first: [1, 2]": BAD, "last: 0": BAD, "last: -1": BAD, "first: 1, last: 1": BAD, "first: 1, first: 2": BAD,
    'after: ""': BAD, 'after: "AAAA"': BAD, 'after: "bnVsbA"': BAD, 'after: "WyIiXQ=="': BAD, "after: 1": BAD,
    'before: "\\u0000"': BAD, 'after: "' + "A" * 9000 + '"': BAD, "orderBy: { field: NO }": BAD, "orderBy: { }": BAD,
}.items():

    @check(f"meetings({page[:40]})", code)
    def _(stage, page=page, code=code):
        refused(stage.ask("{ meetings(" + page + ") { nodes { id } } }"), code)


for id in ["", " ", "ME", "ME0", "ME01", "ME-1", "me1", "XX1", "ME1.0", "ME9223372036854775808", "ME1;drop", "ME１", "ME1\\u0000", "TUUx"]:

    @check(f'node(id: "{id}")', BAD)
    def _(stage, id=id):
        refused(stage.ask('{ node(id: "%s") { id } }' % id), BAD)


for value in ['"2026-02-30"', '"2025-02-29"', '"0000-01-01"', '"2026-13-01"', '"2026-1-1"', '"20260101"', '"2026-01-01T00:00"',
              '"infinity"', '"-0044-03-15"', '"٢٠٢٦-٠١-٠١"', "20260101", "true", '""']:

    @check(f"a day that is none, {value}", BAD)
    def _(stage, value=value):
        refused(stage.ask("{ meetings(filter: { held: { from: %s } }) { totalCount } }" % value), BAD)


for type, value in [("Int", '"1"'), ("Int", "1.5"), ("Int", "1e400"), ("Int", "9" * 2000), ("Int", "[]"), ("Int!", "null"),
                    ("MeetingFilter", '{"mode":{"eq":"NO"}}'), ("MeetingFilter", '{"mode":{"eq":1}}'), ("MeetingFilter", '{"no":1}'),
                    ("MeetingFilter", "[1]"), ("MeetingFilter", '{"year":{"eq":2147483648}}'),
                    ("MeetingFilter", '{"title":{"eq":"\\u0000"}}'), ("MeetingFilter", '{"title":{"eq":"\\ud800"}}'),
                    ("MeetingFilter", '{"title":{"contains":{}}}'), ("NoSuchType", "1")]:

    @check(f"a variable of type {type} that is {value[:40]}", BAD)
    def _(stage, type=type, value=value):
        argument = "first" if type.startswith("Int") else "filter"
        query = f"query ($v: {type}) {{ meetings({argument}: $v) {{ totalCount }} }}"
        refused(stage.post('{"query":%s,"variables":{"v":%s}}' % (json.dumps(query), value)), BAD)


@check("a filter with 100,000 values", "refused")
def _(stage):
    answer = stage.ask("query ($v: [String!]) { meetings(filter: { slug: { in: $v } }) { totalCount } }", {"v": ["x"] * 30000})
    that(answer.code in (BAD, COMPLEX), f"{answer}")


@check("SQL in every place that takes a text", "no row more, no error of the database")
def _(stage):
    text = "x'; drop table meeting; --\\"
    data = answered(stage.ask(
        """query ($t: String!) { meeting(by: { slug: $t }) { id } record(identifier: { scheme: $t, value: $t }) { id }
             meetings(filter: { or: [{ title: { contains: $t } }, { slug: { in: [$t] } }] }) { totalCount } }""", {"t": text}))
    that(data == {"meeting": None, "record": None, "meetings": {"totalCount": 0}}, f"{data}")
    answered(stage.ask("{ meetings { totalCount } }"))


@check("wildcards in a text to look for", "taken as they are")
def _(stage):
    data = answered(stage.ask('{ meetings(filter: { title: { contains: "%_%" } }) { totalCount } }'))
    that(data["meetings"]["totalCount"] == 0, f"{data}")


@check("the introspection of GraphiQL, code generators and Apollo", "answered")
def _(stage):
    data = answered(stage.ask(INTROSPECTION))
    that(len(data["__schema"]["types"]) > 100, "few types")
    return f"{len(data['__schema']['types'])} types"


INTROSPECTION = """query IntrospectionQuery { __schema { description queryType { name } mutationType { name }
  subscriptionType { name } types { ...FullType } directives { name description isRepeatable locations
  args(includeDeprecated: true) { ...InputValue } } } }
fragment FullType on __Type { kind name description specifiedByURL isOneOf fields(includeDeprecated: true) { name description
  args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
  inputFields(includeDeprecated: true) { ...InputValue } interfaces { ...TypeRef }
  enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
fragment TypeRef on __Type { kind name """ + "ofType { kind name " * 9 + "}" * 10


@check("every answer tells its cost", "extensions.cost with requested, limit, nodes")
def _(stage):
    cost = stage.ask("{ meetings(first: 7) { nodes { id } } }").json["extensions"]["cost"]
    that(cost == {"requested": 7, "limit": 10000, "nodes": 7}, f"{cost}")
    cost = stage.ask("{ no }").json["extensions"]["cost"]
    that(set(cost) == {"requested", "limit", "nodes"}, f"{cost}")
