"""Reading sentences that name keys, in their place."""

from __future__ import annotations

import re
from typing import Final

from ivr.prose import hints
from ivr.prose.anycase import AnyCase
from ivr.prose.barring import Around
from ivr.prose.beside_reading import IN_LANGUAGE, BesideReading, before_aside, ends_entry, led_in, said_with
from ivr.prose.block import HEADING, ITEM, PARAGRAPH, Block
from ivr.prose.block_telling import MANY, Telling, goes_back, is_greeting
from ivr.prose.explicit import is_explicit
from ivr.prose.grammar import Said, exactly
from ivr.prose.keys import BARE, CHAINED, OPTION
from ivr.prose.labelled_menus import menu_labelled
from ivr.prose.languages import language_chosen
from ivr.prose.leading_on import AT_START, LEADS_ON, LEADS_TO_ONE, comes_from_outside, led_by_question
from ivr.prose.named_behind import name_told
from ivr.prose.naming import SELECTED, behind_named, tells_key, tells_of_pressing
from ivr.prose.no_topic import is_but_a_menu
from ivr.prose.phones import VOICE, Phone, phones_in
from ivr.prose.pointing import SAME_NUMBER, tells_how_it_went
from ivr.prose.prefilter import may_name_keys, may_tell
from ivr.prose.same_menu import speaks_of_all_lines
from ivr.prose.scopes import time_recorded
from ivr.prose.sentences import as_step, beside_topics, bids_to_call, columns_of, read_sentences
from ivr.prose.ways import chosen_by_name, ways_before

_ITEMS_KEY: Final = re.compile(r"(?:press|option|opt|key|choose|select) ([0-9])\b", re.IGNORECASE)
_MOST_LINES, _SOMEWHAT_BEFORE = 4, 300
_LONGEST_LINE: Final = 90
"""Letters of a line of a menu, under which others may be told that come after it."""


