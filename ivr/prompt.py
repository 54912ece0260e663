"""A prompt: what a caller hears, in each language, spoken from text or played from a recording."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from ivr.effect import Say

WORDS_PER_MINUTE = 160.0
"""How fast a prompt without a recording is spoken; a project choice, to be changed by `defaults: {rate: ...}`."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
_PARTS = ("text", "audio", "seconds", "interruptible", "notice", "until")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")
_VARIABLE = re.compile(r"\{([A-Za-z_][A-Za-z0-9_-]*)\}")


@dataclass(frozen=True, slots=True)
class Prompt:
    """What is said, by language.

    `texts` and `audio` pair a language tag with words and with a recording's file; the tag `""` stands for the flow's
    first language. `seconds` is a stated length. `notice` names a legal notice that the prompt gives (`recording`).
    `until` is the last day on which its words hold; they are spoken after it, too, but checks tell of it.
    """

    texts: tuple[tuple[str, str], ...] = ()
    audio: tuple[tuple[str, str], ...] = ()
    seconds: float | None = None
    interruptible: bool = True
    notice: str | None = None
    until: date | None = None

    def __bool__(self) -> bool:
        """Whether there is anything to hear."""
        return any(text for _, text in self.texts) or bool(self.audio)

    @property
    def languages(self) -> frozenset[str]:
        """The language tags that have words or a recording; `""` stands for the flow's first language."""
        return frozenset(tag for tag, text in self.texts + self.audio if text)

    def text(self, language: str, first: str = "") -> str:
        """Give the words in `language`, or in the flow's first language where it has none of its own."""
        return _pick(self.texts, language, first)

    def variables(self) -> tuple[str, ...]:
        """Name the variables that the words mention, in order, each once."""
        return tuple(dict.fromkeys(name for _, text in self.texts for name in _VARIABLE.findall(text)))

    def spoken(self, language: str, first: str, values: Mapping[str, str], rate: float) -> Say:
        """Give the prompt as it is heard in `language`, with the variables filled in; `rate` is words a minute."""
        text = fill(self.text(language, first), values)
        return Say(
            text=text,
            seconds=self.seconds if self.seconds is not None else speaking_seconds(text, rate),
            language=language,
            interruptible=self.interruptible,
            audio=_pick(self.audio, language, first) or None,
        )


def picked(pairs: tuple[tuple[str, str], ...], language: str, first: str) -> tuple[str, str]:
    """Give the tag and the words (or the file) that a caller hears in `language`; both empty where there are none."""
    if len(pairs) == 1:
        return pairs[0]
    by_tag = dict(pairs)
    for tag in (language, language.split("-", maxsplit=1)[0], "", first):
        if tag in by_tag:
            return tag, by_tag[tag]
    return pairs[0] if pairs else ("", "")


def _pick(pairs: tuple[tuple[str, str], ...], language: str, first: str) -> str:
    return picked(pairs, language, first)[1]


def pieces(text: str) -> tuple[str, ...]:
    """Cut a text at its variables: the words between them and each `{variable}`, in order."""
    parts = _VARIABLE.split(text)
    return tuple(f"{{{part}}}" if number % 2 else part for number, part in enumerate(parts) if part)


def fill(text: str, values: Mapping[str, str]) -> str:
    """Put the values of variables into `{variable}`; one that is not set stays as it is written."""
    if "{" not in text:
        return text
    return _VARIABLE.sub(lambda found: values.get(found[1], found[0]), text)


def speaking_seconds(text: str, rate: float = WORDS_PER_MINUTE) -> float:
    """Give how long `text` takes to say, in seconds, at `rate` words a minute."""
    return round(len(text.split()) * 60 / rate, 2)


def read_prompt(value: object) -> Prompt:
    """Read a prompt as it is written: text, a map of language to text, or `{audio: ..., text: ...}`.

    Raises PydanticCustomError, with the faulty entry's place below the prompt in its context as `at`.
    """
    if isinstance(value, Prompt):
        return value
    if isinstance(value, str):
        return Prompt(texts=(("", value),))
    if not isinstance(value, Mapping):
        raise _fault("prompt_type", "a prompt is words, a map of languages, or {{audio: file, text: words}}", ())
    if any(key in _PARTS for key in value):
        return _from_parts(value, "", ())
    return _from_languages(value)


