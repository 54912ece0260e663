"""TM015: what is said after a mistake can be cut off at its start."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.amend import fix
from ivr.analysis.listing import as_one
from ivr.analysis.pressed import hears, nearest_call
from ivr.analysis.reword import uninterruptible
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.prompt import Prompt


@check("TM015", "error-message-interruptible", Severity.INFO, off=True)
def error_message_interruptible(flow: Flow) -> Iterator[Fault]:
    """Callers who go on pressing keys never hear that a key was wrong: the message can be cut off at its start.

    This is only looked for where it is asked for: in this language a key cuts off every prompt that does not say
    otherwise, and practised callers are glad of it. Keys that were pressed before the mistake cut off nothing. Short
    messages are meant; one that cannot be cut off should not be long.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
            wrong: That key has no meaning here.
            silence: {text: Nothing was heard., interruptible: no}
          office: {say: This is billing., next: desk}
        defaults: {otherwise: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
            wrong: {text: That key has no meaning here., interruptible: no}
            silence: {text: Nothing was heard., interruptible: no}
          office: {say: This is billing., next: desk}
        defaults: {otherwise: desk}

    Source: Avaya's design guide for interactive response.
    """
    paths = {
        path: prompt
        for path, prompt in flow.prompts()
        if path[-2] in {"wrong", "silence"} and prompt.interruptible and path[1] not in flow.broken
    }
    faults = [
        Fault(
            flow.place(*path), _MESSAGE.format(told=_begun(prompt, flow.first_language)), _HINT, call=hears(flow, path)
        )
        for path, prompt in paths.items()
    ]
    if faults:
        mend = fix("Let these messages be heard to their end.", *(uninterruptible(flow, path) for path in paths))
        yield as_one(faults, "message", "this one, too")._replace(call=nearest_call(flow, faults), fix=mend)


_MESSAGE = "a key cuts off {told}, so callers who press on never learn of their mistake"
_HINT = "Write it as `{text: ..., interruptible: no}`."
_LONGEST = 40


def _begun(prompt: Prompt, language: str) -> str:
    text = prompt.text(language)
    return f"'{text if len(text) <= _LONGEST else text[:_LONGEST] + '…'}'" if text else "the message after a mistake"
