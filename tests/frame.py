"""The flow that stands around the examples on the pages of the rules: a number, a desk, and the usual keys."""

from __future__ import annotations

import re

FRAME = """
ivr: 1
name: Example
timezone: America/Chicago
lines:
  1-800-555-0100: main
contacts:
  representative: {name: Representative}
keys:
  0: {say: a representative, go: desk}
  9: {say: hear this again, go: again}
  "*": {say: go back, go: back}
defaults:
  wrong: Sorry, that is not one of the choices.
  silence: Sorry, nothing was heard.
  otherwise: desk
nodes:
  desk: {transfer: representative, busy: sorry, no-answer: sorry}
  sorry: {hangup: Sorry. Everybody is busy. Please call again later or write to desk@example.com.}
"""


def framed(example: str) -> str:
    """Give an example as a whole flow: a section that it writes counts, the others are the frame's.

    Nodes and contacts are added to those of the frame. The example need not be YAML; the picture of a NUL in it
    stands for the character itself.
    """
    keys = set(re.findall(r"^([\w-]+):", example, re.MULTILINE))
    text = example.rstrip("\n") + "\n"
    for section, lines in _sections(FRAME).items():
        if section not in keys:
            text += f"{section}:{lines}\n"
        elif section in {"nodes", "contacts"}:
            text = _added(text, section, lines)
    return text.replace("\N{SYMBOL FOR NULL}", "\0")


def _sections(text: str) -> dict[str, str]:
    sections: dict[str, str] = {}
    section = ""
    for line in text.strip().splitlines():
        if line.startswith(" "):
            sections[section] += "\n" + line
        else:
            section, _, rest = line.partition(":")
            sections[section] = rest
    return sections


def _added(text: str, section: str, lines: str) -> str:
    """Put the frame's entries behind an example's section, leaving out those that the example writes itself."""
    mine = text.split(f"{section}:\n", 1)
    if len(mine) == 1:  # the example says that there are none, or says it on one line
        return text
    head, body = mine
    kept = [line for line in lines.strip("\n").splitlines() if f"\n{line.split(':')[0]}:" not in f"\n{body}"]
    return f"{head}{section}:\n" + "\n".join(kept) + ("\n" if kept else "") + body
