"""Exits that no call takes, and why: each reason once, and never for an exit that some call takes."""

from __future__ import annotations

import pytest
from flow_strategies import flows
from found import TODAY
from hypothesis import given, settings
from phone import flow_of

from ivr.explore import explored, takeable
from ivr.loader import load_text
from ivr.paths import exits_written, untaken

HEAD = """ivr: 1
timezone: UTC
lines: {1-800-555-0100: main}
hours: {desk: "Mon-Fri 08:00-18:00", late: "Mon-Fri 18:00-20:00"}
contacts: {nurse: {name: Nurse}, day: {hours: desk}, shut: {hours: never}}
defaults: {otherwise: bye}
"""


def nodes(*several: str) -> str:
    """Give a section of nodes."""
    return "nodes:\n" + "".join(f"  {one}\n" for one in several)


BYE = "bye: {hangup: Bye.}"
REASONS = {
    "nothing leads there": (
        nodes("main: {hangup: Bye.}", "lost: {say: Hello., next: main}"),
        "lost: next: nothing leads to 'lost'",
    ),
    "only what nobody comes to leads there": (
        nodes("main: {hangup: Bye.}", "lost: {say: Hello., next: more}", "more: {say: Hello., next: main}"),
        "lost: next: nothing leads to 'lost'",
        "more: next: no call comes to 'more', as none comes to 'lost', from where it would",
    ),
    "an exit that leads there is never taken": (
        nodes("main: {hours: always, open: bye, closed: night}", "night: {say: Night., next: bye}", BYE),
        "main: closed: 'always' is never closed",
        "night: next: no call comes to 'night', as none leaves 'main' by 'closed': 'always' is never closed",
    ),
    "a schedule was asked before": (
        nodes(
            "main: {hours: desk, open: again-asked, closed: bye}",
            "again-asked: {hours: desk, open: bye, closed: bye}",
            BYE,
        ),
        "again-asked: closed: 'desk' is never closed when calls come there",
    ),
    "two schedules that are never open together": (
        nodes("main: {hours: desk, open: then, closed: bye}", "then: {hours: late, open: bye, closed: bye}", BYE),
        "then: open: 'late' is never open when calls come there",
    ),
    "a contact that is never open": (
        nodes("main: {transfer: shut, closed: bye, failed: bye}", BYE),
        "main: failed: 'shut' is never open when calls come there",
        "main: connected: 'shut' is never open when calls come there",
    ),
    "a condition that never holds": (
        nodes(
            "main: {set: {x: 1}, next: menu}",
            "menu: {menu: Hello., options: {1: {go: bye, when: x == 2}, 2: bye}}",
            BYE,
        ),
        "menu: 1: its condition, x == 2, never holds when calls come there",
    ),
    "a case that never holds, and no else": (
        nodes(
            "main: {set: {x: 1}, next: fork}",
            "fork: {branch: [{when: x == 2, go: bye}, {when: x == 1, go: bye}], else: bye}",
            BYE,
        ),
        "fork: x == 2: its condition never holds when calls come there",
        "fork: else: one of the conditions before it always holds",
    ),
    "an earlier case takes all": (
        nodes(
            "main: {ask: A number., into: x, digits: 1, next: fork}",
            "fork: {branch: [{when: x < 5, go: bye}, {when: x == 2, go: bye}], else: bye}",
            BYE,
        ),
        "fork: x == 2: the condition before it, x < 5, holds for every call that it holds for",
    ),
    "an option without key or words": (
        nodes("main: {menu: Hello., options: {1: bye, refill: bye}}", BYE),
        "main: refill: it has no key and no words",
    ),
    "words that another option has": (
        nodes("main: {menu: Hello., options: {a: {go: bye, words: [bill]}, b: {go: again, words: [bill]}}}", BYE),
        "main: a: another option is understood whenever its words are spoken",
        "main: b: another option is understood whenever its words are spoken",
    ),
    "an end key within a code": (
        nodes("main: {menu: Hello., options: {1: bye, '1#': bye}, end: '#'}", BYE),
        "main: 1#: the menu's `end` key, #, ends the code before it is whole",
    ),
    "every key means something": (
        nodes(
            f"main: {{menu: Hello., options: {{{', '.join(f'{key!r}: bye' for key in '1234567890*#')}}}}}",
            BYE,
        ),
        "main: wrong: every key means something there",
    ),
    "an entry that can never be right": (
        nodes("main: {ask: A day., into: x, digits: 2, check: date MMDD, next: bye}", BYE),
        "main: next: no entry that was tried passes its check, date MMDD",
    ),
    "a sub-flow that never comes back": (
        nodes("main: {run: sub, then: bye}", "sub: {say: Hello., next: bye}", BYE),
        "main: then: the sub-flow 'sub' never comes back",
    ),
    "values that a sub-flow never returns": (
        nodes("main: {run: sub, returns: {good: bye, bad: bye}, else: bye}", "sub: {return: good}", BYE),
        "main: bad: the sub-flow 'sub' never returns 'bad'",
        "main: else: all that 'sub' returns has a way of its own",
    ),
    "tries that leave no second hearing": (nodes("main: {menu: Hello., options: {1: bye}, tries: 1}", BYE),),
}


@pytest.mark.parametrize("name", REASONS)
def test_the_reason_is_told(name: str) -> None:
    text, *expected = REASONS[name]
    flow = flow_of(text, HEAD)
    assert [f"{one.node}: {one.on}: {one.reason}" for one in untaken(explored(flow, TODAY))] == expected


@given(flows())
@settings(max_examples=25)
def test_every_exit_is_either_taken_by_some_call_or_has_a_reason(text: str) -> None:
    flow = load_text(text).flow
    assert flow is not None
    found = explored(flow, TODAY)
    taken = {(one.node, one.on) for one in takeable(found).exits}
    named = {(one.node, one.on) for one in untaken(found)}
    written = {(name, on) for name in flow.nodes for on in exits_written(flow, name)}
    assert not taken & named
    assert written <= taken | named
    assert all(one.reason and "nothing makes them" not in one.reason for one in untaken(found))
