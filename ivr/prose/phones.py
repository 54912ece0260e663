"""Telephone numbers in text, in any notation: where they stand, and what they are in E.164."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

import phonenumbers
from phonenumbers import PhoneNumberFormat

from ivr.prose.anycase import AnyCase
from ivr.prose.closing_numbers import is_being_closed
from ivr.prose.countries import country_beside, hinted
from ivr.prose.spoken import ends_spoken, written_out

FAX, TEXT_TELEPHONE, MESSAGES, VOICE = "fax", "tty", "sms", "voice"
_ABROAD: Final = AnyCase(
    r"\b(?:from (?:abroad|overseas|outside)|outside (?:the |of )*(?:us|uk|u\.s\.|usa|country|canada|europe"
    r"|india|ireland|australia|south africa|new zealand|republic|united (?:states|kingdom))|across the border|nris?"
    r"|international(?:ly)?|overseas|abroad"
    r"|[eé]tranger|extranjero|fuera de|ausland|international)\b[^.;|]{0,30}$"
)
"""What stands before a number that is for callers in other countries."""

_GAP: Final = r"[ \u00a0\u2009\u202f.\-\u2010-\u2015/]"
_CANDIDATE: Final = re.compile(
    rf"(?=[+(\d])(?<![\w+*#.,$€£@/])(?:(?:\+?1{_GAP}?)?\(?8\d\d\)?{_GAP}{{1,2}}(?:\d{{1,4}}-?)?(?:[A-Z](?:-?[A-Z0-9]){{3,11}}"
    rf"|[A-Z]{{2,6}} [A-Z]{{2,6}})(?!\w)"
    rf"|0[38]\d\d{_GAP}(?:\d{{2,4}}{_GAP})?\d{{0,2}}[A-Z]{{3,7}}(?!\w)"
    rf"|1[38]00{_GAP}?[A-Z]{{2,7}}(?: [A-Z]{{2,6}})?(?!\w)"
    rf"|(?:\+?1{_GAP})?\(?[2-9]\d\d\)?{_GAP}{{1,2}}[2-9]\d\d{_GAP}[A-Z]{{4}}(?!\w)"
    rf"|(?:\+\d\d ?(?:\(0\) ?)?|0)[1-9]\d{{1,4}} / [1-9]\d{{1,4}}"
    rf"(?:{_GAP}?\d{{2,4}}){{0,4}}(?:-0)?(?![\d%€£$])"
    rf"|(?:\+|00)?\(?\d(?:(?:{_GAP}|{_GAP}?\(\d{{1,4}}\){_GAP}?"
    rf"|\)[ \-]?){{0,2}}\d){{5,15}}(?![\d%€£$]))"
)
_DIGITS: Final = re.compile(r"\d(?:(?<=8)\d\d|(?<=1)300|(?:\D{0,8}\d){5})")
"""What every one of them has in it."""
_MOST_DIGITS: Final = 17
"""An E.164 number has 15 digits; 00 may stand before it."""
_FEWEST_OF_TRUNK: Final = 10
"""Digits of a number that begins with 0; fewer may be a date."""
_SINGLES: Final = re.compile(r"\d(?:\D\d){5}")
"""Digits one by one: keys or the like, and no number."""
_LAST_GROUP: Final = re.compile(r"[ .-]+\d{1,4}$")
_AMERICAN: Final = re.compile(r"^((?:\+?1[ .-]?)?(?:\([2-9]\d\d\) ?|[2-9]\d\d[ .-])[2-9]\d\d[ .-]\d{4}) ")
"""An American number with hours or keys right behind it: `802-555-0100 8-5`, `802-555-0100 2-1-4`."""
_HOURS_BEFORE: Final = re.compile(
    r"^(?:\d{1,2}[-–]\d{1,2}[.,]?|\d{1,2}\.) {1,2}"
    r"(?=(?:1[ .-])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[ .-])[2-9]\d\d[ .-]\d{4}(?!\d))"
)
"""Hours that end right before an American number: `Mon-Fri 9-5. 802-555-0100`."""
_TEXTED: Final = (
    r"text[ -]?(?:tele)?phones?|deaf telephone|schreibtelefon|t[eé]l[eé]phone [aà] texte|tel[eé]fono de texto"
)
_BY_TEXT: Final = AnyCase(rf"\b(?:{_TEXTED})\b")
"""Telephones by name, on which nobody speaks."""
_AFTER: Final = re.compile(
    rf"(?:\s|[,;:)])*\(?(?:(fax)|(tty|tdd|{_TEXTED})|(sms|text(?![ -]?(?:tele)?phone)))\b"
    r"(?!\s*[:#]?\s*\(?\d|\s+(?:users?|callers?|ends?|endet|on|is|ist|at"
    r"|under|unter)\b)",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    r"\b(?:(fax|telefax|t[eé]l[eé]copi(?:e|eur)|faxnummer)|(tty|tdd|relay|minicom"
    rf"|{_TEXTED})"
    r"|(sms|text(?![ -]?(?:tele)?phone)|texto|texte|whatsapp))\b(?: \| )?[^.;|,]{0,40},? ?$"
    r"|\b(?P<other>iban|meeting id|webinar id|passcode|pin|vat|zip|build|konto|a[bc]n"
    r"|nmls|ein|tin|npi|is[bs]n|sire[tn]|rcs|ust-?id(?:nr)?\.?|steuernr\.?|cif|nif|rfc|bsb|bic|gst|biller code"
    r"|sort code|(?:registered|registration|reg\.?|company|charity|firm|routing) ?(?:number|no\.?|ref\.?(?: no\.?)?)"
    r"|(?:account|order|policy|reference"
    r"|invoice"
    r"|ticket|case|customer|serial|tracking|licen[cs]e) ?(?:number|no\.?|nr\.?|#|id))\b[^.;|\d]{0,12}$",
    re.IGNORECASE,
)
_BEHIND: Final = 60
"""Letters behind a number that say what it is for."""
_RETIRED: Final = AnyCase(
    r"\b(?:old|former|previous) (?:\w+ ){0,4}(?:number|line)(?: was| is|,|:)? ?$"
    r"|\b(?:retired|scrapped|switched off|got rid of|stopped using|no longer use)(?: the| our)?(?: number| line)? ?$"
)
_RETIRED_BEHIND: Final = AnyCase(
    r",? ?(?:is|was|has been) (?:now )?(?:no longer in (?:use|service)|disconnected|out of service)\b"
)
"""What says of a number that nobody answers it any more."""
_VOICE: Final = AnyCase(
    r"\b(?:call(?:s|ing)?|phon(?:e|ing)|tel|telephone|voice|dial(?:l?ing)?|ring(?:ing)?|ll[aá]m(?:e|a|en|ar|ando|anos"
    r"|enos)|tel[eé]fono|appel(?:ez|er|ant)|t[eé]l[eé]phon(?:e|ez|er|ant)|(?:an)?rufen|anruf|telefonisch)\b"
)
_DATE: Final = re.compile(
    r"(?:19|20)\d\d[-./]\d\d?[-./]\d\d?$|[0-3]\d\.[01]\d\. \d\d?(?:[:.]\d\d)?$|\d\d?[-./]\d\d?[-./](?:19|20)\d\d$"
    r"|\d+[ .]\d+$|[\d]{1,3}(?:[ .]\d{3})+$"
)
_DAY: Final = re.compile(
    r"(?:19|20)\d\d[-./](?:0\d|1[0-2])[-./][0-3]\d(?!\d)|[0-3]?\d([-./])[0-3]?\d\1(?:19|20)\d\d(?!\d)"
)
"""A day of the year, which a time may follow."""
_CLOCK: Final = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
_NO_NUMBER: Final = re.compile(rf"{_DAY.pattern}|{_SINGLES.pattern}|{_CLOCK} ?[-–—] ?{_CLOCK}$")
"""What begins as no number does: a day, keys one by one; or hours: `13.00–17.30`."""
_SPANISH: Final = re.compile(r"[6-9]\d\d([ .])\d{3}\1\d{3}$")
"""A number of Spain in groups of three digits, which looks like an amount."""
_OF_LANGUAGE: Final = {
    "es": ("ES", "MX"),
    "fr": ("FR", "BE", "CH"),
    "de": ("DE", "AT", "CH"),
    "en": ("GB",),
    "cy": ("GB",),
    "ga": ("IE",),
    "": ("GB", "DE", "FR"),
}
NUMBERED: Final = re.compile(r"\d{3}|\d\d[ .]\d\d[ .]\d\d")
"""What may be a telephone number: three digits in a row, or three pairs; a quick look before a close one."""
_SPELLING: Final = re.compile(r"[\s\u00a0\u2009\u202f]+")
_DASHES: Final = re.compile(r"[\u2010-\u2015]")
_NANP: Final = re.compile(r"1[2-9]\d\d[2-9]\d{6}")


HELPLINES: Final = frozenset(("+18002221222", "+44800111999"))
"""Numbers that pages name for others, and that are nobody's own: the poison centres' (US), and the one for gas (UK)."""


class Phone(NamedTuple):
    """A number as it stands in a text: from `start` to `end`, how it is spelled, and what it is for."""

    start: int
    end: int
    e164: str
    spelling: str
    use: str = VOICE
    abroad: bool = False


class Regions(NamedTuple):
    """Where numbers without a country's code are dialled: the region asked for, then those that a document hints at."""

    first: str
    others: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()
    home: str = ""
    """A country of America in which Spanish is spoken, where a document is plainly from there, and names no other."""


