"""Rules of the family DA that follow variables along the ways of calls, and some slips in names and conditions."""

from __future__ import annotations

import time
from datetime import date

import pytest
from found import findings, found
from frame import framed

from ivr.analysis.feasible import blocked
from ivr.analysis.unset import may_be_unset
from ivr.check import run_checks
from ivr.checks import catalogue
from ivr.flow import Flow
from ivr.loader import load_text


def flow(*nodes: str) -> str:
    """Put nodes together; the first one stands on line 4, behind the two of the frame."""
    return "nodes:\n" + "".join(f"  {node}\n" for node in nodes)


def read(text: str) -> Flow:
    loaded = load_text(framed(text)).flow
    assert loaded is not None
    return loaded


# --- what some callers come without ---

TOLD = "told: {say: 'Hello {vip}.', next: desk}"


@pytest.mark.parametrize(
    ("nodes", "by"),
    [
        (("main: {ask: Number?, into: vip, digits: 2, next: told, otherwise: told}", TOLD), "`otherwise` of 'main'"),
        (("main: {ask: Number?, into: vip, digits: 2, next: told}", TOLD), ""),
        (("main: {lookup: it, gives: [vip], outcomes: {found: told, failed: told}}", TOLD), "`failed` of 'main'"),
        (("main: {lookup: it, gives: [vip], outcomes: {found: told, failed: desk}}", TOLD), ""),
        # An answer of any other name may bring the value.
        (("main: {lookup: it, gives: [vip], outcomes: {found: told, other: told, failed: desk}}", TOLD), ""),
        (("main: {record: Speak., into: vip, next: told, failed: told}", TOLD), "`failed` of 'main'"),
        (("main: {set: {vip: 1}, next: told}", TOLD), ""),
        (
            (
                "main: {menu: Hello., options: {1: {say: a, go: one}, 2: {say: b, go: told}}}",
                "one: {set: {vip: 1}, next: told}",
                TOLD,
            ),
            "-",
        ),
        # A variable may be asked for before it is told.
        (
            (
                "main: {ask: Number?, into: vip, digits: 2, next: which, otherwise: which}",
                "which: {branch: [{when: vip, go: told}], else: desk}",
                TOLD,
            ),
            "",
        ),
        (
            (
                "main: {ask: Number?, into: vip, digits: 2, next: which, otherwise: which}",
                "which: {branch: [{when: not vip, go: desk}], else: told}",
                TOLD,
            ),
            "",
        ),
        (
            (
                "main: {ask: Number?, into: vip, digits: 2, next: which, otherwise: which}",
                "which: {branch: [{when: vip == 12, go: desk}], else: told}",
                TOLD,
            ),
            "`otherwise` of 'main'",
        ),
        (
            (
                "main: {ask: Number?, into: vip, digits: 2, next: which, otherwise: which}",
                "which: {menu: Hello., options: {1: {say: 'about {vip}', go: desk, when: vip}, 2: {say: b, go: desk}}}",
            ),
            "",
        ),
        (("main: {ask: 'Number? Not {vip}?', into: vip, digits: 2, next: desk}",), "-"),
        (("main: {unknown: Look, exits: {a: told, b: give}}", "give: {set: {vip: 1}, next: told}", TOLD), ""),
    ],
)
def test_a_variable_that_some_callers_come_without(nodes: tuple[str, ...], by: str) -> None:
    lines = found(flow(*nodes), "DA002")
    assert len(lines) == bool(by)
    if by.startswith("`"):
        assert f"without 'vip' having been set (by {by}), and hear '{{vip}}' read out" in lines[0]


@pytest.mark.parametrize(
    ("condition", "fires"),
    [
        ("age > 65", True),
        ("age > 65 and age < 80", True),
        ("age and age > 65", False),
        ("age == 65", False),
        ("age != 65", False),
        ("age", False),
        ("age in [1, 2]", False),
    ],
)
def test_a_condition_that_can_do_without_a_value(condition: str, fires: object) -> None:
    text = flow(
        "main: {ask: Age?, into: age, digits: 2, next: which, otherwise: which}",
        f"which: {{branch: [{{when: '{condition}', go: told}}], else: desk}}",
        "told: {say: Hello., next: desk}",
    )
    assert bool(found(text, "DA002")) is fires


SUB = ("main: {run: sub, RUN}", "told: {say: 'Hello {vip}.', next: desk}", "good: {return: yes}", "bad: {return: no}")


@pytest.mark.parametrize(
    ("run", "ask", "fires"),
    [
        ("then: told", "next: good, otherwise: bad", True),
        ("then: told", "next: good, otherwise: desk", False),
        ("returns: {yes: told, no: desk}", "next: good, otherwise: bad", False),
        ("returns: {yes: desk, no: told}", "next: good, otherwise: bad", True),
        ("returns: {yes: told}, else: told", "next: good, otherwise: bad", True),
    ],
)
def test_what_a_sub_flow_sets_depends_on_what_it_returns(run: str, ask: str, fires: object) -> None:
    nodes = [node.replace("RUN", run) for node in SUB]
    text = flow(*nodes, f"sub: {{ask: Number?, into: vip, digits: 2, {ask}}}")
    assert bool(found(text, "DA002")) is fires


