"""Reading sentences that name keys, in their place."""

from __future__ import annotations

import re
from typing import Final

from ivr.prose import guards
from ivr.prose.block import HEADING, ITEM, PARAGRAPH, ROW, Block
from ivr.prose.grammar import Said, said_in
from ivr.prose.keys import BARE, CHAINED, OPTION, WEAKLY
from ivr.prose.list_reading import is_explicit
from ivr.prose.phones import VOICE, Phone, phones_in
from ivr.prose.prefilter import may_name_keys, may_tell
from ivr.prose.scopes import time_of
from ivr.prose.step_reading import ARRIVES, StepReading
from ivr.prose.tokens import Sentence, sentence, spans
from ivr.prose.topics import Topic, clean

_DIGIT: Final = re.compile(r"\d")


class SentenceReading(StepReading):
    """Reads the sentences of a block."""

    def _sentences(self, at: int, block: Block, phones: tuple[Phone, ...]) -> None:
        text = block.words
        cells = text.split(" | ")
        if len(block.cells) > 1 and sum(map(is_explicit, cells)) > 1:
            for cell in block.cells:
                own = Block(PARAGRAPH, cell, block.level, "", block.group, language=block.language)
                self._sentences(at, own, tuple(phones_in(cell.words, self.regions)))
            return
        if not may_name_keys(text) and not (self.place.here.lead_path and _DIGIT.search(text)):
            return
        listing_like = block.kind in {ITEM, ROW}
        cut = [
            sentence(text, start, end, mark, phones)
            for start, end, mark in spans(text, phones)
            if may_tell(text[start:end])
        ]
        primed = False
        for _ in range(2):  # "for sales, 1; for support, press 2": what comes first is understood by what follows
            read = [(one, said_in(text, one, primed=primed)) for one in cut]
            again = not primed and any(said for _, said in read)
            if not again or len(cut) == 1 and not _has_more(cut[0], read[0][1]):
                break
            primed = True
        last: tuple[str, ...] = ()
        telling = [(one, said) for one, said in read if said]
        for number, (one, said) in enumerate(telling):
            goes_on = number + 1 < len(telling) and telling[number + 1][1][0].follows
            unsaid = said[-1].topic is None and len(said) == 1 and not said[0].anytime
            after = block.words[one.end : one.end + 140]
            steps = goes_on or (bool(block.marker) and not ARRIVES.search(after))
            if unsaid and steps:  # a step on the way to what the next one tells of
                said = [said[0]._replace(context=True)]  # noqa: PLW2901 -- the same sentence, seen as a step
            elif unsaid and (arrives := ARRIVES.search(after)) is not None:
                said = [said[0]._replace(topic=Topic(clean(arrives[1]), one.end, "arrival"))]  # noqa: PLW2901 -- the same, with its topic
            last = self._sentence(at, block, phones, one, said, last, step=unsaid and steps)
        if block.kind in {ITEM, PARAGRAPH}:
            self.place.here.items[block.level] = last
        if listing_like and block.marker:
            self._note_step(block, last)

    def _sentence(  # noqa: PLR0913, PLR0917 -- one sentence in its place
        self,
        at: int,
        block: Block,
        phones: tuple[Phone, ...],
        one: Sentence,
        said: list[Said],
        last: tuple[str, ...],
        *,
        step: bool = False,
    ) -> tuple[str, ...]:
        text = block.words[one.start : one.end]
        if not said or (block.kind == HEADING and block.words.rstrip().endswith("?")):
            return last
        topics = [each.topic.words for each in said if each.topic]
        around = _without(text, topics)
        voice = [phone for phone in phones if one.start <= phone.start < one.end and phone.use == VOICE]
        called = bool(voice) or bool(re.search(r"\bcall(?:ing)?\b", around, re.IGNORECASE))
        previous = self._previous(block, one)
        named = self._named_menu(around)
        for each in said:
            if self._is_barred(at, block, each, around, previous, called=called):
                continue
            prefix = self._said_prefix(block, each, around, last, named, called=bool(voice))
            if step:
                last = prefix + each.path + (each.key,)
                self.pending = (at, last, each, one)
                continue
            if each.context:
                self.place.here.lead_path = prefix + each.path + (each.key,)
                self.place.here.lead_at = at
                last = ()
                continue
            phone = self._phone_for(block, phones, one, each) or (self.named_number if named is not None else "")
            topic, borrowed = self._topic(at, block, each, one)
            time = self._time(block, around) or time_of(block.words[: one.start])
            self._add(
                block,
                each.start,
                prefix + each.path,
                each.key,
                topic,
                phone=phone,
                time=time,
                listed=self._listed_group(at, block, each),
                anytime=each.anytime,
                borrowed=borrowed,
                words=text,
            )
            last = prefix + each.path + (each.key,)
        return last

    def _listed_group(self, at: int, block: Block, each: Said) -> int:
        """Give the list that a key stands in, or 0: a row of lines, each of which tells of a key."""
        if at < 0:
            return 0
        near = [self.blocks[one] for one in (at - 1, at + 1) if 0 <= one < len(self.blocks)]
        same = any(one.kind == block.kind and one.group == block.group and is_explicit(one.words) for one in near)
        return block.group if same else 0

    def _previous(self, block: Block, one: Sentence) -> str:
        before = block.words[max(one.start - 160, 0) : one.start]
        return before

    def _is_barred(self, at: int, block: Block, each: Said, around: str, previous: str, *, called: bool) -> bool:  # noqa: PLR0911 -- one reason after another
        if each.negated:
            return True
        topic = each.topic.words if each.topic else ""
        text = block.words
        if self._section_bars(around, each.key):
            return True
        why = guards.barred(around, topic, each.key, called=called)
        if why in guards.LASTING:
            self.barred_block = (at, why)
        if why or (self.barred_block[0] == at and not called and at >= 0):
            return True
        if re.search(r"\bext(?:ension)?\.?\s*$", text[: each.start], re.IGNORECASE):
            return True
        if not called and guards.speaks_of_offices(text[: each.start]) and not self.place.here.number:
            return True
        if (
            not called
            and block.marker
            and any(
                guards.speaks_of_screens(one.words)
                for one in self.blocks[max(at - 5, 0) : at]
                if one.group == block.group
            )
        ):
            return True
        if guards.barred(previous, "", each.key, called=True) == "others":
            return True
        if not self.is_telephonic:
            return True
        weak = each.how in {WEAKLY, OPTION} or (each.how in {BARE, CHAINED} and "press" not in text.lower())
        return weak and not self._is_about_a_call(at, block, each, around, called=called)

    def _is_about_a_call(self, at: int, block: Block, each: Said, around: str, *, called: bool) -> bool:
        """Whether it is clear that `option 4` or `select 4` speak of a call."""
        near = " ".join((around, block.words[max(each.start - 600, 0) : each.start], self.place.here.title))
        if called or guards.speaks_of_phones(near):
            return True
        lead = self._lead(at) if at >= 0 else ""
        if guards.lists_ways(f"{self.place.titles()} {lead}"):
            return False
        return (
            guards.speaks_of_phones(lead)
            or bool(self.place.here.number)
            or (self.place.phones() and bool(self.place.number()))
        )

    def _said_prefix(
        self,
        block: Block,
        each: Said,
        around: str,
        last: tuple[str, ...],
        named: tuple[str, ...] | None,
        *,
        called: bool,
    ) -> tuple[str, ...]:
        here = self.place.here
        if each.follows:
            return last or here.last
        if each.anytime or (called and not each.follows):
            return ()
        if named is not None:
            return named
        if re.search(
            r"\b(?:after|when|before|upon) (?:dialing|dialling|calling|you call|you dial)\b|\bmain menu\b",
            around,
            re.IGNORECASE,
        ):
            return ()
        if block.marker and (stepped := self._step_prefix(block)) is not None:
            return stepped
        prefix = self._prefix(block)
        return (
            ()
            if prefix
            and prefix[-1] == each.key
            and prefix == self.place.path()
            and not here.lead_path
            and not here.behind
            else prefix
        )


def _has_more(one: Sentence, said: list[Said]) -> bool:
    """Whether a sentence has digits that were not read as keys."""
    digits = sum(token.word.isdecimal() and len(token.word) <= 2 for token in one.tokens)  # noqa: PLR2004 -- keys
    return digits > len(said)


def _without(text: str, topics: list[str]) -> str:
    for topic in topics:
        text = text.replace(topic, " ") if topic else text
    return text
