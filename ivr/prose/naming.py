"""What documents call a telephone number, and the menus behind its keys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.meaning import shares_meaning
from ivr.prose.names_beside import SAYS_NOTHING, adjectives_in, flows_named, kind_named, names_beside, switchboard_named
from ivr.prose.phones import Phone
from ivr.prose.reasons import without_reason
from ivr.prose.tokens import folded
from ivr.prose.topic_words import clean
from ivr.prose.turns import key_pressed
from ivr.prose.words import NAMES

_NAME: Final = re.compile(
    r"((?:[A-Z][\w'’&-]*\s+){1,4}(?:Hotline|Helpline|Line|Desk|Centre|Center|Support|Service|Services|Office|Team"
    r"|line|hotline|helpline|desk|number)|[A-Z]\w{2,12}[lL]ine)\b"
)
_LINE_WORD: Final = re.compile(r"Hotline|Helpline|Line|Desk|Cent(?:re|er)|Support|Service|Office|Team|line|desk|number")
"""What every such name ends in."""
_LABEL: Final = re.compile(
    r"(?:^|[.;|,(•/]\s*|[-–—]\s+)(?:call |phone |the |our |tel(?:ephone)?[:.] "
    r"?)?([^\W\d][^.;|,:()]{1,40}?)\s*(?:[:|(–—-]|\bis\b|\bat\b|\bon\b)\s*(?:call |dial |tel\.? ?)?$",
    re.IGNORECASE,
)
_OF_CALLERS: Final = re.compile(
    r"(?:^|[.;:]\s*|\band )((?:[\w-]+ ){1,2})(?:customers|members|callers|clients|patients|users"
    r"|policyholders)\b[^.;:]{0,40}$",
    re.IGNORECASE,
)
_LINE_BEFORE: Final = re.compile(
    r"(?:^|[.;:|,/]\s*|\band )(?:the |our )?((?:[\w'’&-]+ ){1,3}(?:line|hotline|helpline|desk))\s*$", re.IGNORECASE
)
"""What calls a number right before it by the name of its line: `Home line 0800 555 0111`."""
_CALLED_AT: Final = re.compile(
    r"\b(?:call|ring|phone|telephone) (?:the|our) ((?!(?:number|line|phone|following|same|above|new|local)\b)"
    r"(?:[\w'’&-]+ ){0,2}[\w'’&-]+) (?:at|on)(?: \()?\s*$",
    re.IGNORECASE,
)
"""Whom a number reaches: `call the school at 555-0100`."""
_LINE: Final = (
    r"[a-z]{0,3}(?:['’]s?)?\s+(?:\w+\s+)?(?:lines?|numbers?|hotline|helpline|desk|phone|menu|callers|customers)\b"
)
ENDS_AS_LINE: Final = re.compile(
    r"(?:line|menu|hotline|helpline|desk|number|centre|center|office|team|support|service|services)$"
)
_CALLED_MENU: Final = AnyCase(r"\b((?:[\w'’-]{1,30}\s+){1,4})(?:sub-?)?menu\b|^([\w' -]{3,40}?) is a menu\b")
_MENU: Final = AnyCase(
    r"\bthe ([\w' -]{3,30}?) (?:branch"
    r"|queue|section)\b"
    r"|\b(?:second|next|third) (?:question|menu|level|choices?|options)\W{0,3}\((?:for )?([\w' -]{3,40})\)"
    r"|\bon the ([\w'-]{3,30}) (?:side|branch|part)\b",
    re.IGNORECASE,
)
_MENU_AT_START: Final = re.compile(
    r"(?:the )?(?:([\w'& -]{3,40}?) (?:callers?|customers?) ?:"
    r"|([\w'& -]{3,40}?) (?:callers?|side|speakers?) (?:then )?(?:gets?|hears?"
    r"|(?:is|are) offered|has|have)\b|([\w'& -]{3,40}?) (?:then |option )?(?:splits|branches|divides"
    r"|fans out|has (?:its own|a second|another) )"
    r"|([\w'& -]{3,40}?) (?:will |can |may )?(?:then|next|now|also) (?:gets?|hears?|choose"
    r"|(?:is|are|be) (?:offered|given|asked)|has|have)\b)",
    re.IGNORECASE,
)
"""How a text begins that tells of a menu by its name: `Billing callers then hear`."""
_BELOW: Final = re.compile(r"\bsub-?menu(?:,| [-–—]|:)? (?:for |of )?(?:the )?([^\W\d][\w' -]{2,40})$", re.IGNORECASE)
"""A heading that ends in what the menu below it is for: `N230 submenu, product advice`."""
_ANNOUNCED: Final = (
    r"(?:you(?:['’]ll| will| can)? (?:then |next |also |now )?(?:be (?:then |next )?(?:asked|offered|given)|hear"
    r"|get|have)"
    r"|there(?:['’]s| is| are)|(?:the (?:system|recording|voice)|it|they|she|he)(?:['’]ll| will)? (?:then "
    r"|next )?asks?)\b"
)
"""What says that a caller hears more than what was told."""
_CHOSEN: Final = AnyCase(
    r"\b(?:if|when|once|after|having|who)\b (?:[^\W\d]\S* ){0,3}?(?:(?:choos|chose|select|pick|t[ao]k|opt"
    r"|go(?:ne)? for)"
    r"\w*(?: for)?|(?:call|question|enquiry|inquiry|calling) (?:is )?about) "
    rf"(?:the )?([^.,;:()\d]{{2,40}}?)(?: option)?,? {_ANNOUNCED}"
    rf"|(?:^|[.!?] )\W*(?:for|with|under|on) (?:the )?([^.,;:()\d]{{2,40}}?),? {_ANNOUNCED}"
    r" (?:an?|another|one more|two|three|four|some|further)\b"
)
"""What tells which choice leads to what is heard then: `If you choose repairs, you will be asked`."""
_HEARD_THEN: Final = AnyCase(rf" {_ANNOUNCED}")
_MENU_WORDS: Final = ("second", "next", "third", "branch", "queue", "section", "side", "part")
_WITHIN: Final = re.compile(
    r"^\W*(?:once )?(?:within|inside|under|in) (?:the )?([A-Z][\w'’-]{0,30}(?:\s+[\w'’-]{1,30}){0,2}?),?\s+(?:the "
    r"caller|callers?|you|press|then|there|choose|select)\b",
    re.IGNORECASE,
)
_WITHIN_ABROAD: Final = re.compile(
    r"\W*(?:en|dans|sous|unter|bei|im) (?:l[aeo]s? |l['’]|el |der |dem |den |die )?([^\W\d][^.,;:()\d]{2,40}?) "
    r"(?:te|le|les|se|vous|on|sie|ihnen|wird|werden|usted|hay|il y a|gibt|haben|tiene) [^.;:]{0,30}"
    r"\b(?:escoger|elegir|opciones|escoja|elija|escoge|elige|choisir|choix|w[aä]hlen|ausw[aä]hlen|auswahl|men[uú])\b",
    re.IGNORECASE,
)
SELECTED: Final = re.compile(
    r"\W*you(?:['’]ve| have)? (?:selected|chosen|chose|picked) ([^\W\d][^.,:!?;\"”]{2,40})[.,:!]", re.IGNORECASE
)
"""How a recording begins the menu behind a key: `You selected billing.`"""
_LEADING: Final = re.compile(r"^(?:.*\b)?(?:the|in|from|at|under|within|inside|to|our|of|its|a)\s+", re.IGNORECASE)
_NO_NAME: Final = AnyCase(
    r"\b(?:what|who|which|all|main|phone|day|night|first|top|automated|voice|this|following|next|previous|whole|full"
    r"|second|any|every"
    r"|old|new|telephone|second|listed|case|same|welcome|hours?|following|order|addition|person|general"
    r"|emergency)\b",
    re.IGNORECASE,
)


_ANY_MENU: Final = AnyCase(
    r"\b(?:(?:you|then|there|it|get|gets|hear|hears|have|has|is|are|comes?|['’]s)[ ,]+)*"
    r"(?:another|other|little|short|small|further|own|its|extra)(?: \w+)?$"
)
"""What is said of a menu that is not called by its name: `you get another little menu`."""


def names_in(words: str, phones: Iterable[Phone]) -> Iterator[tuple[str, str]]:
    """Give what a block calls its numbers: each name in small letters, with the number."""
    listed = list(phones)
    for at, phone in enumerate(listed):
        since = listed[at - 1].end if at else 0
        before = words[max(phone.start - 90, since) : phone.start]
        before = before.lstrip(" /,;|&–—-") if since else before
        found = (
            _LABEL.search(before)
            or _OF_CALLERS.search(before)
            or _LINE_BEFORE.search(before)
            or _CALLED_AT.search(before)
        )
        if found:
            name = " ".join(found[1].split()).lower()
            if name not in SAYS_NOTHING and len(name) > 1:
                yield name, phone.e164
                yield from ((bare, phone.e164) for bare in (_THE.sub("", name),) if bare != name)
                if kind := kind_named(name):
                    yield kind, phone.e164
                for adjective in adjectives_in(name):
                    yield f"{adjective} line", phone.e164
                    yield adjective, phone.e164
    yield from names_beside(words, listed)
    yield from flows_named(words, listed)
    if len({phone.e164 for phone in listed}) == 1 and _LINE_WORD.search(words):
        for found in _NAME.finditer(words):
            yield " ".join(found[1].split()).lower().removeprefix("the "), listed[0].e164


_THE: Final = re.compile(r"^(?:the|our) ")


def number_named(text: str, names: dict[str, str]) -> str:
    """Give the number that a text calls by its name: `on the UK line`; nothing where it calls none."""
    return _named_of(text, tuple(names.items())) if names and text else ""


@lru_cache(maxsize=256)
def _named_of(text: str, every: tuple[tuple[str, str], ...]) -> str:
    """Give it, once for all the keys below one line."""
    plain, names = _SENT_ON.sub("", text.lower()), dict(every)
    label = _OF_LINE.match(plain)
    if label and label[1] in names:
        return names[label[1]]
    if (called := _whom(plain, names)) is not None:
        return called
    if _first_words(tuple(names)).isdisjoint(_WORDS.findall(plain)):
        return _number_of(plain, names)
    best = ""
    for name in names:
        at = plain.find(name)
        behind = plain[at + len(name) : at + len(name) + 1]
        if at < 0 or (at and plain[at - 1].isalnum()) or behind.isalnum():
            continue
        is_line = ENDS_AS_LINE.search(name) or re.match(_LINE, plain[at + len(name) :])
        if is_line and len(name) > len(best):
            best = name
    return names.get(best, "") or _number_of(plain, names)


_SENT_ON: Final = re.compile(
    r"\b(?:transfer(?:s|red)?|forwards|puts|connects|sends|takes) (?:\w+ )?(?:through |on )?to (?:the|our|an?) [^.;:)]*"
)
"""What says that a key leads on to another line, whose menu it is not of."""
_OF_LINE: Final = re.compile(r"\W*([^\W\d][^:.,;]{1,40}?)(?: line)?\s*:")
"""A label at the beginning of a text, that may be the name of a number."""


def _whom(plain: str, names: dict[str, str]) -> str | None:
    """Give the number of those who are told what to press, or to be called: `Dealers press 1`, `Ring the clerk`."""
    if len(set(names.values())) <= 1:
        return None
    found = _WHO_PRESS.match(plain)
    if found is not None and found[1] in names:
        return names[found[1]]
    for called in islice(_CALLING.finditer(plain), _MOST_CALLS) if any(word in plain for word in _CALLS) else ():
        begun = [name for name in names if plain.startswith(name, called.end())]
        whole = [name for name in begun if not plain[called.end() + len(name) :][:1].isalnum()]
        if whole:
            return names[max(whole, key=len)]
    return None


_MOST_CALLS: Final = 4
"""Words of a text that may tell to call somebody: `to reach us by phone press 4 when you call the school`."""


_WHO_PRESS: Final = re.compile(
    r"\W*([^\W\d][\w' -]{2,30}?) (?:should |can |then |must )?(?:press|choose|select|dial|hit|push|pick)\b"
)
_CALLING: Final = re.compile(
    r"\b(?:call|ring|phone|dial|telephone|llame al?|appelez|rufen sie|anruf bei) "
    r"(?:the |our |la |el |le |l['’]|die |den |das )?(?=[^\W\d])"
)
_CALLS: Final = ("call ", "ring ", "phone ", "dial ", "llame a", "appelez ", "rufen ", "anruf ")
_WORDS: Final = re.compile(r"\w+")


@lru_cache(maxsize=64)
def _first_words(names: tuple[str, ...]) -> frozenset[str]:
    """Give the words with which names begin: a text that has none of them calls no number by its name."""
    return frozenset(found[0] for name in names if (found := _WORDS.search(name)) is not None)


def _number_of(plain: str, names: dict[str, str]) -> str:
    """Give the number of what a text names by a word of its name: `the surgery number` is `Elm Grove Surgery`'s."""
    if begun := _BEGUN.search(plain):
        digits = begun[1].lstrip("0")
        numbers = {number for number in names.values() if number.find(digits, 2, len(digits) + 4) > 0}
        return numbers.pop() if len(numbers) == 1 else ""
    found = _ITS_NUMBER.search(plain)
    numbers = {number for name, number in names.items() if found and found[1] in name.split()}
    return numbers.pop() if len(numbers) == 1 else switchboard_named(plain, names)


