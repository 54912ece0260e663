"""Fixes: each makes its finding go and brings no other, leaves all else as it was, and none is made twice."""

from __future__ import annotations

import re
from collections import Counter

import hypothesis
import pytest
from found import TODAY
from frame import framed
from hypothesis import given
from hypothesis import strategies as st

from ivr.check import Check, Selection, run_checks
from ivr.checks import catalogue
from ivr.edit import Edit, Fix, edited
from ivr.finding import Fault, Finding, Severity
from ivr.fixing import Fixed, Fixer
from ivr.loader import Loaded, load_text
from ivr.source import Place

RULES = catalogue()
FILE = "flow.yaml"
# The rules whose bad example a program can put right.
SAFE = re.split(
    r"\s+", "DA004 DA012 DC011 HR004 KY016 PR014 PR015 PR018 PR023 RD003 SE001 ST022 TM004 TM005 TM006 TM007 TM014"
)
UNSAFE = re.split(
    r"\s+",
    "AC007 AC008 DA007 HR005 HU004 KY010 KY013 KY014 PR005 PR011 PR012 RD005 ST001 ST003 ST004 ST005 ST012 ST018"
    " TM001 TM002 TM003 TM008",
)


def find(loaded: Loaded, *codes: str) -> tuple[Finding, ...]:
    return run_checks(loaded.flow, RULES, Selection(codes), today=TODAY) if loaded.flow else ()


def findings(text: str, *codes: str) -> tuple[Finding, ...]:
    return find(load_text(text, FILE), *codes)


def bad(code: str) -> str:
    return framed(next(rule for rule in RULES if rule.code == code).example("Bad"))


def fixes(text: str, *codes: str) -> list[Fix]:
    return [finding.fault.fix for finding in findings(text, *codes) if finding.fault.fix]


def fix_of(code: str) -> Fix:
    """Give the fix of a rule's bad example."""
    (fix,) = [finding.fault.fix for finding in findings(bad(code)) if finding.code == code]
    assert fix is not None
    return fix


def run(text: str, *codes: str, unsafe: bool = True) -> Fixed:
    """Fix what some rules find, held against these rules; that no other finds more is tried on every bad example."""
    return Fixer([FILE], {FILE: text}, lambda loaded: find(loaded, *codes), lambda _: (), unsafe=unsafe).run()


def fixed(text: str, *codes: str, unsafe: bool = True) -> str:
    """Give a flow with what some rules (or all) find put right."""
    return run(text, *codes, unsafe=unsafe).texts.get(FILE, text)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_fix_makes_its_finding_go_and_brings_no_other(rule: Check) -> None:
    text = bad(rule.code)
    before = findings(text)
    for finding in before:
        if fix := finding.fault.fix:
            left = Counter(other.code for other in findings(edited(text, fix.edits)))
            assert left <= Counter(other.code for other in before if other != finding)
            assert re.fullmatch(r"[A-Z].*\.", fix.title)


@pytest.mark.parametrize("code", [*SAFE, *UNSAFE])
def test_these_rules_can_be_fixed(code: str) -> None:
    assert fix_of(code).safe == (code in SAFE)


@pytest.mark.parametrize("code", [*SAFE, *UNSAFE])
def test_fixing_twice_changes_nothing_more(code: str) -> None:
    codes = () if code == "DC011" else (code,)  # which suppressions are needed shows only when all rules have run
    once = fixed(bad(code), *codes)
    assert once != bad(code)
    assert findings(once, code) == ()
    assert run(once, *codes) == Fixed({})


# --- what is not touched stays ---------------------------------------------------------------------------------------


def with_comments(text: str, data: st.DataObject) -> str:
    """Put comments and blank lines between the lines of a flow, and comments behind some of them."""
    lines = []
    for number, line in enumerate(text.splitlines()):
        indent = re.match(" *", line)
        for at in range(data.draw(st.sampled_from([0, 0, 0, 1, 2]))):
            blank = data.draw(st.booleans())
            lines.append(
                "" if blank else f'{indent[0] if indent else ""}# above {number}.{at}: it\'s "odd", {{really}}'
            )
        beside = data.draw(st.sampled_from(["", "", "", f"  # beside {number}", f"   # beside: [{number}"]))
        lines.append(line + beside)
    return "\n".join(lines) + data.draw(st.sampled_from(["", "\n", "\n\n# end\n"]))


