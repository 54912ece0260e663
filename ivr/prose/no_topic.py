"""What is told of a key that is not what it is for: its hours, a price, how it is, who else is behind it."""

from __future__ import annotations

import re
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.grammar import Said
from ivr.prose.item_signs import is_amount, is_setting
from ivr.prose.keys import STRONGLY

PRICE: Final = re.compile(r"[$€£] ?\d|\d[.,]\d\d (?:an?|per|each|apiece)\b(?!\.m)|\d ?(?:€|euros?\b)")
"""What options cost that are no keys."""
_TIMES_BEHIND: Final = re.compile(
    r"[^:]{1,12}:(?!\d\d)\s*(?:de |from |von |du )?(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mi[eé]|jue|vie|s[aá]b|dom"
    r"|mer|jeu|ven|sam|dim|die|mit|don|fre|son|\d)",
    re.IGNORECASE,
)
"""Hours that are told of a key, and not what it is for."""
_HOW_IT_IS: Final = AnyCase(
    r"(?:(?:then|always|usually|normally) )?(?:has \d|rolls? over|staffed|open|available"
    r"|already (?:live|active|there|in (?:place|use)|working)"
    r"|(?:costs?|cuesta|kostet|co[uû]te) [$€£]? ?\d+|closed|busy|fine|working|worked|works|not"
    r"|down|broken|answered|ok|right|wrong"
    r"|(?:missing|lost)$|still(?: (?:there|works?|working|fine|the same|open|down|up|missing|lost|out|broken)|$"
    r"|[.,;])|only available)\b"
)
"""How a key is said to be, and not what it is for."""
_ASKED: Final = AnyCase(r"(?:(?:\w{2,15}en sie )?bitte|please (?!help|call|stop)) ")
"""What callers are asked to do behind a key."""
_PREPARED: Final = AnyCase(
    r"(?:munissez|pr[eé]parez|ayez)\b|(?:please )?(?:have|keep|get) (?:your|the|a|it|them)\b[^.;]{0,40}\b(?:ready"
    r"|to hand"
    r"|handy|at hand)\b|(?:tenga|ten) (?:a mano|list|preparad)|halten sie\b[^.;]{0,40}\bbereit\b"
)
"""What callers should have to hand."""
_SEVERAL: Final = re.compile(
    r"[0-9](?:(?:, ?| ?[-–] ?| (?:and|to|or|&|y|et|und) )[0-9])+"
    r"\)? (?:is|are|opens?|closes?|works?|runs?|shuts?|has|have|est|sont|ist|sind|es|son) ",
    re.IGNORECASE,
)
"""Several keys at once of which it is told when they are answered: `The office (keys 3 and 4) is open`."""
_KEYS: Final = ("keys ", "options ", "choices ", "opciones ", "teclas ", "touches ", "tasten ")


_SCORE: Final = re.compile(r"\d+ (?:(?:to|[-–]) \d+|and (?:up|over|more|above))$|.{0,40}\b\d+ .{0,20}\bvoted$")
"""How many points somebody has, or how many voted: `13 and up: option 3`."""


_NEAR: Final = 120
_SILENT: Final = AnyCase(
    r"\b(?:(?:wer|wenn|falls|sofern) (?:(?:sie|man|du|ihr|der anrufer|jemand) )?(?:nichts|keine (?:taste"
    r"|auswahl|eingabe))"
    r"|ohne (?:eingabe|auswahl|tastendruck|reaktion)|bei ausbleibender (?:eingabe|auswahl)"
    r"|(?:si|quand|lorsque?) (?:vous|tu|on|l['’]appelant|le client)? ?(?:ne |n['’])\w+ (?:rien|aucun\w*)"
    r"|sans (?:choix|saisie|r[eé]ponse|action)|(?:si|quien|cuando) (?:usted |el cliente )?no \w+ (?:nada|ning[uú]n\w*)"
    r"|(?:callers|people|those) who (?:press|choose|enter) nothing|(?:press(?:es)?|do(?:es)?|choos\w+) nothing"
    r"|no (?:key|selection|choice) (?:is )?(?:pressed|made))\b[^.!?;]*$"
)
"""What is said before a key to which those are put through who press none."""


