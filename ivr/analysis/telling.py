"""What callers are told of the keys of a menu before they press one: by its prompt, and by what is said just before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from ivr.flow import Flow
from ivr.node import RESERVED, Path
from ivr.nodes.menu import Menu
from ivr.nodes.transfer import NUMBER
from ivr.prompt import Prompt
from ivr.spoken_keys import Mention, bare_keys, spoken_keys

_CALLS: Final = re.compile(
    r"\b(?:call|dial|phone|ring|llame|marque|appelez|composez|rufen|anrufen|wählen)\b", re.IGNORECASE
)
_ELSEWHERE: Final = re.compile(r"\d{3}|\b(?:again|later|another|next time|más tarde|plus tard|später)\b", re.IGNORECASE)
"""With one of each behind another, a sentence speaks of another call: "To cancel, call 1-800-555-0100 and press 3"."""
_LONGEST_SENTENCE: Final = 400  # characters; however long a text, what is looked at for each of its keys is not


def mentions(flow: Flow, prompt: Prompt) -> tuple[tuple[str, Mention], ...]:
    """Give every key that a prompt names, in each of its languages, with the tag of the language; worked out once."""
    key = ("spoken keys", prompt.texts)
    if key not in flow.memo:
        flow.memo[key] = tuple(
            (tag or flow.first_language, mention)
            for tag, text in prompt.texts
            for mention in spoken_keys(text, tag or flow.first_language)
            if not _of_another_call(text, mention)
        )
    found: tuple[tuple[str, Mention], ...] = flow.memo[key]
    return found


def _of_another_call(text: str, mention: Mention) -> bool:
    near = max(0, mention.start - _LONGEST_SENTENCE)
    start = max(near, *(text.rfind(end, near, mention.start) + 1 for end in (". ", "! ", "? ")))
    called = _CALLS.search(text, start, mention.start)
    return called is not None and bool(_ELSEWHERE.search(text, called.end(), mention.start))


def named_keys(flow: Flow, prompt: Prompt) -> frozenset[str]:
    """Give the keys that a prompt names in any of its languages."""
    return frozenset(mention.key for _, mention in mentions(flow, prompt))


def told_keys(flow: Flow, prompt: Prompt) -> frozenset[str]:
    """Give the keys of which a prompt that speaks the keys itself may tell, in whatever words."""
    bare = (bare_keys(text) for _, text in prompt.texts)
    return named_keys(flow, prompt).union(*bare)


def prompts_before(flow: Flow) -> Mapping[str, tuple[Prompt, ...]]:
    """Give, for each node that listens, the prompts of the nodes from which callers come there without being asked."""
    if "prompts before" not in flow.memo:
        before: dict[str, dict[Prompt, None]] = {}
        for name, _, prompt in sayings(flow):
            for listener in listeners_after(flow, name):
                before.setdefault(listener, {})[prompt] = None
        flow.memo["prompts before"] = {name: tuple(prompts) for name, prompts in before.items()}
    found: Mapping[str, tuple[Prompt, ...]] = flow.memo["prompts before"]
    return found


def sayings(flow: Flow) -> Iterator[tuple[str, Path, Prompt]]:
    """Give the nodes that say something and go on by themselves, with the place of what they say from the top."""
    for name, node in flow.nodes.items():
        if name not in flow.broken and not node.listens and any(way.by == "auto" for way in flow.exits(name)):
            for path, prompt in node.prompts():
                if any(text for _, text in prompt.texts):
                    yield name, ("nodes", name, *path), prompt


def listeners_after(flow: Flow, start: str) -> tuple[str, ...]:
    """Name the nodes that listen and to which a call comes from `start` by itself, each once."""
    key = ("listeners after", start)
    if key not in flow.memo:
        flow.memo[key] = tuple(_follow(flow, start))
    found: tuple[str, ...] = flow.memo[key]
    return found


_FURTHEST: Final = 50  # nodes that are passed without a word between what is said and where a key is pressed


def _follow(flow: Flow, start: str) -> Iterator[str]:
    ahead, seen = [start], {start}
    while ahead and len(seen) <= _FURTHEST:
        for way in flow.exits(ahead.pop()):
            if way.by == "auto" and way.to in flow.nodes and way.to not in seen and way.to not in RESERVED:
                seen.add(way.to)
                if flow.nodes[way.to].listens:
                    yield way.to
                else:
                    ahead.append(way.to)


def says_nothing(flow: Flow, menu: Menu) -> bool:
    """Whether a menu has neither a prompt nor an announced option, so that its callers hear nothing at all."""
    return not is_heard(menu.menu) and not any(menu.announces(flow, choice) for choice in menu.choices(flow))


def is_heard(prompt: Prompt) -> bool:
    """Whether there is anything to hear in a prompt."""
    return bool(prompt.audio) or any(text.strip() for _, text in prompt.texts)


def is_recording_only(prompt: Prompt) -> bool:
    """Whether nobody can tell what a prompt says, since it is a recording without its words."""
    return bool(prompt.audio) and not any(text.strip() for _, text in prompt.texts)


def only_its_target(flow: Flow, menu: Menu, key: str) -> bool:
    """Whether an option in the short form leads to a fault that another rule tells of: then it cannot be announced."""
    option = menu.options.get(key) or flow.keys.get(key)
    if option is None or option.say is not None or option.go in RESERVED:
        return False
    return option.go not in flow.nodes or option.go in flow.broken or _rings_nobody(flow, option.go)


def _rings_nobody(flow: Flow, name: str) -> bool:
    for node in (flow.nodes.get(name), flow.nodes.get(getattr(flow.nodes[name], "open", None) or "")):
        rung = getattr(node, "transfer", "")
        if rung and rung not in flow.contacts and not NUMBER.match(rung):
            return True
    return False
