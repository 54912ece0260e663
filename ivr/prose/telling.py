"""Reading a document from its first block to its last: every key that it tells callers of."""

from __future__ import annotations

import re
from typing import Final

from ivr.prose import guards, listed_key, listing
from ivr.prose.anycase import AnyCase
from ivr.prose.beside_reading import THEN_HEARD
from ivr.prose.block import HEADING, ITEM, PARAGRAPH, ROW, Block, Document, plain_text
from ivr.prose.calls_made import without_calls_made
from ivr.prose.changes import newest_of
from ivr.prose.column_scopes import time_headed
from ivr.prose.formerly_heard import without_formerly_heard
from ivr.prose.headed_menu import menu_opened
from ivr.prose.languages import language_chosen
from ivr.prose.line_signs import is_said
from ivr.prose.lines_called import line_headed
from ivr.prose.linked_menus import calls_menu, menus_linked, name_of, way_marked
from ivr.prose.menu_numbers import for_each_number, menu_named, numbers_of_menus
from ivr.prose.naming import behind_named, headed_behind, tells_key, tells_of_pressing
from ivr.prose.number_reading import NumberReading
from ivr.prose.own_numbers import numbers_of_ways, own_numbers, spelled_right, with_menu
from ivr.prose.phones import VOICE, Phone
from ivr.prose.prefilter import may_name_keys
from ivr.prose.redirected import sent_elsewhere
from ivr.prose.rung import without_rung
from ivr.prose.same_menu import numbers_sharing
from ivr.prose.scopes import language_headed, time_of
from ivr.prose.section import OF_PART, Section
from ivr.prose.table_rows import without_direct
from ivr.prose.titles import about_behind, is_of_menu, key_before
from ivr.prose.told import Told

_LONGEST_LABEL: Final = 80
"""Letters of a line that stands over others, and is no sentence."""
_MOST_NAMES: Final = 60
"""Names of lines that are kept; more than these no document has."""
_CALL_FIRST: Final = AnyCase(
    r"(?:please |first,? )?(?:call|dial|ring|phone|llam[ae]|appelez|composez|rufen)\b", re.IGNORECASE
)
_SUBJECT: Final = AnyCase(r"(?:subject|betreff|objet|asunto|re|fwd?|aw):")
"""The line of a letter that says what it is about."""
_OF_HEADINGS: Final = 1 << 21
"""The list that headings make, each of which tells of a key."""
_THEN_ALONE: Final = AnyCase(
    r"\W*(?:and |y |et |und )?(?:(?:in|inside|behind|under|within) (?:there|it|that)"
    r"|then|after that|from (?:there|here)|despu[eé]s|luego|puis|ensuite|dann|danach)(?: press| choose)?\W*$"
)
_PRESS_ONE: Final = AnyCase(
    r"\b(?:press|choose|select|dial|pick)\b[^.]*\b(?:one|keys?|numbers?|options?|following|these|menu)\b|\bpress:$"
    r"|\b(?:pulse|oprima|marque|elija)\b[^.]*\b(?:tecla|n[uú]mero|opci[oó]n|siguientes)\b"
    r"|\b(?:tapez|appuyez|composez|choisissez)\b[^.]*\b(?:touche|chiffre|num[eé]ro)\b"
    r"|\b(?:dr[uü]cken|w[aä]hlen) sie\b[^.]*\b(?:taste|ziffer|zahl)\b"
)
"""What stands over headings that are keys."""
_DASHED: Final = re.compile(r"\d\s*[-–—:=]\s*[^\W\d]")
"""A heading that is a key and what it is for, and no numbered section."""
_CHOICES: Final = AnyCase(
    r"\b(?:choices|phone menu|menu options|recording|options|(?:telefon|sprach)men[uü]|ansage|men[uú] (?:telef[oó]nico"
    r"|de voz)|opciones|menu (?:t[eé]l[eé]phonique|vocal)|serveur vocal|choix)\b"
)
_OF_HEADS: Final = AnyCase(
    r"\b(?:ziffern?|tasten?|zahl|nummer) (?:aus|in|vor) den [uü]berschriften\b|\b(?:number|digit|key)s? (?:in|from|of"
    r"|before) the headings?\b|\b(?:chiffre|num[eé]ro) (?:du|des|dans les|devant les) titres?\b"
    r"|\b(?:n[uú]mero|cifra) (?:del|de los) (?:t[ií]tulos?|encabezados?)\b"
)
"""What says that the numbers in headings are keys."""
_NEAR_LINES: Final = 12
"""Lines below the first one of a list among which the second one is sought."""
_CLOSE: Final = 2
"""Lines between a number in letters and its digits."""
_FAR: Final = 9
_DEFAULT: Final = AnyCase(
    r"\b(?:unless|except where) (?:a |an |another |stated|shown).{0,20}"
    r"|\ball (?:our )?(?:services|departments|enquiries) (?:are|can be reached) (?:on|at|by)\b"
)
"""What says that a number is that of everything for which none is told."""
_DIRECTLY: Final = AnyCase(
    r"\b(?:dial|call|ring) [^.;]{7,20} (?:direct(?:ly)?|instead)\b|\b(?:own|direct) (?:direct )?(?:line|number)\b"
)
"""What says of a number that it is for nothing but what stands beside it."""


