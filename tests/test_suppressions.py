"""Comments that suppress findings: which of them count, what they mean, and what is said of those nobody needs."""

from __future__ import annotations

from pathlib import Path

import pytest
from found import TODAY, found
from frame import framed

from ivr.check import CRASHED, Selection, check, run_checks
from ivr.checks import catalogue
from ivr.edit import edited
from ivr.finding import Fault, Severity
from ivr.loader import load, load_text
from ivr.suppression import suppressions_in

TYPICAL = """
keys:
  9: {{say: hear this again, go: again}}
  "*": {{say: go back, go: back}}
nodes:
  main:
    menu: Thank you for calling.{menu}
    options:{options}
      {above}
      "#": {{say: jobs, go: jobs}}{behind}
      1: {{say: sales, go: desk}}{next}
  jobs: {{hangup: Please write to us. Goodbye.}}
"""
PARTS = dict.fromkeys(("menu", "options", "above", "behind", "next"), "")


def typical(**parts: str) -> str:
    """Give a flow in which # stands for a choice (KY008)."""
    return TYPICAL.format(**PARTS | parts)


def codes(text: str) -> list[str]:
    return [line.split()[1] for line in found(text)]


def test_without_a_comment_the_fault_is_reported() -> None:
    assert "KY008" in codes(typical())


@pytest.mark.parametrize(
    "parts",
    [
        {"behind": "  # ivr: ignore[KY008] -- why"},
        {"behind": "  # ivr: ignore[hash-meaning] -- why"},
        {"behind": "  # ivr: ignore[ky008] -- why"},
        {"behind": "  # IVR: ignore[KY] -- why"},
        {"behind": "  # a note  # ivr: ignore[KY008] -- why"},
        {"above": "# a note  # ivr: ignore[KY008] -- why"},
        {"behind": "\t# ivr:ignore [ KY008 ]-- why"},
        {"above": "# ivr: ignore[KY008] -- why"},
        {"above": "# ivr: ignore[KY008] -- why\n      # a note"},
        {"next": "  # ivr: ignore-file[KY008] -- why"},
    ],
)
def test_a_comment_on_the_line_or_above_it_suppresses(parts: dict[str, str]) -> None:
    rest = [code for code in codes(typical()) if code != "KY008"]
    assert codes(typical(**parts)) == rest


@pytest.mark.parametrize(
    "parts",
    [
        {"next": "  # ivr: ignore[KY008] -- why"},
        {"options": "  # ivr: ignore[KY008] -- behind something, so not for the line below"},
        {"behind": "  # ivr: ignore[KY007] -- why"},
        {"behind": "  # ivr: ignore[KY00] -- why", "above": "# ivr: ignore[KZ] -- why"},
        {"behind": "  # ivr: ignore KY008"},
        {"behind": "  # ivr: ignore[]"},
        {"behind": "  # ivr: ignored[KY008]"},
        {"behind": "  # ivr: ignore[KY008"},
    ],
)
def test_a_comment_that_speaks_of_something_else_suppresses_nothing(parts: dict[str, str]) -> None:
    reported = codes(typical(**parts))
    assert ("KY008" in reported) != (parts.get("behind") == "  # ivr: ignore[KY00] -- why")
    assert "DC011" in reported


def test_a_bare_comment_suppresses_all_in_its_line_and_is_told_of() -> None:
    reported = found(typical(behind="  # ivr: ignore"), "KY", "DC")
    assert [line.split(" ", 1)[1] for line in reported] == [
        "DC012 this comment suppresses every finding here, also those that nobody knew of; name the rules"
    ]


