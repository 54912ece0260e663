"""AC013: a number to note down is said once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from ivr.analysis.cycles import reached
from ivr.analysis.telling import listeners_after
from ivr.analysis.ways import judged, targets
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.hangup import Hangup
from ivr.nodes.say import Say
from ivr.prompt import Prompt
from ivr.witness import Shows

_NUMBER: Final = re.compile(r"(?<![\w.,-])\+?\d[\d ().-]{5,}\d(?![\w-])")
_NOTED: Final = re.compile(r"\{(?=[^}]*(?:reference|confirmation|ticket|tracking|case))[^}]*\}", re.IGNORECASE)
_FEWEST_DIGITS: Final = 7


@check("AC013", "spoken-once", Severity.INFO)
def spoken_once(flow: Flow, *, digits: int = _FEWEST_DIGITS) -> Iterator[Fault]:
    """Callers who have to find a pen miss the number: it is said once, and there is no way to hear it again.

    Looked at are telephone numbers and other long numbers, and variables called reference, confirmation, ticket or the
    like, in a `say` or a `hangup`. It is enough to say the number twice, or to ask afterwards whether to repeat it.

    Bad:
        nodes:
          main: {say: "For claims, call 1-800-555-0142.", next: desk}

    Good:
        nodes:
          main: {say: "For claims, call 1-800-555-0142. Once more, that is 1-800-555-0142.", next: desk}

    Parameter: digits: 7, so many digits have to be noted down (a choice of this project).
    Source: W3C, Making Content Usable, on voice menus: give people time, and a cue to write something down.
    """
    for name in judged(flow):
        node = flow.nodes[name]
        prompt = node.say if isinstance(node, Say) else node.hangup if isinstance(node, Hangup) else Prompt()
        once = _said_once(prompt, digits)
        if once and not _heard_again(flow, name):
            message = f"'{name}' says {once} once, and callers who have to write it down cannot hear it again"
            hint = "Say it twice, or lead on to a menu that repeats it."
            yield Fault(flow.place("nodes", name, node.verb), message, hint, call=Shows(name))


def _said_once(prompt: Prompt, digits: int) -> str:
    for _, text in prompt.texts:
        written = [found[0] for found in _NUMBER.finditer(text) if len(_digits(found[0])) >= digits]
        written += [found[0] for found in _NOTED.finditer(text)]
        times = Counter(map(_digits, written))
        once = next((number for number in written if times[_digits(number)] == 1), "")
        if once:
            return f"'{once}'"
    return ""


def _digits(number: str) -> str:
    """Give the digits of a number; a variable stands for itself."""
    return number if number.startswith("{") else re.sub(r"\D", "", number)


def _heard_again(flow: Flow, name: str) -> bool:
    """Whether a key in the menu or the question that follows leads back to what is said."""
    near = listeners_after(flow, name)
    inner = {one: () if flow.nodes[one].listens else ways for one, ways in targets(flow).items()}
    return any(name in reached(inner, targets(flow)[listener]) for listener in near)
