"""PR026: a question's mark makes a machine's voice rise or fall wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ivr.analysis.heard import primary, sentences, texts
from ivr.analysis.listing import once_a_prompt
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow

_OPEN: Final = re.compile(
    r"(?:and |so |now,? |okay,? )?(?:what|when|where|which|who|whom|whose|why|how)(?:'s|'re)?\b", re.IGNORECASE
)
_CLOSED: Final = re.compile(
    r"(?:and |so |now,? |okay,? )?(?:do|does|did|are|is|was|were|have|has|can|could|would|will|should|may) "
    r"(?:you|we|i|this|that|it|there|your|the)\b",
    re.IGNORECASE,
)
_EITHER: Final = re.compile(r"\bor\b(?! not\b)", re.IGNORECASE)


@check("PR026", "tts-intonation", Severity.INFO, off=True)
@once_a_prompt
def tts_intonation(flow: Flow) -> Iterator[Fault]:
    """A machine's voice rises at "?" and falls at ".", and callers take a choice of two for a yes-or-no question.

    In English: a question that yes or no answers ends with "?"; one that begins with what, when or which, and one that
    gives a choice ("a refill or a new order"), ends with a full stop. Prompts with a recording are left out.

    Bad:
        nodes:
          main: {say: "What can we do for you?", next: desk}

    Good:
        nodes:
          main: {say: What can we do for you., next: desk}

    Source: CXLint's rules R001 to R003 for Dialogflow.
    """
    for text in texts(flow):
        if primary(text.language) == "en" and not text.prompt.audio and not text.is_label:
            for sentence in sentences(text.text):
                wanted = _wanted(sentence)
                if wanted and sentence[-1] in ".?" and sentence[-1] != wanted:
                    message = f"a machine's voice says '{sentence}' with the wrong tune, so callers may answer wrongly"
                    yield Fault(flow.place(*text.path), message, f"End it with '{wanted}'.")
                    break


def _wanted(sentence: str) -> str:
    """Give the mark at which a question has the right tune, or nothing for what is no question."""
    if _OPEN.match(sentence):
        return "." if sentence.endswith("?") else ""
    if _CLOSED.match(sentence):
        return "." if _EITHER.search(sentence) else "?"
    return ""
