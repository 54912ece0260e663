"""A reporter: one way of writing findings down; and what several of them say alike."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, Protocol

from ivr.finding import Finding, Severity
from ivr.printable import path_of, printable
from ivr.source import Place

_UNSEEN: Final = re.compile("[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
"""What JSON allows in a string, but a terminal may obey, or an editor may hide."""
_PLAIN: Final = re.compile(r"[\w@%+=:,./-]+", re.ASCII)
_NOT_IN_QUOTES: Final = re.compile(r'["$`\\!]')


class Rule(Protocol):
    """What reports tell of a rule: its code, its name, how bad a breach usually is, and its page."""

    @property
    def code(self) -> str:
        """Give the code, such as `KY001`."""

    @property
    def name(self) -> str:
        """Give the name, such as `duplicate-key`."""

    @property
    def severity(self) -> Severity:
        """Give how bad a breach is where the settings do not say otherwise."""

    @property
    def off(self) -> bool:
        """Say whether it only runs where it is asked for."""

    @property
    def page(self) -> str:
        """Give the page; its first paragraph says what the rule means for callers."""


class Report(NamedTuple):
    """What was checked: the findings of all flows, the texts of the files they stand in, and the files named.

    `rules` are those of the catalogue; a finding may have a code that is none of theirs (a check that broke down).
    `command` is the one that found it.
    """

    findings: tuple[Finding, ...]
    texts: Mapping[str, str]
    files: tuple[str, ...]
    rules: tuple[Rule, ...] = ()
    command: str = "check"


@dataclass(frozen=True, slots=True)
class Reporter:
    """A format's name, and the function that writes a report in it; `colour` says whether a terminal shows it."""

    name: str
    write: Callable[[Report, bool], str]


def json_text(value: object, *, indent: int | None = 2) -> str:
    """Write a value as JSON, one line where `indent` is None; what a terminal may obey or hide is spelled out."""
    return _UNSEEN.sub(
        lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, indent=indent, ensure_ascii=False) + "\n"
    )


def finding_entry(finding: Finding) -> dict[str, Any]:
    """Give a finding as an object of JSON; its fields are told in `ivr/reporters/json.py`."""
    call = finding.witness
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "message": finding.message,
        "hint": finding.fault.hint,
        **finding.place._asdict(),
        "related": [{**place._asdict(), "message": word} for place, word in finding.fault.related],
        "call": call.words() if call else "",
        "calls": [call.entry()] if call else [],
        "keys": call.keys() if call else "",
    }


def told(finding: Finding) -> Iterator[str]:
    """Give what a finding says, fit for a terminal: the sentence, then how to put it right, then the call."""
    yield printable(finding.message)
    if finding.fault.hint:
        yield f"help: {printable(finding.fault.hint)}"
    if finding.witness:
        yield f"call: {printable(finding.witness.words())}"


def place_in(place: Place, file: str) -> str:
    """Give the place as a reader of `file` needs it: without the file's name, unless it is another file's."""
    short = f"{place.line}:{place.column}"
    return short if place.file == file else f"{path_of(place.file)}:{short}"


def by_file(report: Report) -> dict[str, list[Finding]]:
    """Give the findings of every file: first the files that were named, then those that they include."""
    found: dict[str, list[Finding]] = {file: [] for file in report.files}
    for finding in report.findings:
        found.setdefault(finding.place.file, []).append(finding)
    return found


def fingerprints(report: Report) -> Iterator[str]:
    """Give every finding a name of its own that stays when lines are moved: 32 hexadecimal digits.

    It is made of the rule, the file and the sentence; findings that have all three alike are counted.
    """
    from hashlib import sha256  # noqa: PLC0415 -- slow to import, and most formats need none

    seen: Counter[tuple[str, ...]] = Counter()
    for finding in report.findings:
        named = (finding.code, path_of(finding.place.file), finding.message)
        seen[named] += 1
        whole = "\0".join([*named, str(seen[named])])
        yield sha256(whole.encode("utf-8", "backslashreplace")).hexdigest()[:32]


def replay(report: Report, finding: Finding) -> str:
    """Give the command that makes the finding's call once more; empty where there is none, or not its flow's file."""
    file = report.files[0] if len(report.files) == 1 else finding.place.file
    if not finding.witness or file not in report.files or file.startswith("<"):
        return ""
    call = finding.witness
    words = ("ivr", "walk", file, "--line", call.line, "--at", call.moment(), "--keys", call.keys())
    return " ".join(map(_quoted, words))


def _quoted(word: str) -> str:
    """Quote a word for a shell: in double quotes, which Windows knows too, wherever they are enough."""
    shown = printable(word)
    if _PLAIN.fullmatch(shown):
        return shown
    return "'" + shown.replace("'", "'\"'\"'") + "'" if _NOT_IN_QUOTES.search(shown) else f'"{shown}"'
