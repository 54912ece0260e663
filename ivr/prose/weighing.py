"""Whether a whole document tells of a phone menu at all, once all of it has been read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ivr.prose import guards, hints, kinds, standing
from ivr.prose.anycase import AnyCase
from ivr.prose.bare_menu import is_bare_menu, spells_number
from ivr.prose.calls_made import follow_call
from ivr.prose.explicit import is_explicit
from ivr.prose.languages import language_chosen
from ivr.prose.number_last import speaks_of_own_line
from ivr.prose.phones import HELPLINES, VOICE, phones_in
from ivr.prose.pointing import SAME_NUMBER
from ivr.prose.sentence_reading import SentenceReading
from ivr.prose.sold import sells_menus, shows_example
from ivr.prose.told import Told

_FEW_KEYS: Final = 3
_LEFT_OVER: Final = 2
"""Keys that may be but what is left of those of things, where most others of a document were seen to be of things."""
_NEAR_CALL: Final = 3
"""Lines behind a number in which a key may stand that is one of its menu."""

_FAR: Final = 8
"""Lines behind the keys within which the number to call may stand at the end."""
_NOT_GIVEN: Final = AnyCase(
    r"\bnumbers? (?:is|are|has) (?:also )?(?:printed |shown |written )?(?:on|in|inside) (?:your|the|every|each)\b"
    r"|\bnumber is the (?:one you|same)\b|\bnumber on the back of\b|\bn[uú]mero (?:que figura|est[aá]) en\b"
    r"|\bnum[eé]ro (?:qui figure|est) (?:sur|au dos)\b|\bnummer (?:steht|finden sie) (?:auf|in)\b"
)
"""What says that the number stands somewhere else than in the document."""
_TITLES: Final = 4
"""Blocks at the beginning of a document that may say what kind of document it is."""
_SHORT: Final = 25
"""Words of a text that is a menu and nothing else, without any number."""
_SHORTEST: Final = 14
"""Words of a text that tells of nothing but one key."""
_OLD: Final = AnyCase(r"\b(?:the|their|our) (?:old|former|previous|other) ")
"""What says that another line is spoken of than the one whose keys are told."""


_ADDRESSED: Final = AnyCase(r"(?:from|to|cc|date|sent|von|an|gesendet|de|[aà]|para|envoy[eé]|enviado|fecha|datum): ")
"""A line of a letter that says who wrote it, to whom and when, and not what it is about."""
_OUTWEIGHED: Final = frozenset(("pbx", "meeting", "others"))
"""What a heading says that all words of a document outweigh: `Extensions and options`."""
_OWN_PHONE: Final = AnyCase(
    r"\b(?:your|my|the|using|set up) (?:own )?(?:new )?(?:desk ?(?:tele)?phones?|handsets?|soft ?phones?)\b"
)
"""What a heading is about beside a menu, where that is the telephone on the reader's desk: its keys are none."""