def regions_for(texts: Iterable[str], region: str, language: str, tag: str = "") -> Regions:
    """Give the regions in which a document's numbers may be meant: what it says, and its numbers with a +, name some.

    `tag` is the language that it says it is in, which may name a region: `en-NZ`.
    """
    every = list(texts)
    marked = [text for text in every if "+" in text]
    codes = dict.fromkeys(found for text in marked for found in re.findall(r"\+(\d{1,3})", text))
    known = frozenset(
        one.e164 for text in marked[:_MOST_MARKED] for one in phones_in(text, Regions(region)) if one.spelling[0] == "+"
    )
    named: list[str] = []
    for code in codes:
        for length in (1, 2, 3):
            regions = phonenumbers.COUNTRY_CODE_TO_REGION_CODE.get(int(code[:length]), ())
            named += [one for one in regions[:1] if one.isalpha()]
    of_language = _OF_LANGUAGE.get(language[:2], ())
    english = language[:2] in {"", "en"} and _ENGLISH.isdisjoint(named)
    british = [one for one in named if one in _ENGLISH] if language[:2] in {"", "en"} else []
    others = dict.fromkeys(
        (*of_language, *named) if english else (*british, *of_language, *named) if british else (*named, *of_language)
    )
    of_country = hinted(every, tag, language)
    others = dict.fromkeys((*of_country, *others))
    homes = (one for one in (*of_country[:1], *named[:1]) if one in _SPANISH_AMERICA)
    if "AU" in others:
        known |= {f"+61{''.join(found.split())}" for text in every if "13 " in text for found in _SIX.findall(text)}
    home = next(homes, "") if language[:2] == "es" and "US" not in named else ""
    return Regions(region, tuple(one for one in others if one != region), known, home)


