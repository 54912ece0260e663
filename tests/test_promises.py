"""Promises: kept ones hold whatever happens, refuted ones come with a call on which they fail."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

import pytest
from click.testing import CliRunner
from flow_strategies import flows
from found import TODAY, findings
from hypothesis import HealthCheck, given, settings
from phone import flow_of

from ivr.call import Call
from ivr.cli import ivr
from ivr.effect import Effect, Listen, Question, Transfer
from ivr.engine import begin, step
from ivr.explore import explored, replay
from ivr.explore.moves import moves
from ivr.explore.positions import positions_of
from ivr.explore.values import Variables
from ivr.flow import Flow
from ivr.loader import load_text
from ivr.promise import KEPT, REFUTED, UNPROVABLE, Proof, proofs
from ivr.promise.game import Goal, Rules, solve
from ivr.promise.play import worst_of

DEPTH, MOST_STEPS = 3, 3000
AT_NIGHT, BY_DAY = "dial 1-800-555-0100 on Monday 01:00", "dial 1-800-555-0100 on Monday 09:00"
CONTACTS = """
hours: {office: Mon-Fri 08:00-18:00}
contacts:
  representative: {name: Representative}
  billing: {name: Billing, hours: office}
  machine: {name: Voicemail, staffed: no}
"""
MENU = """
nodes:
  main: {menu: Hello., options: {1: billing-hours, 2: voicemail, 0: desk}, tries: 2, otherwise: desk}
  billing-hours: {hours: office, open: billing-desk, closed: sorry}
  billing-desk: {transfer: billing, failed: desk}
  voicemail: {transfer: machine, failed: sorry}
  desk: {transfer: representative, failed: sorry}
  sorry: {hangup: Sorry.}
"""


def proof(promise: str, text: str = MENU) -> Proof:
    flow = flow_of(CONTACTS + text + f"promises:\n  - {{promise: It is so, {promise}}}\n")
    return proofs(flow, TODAY)[0]


def kept(promise: str, text: str = MENU) -> tuple[int | None, str]:
    """Give the most keys that a promise takes, and where and when."""
    proved = proof(promise, text)
    assert proved.status == KEPT, proved
    assert proved.worst is not None
    return proved.worst.keys, proved.start


def refuted(promise: str, text: str = MENU) -> str:
    """Give the call on which a promise fails, after making it again."""
    proved = proof(promise, text)
    assert proved.status == REFUTED, proved
    assert proved.call is not None
    flow = flow_of(CONTACTS + text)
    end = replay(flow, proved.call)
    assert end is not None
    assert (proved.call.reach == end.node) if end.ended is None else proved.call.end.startswith(end.ended.how)
    return proved.call.words()


@pytest.mark.parametrize(
    ("promise", "worst"),
    [
        ("from: 1-800-555-0100, reach: [representative]", (1, "")),
        ("from: 1-800-555-0100, reach: [representative], within: {keys: 0}", (0, "")),
        ("from: 1-800-555-0100, reach: [representative], caller: silent", (0, "")),
        ("from: 1-800-555-0100, reach: [person], caller: mistaken", (2, "")),
        ("from: anywhere, reach: [person]", (1, "'main'")),
        ("from: main, reach: [billing], during: office", (1, "'main'")),
        ("from: 1-800-555-0100, reach: [machine]", (1, "")),
        ("from: 1-800-555-0100, reach: [sorry], outcomes: kind", (1, "")),
        ("from: 1-800-555-0100, reach: [sorry, desk]", (1, "")),
    ],
)
def test_a_promise_is_kept(promise: str, worst: tuple[int, str]) -> None:
    assert kept(promise) == worst


@pytest.mark.parametrize(
    ("promise", "call"),
    [
        ("from: 1-800-555-0100, reach: [billing]", f"{AT_NIGHT}, press 1"),
        ("from: 1-800-555-0100, reach: [machine], caller: silent", f"{AT_NIGHT}, say nothing twice"),
        ("from: 1-800-555-0100, reach: [billing], during: office, caller: silent", f"{BY_DAY}, say nothing twice"),
        ("from: 1-800-555-0100, reach: [person], within: {seconds: 1}", f"{AT_NIGHT}, press 0"),
        ("from: 1-800-555-0100, reach: [machine], caller: mistaken, within: {keys: 1}", f"{AT_NIGHT}, press 8, pre"),
    ],
)  # fmt: skip
def test_a_promise_is_refuted_by_a_call(promise: str, call: str) -> None:
    assert refuted(promise).startswith(call)


def test_outcomes_are_against_the_caller_unless_they_are_kind() -> None:
    text = """