def names_several(text: str, each: Said) -> bool:
    """Whether several keys are named together to tell how they are, and not what each is for."""
    called = next((len(word) for word in _KEYS if text[each.start :].lower().startswith(word)), 0)
    before = text[: each.start][-len(max(_KEYS, key=len)) :].lower().endswith(_KEYS)
    return (called > 0 or before) and _SEVERAL.match(text, each.start + called) is not None


_LETTER: Final = re.compile(
    r"(?<![\w'’])[A-Z] (?:is|es|est|ist) (?:on |en |sur |auf )?(?:the |la |le |el |die |der )?(?:number |key )?$"
)
"""What tells on which key a letter stands."""
_SHORTLY: Final = 24


def says_no_topic(text: str, each: Said) -> bool:
    """Whether what is told of a key is not what it is for: hours, how the key is, or where those go who press none."""
    if each.how != STRONGLY and _SILENT.search(text[max(each.start - _NEAR, 0) : each.start]):
        return True
    if _LETTER.search(text, max(each.start - _SHORTLY, 0), each.start):
        return True  # "enter the code (R is the 7 key)"
    if each.topic is None:
        return bool(_TIMES_BEHIND.match(text, each.start))
    of_label = each.topic.how == "label" and is_setting(each.topic.words)
    of_label = of_label or _is_part_of_day(text, each)  # "Days: call 555-0100 and press 0"
    of_label = of_label or _PREPARED.match(each.topic.words)
    if of_label or PRICE.match(each.topic.words) or is_amount(each.topic.words) or _SCORE.match(each.topic.words):
        return True
    is_behind = each.topic.start > each.start
    if is_behind and _ASKED.match(each.topic.words):
        return True  # "Bei der 1 sprechen Sie bitte Ihren Namen"
    return is_behind and each.topic.how in {"lead", "loose"} and _HOW_IT_IS.match(each.topic.words)


def _is_part_of_day(text: str, each: Said) -> bool:
    """Whether the label before a key says nothing but for which part of the day or week it holds."""
    topic = each.topic
    if topic is None or topic.start > each.start or not _PART_OF_DAY.fullmatch(topic.words.strip(" :.-–—")):
        return False
    return text.startswith(":", topic.start + len(topic.words))


_PART_OF_DAY: Final = AnyCase(
    r"(?:(?:week)?days?|nights?|evenings?|weekends?|daytime|night-?time|after[- ]hours|out of hours|and"
    r"|&|/|jours?|nuits?|la|el|le|los|der|de|d[ií]as?|noches?|fines? de semana"
    r"|tags?(?:[uü]ber)?|nachts?|wochenenden?|am|und|y|et| )+"
)


def is_but_a_menu(topic: str) -> bool:
    """Whether all that is told of a key is that other keys are behind it: `has its own menu`, `another list`."""
    return " " in topic and _BUT_A_MENU.fullmatch(topic)


_BUT_A_MENU: Final = AnyCase(
    r"(?:(?:is|has been) )?(?:split|divided)\b.*|(?:(?:now|also|then) )?(?:(?:has|have|hear|get|opens?|gives you"
    r"|leads to|brings up|there(?:['’]s| is| are)) )?"
    r"(?:an?|another|its own|their own|one more|two|three|four|some|un|une|otro|segundo|ein|noch ein)? ?"
    r"(?:second|further|next|short|more|other|new|own|autre|nouveau|weiteres|eigenes)? ?"
    r"(?:menus?|sub-?menus?|lists?|set of (?:choices|options)|choices|options|question|men[uú]s?|sous-menu|men[uü]"
    r"|untermen[uü])(?: of (?:choices|options|its own|their own))?(?: (?:below|behind|under) it)?"
)
