"""`outbound-us`: automated calls to people in the United States."""

from __future__ import annotations

from ivr.finding import Severity
from ivr.profile import Change, Profile

outbound_us = Profile(
    name="outbound-us",
    title="automated calls to people in the United States",
    about=(
        "Shows where an automated sales call may not meet 47 CFR 64.1200(b): who calls is said first, a key "
        "to be called no more is offered within two seconds of that, and that key ends the call. Not legal "
        "advice."
    ),
    changes=(
        Change(
            "SE014",
            "a later or a lost way out may not meet 47 CFR 64.1200(b)(3)",
            Severity.ERROR,
            limits={"seconds": 2.0},
        ),
        Change("PR001", "a call that does not say who calls may not meet 47 CFR 64.1200(b)(1)", Severity.ERROR),
    ),
    sources=("47 CFR 64.1200(b), as republished",),
)
