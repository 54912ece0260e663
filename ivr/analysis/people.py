"""Where people answer, and from where callers can come to them."""

from __future__ import annotations

from collections.abc import Mapping

from ivr.analysis.cycles import leading_to
from ivr.analysis.traps import behind_returns
from ivr.analysis.ways import may_stop, targets, ways
from ivr.flow import Flow
from ivr.nodes.transfer import Transfer


def is_person(flow: Flow, name: str) -> bool:
    """Whether a node hands the caller to a person; a bare telephone number counts as one."""
    node = flow.nodes[name]
    if not isinstance(node, Transfer):
        return False
    contact = flow.contacts.get(node.transfer)
    return contact is None or contact.person


def where_calls_go(flow: Flow) -> Mapping[str, tuple[str, ...]]:
    """Give, for every node, the nodes that a call goes to next, from a `return` those behind what ran the sub-flow."""
    if "where calls go" not in flow.memo:
        behind = behind_returns(flow)
        flow.memo["where calls go"] = {name: (*to, *behind.get(name, ())) for name, to in targets(flow).items()}
    found: Mapping[str, tuple[str, ...]] = flow.memo["where calls go"]
    return found


def to_a_person(flow: Flow) -> Mapping[str, None]:
    """Give the nodes from which a call can come to a person, at some hour; where the flow is wrong, it may."""
    if "to a person" not in flow.memo:
        flow.memo["to a person"] = leading_to(where_calls_go(flow), _people(flow))
    found: Mapping[str, None] = flow.memo["to a person"]
    return found


def to_a_person_without_speech(flow: Flow) -> Mapping[str, None]:
    """Give the nodes from which a call can come to a person, though the caller never speaks."""
    if "to a person without speech" not in flow.memo:
        behind = behind_returns(flow)
        graph = {
            name: (*(way.to for way in several if way.exit.by != "words"), *behind.get(name, ()))
            for name, several in ways(flow).items()
        }
        flow.memo["to a person without speech"] = leading_to(graph, _people(flow))
    found: Mapping[str, None] = flow.memo["to a person without speech"]
    return found


def only_by_speech(flow: Flow, name: str) -> bool:
    """Whether a person can be reached from a node, but never without speaking."""
    return name in to_a_person(flow) and name not in to_a_person_without_speech(flow)


def _people(flow: Flow) -> list[str]:
    return [
        name
        for name, node in flow.nodes.items()
        if is_person(flow, name) or node.verb == "unknown" or (node.verb != "return" and may_stop(flow, name))
    ]