def test_a_sub_flow_knows_what_was_set_before_it() -> None:
    nodes = (
        "main: {ask: Number?, into: vip, digits: 2, next: one}",
        "one: {run: sub, then: other}",
        "sub: {say: 'Hello {vip}.', next: good}",
        "good: {return: yes}",
    )
    assert found(flow(*nodes, "other: {say: Bye., next: desk}"), "DA002") == []
    late = flow(
        *nodes, "other: {menu: Hello., options: {1: {say: a, go: desk}}, otherwise: two}", "two: {run: sub, then: desk}"
    )
    assert found(late, "DA002") == []
    early = flow("start: {run: sub, then: main}", *nodes, "other: {say: Bye., next: desk}")
    assert len(found("lines: {1-800-555-0100: start}\n" + early, "DA002")) == 1


def test_one_variable_is_one_finding_with_a_call() -> None:
    text = flow(
        "main: {ask: A?, into: vip, digits: 2, next: told, otherwise: told}", TOLD, "more: {say: '{vip}', next: told}"
    )
    (finding,) = findings(text, ("DA002",))
    assert finding.place.line == 5
    assert finding.witness


def test_a_round_does_not_take_away_a_value() -> None:
    text = flow(
        "main: {set: {count: 0}, next: again-menu}",
        "again-menu: {menu: 'You asked {count} times.', options: {1: {say: a, go: more}, 2: {say: b, go: desk}}}",
        "more: {set: {count: 1}, next: again-menu}",
    )
    assert found(text, "DA002") == []
    assert not may_be_unset(read(text)).lacks("again-menu", "count")


# --- ways that no call can take ---


def branches(first: str, second: str, between: str = "say: Hello.") -> str:
    return flow(
        "main: {lookup: it, gives: [age, sort], outcomes: {found: first, failed: desk}}",
        f"first: {{branch: [{{when: '{first}', go: middle}}], else: desk}}",
        f"middle: {{{between}, next: second}}",
        f"second: {{branch: [{{when: '{second}', go: rare}}], else: desk}}",
        "rare: {say: Rare., next: desk}",
    )


@pytest.mark.parametrize(
    ("first", "second", "fires"),
    [
        ("age >= 65", "age < 18", True),
        ("age >= 65", "age < 70", False),
        ('sort == "a"', 'sort == "b"', True),
        ('sort == "a"', 'sort in ["a", "b"]', False),
        ('sort != "a"', 'sort == "a"', True),
        ("sort", 'sort == ""', True),
        ("age > 10 and sort", "age < 5 or not sort", False),  # each alone is possible: told apart only together
        ("age > 10", 'sort == "a"', False),
        ("age > sort", "age < sort", False),
        ("not age", "age > 3", True),
    ],
)
def test_a_way_that_earlier_questions_rule_out(first: str, second: str, fires: object) -> None:
    assert bool(found(branches(first, second), "DA005")) is fires
    assert found(branches(first, second), "ST014") == []


def test_a_new_value_makes_a_way_possible_again() -> None:
    for between in ("set: {age: 12}", "lookup: more, gives: [age]"):
        text = branches("age >= 65", "age < 18", between)
        if "lookup" in between:
            text = text.replace("gives: [age], next: second", "gives: [age], outcomes: {found: second, failed: desk}")
        assert found(text, "DA005") == []
    assert len(found(branches("age >= 65", "age < 18", "set: {sort: 12}"), "DA005")) == 1


def test_a_sub_flow_may_change_the_value() -> None:
    text = branches("age >= 65", "age < 18", "run: sub").replace("run: sub, next: second", "run: sub, then: second")
    same = text + "  sub: {say: Hello., next: back-there}\n  back-there: {return: yes}\n"
    assert len(found(same, "DA005")) == 1
    other = text + "  sub: {ask: Age?, into: age, digits: 2, next: back-there}\n  back-there: {return: yes}\n"
    assert found(other, "DA005") == []


def test_a_second_way_to_the_node_makes_it_possible() -> None:
    text = branches("age >= 65", "age < 18") + "  more: {say: More., next: second}\n"
    assert found(text.replace("failed: desk}}\n  first", "failed: more}}\n  first"), "DA005") == []


def test_what_is_false_by_itself_and_what_is_left_over_is_told_elsewhere_or_not_at_all() -> None:
    assert [line.split()[1] for line in found(branches("age > 1", "age > 5 and age < 3"), "DA005", "ST014")] == [
        "ST014"
    ]
    text = branches("age > 1", "age > 0").replace(
        "else: desk}\n  rare", "else: rest}\n  rest: {say: Rest., next: desk}\n  rare"
    )
    assert found(text, "DA005") == []
    assert [one.node for one in blocked(read(text))] == ["second"]


