"""Values that a flow writes for single menus and asks or once for all: where each stands, so that it is judged once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from ivr.analysis.ways import met
from ivr.flow import Flow
from ivr.listening import Listening

if TYPE_CHECKING:
    from ivr.source import Place


class Written(NamedTuple):
    """A value as it is written: for whom ("'main'", or "by default every menu and ask"), and where.

    `node` is the one that has it; of those that have it by default, the nearest to which callers come, if any.
    """

    owner: str
    value: Any
    place: Place
    node: str


def written(flow: Flow, field: str) -> Iterator[Written]:
    """Give the value of a field that `defaults` and listening nodes share, wherever it is written and could be read."""
    if field in flow.defaults.model_fields_set:
        yield Written(
            "by default every menu",
            getattr(flow.defaults, field),
            flow.place("defaults", field),
            by_default(flow, field),
        )
    for name, node in flow.nodes.items():
        if isinstance(node, Listening) and field in node.model_fields_set and name not in flow.broken:
            yield Written(f"'{name}'", getattr(node, field), flow.place("nodes", name, field), name)


def usual(flow: Flow, field: str) -> Any:  # noqa: ANN401 -- of the type of the field
    """Give the value that menus have because nobody writes one, neither in `defaults` nor there; None: all write it."""
    if field in flow.defaults.model_fields_set or "defaults" in flow.unread:
        return None
    return getattr(flow.defaults, field) if by_default(flow, field) else None


def by_default(flow: Flow, field: str) -> str:
    """Name the nearest node that listens, to which callers come, and that does not write this field; or nothing."""
    silent = (
        name
        for name in met(flow)
        if isinstance(flow.nodes[name], Listening) and field not in flow.nodes[name].model_fields_set
    )
    return next((name for name in silent if name not in flow.broken), "")