_BEGUN: Final = re.compile(r"\b(?:the|our) (\d{3,4}) (?:number|line)\b")
"""How a number is called by the digits that it begins with: `the 1300 number`."""
_ITS_NUMBER: Final = re.compile(r"\b(?:the|our) (\w{4,})(?:['’]s)? (?:phone )?(?:number|line)\b")


_KEYED: Final = re.compile(
    r"\W*(?:(?:dentro de|inside|in|within|under|en|dans|im|unter|sub-?men[uú]s?(?: for| of| de)?) )?"
    r"([^\W\d][^():.;]{2,40}?) \((?:(?:key|option|press|touche|taste|tecla) )?[0-9]\)\W*",
    re.IGNORECASE,
)
"""A line over a menu that gives its name and its key: `In Recent transactions (2)`."""


_UNDER: Final = re.compile(
    r"\W*(?:under|inside|within|behind|dentro de|unter) [\"“«„'‘]?([^\W\d][^():.;,]{2,40}?)\W*", re.IGNORECASE
)
"""A short line over a menu that gives its name: `UNDER BOOK 1`."""


def tells_key(words: str) -> bool:
    """Whether a line over a menu is nothing but its name, with its key or with `under` before it."""
    return (_KEYED.fullmatch(words) or _UNDER.fullmatch(words)) is not None


