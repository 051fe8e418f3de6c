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
FEWEST = 10  # answers that a measurement is of: as many as there are texts to search for
LONGEST_SECONDS = 60


@dataclass
class Measured:
    """Requests a second; milliseconds that half of them and 99 of 100 stay below; by how many clients."""

    rate: float
    p50: float
    p99: float
    clients: int


def warm(server, bodies, connections, seconds):
    """Requests that only warm, and how many a second were answered; they may end before the first answer of a slow question."""
    counted = wrk(server, bodies, connections, seconds)
    return counted["requests"] / counted["seconds"]


def load(server, bodies, connections, seconds, length=None):
    """
    Requests of these bodies on a server. None says that requests of several clients failed, that none was answered, or, where
    the answers' mean length is known, that many answers were refusals, which are shorter. One client's failed requests end the
    benchmark.
    """
    def attempt(seconds):
        counted = wrk(server, bodies, connections, seconds)
        return counted, counted["requests"]

    counted = until_enough(attempt, seconds)
    if counted["failed"] or not counted["requests"]:
        said = f"{server.name}: {counted['failed']} of {counted['requests']} requests failed"
        if connections == 1:
            raise SystemExit(f"{said}; see {server.log}")
        print(said, flush=True)
        return None
    mean = counted["bytes"] / counted["requests"]
    if length and mean < length * ODD_LENGTH:
        print(f"{server.name}: answers of {mean:.0f} bytes where {length:.0f} are due", flush=True)
        return None
    return Measured(counted["requests"] / counted["seconds"], counted["p50"], counted["p99"], connections)


def until_enough(attempt, seconds):
    """What an attempt found that had answers enough, or the last one; each next one takes four times as long."""
    found, answers = attempt(seconds)
    while answers < FEWEST and seconds < LONGEST_SECONDS:
        seconds *= 4
        found, answers = attempt(seconds)
    return found


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
        pgbench(database, file, connections, 1)  # only warms

        # To connect may take longer than a short measurement.
        def attempt(seconds):
            rate, took = pgbench(database, file, connections, seconds)
            return (rate, took), len(took)

        rate, took = until_enough(attempt, seconds)
    return Measured(rate, took[len(took) // 2] / 1000, took[len(took) * 99 // 100] / 1000, connections)


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
