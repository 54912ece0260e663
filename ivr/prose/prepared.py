"""What is put right in plain text before its lines are read: comments, leaders, trees, boxes, names in a chat."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from ivr.prose.data_menus import with_data_as_lists
from ivr.prose.diagrams import with_diagrams_as_lists
from ivr.prose.dialplan import as_menus
from ivr.prose.line_marks import MESSAGE, SKIPPED
from ivr.prose.line_search import all_in, found_beside, found_in, put, put_beside
from ivr.prose.nested_lines import with_marks_as_indents, with_nested_lines, with_rows_below_requests
from ivr.prose.section_numbers import with_outline_as_ways, without_chapter_numbers, without_section_numbers
from ivr.prose.tagged_menus import with_tags_as_lists
from ivr.prose.words import NAMES

_BREAK_IN_ROW: Final = re.compile(r"(?<=[^\s|])[ \t]{0,9}<br ?/?>[ \t]{0,9}(?=[^\s|][^\n]{0,300}\|)")
"""A break within a cell of a table."""
_SET_IN_CELL: Final = re.compile(r"(?<=\|)[ \t]{0,20}(?:&(?:nbsp|emsp|ensp);[ \t]{0,3}){1,12}(?=[0-9*#][ \t]*\|)")
"""Blanks that set a key in, in the cell of a table."""
_BLANKS: Final = re.compile(r"^[ \t]*(?:&nbsp;[ \t]*)+", re.MULTILINE)
"""How somebody indents a line in Markdown."""
_DOTTED: Final = re.compile(r"^[ \t]*\d{1,2}\.?\d", re.MULTILINE)
"""The number of a paragraph."""
_STRUCK: Final = re.compile(r"~~[^~\n]{0,2000}~~|<(del|s|strike)\b[^<>]{0,200}>[^<]{0,2000}</\1>", re.IGNORECASE)
_DOTS: Final = re.compile(r"[ \t]*(?:\.[ \t]?){4,60}[ \t]*(?=\S)")
"""What leads from a word to its number, in a directory."""
_CITED: Final = re.compile(r"^[ \t]{0,8}(?:>[ \t]?)+(?=\S)", re.MULTILINE)
"""The marks of lines that are cited."""
_SHORT_DOTS: Final = re.compile(
    r"(?<![. \t])(?:[ \t]*\.{3}[ \t]*|[ \t]+\.{1,2}[ \t]+)(?=(?:press|option|key|dial|choose)\b|[\d*#][ \t]*$)",
    re.MULTILINE | re.IGNORECASE,
)
"""Fewer such dots, before a key at the end of a line: one or two are left where a line is long."""
_POINTED: Final = re.compile(r"^([ \t]*(?:press|option|key) [\d*#]) [·•] (?=\w)", re.IGNORECASE | re.MULTILINE)
_SPOKEN: Final = re.compile(
    r"^[ \t]*(?:Bot|Agent(?: \d+)?|Voice|System|IVR|VO|V/O|Announcer|Narrator|You|Customer|Caller|Operator|Rep"
    r"|Recording):[ \t]+(?=\S)",
    re.MULTILINE,
)
"""Who says a line of a conversation."""
_EDGE: Final = re.compile(
    r"^([ \t|]*)(?:\|? ?\+|(?<=\|)|[`\\])-+ ?[(\[]?([\d*#])[)\]]? ?-+(?:> ?| (?=[^\W\d]))", re.MULTILINE
)
"""A branch of a tree that has its key on it."""
_LED: Final = re.compile(r"^([ \t]*[\d*#])[ \t]*(?:\.[ \t]?){3,60}[ \t]*(?=[^\W\d])", re.MULTILINE)
"""What leads from the key at the beginning of a line to what it is for."""
_BEGUN_LATE: Final = re.compile(r"([\"“])\.{3} ?(?=[^\W\d])")
"""What is left out at the beginning of words that are quoted: `"...to refill a prescription" .... 3`."""
_ANGLED: Final = re.compile(r"<([0-9*#])>")
"""A key in the brackets of tags: `<1> delayed bag   <2> damaged bag`."""
_NAMED_IN_QUOTES: Final = re.compile(
    r"^([ \t]*(?:[-*•–] )?)[«„] ?([^\W\d]{2,9}) ?[»“][,:]?[ \t]+(?=[^\W\d])", re.MULTILINE
)
"""The name of a key in quotation marks at the beginning of a line: `«uno», para averías`."""
_KEY_IN_BOX: Final = re.compile(r"^([ \t]*)\[([\d*#])\][ \t]+(?=[^\W\d])", re.MULTILINE)
"""A key in square brackets at the beginning of a line."""


_LED_BY_NAME: Final = re.compile(
    r"^([ \t]*)(?:(?:press|option|key|dial|pulse|marque|oprima|tapez|faites(?: le)?|taste|touche|tecla) )?"
    r"([\d*#]|[^\W\d]{2,11})[ \t]*(?:\.[ \t]?){2,60}[ \t]*(?=[^\W\d])",
    re.MULTILINE | re.IGNORECASE,
)
"""The same where the key has a request or a name: `press one .... new patients`, `star ... start over`."""
_BOXED: Final = re.compile(r"^([ \t]*)(?:[-*] )?\[[ x]\] ", re.MULTILINE)
"""The marks of a list of things to do."""
_TO_TICK: Final = re.compile(
    r"[ \t]*\[[ xX]?\][ \t]*(?:pass(?:ed)?|ok|yes|y|done|ja|s[ií]|oui|bestanden)\b[ \t]*"
    r"(?:\[[ xX]?\][ \t]*(?:fail(?:ed)?|no|nok|not ok|n|nein|non)\b[ \t]*)?$",
    re.MULTILINE | re.IGNORECASE,
)
"""Boxes behind a line of a test, in which its outcome is marked."""
_SAID_BY: Final = re.compile(
    r"^[ \t]*(?:\[(?:\d[\d/. -]{3,11},? )?\d{1,2}:\d\d(?::\d\d)?(?:[ \u202f]?[ap]\.?m\.?)?\]"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d\d(?:[ \u202f]?[ap]\.?m\.?)? [-–]) ?[\w .()'-]{2,30}:[ \t]+",
    re.MULTILINE | re.IGNORECASE,
)
_CALLED: Final = re.compile(
    r"^[ \t]*\[?\d{1,2}:\d\d(?::\d\d)?\]?[ \t]+(?:(?:IVR|SYSTEM|SYS|PROMPT|VOICE|AUTO|CALLER|ME|US|TESTER|AGENT"
    r"|REP)\b:?[ \t]*)(?=\S)",
    re.MULTILINE,
)
"""When a line of a call was said, and by whom."""
_FEWEST_SAID: Final = 3
"""Who says what in a chat; so many lines of it make one."""
_TO_QUEUE: Final = re.compile(r"(?<=\w)[ \t]{2,40}-> ?\w*[A-Z0-9_]\w*[ \t]*$", re.MULTILINE)
"""The queue or extension to which an exchange sends a key's callers, behind what the key is for."""
_LEAD: Final = re.compile(r"\b((?:press|option|key|dial|tecla|touche|taste) ?[\d*#]) ?\.{3} (?=\w)", re.IGNORECASE)
"""What leads from a key to what it is for."""
_LONG_ARROW: Final = re.compile(r"(?<=\s)(?:-{2,6}|={2,6})>(?=\s)")
"""An arrow that is drawn with more signs than it needs."""
_BOXES: Final = re.compile(r"^[ \t│|]{0,40}(?:[├└╰┣┗]|[|+`\\]-{1,4} |\\_ )", re.MULTILINE)
_TREE: Final = re.compile(r"^([ \t\xa0│|┃]{0,40})(?:[├└╰┣┗][─━-]{0,4}|[|+`\\]-{1,4}(?= )|\\_)[ \t\xa0]*", re.MULTILINE)
"""The branches of a tree that is drawn with lines."""
_RAILS: Final = re.compile(r"^[ \t\xa0]*[|│┃](?:[ \t\xa0]*[|│┃])*[ \t\xa0]*$", re.MULTILINE)
"""Lines of a tree that only lead from a branch to the next one."""
_RAIL: Final = re.compile(r"^[ \t\xa0]*[|│┃](?:[ \t\xa0]*[|│┃]){0,5}(?=[ \t\xa0]{3,}[^|│┃\n]+$)", re.MULTILINE)
"""What leads past a line of text that stands within a branch."""
_KEY_WITHIN: Final = re.compile(
    r"^([ \t\xa0]{2,})([\d*#])(?:[ \t]?(?:\.[ \t]?){2,60}|([ \t]?(?:[.:)=]|[–—-]{1,2}>?)[ \t]+|[ \t]+))(?=[^\W\d]{2})",
    re.MULTILINE,
)
"""A key at the beginning of a line within a branch, which is a branch of its own though none is drawn to it."""
_DRAWN: Final = re.compile(r"[┬┼┴╦╬╩]")
_LINES_DRAWN: Final = str.maketrans(
    {**dict.fromkeys("│║", "|"), **dict.fromkeys("─═", "-"), **dict.fromkeys("┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝", "+")}
)
"""The lines of a table that is drawn with them, as plain signs."""
_REMARKED: Final = re.compile(
    r"^([ \t]*(?:- )?[\"']?[\w*#-]+[\"']?:[ \t]+(?:\w*[^\W\d]\w*|[\"'][^\"'\n]{1,80}[\"']))[ \t]+# [^\n]*$",
    re.MULTILINE,
)
"""A remark behind a value in the text of a program: `1: sales  # rings the front desk`."""
_BORDERS: Final = re.compile(r"^([ \t]*)[|│║] ?([^|│║\n]{0,200})[|│║][ \t]*$", re.MULTILINE)
"""A line of a box that is drawn around text."""


