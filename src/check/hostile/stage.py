"""The packaged jar, started and stopped as the checks need it."""

import os
import signal
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request

from asking import Server
from checks import that


def free_port():
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return line.getsockname()[1]


class Application(Server):
    """One process of the jar that serves, with a data folder and an environment of its own."""

    def __init__(self, stage, name, environment=None, options=()):
        super().__init__(free_port())
        self.folder = os.path.join(stage.work, name)
        self.log = os.path.join(stage.work, name + ".log")
        self.environment = {**os.environ, "RECORDS_DATA_DIRECTORY": self.folder, "SERVER_PORT": str(self.port), **(environment or {})}
        self.command = [stage.java, *options, "-jar", stage.jar]
        self.process = None

    def launch(self):
        """Starts it and does not wait."""
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(self.command, env=self.environment, stdout=log, stderr=log)
        return self

    def start(self, patience=300):
        self.launch()
        self.await_ready(patience)
        return self

    def await_ready(self, patience=300):
        end = time.monotonic() + patience
        while time.monotonic() < end:
            that(self.process.poll() is None, f"ended with {self.process.poll()}: {self.said()[-600:]}")
            if self.health("readiness") == 200:
                return
            time.sleep(0.3)
        raise AssertionError(f"not ready after {patience} s: {self.said()[-600:]}")

    def health(self, probe):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/actuator/health/{probe}", timeout=10) as answer:
                return answer.status
        except urllib.error.HTTPError as refused:
            return refused.code
        except OSError:
            return None

    def said(self):
        with open(self.log, encoding="utf-8", errors="replace") as log:
            return log.read()

    def signal(self, number):
        self.process.send_signal(number)

    def stop(self, patience=30):
        """As `kill` does; returns how many seconds it took."""
        began = time.monotonic()
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(patience)
        return time.monotonic() - began

    def kill(self):
        self.process.kill()
        self.process.wait()

    def close(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGCONT)
            try:
                self.stop()
            except subprocess.TimeoutExpired:
                self.kill()


class Stage:
    """Where the checks play. It asks as if it were the server that most of them use."""

    def __init__(self, java, jar, work, soak):
        self.java, self.jar, self.work, self.soak = java, jar, work, soak
        self.started = []
        self.clusters = []
        self._main = None
        self._starting = threading.Lock()

    def application(self, name, environment=None, options=()):
        one = Application(self, name, environment, options)
        self.started.append(one)
        return one

    @property
    def main(self):
        """The server that most checks use; many of their threads may ask for it at once."""
        with self._starting:
            if self._main is None:
                self._main = self.application("main")
                self._main.start()
            return self._main

    def __getattr__(self, name):
        # Requests go to the main server.
        return getattr(self.main, name)

    def close(self):
        for one in self.started:
            one.close()
        for cluster in self.clusters:
            cluster.stop()
