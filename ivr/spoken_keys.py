"""Which keys a prompt's text names, and what it says they do: "for billing, press 2" names 2, for "billing".

The text is cut into words and marks once and read from left to right. A key is named after a word that asks for one
("press", "oprima"), after "followed by", or bare beside a key that was named before ("press 1 for sales, 2 for help").
What a key does stands in a clause that begins with "for", "to", "if" or the like, before the key or behind it.
The words of all four languages are known everywhere, since an English menu says "para español, oprima el 2"; only
words that mean something else in another language are heard in their own one alone.
The work grows with the length of the text and no faster.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ivr.key_words import (
    AFTER,
    AIMS,
    ARTICLES,
    BESIDE,
    BREAKS,
    CLOSED,
    CLOSES,
    COUNTED,
    DIALS,
    DONE,
    ENDS,
    ENTRIES,
    EVERYWHERE,
    FILL,
    JOINS,
    LEADS,
    MARKS,
    NAMES,
    OPTIONS,
    OWNERS,
    REQUESTS,
    STOPS,
    THENS,
    THROUGH,
    TIMES,
    TWICE,
    UNTILS,
    WEAK,
    Token,
    cut,
    folded,
    is_digits,
    named,
)


class Mention(NamedTuple):
    """A key that a text names.

    `key` is the key, or the code of several; `words` what it is for, as the text says it, or nothing; `start` and `end`
    are where its name stands in the text. `before` says that the key comes before what it does ("press 1 for sales").
    `entry` says that it ends or belongs to an entry of data ("your number, then pound") and is no choice.
    """

    key: str
    words: str
    start: int
    end: int
    before: bool
    entry: bool


def spoken_keys(text: str, language: str) -> tuple[Mention, ...]:
    """Give the keys that `text` names, in the order of their names; `language` is its tag, unknown ones are English.

    Only the first `LONGEST_TEXT` characters are read, which are half an hour of speech.
    """
    tokens = cut(text[:LONGEST_TEXT])
    groups = tuple(_Reader(tokens, language).groups())
    return tuple(_mentions(text, tokens, groups))


def bare_keys(text: str) -> frozenset[str]:
    """Give the keys with which some clause of `text` begins or ends, in whatever words: "Sales is 1. Star, back."."""
    found: set[str] = set()
    clause: list[str] = []
    for word in (*(token.word for token in cut(text[:LONGEST_TEXT])), "."):
        if word in ENDS or word in MARKS or word in JOINS:
            found.update(_at_ends([one for one in clause if one not in FILL]))
            clause = []
        else:
            clause.append(word)
    return frozenset(found)


def _at_ends(clause: Sequence[str]) -> Iterator[str]:
    """Give the single keys that the first and the last word of a clause name, if any."""
    for word in (*clause[:1], *clause[-1:]):
        key = named(word)
        if len(key) == 1:
            yield key


class _Key(NamedTuple):
    """A key's name in the text: the key, where the name stands, and the token behind it."""

    key: str
    start: int
    end: int
    after: int


class _Group(NamedTuple):
    """Keys named in one breath: the token that begins the request, the keys, and the token behind them.

    `lead` is the token that begins the clause before it, if any; `asked` says that the text has just asked for data;
    `entry` that the words themselves ("followed by") make it an entry.
    """

    first: int
    keys: tuple[_Key, ...]
    after: int
    lead: int | None
    asked: bool
    entry: bool


LONGEST_TEXT: Final = 25_000
_LONGEST_CODE: Final = 4
_LONGEST_DIALLED: Final = 2  # 911 and 112 are numbers to call, not keys of a menu
_FEW: Final = 8


