"""What stands beside a block that names keys: lines like it, the number above, the menu that leads to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ivr.prose import listing
from ivr.prose.anycase import AnyCase
from ivr.prose.barring import Around, BarringReading
from ivr.prose.barring_words import then_language
from ivr.prose.block import HEADING, ITEM, PARAGRAPH, ROW, Block
from ivr.prose.block_telling import is_announced
from ivr.prose.explicit import is_explicit
from ivr.prose.grammar import Said
from ivr.prose.languages import language_chosen
from ivr.prose.leading_on import HEARD_THEN, comes_from_outside, leads_further
from ivr.prose.meaning import says_alike, says_something
from ivr.prose.names_alike import calls_alike
from ivr.prose.phones import NUMBERED, VOICE, Phone
from ivr.prose.prefilter import has_key_apart
from ivr.prose.reading import IN_NAMED
from ivr.prose.scopes import language_of
from ivr.prose.section import heads_menu
from ivr.prose.sentences import Ahead
from ivr.prose.tokens import Sentence

_BESIDE: Final = 2
"""Lines on each side of one that are looked at for keys told as plainly."""
_SHORT: Final = 12
"""Blocks of a document all of which belong to its number."""
_KNOWN: Final = 2
"""Keys with which a number is known to have a menu."""
_NEAR_ITEMS: Final = 8
_MOST_LANGUAGES: Final = 8
"""Keys told of last, among which those are that choose languages."""
_NEARLY_ALL: Final = 0.8
_OF_SENTENCES: Final = 1 << 20
"""Numbers of lists above this are those of sentences that list a menu."""

_PART: Final = re.compile(
    r"\b(?:im|in der|auf der|en (?:la|el)|dans l[ae]|in the|on the) (\w+) (?:teil|men[uü]|seite|bereich|ansage|version"
    r"|parte|partie|side|section)\b|\b(?:parte|men[uú]|partie|version|versi[oó]n) en (\w+)\b"
    r"|^(?:annonce|ansage|mensaje|grabaci[oó]n|locuci[oó]n|message|texte?|announcement|prompt|greeting)\b.{0,20}[ ,:(]"
    r"(deutsch|english|englisch|anglais|ingl[eé]s|fran[cç]ais|french|franz[oö]sisch|espa[nñ]ol|spanish|spanisch)\)?$"
)
"""The part of a menu that is in a language: `Im deutschen Teil`, or a recording that is."""
THEN_HEARD: Final = AnyCase(
    r"\W*(?:(?:and |y |et |und )?(?:then|after that|despu[eé]s(?! de)|luego|enseguida|a continuaci[oó]n|puis"
    r"|ensuite|dann|danach|anschlie(?:ß|ss)end)|(?:im|in der) \w+en (?:teil|men[uü]|ansage|bereich))"
    r" [^.;:\d*#]{3,60}:?\W*$"
)
"""A line over the menu behind the key that was told of last, or behind that of the language that it names."""
IN_LANGUAGE: Final = re.compile(
    r"\b(?:press|hit|push|choose|pulse|oprima|marque|tapez|faites(?: le)?|dr[uü]cken sie(?: die)?) "
    r"(?P<key>[0-9*#])\b[^.:]{0,60}"
    r"\b(?:in|en|auf) (?:english|spanish|french|german|ingl[eé]s|espa[nñ]ol|franc[eé]s|anglais|espagnol|fran[cç]ais"
    r"|englisch|spanisch|franz[oö]sisch|deutsch)\b[^.:]{0,80}:\W*$"
)
"""What leads from the key of a language to the menu in that: `Press 8 to hear this in English:`."""
_FIRST_ASKED: Final = re.compile(
    r"\W*(?:press|push|hit|choose|select|option|key|pulse|oprima|marque|tapez|appuyez sur|faites(?: le)?|touche|taste"
    r"|tecla|opci[oó]n|dr[uü]cken sie(?: die)?|w[aä]hlen sie(?: die)?) 1(?![\w.,:-]*\d)",
    re.IGNORECASE,
)
"""How a block begins that asks for the first key of a menu."""
_THERE: Final = re.compile(
    r"[\"”'’)*_`]{0,3},? (?:(?:in )?there\b(?! (?:is|are|was|will be|should be) (?:an?|no|another|also|more|two|three"
    r"|four)\b)|(?:in|on) (?:that|this|the same)(?: (?:second|next|further|last))? ?(?:sub-?)?menu\b)",
    re.IGNORECASE,
)
"""What follows a key of the menu that was told of last."""
_IS_ONE: Final = re.compile(r"[\"”'’*_`]{0,3} (?:is|was|would be|gets|goes)\b")
_THERE_BEHIND, _BEFORE_THERE = 40, 160
_LONGEST_LEAD: Final = 80
"""Letters of a line that leads to the menu in a language."""
_CHOSEN: Final = AnyCase(
    r"\b(?:press|choos|chose|select|pick|option|key|opci[oó]n|touche|taste|tecla|puls|marc|oprim|tap|appuy|dr[uü]ck"
    r"|w[aä]hl)\w*\W{1,3}(?:(?:the|la|le|el|die|der|sur|auf) )?[\"“'‘]?(?:[0-9*#]|one|two|three|four|five|six)\b"
)
"""What speaks of a key that was pressed."""
_LONGEST_OPENING: Final = 200
"""Letters of a block that may lead to the menu below it."""
_LATEST: Final = 60
"""Keys told of last, one of which may choose that language."""
_KEY_FIRST: Final = re.compile(
    r"\W*(?:(?:the|la|le|el|die) )?(?:key|button|digit|touche|tecla|opci[oó]n|taste|ziffer) [0-9*#](?![\w.])",
    re.IGNORECASE,
)
"""How an item of a list begins that tells of a key: `la touche 1 pour une fuite`."""

_LONGEST_LABEL: Final = 60
"""Letters of a line that is nothing but a label."""


class BesideReading(BarringReading):
    """Sees a block that names keys among its neighbours."""

    def _lead_behind(
        self, at: int, text: str, spoken: tuple[Sentence, tuple[Said, ...]], last: tuple[str, ...]
    ) -> None:
        """Note that what stands behind the last keys of a block, in its last sentence of such, leads to their menu."""
        sentence, said = spoken
        tail = text[sentence.end :].rstrip()
        begins = self._begins_below(at)
        asks = begins or (0 <= at < len(self.blocks) - 1 and _FIRST_ASKED.match(self.blocks[at + 1].words))
        further = asks and len(said) == 1 and said[0].key not in "*#" and not said[0].anytime
        if further and leads_further(text[said[0].start + 1 : sentence.end], tail):
            keys = last or (*said[0].path, said[0].key)
            self.place.here.lead_path, self.place.here.lead_at = self._in_own_language(keys, tail), at
        if tail.endswith(":") or (begins and THEN_HEARD.match(tail)):
            if last and (HEARD_THEN.fullmatch(tail) or THEN_HEARD.match(tail)):
                self.place.here.lead_path, self.place.here.lead_at = self._in_own_language(last, tail), at
            self._lead_into(at, tail)

    def _follows_several(self, around: Around, each: Said, prefix: tuple[str, ...], base: tuple[str, ...]) -> bool:
        """Whether a key comes behind the same keys as the one told of before it, which were several."""
        _, start, ways = self.ways_here
        if each.follows or each.path:
            return False
        if base and prefix == base and start == around.sentence.start:
            return True
        apart = start != around.sentence.start and (each.key in "0*#" or comes_from_outside(around.words))
        return len(ways) > 1 and (prefix in ways or not (prefix or apart))

    def _beside_last(self, around: Around, each: Said, last: tuple[str, ...]) -> tuple[str, ...] | None:
        """Give the keys before one that a sentence in brackets names beside the key told of last.

        `Press 2 for changes. (1 is for new bookings.)`
        """
        words, start = around.block.words, around.sentence.start
        if not last or each.path or each.follows or each.then or words[start : each.start].strip() != "(":
            return None
        if each.key in last or not _IS_ONE.match(words[each.start + 1 : each.start + _THERE_BEHIND]):
            return None
        self.asides.add((last[:-1], each.key))
        return last[:-1]

    def _menu_there(self, around: Around, each: Said, last: tuple[str, ...]) -> tuple[str, ...]:
        """Give the keys before one that is said to be in the menu told of last: `option 1 there is for cancelling`."""
        words, start = around.block.words, around.sentence.start
        if each.path or each.follows or each.anytime or around.numbered:
            return ()
        there = _THERE.match(words[each.start + 1 : each.start + _THERE_BEHIND])
        if there is None and f"{each.key} there," not in words[start : each.start]:
            return ()
        if not last and any(phone.end <= each.start for phone in around.phones):
            return ()  # "Gold has a line of its own, 555-0187. Press 1 there"
        named = (() if last else self._named_menu(words[max(start - _BEFORE_THERE, 0) : each.start])) or ()
        last = last or self.place.here.last
        if self.found and language_chosen(self.found[-1].topic):
            return named  # "appuyez sur le 2. The English side asks why you call. A change is 1 there"
        line = self.found[-1].line if self.found else 0
        alone = sum(one.line == line and not one.path for one in self.found[-_MOST_KEYS:]) == 1
        return named or (last[:-1] if len(last) > 1 or not alone else last)

    def _lead_into(self, at: int, tail: str) -> None:
        """Take what a block ends with for the name of the menu below it: `Within the staff queue you hear:`."""
        named = self._named_menu(tail) or self._menu_within(tail)
        if named:
            self.place.here.lead_path, self.place.here.lead_at = named, at

    def _menu_labelled(self, block: Block, keys: set[str]) -> tuple[str, ...] | None:
        """Give the keys that lead to the menu whose name a block begins with: `Existing booking: 1 is seats, 2 ...`."""
        found = _LABEL.match(block.words) if len(keys) > 1 and "1" in keys else None
        if found is None or block.kind not in {ITEM, PARAGRAPH} or not says_something(found[1]):
            return None
        number = self.place.number() or self.main
        listed = [one for one in self.found[-_MOST_KEYS:] if one.number in {number, ""} and not one.path and one.listed]
        named = {one.key for one in listed if one.topic.lower() == found[1].lower() or says_alike(found[1], one.topic)}
        named = named or {one.key for one in listed if calls_alike(found[1], one.topic)}
        return (named.pop(),) if len(named) == 1 else None

    def _menu_begun(self, opening: str, title: str, said: Sequence[Said]) -> tuple[str, ...]:
        """Give the keys that lead to the menu of keys that begin anew, where what stands before them names it."""
        if any(each.path for each in said):
            return ()
        told = [(each.key, each.topic.words) for each in said if each.topic is not None]
        return self._of_menu_begun(told, opening, title)

    def _before_keys(self, block: Block, since: int, start: int) -> str:
        """Give what a block says before a key, from a place on; all of it where no key of it has counted so far."""
        begun = block.text.line(0)
        told = any(begun <= one.line <= block.text.line(start) for one in self.found[-_MOST_LANGUAGES:])
        return block.words[since if told else 0 : start]

    def _label_above(self, at: int) -> str:
        """Give the line right above a block where that is nothing but a label, with a colon: `PROMPT 03  BINS`."""
        above = self.blocks[at - 1] if at > 0 else None
        if above is None or above.kind != PARAGRAPH or len(above.words) > _LONGEST_LABEL:
            return ""
        label = above.words.strip()
        is_label = label.endswith(":") or label.isupper() or " | " in label
        return f"{label.rstrip(':')}: " if is_label and not NUMBERED.search(label) and not is_explicit(label) else ""

    def _beside_then(self, around: Around, each: Said) -> tuple[str, ...]:
        """Give the keys before the item above, where both say what comes then, each for somebody else."""
        above, block = self.blocks[around.at - 1] if around.at > 0 else None, around.block
        if above is None or each.topic is None or block.kind != ITEM or above.group != block.group:
            return ()
        same = each.topic.how == "if" and _THEN_IF.match(block.words) and _THEN_IF.match(above.words)
        last = self.place.here.last
        counts = not block.marker and last[-1:] < (each.key,) and bool(self.found and self.found[-1].topic)
        return last[:-1] if same or (counts and _THEN_KEY.match(block.words) and _THEN_KEY.match(above.words)) else ()

    def _chosen_language(self, words: str) -> tuple[str, ...]:
        """Give the key of the language behind which a line leads to a menu: `After choosing Spanish:`."""
        named = IN_NAMED.search(words) if words.rstrip().endswith(":") and len(words) < _LONGEST_LEAD else None
        part = _PART.search(words.lower()) if len(words) < _LONGEST_LEAD else None
        language = language_chosen(named[1] if named else next(filter(None, part.groups())) if part else "")
        found = (one for one in reversed(self.found[-_LATEST:]) if language and language_chosen(one.topic) == language)
        return next(((*one.path, one.key) for one in found), ())

    def _begins_below(self, at: int) -> bool:
        """Whether the first key of a list stands right below a block."""
        below = self.blocks[at + 1] if at >= 0 and at + 1 < len(self.blocks) else None
        found = (listing.chosen(below) or listing.chosen_behind(below)) if below is not None else None
        return found is not None and found.keys == ("1",)

    def _as_lead(self, at: int, text: str) -> str:
        """Give a block that ends in a full stop over a menu with the colon that would lead on to this."""
        ends = text.rstrip().endswith(".") and len(text) < _LONGEST_OPENING and _CHOSEN.search(text)
        below = self.blocks[at + 1] if ends and 0 <= at < len(self.blocks) - 1 else None
        in_row = below is not None and below.kind == ROW and below.cells and below.cells[0].words.strip() == "1"
        return f"{text.rstrip()[:-1]}:" if below is not None and (in_row or self._begins_below(at)) else text

    def _is_one_of_many(self, at: int) -> bool:
        """Whether lines beside a block tell of keys as plainly as it does: three of them with it."""
        near = self.blocks[max(at - _BESIDE, 0) : at + _BESIDE + 1] if at >= 0 else []
        return sum(is_explicit(one.words) for one in near) > _BESIDE

    def _in_own_language(self, keys: tuple[str, ...], words: str) -> tuple[str, ...]:
        """Give the keys that lead to what follows in words, where the last ones choose another language than theirs."""
        offered = [one for one in self.found[-_LATEST:] if language_chosen(one.topic)]
        if (spoken := then_language(words)) and len({one.language for one in offered}) > 1:
            ways = ((*one.path, one.key) for one in offered if language_chosen(one.topic) == spoken)
            return next(ways, keys)
        last = self.found[-1] if self.found else None
        chosen = language_chosen(last.topic) if last is not None and keys == (*last.path, last.key) else ""
        if last is None or not chosen:
            return keys
        choices = [one for one in self.found[:-_MOST_LANGUAGES:-1] if one.path == last.path]
        put = {one.language for one in choices if one.line == last.line}
        language = language_of(words, self.language if len(put) > 1 else last.language)
        if chosen == language:
            return keys
        own = next((one.key for one in choices if language_chosen(one.topic) == language), last.key)
        return (*last.path, own)

    def _is_numbered_above(self, at: int) -> bool:
        """Whether one of the two blocks above gave the number spoken of, or a heading asks what is heard then."""
        if self.main and at > 0 and self.blocks[at - 1].kind == HEADING and heads_menu(self.place.here.title):
            return True
        lines = {self.blocks[place].text.starts[-1][1] for place in range(max(at - 2, 0), at)}
        return bool(self.place.here.number) and not lines.isdisjoint(self.called_lines)

    def _is_numbered(self, phones: tuple[Phone, ...]) -> bool:
        """Whether a block gives a number, or stands in a section or a short document that has one."""
        own = any(phone.use == VOICE for phone in phones)
        return own or bool(self.place.here.number) or len(self.blocks) < _SHORT

    def _ahead(self, at: int, phones: tuple[Phone, ...], *, primed: bool, asks: bool) -> Ahead:
        """Give what is known before the sentences of a block are read."""
        above = self._is_numbered_above(at)
        numbered = (above or self._is_numbered(phones)) and bool(self.main)
        may_name = at < 0 or has_key_apart(self.blocks[at].words)
        return Ahead(primed, above, numbered, asks, self._menu_so_far() if may_name else frozenset())

    def _menu_so_far(self) -> frozenset[str]:
        """Give the keys of the number spoken of that were told so far, where they are enough to be known as a menu."""
        told = self.menus.get(self.place.number() or self.main, ())
        return frozenset(told) if len(told) >= _KNOWN else frozenset()

    def _led(self, at: int) -> tuple[str, ...]:
        """Give the keys that lead to the menu under way, where the blocks right above told of it."""
        here = self.place.here
        goes_on = at > 0 and self.blocks[at].group == self.blocks[at - 1].group
        near = at < 0 or at - here.lead_at <= 1 or (goes_on and at - max(self.listed_at, self.told_at) <= 1)
        return here.lead_path if near else ()

    def _near_items(self, at: int) -> list[Block]:
        """Give the items of the list around one."""
        near = self.blocks[max(at - _NEAR_ITEMS, 0) : at + _NEAR_ITEMS]
        return [one for one in near if one.group == self.blocks[at].group] if at >= 0 else []

    def _chose(self, before: int) -> bool:
        """Whether the keys found since then are choices beside each other, and no steps of one way."""
        keys = {(one.path, one.key) for one in self.found[before:]} - self.asides
        return len(keys) > 1 and len({path for path, _ in keys}) == 1

    def _listed_group(self, around: Around) -> int:
        """Give the list that a key stands in, or 0: a row of lines, each of which tells of a key alone."""
        at, block, one = around.at, around.block, around.sentence
        if (self.block_lists or (around.many and is_announced(block.words))) and at >= 0:
            return _OF_SENTENCES + at
        opens = block.kind == ITEM and one.start == 0
        if around.numbered or at < 0 or not (opens or one.end - one.start >= _NEARLY_ALL * len(block.words)):
            return 0
        for near in (at - 1, at + 1):
            if 0 <= near < len(self.blocks):
                other = self.blocks[near]
                asks = is_explicit(other.text.words) or _KEY_FIRST.match(other.text.words)
                if other.kind == block.kind and other.group == block.group and asks:
                    return block.group
        return 0


def before_aside(around: Around, first: Said, each: Said, last: tuple[str, ...]) -> tuple[str, ...]:
    """Give the keys told of last, from which goes on what follows one in brackets: `2, members (1 is firms). Then`."""
    between = around.block.words[first.start : each.start]
    start = around.sentence.start
    if around.block.words[start : each.start].strip() == "(" and ")" in around.block.words[each.start :]:
        return last
    opened = between.count("(") > between.count(")")
    return last if opened and ")" in around.block.words[each.start : around.sentence.end] else ()


def ends_entry(around: Around, each: Said) -> bool:
    """Whether a sign ends what is keyed in behind a key that was asked for: `press 1, key in the number and then #`."""
    if not each.path or each.key not in "*#" or each.topic is None:
        return False
    said = around.block.words[around.sentence.start : each.start]
    return any(found[1] == each.path[-1] for found in _ASKED.finditer(said))


_ASKED: Final = re.compile(
    r"\b(?:press|push|hit|pulse|oprima|marque|tapez|appuyez sur|dr[uü]cken sie)\W{1,3}(\d)\b", re.IGNORECASE
)
"""A key that is asked for."""


def said_with(around: Around, *, borrowed: bool) -> str:
    """Give a sentence with the end of what stands before it: more where that says what its key is for.

    A number before it is that of other keys.
    """
    one = around.sentence
    more = borrowed and all(phone.start >= one.start for phone in around.phones)
    return around.block.words[max(one.start - (_MOST_BEFORE if more else _SHORTLY_BEFORE), 0) : one.end]


_MOST_BEFORE, _SHORTLY_BEFORE = 300, 90


def led_in(words: str) -> str:
    """Give the language of words that end by leading on: `Ensuite :`; nothing where no such word says it."""
    found = _LED_IN.search(words)
    return next((tag for tag, word in found.groupdict().items() if word), "") if found is not None else ""


_LED_IN: Final = re.compile(
    r"\b(?:(?P<fr>ensuite|puis)|(?P<es>luego|despu[eé]s|a continuaci[oó]n)|(?P<de>dann|danach|anschlie(?:ß|ss)end)"
    r"|(?P<en>then|after that))\W*$",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(r"\d{3}")
_THEN_IF: Final = AnyCase(
    r"(?:then|next|luego|despu[eé]s|puis|ensuite|dann|danach),? [^.;]{2,40}\b(?:if|si|wenn|falls) "
)
"""How an item begins that tells who presses which key next."""
_THEN_KEY: Final = AnyCase(r"(?:and )?(?:then|next|luego|puis|dann),? (?:[^\W\d]+ )?[0-9*#](?![\w.])")
"""How one begins that tells of a key that is pressed next."""
_LABEL: Final = re.compile(
    r"\W*(?:the )?(?!(?:press|push|hit|dial|choose|select|pick|enter|pulse|oprima|marque|tapez|composez) )"
    r"([^\W\d][^:.;,()]{2,40}?)(?:\W{0,3}:| [–—-])? (?:callers? |customers? )?(?:then |next |will )*"
    r"(?:hears? |finds? |gets? |(?:are|is) offered |has |have )?(?=(?:press |option |key )?[0-9]\b"
    r"|[^.;]{3,50}? on 1\b)",
    re.IGNORECASE,
)
"""The name of a menu before its keys."""
_MOST_KEYS: Final = 60
