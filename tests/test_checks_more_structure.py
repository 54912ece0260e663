"""Copies, nodes that do nothing, and cases in a wrong order: what must be found, and what must not."""

from __future__ import annotations

import random

import pytest
from found import findings, found

from ivr.analysis.equivalent import refined

MAIN = "  main: {menu: Hello., options: {1: {say: sales, go: a}, 2: {say: parts, go: b}}}\n"


def nodes(*lines: str) -> str:
    return "nodes:\n" + "".join(lines)


def codes(text: str, *rules: str) -> list[str]:
    return [finding.code for finding in findings(text, rules)]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param("say: Hi., next: desk", "say: Hi., next: desk", 1, id="the same"),
        pytest.param("say: Hi., next: desk, note: one", "say: Hi., note: two, next: desk", 1, id="but for notes"),
        pytest.param("say: Hi., next: desk", "say: Ho., next: desk", 0, id="other words"),
        pytest.param("say: Hi., next: desk", "say: Hi., next: sorry", 0, id="other targets"),
        pytest.param("say: Hi., next: desk, name: A", "say: Hi., next: desk, name: B", 0, id="other names"),
        pytest.param("say: Hi., next: desk, done: yes", "say: Hi., next: desk", 0, id="another mark"),
        pytest.param("say: Hi., next: a", "say: Hi., next: b", 1, id="each to itself"),
        pytest.param("say: Hi., next: b", "say: Hi., next: a", 1, id="to one another"),
        pytest.param(
            "transfer: representative, failed: sorry", "transfer: representative, failed: sorry", 0, id="mute"
        ),
        pytest.param(
            "ask: No?, into: n, digits: 3, next: desk", "ask: No?, into: m, digits: 3, next: desk", 0, id="into"
        ),
        pytest.param("hangup: Bye.", "say: Bye., next: desk", 0, id="another kind"),
        pytest.param(
            "menu: M., options: {1: {say: x, go: desk}, 2: {say: y, go: back}}",
            "menu: M., options: {1: {say: x, go: desk}, 2: {say: y, go: back}}",
            1,
            id="menus that go back",
        ),
        pytest.param(
            "menu: M., options: {1: {say: x, go: desk}, 2: {say: y, go: sorry}}",
            "menu: M., options: {2: {say: y, go: sorry}, 1: {say: x, go: desk}}",
            0,
            id="in another order",
        ),
        pytest.param("say: Hi., next: lost", "say: Hi., next: gone", 0, id="to nowhere"),
    ],
)
def test_nodes_that_callers_cannot_tell_apart(a: str, b: str, expected: int) -> None:
    assert len(codes(nodes(MAIN, f"  a: {{{a}}}\n", f"  b: {{{b}}}\n"), "ST020")) == expected


def test_a_copy_of_several_nodes_is_one_finding_where_it_begins() -> None:
    copy = "  %s: {menu: M., options: {1: {say: x, go: %s-x}, 2: {say: y, go: desk}}}\n  %s-x: {say: X., next: desk}\n"
    (line,) = found(nodes(MAIN, copy % ("a", "a", "a"), copy % ("b", "b", "b")), "ST020")
    assert line == (
        "7:3 ST020 'a' and 'b' are the same to callers: they say the same, and lead to the same"
        " (and so are 2 nodes behind them)"
    )


def test_two_spellings_of_one_name_are_told_of_once() -> None:
    text = nodes(
        MAIN.replace("go: a", "go: a-b").replace("go: b", "go: a_b"),
        *(f"  {n}: {{say: X., next: desk}}\n" for n in ("a-b", "a_b")),
    )
    assert codes(text, "ST002", "ST020") == ["ST002"]


def naive(arrows: dict[str, tuple[str, ...]], looks: dict[str, str]) -> set[frozenset[str]]:
    """Refine round by round until nothing changes (Moore 1956)."""
    number: dict[str, object] = dict(looks)
    while True:
        told = {name: (number[name], tuple(number.get(to, to) for to in arrows[name])) for name in arrows}
        order = {key: at for at, key in enumerate(dict.fromkeys(told.values()))}
        new: dict[str, object] = {name: order[told[name]] for name in arrows}
        if len(set(new.values())) == len(set(number.values())):
            parts: dict[object, set[str]] = {}
            for name, part in new.items():
                parts.setdefault(part, set()).add(name)
            return {frozenset(part) for part in parts.values()}
        number = new


