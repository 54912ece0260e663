"""`coga`: callers with cognitive and learning disabilities."""

from __future__ import annotations

from ivr.finding import Severity
from ivr.profile import Change, Profile

coga = Profile(
    name="coga",
    title="callers with cognitive and learning disabilities",
    about=(
        "Callers who tire, forget or are confused need a person soon, time, few things to remember, and plain "
        'words. The profile turns the advice of the W3C pattern "Let Users Avoid Navigating Voice Menus" into '
        "warnings."
    ),
    changes=(
        Change("HU017", "the pattern puts the way to a person first", Severity.WARNING),
        Change("HU005", "one key leads to a person, from everywhere", Severity.WARNING, limits={"keys": 1}),
        Change("HU004", "0 leads to a person at every menu"),
        Change("KY006", "0 is kept for a person and means nothing else", Severity.ERROR),
        Change("KY011", "the same key does the same thing in all menus"),
        Change("KY018", "no combinations of digits to remember"),
        Change(
            "TM005",
            "long waits are asked for; that 10 seconds are long is a choice of this project",
            limits={"least": 10.0},
        ),
        Change("TM006", "a long wait is what these callers need, so none is too long", off=True),
        Change("TM008", "a failed try must not end the call", Severity.ERROR),
        Change("TM012", "each further try is explained in other, simpler words", Severity.WARNING),
        Change("AC007", "every menu can be heard again", Severity.WARNING),
        Change("AC008", "every menu leads back", Severity.WARNING),
        Change(
            "AC013",
            "numbers and dates are said again, and there is time to write them down",
            Severity.WARNING,
        ),
        Change("AC014", "few keys have to be kept in mind", Severity.WARNING),
        Change("PR005", "what a key does is said before the key"),
        Change("PR013", "nothing is advertised before the first choice"),
        Change("PR018", "pauses part the choices", Severity.WARNING),
        Change("PR019", "callers hear how many choices there are"),
        Change("PR020", "choices sound different from one another"),
        Change("PR021", "words are plain", Severity.WARNING),
        Change("HU009", "nobody has to identify themselves to reach a person"),
    ),
    sources=(
        (
            'W3C, Making Content Usable for People with Cognitive and Learning Disabilities, pattern "Let '
            'Users Avoid Navigating Voice Menus"'
        ),
        'W3C, draft "Voice Systems and Conversational Interfaces" of the same group',
    ),
)
