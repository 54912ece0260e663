"""What cannot be undone, and whether callers are asked before it happens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ivr.analysis.assignment import Assignment, assignments
from ivr.analysis.carried import NOTHING, Fact, arrivals
from ivr.analysis.cycles import reached
from ivr.analysis.heard import look_for
from ivr.analysis.key_meaning import BACK as GOES_BACK
from ivr.analysis.key_meaning import CANCEL, NO, YES
from ivr.analysis.typed_ahead import confirmations, deeds_behind
from ivr.analysis.ways import targets
from ivr.flow import Flow
from ivr.node import BACK
from ivr.nodes.ask import Ask
from ivr.nodes.menu import Menu

if TYPE_CHECKING:
    from ivr.node import Exit

_ASKS_TO_CONFIRM: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": r"confirm\w*|sure|certain|correct|is (?:that|this) (?:right|ok|okay)|agree",
        "es": r"confirm\w+|segur[oa]|correct[oa]s?|de acuerdo",
        "fr": r"confirm\w+|sure?s?|certaine?s?|correcte?s?|d'accord|valid\w+",
        "de": r"bestatig\w+|sicher|richtig|korrekt|einverstanden",
    }
)
_REFUSALS: Final = frozenset({NO, CANCEL, GOES_BACK})
_PAIR: Final = 2
_UNASKED: Final[Fact] = ("unasked",)


def unconfirmed(flow: Flow) -> tuple[str, ...]:
    """Name the irreversible nodes to which a call can come whose caller has not been asked to confirm anything.

    A caller has been asked where a menu or an ask speaks of confirming, where a menu of few choices reads back what was
    entered, offers to refuse (no, cancel, go back) or has "yes" on the key that is pressed, and where an ask takes one
    of two entries.
    """
    deeds = [name for name, node in flow.nodes.items() if _is_deed(flow, name) and not node.listens]
    if not deeds:
        return ()
    keys = {(one.menu, one.key) for one in confirmations(flow)}
    at = arrivals(flow, lambda name, way, fact: _behind(flow, name, way, fact, keys), [_UNASKED])
    return tuple(name for name in deeds if _UNASKED in at.get(name, ()))


def asking_to_confirm(flow: Flow) -> tuple[str, ...]:
    """Name the nodes at which callers are asked to confirm something, whatever that is."""
    return tuple(name for name in flow.nodes if _puts_a_question(flow, name))


def confirming(flow: Flow, deed: str) -> tuple[str, ...]:
    """Name the nodes at which callers are asked to confirm; none where no call comes to the deed without them."""
    if "confirming" not in flow.memo:
        asking = asking_to_confirm(flow)
        known = frozenset(asking)
        rest = {name: () if name in known else to for name, to in targets(flow).items()}
        flow.memo["confirming"] = asking, reached(rest, [line.start for line in flow.lines.values()])
    asking, unasked = flow.memo["confirming"]
    return asking if deed in unasked else ()


def _is_deed(flow: Flow, name: str) -> bool:
    return flow.nodes[name].irreversible and name not in flow.broken


def _behind(flow: Flow, name: str, way: Exit | None, fact: Fact, keys: set[tuple[str, str]]) -> Iterator[Fact]:
    if fact == NOTHING or (way is not None and way.to == BACK) or flow.nodes[name].verb == "unknown":
        return
    if way is not None and way.by == "failure" and way.to in deeds_behind(flow):
        return  # TM018 tells of it
    if way is None or way.by not in {"key", "words"} or way.scope != "own" or not _confirms(flow, name, way, keys):
        yield fact


def _confirms(flow: Flow, name: str, way: Exit, keys: set[tuple[str, str]]) -> bool:
    if _puts_a_question(flow, name) or (name, way.on) in keys:
        return True
    return any(one.key == way.on and one.meaning == YES for one in _own(flow, name))


def _puts_a_question(flow: Flow, name: str) -> bool:
    return _asks(flow, name) or _offers_a_refusal(flow, name) or _reads_back(flow, name)


def _reads_back(flow: Flow, name: str) -> bool:
    """Whether a menu of few choices repeats what callers have entered or chosen: "You are paying {amount} dollars"."""
    node = flow.nodes[name]
    if not isinstance(node, Menu) or not 1 < len(_own(flow, name)) <= _PAIR + 1:
        return False
    if "entered or chosen" not in flow.memo:
        nodes = flow.nodes.values()
        flow.memo["entered or chosen"] = {
            one for node in nodes if node.verb in {"ask", "set"} for one, _ in node.sets()
        }
    return any(one in flow.memo["entered or chosen"] for one in node.menu.variables())


def _asks(flow: Flow, name: str) -> bool:
    """Whether a menu or an ask speaks of confirming, or an ask takes one of two entries."""
    node = flow.nodes[name]
    prompt = node.menu if isinstance(node, Menu) else node.ask if isinstance(node, Ask) else None
    if prompt is None:
        return False
    if any(look_for(flow, _ASKS_TO_CONFIRM, tag or flow.first_language, text) for tag, text in prompt.texts):
        return True
    return isinstance(node, Ask) and node.check is not None and len(node.check.entries) == _PAIR


def _offers_a_refusal(flow: Flow, name: str) -> bool:
    """Whether a menu puts a question: its own options are few, and one of them refuses; "cancel" may be the deed."""
    own, deeds = _own(flow, name), deeds_behind(flow)
    return 1 < len(own) <= _PAIR + 1 and any(one.meaning in _REFUSALS and one.go not in deeds for one in own)


def _own(flow: Flow, name: str) -> list[Assignment]:
    return [one for one in assignments(flow).get(name, ()) if one.own]