@lru_cache(maxsize=2048)
def menu_named(words: str) -> tuple[str, ...]:
    """Give what a text calls the menu that it speaks of: `In the billing menu`, `Within Orders you press`."""
    return tuple(_menu_named(words))


def _menu_named(words: str) -> Iterator[str]:
    small = words.lower()
    called = _CALLED_MENU.find(words) if "menu" in small else None
    other = _MENU.find(words) if any(word in small for word in _MENU_WORDS) else None
    begun = _MENU_AT_START.match(words)
    for found in (
        min(filter(None, (begun, called, other)), key=re.Match[str].start, default=None),
        _CHOSEN.find(words) if _HEARD_THEN.search(words) else None,
        _BELOW.search(words) if "menu" in small else None,
        _WITHIN.match(words) or _WITHIN_ABROAD.match(words),
        SELECTED.match(words),
        _KEYED.fullmatch(words),
        _UNDER.fullmatch(words),
        _AS_ONE.match(words),
    ):
        if found:
            name = clean(_LEADING.sub("", next(group for group in found.groups() if group).strip()))
            name = _ANY_MENU.without(name).strip()
            if name and not _NO_NAME.search(name):
                yield name


_AS_ONE: Final = re.compile(
    r"\W*(?:(?:and|but) )?(?:as|for|if you(?:['’]re| are)|when you(?:['’]re| are)|en tant qu(?:e |['’])|als|como)"
    r"(?: (?:an?|the|our|all))? ?([^\W\d][\w'’ -]{2,40}?),? (?:you|they|callers|the (?:next|second)|vous|h[oö]ren"
    r"|oir[aá])\b[^.;:\d]{0,24}\b(?:then|next|second|ensuite|puis|dann|luego|despu[eé]s)\b",
    re.IGNORECASE,
)
"""Who goes on in a menu, as one of those for whom a key is: `As a member, you will then hear`."""


