"""Whose hours a sentence tells where they are not those of a whole line: its keys', or those of a desk behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from ivr.prose.anycase import AnyCase
from ivr.prose.flow_words import contact_name
from ivr.prose.meaning import is_general, stems_of
from ivr.prose.told import Told
from ivr.prose.words import TO_RANGE


class Whose(NamedTuple):
    """Whose hours are told: the keys, each with its number and those before it, or else the name of a desk."""

    keys: tuple[tuple[str, tuple[str, ...]], ...] = ()
    desk: str = ""
    line: int = 0

    def number(self, otherwise: str) -> str:
        """Give the number of the keys, where it is one."""
        numbers = {number for number, _ in self.keys}
        return next(iter(numbers)) if len(numbers) == 1 else otherwise


class AroundHours(NamedTuple):
    """The sentence of hours up to them, and its rest; the line in which they stand, and the number they are told of.

    `alone` says that their line has little else in it, as an item of a list: it is that of a key. `called` says that
    the sentence names a number before them: then the keys that it names are an example of what to press there.
    """

    said: str
    behind: str
    line: int
    number: str
    alone: bool
    called: bool


class KeysTold:
    """The keys of a document, by where they stand, and by what is pressed."""

    def __init__(self, keys: Sequence[Told]) -> None:
        """Sort them."""
        self.first = keys[:_MOST_KEYS]
        self.of_line: dict[int, list[Told]] = {}
        self.pressed: dict[tuple[str, str], list[Told]] = {}
        for one in keys:
            self.of_line.setdefault(one.line, []).append(one)
            self.pressed.setdefault((one.number, one.key), []).append(one)
        self.numbers = {one.number for one in keys}


_NAMED: Final = re.compile(
    r"\b(?:press(?:es|ed|ing)?|dial|hit|choose|select|options?|keys?|choices?|pulse|oprima|marque|opci[oó]n(?:es)?"
    r"|teclas?|tapez|touches?|choix|tasten?)\s+(?:the |la |le |die )?(?:options? |keys? )?"
    r"(?P<keys>[0-9*#](?![\w:.]\d)(?:(?:,? (?:and|or|to|through|y|o|a|et|ou|à|und|oder|bis) |, ?| ?[-–/&+] ?)"
    r"(?:options? |keys? )?[0-9*#](?![\d:.]\d| ?[ap]\.?m))*)",
    re.IGNORECASE,
)
"""Keys that a sentence names: `option 3`, `options 1, 2 and 4`, `keys 1-3`."""
_EACH: Final = re.compile(r"[0-9*#]|[^\s,0-9*#]+")
_STANDS: Final = re.compile(r"(?<![\w.:(])[0-9*#](?![\w:]|\.\d)")
_VERB: Final = (
    r"(?:is|are|opens?|closes|works?|answers?|picks? up|has|have|keeps?|runs?|nehmen|werden|ist|sind|hat|öffnet|est"
    r"|sont|ouvre|a|está|están|atienden?|abren?|tiene)"
)
_SUBJECT: Final = re.compile(
    rf"(?:^|[.;:,(–—]\s|\s(?:and|but|while|und|et|y|whereas)\s)\s*"
    rf"(?P<who>[^\W\d](?:[^.;:,()\d–—]{{1,50}}?))"
    rf"(?:\s(?:{_VERB}|available|open|staffed|on the (?:line|phone))\b[^.;\d]{{0,60}}"
    rf"|(?:\s(?:hours|opening hours|times|phone hours))?\s*[:(–—-]\s*)$",
    re.IGNORECASE,
)
"""Who is there in the hours that follow: `Billing is available`, `Lab hours:`, `the front desk is there`."""
_ARTICLE: Final = re.compile(r"^(?:(?:the|our|your|der|die|das|la|el|le|les|los|las|and|but|while)\s+)+", re.IGNORECASE)
_DESK: Final = AnyCase(
    r"^(?!help|service|support|phone|call)(?:[\w'’&-]+ ){1,3}(?:desk|counter|window|department|dept|laboratory|lab"
    r"|workshop|warehouse|showroom|dispensary)$"
)
"""What a desk of a house is called; its help desk is who answers the line."""
_RECEPTION: Final = AnyCase(
    r"^(?:main |front )?(?:reception|receptionists?|rezeption|empfang|recepci[oó]n|r[eé]ception|accueil)$"
)
"""Who is there for everybody, and still is somebody of their own behind a key."""
_OF_LINE: Final = AnyCase(
    r"\b(?:lines?|numbers?|(?:tele)?phones?|helpline|hotline|switchboard|calls?|menu|system|call cent\w+|we|you|they|it"
    r"|offices?|everybody|everyone)\b"
)
_ANYBODY: Final = AnyCase(r"^(?:(?:all|our|other|live) )*(?:representatives?|agents?|advis[eo]rs?|operators?|staff)$")
"""Who answers a line, whichever key is pressed."""
_MOST_WORDS: Final = 6
_MOST_KEYS: Final = 60


def whose(at: AroundHours, keys: KeysTold, *, barred: bool) -> Whose:
    """Tell whose hours stand in a sentence; `barred` says that they are known to be those of a line."""
    said, behind, line = at.said, at.behind, at.line
    if barred:
        return Whose()
    if at.called:
        return Whose(found.keys, "", found.line) if (found := _subject(said, keys.first)).keys else Whose()
    here = keys.of_line.get(line, [])
    since = _last_hours(said)
    named = [key for text in (said[since:], behind) for found in _NAMED.finditer(text) for key in _keys(found["keys"])]
    told = [found[0] for found in _STANDS.finditer(said[since:])] if here else []
    if said.rstrip().endswith("(") and told:
        told = told[-1:]
        named = [key for key in named if key in told] or named
    meant = [one for one in here if one.key in {*told, *named}]
    if not meant and named:
        only = next(iter(keys.numbers)) if len(keys.numbers) == 1 else ""
        number = at.number if at.number in keys.numbers else only
        meant = _shallowest([one for key in dict.fromkeys(named) for one in keys.pressed.get((number, key), ())])
    if not meant and at.alone and len({one.key for one in here}) == 1 and not is_of_us(said):
        meant = here
    if meant:
        return Whose(_ways(meant), "", line)
    return _subject(said[since:], keys.first) if not here else Whose()


def is_of_us(said: str) -> bool:
    """Whether a sentence tells when all of a house is there, or its line: `We are open`."""
    return _OF_US.match(said)


_OF_US: Final = AnyCase(
    r"\W*(?:we(?:['’]re| are)\b|(?:our|the) (?:phone |telephone |office )?(?:lines?|phones?"
    r"|offices?|hours)\b|(?:phone |telephone |opening |office )?(?:lines|hours)\b|estamos\b|nous sommes\b|wir sind\b)"
)


def _last_hours(said: str) -> int:
    """Give where what is said of other hours ends, within a sentence: `sales 8-5, service 9-4`."""
    found = list(_CLOCK.finditer(said))
    return found[-1].end() if found else 0


_CLOCK: Final = re.compile(r"\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b\.?|uhr|h\b)|\d{1,2}[:.]\d\d|24/7", re.IGNORECASE)


def _subject(said: str, keys: Sequence[Told]) -> Whose:
    found = _SUBJECT.search(said)
    if found is None:
        return Whose()
    who = _ARTICLE.sub("", found["who"].strip())
    if len(who.split()) > _MOST_WORDS:
        return Whose()
    names = [_ARTICLE.sub("", name.strip()) for name in re.split(r",| and | und | et | y |/|&", who)]
    if len(names) > 1 and any(_ANYBODY.search(name) for name in names):
        return Whose()  # "Pharmacists and representatives are on duty"
    meant = [one for one in keys if any(_is_called(one.topic, name) for name in (who, *names))]
    if meant:
        return Whose(_ways(meant), who, meant[0].line)
    return Whose(desk=who.lower()) if _DESK.search(who) and not _OF_LINE.search(who) else Whose()


def _is_called(topic: str, name: str) -> bool:
    """Whether a topic is who is named: `Front desk`, `speak with the front desk`; not where anybody may be meant."""
    mine, theirs = stems_of(topic), stems_of(name)
    if _RECEPTION.search(name) and _RECEPTION.search(contact_name(topic)):
        return True
    if not theirs or not mine or (is_general(name) and not _DESK.search(name)) or _OF_LINE.search(name):
        return False
    return theirs == mine or (theirs < mine and len(theirs) > 1)


def _shallowest(told: list[Told]) -> list[Told]:
    least = min((len(one.path) for one in told), default=0)
    return [one for one in told if len(one.path) == least]


def _ways(told: Iterable[Told]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(dict.fromkeys((one.number, (*one.path, one.key)) for one in told))


def _keys(words: str) -> list[str]:
    """Give the keys of `1, 2 and 4` or of `1 to 3`."""
    found: list[str] = []
    ranging = False
    for word in _EACH.findall(words.lower()):
        if word in _RANGES or word in TO_RANGE:
            ranging = True
        elif word.isdecimal() or word in {"*", "#"}:
            if ranging and found and found[-1].isdecimal() and word.isdecimal():
                found += [str(key) for key in range(int(found[-1]) + 1, int(word))]
            found.append(word)
            ranging = False
    return found


_RANGES: Final = frozenset(("to", "through", "-", "–", "bis", "à", "a"))
