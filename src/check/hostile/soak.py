"""A long run with a twentieth of hostile requests in it."""

import os
import random
import threading
import time

import documents
from asking import answered
from checks import check, that
from load import GOOD, Load

HOSTILE = [
    "{ ...F0 } " + documents.bomb("Query", "__typename", 30, 2), "{ meetings(first: -1) { totalCount } }", "{", "{ no }",
    "{ meetings(first: 100) { nodes { statements(first: 100) { nodes { id } } } } }", '{ node(id: "") { id } }',
    "{ " + " ".join(f"a{i}: __typename" for i in range(500)) + " }",
]


def held(process):
    """Resident memory in MB, threads, open files of a process."""
    status = open(f"/proc/{process}/status", encoding="ascii").read()
    number = lambda name: int(status.split(name + ":")[1].split()[0])
    return number("VmRSS") // 1024, number("Threads"), len(os.listdir(f"/proc/{process}/fd"))


@check("a soak with five per cent hostile requests", "memory, threads, files flat; good requests as fast at the end as at the start")
def _(stage):
    server = stage.application("soaked", options=("-Xmx512m",)).start()
    process = server.process.pid
    over = threading.Event()

    def hostile():
        while not over.is_set():
            try:
                server.ask(random.choice(HOSTILE))
            except OSError:
                pass
            time.sleep(0.4)

    pests = threading.Thread(target=hostile)
    pests.start()
    parts = 4
    told = []
    measured = []
    try:
        for part in range(parts):
            with Load(server, 4, pause=0.04) as load:
                time.sleep(stage.soak / parts)
            measured.append((load, held(process)))
            told.append(f"part {part + 1} of {parts}: {load}; {held(process)} MB, threads, files")
            that(set(load.outcomes) == {"OK"}, f"{load}")
    finally:
        over.set()
        pests.join()
    (first, before), (last, after) = measured[0], measured[-1]
    that(after[1] <= before[1] + 20 and after[2] <= before[2] + 20, f"{before} {after}")
    that(after[0] <= before[0] * 1.3 + 50, f"memory {before[0]} to {after[0]} MB")
    that(last.percentile(0.99) <= max(1.0, first.percentile(0.99) * 3), f"{first} {last}")
    answered(server.ask(GOOD))
    server.stop()
    return "\n         ".join(told)
