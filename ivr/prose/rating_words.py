"""Words by which callers, or readers, are asked how good something is: the numbers beside them are marks."""

from __future__ import annotations

from typing import Final

from ivr.prose.anycase import AnyCase

RATING: Final = AnyCase(
    r"\b(?:(?:rate|grade) (?:the|your|our|us|how|it|them)|on a scale|(?<!book a )(?<!damp )survey(?!ors?)"
    r"|(?:short|brief|quick|\d-question|phone|satisfaction) survey"
    r"|very (?:poor|dissatisfied|unlikely)|satisfaction|encuesta"
    r"|cuestionario|sondage|umfrage"
    r"|(?:number|key|score|mark|n[uú]mero|nota|chiffre|note|zahl|note|punkte|marque|pulse|pulsa|punt[uú]\w+|valor\w+"
    r"|notez|tapez|press|enter) (?:from |between |de |del |von |entre |le )?[01]"
    r" (?:to|and|al?|y|[aà]|bis|und|-|–) (?:5|9|10)\b"
    r"(?=,? (?:\(|where|with|siendo|donde|o[uù]|[eé]tant|wobei|how|seg[uú]n|je nach|selon|as)\b|\W*$)"
    r"|[01] (?:to|al?|[aà]|bis) (?:5|10),? (?:\(|where|with|siendo|donde|o[uù]|(?:5|10) [eé]tant|wobei)\b)\b",
)
"""Where callers rate something, and the keys are marks."""
RATED: Final = AnyCase(
    r"^(?:not at all|(?:strongly |fully |completely )?(?:dis)?agree|extremely|completely$|never$|worst|best$|ouch"
    r"|[uü]berhaupt nicht|sehr (?:gut|schlecht|unzufrieden)|pas du tout|tr[eè]s (?:mal|mauvais|bien|bon)|muy mal)\b"
    r"|^(?:poor|awful|terrible|bad|excellent)\b(?= (?:up )?to \d|$)|\bvery (?:dis|un)?(?:satisfied|happy"
    r"|likely|poor|good)\b|\bmuy (?:in)?satisfech"
)
"""What a key is for where callers rate something."""
