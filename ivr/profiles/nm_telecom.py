"""`nm-telecom`: large telephone companies in New Mexico."""

from __future__ import annotations

from ivr.finding import Severity
from ivr.profile import Change, Profile

nm_telecom = Profile(
    name="nm-telecom",
    title="large telephone companies in New Mexico",
    about=(
        "Shows where an answering system may not meet NMAC 17.11.24.17: on average a person within 35 seconds "
        "of being chosen, or within 40 where nothing is chosen. Only what the menu itself takes is counted "
        "here, not the waiting for somebody to answer. Not legal advice."
    ),
    changes=(
        Change("HU001", "a line without a person may not meet 17.11.24.17", Severity.ERROR),
        Change(
            "HU006", "a longer way to a person may not meet 17.11.24.17", Severity.WARNING, limits={"seconds": 35.0}
        ),
        Change(
            "TM021",
            "a caller who chooses nothing and is kept for longer may not meet 17.11.24.17",
            Severity.WARNING,
            limits={"most": 40.0},
        ),
    ),
    sources=("NMAC 17.11.24.17",),
)
