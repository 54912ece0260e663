"""Checking flows that nothing is known of: one after the other, or in several processes where that is faster."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from datetime import date
from typing import NamedTuple

from ivr.analysis.outside import looks
from ivr.checking.cache import Cache
from ivr.checking.choice import choice_of
from ivr.checking.outcome import Outcome
from ivr.checking.settings import Settings
from ivr.loader import Loaded, load

ENOUGH = 32
"""From so many flows on, starting processes pays, also where other programs run."""
_AT_ONCE = 4
_NOT_FOUND = frozenset({"RD001", "RD009"})
"""What the reader says where it found no file: that such a file comes is nothing that any text shows."""


class Job(NamedTuple):
    """One flow to be checked, and where what was found is kept for next time, if anywhere."""

    file: str
    settings: Settings
    today: date
    cache: Cache | None = None
    way: str = ""


def outcomes(jobs: Sequence[Job], processes: int | None = None) -> Iterator[Outcome]:
    """Check flows, in their order; `processes` says how many at once, else as many as there are free processors."""
    count = min(processes or _processors(), len(jobs) // _AT_ONCE)
    if count < 2 or (processes is None and len(jobs) < ENOUGH):  # noqa: PLR2004 -- one process is this one
        yield from map(outcome, jobs)
        return
    with _pool(count) as pool:
        yield from pool.map(outcome, jobs, chunksize=max(1, min(_AT_ONCE, len(jobs) // count)))


def outcome(job: Job) -> Outcome:
    """Check one flow, and keep what was found."""
    return judged(load(job.file), job)


def judged(loaded: Loaded, job: Job) -> Outcome:
    """Check a flow that was read, and keep what was found where all of it can be told from what was looked at."""
    findings = choice_of(job.settings).findings_on(loaded, today=job.today)
    done = Outcome(job.file, findings, loaded.texts, loaded.flow is not None)
    certain = not any(fault.code in _NOT_FOUND for fault in loaded.faults)
    if job.cache and loaded.flow is not None and certain and not any(one.code == "XX001" for one in findings):
        job.cache.keep(done, job.way, looks(loaded.flow))
    return done


def _pool(count: int) -> Executor:
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 -- slow to import, and for many flows only

    return ProcessPoolExecutor(count, initializer=_begin)


def _begin() -> None:
    """Leave Ctrl-C to the first process, which ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
