"""The recordings and documents that a flow names, and the files that stand beside it."""

from __future__ import annotations

import os.path
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from ivr.analysis.amend import value_at
from ivr.analysis.outside import content, is_there, names_in
from ivr.flow import Flow
from ivr.nodes.menu import Choice, Menu

if TYPE_CHECKING:
    from ivr.node import Path
    from ivr.prompt import Prompt

AUDIO: Final = frozenset(
    {".wav", ".mp3", ".ogg", ".oga", ".opus", ".flac", ".gsm", ".ulaw", ".alaw", ".sln", ".g722", ".au", ".m4a", ".aac"}
)
"""The endings of recordings, as telephone systems play them."""
_FLOWS: Final = frozenset({".yaml", ".yml"})


class Recording(NamedTuple):
    """A recording that a prompt names: the name as written, its place from the top, the prompt, and the language."""

    name: str
    path: Path
    prompt: Prompt
    tag: str


def folder_of(flow: Flow) -> str | None:
    """Give the folder in which a flow's file stands; None for a flow that was read from elsewhere."""
    if not is_there(flow, flow.file):
        return None
    return os.path.dirname(flow.file) or "."  # noqa: PTH120 -- a path is text here, as in the places of findings


def recordings(flow: Flow) -> tuple[Recording, ...]:
    """Give every recording that prompts name and that may be a file: no address, and no name that is filled in."""
    return tuple(
        Recording(name, (*path, *_way_to(flow, path, tag, name)), prompt, tag)
        for path, prompt in flow.prompts()
        for tag, name in prompt.audio
        if name.strip() and "://" not in name and "{" not in name
    )


def _way_to(flow: Flow, path: Path, tag: str, name: str) -> Path:
    ways: tuple[Path, ...] = (("audio",), ("audio", tag), (tag, "audio"))
    return next((way for way in ways if value_at(flow.tree, (*path, *way)) == name), ("audio",))


def file_of(flow: Flow, name: str) -> str | None:
    """Give the file that a name stands for, relative to the flow; without an ending, any that has it. None: no file."""
    folder = folder_of(flow)
    if folder is None:
        return None
    path = os.path.join(folder, name)  # noqa: PTH118 -- as above
    if is_there(flow, path):
        return path
    if os.path.splitext(name)[1].lower() in AUDIO:  # noqa: PTH122 -- as above
        return None
    inside, stem = os.path.split(path)
    return next((os.path.join(inside, one) for one in audio_in(flow, inside) if _stem(one) == stem), None)  # noqa: PTH118 -- as above


def audio_in(flow: Flow, folder: str) -> tuple[str, ...]:
    """Give the names of the recordings in a folder."""
    return names_in(flow, folder, AUDIO)


def folders_of_audio(flow: Flow) -> Mapping[str, tuple[str, ...]]:
    """Give the folders in which the flow looks for recordings and that have some, with these."""
    folder = folder_of(flow)
    if folder is None:
        return {}
    named = (os.path.dirname(os.path.join(folder, one.name)) for one in recordings(flow))  # noqa: PTH118, PTH120 -- as above
    found = {one: audio_in(flow, one) for one in dict.fromkeys((folder, *named))}
    return {one: names for one, names in found.items() if names}


def words_beside(flow: Flow, recording: str) -> tuple[str, str] | None:
    """Give the file that keeps the words of a recording, of the same name but ending in .txt, and these words."""
    path = os.path.splitext(recording)[0] + ".txt"  # noqa: PTH122 -- as above
    held = content(flow, path) if is_there(flow, path) else None
    return None if held is None else (path, held.decode("utf-8", "replace"))


def words_of(flow: Flow, recording: Recording) -> str:
    """Give the words that a recording should have; that of an announced option says its key, too."""
    texts, audio = recording.prompt.texts, recording.prompt.audio
    text = dict(texts).get(recording.tag, "") or (texts[0][1] if len(texts) == len(audio) == 1 else "")
    announced = _announcing(flow, recording.path) if text else None
    if announced is None:
        return text
    menu, choice = announced
    return menu.announced(flow, choice, recording.tag or flow.first_language, {}).text


def _announcing(flow: Flow, path: Path) -> tuple[Menu, Choice] | None:
    """Give a menu that announces the option, or the key of the whole flow, of which a prompt is the `say`."""
    section, name = path[:2]
    names: tuple[str, ...] = tuple(flow.nodes) if section == "keys" else (str(name),)
    way = path[:2] if section == "keys" else path[2:4]
    for one in names:
        menu = flow.nodes.get(one)
        for choice in menu.choices(flow) if isinstance(menu, Menu) else ():
            if choice.path == way and isinstance(menu, Menu) and menu.announces(flow, choice):
                return menu, choice
    return None


def same_words(one: str, other: str) -> bool:
    """Whether two texts have the same words, without regard to capitals, marks and spacing."""
    return plain_words(one) == plain_words(other)


def plain_words(text: str) -> str:
    """Give the words of a text without capitals, marks and spacing: what a recording of it has."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def drift(flow: Flow, recording: Recording) -> str | None:
    """Give the file with the words of a recording where they are others than the flow's; None where they are not."""
    text = words_of(flow, recording)
    file = file_of(flow, recording.name) if text else None
    kept = words_beside(flow, file) if file else None
    return kept[0] if kept and not same_words(kept[1], text) else None


def unplayed(flow: Flow) -> Iterator[tuple[Recording, str, tuple[str, ...]]]:
    """Give the folders with recordings that nothing plays: the first one played from there, the folder, the names.

    Only folders from which the flow plays something count, and no recording that another YAML file mentions.
    """
    played = {os.path.normpath(file): one for one in recordings(flow) if (file := file_of(flow, one.name))}
    for folder, names in folders_of_audio(flow).items() if played else ():
        files = {os.path.normpath(os.path.join(folder, name)): name for name in names}  # noqa: PTH118 -- as above
        here = [played[file] for file in files if file in played]
        unused = [name for file, name in files.items() if file not in played]
        unused = [name for name in unused if not _is_mentioned(flow, _stem(name))]
        if here and unused:
            yield min(here, key=lambda one: flow.place(*one.path)), folder, tuple(unused)


def _is_mentioned(flow: Flow, stem: str) -> bool:
    return any(stem in text for text in texts_of_other_flows(flow))


def texts_of_other_flows(flow: Flow) -> Iterator[str]:
    """Give the texts of the other YAML files in the folder of the flow, which may use the same recordings."""
    folder = folder_of(flow)
    for name in names_in(flow, folder, _FLOWS) if folder is not None else ():
        path = os.path.join(folder or "", name)  # noqa: PTH118 -- as above
        if not _is_same(path, flow):
            yield (content(flow, path) or b"").decode("utf-8", "replace")


def _is_same(path: str, flow: Flow) -> bool:
    return os.path.normpath(path) in {os.path.normpath(one) for one in flow.texts}


def _stem(name: str) -> str:
    return os.path.splitext(name)[0]  # noqa: PTH122 -- as above