nodes:
  main: {lookup: account, outcomes: {found: desk, failed: sorry}}
  desk: {transfer: representative, failed: sorry}
  sorry: {hangup: Sorry.}
"""
    promise = "from: 1-800-555-0100, reach: [representative]"
    assert "(account: failed)" in refuted(promise, text)
    assert kept(f"{promise}, outcomes: kind", text) == (0, "")


def test_the_caller_is_promised_the_way_that_is_best_at_its_worst() -> None:
    text = """
nodes:
  main: {menu: Hello., options: {1: look, 2: told}, otherwise: sorry}
  look: {lookup: account, outcomes: {found: desk, failed: slow}}
  slow: {say: "Please wait while we look for somebody who knows what to do in such a case as yours.", next: desk}
  told: {say: Please wait a moment., next: desk}
  desk: {transfer: representative, failed: sorry}
  sorry: {hangup: Sorry.}
"""
    proved = proof("from: 1-800-555-0100, reach: [representative], within: {seconds: 4}", text)
    assert proved.status == KEPT, proved  # by 2: who presses 1 may have to hear a long message


def test_a_sub_flow_goes_back_only_to_what_ran_it() -> None:
    text = """
nodes:
  main: {menu: Hello., options: {1: ask-one, 2: ask-two}, otherwise: sorry}
  ask-one: {run: question, then: desk}
  ask-two: {run: question, then: sorry}
  question: {menu: Sure?, options: {1: yes}, otherwise: yes}
  yes: {return: ok}
  desk: {transfer: representative, failed: sorry}
  sorry: {hangup: Sorry.}
"""
    assert kept("from: 1-800-555-0100, reach: [representative], within: {keys: 2}", text) == (2, "")
    assert "press 2" in refuted("from: question, reach: [representative]", text)


PASSED = """
nodes:
  main: {say: Welcome to all of us., next: sort}
  sort: {hours: office, open: billing-desk, closed: sorry}
  billing-desk: {transfer: billing, failed: sorry}
  sorry: {hangup: Sorry.}
"""


def test_a_promise_begins_at_a_node_that_calls_pass_without_a_stop() -> None:
    assert kept("from: sort, reach: [billing], during: office", PASSED) == (0, "'sort'")
    assert kept("from: sort, reach: [sorry, billing-desk]", PASSED) == (0, "'sort'")
    assert refuted("from: sort, reach: [billing]", PASSED) == AT_NIGHT
    closed = "nodes:\n  main: {transfer: billing, failed: sorry}\n  sorry: {hangup: Sorry.}\n"
    assert refuted("from: main, reach: [billing]", closed) == AT_NIGHT


def test_seconds_are_counted_from_the_node_that_is_passed() -> None:
    words = "from: {}, reach: [billing], during: office, within: {{seconds: 1}}"
    assert refuted(words.format("main"), PASSED) == BY_DAY
    assert kept(words.format("sort"), PASSED) == (0, "'sort'")


def test_each_beginning_keeps_its_limits_in_its_own_way() -> None:
    text = """
nodes:
  main: {menu: Hello., options: {9: slow, 12: two, 1: one}, otherwise: sorry, between: 30}
  slow: {say: "This is a very long message that goes on and on, and on again, and then some more.", next: two}
  one: {transfer: representative}
  two: {menu: Hm., options: {5: one}, otherwise: sorry, wait: 90}
  sorry: {hangup: Sorry.}