class WeighingReading(SentenceReading):
    """Weighs what was found in a document against what was seen to be none."""

    def _see_kind(self) -> None:
        """See, before anything is read, whether a document has to do with telephones, or is a menu unsaid."""
        words = [block.words for block in self.blocks]
        self.is_telephonic = bool(self.main) or any(map(guards.speaks_of_phones, words))
        unnumbered = not self.main and not spells_number(words)
        self.is_bare = unnumbered and is_bare_menu(self.blocks)
        self.is_of_menu = self.is_bare or (unnumbered and self.is_sure)
        if self.is_of_menu or (not self.place.about() and hints.sounds_announced(words)):
            self.is_telephonic = True
            self.has_called = not self.main or not any(map(hints.speaks_of_things, words))

    def _about(self, heading: str) -> str:
        """Name what a heading is about that is no phone menu, where all words of the document do not outweigh it."""
        about = "" if _ADDRESSED.match(heading) else guards.about_something_else(heading)
        outweighed = self.is_sure and about in _OUTWEIGHED and not _OWN_PHONE.search(heading)
        return "" if outweighed else about

    def _tells_of_no_menu(self) -> bool:
        """Whether what was found in a document are keys of no phone menu, by all that it says."""
        if self.is_bare or (self.is_of_menu and len({(*one.path, one.key) for one in self.found}) > 1):
            return any(kinds.is_of_a_kind(block.words) for block in self.blocks[:_TITLES])
        return (
            self._answers_itself()
            or self._is_manual()
            or self._reports_calls()
            or self._has_ended()
            or self._is_sold()
            or self._is_left_over()
            or self._is_of_no_line()
            or self._is_for_something_else()
        )

    def _is_told_elsewhere(self) -> bool:
        """Whether the number of the keys is not in the document: the first one comes long after them, or it says so."""
        first = min((line for phone, line in self.phones if phone.use == VOICE), default=0)
        last = max((one.line for one in self.found), default=first)
        says = any(_NOT_GIVEN.search(block.words) for block in self.blocks if block.text.line(0) < first)
        return first - last > _FAR or (first > last and says)

    def _main_of_keys(self) -> str:
        """Give the number of keys beside which none is told: the main one, or one before them if that only follows."""
        loose = min((one.line for one in self.found if not one.number), default=-1)
        given = min((line for line, number in self.voices if number == self.main), default=loose)
        before = [number for line, number in self.voices if line <= loose and number not in HELPLINES]
        return before[-1] if before and given > loose else self.main

    def _without_early(self) -> list[Told]:
        """Give the keys without those told of before any number, where others are told of a number that was given.

        What stands before the first number is of things that the reader has at hand, unless it speaks of a line.
        """
        lines = [line for phone, line in self.phones if phone.use == VOICE]
        first = min(lines, default=0)
        if not any(one.number and not one.vague for one in self.found):
            return self.found
        return [
            one
            for one in self.found
            if one.number or one.line >= first or language_chosen(one.topic) or self._speaks_of_menu(one)
        ]

    def _speaks_of_menu(self, one: Told) -> bool:
        """Whether what a key is told with, or the headings over it, speak of a line that answers with a menu."""
        return hints.speaks_of_menus(f"{self.titles.get(one.section, '')} {one.said}")

    def _is_left_over(self) -> bool:
        """Whether a key or two are all that is left where as many were seen to be keys of things, or codes.

        No sentence tells of such a key of a number to call, and it stands near none that is called. What was seen to
        be none does not count where the same key is one: its hours, or what it was for before.
        """
        keys = {(*one.path, one.key) for one in self.found}
        if not self.main or len(keys) > _LEFT_OVER or any(one.called for one in self.found):
            return False
        if not any(key.isdecimal() for way in keys for key in way):
            entered = all(way[-1] == "#" for way in keys) and self._words() > _SHORTEST
            return bool(self.barred) or entered  # "say your name and press #"
        chained = any(len(path) > 1 for path in keys)
        barred = sum((*path, key) not in keys for _, path, key in self.barred)
        if barred < len(keys) or (chained and barred < 2 * len(keys)):
            return False
        near = list(self._blocks_near_numbers())
        if any(gives and guards.speaks_of_phones(words) for gives, words in near):
            return False
        return barred >= 2 * len(keys) or not any(gives or guards.speaks_of_phones(words) for gives, words in near)

    def _words(self) -> int:
        """Count the words of the document."""
        return sum(len(block.words.split()) for block in self.blocks)

    def _blocks_near_numbers(self) -> Iterator[tuple[bool, str]]:
        """Give the words of each block with a key right behind a number, and whether it gives the number itself."""
        lines = [line for phone, line in self.phones if phone.use == VOICE]
        keyed = {one.line for one in self.found if any(0 <= one.line - line <= _NEAR_CALL for line in lines)}
        for block in self.blocks:
            start, end = block.text.line(0), block.text.starts[-1][1]
            if any(start <= line <= end for line in keyed):
                gives = any(start <= line <= end for line in lines)
                yield gives or SAME_NUMBER.search(block.words), block.words

    def _is_of_no_line(self) -> bool:
        """Whether a document that gives no number before its keys speaks of no line, or is a lesson or a column."""
        lines = [line for phone, line in self.phones if phone.use == VOICE]
        if not self.found or any(one.called for one in self.found):
            return False
        if any(kinds.is_reference(block.words) for block in self.blocks[:_TITLES]):
            return True
        if lines and (first := min(lines)) <= (last := max(one.line for one in self.found)):
            return first == last and kinds.is_of_a_kind(self.blocks[0].words)
        words = [block.words for block in self.blocks]
        if not lines and self._words() <= _SHORT:
            return False
        if any(map(kinds.is_of_a_kind, words[:_TITLES])):
            return True
        return not lines and (kinds.is_tale(words) or not kinds.has_line(words))

    def _answers_itself(self) -> bool:
        """Whether the only number of a document is said to have no menu, and no sentence tells of its keys."""
        lines = {phone.e164 for phone, _ in self.phones if phone.use == VOICE}
        told = {one.line: one.key for one in self.found if not one.vague}
        if any(one.called or one.listed for one in self.found) or len(set(told.values())) > _FEW_KEYS:
            return False
        says = [one.words for one in self.blocks if standing.answers_itself(one.words) and not is_explicit(one.words)]
        of_keys = {one.number or self.main for one in self.found}
        named = {number for words in says for number in self._answered(words)}
        return bool(says) and (len(lines) == 1 or (bool(of_keys) and of_keys <= named))

    def _answered(self, words: str) -> Iterator[str]:
        """Give the numbers of a block behind each of which, up to the next one, it is said that it has no menu."""
        phones = list(phones_in(words, self.regions))
        begins = [0, *(phone.start for phone in phones[1:]), len(words)]
        for phone, begin, end in zip(phones, begins, begins[1:], strict=False):
            if standing.answers_itself(words[begin:end]):
                yield phone.e164

    def _reports_calls(self) -> bool:
        """Whether a document is about calls that people get, and no sentence tells of a key of a number to call."""
        if not self.found or any(one.called for one in self.found):
            return False
        return hints.reports_calls([block.words for block in self.blocks]) and not follow_call(self.found, self.blocks)

    def _is_sold(self) -> bool:
        """Whether the keys are but an example in a text that sells phone menus, and gives a number behind them."""
        first = min((line for phone, line in self.phones if phone.use == VOICE), default=0)
        before = any(one.line > first for one in self.found) if first else False
        before = before and not any(shows_example(block.words) for block in self.blocks)
        if not self.found or before or any(one.called for one in self.found):
            return False
        return sells_menus([block.words for block in self.blocks])

    def _is_for_something_else(self) -> bool:
        """Whether every number stands behind the lines of all keys, and nothing says that those are of a line."""
        numbers = [(line, phone) for phone, line in self.phones if phone.use == VOICE]
        last = max(one.line for one in self.found)
        if not numbers or any(one.called for one in self.found) or min(line for line, _ in numbers) <= last:
            return False
        return not speaks_of_own_line(self.blocks, last, numbers)

    def _has_ended(self) -> bool:
        """Whether the only number of a document is said to be that of a line that is no more."""
        lines = {phone.e164 for phone, _ in self.phones if phone.use == VOICE}
        called = any(one.called for one in self.found)
        return len(lines) == 1 and any(
            standing.has_ended(block.words) and not (called and _OLD.search(block.words)) for block in self.blocks
        )

    def _is_manual(self) -> bool:
        """Whether a document tells of the keys of a thing, and gives a number only at its end, for when that fails."""
        lines = [line for phone, line in self.phones if phone.use == VOICE]
        if not lines or not self.found or any(one.called for one in self.found):
            return False
        first = min(lines)
        if first <= max(one.line for one in self.found):
            return False
        before = [block.words for block in self.blocks if block.text.line(0) < first]
        things = sum(map(hints.speaks_of_things, before)) + bool(self.barred)
        return things > 1 and not any(map(hints.speaks_of_menus, before))
