"""What came of checking one flow, and how that is written down until next time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from ivr.edit import Edit, Fix
from ivr.finding import Fault, Finding, Severity
from ivr.source import Place
from ivr.witness import Shows, Step, Witness

_VALUES: Mapping[str, Any] = {kind.__name__: kind for kind in (Edit, Fault, Finding, Fix, Place, Shows, Step, Witness)}


class Outcome(NamedTuple):
    """The findings on one flow, the texts of its files by name, and whether it could be used at all."""

    file: str
    findings: tuple[Finding, ...]
    texts: Mapping[str, str]
    usable: bool = True


def written(findings: tuple[Finding, ...]) -> str:
    """Write findings as JSON; raises TypeError where a finding holds what is not known here."""
    return json.dumps(_down(findings), ensure_ascii=True, separators=(",", ":"))


def read(value: Any) -> tuple[Finding, ...]:  # noqa: ANN401 -- what JSON gives
    """Give the findings that were written, as JSON gives them; raises what reading amiss raises."""
    findings = _up(value)
    if not (isinstance(findings, tuple) and all(isinstance(one, Finding) for one in findings)):
        raise TypeError(type(findings))
    return findings


def _down(value: object) -> Any:  # noqa: ANN401 -- what JSON takes
    """Make lists of tuples and values, with a first item that names them: nothing but these is made of what is read."""
    if value is None or type(value) in {str, int, float, bool}:
        return value
    if isinstance(value, Severity):
        return ["Severity", int(value)]
    if isinstance(value, datetime):
        if not isinstance(value.tzinfo, ZoneInfo) or not value.tzinfo.key:
            raise TypeError(type(value.tzinfo))
        return ["datetime", value.replace(tzinfo=None).isoformat(), value.tzinfo.key, value.fold]
    if not isinstance(value, tuple) or (type(value) is not tuple and type(value).__name__ not in _VALUES):
        raise TypeError(type(value))
    return ["" if type(value) is tuple else type(value).__name__, *map(_down, value)]


def _up(value: Any) -> Any:  # noqa: ANN401 -- what JSON gives
    if not isinstance(value, list):
        return value
    kind, *parts = value
    if kind == "Place":
        return Place(*parts)
    if kind == "Severity":
        return Severity(parts[0])
    if kind == "datetime":
        return datetime.fromisoformat(parts[0]).replace(tzinfo=ZoneInfo(parts[1]), fold=parts[2])
    items = [_up(part) if isinstance(part, list) else part for part in parts]
    return _VALUES[kind](*items) if kind else tuple(items)