def comments(text: str) -> list[str]:
    return sorted(re.findall(r"# (?:above|beside|end).*", text))


@pytest.mark.parametrize("code", sorted({*SAFE, *UNSAFE} - {"DC011", "DA012"}))
@hypothesis.settings(max_examples=5)
@given(data=st.data())
def test_comments_and_blank_lines_survive_a_fix(code: str, data: st.DataObject) -> None:
    text = with_comments(bad(code), data)
    found = findings(text, code)
    hypothesis.assume(len(found) == 1)
    fix = found[0].fault.fix
    hypothesis.assume(fix is not None)
    assert fix is not None
    new = edited(text, fix.edits)
    assert comments(new) == comments(text)
    assert findings(new, code) == ()
    first = min(edit.place.line for edit in fix.edits) - 1
    last = max(edit.place.end_line for edit in fix.edits)
    old_lines, new_lines = text.splitlines(keepends=True), new.splitlines(keepends=True)
    assert new_lines[:first] == old_lines[:first]
    assert old_lines[last:] == new_lines[len(new_lines) - len(old_lines[last:]) :]


SMALL = """ivr: 1
lines: {1-800-555-0100: main}
contacts: {team: {name: Team}}
keys: {0: {say: a person, go: desk}, 9: {say: hear this again, go: again}}
defaults: {otherwise: desk}
nodes:
  desk: {transfer: team, failed: sorry}
  sorry: {hangup: Goodbye.}
"""


@pytest.mark.parametrize(
    ("node", "codes", "wanted"),
    [
        ("{menu: Hi., tries: 9, options: {1: {say: a, go: desk}, 2: {say: b, go: b}}}", "TM004", "tries: 3"),
        ('{menu: Hi., tries: "9", options: {1: {say: a, go: desk}, 2: {say: b, go: b}}}', "TM004", "tries: 3"),
        (
            "{menu: {interruptible: no, text: Hi.}, options: {1: {say: a, go: desk}, 2: {say: b, go: b}}}",
            "TM014",
            "menu: {text: Hi.}",
        ),
        ("{say: Hi., next: deks}", "ST001", "next: desk"),
        ("{say: Hi., next: 'deks'}", "ST001", "next: 'desk'"),
        ("{menu: Hi., options: {1: dsek, 2: {say: b, go: b}}}", "ST001", "1: desk"),
        (
            "{menu: Hi., options: {2: {say: b, go: b}, 0: {say: a person, go: desk}, 1: {say: a, go: desk}}}",
            "KY013",
            "{1: {say: a, go: desk}, 0: {say: a person, go: desk}, 2: {say: b, go: b}}",
        ),
        (
            "{menu: Hi., options: {1: {say: a, go: desk}, 3: {say: b, go: b}, 6: {say: c, go: c}}}",
            "KY014",
            "{1: {say: a, go: desk}, 2: {say: b, go: b}, 3: {say: c, go: c}}",
        ),
        ("{set: {x: 1, y: 2}, next: show}", "DA003", "{set: {y: 2}, next: show}"),
        (
            "{lookup: record, pass: [y], gives: [x, y], outcomes: {found: show, failed: desk}}",
            "DA003",
            "gives: [y]",
        ),
        (
            "{lookup: record, pass: [y], gives: [x], outcomes: {found: desk, failed: desk}}",
            "DA003",
            "{lookup: record, pass: [y], outcomes: {found: desk, failed: desk}}",
        ),
        ("{transfer: +0044 20 7946 0000, failed: sorry}", "DA008", "transfer: +44 20 7946 0000"),
        ('{say: "Please call us at 3125550142.", next: desk}', "PR023", '"Please call us at 312-555-0142."'),
        ("{say: 'Please call us at 3125550142.', next: desk}", "PR023", "'Please call us at 312-555-0142.'"),
        (
            "{say: {text: Please call us at 3125550142.}, next: desk}",
            "PR023",
            "{text: Please call us at 312-555-0142.}",
        ),
        ("{say: Your call is important to us. One moment., next: desk}", "PR012", "{say: One moment., next: desk}"),
        ("{say: One moment. Your call is important to us., next: desk}", "PR012", "{say: One moment., next: desk}"),
    ],
)
def test_only_what_is_meant_changes(node: str, codes: str, wanted: str) -> None:
    more = "  b: {say: Office b., next: desk}\n  c: {say: Office c., next: desk}\n"
    more += "  show: {say: 'It is {y}.', next: desk}\n"
    text = f"{SMALL}  main: {node}\n{more}"
    (fix,) = fixes(text, codes)
    new = edited(text, fix.edits)
    assert wanted in new
    assert [line for line in new.splitlines() if "main" not in line] == [
        line for line in text.splitlines() if "main" not in line
    ]
    assert findings(new, codes) == ()


