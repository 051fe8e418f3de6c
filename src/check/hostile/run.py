#!/usr/bin/env python3
"""Does to the packaged jar what a public endpoint has to bear, and says what came of it.

    python3 src/check/hostile/run.py --java JAVA25 --jar target/meeting-records.jar [--soak SECONDS] [--only 1,2,7-9]

Needs Python 3.11 and nothing else. Exit status 1 where something was not as it must be.
"""

import argparse
import os
import sys
import tempfile

import checks
import documents  # noqa: F401  each of these adds its checks to the list, in this order
import requests  # noqa: F401
import events  # noqa: F401
import exports  # noqa: F401
import watching  # noqa: F401
import soak  # noqa: F401
from stage import Stage


def numbers(text):
    chosen = set()
    for part in text.split(","):
        first, _, last = part.partition("-")
        chosen.update(range(int(first), int(last or first) + 1))
    return chosen


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--java", required=True, help="a Java 25")
    arguments.add_argument("--jar", required=True)
    arguments.add_argument("--soak", type=float, default=60, help="how many seconds the soak lasts")
    arguments.add_argument("--only", type=numbers, help="numbers of checks, as 1,5-9")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="hostile-") as work:
        os.chmod(work, 0o755)
        stage = Stage(given.java, given.jar, work, given.soak)
        try:
            failed = checks.run(stage, given.only)
        finally:
            stage.close()
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