"""
    assert kept("from: [main, two], reach: [representative], within: {keys: 1}", text)[0] == 1


@pytest.mark.parametrize(
    ("promise", "reason"),
    [
        ("from: sorry-not, reach: [person]", "no call comes to 'sorry-not' while it holds"),
        ("from: billing-desk, reach: [person], during: never", "'never' is never open"),
    ],
)
def test_a_promise_about_nothing_is_neither_kept_nor_refuted(promise: str, reason: str) -> None:
    flow = load_text(
        f"ivr: 1\nlines: {{1-800-555-0100: main}}\n{CONTACTS}{MENU}promises:\n  - {{promise: So, {promise}}}"
    ).flow
    assert flow is not None
    (proved,) = proofs(flow, TODAY)
    assert (proved.status, proved.reason) == (UNPROVABLE, reason)


def test_limits_that_are_kept_one_at_a_time_leave_a_doubt() -> None:
    text = """
nodes:
  main: {menu: Hello., options: {1: second, 2: told}, tries: 1, wait: 60, otherwise: sorry}
  second: {menu: Press on., options: {1: desk}, tries: 1, wait: 60, otherwise: sorry}
  told: {say: "Please wait, this takes quite a while to be said in so many words.", next: desk}
  desk: {transfer: representative, failed: sorry}
  sorry: {hangup: Sorry.}
"""
    proved = proof("from: 1-800-555-0100, reach: [representative], within: {keys: 1, seconds: 3}", text)
    assert (proved.status, proved.reason[:25]) == (UNPROVABLE, "each of its limits can be")
    assert proof("from: 1-800-555-0100, reach: [representative], within: {keys: 1, seconds: 90}", text).status == KEPT


def test_nothing_is_refuted_while_a_part_could_not_be_read() -> None:
    text = f"ivr: 1\nlines: {{1-800-555-0100: main}}\n{CONTACTS}{MENU}".replace("tries: 2", "tries: no")
    flow = load_text(f"{text}promises:\n  - {{promise: So, from: main, reach: [billing]}}\n").flow
    assert flow is not None
    assert proofs(flow, TODAY)[0].status == UNPROVABLE
    assert not [one for one in findings(flow.texts["flow.yaml"], bare=True) if one.code.startswith("PM")]


def test_a_contact_that_needs_no_call_is_held_against_its_hours() -> None:
    assert proof("from: billing, reach: [billing], during: office").status == KEPT
    assert proof("from: billing, reach: [billing]").reason == "on Monday 01:00 'billing' cannot be reached"


def test_a_refuted_promise_is_a_finding_with_its_call() -> None:
    text = CONTACTS + MENU + "promises:\n  - {promise: Billing is there, from: 1-800-555-0100, reach: [billing]}\n"
    (finding,) = findings(f"ivr: 1\ntimezone: UTC\nlines: {{1-800-555-0100: main}}\n{text}", ("PM001",), bare=True)
    assert finding.message.startswith("the promise 'Billing is there' is not kept")
    assert finding.witness is not None
    assert finding.witness.keys() == "1"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [("reach: [representatve]", "DC006"), ("reach: [representative, desk-tow]", "DC006"), ("line: mian", "ST003")],
)
def test_what_is_misnamed_is_told_by_one_rule(wrong: str, code: str) -> None:
    start, reach = ("mian", "reach: [representative]") if wrong == "line: mian" else ("main", wrong)
    text = f"""
lines: {{1-800-555-0100: {start}}}
nodes:
  main: {{hangup: Nobody is here. Please write to desk@example.com., done: yes}}
promises: [{{promise: Somebody helps, from: 1-800-555-0100, {reach}}}]
"""
    assert [finding.code for finding in findings(text, ("PM", "DC006", "ST003"))] == [code]


def test_nothing_is_refuted_while_a_node_could_not_be_read() -> None:
    text = """
