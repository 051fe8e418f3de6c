"""Requests as any client sends them, and requests that no client sends."""

import http.client
import json
import re
import socket
import time

from checks import that

JSON = "application/json"
#: What no answer ever holds: classes, SQL, hosts' insides, versions.
INSIDE = re.compile(
    r"(java\.|org\.(springframework|meetingrecords|postgresql|apache)|graphql\.|Exception\b|\tat |Tomcat|Hikari|PSQL"
    r"|jdbc|select (json|t\d|count)|relation \"|column \")"
)


class Answer:
    def __init__(self, status, headers, body, seconds):
        self.status = status
        self.headers = {name.lower(): value for name, value in headers}
        self.body = body
        self.seconds = seconds

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def code(self):
        """The code of the first error, or None."""
        errors = self.json.get("errors")
        return errors[0]["extensions"]["code"] if errors else None

    def __str__(self):
        return f"HTTP {self.status} in {self.seconds:.2f} s: {self.body[:300]!r}"


class Server:
    """The address of a running server."""

    def __init__(self, port):
        self.port = port

    def send(self, method, path, body=None, headers=None, timeout=30):
        began = time.monotonic()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body=body, headers=headers or {})
            response = connection.getresponse()
            text = response.read()
            answer = Answer(response.status, response.getheaders(), text, time.monotonic() - began)
        finally:
            connection.close()
        that(not INSIDE.search(text.decode("utf-8", "replace")) or path.startswith(("/graphql/schema", "/assets", "/actuator/prometheus")),
             f"something internal is told: {answer}")
        return answer

    def post(self, body, type=JSON, timeout=30):
        if not isinstance(body, (bytes, str)):
            body = json.dumps(body)
        headers = {"Content-Type": type} if type else {}
        return self.send("POST", "/graphql", body, headers, timeout)

    def ask(self, query, variables=None, timeout=30):
        return self.post({"query": query, **({"variables": variables} if variables is not None else {})}, timeout=timeout)

    def raw(self, data, timeout=30):
        """Sends bytes as they are and gives all that comes back."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=timeout) as line:
            line.sendall(data)
            return everything(line)


def everything(line):
    parts = []
    try:
        while part := line.recv(65536):
            parts.append(part)
    except ConnectionResetError:
        pass
    return b"".join(parts)


def refused(answer, code, status=None, fast=5):
    """The answer is an error with this code, as GraphQL has them, and came quickly."""
    that(answer.headers.get("content-type", "").startswith("application/"), f"not GraphQL-shaped: {answer}")
    that(answer.code == code, f"not {code}: {answer}")
    that(answer.json["errors"][0]["message"], f"no message: {answer}")
    that(status is None or answer.status == status, f"not HTTP {status}: {answer}")
    that(answer.seconds < fast, f"slow: {answer}")


def answered(answer):
    that(answer.status == 200 and "errors" not in answer.json, f"no answer: {answer}")
    return answer.json["data"]
