"""The database that is measured: the embedded one of the jar, or one that SPRING_DATASOURCE_URL names."""

import os
import re
import subprocess
import time
from pathlib import Path

HERE = Path(__file__).parent
STATEMENTS_A_MEETING = 200  # as made-up.sql makes them
MEETINGS_AT_ONCE = 500  # one transaction each: a million statements at once would hold much in memory
SETTLE_SECONDS = 120
ASKING = """select count(*) from pg_stat_activity
    where backend_type = 'client backend' and state <> 'idle' and pid <> pg_backend_pid()"""


class Database:
    def __init__(self, folder):
        self.folder = folder
        self.given = os.environ.get("SPRING_DATASOURCE_URL")

    def settings(self):
        """The environment in which psql and pgbench find it; the embedded one only while the jar runs."""
        if self.given:
            host, port, name = re.match(r"jdbc:postgresql://([^:/]+)(?::(\d+))?/([^?]+)", self.given).groups()
            user = os.environ.get("SPRING_DATASOURCE_USERNAME", "")
            password = os.environ.get("SPRING_DATASOURCE_PASSWORD", "")
        else:
            elsewhere = self.folder / "home"
            home = Path(elsewhere.read_text().strip()) if elsewhere.exists() else self.folder
            host, name, user = "127.0.0.1", "meeting_records", "meeting_records"
            port = (home / "postgres" / "postmaster.pid").read_text().splitlines()[3]
            password = (self.folder / "secret").read_text().strip()
        return {
            "PGHOST": host, "PGPORT": port or "5432", "PGDATABASE": name, "PGUSER": user, "PGPASSWORD": password,
            # as the server's own connections
            "PGOPTIONS": "-c jit=off -c TimeZone=UTC -c client_min_messages=error",
        }

    def url(self):
        at = self.settings()
        return f"postgres://{at['PGUSER']}:{at['PGPASSWORD']}@{at['PGHOST']}:{at['PGPORT']}/{at['PGDATABASE']}"

    def psql(self, *arguments):
        return subprocess.run(
            ["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", *arguments],
            env=os.environ | self.settings(), check=True, stdout=subprocess.PIPE, text=True).stdout.strip()

    def query(self, sql):
        return self.psql("-c", sql)

    def free_connections(self):
        """How many more may be opened, without those that PostgreSQL keeps for itself and its administrators."""
        return int(self.query("""
            select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int - count(*) - 1
            from pg_stat_activity where backend_type = 'client backend'"""))

    def settle(self):
        """Waits until nobody asks it anything: a server may still be at work for clients that have long gone."""
        end = time.time() + SETTLE_SECONDS
        while time.time() < end and int(self.query(ASKING)) > 0:
            time.sleep(0.2)

    def statements(self):
        return int(self.query("select count(*) from statement"))

    def made_up_meetings(self):
        return int(self.query("select count(*) from meeting where slug like 'made-up-meeting-%'"))

    def grow(self, statements):
        """Adds made-up meetings until there are so many made-up statements; true where there were no more before."""
        there, wanted = self.made_up_meetings(), statements // STATEMENTS_A_MEETING
        if there < wanted:
            started = time.time()
            for first in range(there + 1, wanted + 1, MEETINGS_AT_ONCE):
                last = min(first + MEETINGS_AT_ONCE - 1, wanted)
                self.psql("-v", f"first={first}", "-v", f"last={last}", "-f", str(HERE / "made-up.sql"))
            self.query("vacuum analyze")
            print(f"{wanted * STATEMENTS_A_MEETING:,} made-up statements, after {time.time() - started:.0f} s", flush=True)
        return there <= wanted


def corpora(folder, unpacked):
    """The sets that are there, as pairs of the importer's format and the set's folder; archives are unpacked first."""
    for line in (HERE / "corpora").read_text().splitlines():
        name, import_format = line.split()
        archive = folder / f"{name}.tar.xz"
        if (folder / name).is_dir():
            yield import_format, folder / name
        elif archive.exists():
            if not (unpacked / name).exists():
                subprocess.run(["tar", "-xJf", archive, "-C", unpacked], check=True)
            yield import_format, unpacked / name
