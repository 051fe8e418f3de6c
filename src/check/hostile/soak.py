"""Good requests while hostile ones come: side by side, and for long."""

import os
import random
import subprocess
import threading
import time

import documents
from asking import answered
from checks import check, that
from events import postmaster
from load import GOOD, Load

HOSTILE = [
    "{ ...F0 } " + documents.bomb("Query", "__typename", 30, 2), "{ meetings(first: -1) { totalCount } }", "{", "{ no }",
    "{ meetings(first: 100) { nodes { statements(first: 100) { nodes { id } } } } }", '{ node(id: "") { id } }',
    "{ " + " ".join(f"a{i}: __typename" for i in range(500)) + " }",
]


class Pests:
    """Hostile requests, each some time after the one before."""

    def __init__(self, server, every):
        self._over = threading.Event()
        self._server, self._every = server, every
        self._thread = threading.Thread(target=self._ask)
        self.count = 0

    def _ask(self):
        while not self._over.wait(self._every):
            try:
                self._server.ask(random.choice(HOSTILE))
            except OSError:
                pass
            self.count += 1

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *fault):
        self._over.set()
        self._thread.join()


@check("good requests while as many hostile ones come", "all answered, 99 % within three times the time it takes otherwise, or half a second")
def _(stage):
    with Load(stage.main, 4):
        time.sleep(4)
    with Load(stage.main, 4, every=0.2) as alone:
        time.sleep(15)
    with Pests(stage.main, 0.05) as pests, Load(stage.main, 4, every=0.2) as beside:
        time.sleep(15)
    that(set(alone.outcomes) == set(beside.outcomes) == {"OK"}, f"{alone} {beside}")
    that(beside.percentile(0.99) <= max(0.5, 3 * alone.percentile(0.99)), f"{alone} {beside}")
    return f"alone: {alone}\n         beside {pests.count} hostile ones: {beside}"


def held(application):
    """Resident memory in MB, threads and open files of the process, and the processes of its database."""
    process = application.process.pid
    status = open(f"/proc/{process}/status", encoding="ascii").read()
    number = lambda name: int(status.split(name + ":")[1].split()[0])
    head, _ = postmaster(application)
    backends = subprocess.run(["ps", "-o", "args=", "--ppid", str(head)], capture_output=True, text=True).stdout
    return {"MB": number("VmRSS") // 1024, "threads": number("Threads"), "files": len(os.listdir(f"/proc/{process}/fd")),
            "connections": sum("127.0.0.1" in line or "[local]" in line for line in backends.splitlines())}


@check("a soak with five per cent hostile requests", "memory, threads, files, connections flat; good requests as fast at the end as at the start")
def _(stage):
    server = stage.application("soaked", options=("-Xmx512m",)).start()
    parts = 4
    told = []
    measured = []
    with Pests(server, 2.0):
        for part in range(parts):
            with Load(server, 4, every=0.4) as load:
                time.sleep(stage.soak / parts)
                holds = held(server)
            measured.append((load, holds))
            rate = sum(load.outcomes.values()) / (stage.soak / parts)
            told.append(f"part {part + 1} of {parts}: {rate:.1f} a second, {load}; {holds}")
            print(f"         {told[-1]}", flush=True)
            that(set(load.outcomes) == {"OK"}, f"{load}")
    (first, before), (last, after) = measured[0], measured[-1]
    for what in ("threads", "files", "connections"):
        that(after[what] <= before[what] + 10, f"{what}: {before} {after}")
    that(after["MB"] <= before["MB"] * 1.3 + 50, f"{before} {after}")
    that(last.percentile(0.99) <= max(1.0, first.percentile(0.99) * 3), f"{first} {last}")
    answered(server.ask(GOOD))
    server.stop()
    return f"{stage.soak:.0f} s"
