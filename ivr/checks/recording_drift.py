"""DC004: a recording says other words than the flow."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.beside import drift, recordings
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("DC004", "recording-drift", Severity.WARNING)
def recording_drift(flow: Flow) -> Iterator[Fault]:
    """Callers hear words that the flow no longer has: its text was changed, and the recording was not made anew.

    The words of a recording are kept beside it in a file of the same name that ends in .txt: `welcome.txt` has those of
    `welcome.wav`. They are compared with the prompt's `text`, without regard to capitals, marks and spacing. Nothing is
    said of recordings without such a file, and of prompts that have no text. The recording of an option is all of its
    announcement: "For refills, press 1."

    Bad:
        nodes:
          main: {say: {audio: welcome.wav, text: Welcome. We have moved.}, next: desk}

    Beside: welcome.wav; welcome.txt: Welcome to our clinic.

    Good:
        nodes:
          main: {say: {audio: welcome.wav, text: Welcome to our clinic.}, next: desk}

    Source: a rule of this project.
    """
    for one in recordings(flow):
        kept = drift(flow, one)
        if kept is not None:
            message = (
                f"'{one.name}' says other words than the text beside it, by '{kept}', and callers hear the old ones"
            )
            yield Fault(flow.place(*one.path), message, "Record it anew and change that file, or put the text right.")
