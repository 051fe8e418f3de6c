"""Exports that are refused, and exports that are cut off half-way."""

import http.client
import io
import json
import os
import signal
import socket
import subprocess
import time

from asking import JSON, answered, refused
from checks import check, that
from events import VOTES, answers, eventually, postmaster, votes

ALL_VOTES = """{ votes { nodes { id option codeAsRecorded actor { slug name iso3 } decision { slug title decidedOn result method }
  again: decision { slug title meeting { slug title startsOn forum { slug name } } } } } }"""
PAGE = {"Content-Type": JSON, "Origin": "https://example.org"}


@check("refused exports, asked by a page of another origin", "the page is told why")
def _(stage):
    whole = json.dumps({"query": "{ meetings { nodes { slug } } }", "format": "csv"})
    for body, headers, status in [(whole, {}, 200), ("{", {}, 400), (whole.replace("csv", "none"), {}, 400),
                                  (whole, {"Content-Encoding": "gzip"}, 415), (whole + " " * 128 * 1024, {}, 413)]:
        answer = stage.send("POST", "/export", body, {**PAGE, **headers})
        that(answer.status == status, f"{answer}")
        that(answer.headers.get("access-control-allow-origin") == "*", f"{answer.headers}")
        that("Content-Disposition" in answer.headers.get("access-control-expose-headers", ""), f"{answer.headers}")
    before = stage.send("OPTIONS", "/export", headers={"Origin": "https://example.org", "Access-Control-Request-Method": "POST",
                                                       "Access-Control-Request-Headers": "content-type"})
    that(before.status == 200 and before.headers.get("access-control-allow-headers") == "content-type", f"{before} {before.headers}")


@check("the parameters of an export, 128 KiB and a byte more", "taken; HTTP 413")
def _(stage):
    start = json.dumps({"query": "{ meetings { nodes { slug } } }", "format": "csv"})[:-1]
    room = 128 * 1024 - len(start) - 1
    fits = stage.send("POST", "/export", start + " " * room + "}", {"Content-Type": JSON})
    that(fits.status == 200, f"{fits}")
    refused(stage.send("POST", "/export", start + " " * (room + 1) + "}", {"Content-Type": JSON}), "BAD_USER_INPUT", 413)


def begin(application, **wanted):
    """Asks for all votes and takes only the beginning, as a client with a slow line does."""
    body = json.dumps({"query": ALL_VOTES, **wanted}).encode()
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8192)
    line.settimeout(60)
    line.connect(("127.0.0.1", application.port))
    line.sendall(b"POST /export HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % len(body)
                 + body)
    first = b""
    while len(first) < 50_000:
        part = line.recv(65536)
        that(part, f"ended after {first[:300]}")
        first += part
    return line, first


def rest(line, first):
    """All that came until the connection ended, in whatever way."""
    parts = [first]
    with line:
        try:
            while part := line.recv(1 << 20):
                parts.append(part)
        except ConnectionResetError:
            pass
    return b"".join(parts)


def received(data):
    """What an HTTP client makes of it: the body, or None where it says that it is not whole."""

    class Line:
        def makefile(self, *_):
            return io.BytesIO(data)

    response = http.client.HTTPResponse(Line())
    response.begin()
    that(response.status == 200, f"HTTP {response.status}")
    try:
        return response.read()
    except http.client.IncompleteRead:
        return None


def with_votes(stage):
    one = stage.application("importing", {"RECORDS_SAMPLE": "false"}).start()
    if answered(one.ask("{ votes { totalCount } }"))["votes"]["totalCount"] != VOTES:
        subprocess.run([stage.java, "-jar", stage.jar, "import", "unga-votes", votes(stage.work)], env=one.environment,
                       capture_output=True, timeout=300, check=True)
    return one


def kill_database(application):
    head, _ = postmaster(application)
    children = subprocess.run(["ps", "-o", "pid=", "--ppid", str(head)], capture_output=True, text=True).stdout
    for process in [head, *map(int, children.split())]:
        try:
            os.kill(process, signal.SIGKILL)
        except ProcessLookupError:
            pass


@check("an export taken slowly and left alone", "whole, every row")
def _(stage):
    one = with_votes(stage)
    data = rest(*begin(one, format="ndjson"))
    body = received(data)
    that(body is not None and body.count(b"\n") == VOTES, f"{len(data)} bytes, not whole")
    one.stop()
    return f"{len(data) / 1e6:.0f} MB"


@check("kill -9 of PostgreSQL in an export", "the client sees that it is not whole; the next one is")
def _(stage):
    one = with_votes(stage)
    seen = []
    for wanted in ({"format": "ndjson"}, {"format": "csv", "archive": True}):
        line, first = begin(one, **wanted)
        kill_database(one)
        data = rest(line, first)
        that(received(data) is None, f"{wanted}: {len(data)} bytes that look whole")
        seen.append(f"{len(data) / 1e6:.1f} MB came")
        eventually(30, lambda: answers(one), "an answer")
    that(received(rest(*begin(one, format="ndjson"))).count(b"\n") == VOTES, "not whole")
    one.stop()
    return "; ".join(seen)


@check("kill -9 of the application in an export", "the client sees that it is not whole; the next start serves")
def _(stage):
    one = with_votes(stage)
    line, first = begin(one, format="csv")
    one.kill()
    data = rest(line, first)
    that(received(data) is None, f"{len(data)} bytes that look whole")
    one.start()
    that(answered(one.ask("{ votes { totalCount } }"))["votes"]["totalCount"] == VOTES, "votes are lost")
    one.stop()
    return f"{len(data) / 1e6:.1f} MB came"


@check("told to stop in an export that nobody takes", "ends within 25 s; the client sees that it is not whole")
def _(stage):
    one = with_votes(stage)
    line, first = begin(one, format="csv")
    took = one.stop(25)
    data = rest(line, first)
    that(received(data) is None, f"{len(data)} bytes that look whole")
    return f"{took:.1f} s; {len(data) / 1e6:.1f} MB came"
