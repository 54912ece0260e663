"""A check: one rule that flows should keep, with its page; and how all of them are run over a flow."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from ivr.finding import Fault, Finding, Severity

if TYPE_CHECKING:
    from ivr.flow import Flow

TODAY = "today"
"""The argument by which a rule is told the day."""
CRASHED = "XX001"
"""The code of the finding that a check itself broke down."""


@dataclass(frozen=True, slots=True)
class Check:
    """One rule: its code, its name, how bad a breach is for callers, and the generator that finds breaches.

    The generator takes a flow and, by name only, its limits with their defaults, and `today` where dates matter. A rule
    that is `off` runs only where it is selected by its code or name, or by a profile.
    """

    code: str
    name: str
    severity: Severity
    find: Callable[..., Iterator[Fault]]
    off: bool = False

    @property
    def limits(self) -> dict[str, Any]:
        """The rule's limits, by name, with their defaults."""
        named = inspect.signature(self.find).parameters.values()
        return {one.name: one.default for one in named if one.kind is one.KEYWORD_ONLY and one.name != TODAY}

    @property
    def asks_today(self) -> bool:
        """Whether what the rule finds depends on the day on which it is asked."""
        return TODAY in inspect.signature(self.find).parameters

    @property
    def page(self) -> str:
        """The rule's page: what it means for callers, a bad and a good example, and where its default comes from."""
        return inspect.getdoc(self.find) or ""

    def example(self, which: str) -> str:
        """Give the YAML under `Bad:` or `Good:` on the page; sections that it lacks come from the usual frame."""
        lines = self.page.splitlines()
        start = lines.index(f"{which}:") + 1
        taken: list[str] = []
        for line in lines[start:]:
            if line and not line.startswith(" "):
                break
            taken.append(line)
        return textwrap.dedent("\n".join(taken)).strip("\n") + "\n"


def check(
    code: str, name: str, severity: Severity, *, off: bool = False
) -> Callable[[Callable[..., Iterator[Fault]]], Check]:
    """Make a check of a generator over a flow; its docstring is the rule's page."""
    return lambda find: Check(code, name, severity, find, off)


class Selection(NamedTuple):
    """Which checks run: codes, names, or the beginnings of codes; an empty `select` means all that are not off.

    `limits` gives, by a rule's code, the limits that differ from its defaults.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    limits: Mapping[str, Mapping[str, Any]] = MappingProxyType({})

    def takes(self, rule: Check) -> bool:
        """Whether this check runs."""
        if rule.off and not any(word.upper() == rule.code or word.lower() == rule.name for word in self.select):
            return False
        chosen = not self.select or any(_named(rule, word) for word in self.select)
        return chosen and not any(_named(rule, word) for word in self.ignore)


EVERY = Selection()
"""All checks."""


def _named(rule: Check, word: str) -> bool:
    return rule.name == word.lower() or rule.code.startswith(word.upper())


def run_checks(
    flow: Flow, rules: tuple[Check, ...], selection: Selection = EVERY, *, today: date
) -> tuple[Finding, ...]:
    """Run every selected check over a flow as on the day `today`; gives the findings by place, each once.

    Never raises.
    """
    chosen = [rule for rule in rules if selection.takes(rule)]
    found = {finding: None for rule in chosen for finding in _findings(flow, rule, selection, today)}
    return tuple(sorted(found, key=lambda finding: (finding.place, finding.code, finding.message)))


def _findings(flow: Flow, rule: Check, selection: Selection, today: date) -> Iterator[Finding]:
    named: dict[str, Any] = {**selection.limits.get(rule.code, {})}
    if rule.asks_today:
        named[TODAY] = today
    try:
        for fault in rule.find(flow, **named):
            yield Finding(rule.code, rule.name, rule.severity, fault)
    except Exception as error:  # noqa: BLE001 -- whatever goes wrong in a check must not hide the other findings
        message = f"the check '{rule.code}' broke down ({type(error).__name__}: {error}); please report it"
        yield Finding(CRASHED, "check-crashed", Severity.ERROR, Fault(flow.place(), message))
