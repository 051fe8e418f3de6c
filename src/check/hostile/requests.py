"""Hostile HTTP: bodies, encodings, methods, headers."""

import json
import socket
import urllib.parse

from asking import JSON, answered, refused
from checks import check, that

BAD = "BAD_USER_INPUT"
TYPENAME = b'{"query":"{__typename}"}'

for name, body in {
    "nothing": b"", "null": b"null", "a number": b"1", "a text": b'"{__typename}"', "a list": b"[]",
    "a list of requests": b"[" + TYPENAME + b"]", "an object without a query": b"{}", "a query that is null": b'{"query":null}',
    "a query that is a number": b'{"query":1}', "a query that is a list": b'{"query":["{__typename}"]}',
    "variables that are a list": b'{"query":"{__typename}","variables":[]}',
    "variables that are a text": b'{"query":"{__typename}","variables":"{}"}',
    "an operation name that is a number": b'{"query":"{__typename}","operationName":1}',
    "extensions that are a text": b'{"query":"{__typename}","extensions":"x"}',
    "JSON that ends early": b'{"query":"{__typename}"', "JSON with something behind it": TYPENAME + b"x",
    "JSON with single quotes": b"{'query':'{__typename}'}", "JSON 100,000 levels deep": b'{"query":' + b"[" * 100000,
    "a number of 100,000 digits": b'{"query":"{__typename}","variables":{"a":' + b"9" * 100000 + b"}}",
    "bytes that are not UTF-8": b'{"query":"{__typename \xff\xfe}"}', "UTF-16": TYPENAME.decode().encode("utf-16"),
    "overlong UTF-8": b'{"query":"\xc0\xaf"}', "NUL bytes": b'{"query":"\x00"}', "gzip's first bytes": b"\x1f\x8b\x08\x00",
    "a form": b"query=%7B__typename%7D", "XML": b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
}.items():

    @check(f"a body that is {name}", f"{BAD}, HTTP 400")
    def _(stage, body=body):
        refused(stage.post(body), BAD, 400)


@check("half a character, escaped, in a text", BAD)
def _(stage):
    refused(stage.post(b'{"query":"{ meeting(by: { slug: \\"\\ud800\\" }) { id } }"}'), BAD)


@check("the character NUL in a text", BAD)
def _(stage):
    refused(stage.ask('{ meeting(by: { slug: "a\\u0000" }) { id } }'), BAD)


@check("the same key twice in a body", "refused or the last one")
def _(stage):
    answer = stage.post(b'{"query":"{__typename}","query":"{x:__typename}"}')
    that(answer.status in (200, 400), f"{answer}")


for type in [None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/graphql",
             "application/xml", "application/json; charset=utf-16", "application/json; charset=nothing", "*/*", "x" * 3000, "json"]:

    @check(f"content type {str(type)[:50]}", f"{BAD}, HTTP 415")
    def _(stage, type=type):
        refused(stage.post(TYPENAME, type), BAD, 415)


@check("a compressed body", f"{BAD}, HTTP 415")
def _(stage):
    refused(stage.send("POST", "/graphql", b"\x1f\x8b\x08", {"Content-Type": JSON, "Content-Encoding": "gzip"}), BAD, 415)


for method in ["PUT", "DELETE", "PATCH", "HEAD", "TRACE", "NONE"]:

    @check(f"method {method}", "refused, HTTP 405 or 501")
    def _(stage, method=method):
        answer = stage.send(method, "/graphql", TYPENAME, {"Content-Type": JSON})
        that(answer.status in (405, 501), f"{answer}")
        if method != "HEAD":
            refused(answer, BAD if answer.status == 405 else answer.code)


@check("an Accept that nobody can serve", "HTTP 406 or an answer all the same")
def _(stage):
    answer = stage.send("POST", "/graphql", TYPENAME, {"Content-Type": JSON, "Accept": "image/png"})
    that(answer.status in (200, 406), f"{answer}")
    json.loads(answer.body)


@check("an Accept that is none", "a 4xx as GraphQL has them, or an answer")
def _(stage):
    answer = stage.send("POST", "/graphql", TYPENAME, {"Content-Type": JSON, "Accept": "/;;;=,"})
    that(answer.status < 500, f"{answer}")
    json.loads(answer.body)


@check("a body of 25 MB with its length told", f"{BAD}, HTTP 413, not read")
def _(stage):
    head = f"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: {JSON}\r\nContent-Length: 26214400\r\n\r\n"
    with socket.create_connection(("127.0.0.1", stage.port), timeout=20) as line:
        line.sendall(head.encode() + b'{"query":"' + b" " * 1000)
        that(line.recv(65536).startswith(b"HTTP/1.1 413"), "not 413")