def test_a_sign_in_a_text_begins_no_comment() -> None:
    text = """ivr: 1
plain: it's#fine # ivr: ignore[A] -- x
quoted: "press # ivr: ignore[B] now"
single: 'press # ivr: ignore[C] now'
block: |  # ivr: ignore[D] -- the header of a block may have one
  press # ivr: ignore[E]
  # ivr: ignore[F]

  # ivr: ignore[G]
# ivr: ignore[H] -- x
long: "begins
  # ivr: ignore[I]
  ends"  # ivr: ignore[J] -- x
open: {a: b,  # ivr: ignore[K] -- x
  c: "# ivr: ignore[L]"}
folded: >-
  one

  # ivr: ignore[M]
 # ivr: ignore[N] -- x
plainer: one
  two # ivr: ignore[O] -- x
"""
    taken = [(one.words[0][0], one.place.line, one.line) for one in suppressions_in(text, "flow.yaml")]
    assert taken == [
        ("A", 2, 2), ("D", 5, 5), ("H", 10, 11), ("J", 13, 13), ("K", 14, 14), ("N", 20, 21), ("O", 22, 22),
    ]  # fmt: skip


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_places_do_not_depend_on_line_ends(ending: str) -> None:
    text = ending.join(["ivr: 1", "# ivr: ignore[KY008, ST] -- why", "name: x  # ivr: ignore", ""])
    first, second = suppressions_in(text, "flow.yaml")
    assert (first.place[1:], first.line, first.reason) == ((2, 1, 2, 32), 3, "why")
    assert [(word, place.column, place.end_column) for word, place in first.words] == [
        ("KY008", 15, 20),
        ("ST", 22, 24),
    ]
    assert (second.place.line, second.place.column, second.line, second.room.column) == (3, 10, 3, 8)


def test_comments_behind_a_mistake_in_the_file_are_still_seen() -> None:
    text = 'ivr: 1\na: [b\nc: d  # ivr: ignore[KY008]\ne: "f # ivr: ignore[KY007]"\n'
    assert [one.words[0][0] for one in suppressions_in(text, "flow.yaml")] == ["KY008"]


def said(text: str, *select: str) -> list[str]:
    return [line.split(" ", 2)[2] for line in found(text, *(select or ("DC011", "KY")))]


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("ignore[KY014] -- x", "nothing that 'KY014' would report is found here, so the comment only hides what may"),
        ("ignore[KY014, KY008, KY001] -- x", "nothing that 'KY014', 'KY001' would report is found here"),
        ("ignore-file[KY014] -- x", "nothing that 'KY014' would report is found in this file"),
        ("ignore[hash-meanin, KY008] -- x", "'hash-meanin' is no rule; did you mean 'hash-meaning'?"),
        ("ignore[qqqq, KY008] -- x", "'qqqq' is no rule; `ivr explain` lists them all"),
        ("ignore KY008", "this comment suppresses nothing, as nobody understands it; write `# ivr: ignore[KY006]"),
    ],
)
def test_a_comment_that_nothing_needs_is_told_of(comment: str, message: str) -> None:
    told = [line for line in said(typical(behind=f"  # ivr: {comment}")) if "comment" in line or "is no rule" in line]
    assert len(told) == 1
    assert told[0].startswith(message)


def test_a_bare_comment_is_unused_only_where_all_rules_ran() -> None:
    text = typical(next="  # ivr: ignore -- why")
    assert "DC011" in codes(text)
    assert said(text, "DC011", "KY007") == []


def test_a_rule_that_did_not_run_says_nothing_of_comments_about_it() -> None:
    text = typical(behind="  # ivr: ignore[KY008, KY014] -- why")
    assert said(text, "DC011") == []
    assert said(text, "DC011", "KY008") == []
    assert len(said(text, "DC011", "KY014")) == 1


def test_what_tells_of_comments_can_itself_be_suppressed_by_its_name_only() -> None:
    assert codes(typical(behind="  # ivr: ignore[KY, DC012]")) == codes(typical(behind="  # ivr: ignore[KY] -- why"))