class _Reader:
    """Reads the tokens of one text once, from left to right, and finds the keys that are named in one breath."""

    def __init__(self, tokens: Sequence[Token], language: str) -> None:
        """Begin at the first token; `language` is the tag of the text."""
        self.tokens = tokens
        # Nothing stands behind the last word, nor before the first one, which is found at -1.
        self.words = [token.word for token in tokens] + [""] * (2 * _FEW)
        primary = language.replace("_", "-").partition("-")[0].lower()
        self.requests = EVERYWHERE | REQUESTS.get(primary, REQUESTS["en"])
        self.lead: int | None = None
        self.free = 0  # a token that may begin a clause before a key although no mark or joining word is before it
        self.asked = False
        self.beside = False  # a key has been named in this sentence
        self.last: int | None = None  # the token behind the last group, or behind the end of a sentence after it

    def groups(self) -> Iterator[_Group]:
        """Give every group of keys in order."""
        position = 0
        while position < len(self.tokens):
            if group := self._group_at(position):
                yield group
                self.free = group.after if group.lead is not None else 0
                self.lead, self.beside, self.last, position = None, True, group.after, group.after
                self.asked = self.asked and all(key.key in {"*", "#"} for key in group.keys)
            else:
                self._pass(position)
                position += 1

    def _pass(self, position: int) -> None:
        """Note what a token that names no key tells of the keys behind it."""
        word = self.words[position]
        if word in ENTRIES and self.lead != position - 1 and self.words[position + 1] in OWNERS:
            self.asked, self.lead = True, None
        elif word in ENDS:
            self.lead, self.beside = None, False
            self.last = position + 1 if self.last is not None else None
        elif word in JOINS and self.last == position:  # "Press 1 for sales... or 2 for help."
            self.last = position + 1
        elif word in LEADS and self._begins_clause(position):
            self.lead = position

    def _begins_clause(self, position: int) -> bool:
        """Say whether a clause may begin at a token; an abbreviation may have been the end of a sentence."""
        before = self.words[position - 1]
        return before in BREAKS or before.endswith(".") or position == self.free

    def _group_at(self, position: int) -> _Group | None:
        """Give the group that begins at a token, if one does."""
        word = self.words[position]
        if word in self.requests:
            return self._requested(position)
        if word in OPTIONS:
            return self._option(position)
        if word in THENS or word in CLOSES or (self.asked and word in JOINS):
            return self._follower(position)
        return self._bare(position) if word in NAMES or is_digits(word) else None

    def _requested(self, position: int) -> _Group | None:
        """Read "press the star key", "oprima el 2", "select option 5"."""
        word = self.words[position]
        group = self._listed(position, self._skip(position + 1, FILL))
        if group is None or (word in DIALS and len(group.keys[0].key) > _LONGEST_DIALLED):
            return None
        return group if word not in WEAK or self._closed(group.after) else None

    def _option(self, position: int) -> _Group | None:
        """Read "option 2 for sales" and "for sales, option 2", where the clause says that it is a choice."""
        group = self._listed(position, position + 1)
        if group is None or self.words[group.after] in AIMS:
            return group
        return group if self.lead is not None and self._closed(group.after) else None

    def _follower(self, position: int) -> _Group | None:
        """Read "then pound", "followed by the pound key" and, where data were asked for, "and pound"."""
        word = self.words[position]
        key = self._key(self._skip(position + 1, FILL))
        if key is None or (word not in THENS and key.key not in {"*", "#"}):
            return None
        after = self._skip(key.after, AFTER)
        choice = self.words[after] in AIMS and (word in JOINS or key.key not in {"*", "#"})
        return self._group(position, (key,), after, entry=not choice)

    def _bare(self, position: int) -> _Group | None:
        """Read "2 for sales" and "for sales, 2" behind a key named before."""
        key = self._key(position) if self.beside or self.last == position else None
        if key is None or self._is_time(position):
            return None
        after = self.words[key.after]
        if after in AIMS and (self.words[position - 1] in BREAKS or self.last == position):
            return None if is_digits(self.words[key.after + 1]) else self._group(position, (key,), key.after)
        if self.lead is None or len(key.key) > 1 or not self._closed(key.after):
            return None
        asked_next = self.words[self._skip(key.after, BREAKS)] in self.requests
        return None if asked_next or after in AIMS else self._group(position, (key,), key.after)

    def _is_time(self, position: int) -> bool:
        """Say whether a number ends a stretch of time ("8 to 8", "9 a.m. to 5") or stands behind a word as "until"."""
        before, first = self.words[position - 1], self.words[position - 2]
        return before in UNTILS or (before in THROUGH and (first in COUNTED or bool(self._sign(position - 2))))

    def _group(self, first: int, keys: tuple[_Key, ...], after: int, *, entry: bool = False) -> _Group:
        """Give a group with what is known of the words before it."""
        return _Group(first, keys, after, self.lead, self.asked, entry)

    def _skip(self, position: int, words: frozenset[str]) -> int:
        """Step over at most a few tokens that are among `words`."""
        end = position + _FEW
        while position < end and self.words[position] in words:
            position += 1
        return position

    def _closed(self, position: int) -> bool:
        """Say whether a clause can end at a token."""
        return self.words[position] in CLOSED

    def _listed(self, first: int, position: int) -> _Group | None:
        """Read one key or several: "1", "1 2", "1, 2 or 3", "1 through 4"."""
        keys = list(self._stretch(position))
        while keys:
            after = self._skip(keys[-1].after, AFTER)
            more = self._stretch(self._skip(after, BESIDE | ARTICLES))
            if not more or self.words[after] not in BESIDE:
                return self._group(first, tuple(keys), after)
            if self._has_its_own(more, after):
                return self._group(first, tuple(keys), after)
            keys += more
        return None

    def _has_its_own(self, keys: tuple[_Key, ...], join: int) -> bool:
        """Say whether a further key has its words behind it, and those before it before: "2 or 3 for help"."""
        return self.lead is not None and self.words[join] in JOINS and self.words[keys[-1].after] in AIMS

    def _stretch(self, position: int) -> tuple[_Key, ...]:
        """Read one key, or the keys of a stretch such as "1 to 4" or "1-4"."""
        first = self._key(position)
        if first is None:
            return ()
        last = self._key(first.after + 1) if self.words[first.after] in THROUGH else None
        if last is None or not _rises(first.key, last.key):
            return (first,)
        inner = map(str, range(int(first.key) + 1, int(last.key)))
        between = (_Key(key, first.start, last.end, last.after) for key in inner)
        return (first._replace(after=last.after), *between, last)

    def _key(self, position: int) -> _Key | None:
        """Read one key or a code: "1", "star", "1 2", "*9", "pound (#)"; nothing where the number counts something."""
        signs, after = self._signs(position)
        if not signs or len("".join(signs)) > _LONGEST_CODE or self._counts(after):
            return None
        if self.words[position] == "un" and not self._closed(self._skip(after, AFTER)):
            return None
        code = "".join(signs) * (2 if self.words[after] in TWICE else 1)
        end = self.tokens[after - 1].end
        if self.words[after] == "(" and self.words[after + 2] == ")" and self._sign(after + 1) == code:
            after += 3
        return _Key(code, self.tokens[position].start, end, after + (self.words[after] in TWICE))

    def _counts(self, after: int) -> bool:
        """Say whether the number before a token counts something: "six digits", "six to eight digits"."""
        joined = self.words[after] in THROUGH | JOINS and self._sign(after + 1)
        return self.words[after + 2 if joined else after] in COUNTED

    def _signs(self, position: int) -> tuple[list[str], int]:
        """Read keys that stand side by side, and give the token behind them."""
        signs: list[str] = []
        while len(signs) <= _LONGEST_CODE and (sign := self._sign(position)):
            signs.append(sign)
            position += 1
        return signs, position

    def _sign(self, position: int) -> str:
        """Give the key that a single token names, or nothing."""
        return named(self.words[position])


