"""What the sentence of hours says of them: that they are those of a line, of its people, of a machine, of a season."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from ivr.prose.anycase import AnyCase
from ivr.prose.hours import ALWAYS, Hours, names_a_day
from ivr.prose.hours_days import on_days_named
from ivr.prose.seasons import season_of

_MACHINE: Final = AnyCase(
    r"\b(?:automated|self-service|(?<!be )(?<!are )recorded|sprachcomputer|serveur vocal|sistema autom[aá]tico)\b"
)
_OF_NUMBER: Final = re.compile(
    r"\d[\d .-]{4,}\d ?\((?:\w{2,6} ){0,2}$|\(\d[\d -]{8,}, $"
    r"|\d[\d -]{2}\d(?:,| [–—-]|:)? (?:between |from |open |is open |daily |de |du |von |le )?$"
)
"""A telephone number right before hours."""
_LINES_OPEN: Final = AnyCase(
    r"\b(?:lines?|(?:tele)?phones?|(?:call|contact) cent(?:er|re)|switchboard|(?:tele)?phone support"
    r"|(?:help|service|support|assistance) ?desk|(?<=\bthe )desk(?! (?:in|at|on) the ))\b[^.;]{0,40}\b(?:are|is)"
    r" (?:now |also |always )?(?:open|on|there|answered|staffed|manned|available)\b|\blines? open\b"
    r"|\b(?:lines?|helpline|hotline|switchboard|(?:tele)?phones?)\b[^.;]{0,40}\d[,:]? (?:answered|staffed|manned)\W*$"
    r"|\b(?:lines?|phones?) (?:staffed|answered|manned|open)\b"
    r"|\b(?:(?:tele)?phone (?:lines?|enquir(?:y|ies)|inquir(?:y|ies)|hours|service)|call cent(?:er|re)(?: hours)?"
    r"|helpline|hotline|lines?)\b[^.;]{0,25}(?:: ?|, | [–—-] )$|\banswers? (?:this|the) (?:number|line|phone)\b"
    r"|\b(?:answers?|takes?|looks? after) (?:the |your |our )?(?:phones?|calls?)\b|\b(?:bureau|on vous"
    r"|nous) r[eé]pond(?:ons)?\b"
    r"|\b(?:standard|ligne|(?:accueil|service) t[eé]l[eé]phonique)\b[^.;]{0,40}\b(?:ouverte?|r[eé]pond|fonctionne"
    r"|joignable|disponible)\b"
    r"|\b(?:centralita|l[ií]nea|(?:atenci[oó]n|servicio) telef[oó]nic[ao])\b[^.;]{0,40}\b(?:abierta|atiende|funciona"
    r"|disponible)\b"
    r"|\b(?:\w*telefon\w*|\w*hotline|leitung(?:en)?)\b[^.;]{0,60}\b(?:besetzt|erreichbar|geschaltet)\b"
    r"|\b\w*(?:telefon|hotline):?,? (?:von )?$"
)
"""What says of hours that they are those of a line: `Our lines are open from`."""
_DESK: Final = re.compile(
    r"\b(office|billing|accounts|claims|sales|reservations|bookings|reception|help ?desk|enquiries|pharmacy|b[uü]ro"
    r"|sekretariat|secr[eé]tariat|secretar[ií]a|recepci[oó]n|oficina)\b",
    re.IGNORECASE,
)
"""Whose hours are told, where they are not those of all of a line."""
_ONLY: Final = re.compile(
    r"[\s,(]{0,2}(?:only|uniquement|seulement|[uú]nicamente|solamente)\b"
    r"|[\s,.;(]{1,3}closed (?:on |at |all |every )?(?:sat|sun|weekend)",
    re.IGNORECASE,
)
"""What says behind hours that there are no others."""
_SHORT_GAP: Final = 20
_STAFF: Final = AnyCase(
    r"\b(?:advis[eo]rs?|agents?|staff\w*|team|representatives?|specialists?|while we(?:['’]re| are) open|people"
    r"|person|somebody|someone|operators?|office"
    r"|conseill[eè]re?s?|asesor\w*|agentes?|berater\w*|mitarbeiter\w*)\b"
)
"""What says of hours that people answer then."""
_OF_ALL: Final = AnyCase(r"\b(?:(?:call|contact) cent(?:er|re)|our (?:phone |telephone )?lines)\b")
"""What calls the line of a whole house, whichever number was named last."""
_AFTER: Final = 30
"""Letters behind hours that are looked at."""
_SOON: Final = 60
"""Letters behind hours in which their sentence ends, or a number stands that is theirs."""


class SaidHours(NamedTuple):
    """Hours with their sentence: where it begins, what it says before them, up to their end, and right behind them."""

    hours: Hours
    begun: int
    before: str
    said: str
    behind: str
    rest: str

    @property
    def around(self) -> str:
        """Give the sentence up to the end of the hours, with as much behind them as is looked at."""
        return self.said + self.behind

    def are_by_number(self) -> bool:
        """Whether hours stand right behind a number that is called; texts are sent to others."""
        return _OF_NUMBER.search(self.before[-_SHORT_GAP:]) is not None and not _TEXTED.search(self.before)

    def are_of_phones(self) -> bool:
        """Whether a sentence says of its hours that they are those of a line."""
        return (
            self.hours.words[:4].lower() == "line"
            or _LINES_OPEN.search(self.said[: -len(self.hours.words)])
            or _LINES_OPEN.search(self.said)
        )

    def are_of_house(self) -> bool:
        """Whether a sentence calls the line that of a whole house."""
        return _OF_ALL.search(self.said)

    def are_of_people(self) -> bool:
        """Whether a sentence tells when people answer."""
        return _ANSWERING.search(self.said)

    def name_people(self) -> bool:
        """Whether a sentence names people: behind hours that never end, others may be meant."""
        return _STAFF.search(self.said if self.hours.minutes == ALWAYS else self.around)

    def are_the_only_ones(self) -> bool:
        """Whether a sentence says that there are no other hours."""
        return _ONLY.match(self.behind) is not None

    def desk(self) -> str:
        """Give whose hours a sentence tells, where they are not those of all of a line."""
        named = _DESK.search(self.said)
        return named[1].lower() if named else ""

    def since(self, at: int) -> str:
        """Give a sentence from a letter on, without what follows on a fax: `Mon-Fri 8-4. Fax 555-0100`."""
        next_one = _NEXT_SENTENCE.search(self.behind)
        return (self.said + (self.behind[: next_one.start()] if next_one else self.behind))[at:]

    def season_or_machine(self) -> str:
        """Give the season for which hours hold, or say that they are those of a machine."""
        ends = _SENTENCE_OVER.search(self.behind)  # the next sentence may be of another season
        said = self.said + (self.behind[: ends.start()] if ends else self.behind)
        if season := season_of(said):
            return f"season {season}"
        return "automated" if _MACHINE.search(said) else ""


def said_hours(words: str, told: Hours) -> SaidHours | None:
    """Give hours with their sentence, as it tells them; none where it tells of closing."""
    begun, over = _sentence_start(words, told.start), told.start + len(told.words)
    one = _as_open(told, words[begun : told.start], words[over : over + _SOON])
    if one is None:
        return None
    one = on_days_named(one, words[begun : one.start])
    over = one.start + len(one.words)
    rest = words[over : over + _SOON]
    ends = _SENTENCE_OVER.search(rest)
    return SaidHours(
        one,
        begun,
        words[begun : one.start],
        words[begun:over],
        words[over : over + _AFTER].ljust(_AFTER),
        rest[: ends.start()] if ends else rest,
    )


_ANSWERING: Final = AnyCase(
    r"\b(?:agents|advis[eo]rs|representatives|operators) (?:are|will be) (?:now |also )?"
    r"(?:available|here|there|on duty)\b"
)
_TEXTED: Final = AnyCase(r"\b(?:text|texts|sms|texto|textos|texting) ")
_NEXT_SENTENCE: Final = re.compile(r"\. (?=(?:(?:Tele)?[Ff]ax|E-?[Mm]ail|Chat|Online|Web\w*|Visit\w*|Besuch\w*)\b)")
"""Where the sentence behind hours begins that tells of another way to an office than its line."""
_SENTENCE_OVER: Final = re.compile(r"[.;?!][\"”’)*]* ")


def _as_open(told: Hours, before: str, behind: str) -> Hours | None:
    """Give hours as those at which a line is open, where it is said to be closed at them; nothing where it is at noon.

    `before` and `behind` are what their sentence says before them, and behind them.
    """
    if not (_CLOSED.search(before) or _SHUT_THEN.match(behind)):
        return told
    is_night = told.minutes is not None and any(minute == 0 for _, minute in told.minutes)
    return told._replace(minutes=ALWAYS - told.minutes) if is_night and told.minutes and not names_a_day(told) else None


_CLOSED: Final = AnyCase(
    r"\b(?:closed?|shut|cerrad[oa]s?|cierran?|cerramos|ferm[eé]e?s?|fermons|geschlossen|schlie(?:ß|ss)en(?: wir)?)"
    r"(?: daily| every day)?\W*$"
)
_SHUT_THEN: Final = AnyCase(
    r"[^.;:]{0,35}\b(?:(?:we|lines|phones|it|office)(?: are| is|['’](?:re|s))|sind wir|estamos|sommes) "
    r"(?:shut|closed|geschlossen|cerrad[oa]s?|ferm[eé]e?s?)\b(?! (?:on|at|all|every|from|los|le|les|am|an)\b)"
)


def _sentence_start(words: str, at: int) -> int:
    """Give where the sentence around a place begins, at most so many letters before."""
    near = max(at - _NEAR, 0)
    return max(near, *(words.rfind(mark, near, at) + 1 for mark in (". ", "? ", "! ", "; ")))


_NEAR: Final = 90