def lines_of(text: str, *, markdown: bool) -> tuple[list[str], bool]:
    """Give the lines of a text, and whether a tree is drawn in it; no line is lost: they keep their numbers."""
    text = _plainly(_without_comments(text) if "<!--" in text else text)
    text = with_tags_as_lists(with_data_as_lists(with_diagrams_as_lists(as_menus(text))))
    text = put_beside(("# ",), _REMARKED, r"\1", text)
    text = put_beside(("sp;",), _SET_IN_CELL, " → ", text)
    text = (
        _BLANKS.sub(lambda found: " " * found[0].count(";"), text).replace("&nbsp;", " ") if "&nbsp;" in text else text
    )
    text = put_beside(("<br",), _BREAK_IN_ROW, "; ", text) if markdown else text
    text = put(_STRUCK, "", text) if "~~" in text or "</" in text else text
    text = with_marks_as_indents(text)
    text = put(_CITED, "", text) if ">" in text else text
    text = with_outline_as_ways(without_section_numbers(text, MESSAGE)) if found_in(text, _DOTTED) else text
    text = put(_LED_BY_NAME, _with_digit, text) if ".." in text and found_in(text, _LED_BY_NAME, 2) else text
    text = put(_LED, r"\1 - ", text) if "..." in text or ". ." in text else text
    text = put_beside(("...", " .", "\t."), _SHORT_DOTS, ": ", text)
    text = put(_POINTED, r"\1: ", text) if "·" in text or "•" in text else text
    text = put(_SPOKEN, MESSAGE, text) if found_in(text, _SPOKEN, _FEWEST_SAID) else text
    text = _with_branches(text) if "-->" in text or "+-" in text or "|-" in text else text
    text = put_beside(("-->", "==>"), _LONG_ARROW, "->", text)
    text = put_beside(("..", ". .", ".\t."), _DOTS, ": ", text)
    text = put(_ROUTED, r"\1", text) if "= " in text else text
    text = put(_RUNG, r"\1\2", text) if "(" in text else text
    text = put(_WIDE_ARROW, r"\1 \2 ", text) if "->" in text or "→" in text or "=>" in text else text
    text = put(_SENT, r"\1", text) if ">" in text or "→" in text else text
    text = with_nested_lines(text)
    text = put_beside(("(",), _WAS, "", text) if "(was " in text or "(new)" in text else text
    text = put(_CODED, r"\1\2: ", text) if found_in(text, _CODED, 2) else text
    text = put(_TARGETED, r"\1\2 - \3", text) if '"' in text or "“" in text else text
    text = (
        put(_MAPPED, r"\1\2: \3.", put(_MAPPED_OUT, "", text))
        if "label" in text or "name:" in text or "prompt" in text
        else text
    )
    text = put(_KEYED, rf"\1- \2: \3\n{SKIPPED}", text) if "- " in text else text
    text = _lettered(text) if found_in(text, _FIRST_LETTER) else text
    text = put(_STARRED, _nested, text) if "\n** " in text and "* " in text else text
    text = _without_nicknames(text) if text.count(": ") >= _FEWEST_SAID else text
    text = put(_KEY_IN_BOX, r"\1\2: ", text) if "[1]" in text else text
    text = put_beside(("[ ]", "[x]", "[X]", "[]"), _TO_TICK, "", text)
    text = put(_BOXED, r"\1- ", text) if "[ ]" in text or "[x]" in text else text
    text = put(_POSTED, "", text) if found_beside(_BESIDE_NAME, _POSTED, text, 2) else text
    text = put(_CALLED, MESSAGE, text) if found_in(text, _CALLED, _FEWEST_SAID) else text
    text = put(_SAID_BY, MESSAGE, text) if found_in(text, _SAID_BY, _FEWEST_SAID) else text
    text = put_beside((" i ", " I ", "iirc", "IIRC", "afaik", "AFAIK"), _FILLER, "", text)
    text = put_beside(("...",), _LEAD, r"\1: ", text)
    text = put_beside(("sed to", "o longer"), _NO_LONGER, "now ", text)
    text = put(_MOVED, r"\g<word> \g<now> (\g<topic>)", text) if _MAY_MOVE.search(text) else text
    text = put_beside(("->",), _TO_QUEUE, "", text)
    text = put_beside(("->", "=>", "→"), _ROUTED_TO, "", text)
    text = text.translate(_LINES_DRAWN) if _DRAWN.search(text) else text
    text = put(_ASKED_ONCE, _asked_again, text) if found_in(text, _ASKED_ONCE) else text
    has_tree = found_in(text, _BOXES)
    text = _TREE.sub(lambda found: " " * len(found[1]) + "- ", _RAILS.sub(SKIPPED, text)) if has_tree else text
    text = _within_branches(text) if has_tree else text
    text = put(_BORDERS, r"\1\2", text) if not markdown and "|" in text else text
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n"), has_tree


