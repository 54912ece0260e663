"""What stands behind a topic and is none of it: the number of whom a key rings, and when they are there."""

from __future__ import annotations

import re
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.hours import hours_told


def without_number(words: str) -> str:
    """Leave out the number that ends a topic: `duty manager, 555-555-0177`; but not where callers are only sent on."""
    return _NUMBER_LAST.sub("", words) if words[-2:-1].isdigit() else words


_NUMBER_LAST: Final = re.compile(
    r"(?:[,;:–—(-] ?|(?<!transfer)(?<!transferred)(?<!forward)(?<!forwarded)(?<! to) )"
    r"(?:\+|00)?\(?\d(?:[ ().-]{0,2}\d){7,13}\)?$"
)


def without_way(words: str) -> str:
    """Leave out the clause behind a topic that tells how to go about it: `a sick pet, you don't need to listen`."""
    return _WAY_LAST.without(words) if len(words) > _SHORT else words


_SHORT: Final = 12
_WAY_LAST: Final = AnyCase(
    r"(?<=\w{3})[,:;]? (?:(?:please|just|then|so|and|you) ){0,2}(?:don[’']t|do not|needn[’']t|never"
    r"|there(?:[’']s| is) no need to|no need to)"
    r"(?: (?:need|have) to)? (?:listen|wait|go (?:through|round)|sit through|bother|hang about|touch"
    r"|let)\b.*$"
    r"|(?<=\w{3})[,:;]? it(?:[’']s| is| may be| might be) (?:much |far |still |also )?"
    r"(?:quick|fast|easi|bett|simpl)er"
    r"(?: still)?(?: to)?$"
    r"|(?<=\w{3}),? no (?:hace falta|es necesario|hay que|necesita|toquen?|espere|pase) .*$"
    r"|(?<=\w{3}),? (?:(?:il est |c[’']est )?inutile d|n[’']attendez|pas besoin d).*$"
    r"|(?<=\w{3}), (?:llam[ae]|ll[aá]m[ae]nos|call|ring|phone|appelez|rufen sie|anrufen|rappelez)(?: us| uns| nous)?$"
)


def without_remark(topic: str) -> str:
    """Leave out what a line goes on to remark behind a dash: `Classroom help — if you are in class, use this one`."""
    found = _REMARK.search(topic) if len(topic) > _LONG else None
    return topic[: found.start()].rstrip(" ,") if found is not None else topic


_LONG: Final = 50
"""Letters of a topic that may have a remark in it."""
_REMARK: Final = re.compile(
    r"(?<=\w) (?:[–—]|-{1,2}) (?:if|when|unless|use|please|this|these|it|we|you|they|there|note|but|only|have|bring|do"
    r"|don['’]t|si|cuando|use|utilice|por favor|quand|utilisez|veuillez|nous|vous|wenn|falls|bitte|wir|sie)\b",
    re.IGNORECASE,
)


def without_hours(words: str) -> str:
    """Leave out the hours that end a topic, behind a comma or the like; nothing is left of one that is all hours."""
    if _MAY_BE_TIMED.search(words) is None:
        return words
    told = hours_told(words)
    last = told[-1] if told else None
    if last is None or words[last.start + len(last.words) :].strip(" .,;)–—-").lower() not in _ENDS:
        return words
    before = words[: last.start].rstrip()
    return before.rstrip(" ,;:(–—-") if not before or before[-1] in ",;(–—" or before.endswith(" -") else words


_ENDS: Final = frozenset(("", "only", "or", "and", "o", "y", "ou", "et", "oder", "und"))
"""What may stand behind the hours of a topic."""
_MAY_BE_TIMED: Final = re.compile(
    r"(?:^|[,;(–—]| -)\W{0,3}[^,;(–—]{0,40}\d[^,;]{0,40}(?:, ?(?:or|and|o|y|ou|et|oder|und))?$"
)
"""What hours behind a topic look like: `sales, 24 hours a day`, `help, Mon-Fri 9-5`."""
