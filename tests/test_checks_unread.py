"""What could not be read hides names: what follows only from that is not told a second time."""

from __future__ import annotations

from pathlib import Path

import pytest
from found import TODAY, findings

from ivr.check import run_checks
from ivr.checks import catalogue
from ivr.loader import load

TWO_MENUS = """nodes:
  main:
    menu: Thank you for calling.
    options:
      1: {say: sales, go: sales}
      2: {say: billing, go: desk}
  sales:
    menu: This is sales.
    options:
      1: {say: new orders, go: desk}
      2: {say: returns, go: office}
  office: {hours: weekdays, open: agents, closed: sorry}
  agents: {transfer: agent, busy: sorry, no-answer: sorry}
  desk: {transfer: representative, busy: sorry, no-answer: sorry}
  sorry: {hangup: Sorry. Please call again later or write to desk@example.com.}
"""
SECTIONS = {
    "timezone": "timezone: America/Chicago\n",
    "lines": "lines: {1-800-555-0100: main}\n",
    "hours": 'hours: {weekdays: "Mon-Fri 08:00-17:00"}\n',
    "contacts": "contacts: {agent: {name: Agent}, representative: {name: Representative}}\n",
    "keys": 'keys: {0: {say: a person, go: desk}, 9: {say: repeat, go: again}, "*": {say: go back, go: back}}\n',
    "defaults": "defaults: {otherwise: desk}\n",
    "nodes": TWO_MENUS,
}


def codes(text: str) -> list[str]:
    return [finding.code for finding in findings(text, bare=True)]


def test_the_flow_itself_is_right() -> None:
    assert codes("ivr: 1\n" + "".join(SECTIONS.values())) == []


@pytest.mark.parametrize(
    ("section", "written"),
    [
        ("timezone", "time-zone"),
        ("lines", "line"),
        ("hours", "hour"),
        ("contacts", "contact"),
        ("contacts", "Contacts"),
        ("keys", "key"),
        ("defaults", "default"),
        ("nodes", "node"),
    ],
)
def test_a_misspelt_section_is_one_finding_and_is_read(section: str, written: str) -> None:
    text = "ivr: 1\n" + "".join(
        part.replace(f"{section}:", f"{written}:", 1) if name == section else part for name, part in SECTIONS.items()
    )
    (finding,) = findings(text, bare=True)
    assert (finding.code, finding.message) == (
        "RD005",
        f"'{written}' is not a section of a flow; did you mean '{section}'?",
    )


@pytest.mark.parametrize(
    ("section", "instead", "code"),
    [
        ("contacts", "contacts: [agent, representative]\n", "RD004"),
        ("contacts", "contacts: agent\n", "RD004"),
        ("hours", "hours: [weekdays]\n", "RD004"),
        ("keys", "keys: [9]\n", "RD004"),
        ("defaults", "defaults: [otherwise]\n", "RD004"),
        ("defaults", "defaults: {otherwise: }\n", "RD007"),
        ("lines", "lines: [main]\n", "RD004"),
        ("timezone", "timezone: \n", "RD007"),
    ],
)
def test_a_section_that_cannot_be_read_is_one_finding(section: str, instead: str, code: str) -> None:
    assert codes("ivr: 1\n" + "".join(instead if name == section else part for name, part in SECTIONS.items())) == [
        code
    ]


@pytest.mark.parametrize("section", ["hours", "contacts", "nodes"])
@pytest.mark.parametrize(("part", "code"), [(None, "RD009"), ("a: [1\n", "RD002"), ("[]\n", "RD004")])
def test_a_part_that_cannot_be_taken_in_is_one_finding(
    tmp_path: Path, section: str, part: str | None, code: str
) -> None:
    top = {**SECTIONS, section: "include: part.yaml\n"}
    if section == "nodes":
        top["nodes"] = "include: part.yaml\nnodes: {main: {say: 'Hello {name}.', next: sales}, later: {hangup: Bye.}}\n"
    (tmp_path / "flow.yaml").write_text("ivr: 1\n" + "".join(top.values()), encoding="utf-8")
    if part is not None:
        (tmp_path / "part.yaml").write_text(part, encoding="utf-8")
    assert told(tmp_path / "flow.yaml") == [code]


def test_a_misspelt_section_of_a_part_is_one_finding(tmp_path: Path) -> None:
    text = "ivr: 1\ninclude: part.yaml\n" + "".join(part for name, part in SECTIONS.items() if name != "contacts")
    (tmp_path / "flow.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "part.yaml").write_text(SECTIONS["contacts"].replace("contacts", "contact"), encoding="utf-8")
    assert told(tmp_path / "flow.yaml") == ["RD005"]


def told(path: Path) -> list[str]:
    flow = load(path).flow
    assert flow is not None
    return [finding.code for finding in run_checks(flow, catalogue(), today=TODAY)]
