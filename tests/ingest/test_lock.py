"""One build at a time, across processes."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from ingest.lock import alone

ROOT = Path(__file__).parent.parent.parent
HOLD = """
import sys, time
from pathlib import Path
from ingest.lock import alone
with alone(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def test_waits_for_the_other(tmp_path):
    file = tmp_path / "var" / "build.lock"
    command = [sys.executable, "-c", HOLD, str(file), "0.5"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout and other.stdout.readline() == "held\n"
        started = time.monotonic()
        with alone(file):
            assert time.monotonic() - started > 0.2


def test_is_freed_when_the_other_is_killed(tmp_path):
    file = tmp_path / "build.lock"
    command = [sys.executable, "-c", HOLD, str(file), "60"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout and other.stdout.readline() == "held\n"
        other.kill()
    with alone(file), alone(tmp_path / "another.lock"):
        pass