def _rises(low: str, high: str) -> bool:
    """Say whether two keys are the ends of a stretch of digits."""
    return len(low) == len(high) == 1 and is_digits(low) and is_digits(high) and low < high


def _mentions(text: str, tokens: Sequence[Token], groups: Sequence[_Group]) -> Iterator[Mention]:
    """Give the mentions of all groups; a clause that says what a key does belongs to one group only."""
    taken: int | None = None
    for index, group in enumerate(groups):
        following = groups[index + 1] if index + 1 < len(groups) else None
        lead, end, behind = group.lead, group.first, False
        if (lead is None or lead == taken) and not group.entry:
            lead, behind = _lead_behind(tokens, group, following), True
            taken, end = lead, _limit(tokens, following, lead)
        words = "" if lead is None else _topic(text, tokens[lead + 1 : end])
        timed = lead is not None and tokens[lead].word in TIMES
        entry = group.entry or _is_entry(tokens, group, words, timed=timed)
        topic = "" if timed or entry else words
        for key in group.keys:
            yield Mention(key.key, topic, key.start, key.end, behind and bool(topic), entry)


def _lead_behind(tokens: Sequence[Token], group: _Group, following: _Group | None) -> int | None:
    """Give the token that begins the clause behind a group; behind a comma it may be the next group's own."""
    lead = _next_lead(tokens, group.after)
    if lead in {None, group.after} or following is None or following.lead != lead:
        return lead
    return lead if _next_lead(tokens, following.after) is not None else None


def _next_lead(tokens: Sequence[Token], position: int) -> int | None:
    """Give the token, this one or the one behind this comma, that begins a clause such as "for sales"."""
    if position < len(tokens) and tokens[position].word == ",":
        position += 1
    return position if position < len(tokens) and tokens[position].word in LEADS else None


def _limit(tokens: Sequence[Token], following: _Group | None, taken: int | None) -> int:
    """Give the token at which a clause behind its key must end: where the next key's words begin."""
    if following is None:
        return len(tokens)
    return following.first if following.lead is None or following.lead == taken else following.lead


def _topic(text: str, tokens: Sequence[Token]) -> str:
    """Give the words of a clause up to the end of its sentence, without what only leads on to the next."""
    length = len(tokens)
    for index, (before, token) in enumerate(pairwise(tokens), start=1):
        if token.word in ENDS or (token.word in STOPS and before.word in BESIDE):
            length = index
            break
    while length and tokens[length - 1].word in BREAKS:
        length -= 1
    return " ".join(text[tokens[0].start : tokens[length - 1].end].split()) if length else ""


def _is_entry(tokens: Sequence[Token], group: _Group, words: str, *, timed: bool) -> bool:
    """Say whether a requested key ends an entry: "press pound when finished", "your number, then press star"."""
    if any(key.key not in {"*", "#"} for key in group.keys):
        return False
    if timed:
        return not DONE.isdisjoint(folded(word) for word in words.split())
    return group.asked and not words and not (group.first and tokens[group.first - 1].word in {"or", "o", "ou", "oder"})