def _within_branches(text: str) -> str:
    """Put the lines within the branches of a tree below these, those with a key as items."""
    text = _RAIL.sub(lambda found: " " * len(found[0]), text)
    return _KEY_WITHIN.sub(lambda found: f"{found[1]}- {found[2]}{found[3] or ': '}", text)


def _with_branches(text: str) -> str:
    """Put the branches of a tree that have their keys on them as items: `+-- 1 --> Sales`."""
    drawn = put(_EDGE, lambda found: " " * len(found[1]) + f"- {found[2]} ", text)
    return text if drawn == text else _RAILS.sub(SKIPPED, drawn)


_POSTED: Final = re.compile(
    r"^[ \t]*(?:(?:reply|posted|comment|answer|message|written)(?:ed)? (?:by|from) [\w.' -]{2,25}"
    r"|(?:[Pp]ost[eé]|[ÉéEe]crit|[Rr][eé]ponse|[Mm]essage|[Pp]ublicado|[Ee]scrito|[Rr]espuesta|[Mm]ensaje|[Bb]eitrag"
    r"|[Aa]ntwort|[Gg]eschrieben) (?:par|de|por|von) [\w.'-]{2,25}(?: [\w.'-]{1,25})?"
    r"|(?:[Pp]ost|[Rr]eply|[Cc]omment|[Bb]eitrag|[Aa]ntwort|[Mm]essage|[Rr][eé]ponse|[Mm]ensaje"
    r"|[Rr]espuesta) \#?\d{1,4}"
    r"[ \t]{1,2}[–—|:·-][ \t]{1,2}[\w.'-]{2,25}(?: [\w.'-]{1,25})?"
    r"|[\w.'-]{2,25}(?: [\w.'-]{1,25})?[ ,–|-]{0,3}\(?(?:on )?[A-Z][a-z]{2,8}\.? \d{1,2},?(?: \d{4},?)?(?: at)? "
    r"\d{1,2}:\d\d(?: ?[aApP]\.?[mM]\.?)?"
    r"|#\d{1,4}[ \t]{1,4}\S[^\n]{1,50}?\d{1,2}[:.]\d\d ?(?:[aApP]\.?[mM]\.?)?"
    r"|[\w.'-]{2,25}(?: [\w.'-]{1,25})?[ ,·–|-]{1,3}\(?\d{1,2} (?:minutes?|hours?|days?|weeks?|months?|years?"
    r"|[hdwmy]) ago)"
    r"\)?[ \t]*:?[ \t]*$",
    re.MULTILINE,
)
"""A line of a thread that says by whom the next one is, and from when."""
_BESIDE_NAME: Final = (
    *("#", ":", "|", "–", "—", "·", " - ", " ago", " by ", " from "),
    *(" par ", " de ", " por ", " von "),
)
"""Such a line has one of these in it."""
_ASKED_ONCE: Final = re.compile(
    r"^(?P<asked>[ \t]*(?:press|dial|choose|select|pulse|marque|tapez|options?|keys?|menu|phone menu)\b:?[ \t]{2,})"
    r"(?P<first>[1-9][ \t:.)=-].*\n)(?P<rest>(?:[ \t]{2,}[\d*#][ \t:.)=-].*(?:\n|$)|[ \t]{4,}[^\W\d].*(?:\n|$)){1,12})",
    re.MULTILINE | re.IGNORECASE,
)
"""A request in a column of its own, beside the first of its keys, with the others below that."""