def _from_languages(value: Mapping[str, Any]) -> Prompt:
    if not value:
        raise _fault("prompt_type", "the prompt is empty: the caller would hear nothing", ())
    prompts = []
    for tag, words in value.items():
        if not _LANGUAGE.match(tag):
            raise _fault("prompt_key", f"'{tag}' is neither a language tag nor a part of a prompt", (tag,))
        if isinstance(words, str):
            prompts.append(Prompt(texts=((tag, words),)))
        elif isinstance(words, Mapping):
            prompts.append(_from_parts(words, tag, (tag,)))
        else:
            raise _fault("prompt_type", f"the words in '{tag}' are not text", (tag,))
    return Prompt(
        texts=tuple(pair for prompt in prompts for pair in prompt.texts),
        audio=tuple(pair for prompt in prompts for pair in prompt.audio),
        seconds=max((prompt.seconds for prompt in prompts if prompt.seconds is not None), default=None),
        interruptible=all(prompt.interruptible for prompt in prompts),
        notice=next((prompt.notice for prompt in prompts if prompt.notice), None),
        until=min((prompt.until for prompt in prompts if prompt.until), default=None),
    )


def _from_parts(value: Mapping[str, Any], tag: str, at: tuple[str, ...]) -> Prompt:
    for part in value:
        if part not in _PARTS:
            raise _fault("prompt_key", f"'{part}' is not a part of a prompt", (*at, part))
    return Prompt(
        texts=_by_language(value, "text", tag, at),
        audio=_by_language(value, "audio", tag, at),
        seconds=_seconds(value, at),
        interruptible=_interruptible(value, at),
        notice=str(value["notice"]) if "notice" in value else None,
        until=_until(value, at),
    )


def _by_language(value: Mapping[str, Any], part: str, tag: str, at: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    if part not in value:
        return ()
    words = value[part]
    if isinstance(words, str):
        return ((tag, words),)
    if isinstance(words, Mapping) and not tag:
        wrong = next((key for key, text in words.items() if not (_LANGUAGE.match(key) and isinstance(text, str))), None)
        if wrong is None:
            return tuple(words.items())
        raise _fault("prompt_key", f"'{wrong}' is not a language with words", (*at, part, wrong))
    raise _fault("prompt_type", f"the '{part}' of a prompt is text, or a map of language to text", (*at, part))


def _seconds(value: Mapping[str, Any], at: tuple[str, ...]) -> float | None:
    if "seconds" not in value:
        return None
    try:
        seconds = float(value["seconds"])
    except (TypeError, ValueError):
        seconds = -1
    if not 0 <= seconds < 24 * 3600:
        raise _fault("prompt_seconds", f"'{value['seconds']}' is not a number of seconds", (*at, "seconds"))
    return seconds


def _until(value: Mapping[str, Any], at: tuple[str, ...]) -> date | None:
    if "until" not in value:
        return None
    day = str(value["until"]).strip()
    try:
        return date.fromisoformat(day if _DAY.match(day) else "")
    except ValueError:
        raise _fault("prompt_until", f"'{day}' is not a day; write it as in `2026-05-01`", (*at, "until")) from None


def _interruptible(value: Mapping[str, Any], at: tuple[str, ...]) -> bool:
    word = str(value.get("interruptible", "yes")).lower()
    if word not in {"yes", "no", "true", "false"}:
        raise _fault("prompt_yes_no", f"'{word}' is neither yes nor no", (*at, "interruptible"))
    return word in {"yes", "true"}


def _fault(kind: str, message: str, at: tuple[str, ...]) -> PydanticCustomError:
    return PydanticCustomError(kind, "{said}", {"said": message.replace("{{", "{").replace("}}", "}"), "at": at})


_LANGUAGES_SCHEMA = {"type": "object", "additionalProperties": {"type": "string"}}
_TEXT_SCHEMA = {"anyOf": [{"type": "string"}, _LANGUAGES_SCHEMA]}
PROMPT_SCHEMA: dict[str, Any] = {
    "title": "Prompt",
    "anyOf": [
        {"type": ["string", "number", "null"], "description": "The words, in the flow's first language."},
        {
            "type": "object",
            "properties": {
                "text": {**_TEXT_SCHEMA, "description": "The words, or a map of language to words."},
                "audio": {**_TEXT_SCHEMA, "description": "The recording that is played, or one for each language."},
                "seconds": {"type": "number", "description": "How long the prompt takes, where it is known."},
                "interruptible": {"enum": [True, False, "yes", "no"], "description": "Whether a key cuts it off."},
                "notice": {"type": "string", "description": "The legal notice that it gives, such as `recording`."},
                "until": {
                    "type": "string",
                    "pattern": _DAY.pattern,
                    "description": "The last day on which the words hold, as in `2026-05-01`.",
                },
            },
            "additionalProperties": False,
        },
        {
            "type": "object",
            "patternProperties": {_LANGUAGE.pattern: {"type": ["string", "object"]}},
            "additionalProperties": False,
            "description": "The words of each language, by language tag.",
        },
    ],
}

PromptField = Annotated[Prompt, PlainValidator(read_prompt), WithJsonSchema(PROMPT_SCHEMA)]
"""A prompt as a field of a model."""
