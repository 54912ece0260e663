"""What the reader saw, for the rules that only pass it on, and for those that must not judge what was half read."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.finding import Fault
from ivr.flow import Flow


def reported(flow: Flow, code: str) -> Iterator[Fault]:
    """Give the faults that the reader took down under a code."""
    return (report.fault for report in flow.faults if report.code == code)


def half_read(flow: Flow, *path: str | int) -> bool:
    """Whether the reader saw a fault in what stands at `path`: what was made of it may not be what was meant."""
    key, value = flow.place(*path, key=True), flow.place(*path)
    return any(
        fault.place.file in {key.file, value.file} and key.line <= fault.place.line <= value.end_line
        for _, fault in flow.faults
    )
