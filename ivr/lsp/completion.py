"""What an editor offers while something is written: names, fields, words, variables, and verbs for a new node."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from lsprotocol.types import CompletionItem, CompletionItemKind, MarkupContent, MarkupKind, TextEdit

from ivr.flow import ALWAYS, BUILT_IN_SCHEDULES, Flow
from ivr.lsp.context import Context, context_at, names_in
from ivr.lsp.positions import Lines
from ivr.lsp.slots import CONDITION, LANGUAGE, NODE, PROMPT, SECTION_OF, VARIABLE, Slot, slot_at
from ivr.lsp.spelling import spelled
from ivr.lsp.telling import told
from ivr.node import AGAIN, BACK
from ivr.nodes import kinds
from ivr.source import Place

_VARIABLE: Final = re.compile(r"\{([A-Za-z_][\w-]*)?$")
_LAST_WORD: Final = re.compile(r"(?:[A-Za-z_][\w-]*)?$")
_MANY: Final = frozenset({"options", "keys", "lines", "hours", "contacts", "nodes", "sources", "promises", "calls"})
_ICONS: Final = {
    "nodes": CompletionItemKind.Function,
    "contacts": CompletionItemKind.Unit,
    "hours": CompletionItemKind.Event,
    "lines": CompletionItemKind.Constant,
    "sources": CompletionItemKind.Reference,
}


class _Offer(NamedTuple):
    """One thing that is offered: what it is called, what is put in, and what is told of it.

    `of` is its kind where that is told only when somebody looks at it: to tell it of each name would take too long.
    """

    label: str
    text: str
    kind: CompletionItemKind
    words: str = ""
    of: str = ""


def completions(lines: Lines, line: int, column: int, flow: Flow | None) -> list[CompletionItem]:
    """Give what may be written at a point; `flow` is the flow as it was last readable, if it ever was."""
    context = context_at(lines.lines, line, column)
    slot = slot_at(context.path, context.verb)
    if slot is None:
        return []
    known = _Known(flow, names_in(lines.lines))
    if slot.writes and not context.is_key and (found := _variable(context, slot)) is not None:
        offers, start = list(known.variables()), column - len(found)
    else:
        offers, start = list(_offers(context, slot, known)), context.start + (context.word[:1] in {'"', "'"})
    end = _end(lines.lines[line - 1], column)
    return [_item(lines, offer, Place("", line, start, line, end), number) for number, offer in enumerate(offers)]


def _offers(context: Context, slot: Slot, known: _Known) -> Iterator[_Offer]:
    if context.is_key and slot.fields:
        verbs = set() if context.verb or len(context.path) != 2 else set(kinds())  # noqa: PLR2004 -- section, node
        for name, inner in slot.fields.items():
            if name not in context.present:
                yield _field(name, inner, context, verb=name in verbs and context.path[0] == "nodes")
        if slot.writes == PROMPT:
            yield from (offer._replace(text=f"{offer.label}: ") for offer in known.named(LANGUAGE))
    else:
        yield from _values(slot, known, like=context.word)


def _field(name: str, slot: Slot, context: Context, *, verb: bool) -> _Offer:
    opens = not context.in_flow and (not context.path or name in _MANY)
    kind = CompletionItemKind.Keyword if verb else CompletionItemKind.Field
    return _Offer(name, f"{name}:" if opens else f"{name}: ", kind, slot.description)


def _values(slot: Slot, known: _Known, like: str = "") -> Iterator[_Offer]:
    quoted = like[:1] in {'"', "'"}
    for word in slot.words:
        yield _Offer(word, word, CompletionItemKind.EnumMember)
    for kind in slot.kinds:
        for offer in known.named(kind):
            yield offer._replace(text=offer.label if quoted else spelled(offer.label))


def _variable(context: Context, slot: Slot) -> str | None:
    """Give what stands of the variable that is being written; None where none is."""
    if slot.writes == PROMPT:
        found = _VARIABLE.search(context.word)
        return found and (found[1] or "")
    inside = context.word.lstrip("\"'")
    return _LAST_WORD.search(inside)[0] if slot.writes == CONDITION else None  # type: ignore[index]  # it always matches


class _Known:
    """The names that there are: those of the last readable flow, and those that stand in the text."""

    def __init__(self, flow: Flow | None, names: dict[str, tuple[str, ...]]) -> None:
        self.flow = flow
        self.names = names

    def named(self, kind: str) -> Iterator[_Offer]:
        if kind == VARIABLE:
            yield from self.variables()
        elif kind == LANGUAGE:
            languages = self.flow.languages if self.flow else ()
            yield from (_Offer(tag, tag, CompletionItemKind.EnumMember) for tag in languages)
        elif kind in SECTION_OF:
            yield from self._defined(kind, SECTION_OF[kind])

    def variables(self) -> Iterator[_Offer]:
        nodes = self.flow.nodes.items() if self.flow else ()
        found = {variable: name for name, node in nodes for variable, _ in node.sets()}
        for variable, name in sorted(found.items()):
            yield _Offer(variable, variable, CompletionItemKind.Variable, f"Set in `{name}`.")

    def _defined(self, kind: str, section: str) -> Iterator[_Offer]:
        here: Iterable[str] = getattr(self.flow, section) if self.flow else ()
        for name in dict.fromkeys((*here, *self.names.get(section, ()))):
            yield _Offer(name, name, _ICONS[section], of=kind)
        if kind == NODE:
            yield _Offer(AGAIN, AGAIN, CompletionItemKind.Keyword, "Hear this node again.")
            yield _Offer(BACK, BACK, CompletionItemKind.Keyword, "Go to the menu before this one.")
        if section == "hours":
            for name in sorted(BUILT_IN_SCHEDULES):
                words = "Open at every hour." if name == ALWAYS else "Closed at every hour."
                yield _Offer(name, name, CompletionItemKind.Keyword, words)


def _end(line: str, column: int) -> int:
    """Give the column behind the rest of the word in which the cursor is."""
    rest = re.match(r"[\w-]*", line[column - 1 :])
    return column + (rest.end() if rest else 0)


def _item(lines: Lines, offer: _Offer, place: Place, number: int) -> CompletionItem:
    words = MarkupContent(MarkupKind.Markdown, offer.words) if offer.words else None
    return CompletionItem(
        label=offer.label,
        kind=offer.kind,
        documentation=words,
        sort_text=f"{number:05}",
        filter_text=offer.text.rstrip(": "),
        text_edit=TextEdit(lines.range(place), offer.text),
        data={"kind": offer.of, "name": offer.label} if offer.of else None,
    )


def resolved(item: CompletionItem, flow: Flow) -> CompletionItem:
    """Tell of what an item names."""
    of = item.data if isinstance(item.data, dict) else {}
    words = told(flow, str(of.get("kind", "")), str(of.get("name", "")))
    item.documentation = MarkupContent(MarkupKind.Markdown, words) if words else item.documentation
    return item
