"""All kinds of fault that are planted into clean flows, and what comes of planting one."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import mutants_entries
import mutants_keys
import mutants_people
import mutants_prompts
import mutants_structure
import mutants_writing
from found import TODAY
from planting import Ground, Mutant, NoPlaceError

from ivr.check import run_checks
from ivr.checks import catalogue
from ivr.loader import load_text

MUTANTS: tuple[Mutant, ...] = (
    *mutants_structure.MUTANTS,
    *mutants_keys.MUTANTS,
    *mutants_prompts.MUTANTS,
    *mutants_people.MUTANTS,
    *mutants_entries.MUTANTS,
    *mutants_writing.MUTANTS,
)


class Raised(NamedTuple):
    """A finding: the rule, the line on which it stands, and what it says."""

    code: str
    line: int
    message: str


class Planted(NamedTuple):
    """A fault in the flow of a seed: where it was planted, the text with it, and what was raised."""

    seed: int
    at: str
    text: str
    raised: tuple[Raised, ...]

    def caught(self, mutant: Mutant) -> bool:
        """Whether a rule that claims this kind of fault has found it."""
        return any(one.code in mutant.claims for one in self.raised)

    def pointed(self, mutant: Mutant) -> bool:
        """Whether what such a rule found stands where the fault was planted."""
        return any(one.code in mutant.claims and self._is_there(one.line) for one in self.raised)

    def _is_there(self, line: int) -> bool:
        section, entry = spot(self.text, line)
        places = self.at.split("/")
        return not self.at or entry in places or (section in places and section != "nodes")


def spot(text: str, line: int) -> tuple[str, str]:
    """Give the section of a flow, and the entry in it (a node's name, ...), in which a line stands."""
    section = entry = ""
    for written in text.splitlines()[:line]:
        if written[:1].isalpha():
            section, entry = written.split(":")[0], ""
        elif written.startswith("  ") and written[2:3] not in {" ", "-", ""}:
            entry = written.strip().rsplit(":", 1)[0] if written.endswith(":") else written.strip().split(":")[0]
    return section, entry.strip("'")


def raised(text: str) -> tuple[Raised, ...]:
    """Give what all rules say about a flow, or what its reader does, where nothing can be made of the file."""
    loaded = load_text(text)
    if loaded.flow is None:
        return tuple(Raised(one.code, one.fault.place.line, one.fault.message) for one in loaded.faults)
    found = run_checks(loaded.flow, catalogue(), today=TODAY)
    return tuple(Raised(one.code, one.place.line, one.message) for one in found)


def plantings(mutant: Mutant, seeds: Sequence[int], most: int) -> Iterator[Planted]:
    """Plant a kind of fault into so many of the flows into which it fits, each time at a place of its own."""
    order = random.Random(mutant.name).sample(seeds, len(seeds))  # noqa: S311 -- which are taken need not be secret
    for seed in order:
        ground = Ground(seed)
        try:
            at = mutant.plant(ground)
        except NoPlaceError:
            continue
        text = ground.text()
        yield Planted(seed, at, text, raised(text))
        most -= 1
        if not most:
            return
