"""A block whose sentences tell of keys: whether they are a menu, and which of them go on from others."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from ivr.prose.anycase import AnyCase
from ivr.prose.block import Block
from ivr.prose.grammar import Said
from ivr.prose.phones import Phone
from ivr.prose.sentences import asks_on, opens_menu
from ivr.prose.tokens import Sentence

MANY: Final = 3
"""Keys that make a list: so many topics in a sentence, or sentences in a block."""


_SHORT_REQUEST: Final = 16
"""Letters before a key with which a sentence begins: `Please press 1 if`."""


_ANNOUNCED: Final = AnyCase(
    r"\b(?:hear|menus?|choices|options|offer\w*|asks?|recording|prompts?|greeting|keys|ivr|svi|answers|automat\w*"
    r"|choix|opciones|men[uú]|auswahl|ansage)\b"
)
"""What says that a sentence lists all of a menu."""


_SHORT_SENTENCE: Final = 18
"""Letters of a sentence that is a request and its key."""


@lru_cache(maxsize=2048)
def is_announced(words: str) -> bool:
    """Whether a block says that it lists all of a menu."""
    return _ANNOUNCED.search(words)


_FURTHER_ON: Final = 90
"""Letters between a key and those that come after it."""
_FURTHER: Final = AnyCase(
    r"\W*(?:then|next|after that|here|there)\b"
    r"|\byou(?:['’]ll| will|['’]re| are)? (?:then |next |now )?(?:be )?(?:asked|offered|given|need|hear|get|have)\b"
    r"|\bthere are (?:two|three|four|more|\d)|\b(?:second|further|another|sub-?) ?menu"
    r"|\b(?:asks?|wants to know) (?:you )?(?:whether|if|which)"
    r"|(?:^|[.!?])\W*(?:after|following|nach|tras|despu[eé]s de|apr[eè]s) (?!(?:the |that |der |dem |el |la |le "
    r"|l['’])?(?:tone|beep"
    r"|greeting|welcome|message|recording|announcement|prompt|piep|ton\b|signal|ansage|begr|tono|saludo|mensaje|bip"
    r"|accueil|hours|\d))"
)
"""What says that further keys come after one."""


_WHEN_ASKED: Final = AnyCase(
    r"[0-9*#],? (?:when|once|as soon as|if) (?:you(?:['’]re| are)|it|the (?:system|voice|recording)) (?:asked"
    r"|prompted|asks)\b"
    r"|[0-9*#] at the (?:next|second|following) (?:prompt|menu|question|one)\b"
)
"""What says of a key that it answers a further question."""


def is_greeting(words: str) -> bool:
    """Whether a block quotes a recording from its beginning on: all that it says is a menu."""
    return _GREETING.search(words)


_GREETING: Final = AnyCase(
    r"\b(?:thank you|thanks) for calling\b|\bwelcome to\b|\byou have reached\b|\bgracias por (?:llamar|su llamada)\b"
    r"|\bmerci d['’](?:appeler|avoir appel)|\bwillkommen (?:bei|beim)\b|\bhello,? (?:and|you)"
)
"""How a recording begins, all of whose cases are keys of its menu."""


class Telling(NamedTuple):
    """A block whose sentences tell of keys: where it stands, the numbers in it, and those sentences."""

    at: int
    block: Block
    phones: tuple[Phone, ...]
    sentences: list[tuple[Sentence, tuple[Said, ...]]]

    def lists(self) -> bool:
        """Whether the sentences are a menu, each for one key, as `For sales, press 1` is."""
        alone = [(one, said[0]) for one, said in self.sentences if len(said) == 1 and said[0].topic is not None]
        if sum(each.topic is not None and each.topic.how == "left" for _, each in alone) >= MANY:
            return True
        begun = {each.key for one, each in alone if each.start - one.start < _SHORT_REQUEST and not each.path}
        return len(begun) >= MANY and is_announced(self.block.words)

    def keys(self) -> set[str]:
        """Give the keys that the sentences tell of and that are pressed first."""
        return {one.key for _, said in self.sentences for one in said if not one.path}

    def begins_menu(self) -> bool:
        """Whether the sentences tell of keys from 1 on, and what each is for."""
        told = [one.key for _, said in self.sentences for one in said if one.topic is not None and not one.path]
        return told[:1] == ["1"] and "2" in told

    def tells_many(self) -> bool:
        """Whether the sentences tell what each of at least three keys is for."""
        return len({one.key for _, said in self.sentences for one in said if one.topic is not None}) >= MANY

    def row(self, number: int) -> tuple[Said, ...]:
        """Give the keys of a sentence, with those of the next ones where each of these counts on from the first key."""
        said = self.sentences[number][1]
        if len(said) > 1 or said[0].key != "1":
            return said
        row = [said[0]]
        for _, further in self.sentences[number + 1 :]:
            if further[0].key != str(len(row) + 1) or further[0].path:
                break
            row.append(further[0])
        return tuple(row)

    def is_conditional(self) -> bool:
        """Whether any of the keys is for those only whom its sentence names first."""
        return any(each.topic is not None and each.topic.how == "left" for _, said in self.sentences for each in said)

    def is_asked_on(self, number: int) -> bool:
        """Whether the call asks for the key of a sentence after that of the sentence before it."""
        if not number:
            return False
        one, said = self.sentences[number - 1]
        if said[-1].key in "*#" and said[-1].topic is not None:
            return False
        if self._begins_anew(number):
            return True
        if self._is_when_asked(number):
            return True
        if said[-1].topic is None or said[0].follows:
            asks = self._asks_between(one, number) or self._requests_again(one, number)
            return asks or self._opens_between(one, number)
        return self._opens_between(one, number)

    def _is_when_asked(self, number: int) -> bool:
        """Whether a sentence tells of a key that is pressed when the call asks, after the one key of the one before."""
        before, said = self.sentences[number - 1][1], self.sentences[number][1]
        over = self.sentences[number][0].end
        alone = len(before) == 1 and not said[0].path and said[0].topic is not None
        return alone and _WHEN_ASKED.search(self.block.words[said[0].start : over])

    def _begins_anew(self, number: int) -> bool:
        """Whether a sentence tells of keys from 1 on, and that they come after the one key of the sentence before."""
        one, before = self.sentences[number - 1]
        said = self.sentences[number][1]
        keys = {each.key for each in said if each.topic is not None}
        between = self.block.words[one.end : said[0].start]
        if len(before) != 1 or "1" not in keys or len(keys) != len(said) or any(each.path for each in said):
            return False
        return len(keys) > 1 and len(between) <= _FURTHER_ON and _FURTHER.search(between)

    def goes_on(self, number: int) -> bool:
        """Whether the keys of the next sentence are pressed after those of this one."""
        if number + 1 == len(self.sentences):
            return False
        one, said = self.sentences[number]
        following = self.sentences[number + 1][1][0].follows
        return following or (
            said[-1].topic is None and (self._asks_between(one, number + 1) or self._requests_again(one, number + 1))
        )

    def _requests_again(self, one: Sentence, number: int) -> bool:
        """Whether the next sentence is nothing but a request, too: `Select 2.` and `Select 1.`, one after another."""
        further, said = self.sentences[number]
        alone = len(said) == 1 and said[0].topic is None and not said[0].anytime
        return alone and further.start - one.end <= 1 and further.end - further.start <= _SHORT_SENTENCE

    def _opens_between(self, one: Sentence, number: int) -> bool:
        """Whether words between a sentence and the first key of the next one say that a further menu is heard."""
        return opens_menu(self.block.words[one.end : self.sentences[number][1][0].start])

    def _asks_between(self, one: Sentence, number: int) -> bool:
        """Whether words between a sentence and the first key of the next one say that the call asks for that key."""
        return asks_on(self.block.words[one.end : self.sentences[number][1][0].start])


def goes_back(said: Sequence[Said]) -> bool:
    """Whether the last key of a sentence goes back to the first menu: what follows is told of that."""
    topic = said[-1].topic
    return topic is not None and _TO_MAIN.search(topic.words)


_TO_MAIN: Final = AnyCase(r"\b(?:main|first|previous) menu\b|\bmen[uú] (?:principal|anterior)\b|\bhauptmen[uü]\b")
