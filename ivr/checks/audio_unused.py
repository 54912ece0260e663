"""DC013: a recording stands beside the flow, and nothing plays it."""

from __future__ import annotations

import os.path
from collections.abc import Iterator

from ivr.analysis.beside import file_of, folders_of_audio, recordings, texts_of_other_flows
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
    played = {os.path.normpath(file): one for one in recordings(flow) if (file := file_of(flow, one.name))}
    for folder, names in folders_of_audio(flow).items() if played else ():
        files = {os.path.normpath(os.path.join(folder, name)): name for name in names}  # noqa: PTH118 -- paths are text here
        here = [played[file] for file in files if file in played]
        unused = [name for file, name in files.items() if file not in played]
        unused = [name for name in unused if not _is_mentioned(flow, os.path.splitext(name)[0])]  # noqa: PTH122 -- as above
        if here and unused:
            quoted = ", ".join(f"'{name}'" for name in unused)
            message = f"nothing plays {quoted}, so callers never hear {'it' if len(unused) == 1 else 'them'}"
            first = min(here, key=lambda one: flow.place(*one.path))
            yield Fault(flow.place(*first.path), message, "Play them, or take them away.")


def _is_mentioned(flow: Flow, stem: str) -> bool:
    return any(stem in text for text in texts_of_other_flows(flow))
