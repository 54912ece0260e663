"""KY010: yes is not on 1, or no is not on 2."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ivr.analysis.amend import fix, reordered, value_at
from ivr.analysis.assignment import Assignment, assignments
from ivr.analysis.key_meaning import EXPECTED, NO, YES
from ivr.analysis.listing import listed
from ivr.analysis.pressed import presses
from ivr.check import check
from ivr.edit import Fix
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.menu import Menu


@check("KY010", "yes-no-keys", Severity.INFO)
def yes_no_keys(flow: Flow, *, yes: str = EXPECTED[YES], no: str = EXPECTED[NO]) -> Iterator[Fault]:
    """Yes is not on 1, or no is not on 2: callers who answer out of habit say the opposite of what they mean.

    Bad:
        nodes:
          main:
            menu: Do you have an order with us?
            options:
              1: {say: "no", go: desk}
              2: {say: "yes", go: order}
          order: {say: Please have the order number at hand., next: desk}

    Good:
        nodes:
          main:
            menu: Do you have an order with us?
            options:
              1: {say: "yes", go: order}
              2: {say: "no", go: desk}
          order: {say: Please have the order number at hand., next: desk}

    Parameter: yes is 1 and no is 2, as in ISO/IEC 13714 (seen in a summary).
    Source: ISO/IEC 13714:1995 (seen in a summary).
    """
    expected = {YES: yes, NO: no}
    for name, assigned in assignments(flow).items():
        answers = [one for one in assigned if one.own and one.meaning in expected]
        wrong = [one for one in answers if not _is_expected(one, answers, expected)]
        if wrong:
            yield _fault(flow, answers, wrong, expected)._replace(fix=_mend(flow, name, answers, expected))


def _is_expected(one: Assignment, answers: list[Assignment], expected: Mapping[str, str]) -> bool:
    """Whether an answer is on the key where it belongs, or another one of the same meaning is."""
    key = expected[one.meaning]
    return any(other.meaning == one.meaning and other.key == key for other in answers)


def _fault(flow: Flow, answers: list[Assignment], wrong: list[Assignment], expected: Mapping[str, str]) -> Fault:
    found = listed(f"{one.meaning} on {one.key}" for one in answers)
    usual = listed(f"{meaning} on {key}" for meaning, key in expected.items() if _has(answers, meaning))
    message = f"'{wrong[0].menu}' has {found}, but callers are used to {usual}"
    related = tuple((one.place(flow), f"this is '{one.label}'") for one in wrong[1:])
    return Fault(wrong[0].place(flow), message, _hint(expected), related, call=presses(flow, wrong[0]))


def _hint(expected: Mapping[str, str]) -> str:
    return f"Put yes on {expected[YES]} and no on {expected[NO]}."


def _mend(flow: Flow, name: str, answers: list[Assignment], expected: Mapping[str, str]) -> Fix | None:
    """Give each answer its key, where there is one of each; another choice that has that key keeps it."""
    path, options = ("nodes", name, "options"), value_at(flow.tree, ("nodes", name, "options"))
    keys = {one.key: expected[one.meaning] for one in sorted(answers, key=lambda one: expected[one.meaning])}
    if len(answers) > len(expected) or len(set(keys.values())) < len(answers) or _spoken(flow, name):
        return None
    if any(key in options and key not in keys for key in keys.values()):
        return None
    return fix(_hint(expected), reordered(flow, path, keys), safe=False)


def _spoken(flow: Flow, name: str) -> bool:
    """Whether the prompt speaks the keys itself: then they are not the options' to change."""
    node = flow.nodes[name]
    return isinstance(node, Menu) and node.announce == "as-is"


def _has(answers: list[Assignment], meaning: str) -> bool:
    return any(one.meaning == meaning for one in answers)
