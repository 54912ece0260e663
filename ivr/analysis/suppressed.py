"""Which findings a flow's author does not want to hear of: its suppressions, and which of them nothing needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from ivr.finding import Finding
from ivr.flow import Flow
from ivr.suppression import Suppression, suppressions_in


class Unneeded(NamedTuple):
    """A suppression of which nothing needs some words, or, where it has none or nobody understands it, the whole.

    `unknown` are those of its words that name no rule, each with the rule that was probably meant, or nothing.
    """

    suppression: Suppression
    words: tuple[str, ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()


def suppressions_of(flow: Flow) -> tuple[Suppression, ...]:
    """Give the suppressions in all files of a flow, in their order."""
    key = "suppressions"
    if key not in flow.memo:
        flow.memo[key] = tuple(one for file, text in flow.texts.items() for one in suppressions_in(text, file))
    found: tuple[Suppression, ...] = flow.memo[key]
    return found


class Suppressing:
    """Goes through findings, leaves out those that are suppressed, and remembers by what.

    `named` says whether a word (a code, the beginning of one, or a name) means the rule of a finding. A comment without
    words means every rule but those `always` reported: what tells of suppressions cannot be silenced by being vague.
    """

    def __init__(
        self, suppressions: Iterable[Suppression], named: Callable[[Finding, str], bool], always: frozenset[str]
    ) -> None:
        """Begin with nothing suppressed."""
        self.named = named
        self.always = always
        self.at: dict[tuple[str, int], list[Suppression]] = {}
        self.used: set[tuple[Suppression, str]] = set()
        self.every = tuple(suppressions)
        for one in self.every:
            self.at.setdefault((one.place.file, one.line), []).append(one)

    def lets_through(self, finding: Finding) -> bool:
        """Whether a finding is to be reported; every suppression that means it counts as used."""
        if not self.at:
            return True
        file, line = finding.place.file, finding.place.line
        hits = [
            (one, word)
            for at in ((file, line), (file, 0))
            for one in self.at.get(at, ())
            for word in self._meaning(one, finding)
        ]
        self.used.update(hits)
        return not hits

    def _meaning(self, one: Suppression, finding: Finding) -> Iterator[str]:
        if one.valid and not one.words and finding.code not in self.always:
            yield ""
        yield from (word for word, _ in one.words if self.named(finding, word))
