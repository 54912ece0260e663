"""PR015: one key goes by two names."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final, NamedTuple

from ivr.analysis.amend import Edits, fix
from ivr.analysis.heard import Text, plain, primary, texts
from ivr.analysis.languages import languages_at
from ivr.analysis.reword import Change, reworded
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.key_words import folded
from ivr.nodes.menu import Menu
from ivr.spoken_keys import Mention, spoken_keys

_NAMES: Final = MappingProxyType(
    {
        "en": "* star/* asterisk/# pound/# hash/# hashtag/0 zero/0 oh",
        "es": "* asterisco/* estrella/# numeral/# almohadilla/# gato/0 cero",
        "fr": "* etoile/* asterisque/# diese/# carre/0 zero",
        "de": "* stern/* asterisk/# raute/# doppelkreuz/0 null",
    }
)
"""The names of keys, by language; those that are one name with or without the word for key are one here."""
_KEY: Final = ("-taste", "taste", "chen")


class _Named(NamedTuple):
    """A key as a prompt names it: the key, its name without accents, that name as it is written, and where it is."""

    key: str
    name: str
    written: str
    text: Text
    start: int


@check("PR015", "key-name", Severity.INFO)
def key_name(flow: Flow) -> Iterator[Fault]:
    """Callers hear one key called by two names, "pound" here and "hash" there, and look for a second key.

    The announcements made from options name keys, too: "pound" in English, but "hash" in British English (`en-GB`); a
    `wording` in the flow changes that. Compared is what is said in one language. A prompt that gives a key both names
    ("the pound or hash key") helps, and is left out.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              "#": {say: skip this, go: number}
          number:
            ask: Enter your account number, then press hash.
            into: account
            digits: 1-8
            end: "#"
            next: office
          office: {transfer: representative, pass: [account], busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: your account, go: number}
          number:
            ask: Enter your account number, then press pound.
            into: account
            digits: 1-8
            end: "#"
            next: office
          office: {transfer: representative, pass: [account], busy: sorry, no-answer: sorry}

    Source: www.itams.co.uk/ivr-standards.htm (hash, star, zero); in North America # is called pound.
    """
    announced = _announced(flow)
    groups: dict[tuple[str, str], list[_Named]] = {}
    for named in _named(flow):
        groups.setdefault((named.text.language, named.key), []).append(named)
    for (language, key), several in groups.items():
        names = [named.name for named in several]
        usual = announced.get((language, key)) or max(dict.fromkeys(names), key=names.count)
        other = [named for named in several if named.name != usual]
        if other:
            first = other[0]
            shown = next((named.written for named in several if named.name == usual), usual)
            message = f"callers hear the key {key} called '{first.written}' here, and '{shown}' elsewhere"
            places = dict.fromkeys(named.text.path for named in other[1:6] if named.text.path != first.text.path)
            related = tuple((flow.place(*path), "and here") for path in places)
            mend = fix(f"Call it '{shown}' everywhere.", *_renamed(flow, other, shown))
            yield Fault(flow.place(*first.text.path), message, "Call it by one name everywhere.", related, fix=mend)


def _renamed(flow: Flow, named: list[_Named], name: str) -> Iterator[Edits]:
    """Call a key by another name wherever it is named; where a name begins a sentence, with a capital."""
    for text in dict.fromkeys(one.text for one in named):
        changes = (
            Change(one.start, one.start + len(one.written), name.capitalize() if one.written[0].isupper() else name)
            for one in named
            if one.text == text
        )
        yield reworded(flow, text.path, text.text, changes)


def _announced(flow: Flow) -> dict[tuple[str, str], str]:
    """Give what the announcements call the keys that have names, by language."""
    found: dict[tuple[str, str], str] = {}
    for name, languages in languages_at(flow).items():
        node = flow.nodes[name]
        if isinstance(node, Menu) and name not in flow.broken:
            for choice in node.choices(flow):
                if choice.key in {"*", "#"} and node.announces(flow, choice):
                    for language in languages:
                        found[language, choice.key] = _bare(flow.wording(language).name_of(choice.key))
    return found


def _named(flow: Flow) -> Iterator[_Named]:
    for text in texts(flow):
        known = frozenset(_NAMES.get(primary(text.language), "").split("/")) - {""}
        if text.is_label or not known or not _may_name(flow, text, known):
            continue
        called = [_called(text, mention) for mention in spoken_keys(text.text, text.language)]
        names = {one.key: {other.name for other in called if other.key == one.key} for one in called}
        yield from (one for one in called if f"{one.key} {one.name}" in known and len(names[one.key]) == 1)


def _called(text: Text, mention: Mention) -> _Named:
    written = text.text[mention.start : mention.end]
    return _Named(mention.key, _bare(written), written, text, mention.start)


def _may_name(flow: Flow, text: Text, known: frozenset[str]) -> bool:
    words = plain(flow, text.text).words
    return any(f" {one.split()[1]}" in words for one in known)


def _bare(name: str) -> str:
    """Give a name in small letters, without accents and without the word for key."""
    bare = folded(name)
    for end in _KEY:
        bare = bare.removesuffix(end)
    return bare
