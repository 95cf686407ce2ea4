"""One build at a time: a build sweeps away the folders of builds that are not in use."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: builds there are not kept apart
    fcntl = None  # type: ignore[assignment]

_LOG = logging.getLogger(__name__)


@contextmanager
def alone(file: Path) -> Iterator[None]:
    """Hold `file` locked; waits while another process holds it, and is freed if this one dies."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a") as handle:
        if fcntl is not None:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                _LOG.warning("another build is running: waiting for it")
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield
