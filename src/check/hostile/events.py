"""Faults of networks, databases and processes."""

import hashlib
import hmac
import os
import random
import re
import signal
import socket
import subprocess
import time

from asking import answered, refused
from checks import check, that
from load import GOOD, Load, at_once
from postgres import Cluster

SLOW_PATIENCE = 15


def eventually(seconds, condition, words):
    end = time.monotonic() + seconds
    while not condition():
        that(time.monotonic() < end, f"{words}: not within {seconds} s")
        time.sleep(0.2)


def answers(server):
    try:
        return server.ask("{ meetings { totalCount } }").code is None
    except OSError:
        return False


# ── clients ──────────────────────────────────────────────────────────────────────────────────────


@check("500 requests at once on a pool of 10", "each is answered or told UNAVAILABLE, within 15 s, and more than the pool holds are answered")
def _(stage):
    with Load(stage.main, 4):
        time.sleep(3)  # what has just started is compiled while it runs
    outcomes, slowest = at_once(stage.main, 500)
    that(set(outcomes) <= {"OK", "UNAVAILABLE"} and slowest < 15, f"{dict(outcomes)}, slowest {slowest:.1f} s")
    that(outcomes["OK"] > 10, f"{dict(outcomes)}")
    answered(stage.ask(GOOD))
    return f"{dict(outcomes)}, slowest {slowest:.1f} s"


