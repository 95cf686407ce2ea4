"""Deletes what has expired, also where nobody asks anything."""

from __future__ import annotations

import asyncio
import logging

from starlette.concurrency import run_in_threadpool

from assistant.records import Records
from knowledge.errors import GuidanceError

_log = logging.getLogger("suidao.records")
_SECONDS = 3_600.0


async def sweep(records: Records, every: float = _SECONDS) -> None:
    """Delete it now and every so many seconds, until cancelled; a failing database is logged."""
    while True:
        try:
            await run_in_threadpool(records.sweep)
        except GuidanceError as fault:
            _log.warning("%s", fault)
        await asyncio.sleep(every)