nodes:
  main: {menu: Hello., options: {1: {say: sales}, 2: {say: billing, go: over}}, otherwise: over}
  over: {hangup: Nobody is here. Please write to desk@example.com., done: yes}
keys: {}
promises: [{promise: Somebody helps, from: 1-800-555-0100, reach: [representative]}]
"""
    assert [finding.code for finding in findings(text, ("PM", "RD"))] == ["RD007"]
    assert [finding.code for finding in findings(text.replace("sales}", "sales, go: over}"), ("PM", "RD"))] == ["PM001"]


def test_the_table_shows_every_promise_of_the_documented_menu() -> None:
    told = CliRunner().invoke(ivr, ["check", "--promises", "--today", "2026-03-02", "flows/caremark-austin.yaml"])
    assert told.exit_code == 1
    assert told.output.splitlines()[-1] == "10 kept, 1 refuted in flows/caremark-austin.yaml."
    assert "kept        One key leads to a pharmacist\n            at most 1 key, 17 s" in told.output
    assert "dial 1-800-711-4041 on Monday 01:00: the line hangs up" in told.output


@given(text=flows())
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_what_is_sure_is_what_trying_every_call_finds(text: str) -> None:
    flow = load_text(text).flow
    assert flow is not None
    found = explored(flow, date(2026, 3, 2))
    positions = positions_of(found)
    if not positions.whole:
        return
    names = frozenset(name for name, node in flow.nodes.items() if node.verb in {"transfer", "menu"})
    target = min(names - {line.start for line in flow.lines.values()}, default="")
    goal = Goal(frozenset(), frozenset({target}))
    for time in found.times.times[:2]:
        worth = solve(positions.positions, time.bit, Rules(), goal)
        for line in flow.lines:
            call, told = begin(flow, line, time.at)
            root = positions.roots[line]
            with suppress(Unknown):
                tried = Trying(flow, target).least_keys(call, list(told), DEPTH)
                if tried is not None:
                    assert root.number in worth, (line, target)
                    assert worst_of(root, worth)[0] <= tried


class Unknown(Exception):  # noqa: N818 -- no error: trying has taken too long
    """More calls than are tried."""


class Trying:
    """All calls of a few moves, by the engine alone."""

    def __init__(self, flow: Flow, target: str) -> None:
        self.flow, self.target, self.samples, self.steps = flow, target, Variables(flow).samples, 0

    def least_keys(self, call: Call, told: list[Effect], depth: int) -> int | None:
        """Give the fewest keys with which a caller is sure to come to the node; None where none is sure."""
        if any(getattr(effect, "node", "") == self.target for effect in told):
            return 0
        waits = told[-1] if told else None
        if call.ended is not None or depth == 0 or not isinstance(waits, (Listen, Question)):
            return None
        tried = list(self._tried(call, waits, depth))
        sure = [keys for keys in tried if keys is not None]
        if isinstance(waits, Listen):
            return min(sure, default=None)
        return max(sure) if sure and len(sure) == len(tried) else None

    def _tried(self, call: Call, waits: Listen | Question, depth: int) -> Iterator[int | None]:
        for move in moves(self.flow, call, waits, self.samples):
            after, passed = call, list[Effect]()
            for event in move.events:
                self.steps += 1
                after, told = step(self.flow, after, event)
                passed += told
            if self.steps > MOST_STEPS:
                raise Unknown
            further = self.least_keys(after, passed, depth - 1)
            yield None if further is None else move.keys + further


def test_a_transfer_counts_as_reached_when_it_rings() -> None:
    flow = flow_of(CONTACTS + MENU)
    found = explored(flow, TODAY)
    rung = [one for one in positions_of(found).positions if isinstance(one.state.waits, Transfer)]
    goal = Goal(frozenset({"billing"}), frozenset())
    assert {one.state.node for one in rung if goal.is_at(one)} == {"billing-desk"}
    assert not any(one.bits & ~found.times.during("office") for one in rung if goal.is_at(one))
