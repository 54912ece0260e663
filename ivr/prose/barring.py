"""Which keys that sentences name are none of a phone menu, by all that stands around them."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final, NamedTuple

from ivr.prose import guards, hints, key_signs, listing, standing
from ivr.prose.anycase import AnyCase
from ivr.prose.bare_verbs import BareVerbReading
from ivr.prose.barring_words import (
    ALTERNATIVE,
    ANSWER,
    ASKS_BACK,
    BESIDE_BED,
    CHOOSING,
    FEW_WORDS,
    FIRST_OF_ROW,
    LINKED,
    OF_NAME,
    OF_NOTE,
    ON_PAGE,
    OR_CALL,
    OR_PHONE,
    PRESSED,
    QUESTION,
    SOMETIMES,
    stands_apart,
)
from ivr.prose.block import HEADING, ITEM, ROW, Block
from ivr.prose.elsewhere import asks_for_extension, clause_bars, compares_options, is_elsewhere
from ivr.prose.for_help import is_only_for_help
from ivr.prose.grammar import Said
from ivr.prose.item_signs import is_way, tells_of_silence
from ivr.prose.key_ranges import counts_on
from ivr.prose.keys import BARE, OPTION, STRONGLY, WEAKLY
from ivr.prose.naming import number_named
from ivr.prose.no_topic import PRICE, names_several, says_no_topic
from ivr.prose.phones import VOICE, Phone, phones_in
from ivr.prose.pointing import tells_to_call
from ivr.prose.prefilter import may_tell
from ivr.prose.pressed_on import place_told, pressed_on
from ivr.prose.tokens import Sentence

_SHORTEST_LINE: Final = 4
"""Letters of a line that goes on with a menu: a key, and what it is for."""
_SHORTLY_BEFORE, _SOMEWHAT_BEFORE, _BEFORE, _FEW_PHONES = 160, 300, 600, 3
_ASKS_KEY: Final = AnyCase(
    r"\b(?:which|what|whose) (?:button|key|option|number|choice)\b|\b(?:button|key)s?\b"
    r"|\b(?:and|what(?:['’]s| is| about)|et|le|y|el|la|die|und|was ist) [0-9*#](?= | ?\?)"
    r"|\b(?:welche \w+|tasten?|ziffern?|qu[eé] (?:tecla|opci[oó]n|n[uú]mero)|teclas?|quelle touche|touches?)\b"
)
_OR_PRESS: Final = AnyCase(
    r"\b(?:online|in the app|on the (?:web)?site),? or (?:by )?(?:press|phone|call|hit|push|choose|dial)\w*\b"
)
_HAS_CHOICES: Final = AnyCase(
    r"\b(?:number|line|menu|hotline|helpline)\b (?:also |now |still )?(?:has|offers|gives you|lists) (?:an?|the|two"
    r"|three|four|more|another|other|further) [^.;]{0,30}\b(?:choices?|options?|keys?|menu)\b"
)
"""What says of a line that it has choices, which are told in the next sentence."""
_ROW_LAST: Final = re.compile(r"[^\W\d][^|/,;]{1,40} 1 ?[|/,;] ?[^\W\d][^|/,;]{1,40} 2\b")
_ROW_OF_THREE: Final = re.compile(
    r"1(?<!\w1) (?:= )?[^\W\d][^.;]{1,40}?, 2 (?:= )?[^\W\d][^.;]{1,40}?,? (?:and )?3 (?:= )?[^\W\d]"
)
_LABELLED: Final = re.compile(
    r"[^\W\d][^:=]{2,40}(?:: | = | (?:is|are) (?:now |still )?(?:on )?| (?:has|have) (?:moved|gone) to )"
    r"(?:die |der |el |la |le |taste |tecla |touche )?[0-9*#](?:\s?[,>→-]\s?[0-9*#])*(?: \([^()]*\)|, [^\d]{3,40})?\.?$"
)
"""An item that is nothing but a topic and its keys: `award seats: 3`, `billing has moved to 2`."""
_MENU_TITLE: Final = AnyCase(
    r"\b(?:attendant|ivr|svi|phone tree|\w*menu|menus|keys|options|choices|men[uú]|teclas|touches|tasten)\b"
)
_SHORT_LABEL: Final = 4
"""Words of a label that may name a thing with keys where its number has been told: `Lift out of order`."""
_ITEMS_BEFORE: Final = 5
_CLOSED: Final = frozenset('.!?)"”»')  # how a paragraph ends that is not broken off
_LONGEST_LINE: Final = 70  # letters of a line of a menu that is no item of a list
_DIGIT: Final = re.compile(r"\d")


class Around(NamedTuple):
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


class BarringReading(BareVerbReading):
    """Tells the keys of phone menus from those of anything else."""

    def _goes_on_telling(self, at: int, block: Block) -> bool:  # noqa: PLR0911 -- one for each sign of a menu
        """Whether the line before a block told of a key, and the block may go on with that."""
        if self.goes_on:
            return True
        if at < 1 or len(block.words) < _SHORTEST_LINE or not may_tell(block.words):
            return False
        before = self.blocks[at - 1]
        told_at = max(self.told_at, self.listed_at) if block.words[:1] in {"0", "*", "#"} else self.told_at
        same = before.kind == block.kind and (before.group == block.group or stands_apart(block.words))
        counts = at - 1 == max(self.told_at, self.listed_at) and counts_on(block.words, self.found)
        if counts or (at - 2 <= told_at < at and same):
            return True
        titles = f"{self.place.titles()} {self.place.here.lead}"
        if _ROW_OF_THREE.search(block.words) and _MENU_TITLE.search(titles):
            return True
        if (before.words.rstrip().endswith("?") or QUESTION.match(before.words)) and (
            _ASKS_KEY.search(before.words)
            or (ANSWER.match(block.words) and self.found)
            or (before.kind != HEADING and self.found)
        ):
            return True
        if block.kind == ITEM and self.place.number() and _LABELLED.match(block.words):
            near = self.blocks[max(at - _ITEMS_BEFORE, 0) : at + _ITEMS_BEFORE]
            return sum(one.group == block.group and bool(_LABELLED.match(one.words)) for one in near) > 1
        if _ROW_LAST.match(block.words) and self._gives_number(before):
            return True
        if "1" not in block.words or not FIRST_OF_ROW.match(block.words):
            return False
        above = f"{self.place.here.title} {before.words}"
        if hints.lists_no_menu(above) or guards.speaks_of_screens(above) or guards.speaks_of_devices(above):
            return False
        return (
            listing.leads(before.words, numbered=True)
            or bool(_MENU_TITLE.search(self.place.here.title))
            or self._gives_number(before)
        )

    def _gives_number(self, block: Block) -> bool:
        phones = phones_in(block.words, self.regions) if _DIGIT.search(block.words) else ()
        return any(phone.use == VOICE for phone in phones)

    def _is_barred(self, around: Around, each: Said) -> bool:
        """Whether a key is none of a phone menu; remembers it, for where most keys of a document are none."""
        barred = self._is_no_key(around, each)
        if barred and not each.negated and (self.sections, each.key) not in self.gone:
            self.barred.add((around.block.text.line(each.start), each.path, each.key))
        return barred

    def _is_no_key(self, around: Around, each: Said) -> bool:
        """Whether a key is none of a phone menu, by all that stands around it."""
        text = around.block.words
        if each.topic is not None and each.topic.how != "if" and key_signs.is_gone(each.topic.words):
            return True
        if not each.path and self.place.about() == "past":
            self._note_gone(around.block.text.line(each.start), each.key)
        if (
            each.negated
            or (around.sentence.mark == "?" and key_signs.wonders(_of(around)))
            or not self.is_telephonic
            or self._place_bars(around, each)
            or not (self._has_come(around, each) or (self.main and key_signs.chooses_language(each)))
        ):
            return True
        decided = around.at >= 0 and standing.decides_against(self._with_lead(around), self._with_rest(around))
        if decided or hints.is_denied(text[around.sentence.end :], each.key):
            return True
        setting = around.block.kind == ROW and tells_of_silence(around.block.cells[0].words)
        if setting or (each.how == BARE and hints.is_agenda(text[around.sentence.start : each.start])):
            return True
        ways = each.topic is not None and is_way(each.topic.words)
        if each.how == OPTION and ways and not around.called:
            self.lists_ways = True
        return (
            self._is_barred_by_its_words(around, each)
            or is_elsewhere(text, each.start, called=bool(around.phones))
            or (self.lists_ways and each.how == OPTION)
            or self._is_barred_by_what_precedes(around, each)
            or says_no_topic(text, each)
            or (names_several(text, each) and any((*one.path, one.key) == (each.key,) for one in self.found))
            or key_signs.is_of_code(text, each)
            or key_signs.is_in_app(each)
            or key_signs.tells_of_none(_of(around), each.start - around.sentence.start)
            or (not around.called and (self._is_in_house(text, each.start) or self._is_on_a_screen(around)))
            or (key_signs.is_weak(text, each) and not (self.is_bare or self._is_about_a_call(around, each)))
        )

    def _place_bars(self, around: Around, each: Said) -> bool:
        """Whether what a section is about bars a key."""
        bars = self._section_bars(self._so_far(around), around.block.words[around.sentence.end :])
        return bars and not self._is_plain_menu(around, each)

    def _is_plain_menu(self, around: Around, each: Said) -> bool:
        """Whether a key stands in a menu that is told so plainly that a heading about something else counts less."""
        told = each.how == STRONGLY and each.topic is not None and self.many_told
        if not told or self.place.about() not in SOMETIMES or ASKS_BACK.search(self.place.titles()):
            return False
        return not guards.barred(around.block.words, "", "", called=False)

    def _with_lead(self, around: Around) -> str:
        """Give a block with the one before it, where that leads or goes on to it: `The offer was for a menu:`."""
        before = self.blocks[around.at - 1] if around.at else around.block
        leads = before.kind != HEADING and before.words.rstrip()[-1:] not in _CLOSED
        return f"{before.words} {around.block.words}" if leads else around.block.words

    def _with_rest(self, around: Around) -> str:
        """Give a block with those below it in its section, at most so many as tell how a discussion ended."""
        below = self.blocks[around.at + 1 : around.at + _ITEMS_BEFORE]
        level, own = self.place.here.level, around.block.marker  # a numbered item of minutes has its own decision
        rest = takewhile(lambda one: (one.kind != HEADING or one.level > level) and not (own and one.marker), below)
        return " ".join([around.block.words, *(one.words for one in rest)])

    @staticmethod
    def _so_far(around: Around) -> str:
        """Give a sentence, with those before it where their block gives a number to call."""
        near = _SOMEWHAT_BEFORE if around.phones or "ame number" in around.block.words else 0
        return around.block.words[max(around.sentence.start - near, 0) : around.sentence.end]

    def _is_barred_by_its_words(self, around: Around, each: Said) -> bool:
        """Whether a key is barred by what its sentence says, or by what one before it in the block said."""
        why = self._why_barred(around, each)
        if why == "past" and not each.path:
            self._note_gone(around.block.text.line(each.start), each.key)
        if why in guards.LASTING:
            self.barred_block = (around.at, why)
        return bool(why) or (self.barred_block[0] == around.at >= 0 and not around.called)

    def _why_barred(self, around: Around, each: Said) -> str:
        """Say why the words of a key's sentence bar it; nothing where they do not."""
        called = around.called or (" or " in around.words and OR_PHONE.search(around.words))
        words = OR_CALL.sub("", ALTERNATIVE.without(around.words)) if called else around.words
        why = guards.barred(words, each.topic.words if each.topic else "", each.key, called=around.called)
        if not why and not around.numbered and each.topic is not None and each.topic.how in OF_NAME:
            of_others = hints.names_others(_of(around)) and not hints.names_others(each.topic.words)
            why = "others" if of_others else ""  # "The person you call is asked to press 5"
        why = why or (clause_bars(each.topic.words) if each.topic is not None and each.topic.how == "clause" else "")
        if why not in {"screen", "device"}:
            in_list = why == "voicemail" and each.topic is not None and self._goes_on_in_list(around)
            return "" if in_list else why
        if why == "screen" and around.phones and not guards.speaks_of_pages(self._up_to(around, each)):
            return ""  # "I called 555-0100. Press 2 and you skip the speech about the website"
        if why == "screen" and each.how == STRONGLY and _OR_PRESS.search(around.words):
            return ""  # "Remove the plate online, or press 4"
        before = f"{around.before} {pressed_on(_of(around))}"
        if around.many and not guards.barred(before, "", each.key, called=around.called):
            return ""  # a row of keys, one of which is for a lift that is out of order
        asked = len(each.key) == 1 and each.how in {STRONGLY, WEAKLY, OPTION}
        light = why == "device" and asked and (around.phones or self.place.number())
        aside = why == "device" and each.how == STRONGLY and key_signs.is_in_brackets(words)
        if aside or (light and guards.is_said_of_places(around.words)):
            return ""
        goes_on = (self.told_at == around.at >= 0 or self._goes_on_in_list(around)) and each.topic is not None
        return "" if goes_on else why  # a menu that is under way goes on

    def _goes_on_in_list(self, around: Around) -> bool:
        """Whether an item goes on with the list whose last one told of a key of a number that callers know."""
        at = around.at
        before = self.blocks[at - 1] if at > 0 and self.told_at == at - 1 else None
        if before is None or before.kind != around.block.kind or before.kind == ROW:
            return False
        if before.kind != ITEM and max(len(around.block.words), len(before.words)) >= _LONGEST_LINE:
            return False
        return before.group == around.block.group and bool(self.place.here.number)

    @staticmethod
    def _up_to(around: Around, each: Said) -> str:
        """Give a sentence up to its key, and what follows the key where that says where it is pressed."""
        text = around.block.words
        return f"{text[around.sentence.start : each.start]} {place_told(text[each.start : around.sentence.end])}"

    def _is_barred_by_what_precedes(self, around: Around, each: Said) -> bool:
        """Whether the words before a key say that it is an extension, or of other telephones or machines."""
        text, start = around.block.words, around.sentence.start
        previous = hints.without_greeting(text[max(start - _SHORTLY_BEFORE, 0) : start])
        in_menu = self.many_told and self.told_at == around.at >= 0 and each.how == STRONGLY
        calls = tells_to_call(text, [phone.start for phone in around.phones[:_FEW_PHONES] if phone.start < start])
        if asks_for_extension(text[: each.start]) or (not (in_menu or calls) and hints.is_of_others(previous)):
            return True
        if (
            each.key in "*#"
            and (each.topic is None or key_signs.corrects(each.topic.words))
            and set(each.path) <= {"*", "#"}
            and guards.barred(previous, "", each.key, called=True) == "entry"
        ):
            return True
        priced = each.how == OPTION and not self.found and PRICE.search(around.block.words)
        if not around.called and (priced or (key_signs.is_weak(text, each) and hints.opens_page(previous))):
            return True
        of_label = each.topic is not None and each.topic.how in {"label", "subject", "clause"}
        short = each.topic is not None and len(each.topic.words.split()) <= _SHORT_LABEL and each.topic.how == "label"
        of_label = of_label and not (short and self.place.here.number)
        labelled = each.topic.words if each.topic and of_label else ""
        goes_on = self.told_at == around.at >= 0
        if not (goes_on or around.phones) and hints.belongs_to_thing(text, start, labelled):
            return True
        in_list = each.how == STRONGLY and self._goes_on_in_list(around)
        given = any(phone.use == VOICE and phone.end <= start <= phone.end + 2 for phone in around.phones)
        of_line = given or _HAS_CHOICES.search(previous)  # "Acme Elevator, 555-0100. Press 1 for ..."
        of_place = not (around.called or in_list or of_line) and guards.speaks_of_places(
            labelled if goes_on else f"{previous} {labelled}"
        )
        if of_place and labelled and around.at >= 0:
            self.barred_block = (around.at, "device")
        near = "" if around.phones or around.called else text[start : each.start]
        if near and hints.names_button(near):  # "Press STOP twice, then 5"
            self.barred_block, of_place = (around.at, "device"), True
        if near and (BESIDE_BED.search(previous) or hints.presses_thing(f"{previous} {near}")):
            return True
        return of_place or (not around.numbered and key_signs.is_behind_code(text, start, each))

    def _has_come(self, around: Around, each: Said) -> bool:
        """Whether a call has been spoken of so far: what only names keys, and a number at its end, is a manual."""
        words, called = around.block.words, self.place.phones() or bool(self.place.number())
        if not called and is_only_for_help(words, around.phones, around.sentence, self.place.titles()):
            return False
        if not self.has_called:
            self.has_called = bool(around.phones) or guards.speaks_of_lines(f"{self.place.titles()} {words}")
        return self.has_called or called or self._is_note(around, each)

    def _is_note(self, around: Around, each: Said) -> bool:
        """Whether a text has a number, and too few words to be like anything but a phone menu."""
        pressed = each.how == BARE or (each.how == STRONGLY and PRESSED.search(around.words))
        if not pressed or not self.main or len(self.blocks) >= OF_NOTE or self.likeness < 0:
            return False
        return sum(len(block.words.split()) for block in self.blocks) < FEW_WORDS

    def _is_in_house(self, text: str, at: int) -> bool:
        """Whether the words before a place are about telephones in a house, or the buttons of a thing."""
        if self.place.here.number or (at > _SHORTLY_BEFORE and not guards.speaks_of_offices(text)):
            return False
        if hints.names_button(text[:at]):
            return True
        return guards.speaks_of_offices(text[max(at - _SOMEWHAT_BEFORE, 0) : at])

    def _is_on_a_screen(self, around: Around) -> bool:
        """Whether an item belongs to a list whose steps so far, or the line over it, are of an app or a page."""
        block = around.block
        if around.phones or block.kind != ITEM:
            return False
        first = self.groups.get(block.group, (0, 0))[0]
        if not block.marker:
            lead = self.blocks[first - 1].words.rpartition(". ")[2] if first else ""
            return guards.speaks_of_screens(lead) and ON_PAGE.search(lead)
        before = (one.words for one in self.blocks[max(around.at - _ITEMS_BEFORE, first) : around.at])
        return any(guards.speaks_of_screens(words) or guards.speaks_of_places(words) for words in before)

    def _is_about_a_call(self, around: Around, each: Said) -> bool:  # noqa: PLR0911 -- one for each sign of a call
        """Whether it is clear that `option 4` or `select 4` speak of a call."""
        before = around.block.words[max(each.start - _BEFORE, 0) : each.start]
        if each.how == OPTION and not around.called and compares_options(before):
            return False
        how = each.topic.how if each.topic is not None else ""
        if each.how == OPTION and how == ":" and self._lists_ways(around):
            return False
        if around.block.kind == HEADING and guards.lists_ways(self.place.titles()):
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
        voice = [phone for phone in around.phones if phone.use == VOICE]
        told = (
            each.how == BARE
            and not CHOOSING.search(around.words)
            and each.topic is not None
            and each.topic.how in LINKED
        )
        if (
            asked
            or any(phone.start < each.start or told for phone in voice)
            or (voice and hints.tells_of_answering(before))
        ):
            return True
        if number_named(around.block.words[around.sentence.start : around.sentence.end], self.aliases):
            return True
        lead = self._lead(around.at) if around.at >= 0 else ""
        if self._lists_ways(around) and not self.found and not each.path:
            return False
        has_number = bool(self.place.here.number) or (self.place.phones() and bool(self.place.number()))
        of_headings = around.block.kind == HEADING and any(not one.path for one in self.found)
        listed = each.how == OPTION and how == ":"
        told_before = bool(self.found) and not listed and not self.place.about() and not guards.speaks_of_screens(lead)
        return has_number or of_headings or told_before or guards.speaks_of_phones(lead)

    def _lists_ways(self, around: Around) -> bool:
        """Whether the options spoken of are ways, plans or the like."""
        lead = self._line_above(around.at) if around.at >= 0 else self.place.titles()
        return guards.lists_ways(lead)


def _of(around: Around) -> str:
    """Give the words of a sentence."""
    return around.block.words[around.sentence.start : around.sentence.end]
