"""What a document tells of keys that another one says: `The website still says "press 3 for records"`.

Whoever says so gives a key another meaning, or one that the menu lacks. The words by which it is said are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ivr.prose.block import HEADING, ROW, Block
from ivr.prose.prefilter import may_tell

_WRITTEN: Final = (
    r"(?:web ?sites?|web ?pages?|home ?page|site|page|posters?|leaflets?|flyers?|brochures?|booklets?|pamphlets?"
    r"|letters?|bills?|statements?|invoices?|cards?|signs?|notices?|handbooks?|guides?|intranet|wiki|magnets?|stickers?"
    r"|newsletters?|e-?mails?|handouts?|bulletins?|directory|manuals?|faqs?|receipts?|envelopes?|footer|sidebar|ads?)"
)
_REQUEST: Final = (
    r"[\"“”«„'‘]? ?(?![^.!?]{0,80}\?)(?=(?:please )?(?:press|choose|select|pick|hit|push|dial|call|for|to|if|option|key"
    r"|it(?:['’]s| is) option"
    r"|[^\"“”.!?;:,]{3,40}: (?:press|option)"
    r"|[^\"“”.!?;,]{3,40} (?:is|are) (?:option|key|number) [0-9]|[0-9*#](?!\d))\b)"
)
_SAYS: Final = re.compile(
    r"(?:^|(?<=[.!?;:)—–] )|(?<=, )|(?<=\bbut )|(?<=\band ))"
    r"(?:but |and |yet |also,? |note:? |ps:? )?(?:(?P<in>on|in|at) )?(?:the (?:back|front|top|bottom|foot) of )?"
    r"(?:(?:the|our|your|my|this|that|their|its) )(?!(?:old|former|previous|outdated)\b)"
    rf"(?:[\w'’-]+ ){{0,2}}{_WRITTEN}(?: (?:of|in|by|on|at|from) (?:the|our|your|my) [\w'’-]+"
    r"| [\w'’-]+)?,?"
    r"(?(in) (?:it|there|they|we|you))?,?"
    r" (?:still |also |now |even |just |only |currently |actually )*"
    r"(?:says?|reads?|tells? (?:you|us|me|people|callers|customers|patients|members|residents|everyone|them)"
    r"|asks?"
    r" (?:you|us|people|callers|customers|patients|members|residents)|claims|promises|advises)(?: that)?(?::| -)? "
    r"(?:to (?=press|choose|select|pick|hit|push|dial|call))?" + _REQUEST,
    re.IGNORECASE,
)
_ACCORDING: Final = re.compile(
    rf"(?:^|(?<=[.!?;:)—–] ))(?:according to|as per|per) (?:the|our|your|my|their) (?:[\w'’-]+ ){{0,2}}{_WRITTEN}"
    r"(?: [\w'’-]+){0,3}, (?=[^.!?;]{0,80}(?<![\d.])[0-9*#](?!\d))",
    re.IGNORECASE,
)
_STEHT: Final = re.compile(
    r"(?:^|(?<=[.!?;:)—–] ))(?:auf|in|an|laut) (?:der|dem|unserer|unserem|ihrer|ihrem) [\w-]+(?: (?:der|des) [\w-]+)? "
    r"(?:steht|hei(?:ß|ss)t es)"
    r"(?: (?:noch|aber|immer|dagegen|jetzt|auch|nach wie vor|etwas anderes|was anderes))*[,:] "
    r"(?:dass )?[\"“”«„»]?(?=[^\"“”.!?;]{0,80}(?<![\d.])[0-9*#](?!\d))"
    r"|(?:^|(?<=[.!?;:)—–] ))(?:sur|dans) (?:le|la|les|notre|votre|l['’]) ?[\w-]+(?: de (?:la )?[\w-]+)?,? "
    r"(?:on (?:lit|trouve)|il est (?:[eé]crit|indiqu[eé])|c['’]est [eé]crit|figure)(?: encore| toujours| aussi)*"
    r"(?: que)? ?:? "
    r"?[\"“”«„]? ?(?=[^\"“”.!?;]{0,80}(?<![\d.])[0-9*#](?!\d))"
    r"|(?:^|(?<=[.!?;:)—–] ))en (?:la|el|los|las|nuestra|nuestro|su) [\w-]+(?: de (?:la |el )?[\w-]+)? "
    r"(?:sigue poniendo|todav[ií]a pone|a[uú]n pone|pone|dice|se lee)(?: que)? ?:? ?[\"“”«„]? ?"
    r"(?=[^\"“”.!?;]{0,80}(?<![\d.])[0-9*#](?!\d))",
    re.IGNORECASE,
)
_QUICK: Final = (
    *(
        " say",
        " read",
        " tell",
        " ask",
        " claims",
        " promises",
        " advises",
        "ccording to",
        "er the",
        " steht ",
        "heißt es",
        "heisst es",
    ),
    *("on lit", "on trouve", "est écrit", "indiqué", " figure", " pone", " poniendo", " dice", "se lee"),
)
"""Words without one of which nothing is said by another document."""


_THINGS: Final = (
    *("page", "site", "poster", "leaflet", "flyer", "brochure", "booklet", "pamphlet", "letter", "bill", "statement"),
    *("invoice", "card", "sign", "notice", "handbook", "guide", "intranet", "wiki", "magnet", "sticker", "mail"),
    *("handout", "bulletin", "directory", "manual", "faq", "receipt", "envelope", "footer", "sidebar", "ad ", "ads "),
)
"""Words for what is written, in English, without one of which it says nothing."""
_THERE: Final = {_SAYS: "On the number above, ", _ACCORDING: "On the number above, ", _STEHT: ""}
"""What is said instead: a key that is told of in another place is none of the list that stands beside."""


def as_said(blocks: Iterable[Block]) -> list[Block]:
    """Give blocks without the words by which another document is said to tell of a key."""
    return [_as_said(one) if one.kind not in {HEADING, ROW} else one for one in blocks]


def _as_said(block: Block) -> Block:
    text = block.text
    if not may_tell(text.words) or not any(word in text.words for word in _QUICK):
        return block
    is_written = any(word in text.words.lower() for word in _THINGS)
    for pattern in (_SAYS, _ACCORDING, _STEHT) if is_written else (_STEHT,):
        for found in reversed(list(pattern.finditer(text.words))):
            text = text.put(found.start(), found.end(), _THERE[pattern])
    return block if text is block.text else block._replace(text=text)