class SentenceReading(BesideReading):
    """Reads the sentences of a block."""

    def _sentences(self, at: int, block: Block, phones: tuple[Phone, ...]) -> None:
        """Read a block; where the cells of a row are sentences of their own, each by itself."""
        text = block.words
        self.at = at
        if not may_tell(text) or self._cell_by_cell(at, block):
            return
        goes_on = self._goes_on_telling(at, block)
        lead = self._as_lead(at, text)
        if block.kind != HEADING and (staged := behind_named(lead)):
            if lead.rstrip()[-1:] != ":" or tells_of_pressing(lead):
                self._stage(staged)
            else:
                here = self.place.here
                here.lead_path, here.lead_at, here.lead = staged, at, text
            return
        within = self._led(at) or self._menu_within(text)
        asks = may_name_keys(text) or goes_on or (bool(within) and may_tell(text))
        ahead = self._ahead(at, phones, primed=goes_on or bool(within), asks=asks)
        if not (asks or ahead.numbered or ahead.numbered_above or ahead.menu):
            return
        before = len(self.found)
        read = read_sentences(text, phones, ahead)
        telling = Telling(at, block, phones, [(one, said) for one, said in read if said])
        selected, telling = self._menu_selected(telling)
        if not (telling.phones or self.place.here.lead_path or self.place.path()):
            said = [each for _, several in telling.sentences for each in several]
            opening = f"{self._label_above(at)}{text[: said[0].start]}" if said else ""
            selected = selected or self._menu_begun(opening, self.place.here.title, said) or None
        if selected is not None:
            self.place.here.lead_path, self.place.here.lead_at = selected, at
        self.block_lists, self.is_menu = telling.lists(), telling.begins_menu()
        self.is_alone = len(telling.keys()) == 1
        goes_on = self.many_told and self.told_at == at - 1
        self.many_told = goes_on or telling.tells_many() or self._is_one_of_many(at)
        last = self._each_sentence(telling)
        self._lead_on(telling, last)
        self.chained = ()
        self.named_before = None
        self.block_path, self.is_menu = (), False
        if selected is not None:
            self.place.here.lead_path = ()
        alone = block.kind == ITEM or (len(telling.sentences) == 1 and len(block.words) < _LONGEST_LINE)
        if block.kind in {ITEM, PARAGRAPH}:
            self.place.here.items[block.level] = last if alone else ()
        if block.marker and not self._chose(before) and not telling.is_conditional():
            self._note_step(block, last)

    def _menu_selected(self, telling: Telling) -> tuple[tuple[str, ...] | None, Telling]:
        """Give the keys to the menu that a block begins with, and the block without those of its question.

        `You selected billing.`, `Whom do I get when I press 2?`
        """
        text = telling.block.words
        found = _ASKED_BEHIND.match(text) if "?" in text else None
        known = found is not None and any((*one.path, one.key) == (found[1],) for one in self.found)
        if found is None or not known or not telling.keys() - {found[1]}:
            named = SELECTED.match(text)
            return self._named_menu(text) if named else self._menu_labelled(telling.block, telling.keys()), telling
        rest = [one for one in telling.sentences if one[0].start > found.start(1)]
        return (found[1],), telling._replace(sentences=rest)

    def _cell_by_cell(self, at: int, block: Block) -> bool:
        """Read the cells of a row, or the columns of a line, each by itself, where they are sentences; says whether."""
        text = block.words
        if (len(block.cells) <= 1 and " | " not in text) or sum(map(is_explicit, text.split(" | "))) <= 1:
            return False
        for cell in block.cells or columns_of(block):
            own = Block(PARAGRAPH, cell, block.level, "", block.group, language=block.language)
            self._sentences(at, own, tuple(phones_in(cell.words, self.regions)))
        return True

    def _lead_on(self, telling: Telling, last: tuple[str, ...]) -> None:
        """Note that a block ends over the menu behind its last key, or behind one that its end names."""
        text, sentences, here = telling.block.words, telling.sentences, self.place.here
        alone = len(sentences) == 1 and len(sentences[0][1]) == 1
        if last and (spoken := IN_LANGUAGE.search(text.lower())) is not None and spoken["key"] == last[-1]:
            here.lead_path, here.lead_at = last, telling.at
        on = LEADS_ON.search(text) and (alone or text.rstrip().endswith(":"))
        if last and last[-1] not in "*#" and (on or (alone and LEADS_TO_ONE.search(text))):
            behind = self.blocks[telling.at + 1].words if telling.at + 1 < len(self.blocks) else ""
            own = bool(self.found) and led_in(text) == language_chosen(self.found[-1].topic)
            here.lead_path, here.lead_at = last if own else self._in_own_language(last, behind), telling.at
        if sentences:
            self._lead_behind(telling.at, text, sentences[-1], last)

    def _each_sentence(self, telling: Telling) -> tuple[str, ...]:
        """Add the keys of all sentences of a block; gives the last of them with those before it."""
        last: tuple[str, ...] = ()
        for number, (one, said) in enumerate(telling.sentences):
            joined = (said[0]._replace(follows=True), *said[1:]) if last and telling.is_asked_on(number) else said
            labelled = bool(telling.block.marker and one.start) and self._is_labelled(telling.block, one)
            told, step = as_step(telling.block, one, joined, goes_on=telling.goes_on(number), labelled=labelled)
            last = self._sentence(self._around(telling, number, told), tuple(exactly(list(told))), last, step=step)
            goes_on = one.mark == ";" or _OR_IF.match(telling.block.words, one.end)
            self.chained = last[:-1] if goes_on and (told[0].follows or self.chained) else ()
        return last

    def _stage(self, keys: tuple[str, ...]) -> None:
        """Go on in the menu that a caller comes to: `[caller presses 2]`.

        That of a key that was just told of is a menu below.
        """
        here = self.place.here
        if keys[-1] in "*#":
            return  # it goes back, or ends an entry
        deeper = (*here.path, *keys)
        known = here.behind and any((*one.path, one.key) == deeper for one in self.found[-12:])
        here.path, here.behind, here.staged = deeper if known else keys, True, True
        here.last, here.lead_path = here.path, ()

    def _behind(self, keys: tuple[str, ...], block: Block) -> None:
        """Read what an item of a list goes on to tell of the menu behind its key; a sign has none behind it."""
        here = self.place.here
        kept, here.lead_path = here.lead_path, keys if keys[-1] not in "*#" else keys[:-1]
        self.goes_on = True
        self._sentences(-1, block._replace(kind=PARAGRAPH, marker=""), ())
        self.goes_on = False
        here.lead_path = kept

    def _around(self, telling: Telling, number: int, said: tuple[Said, ...]) -> Around:
        """See a sentence in its place; `said` is what it tells of keys."""
        at, block, phones, sentences = telling
        one, since = sentences[number][0], sentences[number - 1][0].end if number else 0
        topics = tuple((each.topic.words, each.topic.start - one.start) for each in said if each.topic)
        words, called = beside_topics(block.words[one.start : one.end], topics)
        numbered = any(one.start <= phone.start < one.end and phone.use == VOICE for phone in phones)
        called = numbered or called
        nests = said[-1].path and not said[0].path
        named = (
            (
                None
                if len(said) == 1 and tells_key(words)
                else self._named_menu(words[: said[0].start - one.start] if nests else words)
            )
            or self._menu_within(block.words[since : said[0].start])
            or menu_labelled(block.words[one.start : said[0].start], said, self.found, self.place.number() or self.main)
            or None
        )
        if named is None and not numbered:
            named = self._menu_begun(self._before_keys(block, since, said[0].start), "", telling.row(number)) or None
        back = number > 0 and goes_back(sentences[number - 1][1]) and said[0].key not in "0*#"
        if named is None and not numbered and at >= 0 and not said[0].path and not back:
            named = self.named_before
        self.named_before = named
        many = len(topics) >= MANY
        before = block.words[one.start : said[0].start] if many else ""
        return Around(at, block, phones, one, words, called, numbered, named, many, before)

    def _sentence(
        self, around: Around, said: tuple[Said, ...], last: tuple[str, ...], *, step: bool = False
    ) -> tuple[str, ...]:
        """Add the keys of a sentence; gives the last of them with those before it, for what follows it."""
        if _tells_of_no_menu(around, said):
            return last
        base: tuple[str, ...] = ()
        several = self.ways_here[2] if self.ways_here[0] == around.at >= 0 else ()
        for each in said:
            if self._is_barred(around, each):
                last = self._before_entry(around, each) if ends_entry(around, each) else last
                continue
            prefix = base if each.follows and base else self._own_prefix(around, each, last)
            if each.follows or (each.then and prefix):
                base = prefix
            elif (
                base
                and not each.path
                and not each.anytime
                and (each.how in {BARE, CHAINED, OPTION} or (each.topic is not None and not each.then))
            ):
                prefix = base
            keys, self.told_at = (*prefix, *each.path, each.key), around.at
            self._tell_leading(around, each, said, prefix)
            if step:
                last = keys
                self.pending = (around.at, last, each, around.sentence)
            elif (each.context and each is not said[-1]) or (each.topic and is_but_a_menu(each.topic.words)):
                last = self.block_path = keys
            elif each.context:
                self.place.here.lead_path, self.place.here.lead_at = keys, around.at
                last = ()
            else:
                on = prefix if each.follows and not each.path else None
                chooses = each.topic is not None and bool(language_chosen(each.topic.words))
                ways = () if chooses else ways_before(around.words, self.found, self.sections, on)
                ways = ways or (several if self._follows_several(around, each, prefix, base) else ())
                ways = several = ways or (() if chooses else self._ways_of_list(around, each, prefix)) or (prefix,)
                self.ways_here = (around.at, around.sentence.start, ways)
                for way in ways:
                    self._tell(around, each, (*way, *each.path, each.key))
                last = before_aside(around, said[0], each, last) or (*ways[0], *each.path, each.key)
                self.place.here.last = last
        return last

    def _tell_leading(self, around: Around, each: Said, said: tuple[Said, ...], prefix: tuple[str, ...]) -> None:
        """Tell of the key that leads to those of a sentence, where the question before that says what it is for."""
        before = around.block.words[: around.sentence.start]
        leads = led_by_question(before, said) if each is said[0] else None
        if leads is not None:
            self._tell(around, leads, (*prefix, leads.key))

    def _ways_of_list(self, around: Around, each: Said, prefix: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        """Give the keys before those of a list whose lines are sentences, where it follows each of several."""
        by_itself = around.at >= 0 and not each.path and not each.anytime
        return self._ways_above(around.at, around.block, prefix) if by_itself else ()

    def _before_entry(self, around: Around, each: Said) -> tuple[str, ...]:
        """Tell of the key behind which something is keyed in: `To order press 1, key in the number and then #`."""
        one = each._replace(key=each.path[-1], path=each.path[:-1])
        if self._is_barred(around, one):
            return ()
        keys = (*self._own_prefix(around, one, ()), *one.path, one.key)
        self._tell(around, one, keys)
        return keys

    def _tell(self, around: Around, each: Said, keys: tuple[str, ...]) -> None:
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
                time=self._time(around.words)
                or time_recorded(block.words[max(one.start - _SOMEWHAT_BEFORE, 0) : one.start])
                or self._time_before(around),
                listed=self._listed_group(around),
                anytime=each.anytime,
                borrowed=borrowed,
                words=block.words[one.start : one.end],
                called=around.numbered or self.is_bare or bids_to_call(around.words),
                vague=vague or ((len(keys) > 1 or not around.numbered) and self._is_case(block.words, each, keys)),
                bare=each.how == BARE and not (each.path and each.topic is not None and each.topic.how == "link"),
                said=said_with(around, borrowed=borrowed),
                name=name_told(block, each, one.end, topic, borrowed=borrowed),
            )

    def _time_before(self, around: Around) -> str:
        """Give the part of the day of the sentence before, where one goes on in its paragraph with its next key."""
        last = self.found[-1] if self.found else None
        if last is None or around.numbered or last.listed or around.block.kind != PARAGRAPH:
            return ""
        begun = around.block.text.line(0)
        return last.time if begun <= last.line <= around.block.text.line(around.sentence.start) else ""

    def _is_case(self, text: str, each: Said, keys: tuple[str, ...]) -> bool:
        """Whether a key that was told of is named again for a case: `if the page shows error 51, press 1`."""
        topic = each.topic
        told = text[topic.start :][:_SHORTLY] if topic is not None and each.how == BARE else ""
        if len(keys) > 1 and tells_how_it_went(told):
            return True
        named = topic is not None and (topic.how == "if" or (topic.how == "left" and _CASE.match(text, topic.start)))
        again = any((*one.path, one.key) == keys for one in self.found[-_MOST_TOLD:])
        return bool(named) and again and not is_greeting(text)

    def _phones_for(self, around: Around, each: Said) -> list[str]:
        """Give the number that a key is of; every number of the document, where a sentence speaks of them all."""
        phone = self._phone_for(around.block, around.phones, around.sentence, each)
        if not around.numbered and any(map(speaks_of_all_lines, (around.words, self.place.here.title))):
            every = dict.fromkeys(one.e164 for one, _ in self.phones if one.use == VOICE)
            return list(every)[:_MOST_LINES] or [phone]
        return [phone or (self.named_number if around.named is not None else "")]

    def _within_item(self, around: Around, each: Said, last: tuple[str, ...]) -> tuple[str, ...]:
        """Give the key of an item that tells of the menu behind it, too: `Press 2: Claims. For a new one press 1`."""
        block = around.block
        if block.kind != ITEM or not around.sentence.start or len(last) != 1 or each.follows or each.anytime:
            return ()
        begun = _ITEMS_KEY.match(block.words)
        listed = begun is not None and sum(bool(_ITEMS_KEY.match(one.words)) for one in self._near_items(around.at)) > 1
        return last if listed and begun is not None and begun[1] == last[0] and each.key == "1" else ()

    def _own_prefix(self, around: Around, each: Said, last: tuple[str, ...]) -> tuple[str, ...]:
        """Give the keys that are pressed before those that a sentence names, without any that it names itself."""
        if (beside := self._beside_last(around, each, last)) is not None:
            return beside
        if within := self._within_item(around, each, last):
            self.block_path = within
            return within
        prefix = self._said_prefix(around, each, last) or self._menu_there(around, each, last)
        chosen = prefix and each.path and _CHOSEN.search(around.words)
        if chosen and each.path in self.ways_told and (*prefix, *each.path) not in self.ways_told:
            prefix = ()  # "If you press 2, ... If you press 4, press 1"
        if prefix and each.path[: len(prefix)] == prefix:
            prefix = ()
        prefix = prefix[:-1] if each.context and prefix[-1:] == (each.key,) else prefix
        return prefix if len(prefix) < _DEEPEST else ()

    def _said_prefix(self, around: Around, each: Said, last: tuple[str, ...]) -> tuple[str, ...]:  # noqa: PLR0911 -- one for each way
        """Give the keys that are pressed before those that a sentence names."""
        here, block = self.place.here, around.block
        if each.anytime:
            return ()
        if named := chosen_by_name(block.words[around.sentence.start : each.start], self.found):
            return named
        if (
            each.follows
            and block.kind in {ITEM, PARAGRAPH}
            and not around.sentence.start
            and here.items.get(block.level - 1)
        ):
            return here.items[block.level - 1]  # "- then 1 for ...", "- then 2 for ..."
        if each.follows and SAME_NUMBER.search(around.words):
            return ()  # "Businesses: same number, then 2."
        if each.follows and (beside := self._beside_then(around, each)):
            return beside
        if each.follows and not AT_START.search(around.words):
            of_callers = self._menu_of_callers(block.words[around.sentence.start : each.start])
            own = self._in_own_language(last, block.words[around.sentence.start : around.sentence.end])
            return around.named or of_callers or own or (() if around.sentence.start else here.last or here.path)
        if around.numbered or SAME_NUMBER.search(around.words):
            return ()
        if each.then and (meant := self._menu_meant(block.words[around.sentence.start : each.start]) or last):
            return meant
        if self.chained or around.named is not None:
            return self.chained or around.named or ()
        return () if comes_from_outside(around.words) else self._prefix_so_far(around, each)

    def _prefix_so_far(self, around: Around, each: Said) -> tuple[str, ...]:
        """Give the keys of the menu that what stands before a sentence has come to."""
        here, block = self.place.here, around.block
        if block.marker and (stepped := self._step_prefix(block)) is not None:
            return stepped
        if self.block_path and around.at >= 0:
            return self.block_path
        if not around.sentence.start and self._goes_on_in_steps(around.at):
            return here.last
        prefix = self._prefix(block)
        general = each.key == "0" and _KEYED.match(here.title)  # the last of headings that are keys, and what they lack
        of_heading = (prefix[-1:] == (each.key,) or general) and not here.lead_path and not here.behind
        again = of_heading and prefix == self.place.path() and not (self._listed_group(around) or self.is_menu)
        return () if again else prefix


