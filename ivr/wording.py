"""How a language says an option: "For refills, press 1." for a thing, "To go back, press star." for a doing.

A `say` that names a thing takes the noun sentence, one that begins with a verb takes the verb sentence. English tells
them apart by the first words:

- a word that is hardly ever a noun on a menu (speak, hear, cancel) is a verb, unless "of" follows (leave of absence);
- a word that is as often a noun (order, check, report) is a verb only before a determiner, a pronoun or a word such as
  "with", "by" or "back": order a refill, but order status; check on it, but check printing;
- words joined by "or", "and" or a comma are settled by the last of them: change or cancel an appointment;
- everything else is a noun. Whoever disagrees writes "to ..." or "for ..." in the `say` itself.

Spanish and French say both alike. German takes "um" before an infinitive with "zu", and "für" otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from types import MappingProxyType
from typing import Final

Part = str | Mapping[str, str]
"""What a flow file may set of a language: `noun` and `verb` are sentences, `keys` maps keys to their names."""

_NOTHING: Final[Mapping[str, Mapping[str, Part]]] = MappingProxyType({})


def _set_of(words: str) -> frozenset[str]:
    """Give the words of a text, each once."""
    return frozenset(words.split())


_VERBS: Final = _set_of(
    """accept activate add agree apply arrange ask authorise authorize be become begin bypass buy cancel choose complain
    complete confirm connect continue create deactivate decline delete describe disconnect discuss donate enquire enrol
    enroll enter erase explain extend find finish get give go hang have hear ignore inquire install join keep know learn
    leave listen locate lose make manage obtain pause postpone prefer proceed provide quit re-enter re-order reach read
    receive register reject remain remove renew reopen reorder replace replay reschedule resolve rewind save see select
    send set skip speak start stay stop submit subscribe switch talk tell track troubleshoot try turn understand
    unlock unsubscribe verify view wait withdraw"""
)

_VERBS_OR_NOUNS: Final = _set_of(
    """access address answer appeal bill block book call change charge check claim close contact copy deposit dial
    dispute download drop email end exchange exit fax file fill fix follow hold log mail message move open opt order
    park pay pick place plan print purchase question rate record refer refill refund release rent repair repeat report
    request reserve reset resume return review schedule search secure share ship shop sign support test text transfer
    update upgrade use visit volunteer work"""
)

_ANY_VERB: Final = _VERBS | _VERBS_OR_NOUNS

_FOLLOWERS: Final = _set_of(
    """a an the this that these those my your our his her their its another any all both each either every some
    me us you him them it someone somebody anyone anybody something anything everything one what which who whom whose
    how when where whether why
    with to about by from through via as if up out off over away back again online now later instead today"""
)

_PHRASES: Final = frozenset(
    {
        *("check in", "check on", "check into", "drop in", "log in", "log on", "log into", "opt in", "opt into"),
        *("sign in", "sign on", "sign for", "search for", "shop for", "volunteer for", "park in", "hold for"),
        *("call in", "call for", "fill in", "file for", "pay for", "pay in", "pay bills", "report fraud"),
        *("repeat", "exit", "resume", "opt", "sign"),
    }
)
"""First two words that are a verb where the rule alone would say noun; a single word is a whole `say`."""

_JOINERS: Final = frozenset({"or", "and"})

_INFINITIVE: Final = re.compile(
    r"(?:^|\s)zu [a-zäöüß]+n$"
    r"|(?:^|\s)(?:ab|an|auf|aus|bei|durch|ein|fort|her|hin|los|mit|nach|teil|um|vor|weg|weiter|wieder|zu|zurück)"
    r"zu[a-zäöüß]+n$"
)
"""The end of a German clause such as "mit uns zu sprechen" or "zurückzukehren"; nouns have capitals, so they fail."""


def _begins_with_english_verb(say: str) -> bool:
    """Say whether an English `say` begins with a verb; see the rule at the head of this page."""
    words = say.casefold().replace(",", " or ").split()
    start = 0
    for position, (word, following) in enumerate(pairwise([*words, ""])):
        if word in _JOINERS or (word in _ANY_VERB and following in _JOINERS):
            start = position + 1
        else:
            break
    return _is_english_verb(words[start : start + 2])


def _is_english_verb(words: list[str]) -> bool:
    """Judge a word by itself and by the one that follows it; `words` are at most these two."""
    first, following = (*words, "", "")[:2]
    if " ".join(words) in _PHRASES:
        return True
    if first in _VERBS:
        return following != "of"
    return first in _VERBS_OR_NOUNS and following in _FOLLOWERS


def _is_german_infinitive(say: str) -> bool:
    """Say whether a German `say` ends in an infinitive with "zu"."""
    return _INFINITIVE.search(say) is not None


@dataclass(frozen=True, slots=True)
class Wording:
    """How one language says an option, and what it calls the keys.

    `noun` and `verb` are sentences with the places `{say}` and `{key}`; `noun` is for a `say` that names a thing or a
    topic, `verb` for one that begins with a verb. `keys` names keys that are not read as they are written (at least
    `*` and `#`). `language` is the primary subtag whose rule tells verbs from nouns.
    """

    noun: str = "For {say}, press {key}."
    verb: str = "To {say}, press {key}."
    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({"*": "star", "#": "pound"}), hash=False)
    language: str = "en"

    def announce(self, say: str, key: str) -> str:
        """Give the sentence that announces the option `say` under `key`; a code of several keys is read key by key.

        A `say` that is already such a sentence, or the beginning of one ("to go back"), is not doubled.
        """
        name = self.name_of(key)
        topic = _without_key(_tidy(say), self.noun, name)
        sentence, topic = self._sentence(topic)
        lead, _, rest = sentence.replace("{key}", name).partition("{say}")
        return f"{lead}{topic}{rest}"

    def name_of(self, key: str) -> str:
        """Give `key` as it is spoken: `*9` is "star 9", and a name of letters stays as it is."""
        if not set(key) <= set("0123456789*#"):
            return key
        return " ".join(self.keys.get(sign, sign) for sign in key)

    def _sentence(self, topic: str) -> tuple[str, str]:
        """Choose the sentence for `topic` and give it with the topic, rid of a lead ("to ", "for ") it brought."""
        for sentence in (self.verb, self.noun):
            lead = sentence.partition("{say}")[0]
            if lead.strip() and topic.casefold().startswith(lead.casefold()) and len(topic) > len(lead):
                return sentence, topic[len(lead) :]
        return (self.verb if begins_with_verb(topic, self.language) else self.noun), topic


def begins_with_verb(say: str, language: str) -> bool:
    """Say whether `say` takes the verb sentence in `language` (a tag); only English and German tell them apart."""
    primary = _subtags(language)[0]
    if primary == "de":
        return _is_german_infinitive(_tidy(say))
    return primary in {"", "en"} and _begins_with_english_verb(_tidy(say))


def missing_places(sentence: str) -> tuple[str, ...]:
    """Give which of the places `{say}` and `{key}` a sentence set by a flow file lacks; both are needed."""
    return tuple(place for place in ("{say}", "{key}") if place not in sentence)


def wording_for(language: str, changes: Mapping[str, Mapping[str, Part]] = _NOTHING) -> Wording:
    """Give the wording of a language tag, with a flow file's `changes` (language tag to parts) on top.

    `es-MX` takes what is known of `es-MX`, else of `es`; an unknown language is said in English. Changes for the
    primary subtag come first, then those for the tag itself. A language that is not built in and sets only one of the
    two sentences uses it for both.
    """
    tag = "-".join(_subtags(language))
    primary = _subtags(language)[0]
    wording = _BUILT_IN.get(tag) or _BUILT_IN.get(primary) or Wording()
    wanted = {"-".join(_subtags(name)): parts for name, parts in changes.items()}
    for name in dict.fromkeys((primary, tag)):
        wording = _changed(wording, wanted.get(name, {}), alike=primary not in _BUILT_IN)
    return wording


def _changed(wording: Wording, parts: Mapping[str, Part], *, alike: bool) -> Wording:
    """Give `wording` with the parts that a flow file sets; `alike` says that one sentence stands for both."""
    sentences = {name: part for name in ("noun", "verb") if isinstance(part := parts.get(name), str)}
    if alike and len(sentences) == 1:
        sentences = dict.fromkeys(("noun", "verb"), *sentences.values())
    names = parts.get("keys")
    keys = wording.keys if names is None or isinstance(names, str) else MappingProxyType({**wording.keys, **names})
    return replace(wording, **sentences, keys=keys)


def _subtags(language: str) -> list[str]:
    """Give the subtags of a language tag in small letters; `es_MX` is read as `es-MX`."""
    return language.strip().casefold().replace("_", "-").split("-")


def _tidy(say: str) -> str:
    """Give `say` on one line, without the marks that end a clause."""
    return " ".join(say.split()).rstrip(" .,;:!…")


def _without_key(topic: str, sentence: str, name: str) -> str:
    """Take "press 2" off a topic that names its own key, at its end or at its beginning."""
    request = sentence.partition("{say}")[2].replace("{key}", name).strip(" .,;:!").casefold()
    folded = topic.casefold()
    if request and folded.endswith(f" {request}"):
        return _tidy(topic[: -len(request)])
    if request and folded.startswith(f"{request} "):
        return topic[len(request) :].lstrip(" ,:")
    return topic


def _both(sentence: str, star: str, pound: str, language: str) -> Wording:
    """Give the wording of a language that says nouns and verbs alike."""
    return Wording(sentence, sentence, MappingProxyType({"*": star, "#": pound}), language)


_ENGLISH: Final = Wording()
_SPANISH: Final = _both("Para {say}, oprima {key}.", "asterisco", "numeral", "es")
_FRENCH: Final = _both("Pour {say}, tapez {key}.", "étoile", "dièse", "fr")
# "Taste" is feminine as the digits are, so one article serves every key.
_GERMAN: Final = Wording(
    "Für {say} drücken Sie die {key}.",
    "Um {say}, drücken Sie die {key}.",
    MappingProxyType({"*": "Sterntaste", "#": "Rautetaste"}),
    "de",
)
_HASH: Final = replace(_ENGLISH, keys=MappingProxyType({"*": "star", "#": "hash"}))

_BUILT_IN: Final[Mapping[str, Wording]] = MappingProxyType(
    {
        "en": _ENGLISH,
        **dict.fromkeys(("en-gb", "en-ie", "en-au", "en-nz"), _HASH),
        "es": _SPANISH,
        "es-es": _both("Para {say}, pulse {key}.", "asterisco", "almohadilla", "es"),
        "es-mx": replace(_SPANISH, keys=MappingProxyType({"*": "asterisco", "#": "gato"})),
        "fr": _FRENCH,
        "fr-ca": replace(_FRENCH, keys=MappingProxyType({"*": "étoile", "#": "carré"})),
        "de": _GERMAN,
    }
)