_SPANISH_AMERICA: Final = frozenset(("MX", "CO", "AR", "CL", "PE"))
_ENGLISH: Final = frozenset(("AU", "NZ", "IE", "ZA", "IN", "SG", "HK", "MY"))
"""Regions beside Britain in which English documents have numbers that begin with 0."""
_SIX: Final = re.compile(r"(?<![\d.,$-])13 \d\d \d\d(?![\d.,]\d|\d)")
"""A number of six digits as Australia writes it, by which another spelling of it is known for a number: `13 1234`."""
_MOST_MARKED: Final = 50
"""Blocks with a + in them in which a country is looked for."""


def phones_in(text: str, regions: Regions) -> Iterator[Phone]:
    """Give the telephone numbers of a text in their order."""
    spoken, text = ends_spoken(text), written_out(text)
    if not _DIGITS.search(text):
        return
    for found in _CANDIDATE.finditer(text):
        spelling = found[0].rstrip(" .-(/")
        start = found.start()
        if spelling.startswith("(") and ")" not in spelling:
            spelling, start = spelling[1:], start + 1
        if sum(map(str.isalnum, spelling)) > _MOST_DIGITS or _NO_NUMBER.match(spelling):
            continue
        start += len(spelling) - len(spelling := _HOURS_BEFORE.sub("", spelling, 1))
        spelling = _without_next(spelling, regions)
        country = country_beside(text[max(start - _LABEL, 0) : start])
        e164 = _e164(spelling, Regions(country) if country else regions) or _e164(spelling, regions)
        if not e164 and ". " in spelling:
            spelling = spelling.partition(". ")[0]  # "Call 1-800-555-0100. 2-2-5 gets you a person"
            e164 = _e164(spelling, regions)
        if not e164:
            spelling, e164 = _without_last(spelling, regions)
        if e164:
            end = spoken.get(start, start + len(spelling))
            use = _use(text[max(start - 60, 0) : start], text[end : end + _BEHIND], spelling)
            if use and not is_being_closed(text, start):
                abroad = _ABROAD.search(text[max(start - 60, 0) : start])
                yield Phone(start, end, e164, _spelled(spelling), use, abroad)
                if (digits := _IN_DIGITS.match(text, end)) and spelling[-4:].isalpha() and digits[1] != e164[-4:]:
                    spelled = f"{_spelled(spelling)[:-4]}{digits[1]}"
                    yield Phone(digits.start(1), digits.end(1), f"{e164[:-4]}{digits[1]}", spelled, use, abroad)