def _asked_again(found: re.Match[str]) -> str:
    """Ask for each of such keys: `Press   1  a repair`, and below it `2  the rent`."""
    word = found["asked"].strip(" :\t")
    asked = "Option" if word.lower().endswith("menu") else word if word.lower() == "press" else word.rstrip("sS")
    lines = f"{found['asked']}{found['first']}{found['rest']}"
    return re.sub(rf"^.{{{len(found['asked'])}}}([\d*#])[ \t.:)=-]+", rf"{asked} \1: ", lines, flags=re.MULTILINE)


_FILLER: Final = re.compile(
    r"(?<=[\d*#]),? (?:i think|i believe|i guess|iirc|afaik|if i remember (?:right|correctly|rightly))(?=[.?!,;]|$)",
    re.MULTILINE | re.IGNORECASE,
)
"""What somebody who tells of a key adds, for not being sure."""
_MAY_MOVE: Final = re.compile(r"[0-9*#] \([^()\n\d]{3,40}\) (?:has|was|is|moved|moves|becomes|became|changed|changes)")
_MOVED: Final = re.compile(
    r"\b(?P<word>key|option|digit|touche|taste|tecla|opci[oó]n) [0-9*#] \((?P<topic>[^()\n\d]{3,40})\) "
    r"(?:(?:has|was|is|been) ){0,2}(?:moved|moves|becomes|became|changed|changes)(?: to)?(?: be)? "
    r"(?:key |option |digit )?(?P<now>[0-9*#])(?![\w.])",
    re.IGNORECASE,
)
"""A key that is told of under its old digit and its new one: `Option 3 (billing) becomes option 5`."""
_ROUTED_TO: Final = re.compile(
    r"(?<=[^\W\d]{3})[ \t]*(?:->|→|=>)[ \t]*(?:queue|hunt groups?|ring groups?|ext\.?|mailbox|transfer to)\b[^\n→>|]*$",
    re.MULTILINE | re.IGNORECASE,
)
"""Where an exchange sends a key's callers, in its own words."""
_NO_LONGER: Final = re.compile(
    r"\b(?:used to|no longer) (?:go(?:es)?|leads?|reach(?:es)?|rings?|be|is)\b[^.;\n]{1,60}[.;,] (?:it|this|that) now ",
    re.IGNORECASE,
)
"""What a key led to before, where the same line says what it leads to now."""
_ROUTED: Final = re.compile(
    r"^([ \t]*(?:key|digit|option|press|dtmf)?[ \t]*[\d*#][ \t]*(?:=|->|:)[ \t]*)(?:queue|goto|transfer|dial|ext"
    r"|menu|play|route)"
    r"[:=] ?(?=\w)",
    re.MULTILINE | re.IGNORECASE,
)
"""What an exchange does for a key, before the name of where that leads: `key 1 = queue:Sales`."""
_RUNG: Final = re.compile(
    r"^([ \t]*(?:key|digit|option|press)?[ \t]*[\d*#][ \t]*(?:->|→|=>|=|:|-)[ \t]*)"
    r"(?:(?:ring|hunt|call) ?)?(?:grp|group|queue|ext(?:ension)?|mailbox|x)\.? ?\d{1,5}"
    r"[ \t]*\(([^()\n]*[^\W\d]{3}[^()\n]*)\)",
    re.MULTILINE | re.IGNORECASE,
)
"""What an exchange rings for a key, and behind it whom that reaches: `1 -> grp 600 (reception)`."""
_WIDE_ARROW: Final = re.compile(
    r"^([ \t]*(?:(?:key|digit|option|opt|press|dtmf|button|tecla|touche|taste) ?)?[\d*#])[ \t]+(->|→"
    r"|=>)[ \t]+(?=[^\W\d])",
    re.MULTILINE | re.IGNORECASE,
)
"""An arrow behind a key at the beginning of a line, with gaps around it as in columns."""
_SENT: Final = re.compile(
    r"^([ \t]*(?:key|digit|option|press|dtmf)?[ \t]*[\d*#][ \t]*(?:->|→|=>|>>?)[ \t]*)"
    r"(?:(?:ring|hunt|call)[ -]?)?(?:gro?u?p|queue|ext(?:ension)?|mailbox|voicemail|vm|skill|vdn|x)\.? ?#?\d{2,6}"
    r"(?:[ \t]{2,}|,[ \t]*|[ \t]+[-–—:][ \t]*)(?=[^\W\d])",
    re.MULTILINE | re.IGNORECASE,
)
"""What an exchange rings for a key, and behind it, apart, whom that reaches: `1 -> ring group 8101  Wills`."""
_WAS: Final = re.compile(
    r"(?<=[\d*#])[ \t]+\((?:(?:was|formerly|previously) [\d*#]|new|unchanged)\)[ \t]*$", re.MULTILINE | re.IGNORECASE
)
"""What key something had before, at the end of its line: `claims  2  (was 4)`."""
_CODED: Final = re.compile(
    r"^([ \t]*)(?:[A-Z][A-Z0-9]{1,4})[ \t]*(?:[=:|]|->|→)[ \t]*"
    r"((?:[Kk]ey|[Pp]ress(?:ed)?|[Oo]pt(?:ion|\.)?|[Tt]aste|[Tt]ouche|[Tt]ecla|[Oo]pción) ?[\d*#])"
    r"[ \t]*[,:=–-][ \t]*(?=[^\W\d])",
    re.MULTILINE,
)
"""A short name that a screen shows for a key, before that: `SCH = key 1, report damage`."""
_TARGETED: Final = re.compile(
    r"^([ \t]*)(?:dial )?(?:key|digit|dtmf|press|option)[ \t]*([\d*#])[ \t]*(?:=|->|→|:|[ \t]{2})[ \t]*(?:to )?"
    r"(?:call queue|queue|hunt group|ring group|goto|go to|menu|submenu|mailbox|transfer|cell|ext|extension"
    r"|auto attendant|voicemail|play)\b"
    r"[^\"“\n]{0,40}[\"“]([^\"”\n]+)[\"”].*$",
    re.MULTILINE | re.IGNORECASE,
)
"""What an exchange does for a key, with the name of that in quotation marks: `key 1 = call queue "Benefits"`."""
_MAPPED: Final = re.compile(
    r"^([ \t]*)[\"']?([\d*#])[\"']?:[ \t]*\{[ \t]*[\"']?(?:label|name|prompt|text|title"
    r"|topic)[\"']?:[ \t]*[\"']?([^\"',}\n]+).*$",
    re.MULTILINE,
)
_MAPPED_OUT: Final = re.compile(r"^[ \t]*#[ \t]*[\"']?[\d*#][\"']?:[ \t]*\{.*$", re.MULTILINE)
"""An entry of a map in a configuration: `"1": {label: "Claims", target: queue}`."""
_KEYED: Final = re.compile(
    r"^([ \t]*)- (?:key|digit|dtmf|press|option|input): *[\"']?([\d*#])[\"']?[ \t]*\n"
    r"[ \t]+(?:topic|label|name|prompt|text|title|description|says|service|department): *(\S[^\n]*)$",
    re.MULTILINE,
)
"""An entry of a list in a configuration: a key, and in the next line what it is for."""
_STARRED: Final = re.compile(r"^(\*{2,5}) (?=\S)", re.MULTILINE)
"""An item of a list within a list, as wikis mark it."""