def means_menu(name: str, topic: str) -> bool:
    """Whether a menu's name is what a key is for."""
    return name == topic or shares_meaning(name, topic) or _is_one_of(name.lower(), topic.lower())


def _is_one_of(name: str, topic: str) -> bool:
    """Whether a menu is called by those for whom the key is: `Members` are those who press 1 `if you're a member`."""
    one, those = name.rstrip("s"), topic.rstrip("s")
    return one == those or (" " not in name and len(name) > _SHORTEST and one == those.rpartition(" ")[2])


_SHORTEST: Final = 4


_KEY_NAMES: Final = r"[0-9*#]|zero|one|two|three|four|five|six|seven|eight|nine|star|pound"
_OTHER_NAMES: Final = (
    r"null|eins|zwei|drei|vier|f[uü]nf|sechs|sieben|acht|neun|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve"
    r"|z[eé]ro|un|deux|trois|quatre|cinq|six|sept|huit|neuf"
)
_LEADS_BEHIND: Final = re.compile(
    rf"(?:^|\b)(?<!\d and )(?<!\d or )(?<!days )(?<!day )(?<!nights )(?<!night )(?<!evenings )(?<!evening )(?<!daily )"
    rf"(?<!hours )(?<!open )(?:after|behind|under|inside|within|if you(?: have)?|having"
    rf"|(?:once|when) (?:you|they|callers|people)(?:['’]ve| have)?)"
    rf"(?: press(?:ed)?| hit| pushed| dialled| dialed| picked| choose| pick| select| chose| chosen| go for"
    rf"| selected| pressing| choosing| selecting| key"
    rf"| option)* [\"“'‘]?({_KEY_NAMES})(?![\w]|[-. (]{{1,2}}\d\d| ?[ap]\.?m\b| o['’]clock)[^:]{{0,40}}:\s*$"
    rf"|\b(?:inside|under|behind|after|within|in|for|menu|dentro de|en|dans|sous|unter|hinter|derri[eè]re)\b"
    rf"[^:]{{0,40}}\((?:key |option |press |opci[oó]n |tecla |touche |taste )?({_KEY_NAMES})\)[^:]{{0,20}}:?\s*$"
    rf"|^\W*(?:\d\d:\d\d(?::\d\d)?\s+)?(?:the )?(?:caller|callers|customer|user|tester|agent|you|me|and"
    rf"|[a-z]{{2,3}}(?=\W{{1,4}}(?:then )?(?:presses|pressed|chooses|chose|selects|selected|hits)\b))\W{{1,4}}"
    rf"(?:then )?(?:press(?:es|ed)?|choose?s?|chose|select(?:s|ed)?|hits?)\W+({_KEY_NAMES})\W*$"
    rf"|^\W*(?:sub-?)?(?:opci[oó]n|option|men[uú]|submen[uú]|taste|touche|key) ({_KEY_NAMES})\b[^:]{{0,40}}\]\s*$"
    rf"|^\W*(?:nach|hinter|unter|tras|despu[eé]s de|detr[aá]s de|apr[eè]s|derri[eè]re|sous) (?:(?:der|dem|taste|ziffer"
    rf"|l[ae]|el|opci[oó]n|tecla|touche) )*({_KEY_NAMES}|{_OTHER_NAMES})\b[^:]{{0,50}}:\s*$"
    rf"|^\W*(?:pressed|pressing|presses) ({_KEY_NAMES})\W*$"
    rf"|^\W*(?:\d\d:\d\d(?::\d\d)?\W+)?(?:tono|tecla|pulsa\w*|marca\w*|touche|tonalit[eé]|bip|taste|ton|tastenton"
    rf"|tone|dtmf)"
    rf"\W{{1,3}}({_KEY_NAMES})\W*$"
    rf"|^\W*(?:\d{{1,2}}:\d\d(?::\d\d)?)?\W*[\[(<]+\W*(?:the )?[a-z]\w{{1,11}} (?:pressed|chose"
    rf"|selected) ({_KEY_NAMES})\W*$"
    rf"|^\W*(?:\d\d:\d\d(?::\d\d)?\W+)?[a-z]\w{{1,11}} (?:presses|hits|chooses|selects) ({_KEY_NAMES})\W*$"
    rf"|\b(?:submen[uú]|sous-menu|untermen[uü])\W+(?:(?:de|du|des|der|zu[rm]?|von|f[uü]r|la|le|el|die|l['’])\W)*"
    rf"(?:(?:opci[oó]n|touche|taste|tecla|option|choix|ziffer) )?({_KEY_NAMES})\W*$"
    rf"|^\W*(?:si|wenn|if|lorsque|cuando|quand|nachdem)\b[^:]{{0,30}}\b(?:marc\w+|puls\w+|elig\w+|oprim\w+|presion\w+"
    rf"|tap[eé]z?|press\w*|chose|choisi|appuy[eé]\w*|compos[eé]\w*|sie|du|ha) (?:sur |le |la |el |die |auf )?"
    rf"({_KEY_NAMES})\b[^:]{{0,30}}:\s*$"
    rf"|[\[(][^\])]*\b(?:after|behind|under|following|apr[eè]s|nach|tras|despu[eé]s de) "
    rf"(?:(?:the|le|la|el|der|die) )?(?:key |option |pressing |touche |taste |tecla )?({_KEY_NAMES})"
    rf"(?: (?:on|in|of|from|at) [\w .-]{{2,24}})?[\])]\W*$",
    re.IGNORECASE,
)
"""What a line over a menu says of the key before it."""
WITHIN_OPTION: Final = re.compile(
    rf"\W*(?:dentro de|en|inside|in|within|under|im|unter|dans) (?:la |the |dem |der )?(?:opci[oó]n|option|key"
    rf"|menu|men[uúü]|touche|taste|punkt) ({_KEY_NAMES})\b",
    re.IGNORECASE,
)
"""How a sentence begins that tells of the menu behind a key: `Inside option 1, press 2`."""
_LONGEST_LEAD: Final = 80
_PRESSING: Final = re.compile(
    rf"[^:]*\b(?:presses|pressed|hits|chooses|selects)\W+(?:{_KEY_NAMES})\W*$"
    rf"|\W*(?:\d\d:\d\d(?::\d\d)?\W+)?(?:tono|tecla|pulsa\w*|marca\w*|touche|tonalit[eé]|bip|taste|ton|tastenton"
    rf"|tone|dtmf)"
    rf"\W{{1,3}}(?:{_KEY_NAMES})\W*$",
    re.IGNORECASE,
)
_HEADED_BEHIND: Final = re.compile(
    r"\b(?:apr[eè]s|derri[eè]re|sous|tras|despu[eé]s del?|detr[aá]s del?|nach|hinter|unter) "
    rf"(?:(?:le|la|el|der|dem|touche|tecla|taste|ziffer|opci[oó]n) )+({_KEY_NAMES}|{_OTHER_NAMES})\W*$",
    re.IGNORECASE,
)


