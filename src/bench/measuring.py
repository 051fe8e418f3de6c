"""Load: by wrk on the two servers, by pgbench on the hand-written SQL."""

import json
import os
import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
ODD_LENGTH = 0.5
LONGEST_SECONDS = 60


@dataclass
class Measured:
    """Requests a second; milliseconds that half of them and 99 of 100 stay below."""

    rate: float
    p50: float
    p99: float


def load(server, bodies, connections, seconds, length=None):
    """
    Requests of these bodies on a server. Where the answers' mean length is known, who answers nothing in this time is given
    more of it, and None says that requests of several clients failed, or that many answers were refusals, which are shorter.
    One client's failed requests end the benchmark.
    """
    counted = wrk(server, bodies, connections, seconds)
    while length and not counted["requests"] and seconds < LONGEST_SECONDS:
        seconds *= 4
        counted = wrk(server, bodies, connections, seconds)
    # A load that only warms may end before the first answer of a slow question.
    if counted["failed"] and length and connections > 1:
        print(f"{server.name}: {counted['failed']} of {counted['requests']} requests failed", flush=True)
        return None
    if counted["failed"] or length and not counted["requests"]:
        raise SystemExit(f"{server.name}: {counted['failed']} of {counted['requests']} requests failed; see {server.log}")
    mean = counted["bytes"] / max(1, counted["requests"])
    if length and mean < length * ODD_LENGTH:
        print(f"{server.name}: answers of {mean:.0f} bytes where {length:.0f} are due", flush=True)
        return None
    return Measured(counted["requests"] / counted["seconds"], counted["p50"], counted["p99"])


def wrk(server, bodies, connections, seconds):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as requests:
        requests.write(bodies)
        requests.flush()
        said = subprocess.run(
            ["wrk", "-t", "1", "-c", str(connections), "-d", f"{seconds}s", "--timeout", "30s",
             "-s", str(HERE / "wrk.lua"), server.address, "--", requests.name],
            check=True, stdout=subprocess.PIPE, text=True).stdout
    return json.loads(next(line for line in said.splitlines() if line.startswith("{")))


def limit(database, script, connections, seconds):
    """The same by SQL alone; on fewer connections where the servers have left too few, which hold theirs meanwhile."""
    connections = min(connections, database.free_connections())
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "script.sql"
        file.write_text(script)
        rate, took = pgbench(database, file, connections, seconds)
        # To connect may take longer than a short measurement.
        while not took and seconds < LONGEST_SECONDS:
            seconds *= 4
            rate, took = pgbench(database, file, connections, seconds)
    return Measured(rate, took[len(took) // 2] / 1000, took[len(took) * 99 // 100] / 1000)


def pgbench(database, file, connections, seconds):
    """Transactions a second, and how many microseconds each took, the fastest first."""
    with tempfile.TemporaryDirectory() as logs:
        said = subprocess.run(
            ["pgbench", "--no-vacuum", "--protocol=prepared", "-c", str(connections), "-T", str(seconds), "-f", str(file),
             "--log", "--log-prefix", str(Path(logs) / "log")],
            env=os.environ | database.settings(), check=True, stdout=subprocess.PIPE, text=True).stdout
        # the third column is how long a transaction took, in microseconds
        took = sorted(int(line.split()[2]) for log in Path(logs).glob("log.*") for line in log.read_text().splitlines())
    rate = re.search(r"tps = ([0-9.]+)", said)
    return (float(rate.group(1)), took) if rate else (0.0, [])