_NICKNAME: Final = re.compile(
    r"^([ \t]*)[*_]{0,2}(\[?[^\W\d_][\w.-]{1,20}\]?)[*_]{0,2}:?[*_]{0,2} (?=\S)", re.MULTILINE
)
_NAMED: Final = re.compile(r"\n[ \t]*[*_]{0,2}(\[?[^\W\d_][\w.-]{1,20}\]?)[*_]{0,2}:")
_NO_NICKNAME: Final = frozenset(
    ("press", "call", "phone", "option", "key", "for", "to", "if", "note", "tip", "tel", "email", "hours", "step")
)
"""Words with a colon behind them that begin lines, and are nobody's name."""


def _without_nicknames(text: str) -> str:
    """Leave out who says what in a thread: at least two names in turn, each with a colon or in brackets."""
    named = set(_NAMED.findall(f"\n{text}"))
    if len(named) <= 1 and text.count("[") < _FEWEST_SAID:
        return text
    said = Counter(name for _, name in all_in(text, _NICKNAME) if name[:1] == "[" or name in named)
    often = {name for name, times in said.items() if times > 1 and name.lower() not in _NO_NICKNAME}
    bracketed = {name for name in said if name[:1] == "[" and name.lower().strip("[]") not in _NO_NICKNAME}
    if len(bracketed) >= _FEWEST_SAID and max(map(said.__getitem__, bracketed)) > 1:
        often |= bracketed
    marked = {name for name in often if any(sign in name for sign in "[_.0123456789") or name.islower()}
    if len(often) <= 1 or not marked:
        return text
    return _NICKNAME.sub(lambda found: f"{found[1]}{MESSAGE}" if found[2] in often else found[0], text)


