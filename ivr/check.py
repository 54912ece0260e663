"""A check: one rule that flows should keep, with its page; and how all of them are run over a flow."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from ivr.analysis.suppressed import Suppressing, Unneeded, suppressions_of
from ivr.collector import collector_paused
from ivr.finding import Fault, Finding, Severity
from ivr.witness import Shows

if TYPE_CHECKING:
    from ivr.flow import Flow

TODAY = "today"
"""The argument by which a rule is told the day."""
UNNEEDED = "unneeded"
"""The argument by which a rule is told which suppressions nothing needs; it runs after all others."""
_GIVEN = frozenset({TODAY, UNNEEDED})
CRASHED = "XX001"
"""The code of the finding that a check itself broke down."""
OF_AUDITS = frozenset(f"DC{number:03}" for number in range(14, 23))
"""The rules of `ivr audit`, which do not run over a flow alone: nothing can be said here of comments about them."""
_OF_SUPPRESSIONS = frozenset({"DC011", "DC012"})
"""The rules that look at suppressions: a comment without rules does not silence them, nor a check that broke down."""


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
        return {one.name: one.default for one in named if one.kind is one.KEYWORD_ONLY and one.name not in _GIVEN}

    @property
    def asks(self) -> frozenset[str]:
        """Name what the rule has to be told besides its limits."""
        return _asked(self.find)

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


@cache
def _asked(find: Callable[..., Iterator[Fault]]) -> frozenset[str]:
    return _GIVEN & set(inspect.signature(find).parameters)  # slow, and asked for by every rule on every flow


class Selection(NamedTuple):
    """Which checks run: codes, names, or the beginnings of codes; an empty `select` means all that are not off.

    `limits` gives, by a rule's code, the limits that differ from its defaults; `severity` how bad a breach is taken to
    be, or None where the rule is switched off. One that is off runs where it is given a severity, or selected by its
    own code or name; `extend` selects rules besides those of `select`.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    limits: Mapping[str, Mapping[str, Any]] = MappingProxyType({})
    severity: Mapping[str, Severity | None] = MappingProxyType({})
    extend: tuple[str, ...] = ()

    def takes(self, rule: Check) -> bool:
        """Whether this check runs."""
        wanted = (*self.select, *self.extend)
        off = self.severity[rule.code] is None if rule.code in self.severity else rule.off
        if off and not any(word.upper() == rule.code or word.lower() == rule.name for word in wanted):
            return False
        chosen = not self.select or any(named(rule, word) for word in wanted)
        return chosen and not any(named(rule, word) for word in self.ignore)

    def severity_of(self, rule: Check) -> Severity:
        """Say how bad a breach of a rule is taken to be."""
        return self.severity.get(rule.code) or rule.severity


EVERY = Selection()
"""All checks."""


def named(rule: Check | Finding, word: str) -> bool:
    """Whether a word (a code, the beginning of one, or a name) means a rule."""
    return rule.name == word.lower() or rule.code.startswith(word.upper())


def run_checks(
    flow: Flow,
    rules: tuple[Check, ...],
    selection: Selection = EVERY,
    *,
    today: date,
    pausing: Callable[[], None] = lambda: None,
) -> tuple[Finding, ...]:
    """Run every selected check over a flow as on the day `today`; gives the findings by place, each once.

    Leaves out what comments in the flow's files suppress. Never raises, but for what `pausing` raises: it is called
    before each check, so that a run which nobody waits for any more can be ended.
    """
    with collector_paused():
        found = _found(flow, rules, selection, {TODAY: today}, pausing)
        ordered = sorted(found, key=lambda finding: (finding.place, finding.code, finding.message))
        shown = [_with_call(flow, finding, today) for finding in ordered]
    return tuple(finding for finding in shown if finding is not None)