def headed_behind(words: str) -> tuple[str, ...]:
    """Give the key after which what stands under a heading comes: `Annonce 3, après le trois`."""
    found = _HEADED_BEHIND.search(words)
    return (NAMES.get(folded(found[1]), found[1]),) if found else ()


def tells_of_pressing(words: str) -> bool:
    """Whether a line tells of what was pressed in a call, and not what is behind a key: `JR presses 2`."""
    told = bool(key_pressed(words)) or (len(words) <= _LONGEST_LEAD and _PRESSING.search(words) is not None)
    return told and not _SUPPOSES.match(words)


_SUPPOSES: Final = AnyCase(r"\W*(?:if|when|once|after|having|si|cuando|quand|wenn|nachdem|apr[eè]s)\b")
"""What tells of a key that may have been pressed: `If you pressed 3:`."""


@lru_cache(maxsize=2048)
def behind_named(words: str) -> tuple[str, ...]:
    """Give the key that a line over a menu names: `After two (a child):`, `[caller presses 2]`."""
    if pressed := key_pressed(words):
        return (pressed,)
    words = without_reason(words)
    if len(words) > _LONGEST_LEAD or words.rstrip()[-1:] not in {":", "]", ")", ">", *"0123456789*#"}:
        return ()
    found = _LEADS_BEHIND.search(words)
    key = next(filter(None, found.groups())) if found else ""
    return (NAMES.get(folded(key)) or key,) if key else ()
