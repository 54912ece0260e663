"""How much speaks for the numbers of a list, or of a column, being keys of a phone menu: points for and against."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.listed_key import keys_of
from ivr.prose.meaning import is_of_lines

_LAST_DIGIT: Final = "9"
"""The last of the digits; a menu of few keys that has it skips some, as menus do and other lists do not."""
_LONG_TOPIC: Final = 9
"""Words of an item that is a sentence rather than a topic."""
_CALLING: Final = AnyCase(
    r"\b(?:call(?:s|ed|ing|ers?)?|ring(?:s|ing)?|phone|telephone|dial(?:s|ling|ing)?|hot ?line|help ?line|robot"
    r"|hears?|heard|voice|machine|recording|recorded|greets?|greeting|answers?|answered|asks?|asked|offers?|offered"
    r"|choices?|keypad|buttons?|touch(?:es)?|push(?:es)?|depress|hit|key|keying|figures?|digits?|prompt(?:s|ed)?"
    r"|system|tree|switchboard|attendant|call flow|dtmf|tones?"
    r"|llam\w+|marc\w+|escuch\w+|oir[aá]|contest\w+|grabaci[oó]n|locuci[oó]n|appel\w*|entend\w+|r[eé]pond\w*"
    r"|serveur|annonce|standard|choix|anruf\w*|ansage\w*|h[oö]r\w+|w[aä]hl\w+|telefon\w*|ziffern?|taste\w*)\b"
)
"""What is said over a list of keys, of the call or of what answers it."""


def of_keys(ways: Sequence[tuple[str, ...]]) -> int:
    """Give the points for how keys follow each other: up from 1, with 0 or a sign, or with gaps."""
    keys = [way[0] for way in ways]
    digits = [int(key) for key in keys if key.isdecimal() and key != "0"]
    rises = digits == sorted(digits)
    weight = int(digits[:1] == [1] and rises)
    weight += 2 * (not {"0", "*", "#"}.isdisjoint(keys)) + (keys[-1:] == [_LAST_DIGIT] and len(keys) < int(_LAST_DIGIT))
    weight += rises and any(later - one > 1 for one, later in pairwise(digits))
    return weight + 2 * any(len(way) > 1 for way in ways)


def skips(ways: Sequence[tuple[str, ...]]) -> bool:
    """Whether keys do not merely count up, as the items of any list do: one is 0 or a sign, or some are left out."""
    keys = [way[0] for way in ways]
    return any(not key.isdecimal() or key == "0" for key in keys) or any(
        int(later) - int(one) > 1 for one, later in pairwise(keys)
    )


def of_topics(topics: Sequence[str]) -> int:
    """Give a point where most of what stands beside the keys is what people call lines for."""
    return int(2 * sum(map(is_of_lines, topics)) >= len(topics))


_BEHIND_ARROW: Final = re.compile(r" (?:->|→|=>|-|–|—) .*")
"""What stands behind a topic: where its callers are sent, or a remark."""


def against_topics(topics: Sequence[str]) -> int:
    """Give the points lost where there are sentences and exclamations beside the keys."""
    return -2 * sum(one.rstrip().endswith("!") for one in topics) - sum(
        len(_BEHIND_ARROW.sub("", one).split()) > _LONG_TOPIC for one in topics
    )


def tells_of_call(words: str) -> bool:
    """Whether words tell of a call or of what answers it."""
    return _CALLING.search(words)


def is_read_out(lead: str) -> bool:
    """Whether the line over a list says that what answers a call offers what stands in it."""
    return re.search(r"[:…]\W*$|\.\.\.\W*$", lead) is not None and _READ_OUT.search(lead)


_READ_OUT: Final = AnyCase(
    r"\b(?:robot|computer|recording|voice|machine|system|greeting|message|phone|line|menu|gadget|contraption)\b[^.:]{0,25}\b(?:asks?|offers?|reads?|lists?|gives?|says?|plays?|runs?|goes|recites?|tells?|wants?)\b[^.]*$"
    r"|\b(?:choices|picks|options|selections|prompts|questions)\b(?: (?:are|were|go|run))?[^.:]{0,30}:\W*$"
    r"|\b(?:everybody|everyone|callers?|you) (?:then )?(?:gets?|hears?|(?:is|are) (?:given|offered|asked))\b[^.]*$"
)


def of_lead(lead: str) -> int:
    """Give the points for the line over a list: that it tells of a call or of what answers it, and ends in a colon.

    What says in so many words that a call is answered there needs no colon.
    """
    opens = _CALLING.search(lead) and re.search(r"[:…]\W*$|\.\.\.\W*$", lead) is not None
    return 2 * max(opens, _ANSWERING.search(lead))


_ANSWERING: Final = AnyCase(
    r"\b(?:(?:when|if|once) (?:you|people|they|callers|patients|customers|parents) (?:call|ring|phone|dial)\b"
    r"|auto[- ]?attendant|phone tree|ivr|call flow|(?:get|reach) the machine"
    r"|(?:day|night|weekend|after[- ]hours|closed|holiday) (?:menu|greeting|attendant)"
    r"|cuando (?:llam\w+|nos llam\w+)|quand (?:vous|on) appel\w+|wenn (?:sie|man) anruf\w+)\b"
)


_FEWEST_ROWS: Final = 3
"""Rows of a table that has a column of keys."""
_RANGE: Final = re.compile(r"\d ?[-–] ?\d")
"""Hours, as a table of branches has them: `8–7`."""
_COUNTED: Final = AnyCase(
    r"\b(?:extensi[oó]n(?:es)?|durchwahl|nebenstelle|poste|interno|anexo|steps?|stages?|levels?|days?|weeks?|nights?|tiers?|zones?|rank|qty|quantity|people|persons?|doses?|priority"
    r"|grades?|score|class|size|rooms?|floors?|ext(?:ension)?s?\.?|price|cost|fee|hours?|minutes?|seconds?|routes?"
    r"|bus|platform|gate|bay|version|page|ports?|groups?|seats?|age|years?|months?|points?|votes?|stars?|speed"
    r"|tonnes?|days?|copies)\b"
)
"""The heading of a column that counts something, or numbers it."""


def counts_other(head: str) -> bool:
    """Whether the heading of a column says that it counts something, and has no keys."""
    return _COUNTED.search(head)


def lists_offices(head: Sequence[str]) -> bool:
    """Whether a table is one of rooms or extensions, by any of its headings."""
    return any(map(_OFFICES.search, head))


_OFFICES: Final = AnyCase(
    r"\b(?:ext(?:n|ensions?|ensi[oó]n(?:es)?)?|rooms?|floors?|desks?|windows?|piso|planta|sala|ventanilla|mesa|interno|anexo|[eé]tage"
    r"|bureau|poste|salle|guichet|etage|stock|raum|zimmer|schalter|nebenstelle|durchwahl|dw)\b"
)


@lru_cache(maxsize=64)
def column_of_keys(rows: tuple[tuple[str, ...], ...]) -> int | None:
    """Give the column of a table that has another key in every row, but for one that may have none."""
    for column in range(min(map(len, rows), default=0)):
        cells = [() if _RANGE.search(row[column]) else keys_of(row[column]) for row in rows]
        ways = [way for way in cells if way and len(way[-1]) == 1]
        missing = len(rows) - len(ways)
        if len(ways) >= _FEWEST_ROWS and missing <= (len(rows) > _FEWEST_ROWS) and len(set(ways)) == len(ways):
            return column
    return None
