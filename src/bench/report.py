"""The tables, as they are printed and written to a file."""

import datetime
import os
import re
import subprocess
from pathlib import Path

from servers import HEAP


SHOWN_FROM, SHOWN_TO = "<!-- the last benchmark -->", "<!-- so far the benchmark -->"


class Report:
    def __init__(self, given):
        self.given = given
        self.skipped = []  # lines
        self.growth = {}  # (letter, statements): (server, limit)
        self.compared = {}  # (letter, connections): {name: measured}
        self.pages = []  # (rows before, server, limit)
        self.questions = {}  # by letter
        self.facts = []

    def setting(self, database, server):
        """On what, with what: said under the tables."""
        version = database.query("show server_version").split()[0]
        size = database.query("select pg_size_pretty(pg_database_size(current_database()))")
        self.facts = [
            f"{datetime.date.today()}, {os.cpu_count()} processors ({processor()}), PostgreSQL {version}, Java heap {HEAP}"
            f" (the process had {server.peak_memory()} MB at most)",
            f"{database.statements():,} statements, {size}; {self.given.seconds} s a measurement{', a quick run' if self.given.quick else ''},"
            " client, servers and database on one machine",
        ]

    def write(self, readme):
        text = "\n".join(["# The last benchmark", "", *self.lines(), ""])
        print("\n" + text)
        self.given.output.write_text(text)
        print(f"written to {self.given.output}")
        if readme:
            shown = "\n".join([SHOWN_FROM, "", *self.setting_lines(), "", *self.comparison(), "", SHOWN_TO])
            whole = readme.read_text()
            readme.write_text(whole[: whole.index(SHOWN_FROM)] + shown + whole[whole.index(SHOWN_TO) + len(SHOWN_TO) :])

    def setting_lines(self):
        yield from (f"- {fact}" for fact in self.facts)
        yield from (f"- not measured: {line}" for line in self.skipped)

    def lines(self):
        yield from self.setting_lines()
        yield ""
        yield from (f"- ({letter}) {question.sentence}" for letter, question in self.questions.items())
        if self.compared:
            yield from ("", "## Against PostGraphile and hand-written SQL", "", *self.comparison())
        if self.growth:
            yield from self.growing()
        if self.pages:
            yield from self.paging()

    def comparison(self):
        yield from (
            "Requests a second, and in brackets the milliseconds that half of them (p50) and 99 of 100 (p99) stay below. *Of SQL*: this"
            " server's requests a second as a share of those of SQL alone. *Times PostGraphile*: the same against PostGraphile. *p99 of its"
            " p99*: this server's against PostGraphile's, below 1 is better. PostGraphile is not asked (d), for it has no such search.", "",
            "| question | connections | this server | PostGraphile 5 | SQL alone | of SQL | times PostGraphile | p99 of its p99 |",
            "| --- | --- | --- | --- | --- | --- | --- | --- |")
        for (letter, connections), found in self.compared.items():
            server, other, sql = (found.get(name) for name in ("server", "postgraphile", "limit"))
            of_sql = f"{server.rate / sql.rate:.2f}" if server else "–"
            yield (
                f"| ({letter}) {self.questions[letter].title} | {connections} | {cell(server)} | {cell(other)} | {cell(sql, connections)}"
                f" | {of_sql} | {ratio(server, other)} | {tail(server, other)} |")
        if not all(measured for found in self.compared.values() for measured in found.values()):
            yield from ("", "A dash where there are answers with fewer connections: with so many, most were refused for want of time.")

    def growing(self):
        sizes = sorted({size for _, size in self.growth})
        yield from (
            "", "## From few statements to many", "",
            "Milliseconds that one client waits at p50 (p99): this server, and SQL alone.", "",
            "| question | " + " | ".join(f"{size:,} made-up statements" for size in sizes) + " |",
            "| --- |" + " --- |" * len(sizes))
        for letter in sorted({letter for letter, _ in self.growth}):
            cells = [waits(*self.growth[letter, size]) if (letter, size) in self.growth else "–" for size in sizes]
            yield f"| ({letter}) {self.questions[letter].title} | " + " | ".join(cells) + " |"

    def paging(self):
        yield from (
            "", "## From the first page to a deep one", "",
            "Pages of 50 of all statements, the latest first; milliseconds as above.", "",
            "| rows before the page | this server, SQL alone | times the first page |", "| --- | --- | --- |")
        first = self.pages[0][1].p50
        for depth, server, sql in self.pages:
            yield f"| {depth:,} | {waits(server, sql)} | {server.p50 / first:.2f} |"


def cell(measured, connections=None):
    if not measured:
        return "–"
    fewer = f" on {measured.clients} connections" if connections and measured.clients < connections else ""
    return f"{measured.rate:,.0f} ({measured.p50:.1f}, {measured.p99:.1f}){fewer}"


def waits(server, sql):
    return f"{server.p50:.2f} ({server.p99:.1f}), SQL {sql.p50:.2f} ({sql.p99:.1f})"


def ratio(server, other):
    return f"{server.rate / other.rate:.1f}" if server and other else "–"


def tail(server, other):
    return f"{server.p99 / other.p99:.2f}" if server and other else "–"


def processor():
    found = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    return found.group(1) if found else subprocess.run(["uname", "-m"], stdout=subprocess.PIPE, text=True).stdout.strip()
