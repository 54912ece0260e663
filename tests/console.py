"""Runs the console blocks of a Markdown text and compares what they print with what the text says they print.

In a block, a line that begins with `$ ` is a command (a backslash at its end continues it), and the lines up to the
next one are what it prints, stdout and stderr together. `...` alone on a line stands for any lines, `...` within a line
for any text. The commands of a block share one shell; all blocks of a text share one folder, in order. A comment
right before a block says what it is: `<!-- not run: reason -->`, `<!-- file: clinic.yaml -->` for a block that is no
command but a file to be written at this point, or `<!-- add to: clinic.yaml -->` for sections of a YAML file that are
to be put into one (see `merged`). Fences begin their line; a block inside a list is not seen.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

_FENCE = re.compile(r"(?P<fence>`{3,}) *(?P<language>[\w-]*)[^`]*$")
_NOTE = re.compile(r"<!--\s*(?P<kind>not run|file|add to):\s*(?P<value>.*\S)\s*-->\s*$")
_MARK = "\x1e"  # printed between two outputs; no program here prints a record separator
_SECONDS = 300


class Step(NamedTuple):
    """A command with the output the text gives it; `first` and `last` are the indexes of the output's lines."""

    command: str
    expected: tuple[str, ...]
    first: int
    last: int


class Block(NamedTuple):
    """A fenced block: what stands between its fences, its first line's index there, and the note before it."""

    language: str
    lines: tuple[str, ...]
    start: int
    note: str
    value: str

    @property
    def is_run(self) -> bool:
        """Whether its commands are run."""
        return self.language == "console" and not self.note

    def steps(self) -> Iterator[Step]:
        """Take the block apart into commands and their outputs."""
        at = next((i for i, line in enumerate(self.lines) if line.startswith("$ ")), len(self.lines))
        while at < len(self.lines):
            output = at + 1
            while self.lines[output - 1].endswith("\\") and output < len(self.lines):
                output += 1
            end = next((i for i in range(output, len(self.lines)) if self.lines[i].startswith("$ ")), len(self.lines))
            command = "\n".join(self.lines[at:output])[2:]
            yield Step(command, self.lines[output:end], self.start + output, self.start + end)
            at = end


class Ran(NamedTuple):
    """A step after it was run, and what it printed."""

    step: Step
    got: tuple[str, ...]

    @property
    def as_expected(self) -> bool:
        """Whether it printed what the text says."""
        return matches(self.step.expected, self.got)


def blocks(text: str) -> Iterator[Block]:
    """Find the fenced blocks of a Markdown text."""
    lines = text.splitlines()
    note = ("", "")
    at = 0
    while at < len(lines):
        fence, said = _FENCE.match(lines[at]), _NOTE.match(lines[at])
        if fence:
            end = _closing(lines, at + 1, fence["fence"])
            yield Block(fence["language"], tuple(lines[at + 1 : end]), at + 1, *note)
            at = end
        if said:
            note = (said["kind"], said["value"])
        elif lines[min(at, len(lines) - 1)].strip():
            note = ("", "")
        at += 1


def _closing(lines: Sequence[str], start: int, fence: str) -> int:
    return next((i for i in range(start, len(lines)) if lines[i].strip() == fence), len(lines))


def matches(expected: Sequence[str], got: Sequence[str]) -> bool:
    """Compare two outputs, `...` in the expected one standing for anything; space at line ends does not count."""
    pattern = "".join(
        r"(?:.*\n)*" if line.strip() == "..." else ".*".join(map(re.escape, line.rstrip().split("..."))) + r"\n"
        for line in _trimmed(expected)
    )
    return re.fullmatch(pattern, "".join(line + "\n" for line in _trimmed(got))) is not None


def _trimmed(lines: Sequence[str]) -> list[str]:
    return "\n".join(line.rstrip() for line in lines).rstrip("\n").split("\n")


def run_text(text: str, folder: Path) -> Iterator[list[Ran]]:
    """Run the console blocks of a text in `folder`, and write its files there; gives one list for each block run."""
    for block in blocks(text):
        if block.note in {"file", "add to"}:
            write_file(block, folder)
        elif block.is_run:
            yield run_block(block, folder)


def write_file(block: Block, folder: Path) -> None:
    """Write a block that is a file; raises ValueError if it would stand outside the folder."""
    path = (folder / block.value).resolve()
    if not path.is_relative_to(folder.resolve()):
        message = f"'{block.value}' leads out of the folder in which the blocks are run"
        raise ValueError(message)
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(line + "\n" for line in block.lines)
    path.write_bytes((merged(path.read_text("utf-8"), text) if block.note == "add to" else text).encode())


def merged(text: str, addition: str) -> str:
    """Put the sections of `addition` into a YAML file, as a reader would who is told to add them.

    An entry goes to the end of its section, or in the place of the entry of that name; a section that the file lacks
    goes before its last one.
    """
    sections = _entries(text)
    for section, entries in _entries(addition).items():
        if section not in sections:
            last, lines = sections.popitem()
            sections |= {section: {}, last: lines}
        sections[section] |= entries
    return "".join(line for entries in sections.values() for line in entries.values())


def _entries(text: str) -> dict[str, dict[str, str]]:
    """Take a YAML file apart: sections, and in each its first line (as the entry "") and its entries, by name."""
    sections: dict[str, dict[str, str]] = {}
    section, entry = "", ""
    for line in text.splitlines(keepends=True):
        if line[0] not in " #\n":
            section, entry = line.partition(":")[0], ""
        elif line.startswith("  ") and line[2] not in " #\n":
            entry = line.strip().partition(":")[0]
        entries = sections.setdefault(section, {})
        entries[entry] = entries.get(entry, "") + line
    return sections


def run_block(block: Block, folder: Path) -> list[Ran]:
    """Run the commands of one block in one shell; a command that was never come to has printed a line that says so."""
    steps = list(block.steps())
    script = "".join(f"{step.command}\nprintf '\\036'\n" for step in steps)
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env=surroundings(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=_SECONDS,
        check=False,
    )
    outputs = done.stdout.decode(errors="replace").split(_MARK)
    never = ["(the shell ended before this command)"] * len(steps)
    return [Ran(step, tuple(output.splitlines())) for step, output in zip(steps, outputs + never, strict=False)]


def surroundings(folder: Path) -> dict[str, str]:
    """Give the environment of the commands: the same everywhere, with the programs of this Python first."""
    return {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)]),
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "TERM": "dumb",
        "NO_COLOR": "1",
        "COLUMNS": "100",
        "LINES": "40",
    }


def updated(text: str, ran: Sequence[Ran]) -> str:
    """Write what the commands printed into the text, except where the expected output has a `...`."""
    lines = text.splitlines()
    for step, got in sorted(ran, key=lambda one: one.step.first, reverse=True):
        if not any("..." in line for line in step.expected):
            lines[step.first : step.last] = _trimmed(got) if any(got) else []
    return "".join(line + "\n" for line in lines)