@pytest.mark.parametrize(
    "text",
    [
        # The number stands where an alias brings it in; only entry; nothing is near.
        SMALL + "  main: {say: Hi., next: nowhere-like-this}\n",
        SMALL + "  main: {set: {x: 1}, next: desk}\n",
    ],
)
def test_what_cannot_surely_be_fixed_is_left_alone(text: str) -> None:
    assert fixes(text, "ST001", "DA003") == []


def test_what_an_alias_brings_in_is_not_changed_elsewhere() -> None:
    text = SMALL + "  main: {say: Hi., next: &x deks}\n  other: {say: Hi., next: *x}\n"
    assert fixed(text, "ST001") == text


# --- rounds, and what is refused -------------------------------------------------------------------------------------


def test_fixes_in_one_place_wait_for_the_next_round() -> None:
    text = (
        SMALL
        + "  main: {menu: Hi., options: {3: {say: b, go: b}, 1: {say: a, go: deks}}}\n  b: {say: B., next: desk}\n"
    )
    done = run(text, "ST001", "KY013", "KY014")
    assert "options: {1: {say: a, go: desk}, 2: {say: b, go: b}}" in done.texts[FILE]
    assert sorted(finding.code for finding in done.made) == ["KY013", "KY014", "ST001"]


def judged(*rules: tuple[str, str, Fix | None]) -> tuple[Finding, ...]:
    return tuple(
        Finding(code, code.lower(), Severity.WARNING, Fault(Place(FILE, 1, 1, 1, 1), message, fix=fix))
        for code, message, fix in rules
    )


def change(line: int, text: str) -> Fix:
    return Fix((Edit(Place(FILE, line, 1, line, 2), text),), f"Change line {line}.")


def test_a_fix_that_brings_another_finding_is_left_out_and_told_and_the_others_are_made() -> None:
    first, second, third = (len(SMALL.splitlines()) + at for at in (1, 2, 3))

    def find(loaded: Loaded) -> tuple[Finding, ...]:
        lines = loaded.texts[FILE].splitlines()
        rules = [("ZZ001", f"line {at} is bad", change(at, "#")) for at in (first, third) if lines[at - 1] == "x: bad"]
        if lines[second - 1] == "x: bad":
            rules.append(("ZZ001", f"line {second} is bad", change(second, "#worse ")))
        return judged(*rules, *(("ZZ002", "worse", None) for line in lines if line.startswith("#worse")))

    done = Fixer([FILE], {FILE: SMALL + "x: bad\n" * 3}, find, find).run()
    assert done.texts == {FILE: SMALL + "#: bad\nx: bad\n#: bad\n"}
    assert [finding.message for finding in done.made] == [f"line {first} is bad", f"line {third} is bad"]
    assert [(refused.finding.message, refused.why) for refused in done.refused] == [
        (f"line {second} is bad", "that would bring ZZ002: worse")
    ]


def test_a_fix_that_breaks_the_file_is_left_out_and_told() -> None:
    broken = Fix((Edit(Place(FILE, 1, 1, 1, 1), "[\n"),), "Break it.")

    def find(_: Loaded) -> tuple[Finding, ...]:
        return judged(("ZZ001", "odd", broken))

    done = Fixer([FILE], {FILE: SMALL}, find, find).run()
    assert done.texts == {}
    assert [refused.why for refused in done.refused] == ["the flow could not be read any more"]


def test_a_fix_that_does_not_help_is_made_once_and_told() -> None:
    idle = Fix((Edit(Place(FILE, 1, 1, 1, 1), "# more\n"),), "Write more.")

    def find(_: Loaded) -> tuple[Finding, ...]:
        return judged(("ZZ001", "odd", idle))

    done = Fixer([FILE], {FILE: SMALL}, find, find).run()
    assert (done.texts, done.made) == ({}, ())
    assert [refused.why for refused in done.refused] == ["ZZ001 would be found all the same"]
