"""Recording: where callers are told of it, where a call is recorded, and where nobody has told the caller."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ivr.analysis.carried import NOTHING, Fact, arrivals, nearest
from ivr.analysis.heard import look_for
from ivr.analysis.ways import targets
from ivr.flow import Flow
from ivr.node import BACK
from ivr.nodes.ask import Ask
from ivr.nodes.transfer import Transfer
from ivr.prompt import Prompt

if TYPE_CHECKING:
    from ivr.node import Exit

_TOLD: Final = MappingProxyType(
    {
        "en": r"(?:calls?|conversations?|lines?)(?: [\w,]+){0,6} (?:recorded|monitored|taped)"
        r"|record (?:this|all|your) calls?",
        "es": r"(?:llamadas?|conversacion(?:es)?)(?: [\w,]+){0,6} (?:grabad[ao]s?|monitoread[ao]s?)"
        r"|grab\w+ (?:esta|las|su) llamadas?",
        "fr": r"(?:appels?|conversations?|communications?)(?: [\w,]+){0,6} (?:enregistree?s?|ecoutee?s?)",
        "de": r"(?:anrufe?|gesprache?|telefonate?)(?: [\w,]+){0,8} (?:aufgezeichnet|mitgeschnitten|aufgenommen)",
    }
)
_MESSAGE: Final = MappingProxyType(
    {
        "en": r"tone|beep|signal|messages?|record\w*|voicemail",
        "es": r"tono|senal|bip|mensajes?|grab\w+|buzon",
        "fr": r"bip|signal|tonalite|messages?|enregistr\w+|repondeur",
        "de": r"ton|signalton|piepton|nachricht|aufnahme|aufzeichn\w+|sprachnachricht|mailbox|anrufbeantworter",
    }
)
_ON: Final[Fact] = ("on",)
_UNTOLD: Final[Fact] = ("untold",)
_UNTOLD_OFF: Final[Fact] = ("untold", "off")


def tells(flow: Flow, name: str) -> bool:
    """Whether whoever comes to a node is told that the call is recorded: by a mark, or by its words."""
    return any(path == (flow.nodes[name].verb,) and _tells(flow, prompt) for path, prompt in flow.nodes[name].prompts())


def _tells(flow: Flow, prompt: Prompt) -> bool:
    return (prompt.notice or "").startswith("record") or _says(flow, prompt, _TOLD)


def _says(flow: Flow, prompt: Prompt, words: Mapping[str, str]) -> bool:
    return any(look_for(flow, words, tag or flow.first_language, text) for tag, text in prompt.texts)


def says_by_itself(flow: Flow, name: str) -> bool:
    """Whether the words of a node that takes a message tell that it does, as "after the tone" does."""
    prompts = [prompt for path, prompt in flow.nodes[name].prompts() if path == (flow.nodes[name].verb,)]
    return any(_tells(flow, one) or _says(flow, one, _MESSAGE) or _is_only_heard(one) for one in prompts)


def _is_only_heard(prompt: Prompt) -> bool:
    """Whether nobody can read what a prompt says."""
    return bool(prompt.audio) and not any(text.strip() for _, text in prompt.texts)


def telling(flow: Flow) -> tuple[str, ...]:
    """Name the nodes that tell callers of recording, in the order of the file."""
    if "telling of recording" not in flow.memo:
        flow.memo["telling of recording"] = tuple(
            name for name in flow.nodes if name not in flow.broken and tells(flow, name)
        )
    names: tuple[str, ...] = flow.memo["telling of recording"]
    return names


def records_calls(flow: Flow) -> bool:
    """Whether a flow says anywhere that calls are recorded."""
    if "records calls" not in flow.memo:
        flow.memo["records calls"] = bool(telling(flow)) or any(node.recording for node in flow.nodes.values())
    said: bool = flow.memo["records calls"]
    return said


def recorded_from(flow: Flow) -> Mapping[str, str]:
    """Give, for each ask of something confidential during which a call may be recorded, since which node it may be.

    It is from a node on that says `recording: yes`, or at which callers are told that it is; and `no` ends it.
    """
    told = frozenset(telling(flow))
    asks = [name for name, node in flow.nodes.items() if isinstance(node, Ask) and node.sensitive]
    if not asks or not records_calls(flow):
        return {}
    at = arrivals(flow, lambda name, _, fact: _recorded_behind(flow, name, told, fact))
    graph = {name: () if flow.nodes[name].recording is False else to for name, to in targets(flow).items()}
    begins = [name for name in flow.nodes if _begins(flow, name, told)]
    since = nearest(graph, begins)
    found: dict[str, str] = {}
    for name in asks:
        node = flow.nodes[name]
        if name in at and name not in flow.broken and node.recording is not False:
            if _begins(flow, name, told):
                found[name] = name
            elif _ON in at[name]:
                found[name] = since.get(name, begins[0])
    return found


def _recorded_behind(flow: Flow, name: str, told: frozenset[str], fact: Fact) -> Iterator[Fact]:
    if fact == NOTHING and _begins(flow, name, told):
        yield _ON
    elif fact != NOTHING and flow.nodes[name].recording is not False:
        yield fact


def _begins(flow: Flow, name: str, told: frozenset[str]) -> bool:
    """Whether recording is on from a node."""
    recording = flow.nodes[name].recording
    return bool(recording) or (recording is None and name in told)


def recorded_untold(flow: Flow) -> tuple[str, ...]:
    """Name the nodes, in the order of the file, at which a call is recorded whose caller has not been told of it.

    Such are messages whose words do not say so, nodes that say `recording: yes`, and, where the flow says anywhere
    that it records calls, transfers; but none at which recording is off.
    """
    suspects = [name for name in flow.nodes if name not in flow.broken and _records(flow, name)]
    if not suspects:
        return ()
    told = frozenset(telling(flow))
    at = arrivals(flow, lambda name, way, fact: _untold_behind(flow, name, told, way, fact), [_UNTOLD])
    return tuple(name for name in suspects if name not in told and _is_recorded(flow, name, at.get(name, ())))


def _records(flow: Flow, name: str) -> bool:
    node = flow.nodes[name]
    if node.verb == "record":
        return not says_by_itself(flow, name)
    return bool(node.recording) or (isinstance(node, Transfer) and records_calls(flow))


def _is_recorded(flow: Flow, name: str, facts: tuple[Fact, ...]) -> bool:
    node = flow.nodes[name]
    if node.recording is False:
        return False
    return _UNTOLD in facts or ((node.recording or node.verb == "record") and _UNTOLD_OFF in facts)


def _untold_behind(flow: Flow, name: str, told: frozenset[str], way: Exit | None, fact: Fact) -> Iterator[Fact]:
    """Say what a caller who has not been told is behind a node; `back` leads to nothing that the call was not at."""
    if fact == NOTHING or name in told or (way is not None and way.to == BACK):
        return
    node = flow.nodes[name]
    if node.recording is None:
        yield fact
    else:
        yield _UNTOLD if node.recording else _UNTOLD_OFF
