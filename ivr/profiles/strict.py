"""`strict`: every rule that most menus can keep."""

from __future__ import annotations

from ivr.profile import Change, Profile

strict = Profile(
    name="strict",
    title="every rule that most menus can keep",
    about=(
        "For a new menu, or one that is to be as good as can be: rules run that are otherwise off, limits are "
        "narrower, and what only informs fails a check too."
    ),
    changes=(
        Change("AC009", "callers who need long can ask for more time"),
        Change("AC011", "text-telephone users are told which keys work"),
        Change("AC012", "a caller who writes along, or a relay operator, can pause"),
        Change("DC010", "somebody answers for every number"),
        Change("PR006", "four choices, as the Irish design guide and ITAMS advise", limits={"most": 4}),
        Change("PR019", "callers hear how many choices there are"),
        Change("TM015", "what went wrong is heard before the next key counts"),
    ),
    sources=(
        (
            "The limits are those that the pages of the rules name as the narrower ones; that they belong "
            "together is a choice of this project."
        ),
    ),
    fail_level="info",
)