@pytest.mark.parametrize(
    ("comment", "left"),
    [
        ("  # ivr: ignore[KY014] -- x", ""),
        ("  # note  # ivr: ignore[KY014] -- x", "  # note"),
        ("  # ivr: ignore[KY014, KY008, KY001] -- x", "  # ivr: ignore[KY008] -- x"),
    ],
)
def test_the_fix_takes_out_what_nothing_needs(comment: str, left: str) -> None:
    text = framed(typical(behind=comment))
    flow = load_text(text).flow
    assert flow
    (finding,) = run_checks(flow, catalogue(), Selection(("DC011", "KY")), today=TODAY)[-1:]
    assert finding.fault.fix
    assert edited(text, finding.fault.fix.edits) == framed(typical(behind=left))


def test_a_line_of_its_own_goes_as_a_whole() -> None:
    text = framed(typical(above="# ivr: ignore[KY014] -- x"))
    flow = load_text(text).flow
    assert flow
    (finding,) = (one for one in run_checks(flow, catalogue(), today=TODAY) if one.code == "DC011")
    assert finding.fault.fix
    assert edited(text, finding.fault.fix.edits) == text.replace("      # ivr: ignore[KY014] -- x\n", "")


def test_findings_in_an_included_file_are_suppressed_there(tmp_path: Path) -> None:
    nodes = "nodes:\n  jobs: {hangup: Goodbye.}\n  lost: {hangup: Goodbye.}"
    top = framed("include: part.yaml\n" + typical().replace("  jobs: {hangup: Please write to us. Goodbye.}\n", ""))
    (tmp_path / "flow.yaml").write_text(top, encoding="utf-8")
    for comment, expected in (("", 1), ("  # ivr: ignore[ST] -- why", 0)):
        (tmp_path / "part.yaml").write_text(nodes + comment + "\n", encoding="utf-8")
        flow = load(tmp_path / "flow.yaml").flow
        assert flow
        reported = run_checks(flow, catalogue(), Selection(("ST", "DC011")), today=TODAY)
        assert [Path(one.place.file).name for one in reported] == ["part.yaml"] * expected
    (tmp_path / "part.yaml").write_text(nodes + "\n", encoding="utf-8")
    (tmp_path / "flow.yaml").write_text(top + "# ivr: ignore-file[ST] -- speaks of this file only\n", encoding="utf-8")
    flow = load(tmp_path / "flow.yaml").flow
    assert flow
    reported = run_checks(flow, catalogue(), Selection(("ST", "DC011")), today=TODAY)
    assert [Path(one.place.file).name for one in reported] == ["flow.yaml", "part.yaml"]


def test_a_check_that_breaks_down_is_not_hidden_by_a_bare_comment() -> None:
    @check("ZZ001", "broken", Severity.INFO)
    def broken(flow):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        del flow
        raise ValueError

    flow = load_text("# ivr: ignore\n" + framed(typical())).flow
    assert flow
    assert [finding.code for finding in run_checks(flow, (broken,), today=TODAY)] == [CRASHED]


def test_a_severity_switches_a_rule_on_and_off_and_changes_what_is_reported() -> None:
    @check("ZZ001", "rare", Severity.INFO, off=True)
    def rare(flow):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        yield Fault(flow.place(), "there it is")

    flow = load_text(framed(typical())).flow
    assert flow

    def severities(selection: Selection) -> list[str]:
        return [str(finding.severity) for finding in run_checks(flow, (rare,), selection, today=TODAY)]

    assert severities(Selection()) == []
    assert severities(Selection(("ZZ",))) == []
    assert severities(Selection(extend=("rare",))) == ["info"]
    assert severities(Selection(severity={"ZZ001": Severity.ERROR})) == ["error"]
    assert severities(Selection(("ZZ001",), severity={"ZZ001": None})) == ["info"]
    assert severities(Selection(("KY",), severity={"ZZ001": Severity.ERROR})) == []
    assert severities(Selection(ignore=("ZZ",), severity={"ZZ001": Severity.ERROR})) == []