def test_values_that_only_the_flow_gives() -> None:
    text = flow(
        "main: {menu: Hello., options: {1: {say: a, go: one}, 2: {say: b, go: two}}}",
        "one: {set: {kind: 1}, next: which}",
        "two: {set: {kind: 2}, next: other}",
        "which: {branch: [{when: kind == 2, go: rare}], else: desk}",
        "other: {branch: [{when: kind == 2, go: desk}], else: sorry}",
        "rare: {say: Rare., next: desk}",
    )
    (line,) = found(text, "DA005")
    assert line == (
        "7:27 DA005 no caller who comes to 'which' goes on to 'rare' by 'kind == 2': what was asked before rules it out"
    )


# --- slips ---


@pytest.mark.parametrize(
    ("condition", "fires"),
    [
        ("entry == 0123", True),
        ("entry in [1, 0123]", True),
        ("0123 == entry", True),
        ('entry == "0123"', False),
        ("entry == 123", False),
        ("entry == 0", False),
        ("entry > 0.5", False),
        ("entry == 100", False),
        ("code-01 == 5", False),
    ],
)
def test_digits_with_a_zero_in_front_are_text(condition: str, fires: object) -> None:
    text = flow(
        "main: {ask: Number?, into: entry, digits: 4, next: set}",
        "set: {set: {code-01: 5}, next: which}",
        f"which: {{branch: [{{when: '{condition}', go: desk}}], else: sorry}}",
    )
    assert bool(found(text, "DA004")) is fires


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ('end: "#"', ["DA006"]),
        ('end: "#", digits: 4-8', []),
        ('end: "#", check: luhn', []),
        ("digits: 4", []),
        ("wait: 5", ["TM016"]),
    ],
)
def test_an_entry_that_nothing_checks(fields: str, codes: list[str]) -> None:
    text = flow(f"main: {{ask: Number?, into: entry, {fields}, next: desk}}")
    assert [line.split()[1] for line in found(text, "DA006", "TM016")] == codes


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("sales-desk", ""),
        ("sales_desk", ""),
        ("sales2", ""),
        ("büro-süd", ""),
        ("2", ""),
        ("Sales Desk", "sales-desk"),
        ("salesDesk", "sales-desk"),
        ("sales desk", "sales-desk"),
        ("sales--desk", "sales-desk"),
        ("sales.desk", "sales-desk"),
        ("営業", ""),
    ],
)
def test_names_are_written_alike(name: str, better: str) -> None:
    text = flow(f"main: {{say: Hello., next: {name}}}", f"{name}: {{say: Hello., next: desk}}")
    hints = [finding.fault.hint for finding in findings(text, ("DA010",))]
    assert hints == ([f"Call it `{better}`."] if better else [])


def test_names_that_are_nearly_all_written_otherwise_are_one_finding() -> None:
    nodes = [f"Step {number}: {{say: Hello., next: Step {number + 1}}}" for number in range(9)]
    (line,) = found(flow("main: {say: Hello., next: Step 0}", *nodes, "Step 9: {hangup: Bye.}"), "DA010")
    assert line.endswith("(and so it is with 9 other nodes)")


@pytest.mark.parametrize(
    ("written", "fires"),
    [
        ("Enter your number, then press # to go on.", True),
        ("Marque su número y oprima # para seguir.", True),
        ("Drücken Sie die Taste # zum Beenden.", True),
        ("'Enter your number, then press # to go on.'", False),
        ("Enter your number. # what the desk said", False),
        ("Enter your number, then press the pound key.", False),
        ("Enter your number, then press#.", False),
    ],
)
def test_a_prompt_that_breaks_off_at_a_pound_sign(written: str, fires: object) -> None:
    text = f"nodes:\n  main:\n    ask: {written}\n    into: x\n    digits: 2\n    next: desk\n"
    assert bool(found(text, "DA012")) is fires


# --- no matter how large ---


@pytest.mark.bench
def test_many_nodes_variables_and_sub_flows_do_not_take_long() -> None:
    nodes = ["main: {set: {v0: 1}, next: n0}"]
    for at in range(2000):
        nodes.append(f"n{at}: {{ask: 'Is it {{v{at}}}?', into: v{at + 1}, digits: 2, next: b{at}, otherwise: b{at}}}")
        nodes.append(f"b{at}: {{branch: [{{when: v{at + 1} > {at}, go: r{at}}}], else: r{at}}}")
        nodes.append(f"r{at}: {{run: s{at % 20}, then: n{at + 1}}}")
    nodes += [f"s{at}: {{run: s{at + 1}, then: back-there}}" for at in range(20)]
    text = flow(*nodes, "s20: {say: Hello., next: back-there}", "back-there: {return: yes}", "n2000: {hangup: Bye.}")
    loaded = read(text)
    rules = tuple(rule for rule in catalogue() if rule.code in {"DA002", "DA004", "DA005", "DA006", "DA010", "DA012"})
    begun = time.process_time()
    faults = [fault for rule in rules for fault in rule.find(loaded)]
    print(f"\n  many nodes variables and sub flows do not take long: {time.process_time() - begun:.2f} s")  # noqa: T201 -- a figure is printed, not judged
    assert len(faults) > 1000
    assert run_checks(loaded, (), today=date(2026, 3, 2)) == ()
