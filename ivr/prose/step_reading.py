"""Reading steps: keys pressed one after another, each told of in a sentence or an item of its own."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate
from typing import Final, NamedTuple

from ivr.prose import pointing
from ivr.prose.anycase import AnyCase
from ivr.prose.arriving import arrival_told, reached_then
from ivr.prose.block import HEADING, PARAGRAPH, Block
from ivr.prose.choosing import reaches_anybody
from ivr.prose.doing import LEFT
from ivr.prose.explicit import answers_each, is_explicit
from ivr.prose.foregoing import (
    asked_under,
    cried_before,
    staffed_before,
    subject_before,
    told_before,
    whom_meant,
    wondered_before,
)
from ivr.prose.grammar import Said
from ivr.prose.languages import language_chosen
from ivr.prose.lines_called import line_asked_for
from ivr.prose.list_reading import ListReading
from ivr.prose.naming import number_named
from ivr.prose.phones import NUMBERED, VOICE, Phone, as_dialled, is_instead, phones_in
from ivr.prose.pointing import calls_back, calls_us, names_main, names_same, points_elsewhere, tells_means
from ivr.prose.reading import CALL_STEP
from ivr.prose.rung import is_whom_it_rings
from ivr.prose.same_menu import but_for_others
from ivr.prose.step_words import ANSWER, ASKED_OF, CHOICE, COUNTED, DID, EXPECTED, MARK, PUT, STEPS_BELOW
from ivr.prose.table_rows import aim_of, aim_of_heads, telling_cell
from ivr.prose.titles import PLAIN_TITLE, REACHING
from ivr.prose.tokens import Sentence
from ivr.prose.topic_words import ASKS_OF, aim_before, aim_called, clean, label_above, shouted_above, tells_of_call

_HOW: Final = re.compile(
    r"^(?:q\d*[:.)]\s*|\d{1,2}[.)] )?(?:(?:and |so )?how (?:do|can|to|would) (?:i |you |we )?"
    r"|which (?:button|key|option|number) (?:do i |should i |is )?(?:push|press|choose|pick)?(?: to| for)? ?"
    r"|(?:can|could|may|should) (?:i|we|you) |do (?:i|we) (?:get|need|have to|qualify for) (?:an? )?"
    r"|what (?:if|about|is|are) |where (?:do|can) i |is there (?:an? |any )?|do you have (?:an? |any )?"
    r"|i (?:want|need|would like) to |how to |to )",
    re.IGNORECASE,
)
_SHORT_TITLE: Final = 5
"""Words of a heading that says more of the paragraph below it than the question that this one begins with."""
_AIM: Final = AnyCase(r"\b(?:reach|get|talk|speak|human|person|real person|agent|through)\b", re.IGNORECASE)
_STEP_ENTRY: Final = AnyCase(r"\b(?:enter|key in|type|input|say|wait|listen)\b", re.IGNORECASE)
_MOST_ABOVE: Final = 20
"""Numbers above a sentence, one of which it points back to."""
_ENTERED: Final = re.compile(
    r"[0-9*#]\S*,? (?:and |then )*((?:enter|key in|punch in) (?:your|the) (?!(?:\w+ )?(?:pin|passcode|code"
    r"|password)\b)[^.,;]{3,40})",
    re.IGNORECASE,
)
"""What callers key in behind a key that nothing else is told of: `Press 1, then enter your stop number`."""

_REACHING: Final = frozenset(("arrival", "said"))
_SAYING_LITTLE: Final = frozenset(("outcome", "clause", "asked"))
"""How a topic is found that says less of a key than the question before it."""
_MAIN_MENU: Final = AnyCase(r"\b(?:in|at|from|on|of) (?:the|our) main menu\b")
_UNNAMED: Final = AnyCase(
    r"(?:will|can|['’]ll|would) (?:talk|speak|help|see|call|ring|tell|look|sort|guide|advise|assist)\b.*\byou\b"
)
"""How a topic begins that tells what somebody does for the caller, and not who: `will talk to you`."""
_FIRST_DO: Final = AnyCase(r"^(?:before|first|please) |\b(?:d['’]abord|zuerst|primero|antes)$")
"""Words before a request that tell what to do until then."""
_DONE_THEN: Final = re.compile(r"(?:the |your |our )?[a-z]+ (?:is|are|gets|will be) [a-z]{3,}(?:ed|en)\b")
"""What is done then with something of the caller's, and not what a key is for."""
_STATES: Final = AnyCase(r"^(?:most|all|some|many|it|they|we|you|that)\b.* (?:is|are|can|will|takes?)\b")
"""How a topic begins that is a sentence of its own."""
_NOT_WANTED: Final = AnyCase(r"(?:don['’]t|do not|no time to|tired of|rather not|fed up)\b[^.?!]{0,60}\?$")
"""How a question begins that says what callers do not want: `Don't want to wait?`"""
_LABELS: Final = frozenset(("clause", "label", "subject"))
"""How one is found that says less than the word in capitals at the beginning of its line."""
_BEGUN: Final = re.compile(r"(?!did you)[^.!?]{3,60}\?(?= [A-Z])", re.IGNORECASE)
_REQUEST: Final = re.compile(r"(?:press|push|hit|dial|choose|select|option|pulse|oprima|marque|tapez)\b", re.IGNORECASE)
"""The question with which a line begins, and how the next one begins that answers it."""
_SHORT_AIM: Final = 6
"""Words of a heading over steps that says what they are for."""
_LABEL_NUMBER: Final = re.compile(r"([A-Z][A-Z '’&/-]{5,50}) \|? ?[+(]?\d[\d ().-]{6,}")
"""A label in capitals with its number, over the line that tells the key: `EXTEND YOUR RENTAL | 1-800-555-0172`."""
_LABEL_LINE: Final = re.compile(
    r"[^\W\d][^.:;?!\d]{3,60}(?<! said)(?<! wrote)"
    r"(?<! says)(?<! replied)(?<! dijo)(?<! escribió)(?<! schrieb)(?<! écrit):"
)
"""A line that says for whom the next one is: `Veterans and their families:`"""
_FIRST_BLOCKS: Final = 8
"""Blocks of a document in which it is said what it is about."""


