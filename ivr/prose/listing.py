"""Lists and tables whose numbers are keys, because what stands above them says so."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.block import ITEM, Block
from ivr.prose.listed_key import KEY, LONGEST_KEY, Listed, keys_of
from ivr.prose.tokens import folded
from ivr.prose.topic_words import clean

_CHOICE: Final = re.compile(
    rf"(?:(?:then|press|dial|and|menu|ivr|svi|options?|keys?)\s*\|\s*)?(?:(?:and )?(?:then|danach|dann|puis|ensuite"
    rf"|luego|despu[eé]s),? )?[\"'“(\[<]?(?:(?:option|opt|key|press|dtmf"
    rf"|digit|button|taste|touche|tecla|choix|opci[oó]n|choice|selection|no\.|n°|die|la|le|el"
    rf"|#)\s*[(\[]?)?(?P<keys>{KEY}(?:\s*(?:,?\s*(?:then|puis|luego|dann)|[-–>→,]|->"
    rf"|\.(?=\d))\s*{KEY}){{0,4}})[\"'”)\]>]*"
    r"(?:\s+(?:key|button))?(?!(?<=[a-z])-[a-z])\s*(?P<sep>->|=>|[-–—:=.)|→…_▸>]+|,(?= (?:wenn|si|if|cuando|for|to"
    r"|para|pour"
    r"|f[uü]r)\b)|,(?= [a-z])|\s)\s*(?P<topic>[^\s\d].*)$",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    rf"[\"“«„‚‘»]?(?P<topic>[^\W\d].{{0,120}}?)\s*(?P<sep>->|=>|:(?=\s)|[-–—=|→…>]+|\.{{2,}}|\s(?=[(\[])"
    rf"|(?<=[\"”»“«]),? (?:or|o|ou|oder) )\s*(?:(?:now |stays "
    rf"|still |remains )*(?:on )?)?(?:(?:die|der|el|la|le) )?(?:option|key|press"
    rf"|\w{{0,8}}taste|ziffer|touche|chiffre|tecla|d[ií]gito"
    rf"|opci[oó]n)?\s*[\"'“(\[]?(?P<keys>{KEY}(?:\s*(?:[->→,]|,?\s*(?:and |y |et |und )?(?:then|despu[eé]s"
    rf"|luego|puis|dann|danach)|->)\s*{KEY}){{0,4}})[\"'”)\]]*\.?(?:\s+\((?!\d\)|[^()]*(?:\b\d (?:then|is)\b"
    rf"|\bpress \d))[^()]{{0,150}}\))?\.?"
    rf"(?:,? (?:any ?time|any hour|day or night|\d{{1,2}}(?::\d\d)? ?[ap]\.?m|24|(?:right )?(?:after"
    rf"|at) the (?:greeting"
    rf"|beep|tone|first)|mon|weekdays)\b[^,;]{{0,60}})?$",
    re.IGNORECASE,
)
_SEPARATES: Final = re.compile(r"[-–—=|→…>:(\[\"”»“«]")
"""What stands before the key of such a line, sooner looked for."""
_LEAD: Final = AnyCase(
    r"\b(?:what (?:the|our) (?:phone|line|system|robot|machine) (?:asks|says|offers|tells)|press(?:ing)?|dial ?pad"
    r"|keypad|keys?|menus?|options|listen|tree|prompts?|hear|heard|choose"
    r"|choices|shortcuts|voice response|vru|selections?|select|pick|offered|touch[- ]tone|ivr|svi|announce\w*"
    r"|recording|greeting|numbers? to press"
    r"|pulse|pulsar|oprima|presione|marque|opciones|teclas?|men[uú]|escuchar[aá]|oir[aá]|elija|touches?|tapez"
    r"|appuyez|entendrez|choix|faites le|serveur vocal"
    r"|tasten?|auswahl\w*|ausw[aä]hlen|w[aä]hlen|dr[uü]cken|h[oö]ren|\w*men[uü]|\w*ansage)\b",
    re.IGNORECASE,
)
_PLAIN_LEAD: Final = AnyCase(
    r"\b(?:press(?:ing)?|keys?|menus?|(?:phone|call) tree|ivr|svi|keypad|dial ?pad|voice prompts?|prompts?|hear"
    r"|heard|numbers? to press"
    r"|touch[- ]tone|pulse|oprima|presione|marque|teclas?|men[uú]|touches?|tapez|appuyez|entendrez|tasten?"
    r"|dr[uü]cken|h[oö]r(?:en|t|st)|auswahl\w*|escuch(?:ar[aá]n?|as?|an)|oir[aá]n?|oyen?|(?:qu['’])?entend(?:re|ra|ent|ez)?"
    r"|hears|\w*men[uü]\w*|[aá]rbol de opciones|arborescence)\b",
    re.IGNORECASE,
)
_ASKED: Final = AnyCase(
    r"\b(?:make|enter|give) (?:your|a) (?:selection|choice)\b[^.:]{0,60}:$|"
    r"\b(?:two|three|four|five|six|seven|\d|these|following) (?:choices|options)"
    r"(?: (?:when|once) (?:we|you|they|someone) [^.:]{2,20}| on the (?:line|phone)| to choose from)?:$"
    r"|(?:^|[.!?] )(?:then |now |please )?(?:pick|choose|select)(?: one| from| an option| (?:a|your"
    r"|the) language.{0,30})?:$|\b(?:asked|what you need|to speak|to reach|departments?|reasons?)\b.{0,40}:$"
    r"|(?:^|[.!?:,] )(?:press|dial|push|faites(?: le)?|tapez(?: le)?|pulse|marque|oprima|presione|teclee"
    r"|dr[uü]cken sie)"
    r"\W{0,3}$"
    r"|\b(?:elij[ae]|elige|escoj[ae]|escoge|seleccion[ae]|choisissez|s[eé]lectionnez|(?:aus)?w[aä]hlen? sie"
    r"|w[aä]hlt)\b[^.:]{0,60}:$"
    r"|\b(?:recorded (?:message|voice|greeting)|recording|automated (?:voice|system|greeting))\b[^.:]{0,90}:$"
    r"|\b(?:after|behind) (?:the|your|a|choosing (?:a|your|the)|you(?:['’]ve| have)? (?:choose|chosen|pick|picked)"
    r" (?:a|your|the)) language\b[^.:]{0,40}:$"
    r"|\b(?:serveur vocal|grabaci[oó]n|locuci[oó]n|ansage|annonce|contestador)\b[^.:]{0,60}:$",
)
_CALLED: Final = re.compile(
    r"\b(?:call|ring|dial|(?:tele)?phone|line|answer\w*|ll[aá]m\w+|appel\w+|ruf\w*|anruf\w*|hotline|centralita"
    r"|standard)\b.{0,120}"
    r"\b(?:pick|choose|select|choices|options|offered|opci[oó]n\w*|propose|m[oö]glichkeiten|optionen"
    r"|auswahl)\b.{0,60}:$"
    r"|\b(?:call|dial|ring|phone) (?:the|this|our|that) (?:number|line|hotline)(?: above)?,? (?:and|then)"
    r"(?: then)?\s*:$"
    r"|\b(?:call|dial|ring|phone|ll[aá]m\w+|marque|appelez|composez|ruf\w*|w[aä]hlen)\b[^:]{0,30}\d[\d ().-]{6,}"
    r"(?:,? (?:and )?(?:then|luego|puis|dann))?\s*:$"
    r"|\b(?:call|ring|dial|phone)\b[^.:]{0,40}\d{3}[^.:]{0,90}\b(?:and|then) (?:pick|choose|select|press)"
    r"(?: from| one(?: of)?)?(?: the)?(?: following)?$",
    re.IGNORECASE,
)
_CALLED_KEY: Final = re.compile(
    r"(?:[Oo]pt(?:ion)?|OPTION|[Pp]ress|PRESS|[Kk]ey|Taste|Touche|Tecla|Opci[oó]n|Pulse"
    r"|Tapez) #?(?P<keys>[0-9*#]) (?:\| )?"
    r"(?P<topic>(?!(?:for|to|if|and|then|or|when|again|para|si|pour|f[uü]r|um|zum|zur|wenn|at|on"
    r"|in)\b)[^\W\d][^.;|]{2,100})\.?$"
)
_STEPS: Final = AnyCase(
    r"\s*(?:please\s+)?(?:call|dial|ring|phone|listen|wait|enter|press|push|hit|open|go|log|sign|visit|click|have"
    r"|hang|say|type|scroll|touch|tap|ask|choose|select|download|note|write|check|make|ignore|key in"
    r"|follow|find|confirm|pick up|stay|hold|you are|you're|insert|remove|turn|take|fill|send|bring|read|test"
    r"|verify|start|stop|post|roll|restart|escalate|notify|update|record|e-?mail|mail|peel|sign|cut|give|tell|llame"
    r"|marque|espere|introduzca|appelez|composez|attendez|rufen|warten|geben)\b",
    re.IGNORECASE,
)


_LONGEST_LINE: Final = 200
"""Letters of a line of a list; more are a paragraph that begins with a number."""
_FEWEST_LINES: Final = 3
"""Lines of a list that ends in its keys."""


def chosen(block: Block) -> Listed | None:
    """Read a line such as `1 - Billing`, or a numbered item; gives nothing where it is not written so."""
    return _chosen(block.words, block.marker if block.kind == ITEM else "")


def titled(block: Block) -> tuple[str, str]:
    """Give the key and the words of a line that may be the title of a menu: `Option 2 - Claims`, `Claims (2):`."""
    words = block.words.rstrip(" :")
    if block.marker:
        return block.marker, clean(words)
    found = _TITLED.fullmatch(words)
    if found:
        return found["key"] or "", clean(found["name"])
    behind = _TITLED_BEHIND.fullmatch(words)
    return (behind["key"], clean(behind["name"])) if behind else ("", clean(_MENU_OF.sub("", words)))


_TITLED: Final = re.compile(
    r"\W*(?:(?:under|in|inside|behind|after|sub-?menu|menu|option|opt|key|press|choice|opci[oó]n|touche|taste|tecla) )*"
    r"#?(?P<key>[0-9])\s*[-–—:.)(=→]+\s*(?P<name>[^\W\d].{1,60}?)\)?",
    re.IGNORECASE,
)
_TITLED_BEHIND: Final = re.compile(
    r"\W*(?P<name>[^\W\d].{1,60}?)(?: (?:sub-?)?menu)?,? \(?(?:(?:from|the|main|menu,?|option|key|press|after|under) )*"
    r"(?P<key>[0-9])\)?",
    re.IGNORECASE,
)
_MENU_OF: Final = re.compile(r"^(?:the )?|\s+(?:sub-?)?menu$", re.IGNORECASE)


def is_called(key: str, topic: str, title_key: str, name: str) -> bool:
    """Whether the title of a menu calls a key by what it is for, and by its digit where it names one."""
    mine, other = _words_of(topic), _words_of(name)
    same = bool(other) and (mine == other or (title_key == key and bool(set(mine) & set(other) - _LITTLE)))
    return same and title_key in {key, ""}


@lru_cache(maxsize=1024)
def _words_of(topic: str) -> list[str]:
    return _WORDS.findall(folded(topic))


_WORDS: Final = re.compile(r"[^\W_]+")
_LITTLE: Final = frozenset(("the", "a", "an", "and", "or", "of", "for", "to", "your", "with", "in", "on"))
_ARTICLE: Final = re.compile(rf"(?:(?:die|la|le|el) )?{KEY}", re.IGNORECASE)


@lru_cache(maxsize=1024)
def _chosen(words: str, marker: str) -> Listed | None:
    if marker:
        topic = _worded(clean(words))
        return Listed((str(int(marker)),), topic, 0) if topic and len(marker) < LONGEST_KEY + 1 else None
    if words[:1] == "[" and "]" not in words[:_BRACKETED]:
        return None  # "[2 - English, plays after 1]"
    found = _CHOICE.match(words)
    if found is None or _OTHER_KEY.search(found["topic"][:_LONGEST_LINE]):
        return None
    label = _LABEL.match(found["topic"]) if len(found["topic"]) > _LONGEST_LINE else None
    if label is None and len(found["topic"]) > _LONGEST_LINE:
        return None
    if THEN_LINE.match(words) and _OTHER_AIM.search(found["topic"]):
        return None  # "then 1 to book, 2 for results"
    told = label[0] if label is not None else found["topic"]
    told = _BESIDE.sub("", told) if "|" in told else told
    keys, topic = keys_of(found["keys"]), _worded(clean(_IS_FOR.sub("", _OR_SAY.sub("", told))))
    plain = _ARTICLE.match(words) or THEN_LINE.match(words)
    counts = found["keys"].isalpha() and not found["keys"].isupper() and not _AIMED.match(found["topic"])
    called_one = not found["sep"].strip() and words[:1].isalpha() and (not plain or counts)
    return Listed(keys, topic, 0) if keys and topic and not called_one else None


_LABEL: Final = re.compile(r"[^\W\d][^.!?|]{2,50}(?=\. [^\W\d])")
"""A name with which the words of a line begin that are too long for one, as they go on to tell what it is."""
_BESIDE: Final = re.compile(r"(?<=[^\W\d]{2}) \| (?![^|]*\d{3})[^|]*\d[^|]*$")
"""What a further column of a line tells in digits: hours, and no telephone number."""


def _worded(topic: str) -> str:
    """Give a name of a program as words: `tech_support` is `tech support`."""
    return topic.replace("_", " ") if _JOINED.fullmatch(topic) else topic


_JOINED: Final = re.compile(r"[a-z]\w*_\w+")
_AIMED: Final = re.compile(r"(?:for|to|if|is|are|gets|para|pour|f[uü]r|si|wenn)\b", re.IGNORECASE)
"""How words begin that a number in letters leads to, and that it does not count: `two for the bar`."""
_IS_FOR: Final = re.compile(r"^(?:is|es|est|ist) (?=[^\W\d])")
"""What says of a key that it is something, or for it: `1 is delivery`, `1 is for bills`."""
_OR_SAY: Final = re.compile(r"^or say[\s:]+", re.IGNORECASE)
_OTHER_KEY: Final = re.compile(
    r"[,;] (?:and |y |et |und )?[0-9*#] (?:is|are|gets?|goes|takes|rings?|reaches|connects|es|est|ist"
    r"|geht|f[uü]r|pour|para) ",
    re.IGNORECASE,
)
"""What tells of one more key in a line: `6 is the nurse, 7 is the bus desk`."""
_OTHER_AIM: Final = re.compile(r"[,;] (?:and |y |et |und )?[0-9*#] (?:to|for|para|pour|f[uü]r|zu[mr]?) ", re.IGNORECASE)
_BRACKETED: Final = 6
"""Letters of a key in brackets, with what may stand beside it."""


def called(words: str) -> Listed | None:
    """Read a line such as `Option 2 Report damage`, which has no mark between its key and what that is for."""
    found = _CALLED_KEY.match(words)
    topic = clean(_IS_FOR.sub("", found["topic"])) if found is not None else ""
    return Listed(keys_of(found["keys"]), topic, 0) if found is not None and topic else None


def bracketed(words: str) -> Listed | None:
    """Read a line such as `Report damage (option 2)`."""
    found = _BRACKETED_KEY.fullmatch(words)
    return Listed((found["key"],), clean(found["topic"]), 0) if found and clean(found["topic"]) else None


def pointed(words: str) -> Listed | None:
    """Read a line such as `Opt 2 → Report damage`."""
    found = _POINTED.match(words)
    return Listed(keys_of(found["keys"]), clean(found["topic"]), 0) if found and clean(found["topic"]) else None


_POINTED: Final = re.compile(
    r"(?:option|opt|key|digit|touche|taste|tecla|opci[oó]n)\.? (?P<keys>[0-9*#])"
    r"\s*(?:→|->|=>|>>|[-–—=:])\s*(?P<topic>[^\W\d].{2,100})$",
    re.IGNORECASE,
)


def called_behind(words: str) -> Listed | None:
    """Read a line such as `Card payments (1.8% fee) option 6`."""
    found = _CALLED_BEHIND.fullmatch(words)
    if found is None or _REQUEST.search(found["topic"]):
        return None
    return Listed((found["key"],), clean(found["topic"]), 0) if clean(found["topic"]) else None


_CALLED_BEHIND: Final = re.compile(
    r"(?P<topic>(?!(?:for|to|if|when|and|or|then|para|si|pour|f[uü]r|wenn)\b)[^\W\d][^:;|?!–—]{2,80}?)(?<![,>→-]) "
    r"(?:option|opt|press|key|opci[oó]n|touche|taste|tecla|choix) #?(?P<key>[0-9*#])(?: \([^()]{2,40}\))?\.?",
    re.IGNORECASE,
)
_REQUEST: Final = AnyCase(
    r"\b(?:press|option|key|call|ring|dial|choose|select|pulse|oprima|marque|llame|tapez|appelez|touche|taste|rufen)\b"
    r"|\d{3}|\. "
)
"""What no label has in it."""
_BRACKETED_KEY: Final = re.compile(
    r"(?P<topic>[^\W\d][^():;|]{2,80}?) \((?:option|opt|press|key|opci[oó]n|touche|taste|tecla"
    r"|choix) (?P<key>[0-9*#])\)\.?",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def counts_up(lines: tuple[tuple[str, str], ...], *, anywhere: bool = False) -> bool:
    """Whether lines, each with its marker, name keys in their order; `anywhere` says that any key may be the first."""
    keys = [one.keys for one in (_chosen(words, marker) for words, marker in lines) if one]
    plain = [key[0] for key in keys if len(key) == 1 and key[0].isdecimal()]
    plain = plain[:-1] if plain[-1:] == ["0"] else plain
    in_order = (
        plain == sorted(plain) and len(set(plain)) == len(plain) and len(plain) > 1 and (anywhere or plain[0] in "012")
    )
    return in_order and len(keys) == len(lines)


@lru_cache(maxsize=1024)
def counts_behind(lines: tuple[str, ...], fewest: int = _FEWEST_LINES) -> bool:
    """Whether lines end in keys that count up from 1, with 0 or a sign at most at the end: `Claims ... 1`."""
    keys = [one.keys for one in map(_chosen_behind, lines) if one]
    plain = [int(key[0]) for key in keys if len(key) == 1 and key[0].isdecimal() and key != ("0",)]
    return len(keys) == len(lines) >= fewest and plain == sorted(set(plain)) and plain[:1] == [1] and len(plain) > 1


@lru_cache(maxsize=1024)
def is_numbered(words: str) -> bool:
    """Whether a line that has no marker is written as `1 - Billing`."""
    return _chosen(words, "") is not None


@lru_cache(maxsize=1024)
def is_choice(words: str) -> bool:
    """Whether a line that has no marker is written as `1 - Billing` or `Billing ... 1`."""
    return is_numbered(words) or (len(words) < _LONGEST_LINE and _chosen_behind(words) is not None)


def chosen_behind(block: Block) -> Listed | None:
    """Read a line such as `Billing ... 1`."""
    return _chosen_behind(block.words) if len(block.words) < _LONGEST_LINE else None


@lru_cache(maxsize=1024)
def _chosen_behind(words: str) -> Listed | None:
    if not (_SEPARATES.search(words) or ".." in words):
        return None
    found = _BEHIND.match(words)
    if found is None:
        return None
    keys, topic = keys_of(found["keys"]), clean(found["topic"])
    if topic[-1:].isdigit() and found["sep"] in {"-", "–"}:
        return None  # "circuit NF-1042-7"
    if ("|" in words and any(len(key) > 1 for key in keys)) or _KEY_WITHIN.search(topic):
        return None
    return Listed(keys, topic, 0) if keys and topic else None


_KEY_WITHIN: Final = re.compile(r"(?:→|->|=>| ?=) ?[0-9*#],? (?:and |or |und |y |et )?[^\W\d]")
"""What tells of another key in what a key is for: `Balance → 1, cards → 2`."""


@lru_cache(maxsize=1024)
def is_step(words: str) -> bool:
    """Whether an item tells what to do, as the steps of a manual do."""
    return bool(_STEPS.match(words))


@lru_cache(maxsize=1024)
def leads(text: str, *, numbered: bool) -> bool:
    """Whether a text says that the numbers of the list below it are keys."""
    tail = text[-300:]
    if numbered:
        return bool(_PLAIN_LEAD.search(tail) or _ASKED.search(tail) or _CALLED.search(tail))
    return bool(_LEAD.search(tail) or _ASKED.search(tail) or _CALLED.search(tail))


THEN_LINE: Final = AnyCase(r"(?:and )?(?:then|danach|dann|puis|ensuite|luego|despu[eé]s),? (?:press )?[0-9*#]\b")
"""How a line begins with such a key."""


def has_options_below(lead: str) -> bool:
    """Whether a line that stands over a list ends in saying that it is one of options, and of nothing in particular."""
    return _OPTIONS_BELOW.search(lead) is not None


_OPTIONS_BELOW: Final = re.compile(r"(?:^|\W )(?:options|choices|opciones|choix|optionen)\s?:$", re.IGNORECASE)
