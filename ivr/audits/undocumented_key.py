"""DC016: no document tells callers of a key."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ivr.auditing.documented import Documented, line_for
from ivr.auditing.following import pressed
from ivr.check import check
from ivr.explore import Explored, explored
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import RESERVED
from ivr.nodes.menu import NOTHING, Menu
from ivr.prose.contradiction import Spot
from ivr.prose.told import Told


@check("DC016", "undocumented-key", Severity.WARNING)
def undocumented_key(flow: Flow, documented: Documented, *, today: date) -> Iterator[Fault]:
    """Callers who read the document cannot know of a key: the menu has it, and no document tells of it.

    Looked at are the menus of which the documents tell at least one key; the keys of the whole flow, and those
    that go back or hear the menu again, are left out.

    Document:
        Call 1-800-555-0100. Press 1 for sales.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          desk: {transfer: sales, failed: desk}
          office: {transfer: billing, failed: office}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
          desk: {transfer: sales, failed: desk}

    Source: Ireland's toolkit for customer communications advises to publish the menu of a line.
    """
    found = explored(flow, today)
    told = _told(flow, documented, found)
    for menu, keys in sorted(told.items()):
        node = flow.nodes[menu]
        others = (
            [key for key, option in node.options.items() if option.go not in {NOTHING, *RESERVED} and key not in keys]
            if isinstance(node, Menu)
            else []
        )
        first = next(iter(keys.values()))
        for key in others:
            message = f"no document tells callers of {key} in '{menu}'"
            hint = "Add it to the document, or take it out of the menu."
            yield Fault(
                flow.place("nodes", menu, "options", key, key=True),
                message,
                hint,
                ((documented.place(first), "of this menu it tells here"),),
            )


def _told(flow: Flow, documented: Documented, found: Explored) -> dict[str, dict[str, Spot]]:
    """Give the keys that documents tell of in each menu that they speak of, and where; any-time keys are in all."""
    anytime: dict[str, list[Told]] = {}
    for one in documented.found.options:
        if one.anytime:
            anytime.setdefault(line_for(flow, documented, one.number), []).append(one)
    told: dict[str, dict[str, Spot]] = {}
    for one in documented.found.options:
        line = line_for(flow, documented, one.number)
        way = (*one.path, one.key)
        for at, key in enumerate(way if line else ()):  # "press 4, then 2" tells of 4, too
            for menu in pressed(found, line, way[: at + 1]).menus:
                keys = told.setdefault(menu, {})
                keys.setdefault(key, Spot(one.document, one.line))
                for other in anytime.get(line, ()):
                    keys.setdefault(other.key, Spot(other.document, other.line))
    return told
