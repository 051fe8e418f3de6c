"""PostgreSQL 15 as Debian packs it, in clusters of the checks' own."""

import os
import pwd
import shutil
import subprocess

from checks import that
from stage import free_port

PROGRAMS = "/usr/lib/postgresql/15/bin"


def run(*words, check=True):
    """As root the programs refuse to run, so another user does it."""
    as_other = {}
    if os.getuid() == 0:
        user = pwd.getpwnam("postgres")
        as_other = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    done = subprocess.run(words, capture_output=True, text=True, cwd="/", stdin=subprocess.DEVNULL, timeout=120, **as_other)
    that(not check or done.returncode == 0, f"{' '.join(words)}: {done.stderr[-400:]} {done.stdout[-400:]}")
    return done


class Cluster:
    def __init__(self, work, name, standby_of=None):
        self.folder = os.path.join(work, name)
        self.port = free_port()
        os.mkdir(self.folder, 0o700)
        if os.getuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")
        if standby_of:
            run(f"{PROGRAMS}/pg_basebackup", "-R", "-X", "stream", "-c", "fast", "-D", self.folder, "-d",
                f"host=127.0.0.1 port={standby_of.port} user=postgres")
        else:
            run(f"{PROGRAMS}/initdb", "-D", self.folder, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "-A", "scram-sha-256",
                "--pwfile=" + password_file(work))
            with open(os.path.join(self.folder, "pg_hba.conf"), "w", encoding="ascii") as rules:
                # The checks come in as they like; the application's roles by their passwords.
                rules.write("host all postgres 127.0.0.1/32 trust\nhost replication postgres 127.0.0.1/32 trust\n"
                            "host all all 127.0.0.1/32 scram-sha-256\n")
        self.start()
        if not standby_of:
            self.sql("create role records login createrole password 'secret'", "create database records owner records")

    def start(self):
        run(f"{PROGRAMS}/pg_ctl", "-D", self.folder, "-w", "-s", "-l", os.path.join(self.folder, "log"), "-o",
            f"-c port={self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=100 "
            "-c hot_standby_feedback=off -c max_standby_streaming_delay=1s", "start")

    def stop(self, mode="immediate"):
        run(f"{PROGRAMS}/pg_ctl", "-D", self.folder, "-m", mode, "-w", "-s", "stop", check=False)

    def promote(self):
        run(f"{PROGRAMS}/pg_ctl", "-D", self.folder, "-w", "-s", "promote")

    def processes(self):
        with open(os.path.join(self.folder, "postmaster.pid"), encoding="ascii") as file:
            head = int(file.readline())
        children = subprocess.run(["ps", "-o", "pid=", "--ppid", str(head)], capture_output=True, text=True).stdout
        return [head, *map(int, children.split())]

    def signal(self, number):
        for process in self.processes():
            try:
                os.kill(process, number)
            except ProcessLookupError:
                pass

    def psql(self, *statements, role="postgres", password=None, database="records"):
        words = [f"{PROGRAMS}/psql", "-X", "-At", "-v", "ON_ERROR_STOP=1",
                 f"host=127.0.0.1 port={self.port} user={role} dbname={database} connect_timeout=5" + (f" password={password}" if password else "")]
        for statement in statements:
            words += ["-c", statement]
        return run(*words, check=False)

    def sql(self, *statements, database="postgres"):
        done = self.psql(*statements, database=database)
        that(done.returncode == 0, done.stderr)
        return done.stdout.strip()

    def settings(self):
        return {"SPRING_DATASOURCE_URL": f"jdbc:postgresql://127.0.0.1:{self.port}/records", "SPRING_DATASOURCE_USERNAME": "records",
                "SPRING_DATASOURCE_PASSWORD": "secret"}


def password_file(work):
    path = os.path.join(work, "password")
    with open(path, "w", encoding="ascii") as file:
        file.write("secret\n")
    os.chmod(path, 0o644)
    return path
