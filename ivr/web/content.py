"""What a page of one flow holds: its table, its drawing, its words, and what the commands say of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from ivr.open_at import closed_at
from ivr.explore import times_of
from ivr.graph import CONTACT, LINE
from ivr.table import TooLargeError, write_table
from ivr.table.hours import written_hours
from ivr.web.diagram import diagram_of

if TYPE_CHECKING:
    from ivr.finding import Finding
    from ivr.flow import Flow
    from ivr.promise import Proof
    from ivr.witness import Witness

Content = dict[str, Any]


def content_of(flow: Flow, findings: Iterable[Finding], proved: Iterable[Proof], today: date) -> Content:
    """Give everything that a page of a flow shows; raises TooLargeError and DrawingError."""
    diagram = diagram_of(flow)
    table = write_table(flow)
    times = times_of(flow, today)
    table["hours"] |= {name: written_hours(flow.hours[name]) for name in times.open if name not in table["hours"]}
    return {
        "name": flow.name or flow.file,
        "file": flow.file,
        "today": today.isoformat(),
        "languages": list(flow.languages),
        "timezone": flow.timezone.key,
        "lines": [
            {"number": number, "name": line.name, "language": line.language or flow.first_language, "press": line.press}
            for number, line in flow.lines.items()
        ],
        "contacts": {name: contact.name or name for name, contact in flow.contacts.items()},
        "nodes": {name: _node(flow, name) for name in flow.nodes},
        "table": table,
        "boxes": diagram.boxes,
        "ways": diagram.ways,
        "closed": _closed(flow, today),
        "findings": [_finding(flow, finding) for finding in findings],
        "promises": [_promise(proof) for proof in proved],
        "texts": dict(flow.texts),
        "svg": diagram.svg,
    }


def _node(flow: Flow, name: str) -> Content:
    node = flow.nodes[name]
    key, whole = flow.place("nodes", name, key=True), flow.place("nodes", name)
    return {"kind": node.verb, "title": node.name or name, "file": key.file, "lines": [key.line, whole.end_line]}


def _closed(flow: Flow, today: date) -> Content:
    """Give, for every mixture of open schedules, what nobody gets through then, as `ivr draw --at` has it."""
    times = times_of(flow, today)
    return {
        "schedules": sorted(times.open),
        "shut": {
            "".join(str(int(name in time.open)) for name in sorted(times.open)): sorted(
                [shut.node, shut.on, int(shut.closed)] for shut in closed_at(flow, time.at)
            )
            for time in times.times
        },
    }


def _finding(flow: Flow, finding: Finding) -> Content:
    place = finding.place
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "message": finding.message,
        "hint": finding.fault.hint,
        "file": place.file,
        "line": place.line,
        "node": _box_at(flow, place.file, place.line),
        "call": _call(finding.witness),
    }


def _box_at(flow: Flow, file: str, line: int) -> str:
    """Name the box in which a place of a file is shown; empty where it is in none."""
    for section, prefix, names in (
        ("nodes", "", flow.nodes),
        ("lines", LINE, flow.lines),
        ("contacts", CONTACT, flow.contacts),
    ):
        for name in names:
            key, whole = flow.place(section, name, key=True), flow.place(section, name)
            if key.file == file and key.line <= line <= max(whole.end_line, key.line):
                return prefix + name
    return ""


def _promise(proof: Proof) -> Content:
    worst = proof.worst
    return {
        "promise": proof.promise.promise,
        "status": proof.status,
        "keys": worst.keys if worst else None,
        "seconds": round(worst.seconds, 2) if worst and worst.seconds is not None else None,
        "reason": proof.reason,
        "from": list(proof.promise.from_),
        "reach": list(proof.promise.reach),
        "call": _call(proof.call),
    }


def _call(call: Witness | None) -> Content | None:
    """Give a call that a page can make again."""
    if call is None:
        return None
    steps = [{"kind": one.kind, "what": one.what, "of": one.of, "values": [list(pair) for pair in one.values]} for one in call.steps]
    return {"line": call.line, "at": int(call.at.timestamp()), "steps": steps, "words": call.words()}


def masked(content: Mapping[str, Any]) -> Content:
    """Give the content with every telephone number masked."""
    return dict(content)


__all__ = ["Content", "TooLargeError", "content_of"]