_LABEL: Final = 24
"""Letters before a number in which its country may be named."""


def _without_next(spelling: str, regions: Regions) -> str:
    """Leave out a digit with which the next sentence begins: `Ring 01632 960111. 1 = bookings`."""
    before = _DIGIT_BEHIND.sub("", spelling, 1)
    e164 = _e164(before, regions) if before != spelling else ""
    return before if e164 and (_BRITISH.fullmatch(before) or _is_valid(e164)) else spelling


def _without_last(spelling: str, regions: Regions) -> tuple[str, str]:
    """Leave out digits that stand behind a number: hours, keys, an extension; nothing that would cut a number short."""
    shorter = spelling
    for _ in range(_MOST_GROUPS):
        found = _AMERICAN.match(shorter)
        shorter = found[1] if found else _LAST_GROUP.sub("", shorter)
        e164 = _e164(shorter, regions)
        if e164 and (found or _BRITISH.fullmatch(shorter) or _is_valid(e164)):
            return shorter, e164
    return spelling, ""


_MOST_GROUPS: Final = 2
"""Groups of digits behind a number that are those of hours: `9-5`."""
_DIGIT_BEHIND: Final = re.compile(r"\.\s{1,2}\d{1,2}$")
"""A digit behind the sentence that a number ends."""
_IN_DIGITS: Final = re.compile(r"\s?\(=? ?(\d{4})\)")
"""The digits for which the letters at the end of a number are meant to stand: `1-800-555-HELP (4357)`."""


