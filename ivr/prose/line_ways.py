"""Ways to tell of a key with the line that it is on, or with what it has of its own, put as requests.

`bookings (3 on the parish phone)`, `the print unit has its own key: 4`, `start with 1`, `0 and you land on billing`.
"""

from __future__ import annotations

import re
from typing import Final

from ivr.prose.telling_ways import KEY

_OF_LINE: Final = r"(?:phone|telephone|(?:hot|help)?line|number|switchboard)"

LINE_WAYS: Final[tuple[tuple[tuple[str, ...], re.Pattern[str], str], ...]] = (
    (
        (" on ",),
        re.compile(
            rf"(?P<mark>\(|, |; | [–—-] |(?<=\bthat['’]s) |(?<=\bit['’]s) )(?:(?:option|key|number) )?(?P<key>{KEY})"
            rf"(?= on (?:the|our|its|their) (?:[\w'’-]+ ){{0,2}}{_OF_LINE}\b(?! \d))",
            re.IGNORECASE,
        ),
        r"\g<mark>press \g<key>",
    ),
    (
        ("wn key", "wn option", "wn number", "wn choice"),
        re.compile(
            rf",? (?:has|have|got|with) (?:its|their|an?) own (?:key|option|number|choice)(?: on [^.;:\d]{{3,30}})?"
            rf"(?::|,| –| —| -) ?(?=(?:option |key |press )?{KEY}(?:[.,;)]|$))",
            re.IGNORECASE,
        ),
        ": press ",
    ),
    (
        (" between each", " between them", " between the keys", " between keys", " after each"),
        re.compile(
            r"(?<=[0-9*#]),? (?:with|leaving|waiting) (?:about |roughly |at least )?(?:a|one|half a|two) "
            r"(?:short |brief )?(?:seconds?|pause|beat|moment) "
            r"(?:between|after) (?:each|them|the keys|keys|each key|each one)\b,?",
            re.IGNORECASE,
        ),
        "",
    ),
    (
        (" land", " end up", " arrive"),
        re.compile(
            r"(?<=[0-9*#]),? and (?:then )?you(?:['’]ll| will)? (?:land|end up|arrive) (?:on|at|with|in|up at) "
            r"(?:the |a |an )?(?:actual |real |right )?(?=[^\W\d])",
            re.IGNORECASE,
        ),
        " for ",
    ),
    (
        ("tart with ", "egin with "),
        re.compile(rf"\b(?:start|begin) with (?:option |key )?(?={KEY}(?: as | for |,))", re.IGNORECASE),
        "press ",
    ),
    (
        ("that's", "that’s", "that is", "that will", "that'll"),
        re.compile(
            rf"(?P<aim>\b(?:for|about|calling for) [^.,;:?\d]{{3,50}}), that(?:['’]s| is| will be|['’]ll be) "
            rf"(?:option |key |number )?(?P<key>{KEY})"
            r"(?:(?P<end>[.;])|(?: [–—-] |, )(?=(?:the|our|we|they|it|but|and)\b))",
            re.IGNORECASE,
        ),
        r"\g<aim>, press \g<key>. ",
    ),
    (
        ("ou've ", "ou’ve ", "ou have ", "ou choose ", "ou pick ", "ou select "),
        re.compile(
            r"\b(?:once|after|when) you(?:['’]ve| have)? (?:chosen|picked|selected|choose|pick|select) "
            rf"(?P<what>[^\d.,;:()]{{3,30}}) (?:with|by|using|on) (?:pressing |option |key )?(?P<key>{KEY})(?=,| \()",
            re.IGNORECASE,
        ),
        r"After pressing \g<key> for \g<what>",
    ),
    (
        ("ou press 1 for", "ou press 2 for", "ou pressed 1 for", "ou pressed 2 for"),
        re.compile(
            r"\b(?:once|after|when) you(?:['’]ve| have)? press(?:ed)? (?P<key>[12]) for "
            r"(?P<what>[A-Z][^\d.,;:()]{2,15})(?=,)",
            re.IGNORECASE,
        ),
        r"After pressing \g<key> for \g<what>",
    ),
    (
        ("these are ", "here are "),
        re.compile(r"(?<=[^\W\d]), (?:these|here) are (?:the|your) (?:\w+ )?(?:choices|options)(?=:)", re.IGNORECASE),
        ", you have these choices",
    ),
    (
        (" is for ",),
        re.compile(
            rf"(?P<lead>\b(?:called|rang|phoned|dialled|dialed|tried)\b[^.?!;]{{0,60}}, )(?P<key>{KEY}) is (?=for )",
            re.IGNORECASE,
        ),
        r"\g<lead>press \g<key> ",
    ),
    (
        ("then just ", "then simply "),
        re.compile(rf",? (?:and )?then (?:just|simply) (?={KEY}(?:[.,;]|$| (?:for|to)\b))", re.IGNORECASE),
        ", then press ",
    ),
)
"""Each way with words one of which it has in it, and its plain request."""
