#!/usr/bin/env python3
"""Exports some queries as CSV and as NDJSON, and compares them cell by cell with readers that are not ours.

usage: src/check/export.py ADDRESS          such as src/check/export.py http://127.0.0.1:8080
"""
import csv
import io
import json
import sys
import urllib.request
import zipfile

ADDRESS = sys.argv[1]
QUERIES = {
    "statements": "{ statements { nodes { slug deliveredOn procedural wordCount attribution texts { language body } meeting { title } delegation { actor { iso3 } } } } }",
    "decisions": "{ decisions(orderBy: [{ field: DECIDED, direction: DESC }]) { nodes { slug title decided { from precision } levels recorded { name value } votes(first: 3) { nodes { option } } } } }",
    "stances": "{ stances { nodes { position target { __typename ... on Proposition { wording } ... on Instrument { title } } } } }",
}


def export(query, kind, archive=False):
    body = json.dumps({"query": query, "format": kind, "archive": archive}).encode()
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
