"""TM012: what is said after a mistake is what was said before it."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.pressed import hears
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.listening import Listening
from ivr.node import Path
from ivr.prompt import Prompt


@check("TM012", "identical-reprompt", Severity.INFO)
def identical_reprompt(flow: Flow) -> Iterator[Fault]:
    """Callers who made a mistake are told nothing of it, but hear the same prompt twice in a row.

    After `wrong` or `silence` the prompt itself is heard again, so that the re-prompt has only to say what went wrong.
    Capitals, spaces and marks count for nothing in the comparison.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
            wrong: Thank you for calling.
          office: {say: This is billing., next: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
            wrong: That key has no meaning here.
          office: {say: This is billing., next: desk}

    Source: W3C, Making Content Usable, on prompts that help more with each try; CXLint R017 asks for words of their
        own.
    """
    for name, node in flow.nodes.items():
        if isinstance(node, Listening) and name not in flow.broken:
            own = next((prompt for path, prompt in node.prompts() if path == (node.verb,)), Prompt())
            for kind in ("wrong", "silence"):
                for number, prompt in enumerate(node.reprompts(flow, kind)):
                    if _same(own, prompt):
                        message = (
                            f"after a mistake, callers of '{name}' hear its own prompt twice, and not what was wrong"
                        )
                        call = hears(flow, ("nodes", name, kind))
                        yield Fault(flow.place(*_path(name, node, kind, number)), message, _HINT, call=call)


_HINT = "Say in one sentence what went wrong; the prompt itself is heard again anyway."


def _path(name: str, node: Listening, kind: str, number: int) -> Path:
    return ("nodes", name, kind, number) if getattr(node, kind) is not None else ("defaults", kind, number)


def _same(one: Prompt, other: Prompt) -> bool:
    """Whether two prompts say the same in all their languages."""
    if one.audio or other.audio:
        return bool(one.audio) and one.audio == other.audio
    texts = [{tag: _words(text) for tag, text in prompt.texts} for prompt in (one, other)]
    return any(texts[0].values()) and texts[0] == texts[1]


def _words(text: str) -> tuple[str, ...]:
    return tuple("".join(sign if sign.isalnum() else " " for sign in text.casefold()).split())
