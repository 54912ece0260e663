"""Reading a document from its first block to its last: every key that it tells callers of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from ivr.prose import guards, listing
from ivr.prose.block import HEADING, ITEM, PARAGRAPH, ROW, Block, Document, plain_text
from ivr.prose.grammar import Said, said_in
from ivr.prose.keys import BARE, CHAINED, OPTION, WEAKLY
from ivr.prose.naming import means_menu, menu_named, names_in, number_named
from ivr.prose.phones import VOICE, Phone, Regions, phones_in, regions_for
from ivr.prose.scopes import language_headed, language_of, time_of
from ivr.prose.section import Place, Section
from ivr.prose.tokens import Sentence, sentence, spans
from ivr.prose.topics import Topic, clean

_TRIGGER: Final = re.compile(
    r"→|->|»|press|push|hit|punch|option|key|digit|button|select|choos|choice|pick|dial|enter|say|use|opt|take|go for|typ"
    r"|puls|oprim|presion|marq|marc|tecl|opci|elij|ingres|appuy|tap|touche|compos|faites|choisi|taste|tasten|dr[uü]ck|w[aä]hl|tipp|mit der|\\bthe (?:zero|star|pound|hash)",
    re.IGNORECASE,
)
_LONE: Final = re.compile(r"(?<![\w.,:/-])[0-9*#]\s+(?:for|to|if|para|si|pour|f[uü]r|is|gets|goes|takes|connects|vous|con|erreichen|kommen|=)\b", re.IGNORECASE)
_DIGIT: Final = re.compile(r"\d")
_MAIN: Final = re.compile(r"\b(?:main|primary|general|central|principal|customer (?:service|care|support)|haupt\w*|hotline)\b", re.IGNORECASE)
_MAIN_SAID: Final = re.compile(r"\b(?:main|primary|same) (?:number|line|hotline|helpline)\b|\bsame number\b", re.IGNORECASE)
_HOW: Final = re.compile(
    r"^(?:q\d*[:.)]\s*)?(?:how (?:do|can|to|would) (?:i |you |we )?|(?:can|could|may|should) (?:i|we|you) |what (?:if|about|is|are) |where (?:do|can) i |i (?:want|need|would like) to |how to |to )",
    re.IGNORECASE,
)
_PLAIN_TITLE: Final = re.compile(
    r"^\W*(?:contact(?:s| us| details)?|phone|telephone|call(?:ing)?(?: us)?|by phone|support|help|hours?|numbers?|faq|frequently asked.*|how to (?:call|reach).*|steps.*|menu|options|phone menu|.*\bmenu"
    r"|customer (?:service|support|care)|overview|introduction|notes?|tips?|about.*|getting .*|home|welcome.*|english|espa[nñ]ol|\d[\d\W]*)\W*$",
    re.IGNORECASE,
)
_STEP_ENTRY: Final = re.compile(r"\b(?:enter|key in|type|input|say|wait|listen)\b", re.IGNORECASE)
_CALL_STEP: Final = re.compile(r"\b(?:call|dial|ring|phone|llame|appelez|composez|rufen)\b", re.IGNORECASE)
_CALL_FIRST: Final = re.compile(r"(?:please |first,? )?(?:call|dial|ring|phone|llam[ae]|appelez|composez|rufen)\b", re.IGNORECASE)
_ARRIVES: Final = re.compile(
    r"\byou(?:'re|’re| are|'ll|’ll| will)?(?: now| then| soon)*(?: be| get)?(?: now| then)* (?:in the queue for|in line for|connected (?:to|with)|put through to|transferred to|speaking (?:to|with)|reach|through to) (?:the |an? )?([^.;!?]{3,80})",
    re.IGNORECASE,
)
_AIM: Final = re.compile(r"\b(?:reach|get|talk|speak|human|person|real person|agent|through)\b", re.IGNORECASE)
_THEN_LEAD: Final = re.compile(r"^(?:then|next|now|after that|there)\b", re.IGNORECASE)


class Told(NamedTuple):
    """A key that a document tells callers of, with all that holds for it."""

    document: str
    number: str
    path: tuple[str, ...]
    key: str
    topic: str
    line: int
    language: str
    anytime: bool
    time: str
    section: int
    listed: int
    borrowed: bool = False
    under: str = ""
    step: bool = False


def told_in(document: Document, region: str) -> tuple[list[Told], list[tuple[Phone, int]]]:
    """Give all keys that a document tells of, and all its telephone numbers with their lines."""
    return _Reader(document, region).read()


class _Reader:
    """One document being read."""

    def __init__(self, document: Document, region: str) -> None:
        self.document = document
        self.blocks = document.blocks
        every = " ".join(block.words for block in self.blocks[:400])
        self.language = document.language[:2] or language_of(every, "en")
        self.regions: Regions = regions_for((block.words for block in self.blocks), region, self.language)
        first = next((block.words for block in self.blocks if block.words), "")
        self.place = Place([Section(0, "", language=document.language[:2])])
        self.place.here.about = guards.about_something_else(first) if len(first) < 120 else ""  # noqa: PLR2004 -- a title
        self.found: list[Told] = []
        self.phones: list[tuple[Phone, int]] = []
        self.aliases: dict[str, str] = {}
        self.number_uses: Counter[str] = Counter()
        self.main = ""
        self.sections = 0
        self.is_telephonic = False
        self.step_group: int = -1
        self.named_number = ""
        self.barred_block = (-1, "")
        self.step_path: tuple[str, ...] = ()
        self.pending: tuple[int, tuple[str, ...], Said, Sentence] | None = None

    def read(self) -> tuple[list[Told], list[tuple[Phone, int]]]:
        numbers = [tuple(phones_in(block.words, self.regions)) if _DIGIT.search(block.words) else () for block in self.blocks]
        self._find_main(numbers)
        self.is_telephonic = bool(self.main) or any(guards.speaks_of_phones(block.words) for block in self.blocks)
        for at, block in enumerate(self.blocks):
            self._end_steps(at, block)
            self._block(at, block, numbers[at])
        self._end_steps(-1, Block(HEADING, plain_text("", 1)))
        return self._settled(), self.phones

    def _find_main(self, numbers: list[tuple[Phone, ...]]) -> None:
        """Find the number of which a document speaks where it names none, and what its numbers are called."""
        scores: Counter[str] = Counter()
        for at, phones in enumerate(numbers):
            voice = [phone for phone in phones if phone.use == VOICE]
            self.phones += [(phone, self.blocks[at].text.line(phone.start)) for phone in phones]
            for phone in voice:
                before = self.blocks[at].words[max(phone.start - 60, 0) : phone.start]
                above = self.blocks[at - 1].words if at and len(self.blocks[at - 1].words) < 120 else ""  # noqa: PLR2004 -- a label
                scores[phone.e164] += 10 + 15 * bool(_MAIN.search(before)) + 8 * bool(_MAIN.search(above)) + (5 if not scores else 0)
            for name, number in names_in(self.blocks[at].words, voice):
                self.aliases.setdefault(name, number)
        self.main = max(scores, key=lambda number: scores[number]) if scores else ""

    def _block(self, at: int, block: Block, phones: tuple[Phone, ...]) -> None:
        if block.kind == HEADING:
            self._heading(block, phones)
            return
        alone = block.kind == ROW or " | " in block.words or (block.kind == ITEM and not block.marker and not _CALL_FIRST.match(block.words))
        here = self.place.here
        before = len(self.found)
        if not self._listed(at, block, phones):
            self._sentences(at, block, phones)
        self.place.note(phones, alone=alone)
        here.phones = here.phones or guards.speaks_of_calls(block.words)
        if block.kind == PARAGRAPH and len(self.found) == before and not (block.level and here.lead_path):
            if here.lead_path and at > here.lead_at + 1:
                here.lead_path = ()
            here.lead, here.lead_at = block.words, at
            here.lead_path = self._named_menu(block.words) or here.lead_path
            here.lead_time = time_of(block.words) if block.words.rstrip().endswith((":", "-", "–")) or len(block.words) < 80 else ""  # noqa: PLR2004 -- a label, no sentence
            headed = language_headed(block.words)
            here.language = headed or here.language

    def _heading(self, block: Block, phones: tuple[Phone, ...]) -> None:
        self.sections += 1
        words = block.words
        section = Section(block.level, words, about=guards.about_something_else(words), time=time_of(words))
        section.language = language_headed(words)
        self.place.enter(section)
        self.place.note(phones, alone=False)
        section.own = section.number
        section.phones = guards.speaks_of_phones(words) or bool(phones)
        before = len(self.found)
        if _TRIGGER.search(words):
            self._sentences(-1, block, phones)
        if len(self.found) > before and len({(one.path, one.key) for one in self.found[before:]}) == 1:
            section.path = (*self.found[-1].path, self.found[-1].key)
        elif section.lead_path:
            section.path, section.lead_path, section.behind = section.lead_path, (), True
        elif (named := self._named_menu(words)) is not None:
            section.path = named

    def _named_menu(self, words: str) -> tuple[str, ...] | None:
        """Give the keys that lead to a menu called by what its key is for: `In the billing menu`."""
        self.named_number = ""
        number = self.place.number() or self.main
        for name in menu_named(words):
            known = [one for one in reversed(self.found[-60:]) if means_menu(name, one.topic)]
            for one in sorted(known, key=lambda one: one.number != number):
                self.named_number = one.number
                return (*one.path, one.key)
        return None

    # ---- lists and tables

    def _listed(self, at: int, block: Block, phones: tuple[Phone, ...]) -> bool:
        """Read a line of a list, or a row of a table, whose number is a key; says whether it is one."""
        one = None
        voice = [phone for phone in phones if phone.use == VOICE]
        if voice and " | " in block.words:
            one = listing.beside_number(block.words, voice[0][:2], self._lead(at) + " " + self.place.titles())
        if one is not None:
            pass
        elif block.kind == ROW:
            one = self._row(at, block)
        elif not _explicit(block.words):
            one = listing.chosen(block)
            if one is not None and not self._list_leads(at, block, numbered=bool(block.marker)):
                one = None
            if one is None and " | " not in block.words:
                behind = listing.chosen_behind(block)
                if behind is not None and self._list_leads(at, block, numbered=True) and not phones:
                    one = behind
        if one is None or (block.kind != ROW and _unlikely(one.topic)):
            return False
        if self._section_bars("", one.keys[-1]) or guards.barred("", one.topic, one.keys[-1], called=False):
            return True
        if guards.barred(re.sub(re.escape(one.topic), "", block.words), "", one.keys[-1], called=True) == "past":
            return True
        prefix = self._prefix(block)
        keys = one.keys
        if prefix and len(keys) > len(prefix) and keys[: len(prefix)] == prefix:
            prefix = ()
        row_phone = next((phone.e164 for phone in phones if phone.use == VOICE), "")
        self._add(block, one.start, prefix + keys[:-1], keys[-1], one.topic, phone=row_phone, time=self._time(block, ""), listed=block.group)
        self.place.here.items[block.level] = prefix + keys
        return True

    def _row(self, at: int, block: Block) -> listing.Listed | None:
        head = block.head or self._head_of(at, block)
        column = listing.key_column(head) if head else None
        lead = self._lead(at)
        if column is not None and listing.is_doubtful(head[column]) and not (listing.leads(lead, numbered=True) or self.place.number()):
            column = None
        if column is None and not head and listing.leads(lead, numbered=True):
            column = 0
        if block.head == () and head and tuple(cell.words for cell in block.cells) == head:
            return None
        return listing.row_listed(block, column, head)

    def _head_of(self, at: int, block: Block) -> tuple[str, ...]:
        """Give the first row of a table without a heading of its own, where it holds words only."""
        first = at
        while first and self.blocks[first - 1].kind == ROW and self.blocks[first - 1].group == block.group:
            first -= 1
            if at - first > 60:  # noqa: PLR2004 -- so that a long table costs no more than a short one
                return ()
        cells = tuple(cell.words for cell in self.blocks[first].cells)
        return cells if not any(_DIGIT.search(cell) for cell in cells) else ()

    def _lead(self, at: int) -> str:
        """Give what stands above a list: the last lines before it in its section, and the heading."""
        here = self.place.here
        lines = [here.title, here.lead]
        taken = 0
        for before in range(at - 1, max(at - 16, -1), -1):
            block = self.blocks[before]
            if block.kind == HEADING or taken > 1:
                break
            if block.kind == PARAGRAPH and block.words not in lines and listing.chosen(block) is None:
                lines.append(block.words)
                taken += 1
        return " ".join(lines[:1] + lines[1:][::-1])

    def _list_leads(self, at: int, block: Block, *, numbered: bool) -> bool:
        run = self._run(at, block)
        if len(run) < 2:  # noqa: PLR2004 -- one line is no list
            return False
        if sum(listing.is_step(one.words) for one in run) * 3 >= len(run) and block.marker:
            return False
        lead = self._lead(at)
        if guards.lists_ways(lead) and not re.search(r"\bpress|\bkeys?\b|menu", lead, re.IGNORECASE):
            return False
        if listing.leads(lead, numbered=numbered):
            return numbered is False or not re.search(r"\bsteps?\b|\bhow to\b|instructions", lead, re.IGNORECASE) or bool(re.search(r"\bpress|keys?\b", lead, re.IGNORECASE))
        after = self._after(at, block)
        if after and re.search(r"\b(?:keys?|press|dial)\b", after, re.IGNORECASE) and re.search(r"\bnumbers?\b", after, re.IGNORECASE):
            return True
        return not numbered and self._looks_listed(run)

    def _run(self, at: int, block: Block) -> list[Block]:
        """Give the lines of one list, at most so many that a long one costs no more than a short one."""
        first = at
        while first and at - first < 12 and self._same_run(self.blocks[first - 1], block):  # noqa: PLR2004 -- see above
            first -= 1
        last = at
        while last + 1 < len(self.blocks) and last - at < 12 and self._same_run(self.blocks[last + 1], block):  # noqa: PLR2004 -- see above
            last += 1
        return [one for one in self.blocks[first : last + 1] if one.level == block.level]

    @staticmethod
    def _same_run(one: Block, block: Block) -> bool:
        if one.kind != block.kind or one.group != block.group:
            return False
        return one.kind == ITEM or listing.chosen(one) is not None or listing.chosen_behind(one) is not None

    def _after(self, at: int, block: Block) -> str:
        for one in self.blocks[at + 1 : at + 14]:
            if not self._same_run(one, block):
                return one.words if one.kind == PARAGRAPH else ""
        return ""

    def _looks_listed(self, run: list[Block]) -> bool:
        """Whether lines such as `1 - Billing` stand for keys without being said to: next to a telephone number."""
        keys = [one.keys for one in map(listing.chosen, run) if one]
        plain = [key[0] for key in keys if len(key) == 1 and key[0].isdecimal()]
        plain = plain[:-1] if plain[-1:] == ["0"] else plain
        in_order = plain == sorted(plain) and len(set(plain)) == len(plain) and len(plain) > 1 and plain[0] in "012"
        return bool(self.place.here.number) and in_order and len(keys) == len(run) and not self.place.about()

    # ---- sentences

    def _sentences(self, at: int, block: Block, phones: tuple[Phone, ...]) -> None:
        text = block.words
        cells = text.split(" | ")
        if len(block.cells) > 1 and sum(map(_explicit, cells)) > 1:
            for cell in block.cells:
                own = Block(PARAGRAPH, cell, block.level, "", block.group, language=block.language)
                self._sentences(at, own, tuple(phones_in(cell.words, self.regions)))
            return
        if not _TRIGGER.search(text) and not _LONE.search(text) and not (self.place.here.lead_path and _DIGIT.search(text)):
            return
        listing_like = block.kind in {ITEM, ROW}
        cut = [sentence(text, start, end, mark, phones) for start, end, mark in spans(text, phones) if self._may_tell(text, start, end)]
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
            steps = goes_on or (bool(block.marker) and not _ARRIVES.search(after))
            if unsaid and steps:  # a step on the way to what the next one tells of
                said = [said[0]._replace(context=True)]  # noqa: PLW2901 -- the same sentence, seen as a step
            elif unsaid and (arrives := _ARRIVES.search(after)) is not None:
                said = [said[0]._replace(topic=Topic(clean(arrives[1]), one.end, "arrival"))]  # noqa: PLW2901 -- the same, with its topic
            last = self._sentence(at, block, phones, one, said, last, step=unsaid and steps)
        if block.kind in {ITEM, PARAGRAPH}:
            self.place.here.items[block.level] = last
        if listing_like and block.marker:
            self._note_step(block, last)

    @staticmethod
    def _may_tell(text: str, start: int, end: int) -> bool:
        return end - start < 3000  # noqa: PLR2004 -- sentences are cut to less

    def _sentence(  # noqa: PLR0913, PLR0917 -- one sentence in its place
        self, at: int, block: Block, phones: tuple[Phone, ...], one: Sentence, said: list[Said], last: tuple[str, ...], *, step: bool = False
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
                block, each.start, prefix + each.path, each.key, topic, phone=phone, time=time, listed=self._listed_group(at, block, each),
                anytime=each.anytime, borrowed=borrowed, words=text,
            )
            last = prefix + each.path + (each.key,)
        return last

    def _listed_group(self, at: int, block: Block, each: Said) -> int:
        """Give the list that a key stands in, or 0: a row of lines, each of which tells of a key."""
        if at < 0:
            return 0
        near = [self.blocks[one] for one in (at - 1, at + 1) if 0 <= one < len(self.blocks)]
        same = any(one.kind == block.kind and one.group == block.group and _explicit(one.words) for one in near)
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
        if not called and block.marker and any(guards.speaks_of_screens(one.words) for one in self.blocks[max(at - 5, 0) : at] if one.group == block.group):
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
        return guards.speaks_of_phones(lead) or bool(self.place.here.number) or (self.place.phones() and bool(self.place.number()))

    def _section_bars(self, around: str, key: str) -> bool:
        about = self.place.about()
        if not about:
            return False
        if about in {"screen", "text"}:
            return not guards.speaks_of_calls(around) and not self.place.here.number
        return True

    def _prefix(self, block: Block) -> tuple[str, ...]:
        here = self.place.here
        if block.level and here.items.get(block.level - 1):
            return here.items[block.level - 1]
        return here.lead_path or self.place.path()

    def _said_prefix(self, block: Block, each: Said, around: str, last: tuple[str, ...], named: tuple[str, ...] | None, *, called: bool) -> tuple[str, ...]:
        here = self.place.here
        if each.follows:
            return last or here.last
        if each.anytime or (called and not each.follows):
            return ()
        if named is not None:
            return named
        if re.search(r"\b(?:after|when|before|upon) (?:dialing|dialling|calling|you call|you dial)\b|\bmain menu\b", around, re.IGNORECASE):
            return ()
        if block.marker and (stepped := self._step_prefix(block)) is not None:
            return stepped
        prefix = self._prefix(block)
        return () if prefix and prefix[-1] == each.key and prefix == self.place.path() and not here.lead_path and not here.behind else prefix

    # ---- steps

    def _note_step(self, block: Block, last: tuple[str, ...]) -> None:
        if last:
            self.step_group, self.step_path = block.group, last

    def _end_steps(self, at: int, block: Block) -> None:
        """Tell of a row of steps, once it is over, by whom it reaches: what comes next says so, or the heading."""
        if self.pending is None:
            return
        (begun, keys, each, one), here = self.pending, self.place.here
        arrives = _ARRIVES.search(block.words)
        told = self.blocks[begun]
        if arrives is None and block.group == told.group and at != -1:
            return
        self.pending = None
        aim = clean(arrives[1]) if arrives else clean(_HOW.sub("", here.title)) if _HOW.match(here.title) or _AIM.search(here.title) else ""
        if aim:
            self._add(told, each.start, keys[:-1], keys[-1], aim, borrowed=True, words=told.words[one.start : one.end], phone=self._phone_for(told, (), one, each))

    def _step_prefix(self, block: Block) -> tuple[str, ...] | None:
        """Give the keys that the steps before this one pressed, where a numbered list tells what to do in order."""
        if self.step_group != block.group or not self.step_path:
            return None
        run = [one for one in self.blocks if one.group == block.group and one.marker][:12]
        is_steps = bool(run) and (_CALL_STEP.search(run[0].words) or any(_STEP_ENTRY.search(one.words) for one in run))
        own = sum(_explicit(one.words) and one.words.lstrip().lower().startswith(("press " + one.marker, "option " + one.marker)) for one in run)
        return self.step_path if is_steps and own < 2 else None  # noqa: PLR2004 -- "2. Press 2 for support" numbers by keys

    def _in_steps(self, block: Block) -> bool:
        """Whether a numbered item is a step, and not a choice."""
        run = [one for one in self.blocks if one.group == block.group and one.marker][:12]
        return any(_CALL_STEP.search(one.words) for one in run[:2])

    # ---- what holds for a key

    def _phone_for(self, block: Block, phones: tuple[Phone, ...], one: Sentence, each: Said) -> str:
        voice = [phone for phone in phones if phone.use == VOICE]
        inside = [phone for phone in voice if one.start <= phone.start < one.end]
        before = [phone for phone in inside if phone.start < each.start]
        if before or inside:
            return (before[-1] if before else inside[0]).e164
        text = block.words[one.start : one.end]
        if _MAIN_SAID.search(text) and "same" not in text.lower():
            return self.main
        earlier = [phone for phone in voice if phone.start < each.start]
        if earlier:
            return earlier[-1].e164
        told = block.words[: one.end] if block.kind != HEADING else ""
        return number_named(text, self.aliases) or number_named(told, self.aliases) or number_named(self.place.here.title, self.aliases)

    def _time(self, block: Block, around: str) -> str:
        here = self.place.here
        return time_of(around) or here.lead_time or self.place.time()

    def _topic(self, at: int, block: Block, each: Said, one: Sentence) -> tuple[str, bool]:
        """Give what a key is for; where its sentence does not say, what the sentence, the row or the heading is about."""
        if each.topic is not None:
            return each.topic.words, each.topic.how == "subject"
        before = block.words[: one.start].rstrip()
        if before.endswith("?"):
            question = re.split(r"(?<=[.!?])\s+", before)[-1]
            return clean(_HOW.sub("", question.rstrip("?"))), True
        for section in reversed(self.place.sections):
            if section.title and not _PLAIN_TITLE.match(section.title):
                return clean(_HOW.sub("", section.title.rstrip("?").split("?")[0])), True
        return "", True

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
    ) -> None:
        language = self._language(block, words or topic)
        number = phone or self.place.number()
        self.number_uses[number] += 1
        line = block.text.line(start)
        self.found.append(
            Told(self.document.name, number, path, key, topic, line, language, anytime, time, self.sections, listed, borrowed, self.place.here.title, bool(block.marker) and self._in_steps(block))
        )
        self.place.here.last = (*path, key)

    def _language(self, block: Block, words: str) -> str:
        otherwise = self.place.language() or block.language[:2] or self.language
        return language_of(words, otherwise)

    def _settled(self) -> list[Told]:
        """Give every key its number: where none is spoken of around it, the one that the document is about."""
        main = self.main
        return [one if one.number else one._replace(number=main) for one in self.found]


def _explicit(words: str) -> bool:
    return bool(_SAYS_KEY.search(words))


_SAYS_KEY: Final = re.compile(
    r"\b(?:press|pressing|push|hit|select|choose|dial|pick|pulse|oprima|presione|marque|tapez|appuyez|composez|faites|dr[uü]cken|w[aä]hlen)\b.{0,30}?(?:\d|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|star|pound|hash)\b|[*#])"
    r"|\boption\s+#?\d",
    re.IGNORECASE,
)


def _unlikely(topic: str) -> bool:
    """Whether what stands behind a number is no topic: a sentence of its own, a price, an address."""
    return bool(re.match(r"(?:[$€£]|%|\d|(?:st|nd|rd|th|am|pm|hours?|days?|minutes?|years?)\b)", topic)) or len(topic.split()) > 22  # noqa: PLR2004 -- a sentence


def _has_more(one: Sentence, said: list[Said]) -> bool:
    """Whether a sentence has digits that were not read as keys."""
    digits = sum(token.word.isdecimal() and len(token.word) <= 2 for token in one.tokens)  # noqa: PLR2004 -- keys
    return digits > len(said)


def _without(text: str, topics: list[str]) -> str:
    for topic in topics:
        text = text.replace(topic, " ") if topic else text
    return text
