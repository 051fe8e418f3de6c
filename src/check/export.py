#!/usr/bin/env python3
"""Exports some queries as CSV and as NDJSON, and compares them cell by cell with readers that are not ours.

usage: src/check/export.py ADDRESS          such as src/check/export.py http://127.0.0.1:8080
"""
import csv
import io
import json
import re
import sys
import urllib.error
import urllib.request
import xml.etree.ElementTree
import zipfile

ADDRESS = sys.argv[1]
QUERIES = {
    "statements": "{ statements { nodes { slug deliveredOn procedural wordCount attribution texts { language body } meeting { title } delegation { actor { iso3 } } } } }",
    "decisions": "{ decisions(orderBy: [{ field: DECIDED, direction: DESC }]) { nodes { slug title decided { from precision } levels recorded { name value } votes(first: 3) { nodes { option } } } } }",
    "stances": "{ stances { nodes { position target { __typename ... on Proposition { wording } ... on Instrument { title } } } } }",
}


def export(query, kind, archive=False, explode=()):
    body = json.dumps({"query": query, "format": kind, "archive": archive, "explode": list(explode)}).encode()
    request = urllib.request.Request(ADDRESS + "/export", body, {"content-type": "application/json"})
    return urllib.request.urlopen(request).read()


def cell(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else json.dumps(value)


def found(node, path):
    for key in path:
        node = None if node is None else node.get(key)
    return node


csv.field_size_limit(1 << 30)
for name, query in QUERIES.items():
    table = list(csv.reader(io.StringIO(export(query, "csv").decode("utf-8"), newline="")))
    nodes = [json.loads(line) for line in export(query, "ndjson").decode("utf-8").split("\n") if line]
    header, rows = table[0], table[1:]
    assert len(rows) == len(nodes), f"{name}: {len(rows)} rows, {len(nodes)} nodes"
    for row, node in zip(rows, nodes):
        for column, text in zip(header, row, strict=True):
            value = found(node, column.split("."))
            same = json.loads(text) == value if isinstance(value, list) else text == cell(value)
            assert same, f"{name}: {column} of {node} is {text!r}"
    with zipfile.ZipFile(io.BytesIO(export(query, "csv", archive=True))) as archive:
        assert archive.testzip() is None
        manifest = json.loads(archive.read("manifest.json"))
        assert manifest["data"]["rows"] == len(rows)
    print(f"{name}: {len(rows)} rows of {len(header)} columns, as CSV what they are as JSON; {len(manifest['sources'])} sources cited")


CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")  # what XML, and so the format, cannot hold
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TEXTS = "{ statements(first: 400, filter: { wordCount: { gte: 900, lte: 4000 } }) { nodes { slug deliveredOn wordCount texts { body } } } }"


def sheet(workbook):
    """The texts of each row of the first sheet, by column; what is no text as the number that it is."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as parts, parts.open("xl/worksheets/sheet1.xml") as written:
        for _, row in xml.etree.ElementTree.iterparse(written):
            if row.tag == SHEET + "row":
                cells = {}
                for each in row:
                    column = each.get("r").rstrip("0123456789")
                    cells[column] = "".join(each.itertext()) if each.get("t") == "inlineStr" else float(each.findtext(SHEET + "v"))
                yield cells
                row.clear()


header, *rows = sheet(export(TEXTS, "xlsx", explode=["texts"]))
assert header == {"A": "slug", "B": "deliveredOn", "C": "wordCount", "D": "texts.body"}, header
texts = [(node["slug"], node["wordCount"], text["body"])
         for node in map(json.loads, export(TEXTS, "ndjson").decode("utf-8").splitlines()) for text in node["texts"]]
assert [(row["A"], int(row["C"]), row["D"]) for row in rows] == [(slug, words, CONTROL.sub("", body)) for slug, words, body in texts]
size = sum(len(body.encode()) for _, _, body in texts)
assert size > 2_000_000, size
print(f"a spreadsheet with {len(rows)} texts of {size / 1e6:.1f} MB: each what it is as JSON, but for control characters")

MANY = "{ decisions(first: 1, filter: { votes: { some: {} } }) { nodes { a: votes { nodes { option } } b: votes { nodes { option } } c: votes { nodes { option } } d: votes { nodes { option } } } } }"
try:
    export(MANY, "xlsx", explode=["a.nodes", "b.nodes", "c.nodes", "d.nodes"])
    raise AssertionError("a sheet of more rows than a sheet can have")
except urllib.error.HTTPError as refused:
    message = json.loads(refused.read())["errors"][0]["message"]
    assert refused.code == 400 and "a sheet has at most 1,048,576 rows" in message, message
    print("refused:", message)
