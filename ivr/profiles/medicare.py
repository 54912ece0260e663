"""`medicare`: call centres of Medicare health and drug plans."""

from __future__ import annotations

from ivr.finding import Severity
from ivr.profile import Change, Profile

medicare = Profile(
    name="medicare",
    title="call centres of Medicare health and drug plans",
    about=(
        "Shows where a line may not meet what is asked of call centres of Medicare plans: open from 8 to 8, "
        "at most two minutes on hold, text telephones served. The sources were seen in summaries or not at "
        "all: read them before you rely on this. Not legal advice."
    ),
    changes=(
        Change(
            "HR015",
            "shorter hours may not meet 42 CFR 422.111(h) and 423.128(d) (not checked)",
            Severity.WARNING,
            limits={"open": "08:00", "close": "20:00"},
        ),
        Change(
            "HU015",
            "a wait without another way out may not meet the two minutes on hold (seen in a summary)",
            Severity.ERROR,
        ),
        Change("HU001", "a line without a person may not meet the same rules (not checked)", Severity.ERROR),
        Change(
            "HU002",
            "a line that loses its people while it is open may not meet the same rules (not checked)",
            Severity.ERROR,
        ),
        Change(
            "AC010",
            "a line without a way for those who cannot hear may not meet the same rules (not checked)",
            Severity.WARNING,
        ),
        Change("AC011", "text-telephone users have to be served (not checked)", Severity.WARNING),
        Change(
            "HR014",
            "a language with shorter hours may not meet the rules on interpreters (not checked)",
            Severity.WARNING,
        ),
    ),
    sources=(
        (
            "Monitoring of Medicare part C and D call centres: at most 2 minutes on hold, at most 5 % cut off "
            "(seen in a summary)"
        ),
        "42 CFR 422.111(h) and 423.128(d) (not checked)",
    ),
)