def _with_digit_named(found: re.Match[str]) -> str:
    """Give the beginning of such a line with its key as a digit, where it is the name of one."""
    key = NAMES.get(found[2].lower(), "")
    return f"{found[1]}{key}: " if key else found[0]


def _with_digit(found: re.Match[str]) -> str:
    """Give the beginning of such a line with its key as a digit or sign."""
    key = found[2] if len(found[2]) == 1 else NAMES.get(found[2].lower(), "")
    return f"{found[1]}{key} - " if key else found[0]


_ASKS: Final = re.compile(
    r"(?:dial|press|option|opt|key|select|choose|push|pulse|marque|oprima|tapez|faites|taste|dr[uü]cken sie"
    r"|w[aä]hlen sie)"
    r"\W{1,4}(?:die |le |el |la )?[0-9*#]\b",
    re.IGNORECASE,
)
_FIRST_LETTER: Final = re.compile(r"^[ \t]*\(?[aA][.)][ \t]+(?=\S)", re.MULTILINE)
_LETTER: Final = re.compile(r"([ \t]*)\(?([a-hA-H])[.)][ \t]+(?=\S)")
"""How a line of a list begins that is counted by letters: `(a) For claims, dial 1`."""


def _lettered(text: str) -> str:
    """Put lists that are counted by letters as plain ones, where two lines at least follow each other so."""
    lines = text.split("\n")
    marks = [_LETTER.match(line) for line in lines]
    letters = [mark[2].lower() if mark else "" for mark in marks]
    asking = sum(bool(mark and _ASKS.search(line)) for mark, line in zip(marks, lines, strict=True))
    if asking < max(_FEWEST_SAID, sum(map(bool, marks)) // 2 + 1):
        return text
    for at, mark in enumerate(marks):
        beside = letters[max(at - 2, 0) : at] + letters[at + 1 : at + 3] if mark else []
        if mark and {chr(ord(letters[at]) - 1), chr(ord(letters[at]) + 1)} & set(beside):
            lines[at] = f"{mark[1]}- {lines[at][mark.end() :]}"
    return "\n".join(lines)


def _plainly(text: str) -> str:
    """Give a text with keys in brackets of one kind, without the dots of what quotations leave out and such numbers."""
    text = _BEGUN_LATE.sub(r"\1", text) if '"...' in text or "“..." in text else text
    text = put(_NAMED_IN_QUOTES, _with_digit_named, text) if "»" in text or "“" in text else text
    text = with_rows_below_requests(_ANGLED.sub(r"[\1]", text) if "<1>" in text else text)
    return without_chapter_numbers(text)


def _nested(found: re.Match[str]) -> str:
    return "  " * (len(found[1]) - 1) + "* "


def _without_comments(text: str) -> str:
    """Leave comments out, but for their line breaks; one that does not end is text."""
    kept: list[str] = []
    at = 0
    while (begin := text.find("<!--", at)) >= 0 and (end := text.find("-->", begin)) >= 0:
        kept += (text[at:begin], "\n" * text.count("\n", begin, end))
        at = end + len("-->")
    return "".join((*kept, text[at:]))