@pytest.mark.parametrize("seed", range(40))
def test_the_refinement_is_the_one_that_goes_round_by_round(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- a test needs no secrets
    names = [f"n{at}" for at in range(chance.randint(1, 24))]
    looks = {name: chance.choice("ab") for name in names}
    ways = {"a": 2, "b": 1}
    arrows = {name: tuple(chance.choice(names) for _ in range(ways[looks[name]])) for name in names}
    assert set(refined(arrows, looks)) == naive(arrows, looks)


def test_a_long_chain_of_equal_nodes_is_quick() -> None:
    chain = {f"n{at}": (f"n{at + 1}",) for at in range(20_000)} | {"n20000": ()}
    looks = dict.fromkeys(chain, "x") | {"n20000": "end"}
    assert len(refined(chain, looks)) == 20_001


@pytest.mark.parametrize(
    ("a", "expected"),
    [
        ("hours: office, open: desk, closed: desk", 1),
        ("hours: always, open: desk", 1),
        ("hours: office, open: desk, closed: sorry", 0),
        ("split: {100%: desk}", 1),
        ("split: {50%: desk, 50%: sorry}", 0),
        ("branch: [{when: n == 1, go: desk}], else: desk", 1),
        ("branch: [{when: n == 1, go: desk}], else: sorry", 0),
        ("hours: office, open: desk, closed: desk, name: Sales", 0),
        ("hours: office, open: desk, closed: desk, language: es", 0),
        ("say: Hi., next: desk", 0),
        ("set: {n: 1}, next: desk", 0),
    ],
)
def test_nodes_that_do_nothing(a: str, expected: int) -> None:
    text = 'hours: {office: "Mon-Fri 08:00-17:00"}\n' + nodes(MAIN.replace("go: b", "go: desk"), f"  a: {{{a}}}\n")
    assert len(codes(text, "ST022")) == expected


def test_the_first_node_of_a_line_may_lead_on() -> None:
    assert (
        codes('hours: {o: "Mon 08:00-17:00"}\n' + nodes("  main: {hours: o, open: desk, closed: desk}\n"), "ST022")
        == []
    )


def branch(
    *cases: tuple[str, str], before: str = "lookup: x, gives: [n, m], outcomes: {found: choose, failed: desk}"
) -> str:
    listed = "".join(f"      - {{when: '{when}', go: {go}}}\n" for when, go in cases)
    says = [f"  {name}: {{say: This is {name}., next: desk}}\n" for name in ("a", "b", "c")]
    used = [say for say in says if any(go == say.strip().split(":")[0] for _, go in cases)]
    return nodes(f"  main: {{{before}}}\n", f"  choose:\n    branch:\n{listed}    else: desk\n", *used)


@pytest.mark.parametrize(
    ("cases", "expected"),
    [
        pytest.param([("n <= 100", "a"), ("n >= 100", "b")], ["ST013"], id="at a limit"),
        pytest.param([("n < 30", "a"), ("n > 18", "b")], ["ST013"], id="over a range"),
        pytest.param([("n in [1, 2]", "a"), ("n in [2, 3]", "b")], ["ST013"], id="in two lists"),
        pytest.param([("n < 30", "a"), ("n > 18", "a")], [], id="to the same place"),
        pytest.param([("n < 100", "a"), ("n >= 100", "b")], [], id="side by side"),
        pytest.param([("n == 1", "a"), ("n < 100", "b")], [], id="a special case first"),
        pytest.param([("n < 10", "a"), ("n < 100", "b")], [], id="a ladder"),
        pytest.param([("n == 1", "a"), ("m == 1", "b")], [], id="different things, in order of weight"),
        pytest.param([("n == 1 and m == 1", "a"), ("n == 1", "b")], [], id="a special case of two things"),
        pytest.param([("n == 1", "a"), ("n == 2", "b")], [], id="nothing in common"),
        pytest.param([("n == m", "a"), ("n > 2", "b")], [], id="two variables that are compared"),
        pytest.param(
            [("n < 100", "a"), ("n < 10", "b"), ("n == 200", "b")], ["ST013"], id="a case that is never reached"
        ),
        pytest.param([("n < 100", "a"), ("n < 10", "b")], ["DA005"], id="a place that is never reached"),
        pytest.param([("n == 1", "a"), ("n == 1", "a")], ["ST014"], id="the same twice"),
        pytest.param([("n < 10", "a"), ("n > 20", "b"), ("n > 5 and n < 25", "c")], ["ST013"], id="the third"),
    ],
)
def test_cases_whose_order_decides(cases: list[tuple[str, str]], expected: list[str]) -> None:
    assert codes(branch(*cases), "ST013", "ST014", "DA005") == expected


def test_only_values_that_there_are_count() -> None:
    before = "ask: Choose., into: n, digits: 1, check: {one-of: [1, 2]}, next: choose"
    cases = [("n <= 1", "a"), ("n >= 1", "b")]
    assert codes(branch(*cases, before=before), "ST013") == []
    assert codes(branch(("n <= 2", "a"), ("n >= 2", "b"), before=before.replace("2]", "2, 3]")), "ST013") == ["ST013"]


def test_the_message_names_a_caller_who_fits_both() -> None:
    (finding,) = findings(branch(("n <= 100", "a"), ("n >= 100", "b")), ("ST013",))
    assert finding.message == (
        "callers with n 100 fit both 'n <= 100' and 'n >= 100', and go to 'a' only because it stands first"
    )