def use_named(label: str) -> str:
    """Say what a label names a number as: a fax, or a text telephone; nothing for a voice line."""
    found = _BEFORE.search(label) if label and not _VOICE.search(_BY_TEXT.without(label)) else None
    return "" if found is None or found[3] or found["other"] else FAX if found[1] else TEXT_TELEPHONE


_OF_LINE: Final = AnyCase(r"(?:^|\. |\| )(?:the )?customer (?:number|no\.?):\W{0,3}$")
"""What calls the number of a line by those who call it; where it has a caller's own, it says whose that is."""


def _use(before: str, after: str, spelling: str) -> str:
    """Say what a number is for, by the words around it; nothing where it is no telephone number at all."""
    if _RETIRED.search(before) or _RETIRED_BEHIND.match(after):
        return ""
    behind = _AFTER.match(after)
    if behind:
        return FAX if behind[1] else TEXT_TELEPHONE if behind[2] else MESSAGES
    found = _BEFORE.search(before)
    if not found or _VOICE.search(_BY_TEXT.without(found[0])):
        return VOICE
    if found["other"]:
        return VOICE if spelling.count(" ") + spelling.count("-") > 1 and _OF_LINE.search(before) else ""
    return FAX if found[1] else TEXT_TELEPHONE if found[2] else MESSAGES


@lru_cache(maxsize=4096)
def _e164(spelling: str, regions: Regions) -> str:
    is_date = bool(_DATE.match(spelling)) and not spelling.startswith(("+", "0", "1-8", "1 8", "1.8"))
    if spelling[0] != "+" and (e164 := _of_known(spelling, regions, is_date=is_date)):
        return e164
    if is_date:
        return _parsed(spelling, "ES", doubtful=True) if "ES" in regions.others and _SPANISH.match(spelling) else ""
    if regions.others[:1] and regions.others[0] in _FREE_AS_AMERICA and _FREE.match(spelling):
        return _parsed(spelling, regions.others[0], doubtful=False)
    if american := _of_america(spelling, regions.first):
        return american
    possible = ""
    for region in ("GB",) if _BRITISH.fullmatch(spelling) else (regions.first, *regions.others):
        e164 = _parsed(spelling, region, doubtful=region != regions.first)
        if e164 and (region == regions.first or _is_valid(e164)):
            return e164
        possible = possible or e164
    return possible


def _of_america(spelling: str, region: str) -> str:
    """Read a number that is written with America's code, or is one of its free ones, where it is none of its region."""
    if phonenumbers.country_code_for_region(region) == 1 or not _WITH_CODE.fullmatch(spelling):
        return ""
    at_home = _parsed(spelling, region, doubtful=False) if spelling[0] != "1" else ""  # nobody dials a 1 by itself
    return "" if at_home and _is_valid(at_home) else _parsed(spelling, "US", doubtful=False)


_WITH_CODE: Final = re.compile(
    rf"(?:1{_GAP}\(?[2-9]\d\d\)?|\(?8(?:00|33|44|55|66|77|88)\)?){_GAP}{{1,2}}[2-9]\d\d{_GAP}\d{{4}}"
)
"""`1-888-555-0142`, `(888) 555-0142`."""
_FREE: Final = re.compile(r"1800[ -]\d{3}")
_FREE_AS_AMERICA: Final = frozenset(("IN", "AU", "IE"))
"""Countries in which free numbers begin with the four digits 1800, where America parts the 1 from the 800."""


def _of_known(spelling: str, regions: Regions, *, is_date: bool) -> str:
    """Read a number as one of a country that a document names: it, or its exchange, stands there with a + as well.

    `is_date` says that it looks like a date or an amount, and is a number only if all of it stands there.
    """
    if regions.known:
        every = [_parsed(spelling, region, doubtful=False) for region in regions.others]
        for of_exchange in (_WHOLE,) if is_date else (_WHOLE, _EXCHANGE):
            beginnings = {number[:of_exchange] for number in regions.known}
            if known := next((e164 for e164 in every if e164 and e164[:of_exchange] in beginnings), ""):
                return known
    if is_date:
        return ""
    homes = [regions.home] if regions.home and spelling.lstrip("(")[0] != "1" else []
    homes += regions.others if "MX" in regions.others and _IN_FOURS.fullmatch(spelling) else ()
    every = [_parsed(spelling, region, doubtful=False) for region in homes]
    return next((e164 for e164 in every if e164 and _is_valid(e164)), "")


