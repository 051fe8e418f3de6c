"""Starts and stops this server and PostGraphile, each on a free port of this machine alone."""

import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

HERE = Path(__file__).parent
HEAP = "512m"
PATIENCE_SECONDS = 240


def java25():
    homes = [Path(os.environ.get("JAVA_HOME", "/")), *sorted(Path("/usr/lib/jvm").glob("*"))]
    for home in homes:
        java = home / "bin" / "java"
        if java.exists():
            said = subprocess.run([java, "-version"], stderr=subprocess.PIPE, text=True).stderr
            if int(said.split('"')[1].split(".")[0]) >= 25:
                return str(java)
    raise SystemExit("no Java 25 or newer in JAVA_HOME or /usr/lib/jvm")


def free_port():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


class Server:
    """A process that answers GraphQL at `address`."""

    def __init__(self, name, command, environment, log):
        self.name = name
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.log = log
        self.process = subprocess.Popen(
            command, env=os.environ | environment(self.port), stdout=log.open("w"), stderr=subprocess.STDOUT,
            start_new_session=True)
        self._wait()

    def _wait(self):
        for _ in range(PATIENCE_SECONDS * 2):
            if self.process.poll() is not None:
                break
            try:
                if "data" in self.ask("{ __typename }", {}):
                    return
            except OSError:
                pass
            time.sleep(0.5)
        self.stop()
        raise SystemExit(f"{self.name} did not start:\n{self.log.read_text()[-3000:]}")

    def ask(self, query, variables):
        request = urllib.request.Request(
            f"{self.address}/graphql", json.dumps({"query": query, "variables": variables}).encode(),
            {"Content-Type": "application/json", "Accept": "application/graphql-response+json"})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refused:
            return json.load(refused)

    def peak_memory(self):
        """The most memory that the process itself ever had, in MB."""
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) // 1024
        return 0

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(60)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()


class Jar:
    """The application's jar with the settings of the benchmark."""

    def __init__(self, jar, folder):
        self.command = [java25(), f"-Xmx{HEAP}", "-jar", str(jar)]
        self.folder = folder
        # no sample records; and one client asks all the questions, so it may ask as often as it can
        self.settings = {
            "RECORDS_DATA_DIRECTORY": str(folder / "data"), "RECORDS_SAMPLE": "false", "RECORDS_RATE_POINTS": "0"}

    def serve(self):
        return Server(
            "the server", self.command, lambda port: self.settings | {"SERVER_PORT": str(port)},
            self.folder / "server.log")

    def formats(self):
        """What `import` says it can read."""
        return subprocess.run(
            [*self.command, "import", "--help"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout

    def import_records(self, import_format, records):
        """Rejected rows are left out."""
        log = self.folder / f"import-{import_format}.log"
        done = subprocess.run(
            [*self.command, "import", import_format, str(records.resolve()), "--keep-going"],
            env=os.environ | self.settings, stdout=log.open("w"), stderr=subprocess.STDOUT)
        if done.returncode > 1 or "Nothing was kept" in log.read_text():
            raise SystemExit(f"import {import_format} failed:\n{log.read_text()[-3000:]}")


def postgraphile(folder, database):
    """PostGraphile with its packages, installed from the lock file on first use."""
    home = folder / "postgraphile"
    shutil.copytree(HERE / "postgraphile", home, dirs_exist_ok=True)
    node = home / "node_modules" / ".bin" / "node"
    if not node.exists():
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=home, check=True)
    database.psql("-f", str(home / "functions.sql"))
    return Server(
        "PostGraphile", [str(node), str(home / "server.mjs")],
        lambda port: {"PORT": str(port), "DATABASE_URL": database.url(), "NODE_ENV": "production"},
        folder / "postgraphile.log")
