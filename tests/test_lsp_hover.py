from __future__ import annotations

import pytest

pytest.importorskip("pygls")

from ivr.checks import catalogue
from ivr.loader import load_text
from ivr.lsp.hover import rule_page
from ivr.lsp.telling import told

FLOW = """\
ivr: 1
timezone: America/Chicago
languages: [en, es]
lines:
  1-800-555-0100: {start: main, name: Main line}
hours:
  desk: {open: [Mon-Fri 08:00-18:00], closed: [2026-12-25]}
  day: "00:00-24:00"
contacts:
  team: {name: The *team*, hours: desk, number: 1-800-555-0111, languages: [en]}
  tape: {channel: voicemail}
nodes:
  main:
    menu: {en: Hello., es: Hola.}
    options:
      1: {say: {en: the team, es: el equipo}, go: team-desk}
      5: {say: secret, go: last, announced: no}
    otherwise: last
  spanish: {say: {en: Hi., es: Buenas.}, language: es, next: main}
  team-desk: {transfer: team, busy: last}
  last: {hangup: "Bye, {name}."}
"""


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        (
            "node",
            "main",
            (
                "**main**: menu\n\n> Hello.\n>\n> For the team, press 1.\n\n"
                "- `1` → `team-desk` (the team)\n- `5` → `last` (secret), unannounced\n- `otherwise` → `last`"
            ),
        ),
        ("node", "spanish", "**spanish**: say\n\n> Buenas.\n\n- `next` → `main`"),
        ("node", "team-desk", "**team-desk**: transfer, team\n\n- `busy` → `last`"),
        ("node", "last", "**last**: hangup\n\n> Bye, \\{name\\}."),
        ("node", "back", "Go to the menu before this one."),
        ("node", "nobody", ""),
        (
            "contact",
            "team",
            (
                "**The \\*team\\***: a contact (phone)\n\nHours: `desk`, Mon-Fri 08:00-18:00; closed 2026-12-25 "
                "(America/Chicago)\n\nNumber: 1-800-555-0111\n\nSpeaks en."
            ),
        ),
        ("contact", "tape", "**tape**: a contact (voicemail)\n\nHours: `always`, open at every hour"),
        ("schedule", "day", "**day**: open at every hour"),
        ("schedule", "never", "**never**: never open"),
        ("line", "1-800-555-0100", "**Main line**: a line; its calls begin at `main`."),
    ],
)
def test_a_thing_is_told_of_in_words(kind: str, name: str, expected: str) -> None:
    flow = load_text(FLOW).flow
    assert flow
    assert told(flow, kind, name) == expected


def test_the_page_of_every_rule_is_markdown_with_closed_examples() -> None:
    for rule in catalogue():
        page = rule_page(rule.code)
        assert page.startswith(f"### {rule.code} {rule.name}")
        assert page.count("```yaml") == page.count("```") / 2 >= 2  # Bad and Good
        assert rule.example("Bad").strip() in page
    assert not rule_page("XX001")
