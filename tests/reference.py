"""The parts of the README that are made from the models and the rules, and how they are put in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from pydantic import BaseModel

from ivr.checks import catalogue
from ivr.contact import Contact
from ivr.documents import Opening, Promise, Script
from ivr.loader import WordingChanges
from ivr.node import Node
from ivr.nodes import kinds
from ivr.nodes.menu import Option
from ivr.settings import Defaults, GlobalKey, Line, Source

_PART = re.compile(r"(<!-- made: (?P<name>[\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)
_FAMILIES = {
    "RD": "Reading the file",
    "ST": "Structure",
    "KY": "Keys",
    "TM": "Tries and waits",
    "PR": "Prompts",
    "HR": "Hours",
    "AC": "Languages and access",
    "DA": "Names and values",
}


def renewed(readme: str) -> str:
    """Give the README with every part between `<!-- made: NAME -->` and `<!-- end -->` made anew."""
    return _PART.sub(lambda found: f"{found[1]}\n{_MAKERS[found['name']]()}\n{found[3]}", readme)


def _fields(model: type[BaseModel], leave_out: Iterable[str] = ()) -> str:
    rows = ["| field | what it says |", "|---|---|"]
    for name, field in model.model_fields.items():
        if name not in leave_out:
            said = (field.description or "").replace("|", r"\|")
            needed = " *(needed)*" if field.is_required() else ""
            rows.append(f"| `{field.alias or name}` | {said}{needed} |")
    return "\n".join(rows) + "\n"


def _kinds() -> str:
    shared = list(Node.model_fields)
    parts = []
    for verb, kind in sorted(kinds().items(), key=lambda item: _ORDER.index(item[0])):
        summary = (kind.__doc__ or "").strip().splitlines()[0]
        parts.append(f"#### `{verb}`\n\n{summary}\n\n{_fields(kind, shared)}")
    return "\n".join(parts)


_ORDER = (
    "say", "menu", "ask", "hours", "branch", "set", "lookup", "transfer", "record", "run", "return", "split", "hangup",
    "unknown",
)  # fmt: skip


def _rules() -> str:
    parts = []
    for family, title in _FAMILIES.items():
        rows = [f"**{title}**\n", "| code | name | level | what it means for callers |", "|---|---|---|---|"]
        for rule in catalogue():
            if rule.code.startswith(family):
                summary = rule.page.splitlines()[0].replace("|", "\\|")
                rows.append(f"| {rule.code} | `{rule.name}` | {rule.severity} | {summary} |")
        parts.append("\n".join(rows) + "\n")
    return "\n".join(parts)


_MAKERS: dict[str, Callable[[], str]] = {
    "kinds": _kinds,
    "every-node": lambda: _fields(Node),
    "option": lambda: _fields(Option),
    "line": lambda: _fields(Line),
    "hours": lambda: _fields(Opening),
    "contact": lambda: _fields(Contact),
    "key": lambda: _fields(GlobalKey),
    "defaults": lambda: _fields(Defaults),
    "wording": lambda: _fields(WordingChanges),
    "source": lambda: _fields(Source),
    "promise": lambda: _fields(Promise),
    "call": lambda: _fields(Script),
    "rules": _rules,
}
