"""Whether the numbers of a list are keys, by what stands around it: the words over it, below it, and its own."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

from ivr.prose import guards, hints, list_weight, list_words, listing
from ivr.prose.anycase import AnyCase
from ivr.prose.block import HEADING, ITEM, PARAGRAPH, Block
from ivr.prose.called_reading import PRESSED, CalledReading
from ivr.prose.explicit import is_explicit
from ivr.prose.item_signs import (
    BRING,
    GOES_ON,
    HANDLING_SIGNS,
    KEYS_ABOVE,
    OTHER_SIGNS,
    SECTION,
    SECTIONS,
    STEP_SIGNS,
)
from ivr.prose.languages import language_chosen
from ivr.prose.naming import tells_key
from ivr.prose.phones import NUMBERED
from ivr.prose.reading import tells_to_call
from ivr.prose.runs import run_of, same_run
from ivr.prose.scopes import DAY, time_of
from ivr.prose.table_reading import MOST_LINES, NUMBERS
from ivr.prose.words import ANYTIME

_ANYTIME: Final = AnyCase(ANYTIME)
_DIALS_NUMBER: Final = re.compile(r"\b[Dd]ial (?=\d{3}|[*#]\d\d)")
"""Of a number that is called, and no word about keys: `dial 711 first`, `dial *67 before it`."""
_HEARS: Final = AnyCase(
    r"\b(?:hears?|press(?:es)?|keys?|(?:sub-?)?menus?|choose|keypad|elij[ae]|pulse|oprima|marque|teclado|choisissez"
    r"|tapez"
    r"|clavier|touches?|w[aä]hlen sie|dr[uü]cken sie|tasten?|men[uúü]s?|ziffer)\b"
)
"""What an item says that leads to the keys below it: `Caller hears the choices:`."""
_MANUAL: Final = AnyCase(r"\bsteps?\b|\bhow to\b|instructions", re.IGNORECASE)
_NEAR: Final = 4
"""Blocks above a list in which its number may stand."""
_LIKELY: Final = 5
"""How like one of a phone menu a page has to be whose lists are told by their words, where it is not surely one."""
_SHORTEST_RUN: Final = 2
"""Lines of a list behind a key that was said to lead to a menu, or right below a number."""
_LATEST_FIRST: Final = 3
"""The number with which a numbered list of keys may begin; one that begins later goes on with another."""
_LONG_TOPIC: Final = 9
"""Words of an item that is a sentence rather than a topic."""
_ENOUGH: Final = 3
_OF_MENU: Final = AnyCase(r"\b(?:phone|voice|call) (?:menu|tree)|\bivr\b|\bauto-?attendant\b|\bmenu of (?:the|our)\b")
"""What a document says of itself that is about a phone menu: its changes, its wiring."""
_KEY_WORD: Final = AnyCase(r"(?:option|opt|key|press|choix|touche|taste|tecla|opci[oó]n|die|la|le)\.? ?[0-9*#]\b")
"""How a line of a menu may begin."""
_MAIN_MENU: Final = re.compile(r"\W*(?:main|top|root)(?: level)?\W*$", re.IGNORECASE)


_CHOOSES: Final = AnyCase(
    r"\b(?:choose|select|pick|press|options?|choices|menu|hear|offers?|plays|prompts?|elija|escoja|pulse|men[uú]"
    r"|choisissez|tapez|w[aä]hlen|dr[uü]cken)\b"
)
"""What a step of a call says over the keys that may be pressed in it."""
_SHORT_LINE: Final = 60
"""Letters of a line that is nothing but the part of the day of the list below it."""


def _is_beside(one: Block, block: Block) -> bool:
    """Whether two lines stand in one list, or in the same columns."""
    in_columns = " | " in one.words and " | " in block.words and (one.group, one.level) == (block.group, block.level)
    return in_columns or same_run(one, block)


class LedReading(CalledReading):
    """Sees which lists are menus."""

    def _are_keys(self, at: int, block: Block) -> bool:
        """Whether the numbers of a list are keys: by all of its words, or else by the rules."""
        called = self.is_sure or (self.place.number() and self.likeness > _LIKELY)
        if called and self._likeness(self._run(at, block)) > list_words.SURELY_KEYS:
            return not self._is_draft(at)
        return self._list_leads(at, block, numbered=bool(block.marker))

    def _likeness(self, lines: list[Block]) -> int:
        """Give how much a list is like one of keys; it is asked for time after time for one list."""
        run = self.run_here
        if run is None or not run.whole or len(lines) <= 1:
            return 0
        if self.like_here[0] is not lines[0]:
            self.like_here = (lines[0], list_words.likeness(self.blocks, run))
        return self.like_here[1]

    def _list_leads(self, at: int, block: Block, *, numbered: bool) -> bool:
        """Whether the numbers of a list are keys, by what stands around it; `numbered` where they are mere numbers."""
        run = self._run(at, block)
        behind_key = bool(block.level and self.place.here.items.get(block.level - 1))
        if len(run) == 1 and self._ends_list(at, block):
            return True
        if (len(run) == 1 and not behind_key) or self._is_no_menu(at, block, run):
            return False
        asked = not block.marker and 3 * sum(is_explicit(one.words) for one in run) >= len(run)
        return behind_key or asked or self._is_led(run) or self._leads_by_words(at, block, run, numbered=numbered)

    def _is_led(self, run: list[Block]) -> bool:
        """Whether the line right over a list told of the key that leads to it."""
        here = self.place.here
        if len(run) < _SHORTEST_RUN:
            return False
        return (here.behind and tells_key(here.title)) or (
            bool(here.lead_path) and self.blocks[here.lead_at + 1] is run[0]
        )

    def _leads_by_words(self, at: int, block: Block, run: list[Block], *, numbered: bool) -> bool:
        """Whether the words over a list, or below it, say that its numbers are keys, or much else speaks for it."""
        above = self._line_above(at)
        last = above.removeprefix(self.place.here.title).strip()
        told = numbered or (block.level and _HEARS.search(last))
        lead = last if told and last.endswith(":") and not GOES_ON.search(last) else self._lead(at)
        pressed = bool(PRESSED.search(lead))
        if self.place.number() and _ANYTIME.search(above):
            return True
        if guards.lists_ways(lead) and not (pressed or "menu" in lead.lower()):
            return False
        if listing.leads(lead, numbered=numbered):
            return not numbered or pressed or not _MANUAL.search(lead)
        return (
            self._is_told_below(at, block)
            or self._is_choice_of_step(at, run)
            or self._is_of_another_time(above)
            or (not numbered and self._looks_listed(at, run))
            or self._weighs_enough(at, run, numbered=numbered)
        )

    def _is_choice_of_step(self, at: int, run: list[Block]) -> bool:
        """Whether a list stands within one of the steps of a call, which tells to choose from it."""
        level = run[0].level
        begun = next(place for place in range(at, -1, -1) if self.blocks[place] is run[0])
        step = self.blocks[begun - 1] if begun else run[0]
        if not step.marker or step.level != level - 1 or not _CHOOSES.search(step.words):
            return False
        near = self.blocks[max(begun - MOST_LINES, 0) : begun]
        before = [one for one in near if one.marker and one.level == step.level and one.group == step.group]
        return any(tells_to_call(one.words) for one in before)

    def _is_of_another_time(self, above: str) -> bool:
        """Whether a list is told for the night or the weekend, and the line had a list of keys for another time before.

        What stands under `Opening hours` has numbers that are none of keys.
        """
        time, number = time_of(above) if len(above) < _SHORT_LINE else "", self.place.number()
        return (
            bool(number)
            and time not in {"", DAY}
            and any(one.listed and one.number in {number, ""} and one.time != time for one in self.found[-MOST_LINES:])
        )

    def _ends_list(self, at: int, block: Block) -> bool:
        """Whether a line by itself goes on with the list right above it: the next key, or 0 or a sign at the end."""
        one = listing.chosen(block)
        if one is None or self.listed_at != at - 1 or not self.found or self._goes_on_with_steps(at, block):
            return False
        top = (each for each in reversed(self.found[-MOST_LINES:]) if not each.path)
        last, key = next(top, self.found[-1]), one.keys[0]
        follows = key.isdecimal() and last.key.isdecimal() and int(key) == int(last.key) + 1
        short = len(one.topic.split()) <= _LONG_TOPIC and not (block.marker and block.words[:1].isdigit())
        return len(one.keys) == 1 and short and (follows or (key in "0*#" and last.key not in "0*#"))

    def _goes_on_with_steps(self, at: int, block: Block) -> bool:
        """Whether a numbered item is the next of a list in which the one above it, of signs, stands: `3. Hang up`."""
        if not block.marker.isdecimal() or self.blocks[at - 1].marker:
            return False
        near = self.blocks[max(at - MOST_LINES, 0) : at]
        return any(one.level == block.level and one.marker == str(int(block.marker) - 1) for one in near)

    def _is_no_menu(self, at: int, block: Block, run: list[Block]) -> bool:
        """Whether a list is something else than a menu: steps, questions, ways to write, what a device does."""
        first = run[0].marker
        if block.marker and (self._are_steps(run) or (first and int(first) > _LATEST_FIRST and len(run) < MOST_LINES)):
            return True
        if SECTIONS.search(self.place.titles()) and sum(bool(SECTION.match(one.words)) for one in run) > 1:
            return True
        if _lists_no_keys(tuple(one.text.words for one in run), numbered=bool(block.marker)):
            return True
        if block.marker and BRING.search(self._line_above(at)):
            return True
        if block.level and self.place.here.items.get(block.level - 1):
            return False  # a key may be for things: `2 Printers`, and below it `1 Head office`
        above = (
            self._is_draft(at) or hints.lists_no_menu(self._lead(at)) or hints.leads_to_no_menu(self._line_above(at))
        )
        return above or self._is_of_form(at, run) or hints.is_answered_in_writing(self._after(at, block))

    def _is_draft(self, at: int) -> bool:
        """Whether the line over a list calls it a draft."""
        return hints.heads_draft(self._line_above(at).removeprefix(self.place.here.title).strip())

    def _is_of_form(self, at: int, run: list[Block]) -> bool:
        """Whether a list stands under a question of a form: what is above that tells how to fill it in."""
        if not self.place.here.title.endswith("?"):
            return False
        begun = next(place for place in range(at, -1, -1) if self.blocks[place] is run[0])
        asks, over = (begun > 0 and self.blocks[begun - 1].kind == HEADING), self.blocks[max(begun - 2, 0)]
        return asks and over.kind == PARAGRAPH and hints.is_agenda(over.words)

    def _is_told_below(self, at: int, block: Block) -> bool:
        """Whether what follows a list says that its numbers are keys."""
        if any(KEYS_ABOVE.search(one.words) for one in self.blocks[at + 1 : at + MOST_LINES]):
            return True
        after = _DIALS_NUMBER.sub("", self._after(at, block))
        return PRESSED.search(after) and NUMBERS.search(after)

    def _weighs_enough(self, at: int, run: list[Block], *, numbered: bool) -> bool:
        """Whether all that speaks for a list's being a menu outweighs what speaks against it."""
        if 2 * sum(map(listing.THEN_LINE.match, (one.words for one in run))) >= len(run):
            return False
        choices = [listing.chosen(one) or listing.chosen_behind(one) for one in run]
        keys = [one.keys[0] for one in choices if one is not None]
        ways = [one.keys for one in choices if one is not None]
        if len(keys) < len(run) - (len(keys) >= _ENOUGH) or len(set(ways)) < len(ways) or self._section_bars(""):
            return False
        topics = [one.topic for one in choices if one is not None]
        if self.place.number() and all(map(language_chosen, topics)):
            return True
        begun = next(place for place in range(at, -1, -1) if self.blocks[place] is run[0])
        near = self.blocks[max(begun - _NEAR - len(run), 0) : at]
        numbers = [one for one in near if NUMBERED.search(one.words) and any(self._voices(one))]
        lead = self._line_above(at)
        titled = listing.leads(self.place.titles(), numbered=True)
        if self.main and not (numbers or self.place.number() or titled or list_weight.is_read_out(lead)):
            return False
        weight = 2 * bool(numbers) + list_weight.of_keys(ways) + list_weight.against_topics(topics)
        if not numbered or list_weight.skips(ways):
            weight += list_weight.of_topics(topics) + list_weight.of_lead(lead)
        weight += 3 * list_weight.is_read_out(lead)
        weight += 2 * titled
        weight += 2 * listing.has_options_below(self.place.here.lead)
        weight += 2 * any(_OF_MENU.search(f"{one.title} {one.lead}") for one in self.place.sections)
        weight += (2 + self._is_below_number(at, run)) * self._holds_lists(run)
        weight += 2 * any(_KEY_WORD.match(one.words) for one in run)
        weight += 2 * any(is_explicit(one.words) and one.kind != ITEM for one in self.blocks[at + 1 : at + MOST_LINES])
        weight -= 2 * list_weight.counts_other(self.place.here.title)
        weight -= 2 * numbered + 2 * sum(one.rstrip().endswith("?") for one in topics if not list_weight.of_lead(lead))
        return weight > _ENOUGH + 2 * bool(self.place.here.about)

    def _holds_lists(self, run: list[Block]) -> bool:
        """Whether a numbered list has numbered lists in it, as a menu has its submenus."""
        if any(listing.is_step(one.words) for one in run):
            return False
        group = run[0].group
        first = self.groups.get(group, (0, 0))[0]
        near = self.blocks[first : first + 3 * MOST_LINES]
        return any(
            one.marker == "1" and one.level == run[0].level + 1 and before.marker and before.level == run[0].level
            for before, one in pairwise(near)
        )

    def _line_above(self, at: int) -> str:
        """Give the heading over a list, and the last line before it that is none of its own."""
        if self.above_here[0] != at:
            block = self.blocks[at]
            near = reversed(self.blocks[max(at - MOST_LINES, 0) : at])
            others = (one for one in near if block.kind != ITEM or one.kind != ITEM or one.level <= block.level)
            line = next((one.words for one in others if one.level < block.level or not _is_beside(one, block)), "")
            self.above_here = (at, line)
        above, title = self.above_here[1], self.place.here.title
        return above if title.endswith("?") else f"{title} {above}"

    @staticmethod
    def _are_steps(run: list[Block]) -> bool:
        """Whether numbered items are steps: one of them tells to call, or asks for another key than its own."""
        asking = [one for one in run if is_explicit(one.words)]
        return any(tells_to_call(one.words) and NUMBERED.search(one.words) for one in run[:3]) or any(
            not re.search(rf"(?<!\d){one.marker}(?!\d)", one.words) for one in asking
        )

    def _run(self, at: int, block: Block) -> list[Block]:
        """Give the lines of the list that a block is in; it is asked for time after time for one list."""
        if self.run_here is None or not self.run_here.is_of(at, block):
            self.run_here = run_of(self.blocks, at, block, MOST_LINES)
        return self.run_here.lines

    def _after(self, at: int, block: Block) -> str:
        for one in self.blocks[at + 1 : at + 14]:
            if not same_run(one, block):
                return one.words if one.kind == PARAGRAPH else ""
        return ""

    def _looks_listed(self, at: int, run: list[Block]) -> bool:
        """Whether lines such as `1 - Billing` stand for keys without being said to: next to a telephone number."""
        title = self.place.here.title
        own = self.place.here.number or self._goes_on_by_time()
        of_line = own or (self.place.number() and (_MAIN_MENU.match(title) or time_of(title)))
        if not of_line or self.place.about():
            return False
        words = tuple(one.text.words for one in run)
        if not any(one.marker for one in run) and (
            listing.counts_behind(words)
            or (listing.counts_behind(words, _SHORTEST_RUN) and self._is_below_number(at, run))
        ):
            return True
        lines = [(one.text.words, one.marker if one.kind == ITEM else "") for one in run]
        starts = [place for place, one in enumerate(run) if (key := listing.chosen(one)) and key.keys == ("1",)]
        nested = run[0].level > 0 and starts[:1] == [0]  # each under an item with a number of its own
        parts = [*pairwise(starts), (starts[-1], len(lines))] if nested else [(0, len(lines))]
        anywhere = bool(time_of(title))
        return all(listing.counts_up(tuple(lines[begin:end]), anywhere=anywhere) for begin, end in parts)

    def _is_below_number(self, at: int, run: list[Block]) -> bool:
        """Whether the line right above a list gives a number to call."""
        while at and self.blocks[at] is not run[0]:
            at -= 1
        return at > 0 and any(self._voices(self.blocks[at - 1]))


@lru_cache(maxsize=256)
def _lists_no_keys(lines: tuple[str, ...], *, numbered: bool) -> bool:
    """Whether the lines of a list themselves show that it is no menu."""
    signs = (STEP_SIGNS if numbered else HANDLING_SIGNS, OTHER_SIGNS)
    if any(2 * sum(map(sign, lines)) > len(lines) for several in signs for sign in several):
        return True
    return sum(map(hints.bids, lines)) > 1 or sum(map(hints.speaks_of_mail, lines)) > 1
