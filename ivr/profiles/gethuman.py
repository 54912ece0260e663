"""`gethuman`: callers who want a person."""

from __future__ import annotations

from ivr.finding import Severity
from ivr.profile import Change, Profile

gethuman = Profile(
    name="gethuman",
    title="callers who want a person",
    about=(
        "What the GetHuman standard 1.0 asks of a line, as far as a menu can show it: a person with one key "
        "at any time, nothing asked twice, no dead ends."
    ),
    changes=(
        Change("HU001", "point 1: a person can be reached"),
        Change("HU004", "point 1: by 0, at every menu", Severity.ERROR),
        Change("HU005", "point 1: at any time, so with one key", Severity.ERROR, limits={"keys": 1}),
        Change("HU016", "point 2: who waits is told how long", Severity.WARNING),
        Change("HU014", "point 3: nothing is asked for twice", Severity.WARNING),
        Change(
            "HU012",
            "point 4: who cannot be served now can leave a message or be called back",
        ),
        Change("HU015", "point 4: who waits can leave a message or be called back"),
        Change("AC006", "point 5: whoever cannot or will not speak uses keys"),
        Change("HU010", "point 5: the same, on the way to a person"),
        Change("PR009", "point 6: prompts are short"),
        Change("TM014", "point 7: callers need not hear a prompt to its end", Severity.ERROR),
        Change("HU008", "point 8: whoever does nothing comes to a person"),
        Change("TM008", "point 8: the line does not hang up on a caller", Severity.ERROR),
        Change("ST008", "point 8: no way ends only in being hung up on"),
        Change("AC004", "point 9: the language comes first", Severity.WARNING),
        Change("PR011", 'the list before the standard: no "our options have changed"'),
        Change("PR012", "the list before the standard: no empty phrases", Severity.WARNING),
    ),
    sources=("The GetHuman standard 1.0, ten points, and the preliminary list that it grew from",),
)
