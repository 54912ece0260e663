"""What the commands say of a flow, for its page: findings, promises, and what its calls cover, from the same code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ivr.calls import performances
from ivr.calls.coverage import Coverage, Share, coverage, covering_call
from ivr.checking.choice import choice_of
from ivr.checking.settings import nearest
from ivr.event import HangUp, Key, Outcome, Silence, Spoken
from ivr.explore import explored
from ivr.graph import CONTACT, LINE
from ivr.loader import Loaded, load
from ivr.loading.beside import is_file_of_calls
from ivr.nodes.menu import Menu, understand
from ivr.printable import printable
from ivr.promise import proofs
from ivr.session import Session

if TYPE_CHECKING:
    from ivr.calls import Performance
    from ivr.finding import Finding
    from ivr.flow import Flow
    from ivr.node import Node
    from ivr.promise import Proof
    from ivr.session import Moment
    from ivr.witness import Witness

Part = dict[str, Any]
MOST_CALLS = 300
"""Exits that no call takes for which a page has a call that would."""


def findings_of(flow: Flow, file: str, today: date) -> tuple[Finding, ...]:
    """Give what `ivr check` finds in a flow that was read, by the settings that hold for its folder.

    That command leaves files of calls beside the flow alone, so here the flow is read again without them.
    """
    beside = any(is_file_of_calls(Path(name)) for name in flow.texts)
    return findings_on(load(file) if beside else Loaded(flow, flow.faults, flow.texts), file, today)


def findings_on(loaded: Loaded, file: str, today: date) -> tuple[Finding, ...]:
    """Give the findings on what was read; where no flow could be made of it, what the reader saw."""
    return choice_of(nearest(Path(file).parent)).findings_on(loaded, today=today)


def said_of(flow: Flow, findings: Iterable[Finding], today: date) -> Part:
    """Give findings, promises, calls and coverage as a page shows them."""
    performed = list(performances(flow, today))
    return {
        "findings": [finding_part(finding, flow) for finding in findings],
        "promises": [_promise(proof) for proof in proofs(flow, today)],
        "calls": [_performance(flow, one) for one in performed],
        "coverage": _coverage(flow, performed, today),
    }


def finding_part(finding: Finding, flow: Flow | None = None) -> Part:
    """Give a finding as a page shows it."""
    place = finding.place
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "message": printable(finding.message),
        "hint": printable(finding.fault.hint),
        "file": near(flow, place.file) if flow else place.file,
        "line": place.line,
        "node": _box_at(flow, place.file, place.line) if flow else "",
        "call": _call(finding.witness),
    }


def near(flow: Flow, file: str) -> str:
    """Give the way to a file from the folder of the flow: a page does not tell where on a disk that lies."""
    path, folder = Path(file), Path(flow.file).parent
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else file


def _box_at(flow: Flow, file: str, line: int) -> str:
    """Name the box in which a place of a file is shown; empty where it is in none."""
    sections = (("nodes", "", flow.nodes), ("lines", LINE, flow.lines), ("contacts", CONTACT, flow.contacts))
    for section, prefix, names in sections:
        for name in names:
            key = flow.place(section, name, key=True)
            if key.file == file and key.line <= line <= max(flow.place(section, name).end_line, key.line):
                return prefix + name
    return ""


def _promise(proof: Proof) -> Part:
    worst = proof.worst
    return {
        "promise": printable(proof.promise.promise),
        "status": proof.status,
        "keys": worst.keys if worst else None,
        "seconds": round(worst.seconds, 2) if worst and worst.seconds is not None else None,
        "reason": printable(proof.reason),
        "from": list(proof.promise.from_),
        "reach": list(proof.promise.reach),
        "call": _call(proof.call),
    }


def _call(call: Witness | None) -> Part | None:
    """Give a call that a page can make again."""
    if call is None:
        return None
    steps = [[one.kind, one.what, [list(pair) for pair in one.values]] for one in call.steps]
    return {"line": call.line, "at": int(call.at.timestamp()), "steps": steps, "words": printable(call.words())}


def _performance(flow: Flow, one: Performance) -> Part:
    failure = one.failure
    said = "" if failure is None else f"{near(flow, failure.place.file)}:{failure.place.line}: {failure.message}"
    return {
        "name": printable(one.script.call),
        "passed": one.passed,
        "wrong": printable(said),
        "unmade": (unmade := _unmade(one.session)),
        "call": None if unmade or one.session is None else _session(one.session),
    }


def _unmade(session: Session | None) -> str:
    """Say why a page cannot make a call that was run; empty where it can, or where there was none."""
    if session is None:
        return ""
    first = session.moments[0].call
    again = Session(session.flow, first.line, first.at, session.language, session.given)
    for here in session.moments[1:]:
        if here.event is None:
            return "variables are set in it while it is under way"
        event = Key(here.event.key) if isinstance(here.event, Key) else here.event
        if again.feed(event).effects != here.effects:
            return "keys are pressed in it straight after one another, which turns out otherwise where callers wait"
    return ""


def _session(session: Session) -> Part:
    """Give a call that was run, to be made again."""
    first = session.moments[0].call
    return {
        "line": first.line,
        "at": int(first.at.timestamp()),
        "language": session.language or "",
        "given": dict(session.given),
        "steps": list(_steps(session.flow, session.moments)),
    }


def _steps(flow: Flow, moments: list[Moment]) -> Iterator[list[Any]]:
    for before, here in pairwise(moments):
        match here.event:
            case Key(key):
                yield ["press", key, []]
            case Silence():
                yield ["wait", "", []]
            case Spoken(words):
                yield ["speak", _phrase(flow, flow.nodes.get(before.call.node), before, words), []]
            case Outcome(name, values):
                yield ["answer", name, [list(pair) for pair in values]]
            case HangUp():
                yield ["hang up", "", []]


def _phrase(flow: Flow, node: Node | None, here: Moment, words: str) -> str:
    """Give the phrase of a menu that some words are understood as; empty where they are not."""
    if not isinstance(node, Menu):
        return ""
    heard = node.heard(flow, here.call).words
    meant = understand(words, heard)
    return next((" ".join(phrase) for phrase, _ in heard if understand(" ".join(phrase), heard) == meant), "")


def _coverage(flow: Flow, performed: Iterable[Performance], today: date) -> Part:
    found = explored(flow, today)
    covered = coverage(found, (one.session for one in performed if one.session is not None))
    missing = covered.missing
    return {
        "exits": _share(covered.exit_share),
        "nodes": _share(covered.node_share),
        "rows": [[row.line, row.language, _share(row.exits), _share(row.nodes)] for row in covered.rows()],
        "taken": sorted({(one.node, one.on) for one in covered.taken}),
        "missing": [
            [*one, _call(covering_call(found, one)) if len(missing) <= MOST_CALLS else None] for one in missing
        ],
        "unexplored": _unexplored(covered),
    }


def _unexplored(covered: Coverage) -> str:
    return covered.unexplored


def _share(share: Share) -> list[int]:
    return [share.covered, share.of, share.percent]
