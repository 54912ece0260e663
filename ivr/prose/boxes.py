"""Boxes of a page: a key, and what it is for, in elements of their own."""

from __future__ import annotations

import re
from typing import Any, Final

from ivr.prose.set_off import key_alone

BOXES: Final = frozenset(("a", "span", "label", "button"))
KEY_DRAWN: Final = re.compile(r"\s*[0-9*#](?:\s*$|\s*[^\W\d]{3})")


def is_box(element: Any) -> bool:  # noqa: ANN401 -- lxml has no types
    """Whether an element is the box of a key, which stands in the first of its own elements, before what it is for."""
    if len(element) < _PARTS_OF_BOX or (element.text or "").strip() or len(element[0]):
        return False
    return key_alone(element[0].text or "") != "" and not (element[0].tail or "").strip()


_PARTS_OF_BOX: Final = 2


def opens_panel(element: Any) -> bool:  # noqa: ANN401 -- lxml has no types
    """Whether an element is a button that folds out what stands below it: the heading of that."""
    if element.tag != "button" or _OPENS.isdisjoint(element.attrib):
        return False
    toggles = {"data-toggle", "data-bs-toggle"}.intersection(element.attrib)
    opens = not toggles or "collapse" in {element.get(name) for name in toggles}
    return opens and len("".join(element.itertext()).split()) > 1


_OPENS: Final = frozenset(("aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle"))


def stands_apart(element: Any) -> bool:  # noqa: ANN401 -- lxml has no types
    """Whether an element follows another in a box that has nothing but elements, as its parts are drawn apart."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None or before is None or before.tail or len(parent) > _MOST_PARTS or (parent.text or "").strip():
        return False
    return not any((one.tail or "").strip() for one in parent)


_MOST_PARTS: Final = 6
"""Parts of a box; where there are more, they are those of a text."""
