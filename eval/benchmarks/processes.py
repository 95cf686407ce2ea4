"""Whole processes: help, the first answer of a cold process, an index build, an idle server."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

_HOME = Path(__file__).resolve().parents[2]
_RUNS = 5
_IDLE = 20  # seconds


def measure() -> Iterator[tuple[str, str]]:
    """Yield medians of five runs each, of one build, and of one server after 20 idle seconds."""
    yield "python -m assistant --help", f"{_median('assistant', '--help'):.2f} s"
    yield "first answer of a cold process", f"{_median('assistant', 'ask', '怎么注销公司'):.2f} s"
    with tempfile.TemporaryDirectory() as folder:
        seconds = _once("ingest", "build", SUIDAO_KNOWLEDGE_DATA=folder)
        yield "index build", f"{seconds:.1f} s"
    yield "idle server, resident memory", f"{_server():.0f} MB"


def _once(*arguments: str, **environment: str) -> float:
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=_HOME,
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
    )
    return time.perf_counter() - start


def _median(*arguments: str) -> float:
    return statistics.median(_once(*arguments) for _ in range(_RUNS))


def _server() -> float:
    server = subprocess.Popen(
        [sys.executable, "app.py", "--port", "0"], cwd=_HOME, stdout=subprocess.PIPE, text=True
    )
    assert server.stdout is not None
    try:
        if not server.stdout.readline():  # the address, once it listens
            raise RuntimeError("the server did not start: see above")
        time.sleep(_IDLE)
        status = Path(f"/proc/{server.pid}/status").read_text(encoding="ascii")
    finally:
        server.terminate()
        server.wait(timeout=20)
    (kilobytes,) = (line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    return int(kilobytes) / 1024
