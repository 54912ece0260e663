"""`pci`: payments by telephone."""

from __future__ import annotations

from ivr.finding import Severity
from ivr.profile import Change, Profile

pci = Profile(
    name="pci",
    title="payments by telephone",
    about=(
        "Shows where a menu that takes card numbers may not meet the guidance of the payment card industry: "
        "nothing of a card is logged, spoken, recorded, or kept. A menu can show only a part of that."
    ),
    changes=(
        Change("SE001", "an entry of card digits is marked, or it may not meet the guidance", Severity.ERROR),
        Change("SE002", "card digits in logs, prompts, addresses or transfers may not meet it", Severity.ERROR),
        Change("SE003", "a verification code that is kept after the payment may not meet it", Severity.ERROR),
        Change("SE004", "a recording that goes on while digits are entered may not meet it", Severity.ERROR),
        Change("SE005", "callers know that they are recorded", Severity.ERROR),
        Change("SE007", "tries at a PIN are limited", Severity.ERROR),
        Change("SE011", "no password or token stands in the file", Severity.ERROR),
    ),
    sources=("PCI Security Standards Council, guidance for payments by telephone (seen in a summary)",),
)