def _tells_of_no_menu(around: Around, said: tuple[Said, ...]) -> bool:
    """Whether a sentence is a heading that asks, or tells of several keys that handle recorded messages."""
    if around.block.kind == HEADING and around.block.words.rstrip().endswith("?"):
        return True
    topics = [each.topic.words for each in said if each.topic is not None]
    return not around.called and sum(map(hints.speaks_of_mail, topics)) > 1


_KEYED: Final = re.compile(r"[1-9]\s*[-–—:=]\s*[^\W\d]")
"""A heading that is a key and what it is for."""
_ASKED_BEHIND: Final = re.compile(
    r"\W*(?:what|who|whom|where|which|how)\b[^.?!:;\d]{3,50}\b(?:when|if|after|once) (?:I|you|we|they|people|callers) "
    r"(?:press|choose|select|pick|hit|dial)(?: option| key| number)? ([0-9*#])\?",
    re.IGNORECASE,
)
_OR_IF: Final = re.compile(r"\W{1,3}(?:(?:and|or|but) )?(?:if|for) (?:it|that)(?:['’]s| is)\b", re.IGNORECASE)
"""How a sentence begins that goes on with what the menu before it asks: `If it's the water, it's 3`."""
_CASE: Final = re.compile(r"(?:if|when|si|wenn|falls|quand|cuando|lorsque)\b", re.IGNORECASE)
_CHOSEN: Final = AnyCase(r"\b(?:if|when|once|who|after|si|cuando|tras|quand|apr[eè]s|wenn|wer|nach)\b")
"""What begins to tell of another choice than the one before."""
_DEEPEST: Final = 9
"""Keys after one another, deeper than which no menu goes: a text that says `then press 1` again and again goes on."""
_MOST_TOLD, _SHORTLY = 40, 40
