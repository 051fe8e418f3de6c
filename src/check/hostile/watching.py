"""What a server tells of itself to whom it is told to tell it."""

import http.server
import os
import re
import subprocess
import threading
import time

from asking import answered, refused
from checks import check, that
from events import eventually, votes
from load import GOOD, Load


def threads(process):
    """The names of a process's threads, as far as the kernel keeps them: 15 characters."""
    return [open(f"/proc/{process}/task/{task}/comm", encoding="utf-8").read().strip() for task in os.listdir(f"/proc/{process}/task")]


def measured(server):
    """The metrics, each with its labels in their order."""
    text = server.send("GET", "/actuator/prometheus").body.decode()
    return {name: float(value) for name, value in re.findall(r"^(\w+(?:\{.*\})?) (\S+)$", text, re.MULTILINE)}


@check("metrics, opened", "requests by name and code, cost, SQL, pool, exports, imports; no thread of traces, nothing a client wrote without end")
def _(stage):
    server = stage.application("measured", {"MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE": "health,info,prometheus"}).start()
    for _ in range(3):
        answered(server.ask("query Watched { meetings(first: 5) { totalCount nodes { id } } }"))
    refused(server.ask("query Watched { meetings(first: 0) { totalCount } }"), "BAD_USER_INPUT")
    for number in range(150):
        server.ask("query Name%d { __typename }" % number)
    server.send("GET", "/export?format=csv&query={meetings{nodes{slug}}}")
    server.send("GET", "/export?format=csv&query={no}")
    folder = votes(stage.work)
    done = subprocess.run([stage.java, "-jar", stage.jar, "import", "unga-votes", folder], env=server.environment, capture_output=True,
                          text=True, timeout=300)
    that(done.returncode == 0, done.stdout[-300:] + done.stderr[-300:])
    subprocess.run([stage.java, "-jar", stage.jar, "import", "ungdc", folder], env=server.environment, capture_output=True, timeout=300)
    now = time.time()
    seen = measured(server)

    def value(name):
        that(name in seen, f"no {name}, but {[each for each in seen if each.startswith(name.split('{')[0])][:5]}")
        return seen[name]

    that(value('records_requests_seconds_count{code="OK",operation="Watched"}') == 3, "requests")
    that(value('records_requests_seconds_count{code="BAD_USER_INPUT",operation="Watched"}') == 1, "refused requests")
    that(value('records_requests_seconds_count{code="OK",operation="others"}') >= 50, "names without end")
    that(value("records_request_cost_sum") >= 3 * 6, "cost")
    that(value('records_sql_seconds_count{field="meetings"}') >= 3, "SQL")
    that(value('hikaricp_connections_max{pool="reading"}') == 10, "pool")
    that(value('records_exports_seconds_count{code="OK",format="csv"}') == 1, "exports")
    that(value('records_exports_seconds_count{code="BAD_USER_INPUT",format="csv"}') == 1, "refused exports")
    that(value('records_export_rows_total{format="csv"}') > 1 and value("records_exports_running") == 0, "rows of exports")
    that(value('records_imports_total{format="unga-votes",outcome="kept"}') == 1, "imports")
    that(value('records_imports_total{format="ungdc",outcome="refused"}') == 1, "refused imports")
    that(value('records_import_rows_total{format="unga-votes",outcome="created"}') > 40000, "rows of imports")
    that(0 <= now - value('records_import_last_kept_timestamp_seconds{format="unga-votes"}') < 120, "when it was")
    that(value('records_import_unfinished{format="unga-votes"}') == 0, "unfinished")
    that(not [name for name in threads(server.process.pid) if name.startswith(("BatchSpan", "otel", "OkHttp"))], "threads of traces")
    that(not [name for name in seen if name.startswith(("graphql_", "http_server"))], "observations")
    server.stop()
    return f"{len(seen)} series"


class Collector:
    """Takes what OpenTelemetry sends by HTTP."""

    def __init__(self):
        taken = self.taken = []

        class Taking(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                taken.append(self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Taking)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server.server_port}/v1/traces"

    def close(self):
        self.server.shutdown()
        self.server.server_close()


@check("traces, put on", "a request's spans reach the collector, without what was asked for; a collector that is gone is not felt")
def _(stage):
    collector = Collector()
    server = stage.application("traced", {
        "SPRING_PROFILES_ACTIVE": "tracing", "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT": collector.address,
        "MANAGEMENT_TRACING_SAMPLING_PROBABILITY": "1"}).start()
    answered(server.post({"query": 'query Traced { meetings(filter: { slug: { eq: "MARK-4711" } }) { totalCount } }', "operationName": "Traced"}))
    told = lambda: b"".join(collector.taken)
    eventually(30, lambda: all(one in told() for one in (b"Traced", b"meeting-records", b"http post /graphql", b"graphql.field.name")), "the spans")
    sent = told()
    that(b"MARK-4711" not in sent and b"select" not in sent, "what was asked for is told")
    collector.close()
    with Load(server, 2, GOOD) as load:
        time.sleep(8)
    that(set(load.outcomes) == {"OK"}, f"{load}")
    that(len(server.said().splitlines()) < 40, f"it keeps logging: {server.said()[-600:]}")
    took = server.stop(25)
    return f"without a collector {load}; stopped in {took:.1f} s"
