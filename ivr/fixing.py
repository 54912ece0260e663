"""Making the fixes of findings: round after round until nothing is left to be made, and never for the worse.

Fixes that touch the same text wait for the next round, when all is read and checked anew. After each round no rule may
find more than before, every flow must still be read, and what was fixed must be gone; a fix that fails this is found by
halving and left out, so that it does not keep the others back. Nothing is written here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from ivr.edit import Edit, Fix, OverlapError, apart, edited
from ivr.finding import Finding
from ivr.loader import Loaded, load_text
from ivr.loading.text import read_text
from ivr.tree import Reported

MOST_ROUNDS: Final = 50
_NO_LONGER_NEEDED: Final = "DC011"
"""A suppression of what a fix put right besides; it is taken out in the next round."""
Find: TypeAlias = Callable[[Loaded], tuple[Finding, ...]]


class Refused(NamedTuple):
    """A finding whose fix was not made, and why."""

    finding: Finding
    why: str


class Fixed(NamedTuple):
    """What came of it: the texts that are other than before, by file; what was fixed, and what could not be."""

    texts: Mapping[str, str]
    made: tuple[Finding, ...] = ()
    refused: tuple[Refused, ...] = ()


class Fixer:
    """Fixes a group of flows that share files.

    `find` gives the findings that are to be fixed, `judge` others that no fix may bring; `names` are the flows, `texts`
    the texts of their files. An unsafe fix is made only where that is asked for.
    """

    def __init__(
        self, names: Iterable[str], texts: Mapping[str, str], find: Find, judge: Find, *, unsafe: bool = False
    ) -> None:
        """Begin with the texts as they are."""
        self.names = tuple(names)
        self.texts = dict(texts)
        self.find = find
        self.judge: Find = lambda loaded: tuple(dict.fromkeys((*judge(loaded), *find(loaded))))
        self.unsafe = unsafe
        self.refused: dict[tuple[str, str, str], Refused] = {}

    def run(self) -> Fixed:
        """Make all fixes that can be made; the texts of a flow that cannot be read stay as they are."""
        old, made = dict(self.texts), []
        flows = self.read(self.texts)
        if all(loaded.flow is not None for loaded in flows):
            for _ in range(MOST_ROUNDS):
                chosen = self.chosen(flows)
                if not chosen:
                    break
                taken = self.taken(chosen, [], [finding for loaded in flows for finding in self.judge(loaded)])
                self.texts = _applied(self.texts, taken)
                made += taken
                flows = self.read(self.texts)
        changed = {file: text for file, text in self.texts.items() if text != old[file]}
        return Fixed(changed, tuple(made), tuple(self.refused.values()))

    def read(self, texts: Mapping[str, str]) -> list[Loaded]:
        """Read the flows from these texts; a file that is not among them is read from the disk."""

        def text_of(path: Path) -> tuple[str | None, tuple[Reported, ...]]:
            text = texts.get(path.as_posix())
            return (text, ()) if text is not None else read_text(path)

        return [load_text(texts[name], name, text_of) for name in self.names]

    def chosen(self, flows: list[Loaded]) -> list[Finding]:
        """Give the findings that can be fixed together in this round, by their places."""
        found = {finding: None for loaded in flows for finding in self.find(loaded)}
        fixable = {finding: fix for finding in found if (fix := self.fix_of(finding))}
        together = set(apart(fixable.values()))
        return [finding for finding, fix in fixable.items() if fix in together]

    def fix_of(self, finding: Finding) -> Fix | None:
        """Give the fix of a finding, if it may be made."""
        fix = finding.fault.fix
        if fix is None or not (fix.safe or self.unsafe) or _key(finding, fix) in self.refused:
            return None
        return fix if all(edit.place.file in self.texts for edit in fix.edits) else None

    def taken(self, some: list[Finding], others: list[Finding], before: list[Finding]) -> list[Finding]:
        """Give `others` and those of `some` that can be fixed besides them."""
        wrong = self.wrong([*others, *some], before)
        if not wrong:
            return [*others, *some]
        if len(some) == 1:
            fix = some[0].fault.fix
            if fix is not None:
                self.refused[_key(some[0], fix)] = Refused(some[0], wrong)
            return others
        half = len(some) // 2
        return self.taken(some[half:], self.taken(some[:half], others, before), before)

    def wrong(self, fixed: list[Finding], before: list[Finding]) -> str:
        """Say what is wrong with the flows when these are fixed; nothing where that makes them better."""
        try:
            flows = self.read(_applied(self.texts, fixed))
        except OverlapError as error:
            return str(error)
        if any(loaded.flow is None for loaded in flows):
            return "the flow could not be read any more"
        after = [finding for loaded in flows for finding in self.judge(loaded)]
        more, known = _more(before, after), {(finding.code, finding.message) for finding in before}
        brought = [finding for finding in after if finding.code in more]
        new = next((one for one in brought if (one.code, one.message) not in known), next(iter(brought), None))
        if new:
            return f"that would bring {new.code}: {new.message}"
        old, said = (Counter((finding.code, finding.message) for finding in some) for some in (before, after))
        left = next((one for one in fixed if said[one.code, one.message] >= old[one.code, one.message]), None)
        return f"{left.code} would be found all the same" if left else ""


def _more(before: list[Finding], after: list[Finding]) -> Counter[str]:
    """Give the codes of which there are more findings than before, with how many more."""
    found = Counter(finding.code for finding in after) - Counter(finding.code for finding in before)
    return Counter({code: count for code, count in found.items() if code != _NO_LONGER_NEEDED})


def _key(finding: Finding, fix: Fix) -> tuple[str, str, str]:
    """Give what is the same about a finding and its fix when lines have moved."""
    return finding.code, finding.message, fix.title


def _applied(texts: Mapping[str, str], fixed: Iterable[Finding]) -> dict[str, str]:
    """Give all texts with the fixes of these findings made; raise OverlapError where two touch the same text."""
    edits: dict[str, list[Edit]] = {}
    for finding in fixed:
        for edit in finding.fault.fix.edits if finding.fault.fix else ():
            edits.setdefault(edit.place.file, []).append(edit)
    return {file: edited(text, edits.get(file, ())) for file, text in texts.items()}


def groups(flows: Mapping[str, Loaded]) -> list[list[str]]:
    """Put flows that share a file together, in their order: a fix in that file must be good for all of them."""
    found: list[tuple[list[str], set[str]]] = []
    for name, loaded in flows.items():
        names, files = [name], {name, *loaded.texts}
        for other in [other for other in found if not files.isdisjoint(other[1])]:
            found.remove(other)
            names, files = other[0] + names, files | other[1]
        found.append((names, files))
    return [names for names, _ in found]