def _aim_before(before: str) -> str:
    """Give what the sentence before a key's tells that it is for: it tells to call, who is there, or calls out."""
    return aim_before(before) or staffed_before(before) or wondered_before(before) or cried_before(before)


def _topic_of_row(block: Block, each: Said) -> str:
    """Give what a row of a table with headings tells of a key that stands in a cell of its own: `by pressing 1`."""
    if not block.head or len(block.cells) < _FEWEST_CELLS or each.topic is None or each.topic.how != "label":
        return ""
    ends = list(accumulate(len(cell.words) + len(" | ") for cell in block.cells))
    own = next((at for at, end in enumerate(ends) if each.start < end), 0)
    named = next((at for at, end in enumerate(ends) if each.topic.start < end), own)
    return telling_cell(block, own, block.head) if named < own else ""


_FEWEST_CELLS: Final = 3
"""Cells of a row in which the one right before a key's may tell something else."""

_QUOTED_QUESTION: Final = re.compile(r"[„“«\"] ?¿?([^„“”«»\"?]{3,60}?) ?\?$")
"""What is asked in a quotation that goes on behind it: `The flyer says "Moving? Call 555-0100, option 7"`."""


class About(NamedTuple):
    """What a key is for; `borrowed` where its sentence does not say it, `vague` where others may be meant."""

    words: str
    borrowed: bool = False
    vague: bool = False


