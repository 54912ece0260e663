"""DC013: a recording stands beside the flow, and nothing plays it."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.beside import unplayed
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("DC013", "audio-unused", Severity.INFO)
def audio_unused(flow: Flow) -> Iterator[Fault]:
    """Callers never hear a recording that somebody made for them: no prompt plays the file.

    Looked at are the folders from which the flow does play recordings. A recording that another YAML file beside the
    flow mentions is used there. All of them are told of at once, with the first prompt that plays one.

    Bad:
        nodes:
          main: {say: {audio: welcome.wav, text: Welcome.}, next: desk}

    Beside: welcome.wav; goodbye.wav

    Good:
        nodes:
          main: {say: {audio: welcome.wav, text: Welcome.}, next: told}
          told: {say: {audio: goodbye.wav, text: Good bye.}, next: desk}

    Source: a rule of this project; the code is not in the first catalogue, which has one for missing and for unused.
    """
    for first, _, names in unplayed(flow):
        quoted = ", ".join(f"'{name}'" for name in names)
        message = f"nothing plays {quoted}, so callers never hear {'it' if len(names) == 1 else 'them'}"
        yield Fault(flow.place(*first.path), message, "Play them, or take them away.")
