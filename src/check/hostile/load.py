"""Many requests at once, and what became of them."""

import collections
import threading
import time

from checks import that

GOOD = "{ actors(first: 50, filter: { kind: { eq: STATE } }) { totalCount nodes { name names { text } memberships { group { name } } } } }"


def outcome(answer):
    errors = answer.json.get("errors")
    return errors[0]["extensions"]["code"] if errors else "OK"


class Load:
    """Threads that ask until they are told to stop: again at once after a pause, or at a steady rate."""

    def __init__(self, server, threads, query=GOOD, pause=0.0, every=0.0):
        self.outcomes = collections.Counter()
        self.seconds = []
        self.requests = []
        self._every = every
        self._over = threading.Event()
        self._server, self._query, self._pause = server, query, pause
        self._threads = [threading.Thread(target=self._ask) for _ in range(threads)]

    def _ask(self):
        while not self._over.is_set():
            began = time.monotonic()
            try:
                came = outcome(self._server.ask(self._query))
            except OSError as fault:
                came = type(fault).__name__
            took = time.monotonic() - began
            self.seconds.append(took)
            self.requests.append((began, came))
            self.outcomes[came] += 1
            self._over.wait(max(self._pause, self._every - took))

    def __enter__(self):
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *fault):
        self._over.set()
        for thread in self._threads:
            thread.join()

    def begun_before(self, moment):
        """What came of the requests that were sent before a moment of the monotonic clock."""
        return collections.Counter(came for began, came in self.requests if began < moment)

    def percentile(self, part):
        times = sorted(self.seconds)
        return times[min(len(times) - 1, int(len(times) * part))] if times else 0.0

    def __str__(self):
        return (f"{dict(self.outcomes)}, half within {self.percentile(.5) * 1000:.0f} ms, 99 % within {self.percentile(.99) * 1000:.0f} ms, "
                f"slowest {self.percentile(1) * 1000:.0f} ms")


def at_once(server, count, query=GOOD):
    """Sends so many requests at the same moment; gives what came and the slowest time."""
    outcomes = collections.Counter()
    slowest = [0.0]
    start = threading.Barrier(count)

    def ask():
        start.wait()
        began = time.monotonic()
        try:
            outcomes[outcome(server.ask(query, timeout=60))] += 1
        except OSError as fault:
            outcomes[type(fault).__name__] += 1
        slowest[0] = max(slowest[0], time.monotonic() - began)

    threads = [threading.Thread(target=ask) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    that(sum(outcomes.values()) == count, "some were lost")
    return outcomes, slowest[0]
