"""A check: one rule that flows should keep, with its page; and how all of them are run over a flow."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ivr.finding import Fault, Finding, Severity

if TYPE_CHECKING:
    from ivr.flow import Flow

CRASHED = "XX001"
"""The code of the finding that a check itself broke down."""


@dataclass(frozen=True, slots=True)
class Check:
    """One rule: its code, its name, how bad a breach is for callers, and the generator that finds breaches."""

    code: str
    name: str
    severity: Severity
    find: Callable[[Flow], Iterator[Fault]]

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


def check(code: str, name: str, severity: Severity) -> Callable[[Callable[[Flow], Iterator[Fault]]], Check]:
    """Make a check of a generator over a flow; its docstring is the rule's page."""
    return lambda find: Check(code, name, severity, find)


class Selection(NamedTuple):
    """Which checks run: codes, names, or the beginnings of codes; an empty `select` means all."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def takes(self, rule: Check) -> bool:
        """Whether this check runs."""
        chosen = not self.select or any(_named(rule, word) for word in self.select)
        return chosen and not any(_named(rule, word) for word in self.ignore)


EVERY = Selection()
"""All checks."""


def _named(rule: Check, word: str) -> bool:
    return rule.name == word.lower() or rule.code.startswith(word.upper())


def run_checks(flow: Flow, rules: tuple[Check, ...], selection: Selection = EVERY) -> tuple[Finding, ...]:
    """Run every selected check over a flow; gives the findings by place, each once. Never raises."""
    found = {finding: None for rule in rules if selection.takes(rule) for finding in _findings(flow, rule)}
    return tuple(sorted(found, key=lambda finding: (finding.place, finding.code, finding.message)))


def _findings(flow: Flow, rule: Check) -> Iterator[Finding]:
    try:
        for fault in rule.find(flow):
            yield Finding(rule.code, rule.name, rule.severity, fault)
    except Exception as error:  # noqa: BLE001 -- whatever goes wrong in a check must not hide the other findings
        message = f"the check '{rule.code}' broke down ({type(error).__name__}: {error}); please report it"
        yield Finding(CRASHED, "check-crashed", Severity.ERROR, Fault(flow.place(), message))
