"""Hours with a label of their own right before them: `Pottery class: Tuesdays 6-8 pm` are none of a telephone line."""

from __future__ import annotations

import re
from typing import Final

from ivr.prose.anycase import AnyCase

LABEL: Final = "label "
"""How the time of such hours begins."""
_LABEL: Final = re.compile(
    r"(?:^|[.;!?|•·–—] |, (?=[^,:]*:))\W*((?:[^\W\d_][\w'’&/-]*,? ){0,4}[^\W\d_][\w'’&/-]*) ?(?:[:–—|]|-(?= )|\(|\*\*) ?"
    r"(?:(?:is |are )?open |from |daily |de |du |von |le |les )?$"
)
"""A few words without a number, and a sign that parts them from the hours behind."""
_OF_LINE: Final = AnyCase(
    r"phone|\btel\b|\bcall|\bring\b|\blines?\b|helpline|hotline|hours?\b|\bopen|\bcontact|support|service|\bcare\b|desk"
    r"|switchboard|number|\btimes?\b|\bdays?\b|\bwhen\b|\bnow\b|\bnew\b|team|office|staff|agents?\b|advis|represent|operator|\bus\b|\bwe\b"
    r"|business|available|\bphones\b|toll[- ]free|\bdial|english|french|spanish|answer|automat"
    r"|horario|tel[eé]fono|llam|atenci[oó]n|l[ií]nea|cliente|abiert|oficina|lunes|viernes|centralita"
    r"|horaires?|t[eé]l[eé]phon|ligne|ouvert|appel|accueil|joign|standard|secr[eé]tariat|bureau|lundi|vendredi|jours"
    r"|zeiten|telefon|ruf|erreichbar|montag|freitag|werktag|b[uü]ro|sekretariat|t[aä]glich|uhr|zentrale"
    r"|mon\b|tue|wed|thu|fri\b|sat\b|sun\b|monday|friday|saturday|sunday|week|daily|\ball\b|am\b|pm\b|noon"
)
"""What in a label says that the hours behind it are those of telephones or of a whole house, or when they are."""


def label_before(before: str) -> str:
    """Give the label at the end of what stands before hours in their line, in small letters, if it is one of its own."""
    found = _LABEL.search(before[-_NEAR:])
    label = found[1].strip().lower() if found else ""
    return "" if _OF_LINE.search(label) or len(label) < _SHORTEST else label


_NEAR: Final = 60
_SHORTEST: Final = 3
"""Letters before hours in which their label is looked for, and those of the shortest label."""