def _found(
    flow: Flow, rules: tuple[Check, ...], selection: Selection, given: dict[str, Any], pausing: Callable[[], None]
) -> dict[Finding, None]:
    """Give what the selected checks find and no comment suppresses; last come those that look at the comments."""
    chosen = [rule for rule in rules if selection.takes(rule)]
    suppressing = Suppressing(suppressions_of(flow), named, _OF_SUPPRESSIONS | {CRASHED})
    found: dict[Finding, None] = {}
    for last in (False, True):
        for rule in chosen:
            if (UNNEEDED in rule.asks) is last:
                pausing()
                every = _findings(flow, rule, selection, given)
                found |= {finding: None for finding in every if suppressing.lets_through(finding)}
        given[UNNEEDED] = tuple(_unneeded(suppressing, rules, chosen))
    return found


def _with_call(flow: Flow, finding: Finding, today: date) -> Finding | None:
    """Find the call that shows a fault, where the rule has said what it must come to.

    Gives None where ways lead to the node, every call was looked at, and none comes there: a fault that nobody can meet
    is none.
    """
    wanted = finding.fault.call
    if not isinstance(wanted, Shows):
        return finding
    from ivr.explore import call_showing, explored, is_met  # noqa: PLC0415 -- only for findings of behaviour

    call = None
    with suppress(Exception):  # a finding without its call is better than none
        found = explored(flow, today)
        call = call_showing(found, wanted)
        led_to = wanted.node in flow.reachable() and not flow.broken and not found.unexplored
        if call is None and led_to and not is_met(found, wanted.node):
            return None
    return finding._replace(fault=finding.fault._replace(call=call))


def _unneeded(suppressing: Suppressing, rules: tuple[Check, ...], chosen: list[Check]) -> Iterator[Unneeded]:
    """Give the suppressions of what was looked for and not found; what was not looked for may well be there."""
    for one in suppressing.every:
        if one.words:
            meant = {word: [rule for rule in rules if named(rule, word)] for word, _ in one.words}
            unused = (word for word in meant if (one, word) not in suppressing.used)
            left = tuple(word for word in unused if word.upper() not in OF_AUDITS)
            unknown = tuple(word for word in left if not meant[word])
            words = tuple(word for word in left if word in unknown or _looked_for(meant[word], chosen))
            if words:
                yield Unneeded(one, words, tuple((word, _nearest(word, rules)) for word in unknown))
        elif not one.valid or ((one, "") not in suppressing.used and _looked_for(rules, chosen)):
            yield Unneeded(one)


def _looked_for(meant: Iterable[Check], chosen: list[Check]) -> bool:
    """Whether all of these rules have run, but for those that run for few; what rules say of suppressions is never."""
    return all(rule in chosen or rule.off for rule in meant) and any(
        rule in chosen and rule.code not in _OF_SUPPRESSIONS for rule in meant
    )


def _nearest(word: str, rules: tuple[Check, ...]) -> str:
    """Give the code or the name of the rule that a word was probably meant to be, or nothing."""
    import difflib  # noqa: PLC0415 -- only for a message

    codes, names = [rule.code for rule in rules], [rule.name for rule in rules]
    near = difflib.get_close_matches(word.upper(), codes, 1) or difflib.get_close_matches(word.lower(), names, 1)
    return near[0] if near else ""


def _findings(flow: Flow, rule: Check, selection: Selection, given: Mapping[str, Any]) -> Iterator[Finding]:
    arguments: dict[str, Any] = {**selection.limits.get(rule.code, {})}
    arguments |= {name: value for name, value in given.items() if name in rule.asks}
    try:
        for fault in rule.find(flow, **arguments):
            yield Finding(rule.code, rule.name, selection.severity_of(rule), fault)
    except Exception as error:  # noqa: BLE001 -- whatever goes wrong in a check must not hide the other findings
        message = f"the check '{rule.code}' broke down ({type(error).__name__}: {error}); please report it"
        yield Finding(CRASHED, "check-crashed", Severity.ERROR, Fault(flow.place(), message))
