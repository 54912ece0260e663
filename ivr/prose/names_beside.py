"""What stands right beside telephone numbers, and calls them or their menus by a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from ivr.prose.phones import Phone

SAYS_NOTHING: Final = frozenset(
    (
        "call",
        "phone",
        "telephone",
        "tel",
        "number",
        "the number",
        "dial",
        "our number",
        "contact",
        "line",
        "the line",
        "ring",
        "toll free",
        "toll-free",
        "or",
        "and",
        "main",
        "us",
        "call us",
        "by phone",
        "phone number",
        "line number",
        "the",
        "our",
        "this",
        "a",
    )
)
"""Words before a number that are no name of it."""


def names_beside(words: str, phones: list[Phone]) -> Iterator[tuple[str, str]]:
    """Give what stands in brackets or in a column beside numbers, and calls them or their menus by a name."""
    several = len({one.e164 for one in phones}) > 1
    for phone in phones:
        menu = _ITS_MENU.match(words, phone.end)
        if menu:
            yield " ".join(menu[1].split()).lower(), phone.e164
        for way in (_NAMED_BEFORE, _WHO_CALLS) if several else ():
            named = way.search(words, max(phone.start - _NEAR, 0), phone.start)
            if named and named[1].lower() not in SAYS_NOTHING:
                yield named[1].lower(), phone.e164


_ITS_MENU: Final = re.compile(r"[^|,;]{0,24}[|,;–—-]\s*(?:the )?((?:[A-Z][\w'’-]*\s+){1,3}[Mm]enu)\b")
"""Behind a number, what the menu is called that answers it."""
_NAMED_BEFORE: Final = re.compile(r"(?:\band|:|,|;|\by|\bet|\bund) ([A-Z][\w'’-]{2,20}(?: [A-Z][\w'’-]{2,20})?) \($")
"""Before a number in brackets, for whom or what it is: `Retail (800-555-0183) and Trade (800-555-0184)`."""
_WHO_CALLS: Final = re.compile(
    r"(?:^|[.;:,] |\band )(?:the |our )?([^\W\d][\w'’-]{2,20}"
    r"(?: (?!(?:call|ring|phone|dial|use|on|at|can|is|are|should|must|please|to)\b)[^\W\d][\w'’-]{2,20})?) "
    r"(?:(?:can|should|must|please|to|is|are) )?(?:call|ring|phone|dial|use|on|at)?(?: us on| our line on)? ?$",
    re.IGNORECASE,
)
"""Before one of several numbers, who calls it, or what it is: `Renters call`, `and the service line is`."""
_NEAR: Final = 50
_FLOW: Final = re.compile(r"[A-Z][A-Za-z]*_\w+|[A-Z]{4,}")
"""The name of the flow that a number runs, in a row of a specification: `MAIN_EN`."""
_KIND: Final = re.compile(
    r"([^\W\d][\w-]{3,24}) (?:customers|callers|clients|members|patients|users|enquiries|inquiries|accounts|line|number"
    r"|hotline|helpline|desk)"
)
"""What calls a line by those for whom it is: `Residential customers`."""
_ANY_KIND: Final = frozenset(
    [
        "main",
        "customer",
        "general",
        "phone",
        "telephone",
        "contact",
        "head",
        "toll-free",
        "tollfree",
        "local",
        "call",
        "new",
        "existing",
        "other",
        "direct",
        "fax",
        "first",
        "second",
        "third",
        "access",
        "information",
        "emergency",
        "member",
        "free",
        "freephone",
        "support",
        "help",
        "service",
    ]
)
"""What any line may be called."""


def kind_named(name: str) -> str:
    """Give the kind of callers by which a line is called, where its name says that and no more."""
    kind = _KIND.fullmatch(name)
    return kind[1] if kind is not None and kind[1] not in _ANY_KIND else ""


def flows_named(words: str, phones: list[Phone]) -> Iterator[tuple[str, str]]:
    """Give the flow that a row says its number runs: `0800 496 0712 | Main | MAIN_EN`."""
    if len(phones) == 1 and " | " in words:
        yield from ((cell.lower(), phones[0].e164) for cell in words.split(" | ") if _FLOW.fullmatch(cell))


def adjectives_in(name: str) -> Iterator[str]:
    """Give how a line is called that is for a country: `applicants in Ireland` have the Irish line."""
    for country, adjectives in _OF_COUNTRIES.items():
        if country in name:
            yield from adjectives


_OF_COUNTRIES: Final = {
    "ireland": ("irish",),
    "united kingdom": ("uk", "british"),
    "great britain": ("uk", "british"),
    "united states": ("us", "american"),
    "canada": ("canadian",),
    "australia": ("australian",),
    "new zealand": ("nz",),
    "scotland": ("scottish",),
    "wales": ("welsh",),
    "germany": ("german",),
    "france": ("french",),
    "mexico": ("mexican",),
}


def switchboard_named(plain: str, names: Mapping[str, str]) -> str:
    """Give the number of the switchboard that an entry names before a key: `Zentrale, Taste 4`, small letters alone."""
    found = _SWITCHBOARD.search(plain)
    numbers = {number for name, number in names.items() if found is not None and found[1] in name}
    return numbers.pop() if len(numbers) == 1 else ""


_SWITCHBOARD: Final = re.compile(
    r"\b(switchboard|contact cent(?:re|er)|call cent(?:re|er)|customer services?|zentrale|vermittlung|standard|accueil"
    r"|centralita|conmutador)\W{1,2}(?:then |press |dann |puis |luego )?"
    r"(?:option|opt\.?|key|taste|touche|tecla|opci[oó]n|choix) [0-9*#]"
)