SLOW = {
    "nothing at all": (b"", b""),
    "a head, a byte a second": (b"GET /graphql HTTP/1.1\r\nHost: x\r\nX: ", b"a"),
    "a body, a byte a second": (b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n{", b"a"),
    "a body in chunks, one a second": (
        b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\n{\r\n"),
}


@check("100 slow senders of heads, bodies and nothing", f"gone within {SLOW_PATIENCE} s; good requests go on")
def _(stage):
    lines = []
    for start, more in list(SLOW.values()) * 25:
        line = socket.create_connection(("127.0.0.1", stage.port))
        line.sendall(start)
        line.setblocking(False)
        lines.append((line, more))
    began = time.monotonic()
    with Load(stage, 2, pause=0.1) as good:
        while lines and time.monotonic() - began < SLOW_PATIENCE + 2:
            for line, more in list(lines):
                try:
                    if line.recv(65536) == b"":
                        raise ConnectionResetError
                except BlockingIOError:
                    pass
                except OSError:
                    lines.remove((line, more))
                    line.close()
                    continue
                try:
                    line.send(more)
                except OSError:
                    pass
            time.sleep(1)
    took = time.monotonic() - began
    that(not lines, f"{len(lines)} are still there after {took:.0f} s")
    that(set(good.outcomes) == {"OK"}, f"{good}")
    return f"the last went after {took:.0f} s; meanwhile {good}"


@check("300 clients that leave before their answer", "others are answered as before")
def _(stage):
    body = ('{"query":"%s"}' % GOOD).encode()
    head = b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body)
    for _ in range(300):
        with socket.create_connection(("127.0.0.1", stage.port)) as line:
            line.sendall(head + body)
    eventually(10, lambda: answers(stage), "an answer")


@check("a client that does not read a long answer", "others are answered as before")
def _(stage):
    with socket.create_connection(("127.0.0.1", stage.port)) as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
        line.sendall(b"GET /graphql/schema HTTP/1.1\r\nHost: x\r\n\r\n" * 20)
        for _ in range(5):
            answered(stage.ask(GOOD))


@check("line breaks and control characters in all that is logged", "each line of the log is one of ours, without what was asked for")
def _(stage):
    stage.ask('query Bad { meetings(after: "MARK-4711\\r\\n00:00:00 INFO  forged") { totalCount } }')
    stage.send("GET", "/nothing%0d%0a00:00:00%20INFO%20forged%20MARK-4711")
    stage.post(b'{"query":"{ meeting(by: { slug: \\"MARK-4711\\" }) { id } }"}')
    said = stage.said()
    that("MARK-4711" not in said, "what was asked for is in the log")
    strange = [line for line in said.splitlines() if re.search(r"[\x00-\x08\x0b-\x1a\x1c-\x1f]", line) or "forged" in line]
    that(not strange, f"{strange[:3]}")


@check("more points than a client has", "RATE_LIMITED, HTTP 429, Retry-After; a forwarded address is not believed")
def _(stage):
    limited = stage.application("limited", {"RECORDS_RATE_POINTS": "500", "RECORDS_SAMPLE": "false"}).start()
    codes = []
    for number in range(10):
        answer = limited.send("POST", "/graphql", '{"query":"{ actors(first: 100) { nodes { id } } }"}',
                              {"Content-Type": "application/json", "X-Forwarded-For": f"10.0.0.{number}"})
        codes.append(answer.status)
    refused(answer, "RATE_LIMITED", 429)
    that(1 <= int(answer.headers["retry-after"]) <= 60 and answer.headers["x-ratelimit-limit"] == "500", f"{answer.headers}")
    that(codes[:5] == [200] * 5, f"{codes}")
    limited.stop()
    return f"{codes}"


# ── a database of our own, PostgreSQL 15 ─────────────────────────────────────────────────────────


class Outside:
    """An application on a cluster of the checks' own, made when first asked for."""

    _made = {}

    @classmethod
    def of(cls, stage):
        if "it" not in cls._made:
            cluster = Cluster(stage.work, "cluster")
            stage.clusters.append(cluster)
            cls._made["it"] = (cluster, stage.application("outside", cluster.settings()).start())
        return cls._made["it"]


@check("three roles on a database that is not ours", "made; the reader can read and nothing else")
def _(stage):
    cluster, _ = Outside.of(stage)
    used = cluster.sql("select distinct usename from pg_stat_activity where application_name = 'meeting-records reading'")
    that(used == "records_reader", f"reads are made by {used}")
    password = hmac.new(b"secret", b"records_reader", hashlib.sha256).hexdigest()
    ask = lambda statement: cluster.psql("set transaction_read_only = off; set default_transaction_read_only = off", statement,
                                         role="records_reader", password=password)
    that(ask("select count(*) from meeting").returncode == 0, "cannot read")
    for statement in READERS_MUST_NOT:
        that(ask(statement).returncode != 0, f"the reader may: {statement}")
    return f"{len(READERS_MUST_NOT)} statements refused"


READERS_MUST_NOT = [
    "insert into topic (slug, scheme, name) values ('x', 'x', 'x')", "update meeting set title = 'x'", "delete from vote", "truncate vote",
    "create table x (a int)", "create temporary table x (a int)", "create schema x", "create function x() returns int language sql as 'select 1'",
    "copy meeting to program 'id'", "copy meeting from program 'id'", "copy meeting to '/tmp/x'", "copy meeting from '/etc/passwd'",
    "select pg_read_file('/etc/passwd')", "select pg_ls_dir('/')", "select lo_import('/etc/passwd')", "select lo_export(1, '/tmp/x')",
    "select nextval('record_id')", "select setval('record_id', 1)", "set role records", "set role records_writer", "create role x",
    "alter role records_reader superuser", "select rolpassword from pg_authid", "alter system set work_mem = '1GB'",
    "select pg_reload_conf()", "create extension dblink", "drop table meeting", "alter table meeting add x int", "comment on table meeting is 'x'",
]


@check("pg_terminate_backend on all readers, ten times, under load", "no reader of records notices")
def _(stage):
    cluster, outside = Outside.of(stage)
    with Load(outside, 6) as load:
        for _ in range(10):
            time.sleep(0.7)
            cluster.sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = 'records_reader'")
    that(set(load.outcomes) <= {"OK", "UNAVAILABLE"} and load.outcomes["UNAVAILABLE"] <= load.outcomes["OK"] / 100, f"{load}")
    return str(load)


@check("a statement that waits for a lock", "TIMEOUT after 5 s, and nothing of it runs on")
def _(stage):
    cluster, outside = Outside.of(stage)
    with locked(cluster):
        refused(outside.ask("{ meetings { totalCount } }"), "TIMEOUT", fast=7)
        running = cluster.sql("select count(*) from pg_stat_activity where usename = 'records_reader' and state = 'active'")
        that(running == "0", f"{running} statements run on")


@check("eight root fields that wait for a lock", "given up after 10 s together, not after 40")
def _(stage):
    cluster, outside = Outside.of(stage)
    with locked(cluster):
        answer = outside.ask("{ " + " ".join(f"a{i}: meetings {{ totalCount }}" for i in range(8)) + " }")
        that({error["extensions"]["code"] for error in answer.json["errors"]} == {"TIMEOUT"}, f"{answer}")
        that(answer.seconds < 12, f"{answer}")
    return f"{answer.seconds:.1f} s"


@check("a client that leaves while its statement waits", "the statement ends with its time, 5 s, and its connection serves again")
def _(stage):
    cluster, outside = Outside.of(stage)
    active = lambda: cluster.sql("select count(*) from pg_stat_activity where usename = 'records_reader' and state = 'active'")
    body = b'{"query":"{ meetings { totalCount } }"}'
    with locked(cluster):
        with socket.create_connection(("127.0.0.1", outside.port)) as line:
            line.sendall(b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
            eventually(3, lambda: active() == "1", "the statement")
        left = time.monotonic()
        eventually(7, lambda: active() == "0", "its end")
        took = time.monotonic() - left
    answered(outside.ask(GOOD))
    return f"ran on for {took:.1f} s"


class locked:
    def __init__(self, cluster):
        self.cluster = cluster

    def __enter__(self):
        from postgres import PROGRAMS

        self.holder = subprocess.Popen(
            [f"{PROGRAMS}/psql", "-X", "-q", f"host=127.0.0.1 port={self.cluster.port} user=postgres dbname=records", "-c",
             "begin; lock table meeting in access exclusive mode; select pg_sleep(25)"], stdout=subprocess.DEVNULL, cwd="/")
        eventually(10, lambda: self.cluster.sql("select count(*) from pg_locks where mode = 'AccessExclusiveLock' and relation = 'meeting'::regclass",
                                                database="records") == "1", "the lock")

    def __exit__(self, *fault):
        self.cluster.sql("select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(25)%' and pid <> pg_backend_pid()")
        self.holder.wait()


@check("PostgreSQL stopped with SIGSTOP for 20 s", "UNAVAILABLE within 10 s each, alive but not ready; then as before")
def _(stage):
    cluster, outside = Outside.of(stage)
    cluster.signal(signal.SIGSTOP)
    try:
        began = time.monotonic()
        slowest = 0.0
        while time.monotonic() - began < 20:
            answer = outside.ask("{ meetings { totalCount } }")
            slowest = max(slowest, answer.seconds)
            that(answer.code in ("UNAVAILABLE", "TIMEOUT") and answer.seconds < 10, f"{answer}")
            that(outside.health("liveness") == 200, "not alive")
            that(outside.health("readiness") == 503, "ready without a database")
    finally:
        cluster.signal(signal.SIGCONT)
    woken = time.monotonic()
    eventually(15, lambda: answers(outside), "an answer")
    eventually(15, lambda: outside.health("readiness") == 200, "readiness")
    return f"the slowest refusal took {slowest:.1f} s; answered {time.monotonic() - woken:.1f} s after SIGCONT"


@check("PostgreSQL shut down at once, and started after 5 s, under load", "UNAVAILABLE meanwhile, then as before, without a restart")
def _(stage):
    cluster, outside = Outside.of(stage)
    with Load(outside, 4) as load:
        time.sleep(1)
        cluster.stop("immediate")
        time.sleep(5)
        that(outside.health("readiness") == 503 and outside.health("liveness") == 200, "the probes do not tell")
        cluster.start()
        began = time.monotonic()
        eventually(20, lambda: answers(outside), "an answer")
        took = time.monotonic() - began
    that(set(load.outcomes) <= {"OK", "UNAVAILABLE"}, f"{load}")
    return f"{load}; answered {took:.1f} s after the start"


@check("reads on a standby, the primary lost, the standby promoted", "reads go on, at most one in a hundred is UNAVAILABLE")
def _(stage):
    primary = Cluster(stage.work, "primary")
    stage.clusters.append(primary)
    writing = stage.application("writing", primary.settings()).start()
    writing.stop()
    standby = Cluster(stage.work, "standby", standby_of=primary)
    stage.clusters.append(standby)
    both = f"jdbc:postgresql://127.0.0.1:{standby.port},127.0.0.1:{primary.port}/records?targetServerType=preferSecondary"
    reading = stage.application("replica", {**primary.settings(), "RECORDS_READING_URL": both}).start()
    with Load(reading, 4) as load:
        time.sleep(2)
        where = standby.sql("select count(*) > 0 from pg_stat_activity where usename = 'records_reader'")
        primary.stop("immediate")
        time.sleep(3)
        standby.promote()
        time.sleep(3)
    that(where == "t", "the standby was not read")
    that(set(load.outcomes) <= {"OK", "UNAVAILABLE"} and load.outcomes["UNAVAILABLE"] <= load.outcomes["OK"] / 100, f"{load}")
    that(reading.health("readiness") == 200, "not ready")
    reading.stop()
    return str(load)


# ── the process and its embedded database ────────────────────────────────────────────────────────


def postmaster(application):
    """The process number of the embedded server."""
    pointer = os.path.join(application.folder, "home")
    home = open(pointer, encoding="utf-8").read().strip() if os.path.exists(pointer) else application.folder
    with open(os.path.join(home, "postgres", "postmaster.pid"), encoding="ascii") as file:
        return int(file.readline()), os.path.join(home, "postgres")


def serves(application):
    data = answered(application.ask('{ meetings { totalCount } meeting(by: { slug: "astop-16" }) { delegations { totalCount } } }'))
    that(data["meetings"]["totalCount"] >= 1 and data["meeting"]["delegations"]["totalCount"] == 13, f"{data}")


@check("the embedded PostgreSQL killed with kill -9", "started again by itself, nothing lost")
def _(stage):
    main = stage.main
    process, _ = postmaster(main)
    os.kill(process, signal.SIGKILL)
    began = time.monotonic()
    eventually(30, lambda: answers(main), "an answer")
    serves(main)
    that(postmaster(main)[0] != process, "the same process")
    return f"answered again after {time.monotonic() - began:.1f} s"


#: What a client hears that comes when the door is closed already.
TURNED_AWAY = {"ConnectionRefusedError", "ConnectionResetError", "RemoteDisconnected"}


@check("told to stop while requests run", "they are answered, later ones turned away, the database is closed cleanly, within 25 s")
def _(stage):
    one = stage.application("stopping").start()
    _, cluster = postmaster(one)
    with Load(one, 4, pause=0.01) as load:
        time.sleep(1)
        told = time.monotonic()
        took = one.stop(25)
    that(one.process.returncode in (0, 143), f"exit status {one.process.returncode}")
    that(not os.path.exists(os.path.join(cluster, "postmaster.pid")), "the database runs on")
    log = open(os.path.join(cluster, "server.log"), encoding="utf-8").read()
    that("database system is shut down" in log, "not closed cleanly")
    running = load.begun_before(told)
    that(set(running) == {"OK"}, f"of those that ran: {dict(running)}")
    that(set(load.outcomes) <= {"OK"} | TURNED_AWAY, f"{load}")
    return f"{took:.1f} s; {running['OK']} ran or had run and were answered; in all {dict(load.outcomes)}"


@check("kill -9 in start-up and migration, at ten moments", "the next start serves, nothing is lost")
def _(stage):
    one = stage.application("killed")
    moments = [0.3, 1, 2, 3, 4, 5, 6, 8, 10, 12]
    for moment in moments:
        one.launch()
        time.sleep(moment + random.random() / 2)
        one.kill()
    one.start()
    serves(one)
    one.stop()
    return f"{moments} s"


@check("kill -9 under load", "the next start takes the database over and serves")
def _(stage):
    one = stage.application("killed").start()
    with Load(one, 4):
        time.sleep(1)
        one.kill()
    one.start()
    serves(one)
    one.stop()


@check("a second server on the same folder", "refused with exit status 3 and words; the first goes on")
def _(stage):
    second = stage.application("second", {"RECORDS_DATA_DIRECTORY": stage.main.folder}).launch()
    that(second.process.wait(60) == 3, f"exit status {second.process.returncode}")
    that("in use" in second.said(), second.said()[-300:])
    serves(stage.main)


@check("kill -9 in an import, at four moments", "the records are as before or as after, and the import can be made again")
def _(stage):
    one = stage.application("importing", {"RECORDS_SAMPLE": "false"}).start()
    folder = votes(stage.work)
    command = [stage.java, "-jar", stage.jar, "import", "unga-votes", folder]
    count = lambda: answered(one.ask("{ votes { totalCount } decisions { totalCount } }"))
    began = time.monotonic()
    subprocess.run([*command, "--dry-run"], env=one.environment, capture_output=True, timeout=300, check=True)
    whole = time.monotonic() - began
    seen = []
    for part in (0.4, 0.6, 0.8, 0.95):
        importing = subprocess.Popen(command, env=one.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(whole * part)
        importing.kill()
        importing.wait()
        found = count()
        seen.append(found["votes"]["totalCount"])
        that(found["votes"]["totalCount"] in (0, VOTES) and found["decisions"]["totalCount"] in (0, ROLL_CALLS), f"{found}")
    done = subprocess.run(command, env=one.environment, capture_output=True, text=True, timeout=300)
    that(done.returncode == 0, done.stdout[-400:] + done.stderr[-400:])
    that(count()["votes"]["totalCount"] == VOTES, f"{count()}")
    one.stop()
    return f"an import takes {whole:.1f} s; votes found after each: {seen}"


STATES = ["PL", "PT", "JP", "CN", "FR", "DE", "KE", "BR", "MX", "IN", "NO", "SE", "FI", "IT", "ES", "GR", "EG", "NG", "PE", "CL"]
ROLL_CALLS = 2000
VOTES = ROLL_CALLS * len(STATES)


def votes(work):
    """Roll calls that never were, as the data set of the General Assembly has them."""
    folder = os.path.join(work, "votes")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "un_roll_calls.csv"), "w", encoding="utf-8") as file:
        file.write("rcid,session,importantvote,date,unres,amend,para,short,descr\n")
        for number in range(1, ROLL_CALLS + 1):
            file.write(f"{number},70,0,2015-11-{1 + number % 28:02},R/70/{number},0,0,ITEM {number},DECISION {number}\n")
    with open(os.path.join(folder, "un_roll_call_issues.csv"), "w", encoding="utf-8") as file:
        file.write("rcid,short_name,issue\n")
    with open(os.path.join(folder, "un_votes.csv"), "w", encoding="utf-8") as file:
        file.write("rcid,country,country_code,vote\n")
        for number in range(1, ROLL_CALLS + 1):
            file.writelines(f"{number},{state},{state},{('yes', 'no', 'abstain')[number % 3]}\n" for state in STATES)
    return folder


@check("a full disk", "an import ends with words and keeps nothing, reads go on; with room again it is made")
def _(stage):
    if os.getuid() != 0:
        return "left out: only root can mount a small disk"
    disk = os.path.join(stage.work, "disk")
    os.mkdir(disk, 0o755)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=420m,mode=755", "none", disk]).returncode != 0:
        return "left out: no disk can be mounted here"
    one = None
    try:
        one = stage.application("disk/data").start()
        free = os.statvfs(disk)
        with open(os.path.join(disk, "filler"), "wb") as filler:
            filler.write(b"\0" * max(0, free.f_bavail * free.f_frsize - 3_000_000))
        command = [stage.java, "-jar", stage.jar, "import", "unga-votes", votes(stage.work)]
        full = subprocess.run(command, env=one.environment, capture_output=True, text=True, timeout=300)
        that(full.returncode in (1, 3), f"exit status {full.returncode}: {full.stdout[-300:]} {full.stderr[-300:]}")
        that("No space left" in full.stderr or "disk is full" in full.stderr, full.stderr[-400:])
        eventually(30, lambda: answers(one), "an answer")
        that(answered(one.ask("{ votes { totalCount } }"))["votes"]["totalCount"] == 0, "a part was kept")
        os.remove(os.path.join(disk, "filler"))
        eventually(30, lambda: answers(one), "an answer")
        again = subprocess.run(command, env=one.environment, capture_output=True, text=True, timeout=300)
        that(again.returncode == 0, again.stdout[-300:] + again.stderr[-300:])
        serves(one)
        return full.stderr.strip().splitlines()[-1][:150]
    finally:
        if one:
            one.stop()
        subprocess.run(["umount", "-l", disk])


@check("memory that runs out, by bodies that never end", "the process ends by itself within a minute, exit status 3")
def _(stage):
    small = stage.application("small", options=("-Xmx80m",)).start()
    head = b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 131000\r\n\r\n"
    lines = []
    began = time.monotonic()
    while small.process.poll() is None and time.monotonic() - began < 60:
        try:
            line = socket.create_connection(("127.0.0.1", small.port), timeout=2)
            lines.append(line)
            line.sendall(head + b'{"query":"' + b" " * 125_000)
        except OSError:
            time.sleep(0.05)
    for line in lines:
        line.close()
    that(small.process.poll() == 3, f"exit status {small.process.poll()}: {small.said()[-300:]}")
    that("Out of memory" in small.said(), small.said()[-300:])
    return f"after {time.monotonic() - began:.1f} s and {len(lines)} bodies"
