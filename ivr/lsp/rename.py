"""Giving a node another name everywhere: where it is defined, every way that leads to it, promises and calls."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ivr.edit import Edit
from ivr.flow import Flow
from ivr.lsp.pointing import definitions, same_thing
from ivr.lsp.slots import CONTACT, LINE, NODE
from ivr.lsp.spelling import spelled
from ivr.lsp.uses import Use
from ivr.node import RESERVED
from ivr.nodes.menu import NOTHING

_MEANT_OTHERWISE: Mapping[str, str] = {
    **dict.fromkeys(RESERVED, "a target of its own"),
    NOTHING: "what takes a key away from a menu",
    "anywhere": "what a promise says of every place",
    "person": "what a promise says of every contact with people",
}


class RenameError(ValueError):
    """A node cannot get this name; the message says why, in one sentence."""


def renameable(uses: tuple[Use, ...], name: Use | None) -> Use:
    """Give the name of a node that may be changed; raises RenameError."""
    if name is None:
        raise RenameError(_sentence("there is no name of a node here"))
    if NODE not in name.kinds:
        raise RenameError(_sentence(f"'{name.name}' is no node, and only nodes can be renamed"))
    if name.name in RESERVED:
        raise RenameError(_sentence(f"'{name.name}' is a word of the language, and no node"))
    found = definitions(uses, name._replace(kinds=(NODE,)))
    if not found:
        raise RenameError(_sentence(f"there is no node '{name.name}' to be renamed"))
    return name._replace(kinds=(NODE,))


def renamed(flow: Flow, uses: tuple[Use, ...], name: Use | None, new: str) -> list[Edit]:
    """Give the edits that call a node `new` in every file of a flow; raises RenameError."""
    here = renameable(uses, name)
    new = new.strip()
    _refuse(flow, uses, here.name, new)
    edits = []
    for use in same_thing(uses, here):
        if use.written.startswith("*"):
            continue  # an alias: its text stands at the anchor
        if not _is_bare_or_quoted(use):
            message = f"'{here.name}' is written as {use.written!r} at {use.place}, which has to be changed by hand"
            raise RenameError(_sentence(message))
        edits.append(Edit(use.place, spelled(new, like=use.written)))
    return edits


def _refuse(flow: Flow, uses: Iterable[Use], old: str, new: str) -> None:
    if not new or not new.isprintable():
        raise RenameError(_sentence("a node needs a name of printable characters"))
    if new in _MEANT_OTHERWISE:
        raise RenameError(_sentence(f"'{new}' is {_MEANT_OTHERWISE[new]}; give the node another name"))
    if new != old and any(use.defined and NODE in use.kinds and use.name == new for use in uses):
        raise RenameError(_sentence(f"there is a node '{new}' already; give this one another name"))
    several = any(len(use.kinds) > 1 and use.name == old for use in uses)
    taken = {CONTACT: flow.contacts, LINE: flow.lines}
    what = next((kind for kind, known in taken.items() if old in known), None)
    if several and what:
        raise RenameError(
            _sentence(f"a promise names '{old}', which is a {what} too; say first which of them it means")
        )
    what = next((kind for kind, known in taken.items() if new in known), None)
    if several and what:
        raise RenameError(_sentence(f"a promise names '{old}', and '{new}' is a {what} already; give another name"))


def _is_bare_or_quoted(use: Use) -> bool:
    return use.written == use.name or use.written[:1] in {'"', "'"}


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:] + "."
