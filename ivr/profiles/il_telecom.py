"""`il-telecom`: telephone companies in Illinois."""

from __future__ import annotations

from ivr.finding import Severity
from ivr.profile import Change, Profile

il_telecom = Profile(
    name="il-telecom",
    title="telephone companies in Illinois",
    about=(
        "Shows where an answering system of a telecommunications carrier may not meet 83 Ill. Adm. Code "
        "730.510(b)(1): a live attendant is to be offered in the first menu. Not legal advice."
    ),
    changes=(
        Change("HU001", "a line without a person may not meet 730.510(b)(1)", Severity.ERROR),
        Change(
            "HU007",
            "a person who is offered later than in the first menu may not meet 730.510(b)(1)",
            Severity.ERROR,
            limits={"menus": 1},
        ),
    ),
    sources=("83 Ill. Adm. Code 730.510(b)(1)",),
)
