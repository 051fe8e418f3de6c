"""A numbered list of checks: what is done to the server, and what must happen."""

import time
import traceback

_checks = []


def check(what, must):
    """Marks a function as a check. It is given the stage it plays on and raises AssertionError where it fails."""

    def mark(function):
        _checks.append((what, must, function))
        return function

    return mark


def run(stage, only=None):
    """Runs all checks, or those whose numbers are given. Returns how many failed."""
    failed = 0
    ran = 0
    start = time.monotonic()
    for number, (what, must, function) in enumerate(_checks, 1):
        if only and number not in only:
            continue
        ran += 1
        began = time.monotonic()
        try:
            seen = function(stage)
            outcome = "ok    "
        except AssertionError as fault:
            seen = str(fault)[:600]
            outcome = "FAILED"
        except Exception:
            seen = traceback.format_exc(limit=3)[-600:]
            outcome = "FAILED"
        failed += outcome == "FAILED"
        note = f"\n         {seen}" if seen else ""
        print(f"{number:3} {outcome} {what}: {must} ({time.monotonic() - began:.1f} s){note}", flush=True)
    print(f"\nhostile inputs and events: {ran - failed} of {ran} as they must be, in {time.monotonic() - start:.0f} s")
    return failed


def that(condition, words):
    if not condition:
        raise AssertionError(words)
