"""DC005: a recording that a prompt plays is not there."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from ivr.analysis.beside import file_of, folders_of_audio, recordings
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("DC005", "audio-missing", Severity.ERROR)
def audio_missing(flow: Flow) -> Iterator[Fault]:
    """Callers hear silence where a recording should play: no such file stands beside the flow.

    Recordings are looked for from the folder of the flow's file on. A name without an ending stands for a recording
    with any. Nothing is said where none of these folders holds a recording, as they are then kept elsewhere; nor of
    addresses, of names that are filled in, and of flows that were not read from a file.

    Bad:
        nodes:
          main: {say: {audio: welcme.wav, text: Welcome.}, next: desk}

    Beside: welcome.wav

    Good:
        nodes:
          main: {say: {audio: welcome.wav, text: Welcome.}, next: desk}

    Source: a rule of this project; 3CX's project checker looks for missing recordings, too (seen in a summary).
    """
    folders = folders_of_audio(flow)
    told: set[str] = set()
    for one in recordings(flow) if folders else ():
        if one.name not in told and file_of(flow, one.name) is None:
            told.add(one.name)
            known = [name for names in folders.values() for name in names]
            near = difflib.get_close_matches(one.name.rpartition("/")[2], known, 1)
            meant = f"; did you mean '{near[0]}'?" if near else ""
            message = f"there is no recording '{one.name}' beside the flow, so callers hear nothing there{meant}"
            hint = "" if near else "Record it, or leave `audio` out and have the words spoken."
            yield Fault(flow.place(*one.path), message, hint)
