"""`ireland-nda`: Irish public services."""

from __future__ import annotations

from ivr.finding import Severity
from ivr.profile import Change, Profile

ireland_nda = Profile(
    name="ireland-nda",
    title="Irish public services",
    about=(
        "What the Irish National Disability Authority advises public services: at most three levels of at "
        "most four choices, and a person after the second failed try. Advice, not law."
    ),
    changes=(
        Change("ST017", "three levels at most", limits={"most": 3}),
        Change("PR006", "four choices at most", Severity.WARNING, limits={"most": 4}),
        Change("TM004", "a person after the second failed try", limits={"most": 2}),
        Change("TM009", "the same: the last try leads to a person"),
        Change("HU008", "whoever does nothing comes to a person"),
        Change("HU014", "nothing is asked for twice", Severity.WARNING),
        Change("HU016", "who waits is told how long", Severity.WARNING),
        Change("PR010", "what most callers want comes first", Severity.WARNING),
        Change("PR019", "callers hear how many choices there are", Severity.WARNING),
        Change("DC002", "the menu is published, so that callers can read it before they call"),
    ),
    sources=(
        (
            "National Disability Authority (Ireland), universal design toolkit for customer communications, "
            "on automated telephone menus"
        ),
    ),
)
