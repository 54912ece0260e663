"""A profile: which rules a law, a standard or a school of design asks for, with which limits, under one name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, NamedTuple

from ivr.finding import Severity


class Change(NamedTuple):
    """What a profile makes of one rule: it runs, as bad as `severity` says, with these limits; and why.

    Without a severity it stays as bad as it is. `off` switches the rule off instead.
    """

    rule: str
    why: str
    severity: Severity | None = None
    limits: Mapping[str, Any] = MappingProxyType({})
    off: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """A named set of changes to what the catalogue of rules says, with the sources that ask for them.

    `title` and `about` say for whom it is, in a few words and in one paragraph; `fail_level` is how bad a finding must
    be to fail a check.
    """

    name: str
    title: str
    about: str
    changes: tuple[Change, ...] = ()
    sources: tuple[str, ...] = field(default=())
    fail_level: str = "warning"
