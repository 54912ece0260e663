"""How clauses of a language that tell of keys are written down: patterns of words, each with how it may go on."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_WORD: Final = r"[^ ,.;:!?()–—<>|=\"“”„«»]+"
_MOST: Final = 11
"""Words of a topic, but the last one."""
_QUOTE: Final = r"[\"“”„«»'‘’]"
OVER: Final = (
    r"(?= (?:[,.;:!?()–—|](?! º)|und|oder|et|ou|y|o|pour|para|mais|pero|aber|rund|24|tag|sur (?:le|ce)|des le"
    r"|(?:a|au) (?:ce|le|meme|premier|menu)|en (?:el|ese|este|la)|(?:auf|unter) (?:der|dieser|derselben))(?: |$)|$)"
)
"""What follows a key that ends its clause."""
BEGIN: Final = (
    r"(?:^|(?<=[,.;:!?(–—] )|(?<= und )|(?<= et )|(?<= y )|(?<=> ))(?:und |et |y )?"
    r"(?:a mi |pues |moi |chez moi |bei mir )?"
)
"""Where a clause begins."""
TO_NUMBER: Final = r"(?:[^.;:<]{0,70} )?(?:au|a|en el|en|al|a traves del|unter|uber|auf) <number> ,? ?"
"""What stands between a verb and a key behind a number: `peut être faite en agence ou au <number>, touche 2`."""
SECTION: Final = r"(?:[0-9][0-9.]* (?:\. )?)?"
"""The number of a section with which a sentence may begin."""
AWHILE: Final = r"(?: [^ ,.;:!?()0-9]+){0,4}?"
"""What may stand beside a key that is not to be pressed: `pas sur le 2 au premier menu, c'est`."""
LISTED: Final = r"(?:^|(?<=[.;,:] ))"
"""Where one begins that is a condition and its key."""


class Form(NamedTuple):
    """A pattern with the groups `key` and `topic`; with `verb`, where that belongs to the topic unless it only leads.

    `goes_on` is what may follow it, again and again: the same without its verb. `is_moved` says that it tells what a
    key was for before, too.
    """

    pattern: re.Pattern[str]
    goes_on: re.Pattern[str] | None = None
    is_moved: bool = False


class Language(NamedTuple):
    """How a language tells of keys.

    A sentence without any of `words` is not read; `reaching` are verbs that are no part of a topic, and `leading` what
    a topic does not begin with. `opens` finds a key whose menu follows, `deeper` a key of the menu behind the key
    before it; `denied` what says that a key is none now; `transport` what else goes by numbers.
    """

    words: frozenset[str]
    reaching: frozenset[str]
    leading: frozenset[str]
    forms: tuple[Form, ...]
    opens: re.Pattern[str]
    deeper: re.Pattern[str]
    denied: re.Pattern[str]
    transport: re.Pattern[str]


def key_of(before: str, names: str) -> str:
    """Give the pattern of a key: its sign or one of its names, with words that may stand before it."""
    return rf"(?:(?:{before}) ){{0,3}}(?:{_QUOTE} )?(?P<key>[0-9*#]|{names})(?: {_QUOTE})?(?= |$)"


TOPIC: Final = rf"(?P<topic>(?:{_WORD} ){{0,{_MOST}}}?{_WORD})"
"""What a key is for, in as few words as let the rest of a pattern follow."""


SUBJECT: Final = (
    rf"(?P<topic>(?:(?!(?:oder|wer|bleibt|o|ou|qui|que|quien|quienes|und|et|y|e) ){_WORD} ){{0,5}}?{_WORD})"
)
"""Those who are to press a key."""
ASIDE: Final = r"(?: \( [^()<0-9]{2,90} \))?"
"""Words in brackets behind those who are to press a key."""
ENDS: Final = r"(?= [.;!|](?: |$)|$)"
"""What follows a key that ends its sentence."""


MARKED: Final = r"(?= [.,;!](?: (?!º|ª)|$)|$)"
"""What follows a key behind a condition and a colon."""


def named_alone(no_name: str) -> str:
    """Give the pattern of a name behind a key and a comma, up to the next mark: `la 5, policía local`.

    None of `no_name` begins it, as these begin what else a sentence tells.
    """
    return rf"(?!(?:{no_name}) )(?P<topic>[a-z]{_WORD}(?: {_WORD}){{0,4}})(?= [.;!](?: |$)| ,(?: |$)|$)"


def quoted(before: str, then: str) -> re.Pattern[str]:
    """Give the pattern of a key with its name in quotes behind it: `le 2 « factures »`, `la opción 3 «averías»`."""
    return re.compile(
        rf"(?P<deeper>\b(?:{then}) )?\b(?:{before}) (?:(?:{before}) )?(?P<key>[0-9*#])(?: [,:])?"
        rf"(?: (?:desormais|maintenant|ahora|jetzt|neu))? [«„“\"] {{TOPIC}} [»“”\"](?= |$)".replace("{TOPIC}", TOPIC)
    )


def topic_to(following: str) -> str:
    """Give the pattern of what a key is for, up to a mark, a number, or what begins the next clause."""
    opening = rf"(?:(?:(?:a|au|aux|al|zu|zum|zur|vers|con|mit|para|fur|pour) )?{_QUOTE} )?"
    return rf"{opening}{TOPIC}(?= (?:[,.;:!?()–—|<=\"“”„«»]|{following})|$)"


def with_each(by: str, also: str, key: str) -> Form:
    """Give the form of a row: `con el 1 citas, con el 2 recetas y con el 3 resultados`."""
    little = r"(?:(?:la|le|les|el|los|las|die|der|das|l') )?"
    first = rf"\b{by} (?![0-9]){key} {little}"
    return Form(
        re.compile(rf"{first}{TOPIC}(?= ,? ?(?:{also} )?{by} (?:el|la|las|le|der|taste|tecla|touche) )"),
        re.compile(rf" ?,? ?(?:{also} )?{first}{TOPIC}(?= (?:[.,;:!?()]|{also} {by})|$)"),
    )
