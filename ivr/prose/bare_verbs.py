"""Keys whose own words are a bare verb, told with the thing that stands before them: `Pest control: book`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.block import HEADING, ITEM, PARAGRAPH, ROW, Block
from ivr.prose.foregoing import subject_before
from ivr.prose.grammar import Said
from ivr.prose.meaning import stems_of
from ivr.prose.run_in import run_in_label
from ivr.prose.step_reading import About, StepReading
from ivr.prose.titles import PLAIN_TITLE
from ivr.prose.tokens import Sentence
from ivr.prose.topic_words import clean

_VERBS: Final = (
    r"(?:book|order|report|appl(?:y|ies)|(?:re-?)?register|renew|pay|cancel|change|amend|extend|join|enroll?"
    r"|sign up|opt (?:in|out)|ask|enquire|inquire|claim|reserve|buy|arrange|find out(?: more)?|hear|learn|read|check"
    r"|stop|start|appeal|object|volunteer|donate|chase|track|query|dispute|request|get|schedule|make|set up|sort"
    r"|return|replace|collect|hire|borrow|try|switch|transfer|activate|block|discuss|talk|speak|withdraw"
    r"|(?:refer|self-?refer)(?: yourself)?|(?:un)?subscribe|nominate|bid|vote|rent|upgrade|complain|confirm|take part"
    r"|submit|send|give|provide|tell us|let us know|have your say|leave"
    r"|(?:reservar|pedir|solicitar|renovar|anular|pagar|contratar|cancelar)(?:l[ao]s?)?|avisar"
    r"|(?:inscribir|apuntar|matricular|dar)(?:se|te)(?: de (?:alta|baja))?"
    r"|r[eé]server|commander|signaler|(?:s['’]|vous )inscrire|annuler|renouveler|adh[eé]rer|payer"
    r"|buchen|bestellen|melden|anmelden|abmelden|k[uü]ndigen|beantragen|reservieren|verl[aä]ngern|stornieren)"
)
_WRITTEN: Final = (
    r"(?:forms?|places?|cop(?:y|ies)|leaflet|brochure|pack|booklet|slot|visit|quote|estimate|time|date|seat|spot|refund"
    r"|card|one|kit|list|waiting list|details|information|info|appointment|replacement|reading|yours|claim|report)"
)
_OF_IT: Final = (
    r"(?:(?:about |for )?(?:it|one|them|this|that|these|some|more|yours|both|either)"
    r"|(?:for )?(?:an?|the|your|another|our|more|some) (?:(?:application|booking|claim|free|new|large[- ]print) )?"
    rf"{_WRITTEN}|(?:einen )?termin|einen|eine|eins|ihn|cita|plaza|turno|une place|(?:un )?rendez-vous)"
)
_LEADING: Final = r"(?:please |simply |just |now |to |and |then )*"
_BARE: Final = re.compile(
    rf"{_LEADING}(?:{_VERBS}(?: or {_VERBS})?(?: {_OF_IT})?"
    r"|(?:an? |the )?(?:(?:application|claim) )?(?:forms?|leaflet|brochure|quote|bookings?|enquiries|appointments?))"
    r"(?: (?:now|today|here|online|with us|in advance|early|yourself))*[ .,;:!?]*",
    re.IGNORECASE,
)
_LEADS: Final = re.compile(rf"^{_LEADING}|[ .,;:!?]+$", re.IGNORECASE)
_OF_LINE: Final = re.compile(
    r"\b(?:numbers?|lines?|hotline|helpline|calls?|calling|menu|phones?|telephone|switchboard|contacts?|us|options?"
    r"|keys?|hours|support|customer|services?\W*$|help(?:desk)?|enquiries|staff|bookings?|steps?|directory|tel[eé]fonos?"
    r"|telefon|kontakt|contacto|everything|anything|else|others?|general"
    r"|how|what|who|why|when|where|do|does|is|are|can)\b",
    re.IGNORECASE,
)
"""A title that names the line, takes all that is left, or asks, and is no thing that somebody could book or report."""
_LONGEST_THING: Final = 6
"""Words of what is a thing by its name, and not told of in a clause."""
_LONGEST_VERB: Final = 50
_STEM: Final = 5
"""Letters by which a verb is known in another form: `booking`."""
_FAR: Final = 800
"""Letters of a paragraph behind which what its heading names is far above a key."""
_SHORT_LABEL: Final = 70
"""Letters before a key among which a label of it stands."""
_LABEL: Final = re.compile(
    r"(?:^|[.;!?|] )\W*([^\W\d][^.:;!?|\d]{2,45}?)\W{0,2}(?::| [-–—])\W*"
    r"(?:(?:please|to|and|just|simply|press|choose|select|dial|pick|option|key|number)\s+)*$",
    re.IGNORECASE,
)
"""A label of a sentence: `Room hire: to book`, `Skips - to apply`."""
_HEAD: Final = re.compile(r"([^\W\d][^.:;!?|\d]{2,45}): ")
"""The label of an item, which all of its keys are for: `Pets: press 4 to book or 5 to cancel`."""
_AIMED: Final = re.compile(
    r"(?:^|[.;!?|] )\W*([^\W\d][^.:;!?|\d]{2,45}?)\W{0,2}(?::| [-–—])\W*to ([^\W\d][^.,;:\d]{1,30}), "
    r"(?:please )?(?:press|choose|select|dial|pick|option)(?: option| key| number)?\W*$",
    re.IGNORECASE,
)
"""A label with what callers do, before the request for a key: `Skips: to apply for one, press`."""
_WANTED: Final = re.compile(
    r"^(?:i|we) (?:need|want|would like|have lost|have)(?: an?| some| the| my)? ", re.IGNORECASE
)
"""What somebody says who asks for a thing, above the answer: `I need a travel vaccination`."""
_NAME: Final = re.compile(r"[A-Z][^.:;!?,|\d]{2,45}:?")
"""A line that is a label of the one below it."""


@lru_cache(maxsize=2048)
def is_bare_verb(words: str) -> bool:
    """Whether words say what callers do, and not with what: `book`, `report it`, `ask for a form`."""
    return len(words) < _LONGEST_VERB and _BARE.fullmatch(words) is not None


class BareVerbReading(StepReading):
    """Finds for a key that only a bare verb is told of the thing that its heading, or what stands before, names."""

    headings: int | None = None
    """How many headings a document has, once that was asked."""

    def _topic(self, block: Block, each: Said, one: Sentence) -> About:
        """Give what a key is for: the thing and what callers do with it, where the words of the key tell only this."""
        about = super()._topic(block, each, one)
        label = "" if each.path or not one.start else self._run_in(block, one)
        if label and not stems_of(label) & stems_of(about.words):
            around = not about.words or (about.borrowed and about.words not in block.words[: each.start])
            own = f"{label}: {about.words[:1].lower()}{about.words[1:]}"
            return About(label if around else own, about.borrowed, about.vague)
        verb = each.topic.words if each.topic is not None and each.key not in "*#" else ""
        begun = block.words[max(each.start - _SHORT_LABEL, 0) : each.start]
        aimed = _AIMED.search(begun) if verb and not each.path else None
        if aimed is not None and is_bare_verb(aimed[2]) and clean(aimed[1]) == about.words:
            return about._replace(words=f"{about.words}: {aimed[2]}")
        if (
            not verb
            or each.path
            or not (is_bare_verb(verb) or _points_back(verb))
            or _is_name(block.words, each)
            or self.block_lists
            or self.is_menu
        ):
            return about
        thing = next(filter(_is_thing, (_WANTED.sub("", name) for name in self._things(block, each, one))), "")
        if not thing:
            return about
        verb = _LEADS.sub("", verb)
        if stems_of(thing) & stems_of(verb) and not _says(thing, verb):
            return about  # "Refunds": "check your refund"
        told = thing if _says(thing, verb) else f"{thing}: {verb[:1].lower()}{verb[1:]}"
        little = not stems_of(verb)
        return About(told, about.borrowed or little, about.vague or little)

    def _run_in(self, block: Block, one: Sentence) -> str:
        """Give the label with which a block begins that tells of one key, as the one beside it has one, too."""
        label = run_in_label(block.words, one.start) if self.is_alone and block.kind in {ITEM, PARAGRAPH} else ""
        near = (self.blocks[at] for at in (self.at - 1, self.at + 1) if label and 0 <= at < len(self.blocks))
        beside = any(run_in_label(other.words, len(other.words)) for other in near if other.kind == block.kind)
        return label if beside else ""

    def _things(self, block: Block, each: Said, one: Sentence) -> Iterator[str]:
        """Give what the question, the heading and the sentence before name; of a list, those of its own item."""
        before = block.words[: one.start]
        if each.topic is not None and not is_bare_verb(each.topic.words):
            yield subject_before(before).rstrip("?")  # what `it` stands for is named near by
        begun = block.words[: min(each.topic.start, each.start) if each.topic else each.start]
        if (labelled := _LABEL.search(begun[-_SHORT_LABEL:])) is not None:
            yield clean(labelled[1])
        if block.kind == ROW and len(block.cells) > 1:
            yield clean(block.cells[0].words)
        if block.kind == ITEM and (labelled := _HEAD.match(block.words)) is not None and each.start < _FAR:
            yield clean(labelled[1])
        if block.kind == ROW or (block.kind == ITEM and not one.start):
            return
        title = self.place.here.title  # that of a whole page may be a firm's name, which is written with capitals
        heads_all = title == self.first
        named = super()._topic(block, each._replace(topic=None), one).words
        if not (heads_all and named in title):
            yield named
        yield subject_before(before) if before.strip() else self._label_line(block)
        if not PLAIN_TITLE.match(title) and not (heads_all and self._has_headings() and title[1:] != title[1:].lower()):
            yield clean(title)

    def _has_headings(self) -> bool:
        """Whether a document has more headings than its title, which then is that of everything."""
        if self.headings is None:
            self.headings = sum(one.kind == HEADING for one in self.blocks)
        return self.headings > 1

    def _label_line(self, block: Block) -> str:
        """Give the short line right above a paragraph, which is a label of it."""
        above = self.blocks[self.at - 1] if self.at > 0 else None
        same = above is not None and above.kind == block.kind == PARAGRAPH and above.group == block.group
        return clean(above.words) if above is not None and same and _NAME.fullmatch(above.words) else ""


def _points_back(words: str) -> bool:
    """Whether words say what callers do with something that was named before: `have it reset`, `help filling it in`."""
    return len(words.split()) <= _SHORT_DEED and _POINTS.search(words)


_SHORT_DEED: Final = 7
_POINTS: Final = AnyCase(
    r"^(?!(?:you|we|they|he|she|i|it|if|is|was|reach|contact|speak|talk|call|ask|one|your|the|some|see)\b)"
    r"[^\W\d]+ (?:\w+ ){0,2}(?:it|them|one)\b(?!['’]| is| was| will| has| are| of\b| for\b)|^\w{3,12}[aei]rl[ao]s?\b"
)
"""What stands for a thing that was named before."""


def _is_thing(name: str) -> bool:
    """Whether a name is that of a thing, by which a verb is told more of."""
    short = bool(name) and len(name.split()) <= _LONGEST_THING
    return short and bool(stems_of(name)) and _OF_LINE.search(name) is None and not is_bare_verb(name)


def _is_name(text: str, each: Said) -> bool:
    """Whether a verb stands as the name of something, without `to`: `for claims`, `Rent: press 3`."""
    if each.topic is None or not _NOUN.fullmatch(each.topic.words):
        return False
    return not _TO.search(text[: each.topic.start].lower()[-_SHORT_LABEL:])


_TO: Final = re.compile(r"(?:^|\W)(?:to|and|and ask for an?|ask for an?)\W+$")
_NOUN: Final = re.compile(
    r"(?:rent|claim|report|order|hire|check|change|transfer|query|return|visit|vote|bid|track|request)s?|bookings?"
    r"|quote|leaflet|brochure|forms?|enquiries|appointments?",
    re.IGNORECASE,
)


def _says(thing: str, verb: str) -> bool:
    """Whether the name of a thing has the verb of its key, too: `Report a missed bin`."""
    first = verb.lower().split(" ")[0][:_STEM]
    return any(word.startswith(first) for word in thing.lower().split())
