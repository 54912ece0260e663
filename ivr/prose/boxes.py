"""Boxes of a page: a key, and what it is for, in elements of their own."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any, Final

from ivr.prose.set_off import key_alone

BOXES: Final = frozenset(("a", "span", "label", "button"))
KEY_DRAWN: Final = re.compile(r"\s*[0-9*#](?:\s*$|\s*[^\W\d]{3})")


def is_box(element: Any) -> bool:  # noqa: ANN401 -- lxml has no types
    """Whether an element is the box of a key, which stands in the first of its own elements, before what it is for.

    Of several in a row, the key and what it is for may stand in each without elements of their own.
    """
    if _is_one_of_row(element):
        return True
    if len(element) < _PARTS_OF_BOX or (element.text or "").strip() or len(element[0]):
        return False
    return key_alone(element[0].text or "") != "" and not (element[0].tail or "").strip()


_PARTS_OF_BOX: Final = 2


def _is_one_of_row(element: Any) -> bool:  # noqa: ANN401 -- lxml has no types
    """Whether an element is one of a row of three boxes at least, each of which begins with a key."""
    parent = element.getparent()
    if parent is None or not _FEWEST_BOXES <= len(parent) <= _MOST_BOXES or (parent.text or "").strip():
        return False
    return _begins_with_key(element) and all(
        one.tag == element.tag and not (one.tail or "").strip() and _begins_with_key(one) for one in parent
    )


def _begins_with_key(element: Any) -> bool:  # noqa: ANN401 -- lxml has no types
    return _BOX.match("".join(islice(element.itertext(), _MOST_PARTS))) is not None


_FEWEST_BOXES, _MOST_BOXES = 3, 12
_BOX: Final = re.compile(r"\s*[0-9*#][\s\xa0]*[^\W\d]")
"""How the text of a box begins: a key, and what it is for."""


def opens_panel(element: Any) -> bool:  # noqa: ANN401 -- lxml has no types
    """Whether an element is a button that folds out what stands below it: the heading of that."""
    if element.tag != "button" or _OPENS.isdisjoint(element.attrib):
        return False
    toggles = {"data-toggle", "data-bs-toggle"}.intersection(element.attrib)
    opens = not toggles or "collapse" in {element.get(name) for name in toggles}
    parent = element.getparent()
    titles = parent is not None and parent.tag in _TITLES
    return opens and (titles or len("".join(element.itertext()).split()) > 1)


_TITLES: Final = frozenset(("h2", "h3", "h4", "h5", "h6", "dt"))


def is_folded_in(element: Any) -> bool:  # noqa: ANN401 -- lxml has no types
    """Whether an element is hidden until the button right above it is pressed, which folds it out."""
    before = element.getprevious()
    if before is None or not isinstance(before.tag, str):
        return False
    return any(opens_panel(one) for one in islice(before.iter(), _MOST_PARTS))


_OPENS: Final = frozenset(("aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle"))


def stands_apart(element: Any) -> bool:  # noqa: ANN401 -- lxml has no types
    """Whether an element follows another in a box that has nothing but elements, as its parts are drawn apart."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None or before is None or before.tail or len(parent) > _MOST_PARTS or (parent.text or "").strip():
        return False
    return not any((one.tail or "").strip() for one in parent)


_MOST_PARTS: Final = 6
"""Parts of a box; where there are more, they are those of a text."""
