"""Where in a document something stands, and what that means for it: the number, the keys before it, the language."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.phones import HELPLINES, VOICE, Phone

_OF_ALL: Final = AnyCase(
    r"\W*(?:(?:the|our|main|contact|phone|telephone|support) )*(?:numbers?|phone|telephone|tel|call(?: us)?|hotline"
    r"|line"
    r"|nummer|rufnummer|telefon(?:nummer)?|tel[eé]fono|t[eé]l[eé]phone|num[eé]ro)\W*$"
)
"""A heading over nothing but the number of which the sections beside it speak, too."""


_OF_MENU: Final = AnyCase(
    r"\bwhat (?:\w+ ){0,3}(?:press(?:es)?|hears?)\b|\bphone (?:menu|tree)\b|\b(?:hours|day|night|closed) menu\b"
    r"|\bwhich (?:key|button)s?\b|\btelefon(?:men|ansage|assistent|computer|service|zentrale)\w*"
    r"|\bsprach(?:men|computer|system|assistent|dialog)\w*|\bserveur vocal\b|\bcentralita\b"
)
"""A heading that says plainly that a menu stands under it."""


_OF_CALL: Final = AnyCase(
    r"\bwhen (?:it|they|you|we) (?:answers?|picks? up)\b"
    r"|\bwhat (?:happens|will happen|comes) (?:when|once|if|after) (?:i|you|we|they) (?:call|ring|phone|dial)\b"
    r"|\bwhat are (?:the|my|your|our) (?:options|choices)\b|\bhow does (?:it|the (?:\w+ )?(?:menu|line|system)) work\b"
    r"|\b(?:was|welche tasten?) (?:h[oö]re|dr[uü]cke) ich\b|\b(?:qu['’]est-ce que j['’]|que vais-je )entend\w*"
    r"|\bqu[eé] (?:oigo|oir[eé]|pulso|marco|pasa cuando llamo)\b"
)


def heads_menu(title: str) -> bool:
    """Whether a heading asks what is heard, or done, in a call: `What will I hear?`, `What happens when I ring?`."""
    return _OF_MENU.search(title) or _OF_CALL.search(title)


OF_PART: Final = 7
"""The level of the heading of a part of a table: below those of the page, and that of the table."""
OF_TABLES: Final = 1 << 26
"""The parts of tables, whose rows belong together, have numbers from here on."""


@dataclass(slots=True)
class Section:
    """What stands under one heading, as far as it has been read.

    `number` is the last one that was told of there; `path` the keys that its heading says are pressed first, and
    `behind` that it only tells of what comes after them, `staged` that they were pressed in a call told of; `items`
    and `numbers` the keys and the number of the last item of each level of a list. `about` names what it is about
    where that is no phone menu; `listed` whether its number is that of a row of a list, and `directory` whether such
    rows give several; `phones` whether anything in it has to do with telephones.
    """

    level: int
    title: str
    number: str = ""
    path: tuple[str, ...] = ()
    behind: bool = False
    staged: bool = False
    time: str = ""
    language: str = ""
    about: str = ""
    phones: bool = False
    last: tuple[str, ...] = ()
    lead: str = ""
    lead_path: tuple[str, ...] = ()
    lead_time: str = ""
    lead_number: str = ""
    lead_at: int = -9
    listed: bool = False
    directory: bool = False
    items: dict[int, tuple[str, ...]] = field(default_factory=dict)
    numbers: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class Place:
    """The sections around a block, from the whole document to the innermost."""

    sections: list[Section]
    over_table: str = ""

    @property
    def here(self) -> Section:
        """The innermost section."""
        return self.sections[-1]

    def number(self) -> str:
        """Give the number that is spoken of here, or nothing."""
        for one in reversed(self.sections):
            if one.number:
                return one.number
        return ""

    def path(self) -> tuple[str, ...]:
        """Give the keys that the headings say are pressed first."""
        for one in reversed(self.sections):
            if one.path:
                return one.path
        return ()

    def time(self) -> str:
        """Give the part of the day that the headings speak of."""
        for one in reversed(self.sections):
            if one.time:
                return one.time
        return ""

    def language(self) -> str:
        """Give the language that the headings name."""
        for one in reversed(self.sections):
            if one.language:
                return one.language
        return ""

    def about(self) -> str:
        """Name what is spoken of here, where that is no phone menu; a heading over a menu counts before those above."""
        for one in reversed(self.sections):
            if one.about:
                return one.about
            if _OF_MENU.search(one.title):
                return "past" if any(each.about == "past" for each in self.sections) else ""
        return ""

    def is_called_where_about(self) -> bool:
        """Whether the title that is about something else has a number right under it, before any other heading."""
        about = next((at for at, one in enumerate(reversed(self.sections)) if one.about), 0)
        return about > 0 and bool(self.sections[-1 - about].number)

    def phones(self) -> bool:
        """Whether what stands here has to do with telephones."""
        return any(one.phones for one in self.sections)

    def titles(self) -> str:
        """Give all headings, from the outermost on."""
        return " / ".join(one.title for one in self.sections if one.title)

    def enter(self, section: Section) -> None:
        """Come to a new heading: leave every section that is not above it."""
        for one in self.sections:
            if one.staged:
                one.path, one.behind, one.staged = (), False, False
        if section.level == OF_PART:
            self._enter_part(section)
        while len(self.sections) > 1 and self.sections[-1].level >= section.level:
            self.sections.pop()
        self.sections.append(section)

    def call(self, number: str) -> None:
        """Speak from here on of a number that is called by its name: `Dial the access number`."""
        for one in self.sections:
            if one.number or one is self.here:
                one.number = number

    def _enter_part(self, section: Section) -> None:
        """Come to a part of a table: what stands over the table, and over its first part, leads to every one."""
        if self.here.level == OF_PART:
            section.lead = self.over_table
        else:
            section.lead = f"{self.here.title} {self.here.lead}".strip()
            self.over_table = f"{section.lead} {section.title}".lstrip()
        section.lead_at = self.here.lead_at

    def _see_directory(self, phone: Phone, *, alone: bool) -> None:
        """Note whether a number is another one of a list of them."""
        here = self.here
        another = alone and here.listed and phone.e164 != here.number != ""
        here.directory = another or (here.directory and alone)

    def come_to(self, group: int) -> None:
        """Come to what is no heading: behind a table, a page goes on with what it spoke of before."""
        while self.here.level == OF_PART and group < OF_TABLES:
            self.sections.pop()

    def note(self, phones: tuple[Phone, ...], *, alone: bool, leads: bool = False) -> None:
        """Remember the numbers of a block; `alone` where it speaks for itself only, as a row of a table does.

        `leads` says that it leads on to what comes next, so that this is of its number, even if one from abroad.
        """
        voice = [phone for phone in phones if phone.use == VOICE and phone.e164 not in HELPLINES]
        if not voice:
            return
        self.here.phones = True
        first = next((phone for phone in voice if not phone.abroad), voice[0])
        self._see_directory(first, alone=alone)
        if not self.here.number or not (alone or (first.abroad and not leads)):
            self.here.number, self.here.listed = first.e164, alone
        outer = self.sections[-2] if len(self.sections) > 1 else None
        if outer is not None and not outer.number and _OF_ALL.match(self.here.title):
            outer.number, outer.phones = first.e164, True