class StepReading(ListReading):
    """Reads rows of steps, and finds for a key its number and what it is for."""

    def _note_step(self, block: Block, last: tuple[str, ...]) -> None:
        if last and last[-1] not in "*#":
            self.step_group, self.step_path = block.group, last

    def _end_steps(self, at: int, block: Block) -> None:
        """Tell of a row of steps, once it is over, by whom it reaches: what comes next says so, or the heading."""
        if self.pending is None:
            return
        (begun, keys, each, one), here = self.pending, self.place.here
        arrives = arrival_told(block.words)
        told = self.blocks[begun]
        if not arrives and block.group == told.group and at != -1:
            return
        self.pending = None
        says = _HOW.match(here.title) or _AIM.search(here.title)
        plain = PLAIN_TITLE.match(here.title) or NUMBERED.search(here.title)
        way = len(keys) > 1 and not plain and self._in_steps(told) and len(here.title.split()) <= _SHORT_AIM
        title = (here.title if says or way else "") or self._aim_above(begun)
        aim = arrives or clean(_HOW.sub("", title))
        if aim:
            self._add(
                told,
                each.start,
                keys[:-1],
                keys[-1],
                aim,
                borrowed=True,
                words=told.words[one.start : one.end],
                phone=self._phone_for(told, (), one, each),
            )

    def _aim_above(self, at: int) -> str:
        """Give the line over a list of steps, where it says what these are for: `To reach a person:`."""
        run = self._numbered(self.blocks[at])
        above = self.blocks[at - 1] if at else None
        if run:
            first = next((place for place in range(at, -1, -1) if self.blocks[place] is run[0]), 0)
            above = self.blocks[first - 1] if first else None
        lead = above.words if above is not None and above.words.rstrip().endswith(":") else ""
        return lead.rstrip(" :") if _HOW.match(lead) and _AIM.search(lead) else ""

    def _step_prefix(self, block: Block) -> tuple[str, ...] | None:
        """Give the keys that the steps before this one pressed, where a numbered list tells what to do in order."""
        if self.step_group != block.group or not self.step_path or "?" in block.words:
            return None
        run = self._numbered(block)
        is_steps = bool(run) and (CALL_STEP.search(run[0].words) or any(_STEP_ENTRY.search(one.words) for one in run))
        told_so = STEPS_BELOW.search(self.place.here.lead)
        own = sum(
            is_explicit(one.words)
            and one.words.lstrip().lower().startswith(("press " + one.marker, "option " + one.marker))
            for one in run
        )
        if sum(bool(CHOICE.match(one.words)) for one in run) > 1:
            return None
        most = 1 + (bool(run) and not is_explicit(run[0].words) and (bool(told_so) or bool(is_steps)))
        return self.step_path if (is_steps or told_so) and own <= most else None

    def _goes_on_in_steps(self, at: int) -> bool:
        """Whether a line is pressed after the one before it: both stand below words such as `what I did:`."""
        if at < 1 or self.told_at != at - 1 or self.blocks[at].kind != PARAGRAPH or self.blocks[at].marker:
            return False
        above = self.blocks[max(at - _FIRST_BLOCKS, 0) : at]
        return any(DID.search(one.words) for one in above) and is_explicit(self.blocks[at].words)

    def _phone_for(  # noqa: PLR0911 -- one for each way a number is told
        self, block: Block, phones: tuple[Phone, ...], one: Sentence, each: Said
    ) -> str:
        voice = as_dialled([phone for phone in phones if phone.use == VOICE]) if phones else []
        inside = [phone for phone in voice if one.start <= phone.start < one.end]
        if inside and inside[0].start > each.start and (voice[0] is not inside[0] or self.place.number()):
            inside = [phone for phone in inside if not is_whom_it_rings(block.words, phone)]
        before = [phone for phone in inside if phone.start < each.start]
        back = names_same(block.words[one.start : each.start])
        if before or (inside and not back):
            return (but_for_others(block.words, before) if before else inside[0]).e164
        text = block.words[one.start : one.end]
        if names_main(text) or (not voice and self._answers() and _MAIN_MENU.search(text)):
            return self.main
        if self.number_told and calls_back(text):
            return self.number_told
        if self.aliases and (called := line_asked_for(text, self.aliases)):
            return called
        earlier = [phone for phone in voice if phone.start < each.start and not is_instead(block.words, phone)]
        if earlier:
            named = number_named(block.words[one.start : each.start], self.aliases) if len(voice) > 1 else ""
            ours = self.main if calls_us(block.words[: each.start], earlier[-1]) else ""
            return named or ours or earlier[-1].e164
        if back or names_same(text):
            line = block.text.line(one.start) + (not inside)
            at = bisect_left(self.voices, (line,))
            above = [number for _, number in reversed(self.voices[max(at - _MOST_ABOVE, 0) : at])]
            return next((one for one in above if self.number_uses[one]), "".join(above[:1]))
        return self._number_called(block, one, each) if self.aliases else ""

    def _answers(self) -> bool:
        """Whether the line above a block is a question."""
        return self.at > 0 and self.blocks[self.at - 1].words.rstrip().endswith("?")

    def _number_called(self, block: Block, one: Sentence, each: Said) -> str:
        """Give the number that a sentence, or what stands over it, calls by its name."""
        text = block.words[one.start : one.end]
        if named := self._line_named(each):
            return self.aliases[named]  # "Damp - housing repairs, option 3"
        told = block.words[: one.end] if block.kind != HEADING else ""
        return (
            number_named(text, self.aliases)
            or number_named(told, self.aliases)
            or number_named(self.place.here.title, self.aliases)
        )

    def _question_above(self, block: Block) -> str:
        """Give what the line above a block asks: `Q. Which button do I push to leave a message?`."""
        above = self.blocks[self.at - 1]
        if HEADING in {above.kind, block.kind}:
            return ""
        if above.group == block.group and _LABEL_LINE.fullmatch(above.words) and not tells_of_call(above.words):
            return clean(above.words)
        if (headed := _LABEL_NUMBER.fullmatch(above.words)) is not None and not PLAIN_TITLE.match(headed[1]):
            return clean(headed[1])
        if (put := PUT.match(above.words)) is not None and (ANSWER.match(block.words) or COUNTED.match(above.words)):
            return clean(put[1])
        asked = label_above(above.words.rstrip()) if above.words.rstrip().endswith("?") else ""
        return clean(_HOW.sub("", asked)) if asked else ""

    def _topic(self, block: Block, each: Said, one: Sentence) -> About:
        """Give what a key is for; where its sentence does not say, what the question or the heading is about."""
        before = block.words[: one.start].rstrip() or self._asked_before(block)
        asked = label_above(before) or label_above(self._asked_before(block))
        if self._is_under_question() and not before.endswith("?"):
            asked = ""
        shouted = shouted_above(before)
        own = self._before_line(block, each, one) or self._own_topic(
            each, before, asked, shouted, block.words[one.start : each.start]
        )
        if own is not None:
            in_row = _topic_of_row(block, each) or whom_meant(own.words, before)
            return About(in_row) if in_row else own
        quoted, case = _QUOTED_QUESTION.search(before), _HOW.sub("", pointing.case_of(block))
        if case or shouted or quoted:
            return About(clean(case or shouted or (quoted[1] if quoted else "")), borrowed=True)
        aimed = aim_called if self._is_under_question() else _aim_before
        said = aimed(before) if each.topic is None else ""
        if aim := aim_of_heads(block.head) or said:
            return About(aim, borrowed=True)
        if (not before or self._is_under_question()) and self.at > 0 and (question := self._question_above(block)):
            return About(question, borrowed=True)
        titled = asked and before.endswith("?") and not ASKS_OF.match(asked) and self._is_titled()
        if asked and (not titled or answers_each(block.words)):
            return About(clean(_HOW.sub("", asked)), borrowed=True)
        reached = reached_then(self.blocks[self.at + 1 : self.at + 2], block, one.end, self.place.here.title)
        around = self._expected(block, each, one) or (About(reached, borrowed=True, vague=True) if reached else None)
        around = around or self._topic_around(block, each, one)
        if titled and block.words[: one.start].rstrip().endswith("?"):
            around = around._replace(words=asked_under(clean(_HOW.sub("", asked)), around.words), borrowed=True)
        left = each.topic is not None and each.topic.how == LEFT and not around.words
        return About(each.topic.words) if left and each.topic is not None else around

    def _before_line(self, block: Block, each: Said, one: Sentence) -> About | None:
        """Give what stands before the name of a line, which is no topic: `Damp - housing repairs, option 3`."""
        name = self._line_named(each)
        if not name or len(set(self.aliases.values())) <= 1 or NUMBERED.search(block.words[one.start : each.start]):
            return None
        said = block.words[one.start : each.start].lower().rpartition(name)[0]
        said = block.words[one.start :][: len(said)].rstrip(" –—-:,|") or told_before(block.words[: one.start])
        return About(clean(said)) if clean(said) else None

    def _line_named(self, each: Said) -> str:
        """Give the name of a line that stands before a key in place of what that is for, or at the end of it."""
        if each.topic is None or each.topic.start > each.start:
            return ""
        words = each.topic.words.lower()
        return next((name for name in (words, words.rpartition(" - ")[2]) if name in self.aliases), "")

    def _expected(self, block: Block, each: Said, one: Sentence) -> About | None:
        """Give what a test expects of a key, where its case has several, or no title of its own."""
        found = EXPECTED.match(block.words, one.end) if each.topic is None else None
        near = self.blocks[max(self.at - 1, 0) : self.at + 2]
        several = sum(is_explicit(other.words) for other in near if other.kind == block.kind) > 1
        alone = not self.place.here.title or len(self.place.sections) == 1
        return About(clean(found[1]), borrowed=True) if found and (several or alone) else None

    def _own_topic(self, each: Said, before: str, asked: str, shouted: str, said: str) -> About | None:
        """Give what the sentence of a key itself says that it is for, where nothing before it says more."""
        if each.topic is None or each.topic.how == LEFT or tells_means(each.topic.words, each.topic.how):
            return None
        elsewhere = points_elsewhere(each.topic.words) and (self._is_titled() or self._is_under_question())
        done = each.topic.start > each.start and _DONE_THEN.match(each.topic.words)
        if elsewhere or (done and self._is_titled()):
            return None  # "Call us, press 3, and the card is blocked"
        little = _SAYING_LITTLE if before.endswith("?") and asked else _LABELS if shouted else frozenset()
        if asked and before.endswith("?") and each.topic.how == "link" and _STATES.search(each.topic.words):
            little = frozenset(("link",))  # "Windshield only? Press 4 - most chips are fixed free"
        if self._is_under_question():
            little |= {"clause", "outcome"} if _UNNAMED.match(each.topic.words) else {"clause"}
        unnamed = self._is_under_question() and _UNNAMED.match(each.topic.words)
        if each.topic.how == "outcome" and not (reaches_anybody(each.topic.words) or unnamed):
            little = frozenset()
        if asked and before.endswith("?") and each.topic.how in _REACHING:
            little = frozenset((each.topic.how,))  # "Can I ask a nurse? Option 3, and they will call back"
        if language_chosen(each.topic.words) or (asked and _NOT_WANTED.search(before)):
            little = frozenset()
        if each.topic.how in little or (asked and _FIRST_DO.search(each.topic.words)):
            return None
        subject = each.topic.how == "subject"
        named = each.topic.words.lower()
        if subject and any(name.endswith(named) for name in self.aliases) and not NUMBERED.search(said):
            return None
        return About(each.topic.words, subject, subject)

    def _is_under_question(self) -> bool:
        """Whether the heading right above a block, or a line with the number of a question, asks what that answers."""
        above = self.blocks[self.at - 1] if self.at > 0 else None
        if above is None or pointing.case_of(self.blocks[self.at]):
            return above is not None
        if above.kind == HEADING:
            return pointing.puts_a_case(above.words) or PUT.match(above.words) is not None
        answers = ASKED_OF.match(above.words) and ANSWER.match(self.blocks[self.at].words)
        return above.words.rstrip().endswith("?") and (COUNTED.match(above.words) or answers) is not None

    def _topic_around(self, block: Block, each: Said, one: Sentence) -> About:
        """Give what a document, the heading or the sentence before says of a key that nothing else tells of."""
        if each.path and not self._is_titled() and not self._is_under_question() and (aim := self._aim()):
            return About(aim, borrowed=True, vague=True)
        for section in reversed(self.place.sections):
            title = MARK.sub("", section.title)
            if (reached := REACHING.fullmatch(title)) is not None:
                return About(clean(reached[1]), borrowed=True, vague=True)
            if title and not PLAIN_TITLE.match(title) and not NUMBERED.search(title):
                asks = pointing.puts_a_case(title)
                told_of = told_before if _HOW.match(title) else subject_before
                if not asks and not self._is_titled() and (told := told_of(block.words[: one.start])):
                    return About(told, borrowed=True, vague=True)
                about = clean(_HOW.sub("", title.rstrip("?").split("?")[0]))
                return About(about, borrowed=True, vague="?" not in title)
        own = block.words[one.start : one.end]
        numbered = NUMBERED.search(own) and any(phone.use == VOICE for phone in phones_in(own, self.regions))
        told = subject_before(block.words[: one.start]) if numbered or pointing.asks_for_somebody(own) else ""
        entered = _ENTERED.match(block.words, each.start, one.end)
        return About(told or (clean(entered[1]) if entered else ""), borrowed=True, vague=True)

    def _aim(self) -> str:
        """Give whom a document tells how to reach, by its first questions and headings: `How do I get a human?`."""
        if self.aim is None:
            first = (one.words for one in self.blocks[:_FIRST_BLOCKS])
            asked = (words for words in first if "?" in words or _AIM.search(words))
            self.aim = next(filter(None, map(aim_of, asked)), "")
        return self.aim

    def _is_labelled(self, block: Block, one: Sentence) -> bool:
        """Whether the words before a sentence in its item ask or tell what its key is for."""
        return block.words[: one.start].rstrip().endswith("?") or bool(told_before(block.words[: one.start]))

    def _asked_before(self, block: Block) -> str:
        """Give the line above a block of text, where that ends in a question."""
        above = self.blocks[self.at - 1] if self.at > 0 else None
        same = above is not None and above.kind == block.kind and above.group == block.group
        opens = above is not None and same and self.told_at != self.at - 1 and _REQUEST.match(block.words)
        begun = _BEGUN.match(above.words) if above is not None and opens else None
        if begun:
            return begun[0]  # "Need a refill? Call any time." and in the next line "Press 1"
        return above.words.rstrip() if above is not None and same and above.words.rstrip().endswith("?") else ""

    def _is_titled(self) -> bool:
        """Whether a short heading right above a block says what it is about."""
        above = self.blocks[self.at - 1] if self.at > 0 else None
        if above is None or above.kind != HEADING or above.words.endswith("?"):
            return False
        plain = PLAIN_TITLE.match(above.words) or _HOW.match(above.words) or NUMBERED.search(above.words)
        return not plain and len(above.words.split()) <= _SHORT_TITLE
