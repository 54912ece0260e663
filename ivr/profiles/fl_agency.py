"""`fl-agency`: agencies of the State of Florida."""

from __future__ import annotations

from ivr.finding import Severity
from ivr.profile import Change, Profile

fl_agency = Profile(
    name="fl-agency",
    title="agencies of the State of Florida",
    about=(
        "Shows where a menu of a state agency may not meet Florida Statutes 110.1082(2): callers are to be "
        "told that they can have a person, and to get one. Not legal advice."
    ),
    changes=(
        Change("HU001", "a menu without access to a person may not meet 110.1082(2)", Severity.ERROR),
        Change(
            "HU003",
            "a menu that does not tell callers of the person may not meet 110.1082(2)",
            Severity.ERROR,
        ),
    ),
    sources=("Florida Statutes 110.1082(2)",),
)