_WHOLE: Final = 16
_EXCHANGE: Final = 8
"""Signs at the beginning of a number that are its country and exchange, with the +."""
_IN_FOURS: Final = re.compile(rf"(?:\(\d\d\)|\d\d){_GAP}?\d{{4}}{_GAP}\d{{4}}")
"""How numbers of big towns are written in Spanish America: `(33) 5550 0190`."""
_BRITISH: Final = re.compile(rf"\(?011[3-8]\)?{_GAP}\d{{3}}{_GAP}\d{{4}}|\(?01632\)?{_GAP}?960{_GAP}?\d{{3}}")
"""A number of one of six British cities, which begins as America dials abroad; the blanks tell it apart.

So are those of no place at all, which Ofcom keeps for drama and examples: 01632 960000 to 960999.
"""


def _is_valid(e164: str) -> bool:
    return phonenumbers.is_valid_number(phonenumbers.parse(e164))


def _parsed(spelling: str, region: str, *, doubtful: bool) -> str:
    letters = any(sign.isalpha() for sign in spelling)
    try:
        number = phonenumbers.parse(
            spelling.replace("(0)", "") if spelling.startswith(("+", "00")) else spelling, region
        )
    except phonenumbers.NumberParseException:
        return ""
    if letters and number.country_code == 1:
        phonenumbers.truncate_too_long_number(number)
    if doubtful and not spelling.startswith(("0", "(0", "+", "13", "18")) and region != "ES":
        return ""
    if letters or doubtful:
        trunk = (
            spelling.startswith(("0", "(0"))
            and len(re.sub(r"\D", "", spelling)) >= _FEWEST_OF_TRUNK
            and phonenumbers.is_possible_number(number)
        )
        known = phonenumbers.is_valid_number(number) or (trunk and not letters)
    else:
        known = phonenumbers.is_possible_number_with_reason(number) == phonenumbers.ValidationResult.IS_POSSIBLE
    e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    if known and number.country_code == 1 and not _NANP.fullmatch(e164[1:]):
        return ""
    bare = spelling.isdigit() and not phonenumbers.is_valid_number(number)
    return e164 if known and not bare else ""


def _spelled(spelling: str) -> str:
    """Give a spelling in which only what a reader sees as another one makes a difference."""
    return _DASHES.sub("-", _SPELLING.sub(" ", spelling)).removeprefix("tel:").strip()


def as_dialled(phones: list[Phone]) -> list[Phone]:
    """Leave out digits beside a number in letters, which they spell: `1-800-FLOWERS (1-800-356-9377)`."""
    return [
        phone
        for at, phone in enumerate(phones)
        if not at or not any(map(str.isalpha, phones[at - 1].spelling)) or phone.start - phones[at - 1].end > _NEXT_TO
    ]


def is_instead(words: str, phone: Phone) -> bool:
    """Whether callers are told to hang up and call a number: it is another line's."""
    return _HANG_UP.search(words[max(phone.start - _BEFORE_NUMBER, 0) : phone.start])


_HANG_UP: Final = AnyCase(
    r"\bhang up and (?:call|dial|ring)\b|\braccrochez et (?:appelez|composez)\b|\bcuelgue y\b"
    r"|\blegen sie auf und\b"
)
_BEFORE_NUMBER: Final = 80
"""Letters before a number that may say so."""
_NEXT_TO: Final = 4
"""Letters between a number in letters and its digits."""