@check("a body of 25 MB in chunks", f"{BAD}, HTTP 413, not read to its end")
def _(stage):
    head = f"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: {JSON}\r\nTransfer-Encoding: chunked\r\n\r\n"
    sent = 0
    with socket.create_connection(("127.0.0.1", stage.port), timeout=20) as line:
        try:
            line.sendall(head.encode() + b'a\r\n{"query":"\r\n')
            for _ in range(1600):
                line.sendall(b"4000\r\n" + b" " * 16384 + b"\r\n")
                sent += 16384
        except (BrokenPipeError, ConnectionResetError):
            pass
        try:
            said = line.recv(65536)
        except ConnectionResetError:
            said = b""
    that(sent < 20_000_000 or said.startswith(b"HTTP/1.1 413"), f"{sent} bytes were taken: {said[:100]}")
    return f"{sent} bytes were sent before the server hung up"


@check("a body of exactly 128 KiB", "answered")
def _(stage):
    answered(stage.post(TYPENAME[:-1] + b" " * (128 * 1024 - len(TYPENAME)) + b"}"))


@check("a body one byte longer", f"{BAD}, HTTP 413")
def _(stage):
    refused(stage.post(TYPENAME[:-1] + b" " * (128 * 1024 + 1 - len(TYPENAME)) + b"}"), BAD, 413)


for name, data in {
    "a first line of one word": b"GET\r\n\r\n", "a first line without a version": b"GET /graphql\r\n\r\n",
    "a version of its own": b"GET / HTTP/9.9\r\nHost: x\r\n\r\n", "a NUL in the path": b"GET /\x00 HTTP/1.1\r\nHost: x\r\n\r\n",
    "no Host": b"GET /graphql?query={__typename} HTTP/1.1\r\n\r\n",
    "two lengths": b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n{}",
    "a length below nought": b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    "a length that is no number": b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: ten\r\n\r\n",
    "a chunk's size that is none": b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n",
    "a header of 100 kB": b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 100000 + b"\r\n\r\n",
    "5,000 headers": b"GET / HTTP/1.1\r\nHost: x\r\n" + b"X: a\r\n" * 5000 + b"\r\n",
    "an address of 100 kB": b"GET /graphql?query=" + b"a" * 100000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"x" * 500, "a broken escape": b"GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "a path that climbs": b"GET /../../../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "an encoded path that climbs": b"GET /assets/..%2f..%2fetc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
}.items():

    @check(f"no HTTP: {name}", "a 4xx or 5xx that tells nothing of the inside")
    def _(stage, data=data):
        said = stage.raw(data).decode("utf-8", "replace")
        that(said == "" or said.startswith(('{"errors"', "HTTP/1.1 4", "HTTP/1.1 505", "HTTP/1.1 501")), said[:200])
        that(not any(word in said for word in ("Tomcat", "Apache", "java.", "<html", "root:")), said[:300])
        return said.splitlines()[0] if said else "hung up"


@check("GET with a broken query, variables, extensions", f"{BAD}, HTTP 400")
def _(stage):
    for parameters in [{}, {"query": "{"}, {"query": "{__typename}", "variables": "{"}, {"query": "{__typename}", "variables": "[]"},
                       {"query": "{__typename}", "extensions": "1"}, {"query": "{__typename}", "variables": "x" * 3000}]:
        answer = stage.send("GET", "/graphql?" + urllib.parse.urlencode(parameters),
                            headers={"Accept": "application/graphql-response+json"})
        refused(answer, BAD, 400)


@check("a persisted query with the wrong hash", BAD)
def _(stage):
    refused(stage.post({"query": "{__typename}", "extensions": {"persistedQuery": {"version": 1, "sha256Hash": "0" * 64}}}), BAD)


@check("persisted queries that are none", "refused")
def _(stage):
    for persisted in [None, 1, {}, {"version": 1}, {"version": 2, "sha256Hash": "x"}, {"version": 1, "sha256Hash": 5},
                      {"version": 1, "sha256Hash": "x" * 10000}]:
        answer = stage.post({"extensions": {"persistedQuery": persisted}})
        that(answer.code in (BAD, "PERSISTED_QUERY_NOT_FOUND"), f"{persisted}: {answer}")


@check("paths that are none", "NOT_FOUND, HTTP 404")
def _(stage):
    for path in ["/nothing", "/graphql/", "/graphql/nothing", "/assets/x/y", "/actuator/none", "/error", "/.git/config", "/WEB-INF/web.xml"]:
        refused(stage.send("GET", path, headers={"Accept": "text/html"}), "NOT_FOUND", 404)


@check("other spellings of a path, with a body that is too long", "NOT_FOUND, HTTP 404")
def _(stage):
    body = TYPENAME[:-1] + b" " * 128 * 1024 + b"}"
    for path in ["/graphql;x", "/%67raphql", "//graphql", "/export;x", "/%65xport", "//export"]:
        refused(stage.send("POST", path, body, {"Content-Type": JSON}), "NOT_FOUND", 404)
    for query in ["query=%7B__typename%7D", "query={__typename}", "query=%7b__typename%7d%3B//;"]:
        that(stage.send("GET", "/graphql?" + query).status in (200, 400), f"{query} is not taken for a query")


@check("the closed part of the actuator", "HTTP 404")
def _(stage):
    for path in ["env", "beans", "heapdump", "threaddump", "loggers", "metrics", "prometheus", "mappings", "configprops", "shutdown"]:
        answer = stage.send("GET", "/actuator/" + path)
        that(answer.status == 404, f"{path}: {answer}")
