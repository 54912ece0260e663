"""`ask`: collects digits into a variable."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar, NamedTuple

from pydantic import Field, PlainValidator, WithJsonSchema

from ivr.effect import End, Listen
from ivr.event import Event, Key, Silence, Spoken
from ivr.fields import Target, Text, Word, YesNo, wrong
from ivr.listening import Listening
from ivr.node import Collect, Exit, Fail, Finish, Go, Hear, Keep, Surroundings, values_of
from ivr.prompt import PromptField

if TYPE_CHECKING:
    from ivr.call import Call
    from ivr.node import Move, Path
    from ivr.prompt import Prompt

FORGIVEN_END = "#"
"""The key that is forgiven after an entry of a fixed length where the ask names no `end` of its own."""
NO_DIGITS = ("*", "#")
"""The keys of which the flow's own meaning holds in an ask, too."""
_DIGITS = re.compile(r"(\d{1,3})(?:\s*(?:-|to)\s*(\d{1,3}))?$")
_DATE_PARTS = re.compile(r"YYYY|YY|MM|DD")


class Digits(NamedTuple):
    """How many digits an entry has."""

    least: int
    most: int


class Check(NamedTuple):
    """What an entry must be: `luhn`, a `date` in a `form` such as MMDDYYYY, or `one-of` some `entries`."""

    kind: str
    form: str = ""
    entries: tuple[str, ...] = ()

    def passes(self, entry: str) -> bool:
        """Whether the digits entered are right."""
        if self.kind == "luhn":
            return passes_luhn(entry)
        return is_date(entry, self.form) if self.kind == "date" else entry in self.entries


def passes_luhn(entry: str) -> bool:
    """Whether the last digit is the check digit of the others (the Luhn formula, ISO/IEC 7812-1, annex B)."""
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(entry))]
    return bool(entry) and sum(value - 9 * (value > 9) for value in doubled) % 10 == 0  # noqa: PLR2004 -- a digit


def is_date(entry: str, form: str) -> bool:
    """Whether the digits are a day of the calendar, written in `form`."""
    if len(entry) != len(form):
        return False
    parts = {found[0]: int(entry[found.start() : found.end()]) for found in _DATE_PARTS.finditer(form)}
    leap_year = 2000
    year = parts.get("YYYY", leap_year + parts["YY"] if "YY" in parts else leap_year)
    try:
        date(year, parts.get("MM", 1), parts.get("DD", 1))
    except ValueError:
        return False
    return True


def _digits(value: object) -> Digits:
    found = _DIGITS.match(str(value).strip())
    least, most = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
    if not 1 <= least <= most:
        raise wrong("digits", f"'{value}' is not a number of digits; write `9`, or `8-10` for from 8 to 10")
    return Digits(least, most)


def _check(value: object) -> Check:
    if isinstance(value, Mapping) and set(value) == {"one-of"} and isinstance(value["one-of"], (list, str)):
        entries = value["one-of"]
        return Check("one-of", entries=(entries,) if isinstance(entries, str) else tuple(map(str, entries)))
    kind, _, form = str(value).strip().partition(" ")
    if kind == "luhn" and not form:
        return Check("luhn")
    form = form.strip().upper() or "MMDDYYYY"
    if kind == "date" and form and not _DATE_PARTS.sub("", form):
        return Check("date", form)
    raise wrong("check", f"'{value}' is not a check; write `luhn`, `date MMDDYYYY` or `{{one-of: [1, 2]}}`")


DigitsField = Annotated[
    Digits,
    PlainValidator(_digits),
    WithJsonSchema(
        {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": r"^\d+(\s*(-|to)\s*\d+)?$"}]}
    ),
]
CheckField = Annotated[
    Check,
    PlainValidator(_check),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": "^(luhn|date( [MDY]+)?)$"},
                {"type": "object", "properties": {"one-of": {"type": "array"}}, "additionalProperties": False},
            ]
        }
    ),
]