def told_in(document: Document, region: str) -> tuple[list[Told], list[tuple[Phone, int]]]:
    """Give all keys that a document tells of, and all its telephone numbers with their lines."""
    return Reader(document, region).read()


class Reader(NumberReading):
    """Reads a whole document."""

    of_menus: dict[str, tuple[str, ...]]
    of_section: dict[int, tuple[str, ...]]
    """The numbers of each menu that a table names, and those of each section that is such a menu."""
    no_row = -1  # the level whose lines are no row of keys, as was seen last

    def read(self) -> tuple[list[Told], list[tuple[Phone, int]]]:
        """Give all keys that the document tells of, and all its telephone numbers with their lines."""
        numbers = [self._numbers(at, block) for at, block in enumerate(self.blocks)]
        numbers = sent_elsewhere(self.blocks, numbers)
        self._find_main(numbers)
        numbers = [with_menu(block.words, here) for block, here in zip(self.blocks, numbers, strict=True)]
        numbers = without_rung(self.blocks, numbers)
        self.linked, self.linking, self.leading = menus_linked(self.blocks)
        self.of_menus, self.of_section = numbers_of_menus(self.blocks, numbers), {}
        self.own = own_numbers(self.blocks, numbers)
        self.voices = [(line, phone.e164) for phone, line in self.phones if phone.use == VOICE]
        self.voices.sort(key=lambda one: one[0])
        self.called_lines = frozenset(line for line, _ in self.voices)
        self._see_kind()
        for at, block in enumerate(self.blocks):
            self._end_steps(at, block)
            self._block(at, block, numbers[at])
        self._end_steps(-1, Block(HEADING, plain_text("", 1)))
        self.found = without_formerly_heard(without_calls_made(self.found, self.blocks), self.blocks)
        if not self.found or self._tells_of_no_menu():
            return [], self.phones
        self.found = self._without_early()
        return self._settled(), self.phones

    def _block(self, at: int, block: Block, phones: tuple[Phone, ...]) -> None:
        phones = without_direct(block, phones) if block.kind == ROW and block.head else phones
        if block.kind == HEADING:
            self._heading(at, block, phones)
            return
        self.place.come_to(block.group)
        if block.kind == PARAGRAPH and (titled := self._titled_choice(at, block)) is not None:
            self._add(block, 0, (), titled.keys[0], titled.topic, listed=_OF_HEADINGS)
            self.place.here.lead_path, self.place.here.lead_at = titled.keys, at
            self.place.here.lead, self.place.here.items[block.level] = block.words, titled.keys
            return
        if at in self.linking or self._wording(at, block):
            return
        if self.found and block.kind != ROW and (keys := self._opens_again(at, block)):
            here = self.place.here
            here.lead_path, here.lead_at, here.lead = keys, at, block.words
            here.items[block.level] = ()
            self.listed_at = -_FAR
            return
        alone = (
            block.kind == ROW
            or (" | " in block.words and not self._heads_lines(at, block))
            or (block.kind == ITEM and not _CALL_FIRST.match(block.words))
            or self.has_default
            or (bool(phones) and block.words.rstrip()[-1:] != ":" and _DIRECTLY.search(block.words))
        )
        self.has_default = self.has_default or (bool(phones) and _DEFAULT.search(block.words))
        here = self.place.here
        self._leave_menu(at, block, phones)
        before = len(self.found)
        here.items[block.level] = ()
        if block.kind == ITEM:
            here.numbers[block.level] = next((one.e164 for one in phones if one.use == VOICE), "")
        self._read_block(at, block, phones)
        self._take_away(block, before)
        self._note_numbers(at, block, phones, alone=alone)
        self.has_called = self.has_called or bool(phones) or guards.speaks_of_lines(block.words)
        here.phones = here.phones or guards.speaks_of_calls(block.words)
        if here.last and (keys := self._led_on(at, block)):
            here.lead_path, here.lead_at, here.lead = keys, at, block.words
            return
        if block.kind == PARAGRAPH and len(self.found) == before and not (block.level and here.lead_path):
            if here.lead_path and at > here.lead_at + 1:
                here.lead_path = ()
            here.lead, here.lead_at = block.words, at
            staged = here.path if here.behind and tells_of_pressing(block.words) else ()
            named = behind_named(block.words) or self._named_menu(block.words)
            here.lead_path = staged or named or self._chosen_language(block.words) or here.lead_path
            here.lead_time = (
                time_of(block.words)
                if block.words.rstrip().endswith((":", "-", "–")) or len(block.words) < _LONGEST_LABEL
                else ""
            )
            headed = language_headed(block.words)
            here.language = headed or here.language

    def _led_on(self, at: int, block: Block) -> tuple[str, ...]:
        """Give the keys to the menu below a line that says that it is behind the key told of last."""
        last = self.place.here.last
        if _THEN_ALONE.match(block.words):
            line = self.found[-1].line if self.found else 0
            row = [one for one in self.found[-_FAR:] if one.line == line and not one.path]
            offered = {language_chosen(one.topic): (one.key,) for one in row}
            if len(offered) > 1 and "" not in offered and self.language in offered:
                return offered[self.language]
            if not self._chose_other_language():
                return last
        leads = self.told_at == at - 1 and THEN_HEARD.match(block.words) and self._begins_below(at)
        return self._in_own_language(last, block.words) if leads else ()

    def _chose_other_language(self) -> bool:
        """Whether the key that was told of last is for those who speak another language than the document's."""
        chosen = language_chosen(self.found[-1].topic) if self.found else ""
        return chosen not in {"", self.language}

    def _heads_lines(self, at: int, block: Block) -> bool:
        """Whether a line of two columns, a name and its number, stands over lines that tell of it."""
        behind = self.blocks[at + 1] if at + 1 < len(self.blocks) else None
        return (
            block.kind == PARAGRAPH
            and behind is not None
            and behind.kind in {PARAGRAPH, ITEM}
            and " | " not in behind.words
            and (
                (
                    block.words.count(" | ") == 1
                    and not (at and " | " in self.blocks[at - 1].words and self.blocks[at - 1].group == block.group)
                )
                or (behind.level > block.level and (listing.is_choice(behind.words) or is_said(behind.words)))
            )
        )

    def _headed_choice(self, at: int, block: Block) -> listed_key.Listed | None:
        """Read a heading that is one of a row of them, each with its key: `### 1. Billing` under `Phone menu`."""
        one = listing.chosen(block)
        if one is None or len(one.keys) != 1 or self.place.about():
            return None
        outer = [each for each in self.place.sections if each.level < block.level]
        above = f"{outer[-1].title if len(outer) > 1 else ''} {outer[-1].lead}" if outer else ""
        titled = len(outer) > 1 and is_of_menu(outer[-1].title)
        dashed = self.main and (titled or _DASHED.match(block.words) or self._begins_below(at))
        if dashed and self.heads_keys is None:
            self.heads_keys = any(_OF_HEADS.search(each.words) for each in self.blocks[:_MOST_NAMES])
        is_menu = dashed and (titled or self.heads_keys or _CHOICES.search(above) or self._heads_menus(block.level))
        if not (is_menu or _PRESS_ONE.search(above)):
            return None
        if guards.lists_ways(self.place.titles()):
            return None
        alike = [each for each in self.blocks if each.kind == HEADING and each.level == block.level]
        chosen = [found.keys for found in map(listing.chosen, alike) if found is not None]
        return one if len(chosen) > 1 and chosen[0] == ("1",) and len(set(chosen)) == len(chosen) else None

    def _heads_menus(self, level: int) -> bool:
        """Whether two headings at least that are keys have menus below them, whose lines are no items of their own."""
        heads = [at for at, one in enumerate(self.blocks) if one.kind == HEADING and one.level == level]
        below = [at for at in heads if _DASHED.match(self.blocks[at].words) and self._begins_below(at)]
        return len(below) > 1 and not any(self.blocks[at + 1].marker for at in below)

    def _titled_choice(self, at: int, block: Block) -> listed_key.Listed | None:
        """Read a line that is one of a row of keys, over the list of what is behind it: `1 - Accounts`."""
        below = self.blocks[at + 1] if at + 1 < len(self.blocks) else None
        one = listing.chosen(block)
        if one is None or len(one.keys) != 1 or not self.place.number() or self.place.about():
            return None
        if not self.is_titled_row:
            first = listing.chosen(below) if below is not None and below.kind == ITEM else None
            counted = below is not None and below.marker and not is_of_menu(self.place.here.title)
            if first is None or first.keys != ("1",) or counted:
                return None
        if self.no_row != block.level:
            alike = (each for each in self.blocks if each.kind == PARAGRAPH and each.level == block.level)
            keys = [found.keys for found in map(listing.chosen, alike) if found is not None]
            self.is_titled_row = len(keys) > 1 and keys[0] == ("1",) and len(set(keys)) == len(keys)
            self.no_row = -1 if self.is_titled_row else block.level
        return one if self.is_titled_row else None

    def _opens_again(self, at: int, block: Block) -> tuple[str, ...]:
        """Give the keys to the menu below a line that calls a key again by what it is for: `Option 2 - Claims`."""
        below = self.blocks[at + 1] if at + 1 < len(self.blocks) else None
        if below is None or (below.level > block.level and self._is_of_list(at, block)):
            return ()
        return menu_opened(block, below, self.found[-_MOST_NAMES:])

    def _is_of_list(self, at: int, block: Block) -> bool:
        """Whether a line is the first of a list that tells all of a menu again, and the lines below it are nested."""
        first = listing.chosen(block)
        beside = (one for one in self.blocks[at + 1 : at + _NEAR_LINES] if one.level == block.level)
        behind = next(beside, None) if first is not None and first.keys == ("1",) else None
        second = listing.chosen(behind) if behind is not None and behind.group == block.group else None
        return second is not None and second.keys == ("2",)

    def _way_marked(self, words: str) -> tuple[str, ...]:
        """Give the keys that a heading names in brackets as those before its menu; one alone must have been told of."""
        way = way_marked(words)
        known = len(way) > 1 or (bool(way) and any((*one.path, one.key) == way for one in self.found[-_MOST_NAMES:]))
        return way if known else ()

    def _heading(self, at: int, block: Block, phones: tuple[Phone, ...]) -> None:
        self.sections += 1
        words = block.words
        section = Section(block.level, words, about=self._about(words), language=language_headed(words))
        self.of_section[self.sections] = self.of_menus.get(menu_named(words), ()) if self.of_menus else ()
        section.number = next(iter(self.of_section[self.sections]), "") or line_headed(
            words, name_of(block), self.aliases
        )
        section.time = (
            ""
            if words.rstrip().endswith(("?", ".", "!")) or _SUBJECT.match(words)
            else (time_headed if block.level == OF_PART else time_of)(words)
        )
        self.place.enter(section)
        self.titles[self.sections] = " / ".join(one.title for one in reversed(self.place.sections) if one.title)
        self.place.note(phones, alone=False)
        self.has_called = self.has_called or bool(phones) or guards.speaks_of_lines(words)
        section.phones = guards.speaks_of_phones(words) or bool(phones)
        before = len(self.found)
        if self.found and (again := self._way_marked(words) or self._opens_again(at, block)):
            section.path, section.behind, section.lead_path, section.lead_at = again, True, again, at
            return
        if (one := self._headed_choice(at, block)) is not None:
            self._add(block, 0, (), one.keys[0], one.topic, listed=_OF_HEADINGS)
            section.path = one.keys
            return
        if may_name_keys(words):
            self._sentences(-1, block, phones)
        if len(self.found) > before and len({(one.path, one.key) for one in self.found[before:]}) == 1:
            section.path = (*self.found[-1].path, self.found[-1].key)
        elif linked := self.linked.get(name_of(block)):
            section.path, section.behind = linked, True
        elif section.lead_path:
            section.path, section.lead_path, section.behind = section.lead_path, (), True
        elif (behind := key_before(words)) and (behind,) in self.ways_told:
            section.path, section.behind = (behind,), True
            section.about = about_behind(section.about, is_sure=self.is_sure)
        elif (named := self._named_menu(words)) is not None:
            section.path, section.behind = named, tells_key(words)
        elif keys := (
            ((behind,) if behind else ()) or behind_named(words) or headed_behind(words) or self._chosen_language(words)
        ):
            section.path, section.behind = keys, True

    def _settled(self) -> list[Told]:
        """Give every key its number: where none is spoken of around it, the one that the document is about."""
        if self.ranks:
            self.found = newest_of(self.found, self.ranks, self.gone_at)
        plain = {(one.path, one.key) for one in self.found if not calls_menu(one.topic, self.linked)}
        self.found = [
            one for one in self.found if (one.path, one.key) not in plain or not calls_menu(one.topic, self.linked)
        ]
        spelled = spelled_right(self.phones)
        main = "" if self._is_told_elsewhere() else self._main_of_keys()
        ways = numbers_of_ways(self.found)
        numbers = [one.number or self._own_number(one) or ways.get(one.path) or main for one in self.found]
        told = [one._replace(number=spelled.get(of, of)) for one, of in zip(self.found, numbers, strict=True)]
        if self.of_menus:
            return for_each_number(told, self.of_section)
        shared = numbers_sharing(self.blocks, self.phones, self.regions, (one.number for one in told))
        if len(shared) <= 1:
            return told
        return [
            one._replace(number=number) for one in told for number in (shared if one.number in shared else [one.number])
        ]

    def _own_number(self, one: Told) -> str:
        """Give the number of a key's section that stands right behind it."""
        number, line = self.own.get(one.section, ("", 0))
        return number if 0 <= line - one.line <= _CLOSE else ""
