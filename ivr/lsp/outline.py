"""The outline of a file: its lines, contacts, schedules and nodes, each with the stretch in which it is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lsprotocol.types import DocumentSymbol, SymbolKind

from ivr.flow import Flow
from ivr.lsp.positions import Lines
from ivr.lsp.project import View
from ivr.lsp.slots import SECTION_OF
from ivr.lsp.uses import Use
from ivr.source import Place

_ICONS: Final = {
    "lines": SymbolKind.Constant,
    "hours": SymbolKind.Event,
    "contacts": SymbolKind.Interface,
    "nodes": SymbolKind.Function,
    "sources": SymbolKind.File,
}


def outline(view: View, lines: Lines) -> list[DocumentSymbol]:
    """Give what a file defines, by section, in the order in which it is written."""
    found: dict[str, list[Use]] = {}
    for use in view.uses():
        if use.defined and use.place.file == view.file:
            found.setdefault(SECTION_OF[use.kinds[0]], []).append(use)
    return list(_sections(view, lines, found))


def _sections(view: View, lines: Lines, found: dict[str, list[Use]]) -> Iterator[DocumentSymbol]:
    for section, uses in found.items():
        first, last = min(use.place for use in uses), max(use.whole or use.place for use in uses)
        whole = lines.range(Place(view.file, first.line, first.column, last.end_line, last.end_column))
        children = [_symbol(view.now.flow, section, use, lines) for use in uses]
        yield DocumentSymbol(section, SymbolKind.Namespace, whole, lines.range(first), children=children)


def _symbol(flow: Flow | None, section: str, use: Use, lines: Lines) -> DocumentSymbol:
    whole = lines.range(use.whole or use.place)
    detail = _detail(flow, section, use.name) if flow else ""
    return DocumentSymbol(use.name or "?", _ICONS[section], whole, lines.range(use.place), detail=detail or None)


def _detail(flow: Flow, section: str, name: str) -> str:
    if section == "nodes" and name in flow.nodes:
        return flow.nodes[name].verb
    if section == "lines" and name in flow.lines:
        return flow.lines[name].name
    return flow.contacts[name].name if section == "contacts" and name in flow.contacts else ""