class Ask(Listening):
    """Collects digits into a variable."""

    verb: ClassVar[str] = "ask"
    shape: ClassVar[str] = "ask"

    ask: PromptField = Field(description="What the caller is asked for.")
    into: Word = Field(description="The variable that keeps the digits.")
    digits: DigitsField | None = Field(default=None, description="How many digits: `9`, or `8-10`.")
    end: Text = Field(default="", description="The key that ends the entry, such as `#`.")
    check: CheckField | None = Field(
        default=None, description="What the digits must be: `luhn`, `date MMDDYYYY`, or `{one-of: [1, 2]}`."
    )
    next: Target | None = Field(default=None, description="Where the call goes with the entry.")
    sensitive: YesNo = Field(default=False, description="Confidential, as a PIN is.")

    def hear(self, flow: Surroundings, call: Call) -> Hear:
        """Give the prompt and the wait."""
        prompt = self.ask.spoken(call.language, flow.first_language, values_of(call), flow.defaults.rate)
        return Hear((prompt,) if self.ask else (), Listen(self.wait_in(flow)))

    def react(self, flow: Surroundings, call: Call, event: Event) -> Move:
        """Collect a digit, end the entry, or follow one of the flow's keys that is no digit."""
        if isinstance(event, Key):
            return self._key(flow, call, event.key)
        if isinstance(event, Silence):
            return self._complete(call.typed) if call.typed else Fail("silence")
        return Fail("wrong") if isinstance(event, Spoken) else Keep()

    def _key(self, flow: Surroundings, call: Call, key: str) -> Move:
        if key in self.end:
            return self._complete(call.typed)
        if key.isdigit():
            typed = call.typed + key
            full = self.digits is not None and len(typed) >= self.digits.most
            return self._complete(typed, swallow=self.end or FORGIVEN_END) if full else self._collect(flow, typed)
        everywhere = flow.keys.get(key)
        holds = everywhere and (everywhere.when is None or everywhere.when.holds(values_of(call)))
        return Go(everywhere.go, key, language=everywhere.language) if everywhere and holds else Fail("wrong")

    def _collect(self, flow: Surroundings, typed: str) -> Collect:
        return Collect(typed, self.between_in(flow))

    def _complete(self, entry: str, swallow: str = "") -> Move:
        short = len(entry) < (self.digits.least if self.digits else 1)
        if short or (self.check and not self.check.passes(entry)):
            return Fail("wrong", swallow)
        if self.next is None:
            return Finish(End("fault", "the flow does not say where the call goes on"))
        return Go(self.next, "next", values=((self.into, entry),), swallow=swallow)

    def exits(self, flow: Surroundings) -> Iterator[Exit]:
        """Give the way on with an entry, the flow's keys that work here, and where the last try leads."""
        if self.next:
            yield Exit("next", self.next, "key", ("next",))
        for key, everywhere in flow.keys.items():
            if key in NO_DIGITS and key not in self.end:
                yield Exit(
                    on=key,
                    to=everywhere.go,
                    by="key",
                    path=("keys", key, "go"),
                    said=everywhere.say.text(flow.first_language) if everywhere.say else "",
                    announced=False,
                    scope="global",
                    when=everywhere.when,
                    language=everywhere.language,
                )
        yield from self.failure_exit(flow)

    def missing(self, flow: Surroundings) -> Iterator[str]:
        """Name `next` and `otherwise` where they are not written."""
        if not self.next:
            yield "next"
        yield from super().missing(flow)

    def prompts(self) -> Iterator[tuple[Path, Prompt]]:
        """Give the prompt and the re-prompts."""
        yield ("ask",), self.ask
        yield from self.own_reprompts()

    def sets(self) -> Iterator[tuple[str, Path]]:
        """Name the variable that keeps the entry."""
        yield self.into, ("into",)

    @property
    def detail(self) -> str:
        """The variable and its length."""
        if self.digits is None:
            return f"into {self.into}"
        least, most = self.digits
        length = str(least) if least == most else f"{least} to {most}"
        return f"into {self.into}, {length} digit{'' if most == 1 else 's'}"
