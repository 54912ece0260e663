"""PR005: a prompt names the key before it says what the key is for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ivr.analysis.amend import fix
from ivr.analysis.reword import Change, reworded
from ivr.analysis.telling import mentions
from ivr.check import check
from ivr.edit import Fix
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import Path
from ivr.nodes.menu import Menu
from ivr.prompt import Prompt
from ivr.spoken_keys import Mention, spoken_keys

_SENTENCE: Final = re.compile(r"\b[Pp]ress (?:[^.,;]|,(?= (?:or |and |press )))+\.")
_JOINED: Final = re.compile(r",? (?:or|and) (?=(?:press )?[\w*#]+ (?:for|to) )|, (?=press )")
_PART: Final = re.compile(r"(?:press )?([\w*#]+) (for|to) (.+)", re.IGNORECASE)


@check("PR005", "key-before-action", Severity.WARNING)
def key_before_action(flow: Flow) -> Iterator[Fault]:
    """Callers hear "press 1" before they know what for, and have forgotten the key when they know that they want it.

    Bad:
        nodes:
          main:
            menu: Press 1 for sales or 2 for billing. For a person, press 0. To repeat, press 9. To go back, press star.
            announce: as-is
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Source: W3C, Making Content Usable, on voice menus; www.itams.co.uk/ivr-standards.htm.
    """
    for path, prompt in flow.prompts():
        if path[-1] == "say" and path[-3:-2] in {("options",), ("keys",)}:
            continue  # the announcement that is made of it puts it first
        if path[0] == "nodes" and path[1] in flow.broken:
            continue
        first = next((mention for mention in _before(flow, prompt) if _leads_on(flow, path, mention.key)), None)
        if first:
            message = f"callers hear the key {first.key} before they know that it is for '{first.words}'"
            hint = "Put what the key is for first: `For sales, press 1.`"
            yield Fault(flow.place(*path), message, hint, fix=_mend(flow, path, prompt))
    for tag, parts in flow.wordings.items():
        for kind in ("noun", "verb"):
            sentence = parts.get(kind)
            if isinstance(sentence, str) and 0 <= sentence.find("{key}") < sentence.find("{say}"):
                message = f"the announcements in '{tag}' give callers the key before they know what it is for"
                yield Fault(flow.place("wording", tag, kind), message, "Put `{say}` before `{key}`.")


def _mend(flow: Flow, path: Path, prompt: Prompt) -> Fix | None:
    """Turn the sentences of an English text round that are built simply, if all of its keys are told then."""
    for tag, text in prompt.texts:
        changes = [Change(*found.span(), _turned(found[0])) for found in _SENTENCE.finditer(text)]
        retold = spoken_keys(_SENTENCE.sub(lambda found: _turned(found[0]), text), "en")
        same = sorted(one.key for one in spoken_keys(text, "en")) == sorted(one.key for one in retold)
        english = (tag or flow.first_language).startswith("en")
        if english and changes and same and not any(mention.before for mention in retold):
            return fix("Put what the key is for first.", reworded(flow, path, text, changes), safe=False)
    return None


def _turned(sentence: str) -> str:
    """Write "Press 1 for sales or 2 for billing." as "For sales, press 1. For billing, press 2."."""
    parts = [_PART.fullmatch(part) for part in _JOINED.split(sentence.rstrip("."))]
    if None in parts:
        return sentence
    told = (f"{part[2].capitalize()} {part[3]}, press {part[1]}." for part in parts if part)
    return " ".join(told)


def _before(flow: Flow, prompt: Prompt) -> Iterator[Mention]:
    return (mention for _, mention in mentions(flow, prompt) if mention.before and not mention.entry)


def _leads_on(flow: Flow, path: Path, key: str) -> bool:
    """Whether a key that a menu's own prompt names is one of that menu; if not, PR002 tells of it."""
    node = flow.nodes.get(str(path[1]))
    if not isinstance(node, Menu) or path[2:] != ("menu",):
        return True
    return any(choice.key == key for choice in node.choices(flow))
