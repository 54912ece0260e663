"""A document being read: its numbers, the sections around a block, and the keys found so far."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from ivr.prose import guards, hints, listing
from ivr.prose.about_document import about_below, about_of
from ivr.prose.anycase import AnyCase
from ivr.prose.begun_anew import menu_begun
from ivr.prose.behind_keys import behind
from ivr.prose.block import HEADING, ITEM, PARAGRAPH, Block, Document
from ivr.prose.grammar import Said
from ivr.prose.item_signs import is_way
from ivr.prose.kinds import SURELY_MENU, likeness_of
from ivr.prose.languages import language_hinted
from ivr.prose.leading_on import IN_KEY
from ivr.prose.meaning import says_something
from ivr.prose.names_alike import calls_alike
from ivr.prose.naming import WITHIN_OPTION, means_menu, menu_named, number_named
from ivr.prose.phones import NUMBERED, Phone, Regions, phones_in, regions_for
from ivr.prose.pointing import SAME_NUMBER
from ivr.prose.runs import Run
from ivr.prose.scopes import language_of, time_of
from ivr.prose.section import Place, Section
from ivr.prose.titles import first_words
from ivr.prose.tokens import Sentence
from ivr.prose.told import Told

CALL_STEP: Final = AnyCase(r"\b(?:call|dial|ring|phone|llame|appelez|composez|rufen)\b(?!-|\W*$)", re.IGNORECASE)
"""What bids to call, and is no thing that is called so: `dial-a-ride`, `a service call`."""


@lru_cache(maxsize=1024)
def tells_to_call(words: str) -> bool:
    """Whether a step has its reader call."""
    return CALL_STEP.search(words)


_FIRST_BLOCKS: Final = 7
_LONGEST_CLAUSE: Final = 200
_SHORTEST_NAME: Final = 4
"""Letters of what a key is for, where a clause names its menu by that."""
BEING_IN: Final = AnyCase(
    r"\b(?:in|inside|within|into|under|chosen?|choosing|select(?:ed|ing)|pick(?:ed|ing)|dentro|en|dans|im|unter|bei"
    r"|elegir|menu|(?:after|once|when) you (?:choose|select|pick))\b"
)
_BEFORE_MENU: Final = (
    r"\b(?:in|inside|within|into|under|chosen|chose|choosing|selected|selecting|picked|picking|dentro de|dans|en|im"
    r"|unter|bei|elegir|(?:after|once|when) you (?:choose|select|pick))\s+"
    r"(?:the |el |la |los |las |le |les |l['’]|das |der |den |dem )?"
    r"(?:menu (?:des? |d['’]|for |of )(?:la |l['’])?)?"
)
IN_MENU: Final = re.compile(_BEFORE_MENU + r"[\"“'‘«*]*$")
"""What stands before the name of a menu that a caller is in."""
IN_NAMED: Final = re.compile(
    _BEFORE_MENU + r"[\"“'‘«*]*([^\W\d][^,.;:\"”]{2,40}?)[\"”'’»*]*"
    r"(?:[,:]|(?= (?:you(?:['’]ll)?|callers|press) (?:may|can|will|then|get|hear|choose|are|have|\d)))",
    re.IGNORECASE,
)


_CALLS_LINE: Final = AnyCase(
    r"\b(?:call|ring|phone) (?:us|the|our) ?(?:\w+ )?(?:hotline|helpline|line|number|switchboard|help ?desk)?\b"
    r"[^.;]{0,20}\b(?:press|choose|select|pick)\b"
)
"""What tells to call a line by what it is: `Call the hotline and press 5`."""
_TELLS_WHAT: Final = AnyCase(
    r"\W*(?:press|choose|select|dial|option|pulse|oprima|marque|tapez|faites|dr[uü]cken sie|w[aä]hlen sie) "
    r"(?:the |la |le |die )?[0-9*#] (?:for|to|if|para|si|pour|f[uü]r|um|wenn)\b"
)
"""A step that says by itself what its key is for: `Press 3 for refunds`."""


@lru_cache(maxsize=2048)
def _speaks_of_being_in(words: str) -> bool:
    return BEING_IN.search(words)


_WHO_THEN: Final = re.compile(
    r"\W*(?!(?:on|in|at|from|after|when|if|once|and|then|there|so|you|your|it|they|to|for|press)\b)(?:the "
    r"|our )?([^\W\d][\w'’ -]{2,40}?)[,:]?(?: (?:callers|customers))?"
    r" (?:(?:can|may|should|must|will|are to|need to|have to) )?(?:then|next|now)\b",
    re.IGNORECASE,
)
"""Who goes on in a menu, by what the key was for that led there."""
_MAY_NAME: Final = re.compile(_BEFORE_MENU)
"""What the name of a menu that a caller is in has before it."""
_NESTED: Final = 2
"""Blocks behind one in which a list that is nested in it begins."""
_LATEST: Final = 60
"""Keys told of last, one of which may have led to the menu spoken of."""


_CALLED: Final = AnyCase(
    r"\b(?:call|ring|phone|dial|llame al?|appelez le|rufen sie)"
    r"(?: us| the [\w ]{3,20}?)?(?: on| at)?:? [+(]?\d[\d ().-]{6,}"
)
"""What tells to call a number, and not that it is shown when somebody calls."""


_MOST_SAID: Final = 400
"""Letters of a sentence that are kept with its keys."""


class Reading:
    """The state of reading one document, and what every part of reading asks of it."""

    heads_keys: bool | None = None
    keyed: bool | None = None
    run_here: Run | None = None
    like_here: tuple[Block | None, int] = (None, 0)
    """The list looked at last; and what stands over the line looked at last."""
    above_here: tuple[int, str] = (-1, "")
    lead_here: tuple[int, str, str, str] = (-1, "", "", "")

    def __init__(self, document: Document, region: str) -> None:
        """Begin to read a document."""
        self.document = document
        self.blocks = document.blocks
        every = " ".join(block.words for block in self.blocks[:400])
        self.language = document.language[:2] or language_of(every, "en")
        spoken = self.language if self.language != "en" else language_of(every, "") or language_hinted(every)
        self.regions: Regions = regions_for((block.words for block in self.blocks), region, spoken, document.language)
        self.place = Place([Section(0, "", language=document.language[:2])])
        invited = hints.invites([one.words for one in self.blocks], _FIRST_BLOCKS)
        self.first = first = first_words(self.blocks)
        numbered = bool(NUMBERED.search(first) and any(phones_in(first, self.regions)))
        self.likeness = likeness_of(self.blocks)
        self.is_sure = self.likeness > SURELY_MENU
        about = about_of(first, numbered=numbered) or about_below(self.blocks)
        about = "" if self.is_sure and about not in {"past", "agents"} else about  # "Cascade Lift" is no lift
        self.place.here.about = about or ("meeting" if invited and "menu" not in every.lower() else "")
        self.found: list[Told] = []
        self.phones: list[tuple[Phone, int]] = []
        self.aliases: dict[str, str] = {}
        self.lines_named: dict[str, str] = {}
        self.number_uses: Counter[str] = Counter()
        self.ways_told: set[tuple[str, ...]] = set()
        self.menus: dict[str, set[str]] = {}
        self.main = self.number_told = self.named_number = ""
        self.voices: list[tuple[int, str]] = []
        self.called_lines: frozenset[int] = frozenset()
        self.sections, self.at, self.step_group, self.told_at, self.listed_at = 0, -1, -1, -1, -9
        self.is_telephonic = self.is_bare = self.is_of_menu = self.has_called = False
        self.chained: tuple[str, ...] = ()
        self.groups: dict[int, tuple[int, int]] = {}
        for at, block in enumerate(self.blocks):
            self.groups[block.group] = (self.groups.get(block.group, (at, at))[0], at)
        self.numbered: dict[int, list[Block]] = {}
        self.barred_block = (-1, "")
        self.goes_on = self.block_lists = self.has_default = self.is_first_sentence = False
        self.is_menu = self.is_behind_then = self.lists_ways = self.is_titled_row = self.many_told = False
        self.is_alone = False
        self.titles: dict[int, str] = {}
        self.gone: set[tuple[int, str]] = set()
        self.barred: set[tuple[int, tuple[str, ...], str]] = set()
        self.named_before: tuple[str, ...] | None = None
        self.block_path: tuple[str, ...] = ()
        self.row_path: tuple[str, ...] = ()
        self.aim: str | None = None
        self.step_path: tuple[str, ...] = ()
        self.begun: tuple[int, tuple[str, ...]] = (-1, ())
        self.group_ways: tuple[int, tuple[tuple[str, ...], ...]] = (-1, ())
        self.ways_here: tuple[int, int, tuple[tuple[str, ...], ...]] = (-1, -1, ())
        self.asides: set[tuple[tuple[str, ...], str]] = set()
        self.pending: tuple[int, tuple[str, ...], Said, Sentence] | None = None

    def _named_menu(self, words: str) -> tuple[str, ...] | None:
        """Give the keys that lead to a menu called by what its key is for: `In the billing menu`."""
        self.named_number = ""
        if not self.found:
            return None
        number = self.place.number() or self.main
        for name in menu_named(words):
            known = [one for one in reversed(self.found[-60:]) if means_menu(name, one.topic)]
            for one in sorted(known, key=lambda one: (one.number != number, name.lower() not in one.topic.lower())):
                self.named_number = one.number
                return (*one.path, one.key)
        return None

    def _menu_within(self, words: str) -> tuple[str, ...]:
        """Give the keys that lead to a menu which a clause says that the caller is in: `Once you are in Transfers,`."""
        inside = IN_KEY.match(words)
        key = inside[1] if inside is not None else ""
        known = bool(key) and any(one.key == key and not one.path for one in self.found[-_LATEST:])
        if known or len(words) > _LONGEST_CLAUSE or not _speaks_of_being_in(words):
            return (key,) if known else ()
        if option := WITHIN_OPTION.match(words):
            return (option[1],)
        small = words.lower()
        number = self.place.number() or self.main
        named = IN_NAMED.search(words)
        if named is None and not _MAY_NAME.search(small):
            return ()
        latest = self.found[: -_LATEST - 1 : -1]
        for one in sorted(latest, key=lambda one: one.number not in {number, ""}):
            if named and calls_alike(named[1], one.topic) and says_something(named[1]):
                return (*one.path, one.key)
            at = small.find(one.topic.lower()) if len(one.topic) >= _SHORTEST_NAME else -1
            if at > 0 and IN_MENU.search(small[:at]):
                return (*one.path, one.key)
        return ()

    def _of_menu_begun(self, told: Sequence[tuple[str, str]], opening: str, title: str) -> tuple[str, ...]:
        """Give the keys that lead to the menu of keys that begin anew, by the words before them, or the heading."""
        return menu_begun(told, opening, title, self.found, (self.place.number() or self.main, self.sections))

    def _menu_of_callers(self, words: str) -> tuple[str, ...]:
        """Give the keys that lead to the menu of those who press on: `Owners can then press`."""
        found = _WHO_THEN.match(words) if len(words) < _LONGEST_CLAUSE else None
        return self._menu_meant(found[1]) if found else ()

    def _menu_meant(self, words: str) -> tuple[str, ...]:
        """Give the keys that lead to what a clause is about: `If you are calling about a bill, press then`."""
        found = (one for one in reversed(self.found[-60:]) if means_menu(words, one.topic))
        return next(((*one.path, one.key) for one in found), ())

    def _lead(self, at: int) -> str:
        """Give what stands above a list: the last lines before it in its section, and the heading."""
        here = self.place.here
        if self.lead_here[:3] == (at, here.title, here.lead):
            return self.lead_here[3]
        lines = [here.title, here.lead]
        taken = 0
        for block in reversed(self.blocks[max(at - 15, 0) : at]):
            kind, words = block.kind, block.text.words
            if kind == HEADING or taken > 1:
                break
            if kind == PARAGRAPH and words not in lines and not listing.is_choice(words):
                lines.append(words)
                taken += 1
        lead = " ".join(lines[:1] + lines[1:][::-1])
        self.lead_here = (at, here.title, here.lead, lead)
        return lead

    def _section_bars(self, around: str, behind: str = "") -> bool:
        """Whether what a section is about bars its keys; `around` is a sentence, and `behind` what follows that."""
        about = self.place.about()
        if not about:
            return False
        if about == "others" and NUMBERED.search(around) and guards.speaks_of_calls(around):
            return hints.names_others(behind)  # "Did somebody trick you? Call 555-0100 and press 2"
        if about in {"entry", "pbx", "agents"}:
            return not _CALLED.search(around)  # "Intercom broken? Call 555-0100 and press 3"
        if about in {"screen", "text", "device"}:
            calls = (
                NUMBERED.search(around) or SAME_NUMBER.search(around)
                if about == "device"
                else guards.speaks_of_calls(around)
            )
            called = bool(calls) or bool(number_named(around, self.aliases)) or _CALLS_LINE.search(around)
            called = called or (about == "device" and self.is_sure and hints.tells_of_answering(self.place.here.lead))
            own = self.place.here.number or (about == "screen" and self.place.is_called_where_about())
            return not called and not own
        return True

    def _prefix(self, block: Block) -> tuple[str, ...]:
        here = self.place.here
        if block.level and here.items.get(block.level - 1):
            return here.items[block.level - 1]
        led = () if self._is_past_list(block) or here.lead_path[-1:] in {("*",), ("#",)} else here.lead_path
        return led or self.place.path()

    def _is_past_list(self, block: Block) -> bool:
        """Whether an item follows the list that was nested in the one which told of the key that led to it."""
        lead = self.blocks[self.place.here.lead_at] if 0 <= self.place.here.lead_at < len(self.blocks) else None
        if lead is None or not lead.kind == block.kind == ITEM or block.level > lead.level:
            return False
        below = self.blocks[self.place.here.lead_at + 1 :][:_NESTED]
        return any(one.kind != HEADING and one.level > lead.level for one in below)

    def _time(self, around: str) -> str:
        here = self.place.here
        return time_of(around) or here.lead_time or self.place.time()

    def _language(self, block: Block, words: str) -> str:
        own = block.language[:2]
        otherwise = (own if own != self.language else "") or self.place.language() or own or self.language
        return language_of(words, otherwise)

    def _numbered(self, block: Block) -> list[Block]:
        """Give the first numbered items of the list that a block stands in."""
        if block.group not in self.numbered:
            first, last = self.groups.get(block.group, (0, 0))
            near = self.blocks[first : min(last + 1, first + 14)]
            self.numbered[block.group] = [one for one in near if one.group == block.group and one.marker][:12]
        return self.numbered[block.group]

    def _in_steps(self, block: Block) -> bool:
        """Whether a numbered item is a step, and not a choice."""
        run = self._numbered(block)
        return any(tells_to_call(one.words) for one in run[:2]) and sum(is_way(one.words) for one in run) <= 1

    def _of_item_above(self, block: Block) -> str:
        """Give the number of the item in which the list of a block is nested."""
        if block.kind != ITEM or not block.level:
            return ""
        return self.place.here.numbers.get(block.level - 1, "")

    def _number_here(self, block: Block) -> str:
        """Give the number that is spoken of; below a list of several, that of the menu told of before the list."""
        here, number = self.place.here, self.place.number()
        below = here.directory and block.kind == PARAGRAPH and bool(self.found) and not self.number_uses[number]
        return self.number_told if below else number

    def _add(  # noqa: PLR0913 -- all that holds for a key
        self,
        block: Block,
        start: int,
        path: tuple[str, ...],
        key: str,
        topic: str,
        *,
        phone: str = "",
        time: str = "",
        listed: int = 0,
        anytime: bool = False,
        borrowed: bool = False,
        words: str = "",
        language: str = "",
        vague: bool = False,
        called: bool = False,
        bare: bool = False,
        said: str = "",
        name: str = "",
    ) -> None:
        here = self.place.here
        again = path and path[-1] == key and path == here.path and not (listed or self.is_menu)
        if again and (called or not here.behind):
            path = path[:-1]  # under "Extending", by its name the menu of key 2: "by phone it is key 2"
        language = language or self._language(block, words or topic)
        number = phone or self._of_item_above(block) or self._number_here(block)
        self.number_uses[number] += 1
        self.ways_told.add((*path, key))
        if not path:
            self.menus.setdefault(number, set()).add(key)
        self.number_told = number or self.number_told
        self.found.append(
            Told(
                self.document.name,
                number,
                path,
                key,
                topic,
                block.text.line(start),
                language,
                anytime,
                time,
                self.sections,
                listed,
                borrowed,
                self.place.here.title,
                vague or (bool(block.marker) and not _TELLS_WHAT.match(block.words) and self._in_steps(block)),
                called,
                bare,
                said if len(said) <= _MOST_SAID else block.words[max(start - _MOST_SAID, 0) :][:_MOST_SAID],
                *behind(block.words, start, topic),
                name=name,
            )
        )
        self.place.here.last = (*path, key)
