"""Reading sentences that name keys, in their place."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from ivr.prose import guards, listing
from ivr.prose.anycase import AnyCase
from ivr.prose.arriving import arrival_told
from ivr.prose.block import HEADING, ITEM, PARAGRAPH, Block, Text
from ivr.prose.grammar import Said, exactly, said_in
from ivr.prose.keys import BARE, CHAINED, OPTION, STRONGLY, WEAKLY
from ivr.prose.list_reading import is_explicit
from ivr.prose.naming import SELECTED, behind_named, number_named
from ivr.prose.phones import VOICE, Phone, phones_in
from ivr.prose.prefilter import may_name_keys, may_tell
from ivr.prose.scopes import time_of
from ivr.prose.step_reading import StepReading
from ivr.prose.tokens import Sentence, sentence, spans
from ivr.prose.topic_words import Topic

_CALLS: Final = AnyCase(r"\bcall(?:ing)?\b|\b(?:same|that) number\b", re.IGNORECASE)
_EXTENSION: Final = AnyCase(r"\bext(?:ension)?\.?(?: is| number| no\.?|:)?\s*$", re.IGNORECASE)
_FROM_OUTSIDE: Final = AnyCase(
    r"\b(?:call|ring|dial) (?:again|back)\b|\b(?:after|when|before|upon) (?:dialing|dialling|calling|you call|you dial)\b|\bmain menu\b",
    re.IGNORECASE,
)
_ALL_LINES: Final = AnyCase(
    r"\b(?:either|both|all|any of (?:the|these)|cualquiera de las(?: dos)?) (?:of (?:the|these) )?(?:\w+ "
    r")?(?:lines?|numbers|number|l[ií]neas)\b",
    re.IGNORECASE,
)
_ASKS_ON: Final = AnyCase(
    r"\b(?:(?:she|he|it|they|the (?:system|recording|voice|robot|machine)|you)(?:'ll|’ll| will)?(?: then| now| next)? (?:asks?|be asked|reads?"
    r"|hear|get (?:another|a second|the next))|another menu|second menu|next menu)\b"
)
_MOST_LINES: Final = 4
_SHORTLY_BEFORE: Final = 160
_SOMEWHAT_BEFORE: Final = 300
_BEFORE: Final = 600
_SHORTLY_AFTER: Final = 140
"""Letters around a sentence that are looked at for what it is about."""
_NEARLY_ALL: Final = 0.8
_TIMES_BEHIND: Final = re.compile(
    r"[^:]{1,12}:\s*(?:de |from |von |du )?(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mi[eé]|jue|vie|s[aá]b|dom|mer|jeu|ven|sam|dim|die|mit|don|fre|son|\d)",
    re.IGNORECASE,
)
"""Hours that are told of a key, and not what it is for."""
_HOW_IT_IS: Final = AnyCase(
    r"(?:staffed|open|available|closed|busy|fine|working|not|down|broken|answered|ok|right|wrong|still|only available)\b"
)
"""How a key is said to be, and not what it is for."""
_LONGEST_LINE: Final = 90
"""Letters of a line of a menu, under which others may be told that come after it."""
_ASKS_KEY: Final = AnyCase(r"\b(?:which|what|whose) (?:button|key|option|number|choice)\b|\b(?:button|key)s?\b")
_FIRST_OF_ROW: Final = re.compile(r"[`*(\[\"]{0,2}1[`*)\]\"]{0,2}\s?(?:[=/:–-]|\s[^\W\d])")
_ANSWER: Final = re.compile(r"A\d*[.:)] ")
_ROW_LAST: Final = re.compile(r"[^\W\d][^|/,;]{1,40} 1 ?[|/,;] ?[^\W\d][^|/,;]{1,40} 2\b")
_ROW_OF_THREE: Final = re.compile(
    r"\b1 (?:= )?[^\W\d][^.;]{1,40}?, 2 (?:= )?[^\W\d][^.;]{1,40}?,? (?:and )?3 (?:= )?[^\W\d]"
)
_MENU_TITLE: Final = AnyCase(
    r"\b(?:attendant|ivr|phone tree|\w*menu|menus|keys|options|choices|men[uú]|teclas|touches|tasten)\b"
)
_ITEMS_BEFORE: Final = 5
_OF_SENTENCES: Final = 1 << 20
"""Numbers of lists above this are those of sentences that list a menu."""
_DIGIT: Final = re.compile(r"\d")


class _Around(NamedTuple):
    """A sentence in its place: the block and where that stands, and what its words say beside its topics.

    `called` says that it gives a number or tells to call; `numbered` that it gives one. `named` are the keys of the
    menu that it names.
    """

    at: int
    block: Block
    phones: tuple[Phone, ...]
    sentence: Sentence
    words: str
    called: bool
    numbered: bool
    named: tuple[str, ...] | None
    many: bool = False
    before: str = ""


class SentenceReading(StepReading):
    """Reads the sentences of a block."""

    def _sentences(self, at: int, block: Block, phones: tuple[Phone, ...]) -> None:
        """Read a block; where the cells of a row are sentences of their own, each by itself."""
        text = block.words
        if (len(block.cells) > 1 or " | " in text) and sum(map(is_explicit, text.split(" | "))) > 1:
            for cell in block.cells or _columns(block):
                own = Block(PARAGRAPH, cell, block.level, "", block.group, language=block.language)
                self._sentences(at, own, tuple(phones_in(cell.words, self.regions)))
            return
        self.at = at
        goes_on = self._goes_on_telling(at, block)
        if block.kind != HEADING and (staged := behind_named(text)):
            self._stage(staged)
            return
        within = self.place.here.lead_path or self._menu_within(text)
        if not may_name_keys(text) and not goes_on and not (within and may_tell(text)):
            return
        goes_on = goes_on or bool(within)
        before = len(self.found)
        telling = [(one, said) for one, said in _read(text, phones, primed=goes_on) if said]
        selected = self._named_menu(text) if SELECTED.match(text) else None
        if selected is not None:
            self.place.here.lead_path, self.place.here.lead_at = selected, at
        self.block_lists = (
            sum(len(said) == 1 and said[0].topic is not None and said[0].topic.how == "left" for _, said in telling) > 2
        )
        last: tuple[str, ...] = ()
        for number, (one, said) in enumerate(telling):
            goes_on = number + 1 < len(telling) and telling[number + 1][1][0].follows
            if (
                number
                and last
                and (telling[number - 1][1][-1].topic is None or telling[number - 1][1][0].follows)
                and _asks_on(text[telling[number - 1][0].end : said[0].start])
            ):
                said = (said[0]._replace(follows=True), *said[1:])
            if (
                number + 1 < len(telling)
                and said[-1].topic is None
                and _asks_on(text[one.end : telling[number + 1][1][0].start])
            ):
                goes_on = True
            told, step = _as_step(block, one, said, goes_on=goes_on)
            last = self._sentence(
                self._around(at, block, phones, one, told, since=telling[number - 1][0].end if number else 0),
                tuple(exactly(list(told))),
                last,
                step=step,
            )
            self.chained = last[:-1] if one.mark == ";" and (told[0].follows or self.chained) else ()
        self.chained = ()
        self.named_before = None
        self.block_path = ()
        if selected is not None:
            self.place.here.lead_path = ()
        alone = block.kind == ITEM or (len(telling) == 1 and len(block.words) < _LONGEST_LINE)
        if block.kind in {ITEM, PARAGRAPH}:
            self.place.here.items[block.level] = last if alone else ()
        conditional = any(each.topic is not None and each.topic.how == "left" for _, said in telling for each in said)
        if block.marker and not self._chose(before) and not conditional:
            self._note_step(block, last)

    def _stage(self, keys: tuple[str, ...]) -> None:
        """Go on in the menu that a caller comes to: `[caller presses 2]`; one that was just told of is the menu below."""
        here = self.place.here
        deeper = (*here.path, *keys)
        known = here.behind and any((*one.path, one.key) == deeper for one in self.found[-12:])
        here.path, here.behind = deeper if known else keys, True

    def _behind(self, keys: tuple[str, ...], block: Block) -> None:
        """Read what an item of a list goes on to tell of the menu behind its key."""
        here = self.place.here
        kept, here.lead_path = here.lead_path, keys
        self.goes_on = True
        self._sentences(-1, block._replace(kind=PARAGRAPH, marker=""), ())
        self.goes_on = False
        here.lead_path = kept

    def _goes_on_telling(self, at: int, block: Block) -> bool:
        """Whether the line before a block told of a key, and the block may go on with that."""
        if self.goes_on:
            return True
        if at < 1 or not may_tell(block.words):
            return False
        before = self.blocks[at - 1]
        if self.told_at == at - 1 and (before.kind, before.group) == (block.kind, block.group):
            return True
        titles = f"{self.place.titles()} {self.place.here.lead}"
        if _ROW_OF_THREE.search(block.words) and _MENU_TITLE.search(titles):
            return True
        if before.words.rstrip().endswith("?") and (
            _ASKS_KEY.search(before.words)
            or (_ANSWER.match(block.words) and self.found)
            or (before.kind != HEADING and self.found)
        ):
            return True
        if _ROW_LAST.match(block.words) and self._gives_number(before):
            return True
        above = f"{self.place.here.title} {before.words}"
        if guards.lists_no_menu(above) or guards.speaks_of_screens(above) or guards.speaks_of_devices(above):
            return False
        return bool(_FIRST_OF_ROW.match(block.words)) and (
            listing.leads(before.words, numbered=True)
            or bool(_MENU_TITLE.search(self.place.here.title))
            or self._gives_number(before)
        )

    def _gives_number(self, block: Block) -> bool:
        return (
            any(phone.use == VOICE for phone in phones_in(block.words, self.regions))
            if _DIGIT.search(block.words)
            else False
        )

    def _chose(self, before: int) -> bool:
        """Whether the keys found since then are choices beside each other, and no steps of one way."""
        keys = {(one.path, one.key) for one in self.found[before:]}
        return len(keys) > 1 and len({path for path, _ in keys}) == 1

    def _around(
        self, at: int, block: Block, phones: tuple[Phone, ...], one: Sentence, said: tuple[Said, ...], *, since: int
    ) -> _Around:
        topics = tuple(each.topic.words for each in said if each.topic)
        words, called = _beside_topics(block.words[one.start : one.end], topics)
        numbered = any(one.start <= phone.start < one.end and phone.use == VOICE for phone in phones)
        called = numbered or called
        named = self._named_menu(words) or self._menu_within(block.words[since : said[0].start]) or None
        if named is None and not numbered and at >= 0:
            named = self.named_before
        self.named_before = named
        many = len(topics) > 2
        before = block.words[one.start : said[0].start] if many else ""
        return _Around(at, block, phones, one, words, called, numbered, named, many, before)

    def _sentence(
        self, around: _Around, said: tuple[Said, ...], last: tuple[str, ...], *, step: bool = False
    ) -> tuple[str, ...]:
        """Add the keys of a sentence; gives the last of them with those before it, for what follows it."""
        block = around.block
        if block.kind == HEADING and block.words.rstrip().endswith("?"):
            return last
        base: tuple[str, ...] = ()
        for each in said:
            if self._is_barred(around, each):
                continue
            prefix = self._said_prefix(around, each, last)
            if prefix and each.path[: len(prefix)] == prefix:
                prefix = ()
            if each.context and prefix[-1:] == (each.key,):
                prefix = prefix[:-1]
            if each.follows:
                base = prefix
            elif base and each.how in {BARE, CHAINED} and not each.path and not each.anytime:
                prefix = base
            keys = (*prefix, *each.path, each.key)
            self.told_at = around.at
            if step:
                last = keys
                self.pending = (around.at, last, each, around.sentence)
            elif each.context and each is not said[-1]:
                last = self.block_path = keys
            elif each.context:
                self.place.here.lead_path, self.place.here.lead_at = keys, around.at
                last = ()
            else:
                self._tell(around, each, keys)
                last = keys
        return last

    def _tell(self, around: _Around, each: Said, keys: tuple[str, ...]) -> None:
        block, one = around.block, around.sentence
        topic, borrowed, vague = self._topic(block, each, one)
        for phone in self._phones_for(around, each):
            self._add(
                block,
                each.start,
                keys[:-1],
                keys[-1],
                topic,
                phone=phone,
                time=self._time(around.words) or time_of(block.words[max(one.start - _SOMEWHAT_BEFORE, 0) : one.start]),
                listed=self._listed_group(around),
                anytime=each.anytime,
                borrowed=borrowed,
                words=block.words[one.start : one.end],
                called=around.numbered,
                vague=vague,
            )

    def _phones_for(self, around: _Around, each: Said) -> list[str]:
        """Give the number that a key is of; every number of the document, where a sentence speaks of them all."""
        phone = self._phone_for(around.block, around.phones, around.sentence, each)
        if not around.numbered and _speaks_of_all_lines(around.words):
            every = dict.fromkeys(one.e164 for one, _ in self.phones if one.use == VOICE)
            return list(every)[:_MOST_LINES] or [phone]
        return [phone or (self.named_number if around.named is not None else "")]

    def _listed_group(self, around: _Around) -> int:
        """Give the list that a key stands in, or 0: a row of lines, each of which tells of a key alone."""
        at, block, one = around.at, around.block, around.sentence
        if (around.many or self.block_lists) and at >= 0:
            return _OF_SENTENCES + at
        if at < 0 or one.end - one.start < _NEARLY_ALL * len(block.words):
            return 0
        for near in (at - 1, at + 1):
            if 0 <= near < len(self.blocks):
                other = self.blocks[near]
                if other.kind == block.kind and other.group == block.group and is_explicit(other.text.words):
                    return block.group
        return 0

    def _is_barred(self, around: _Around, each: Said) -> bool:
        """Whether a key is none of a phone menu."""
        if (
            each.negated
            or not self.is_telephonic
            or self._section_bars(around.block.words[around.sentence.start : around.sentence.end])
            or not self._has_come(around)
        ):
            return True
        at, text, called = around.at, around.block.words, around.called
        why = guards.barred(around.words, each.topic.words if each.topic else "", each.key, called=called)
        if (
            why in {"screen", "device"}
            and around.many
            and not guards.barred(around.before, "", each.key, called=called)
        ):
            why = ""  # a row of keys, one of which is for a lift that is out of order
        if why in {"screen", "device"} and self.told_at == at >= 0 and each.how == STRONGLY and each.topic is not None:
            why = ""  # a menu that is under way goes on
        if why == "past" and not each.path:
            self.gone.append((self.sections, each.key))
        if why in guards.LASTING:
            self.barred_block = (at, why)
        if why or (self.barred_block[0] == at and not called and at >= 0):
            return True
        previous = text[max(around.sentence.start - _SHORTLY_BEFORE, 0) : around.sentence.start]
        if (
            _asks_for_extension(text[max(each.start - _SHORTLY_BEFORE, 0) : each.start])
            or guards.barred(previous, "", each.key, called=True) == "others"
        ):
            return True
        labelled = each.topic.words if each.topic and each.topic.how in {"label", "subject"} else ""
        if not called and guards.speaks_of_places(f"{previous} {labelled}"):
            return True
        if each.topic is None and _TIMES_BEHIND.match(text, each.start):
            return True
        if each.topic is not None and each.topic.how == "lead" and _HOW_IT_IS.match(each.topic.words):
            return True
        if not called and (self._is_in_house(text, each.start) or self._is_on_a_screen(around)):
            return True
        weak = each.how in {WEAKLY, OPTION} or (each.how in {BARE, CHAINED} and "press" not in text.lower())
        return weak and not self._is_about_a_call(around, each)

    def _has_come(self, around: _Around) -> bool:
        """Whether a call has been spoken of so far: what only names keys, and a number at its end, is a manual."""
        if not self.has_called:
            words = around.block.words
            self.has_called = bool(around.phones) or guards.speaks_of_lines(f"{self.place.titles()} {words}")
        return self.has_called or self.place.phones() or bool(self.place.number())

    def _is_in_house(self, text: str, at: int) -> bool:
        """Whether the words before a place are about telephones in a house; few are asked about at once."""
        if self.place.here.number or (at > _SHORTLY_BEFORE and not guards.speaks_of_offices(text)):
            return False
        return guards.speaks_of_offices(text[max(at - _SOMEWHAT_BEFORE, 0) : at])

    def _is_on_a_screen(self, around: _Around) -> bool:
        """Whether a step belongs to a list whose steps so far were made in an app or on a page."""
        block = around.block
        before = self.blocks[max(around.at - _ITEMS_BEFORE, 0) : around.at] if block.marker else ()
        return any(
            guards.speaks_of_screens(one.words) or guards.speaks_of_places(one.words)
            for one in before
            if one.group == block.group
        )

    def _is_about_a_call(self, around: _Around, each: Said) -> bool:
        """Whether it is clear that `option 4` or `select 4` speak of a call."""
        before = around.block.words[max(each.start - _BEFORE, 0) : each.start]
        how = each.topic.how if each.topic is not None else ""
        if each.how == OPTION and how == ":" and self._lists_ways(around):
            return False
        if how == "label" and self.place.here.number:
            return True
        if around.called or guards.speaks_of_phones(f"{around.words} {before} {self.place.here.title}"):
            return True
        asked = (
            around.at > 0
            and self.blocks[around.at - 1].words.rstrip().endswith("?")
            and _ASKS_KEY.search(self.blocks[around.at - 1].words)
        )
        if asked or any(phone.start < each.start and phone.use == VOICE for phone in around.phones):
            return True
        if number_named(around.block.words[around.sentence.start : around.sentence.end], self.aliases):
            return True
        lead = self._lead(around.at) if around.at >= 0 else ""
        if self._lists_ways(around) and not self.found:
            return False
        has_number = bool(self.place.here.number) or (self.place.phones() and bool(self.place.number()))
        of_headings = around.block.kind == HEADING and any(not one.path for one in self.found)
        listed = each.how == OPTION and how == ":"
        told_before = bool(self.found) and not listed and not self.place.about() and not guards.speaks_of_screens(lead)
        return has_number or of_headings or told_before or guards.speaks_of_phones(lead)

    def _lists_ways(self, around: _Around) -> bool:
        """Whether the options spoken of are ways, plans or the like."""
        lead = self._line_above(around.at) if around.at >= 0 else self.place.titles()
        return guards.lists_ways(lead)

    def _said_prefix(self, around: _Around, each: Said, last: tuple[str, ...]) -> tuple[str, ...]:
        """Give the keys that are pressed before those that a sentence names."""
        here, block = self.place.here, around.block
        if each.follows:
            return last or (() if around.sentence.start else here.last)
        if each.anytime or around.numbered:
            return ()
        if each.then and (meant := last or self._menu_meant(block.words[around.sentence.start : each.start])):
            return meant
        if self.chained or around.named is not None:
            return self.chained or around.named or ()
        if _comes_from_outside(around.words):
            return ()
        if block.marker and (stepped := self._step_prefix(block)) is not None:
            return stepped
        if self.block_path and around.at >= 0:
            return self.block_path
        prefix = self._prefix(block)
        of_heading = prefix[-1:] == (each.key,) and not here.lead_path and not here.behind
        again = of_heading and prefix == self.place.path() and not self._listed_group(around)
        return () if again else prefix


def _columns(block: Block) -> list[Text]:
    """Give the columns of a line of plain text."""
    cells, at = [], 0
    for cell in block.words.split(" | "):
        cells.append(block.text.cut(at, at + len(cell)))
        at += len(cell) + len(" | ")
    return cells


@lru_cache(maxsize=2048)
def _read(text: str, phones: tuple[Phone, ...], *, primed: bool) -> tuple[tuple[Sentence, tuple[Said, ...]], ...]:
    """Read the sentences of a block; one that names keys lets those before it be understood, too."""
    cut = [
        sentence(text, start, end, mark, phones)
        for start, end, mark in spans(text, phones)
        if may_tell(text[start:end])
    ]
    read = tuple((one, tuple(said_in(text, one, primed=primed))) for one in cut)
    if primed or not any(said for _, said in read) or (len(cut) == 1 and not _has_more(*read[0])):
        return read
    return tuple((one, tuple(said_in(text, one, primed=True))) for one in cut)


@lru_cache(maxsize=2048)
def _asks_on(between: str) -> bool:
    """Whether what stands between two keys says that the call asks for the second one after the first."""
    return _ASKS_ON.search(between)


def _as_step(block: Block, one: Sentence, said: tuple[Said, ...], *, goes_on: bool) -> tuple[tuple[Said, ...], bool]:
    """See whether a sentence is but a step on the way to what the next one tells of; else find what it reaches."""
    if said[-1].topic is not None or said[0].anytime:
        return said, False
    arrives = arrival_told(block.words[one.end : one.end + _SHORTLY_AFTER])
    reached = Topic(arrives, one.end, "arrival") if arrives else None
    if len(said) > 1:
        return (*said[:-1], said[-1]._replace(topic=reached)), False
    if goes_on or (block.marker and reached is None):
        return (said[0]._replace(context=True),), True
    return (said[0]._replace(topic=reached),), False


def _has_more(one: Sentence, said: tuple[Said, ...]) -> bool:
    """Whether a sentence has digits that were not read as keys."""
    digits = sum(token.word.isdecimal() and len(token.word) <= 2 for token in one.tokens)
    return digits > len(said)


@lru_cache(maxsize=2048)
def _speaks_of_all_lines(words: str) -> bool:
    return _ALL_LINES.search(words)


@lru_cache(maxsize=2048)
def _comes_from_outside(words: str) -> bool:
    return _FROM_OUTSIDE.search(words)


def _asks_for_extension(before: str) -> bool:
    before = before.lower()
    return "ext" in before and _EXTENSION.search(before)


@lru_cache(maxsize=2048)
def _beside_topics(text: str, topics: tuple[str, ...]) -> tuple[str, bool]:
    """Give a sentence without its topics, and whether it tells to call then."""
    for topic in topics:
        text = text.replace(topic, " ") if topic else text
    return text, _CALLS.search(text)
