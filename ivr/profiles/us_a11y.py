"""`us-a11y`: accessibility law of the United States."""

from __future__ import annotations

from ivr.finding import Severity
from ivr.profile import Change, Profile

us_a11y = Profile(
    name="us-a11y",
    title="accessibility law of the United States",
    about=(
        "Shows where a menu may not meet what United States law asks for callers who cannot hear, speak, see, "
        "or be quick. Which of these rules bind a line depends on who runs it. Not legal advice."
    ),
    changes=(
        Change(
            "AC009",
            "a menu that ends a wait without warning may not meet former 36 CFR 1194.23(d), and the "
            "call for use without time-dependent controls in 47 CFR 7.3(a)(1)(viii)",
            Severity.WARNING,
        ),
        Change("AC006", "a menu for speech only may not meet 47 CFR 7.3(a)(1)(ix)"),
        Change("HU010", "a person behind speech only: the same"),
        Change("AC010", "a line with no way around hearing may not meet 47 CFR 7.3(a)(1)(iv)", Severity.WARNING),
        Change(
            "AC011",
            "a menu that text telephones cannot use may not meet the revised section 508 standards, 412.8.4",
            Severity.WARNING,
        ),
        Change(
            "AC007",
            "a menu heard only once may not meet the call for use with limited cognitive skills in 47 CFR 7.3(a)(1)(x)",
            Severity.WARNING,
        ),
        Change(
            "HU008",
            "relay and text-telephone calls are often silent for long; a line that gives them up may "
            "not meet the same rules",
        ),
    ),
    sources=(
        "Former 36 CFR 1194.23(d): superseded, and still the clearest words about warning and more time",
        "47 CFR 7.3(a)(1)",
        "Revised section 508 standards, 412.8.4 (seen in a summary)",
        "28 CFR 35.161(b) and 36.303(d)(2), on automated attendants (not checked)",
    ),
)
