"""Where callers are offered another language: the options that change the language of the call."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ivr.flow import Flow
from ivr.node import Exit
from ivr.nodes.menu import Menu


class Offer(NamedTuple):
    """An option of a menu that changes the language of the call, and the language."""

    menu: str
    exit: Exit
    language: str


def offers(flow: Flow, menu: str) -> Iterator[Offer]:
    """Give the options of a menu, and the keys of the flow that work there, by which the call changes its language.

    One that leads to a node which sets the language changes it as well.
    """
    if isinstance(flow.nodes[menu], Menu) and menu not in flow.broken:
        for way in flow.exits(menu):
            target = flow.nodes.get(way.to)
            language = (target.language if target else None) or way.language
            if way.by != "failure" and language and language != flow.nodes[menu].language:
                yield Offer(menu, way, language)


def first_menus(flow: Flow, start: str) -> tuple[str, ...]:
    """Name the menus and asks that callers come to from a node before they have pressed any key."""
    found: dict[str, None] = {}
    seen, ahead = {start}, [start] if start in flow.nodes else []
    for here in ahead:
        if flow.nodes[here].listens:
            found[here] = None
            continue
        for way in flow.exits(here):
            if way.to in flow.nodes and way.to not in seen:
                seen.add(way.to)
                ahead.append(way.to)
    return tuple(found)
