"""What is shown where the pointer rests: what a name stands for, what a field is for, and the page of a broken rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ivr.checks import catalogue
from ivr.finding import Finding
from ivr.flow import Flow
from ivr.lsp.context import context_at
from ivr.lsp.positions import Lines, holds
from ivr.lsp.slots import slot_at
from ivr.lsp.telling import told
from ivr.lsp.uses import Use
from ivr.source import Place

_EXAMPLE = re.compile(r"^(Bad|Good):$", re.MULTILINE)
_RULE = "\n\n---\n\n"
_WORD = re.compile(r"[\w*#-]+")


def hovered(
    lines: Lines, place: Place, flow: Flow | None, uses: Iterable[Use], findings: Iterable[Finding]
) -> str | None:
    """Give what is told, as markdown, of what stands at a point; `place` has its file, line and column."""
    here = use_at(uses, place)
    parts = list(_of_name(flow, here)) if here and flow else []
    parts += [] if parts else _of_field(lines, place)
    codes = {one.code: None for one in findings if _covers(one.place, place)}
    parts += [page for code in codes if (page := rule_page(code))]
    return _RULE.join(parts) or None


def use_at(uses: Iterable[Use], place: Place) -> Use | None:
    """Give the name that stands at a point."""
    found = (use for use in uses if use.place.file == place.file and holds(use.place, place.line, place.column))
    return next(found, None)


def rule_page(code: str) -> str:
    """Give the page of a rule as markdown; nothing for a rule that is not known."""
    rule = next((known for known in catalogue() if known.code == code), None)
    if rule is None:
        return ""
    return "\n".join([f"### {rule.code} {rule.name} ({rule.severity})", "", *_as_markdown(rule.page)])


def _as_markdown(page: str) -> Iterator[str]:
    """Give a page's lines, its examples as YAML."""
    fenced = False
    for line in page.splitlines():
        example = line.startswith("    ") or (fenced and not line)
        if example and not fenced:
            yield "```yaml"
        elif fenced and not example:
            yield "```"
        fenced = example
        yield line.removeprefix("    ") if example else _EXAMPLE.sub(r"\1:\n", line)
    if fenced:
        yield "```"


def _of_name(flow: Flow, use: Use) -> Iterator[str]:
    words = [told(flow, kind, use.name) for kind in use.kinds]
    yield from [word for word in words if word][:1]


def _of_field(lines: Lines, place: Place) -> list[str]:
    """Tell what the field is for on whose key the point is."""
    text = lines.lines[place.line - 1]
    word = next((found for found in _WORD.finditer(text) if found.start() < place.column <= found.end() + 1), None)
    if word is None or not re.match(r"[\"']?\s*:", text[word.end() :]):
        return []
    context = context_at(lines.lines, place.line, word.start() + 1)
    slot = slot_at((*context.path, word[0]), context.verb)
    return [f"**{word[0]}**: {slot.description}"] if slot and slot.description and context.is_key else []


def _covers(place: Place, point: Place) -> bool:
    return place.file == point.file and holds(place, point.line, point.column)
