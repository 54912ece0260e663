"""`menu`: plays a prompt and the announced options, and waits for a key, a code of several keys, or words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, NamedTuple

from pydantic import BeforeValidator, Field

from ivr.effect import Listen, Say
from ivr.event import Event, Key, Silence, Spoken
from ivr.fields import Fields, Names, Target, Text, Weight, When, Word, YesNo
from ivr.listening import Listening
from ivr.node import Collect, Exit, Fail, Go, Hear, Keep, Surroundings
from ivr.prompt import Prompt, PromptField, fill, speaking_seconds
from ivr.settings import GlobalKey

if TYPE_CHECKING:
    from ivr.call import Call
    from ivr.node import Move, Path, Values

NOTHING = "none"
"""As an option, takes a key of the whole flow away from this menu."""
CODE = re.compile(r"[0-9*#]+$")
_WORD = re.compile(r"\w+")


class Option(Fields):
    """One choice of a menu: a key, a code, or (under a name that is no key) words alone."""

    go: Target = Field(description="Where it leads.")
    say: PromptField | None = Field(default=None, description="What callers are told it is for, as in `refills`.")
    words: Names = Field(default=(), description="Words that choose it when spoken.")
    announced: YesNo = Field(default=True, description="Whether callers are told of it.")
    because: Text = Field(default="", description="Why callers are not told of it.")
    when: When | None = Field(default=None, description="It is there only while this condition holds.")
    language: Word | None = Field(default=None, description="The call goes on in this language.")
    weight: Weight | None = Field(
        default=None, description="How many callers choose it: a share, as in `30%`, or a number of calls."
    )
    documented: Names = Field(default=(), description="Where it is documented: a source, and the place in it.")
    note: Text = Field(default="", description="Anything a reader should know; never spoken.")


def _long_form(value: object) -> object:
    return {"go": value} if isinstance(value, str) else value


Options = dict[str, Annotated[Option, BeforeValidator(_long_form, json_schema_input_type=str | Option)]]


class Choice(NamedTuple):
    """An option, or a key of the whole flow, as it stands in one menu."""

    key: str
    option: Option | GlobalKey
    path: Path
    own: bool


class Heard(NamedTuple):
    """What one visit of a menu plays and takes: remembered, as it is the same for every call in the same state."""

    hear: Hear
    codes: Mapping[str, Go]
    beginnings: frozenset[str]
    words: tuple[tuple[tuple[str, ...], Go], ...]


class Menu(Listening):
    """Plays a prompt and the announced options, and waits for a key, a code, or words."""

    verb: ClassVar[str] = "menu"
    shape: ClassVar[str] = "menu"

    menu: PromptField = Field(description="What the caller hears before the options.")
    options: Options = Field(default={}, description="What each key leads to; the announcement follows their order.")
    announce: Literal["options", "as-is"] = Field(
        default="options", description="`as-is`: the prompt already speaks the keys, so nothing is added to it."
    )
    end: Text = Field(default="", description="Keys that end a code at once, such as `#`.")

    def choices(self, flow: Surroundings) -> Iterator[Choice]:
        """Give every choice that this menu has, its own options first, then the keys of the whole flow."""
        for key, option in self.options.items():
            if option.go != NOTHING:
                yield Choice(key, option, ("options", key), own=True)
        for key, everywhere in flow.keys.items():
            if key not in self.options:
                yield Choice(key, everywhere, ("keys", key), own=False)

    def label(self, flow: Surroundings, choice: Choice) -> Prompt | None:
        """Give what callers are told of a choice, or None where they are told nothing."""
        if choice.option.say is not None:
            return choice.option.say
        title = flow.title(choice.option.go)
        if isinstance(title, Prompt):
            return title
        return Prompt(texts=(("", title),)) if title else None

    def announces(self, flow: Surroundings, choice: Choice) -> bool:
        """Whether the announcement made from the options tells of this choice."""
        if self.announce == "as-is" or not choice.option.announced or not CODE.match(choice.key):
            return False
        return bool(self.label(flow, choice))

    def announcement(self, flow: Surroundings, call: Call) -> tuple[Say, ...]:
        """Give what is heard on coming here: the prompt, then each announced option."""
        values = dict(call.values)
        prompt = self.menu.spoken(call.language, flow.first_language, values, flow.defaults.rate)
        says = (prompt,) if self.menu else ()
        return says + tuple(
            self.announced(flow, choice, call.language, values)
            for choice in self.choices(flow)
            if self.announces(flow, choice) and _holds(choice, values)
        )

    def announced(self, flow: Surroundings, choice: Choice, spoken_in: str, values: Mapping[str, str]) -> Say:
        """Announce an option; one that changes the language speaks to those who understand that one, if it can."""
        label = self.label(flow, choice) or Prompt()
        language = choice.option.language
        if language is None or language not in label.languages:
            language = spoken_in
        spoken = label.spoken(language, flow.first_language, values, flow.defaults.rate)
        text = flow.wording(language).announce(fill(spoken.text, values), choice.key)
        stated = label.seconds if spoken.audio else None
        seconds = stated if stated is not None else speaking_seconds(text, flow.defaults.rate)
        return Say(text, seconds, language, self.menu.interruptible, spoken.audio, choice.key)

    def heard(self, flow: Surroundings, call: Call) -> Heard:
        """Give what this menu plays and takes for this call; worked out once for calls in the same state.

        Where variables matter only the last values are remembered: they are endless, and callers' own.
        """
        state = ("heard", call.node, call.language)
        known: tuple[Values | None, Heard] | None = flow.memo.get(state)
        if known is None or (known[0] is not None and known[0] != call.values):
            known = flow.memo[state] = (call.values if self._depends(flow) else None, self._work_out(flow, call))
        return known[1]

    def _depends(self, flow: Surroundings) -> bool:
        choices = list(self.choices(flow))
        prompts = [self.menu, *(self.label(flow, choice) or Prompt() for choice in choices)]
        return any(choice.option.when for choice in choices) or any(prompt.variables() for prompt in prompts)

    def _work_out(self, flow: Surroundings, call: Call) -> Heard:
        values = dict(call.values)
        there = [choice for choice in self.choices(flow) if _holds(choice, values)]
        says = self.announcement(flow, call)
        codes = {choice.key: _go(choice, says) for choice in there if CODE.match(choice.key)}
        words = tuple((split(phrase), _go(choice)) for choice in there for phrase in choice.option.words)
        return Heard(
            hear=Hear(says, Listen(self.wait_in(flow), speech=bool(words))),
            codes=codes,
            beginnings=frozenset(code[:length] for code in codes for length in range(1, len(code))),
            words=words,
        )

    def hear(self, flow: Surroundings, call: Call) -> Hear:
        """Give the prompt, the announced options, and the wait."""
        return self.heard(flow, call).hear

    def react(self, flow: Surroundings, call: Call, event: Event) -> Move:
        """Follow a key, words or a silence."""
        heard = self.heard(flow, call)
        if isinstance(event, Key):
            return self._key(flow, call, heard, event.key)
        if isinstance(event, Silence):
            if not call.typed:
                return Fail("silence")
            return heard.codes.get(call.typed) or Fail("wrong")
        if isinstance(event, Spoken):
            return understand(event.words, heard.words)
        return Keep()

    def _key(self, flow: Surroundings, call: Call, heard: Heard, key: str) -> Move:
        if call.typed and key in self.end:
            return heard.codes.get(call.typed) or Fail("wrong")
        typed = call.typed + key
        if typed in heard.beginnings:
            return Collect(typed, self.between_in(flow))
        return heard.codes.get(typed) or Fail("wrong")

    def exits(self, flow: Surroundings) -> Iterator[Exit]:
        """Give every choice, then where the last try leads."""
        for choice in self.choices(flow):
            option = choice.option
            label = self.label(flow, choice)
            said = label.text(flow.first_language) if label else ""
            yield Exit(
                on=choice.key,
                to=option.go,
                by="key" if CODE.match(choice.key) else "words",
                path=(*choice.path, "go"),
                said=said,
                announced=self.announces(flow, choice) or (self.announce == "as-is" and option.announced),
                scope="own" if choice.own else "global",
                when=option.when,
                language=option.language,
            )
        yield from self.failure_exit(flow)

    def prompts(self) -> Iterator[tuple[Path, Prompt]]:
        """Give the prompt, what is said of the options, and the re-prompts."""
        yield ("menu",), self.menu
        for key, option in self.options.items():
            if option.say:
                yield ("options", key, "say"), option.say
        yield from self.own_reprompts()

    def reads(self) -> Iterator[tuple[str, Path]]:
        """Name the variables of the prompts and of the options' conditions."""
        yield from super().reads()
        for key, option in self.options.items():
            for name in option.when.variables() if option.when else ():
                yield name, ("options", key, "when")


def _holds(choice: Choice, values: Mapping[str, str]) -> bool:
    return choice.option.when is None or choice.option.when.holds(values)


def _go(choice: Choice, says: tuple[Say, ...] = ()) -> Go:
    told = _told(choice.key, says) if says and all(say.interruptible for say in says) else None
    return Go(choice.option.go, choice.key, language=choice.option.language, told=told)


def _told(key: str, says: tuple[Say, ...]) -> float:
    """Give the second at which an option's key has been told, or that at which the prompts are over."""
    heard = 0.0
    for say in says:
        heard += say.seconds
        if say.key is not None and say.key.startswith(key):
            break
    return heard


def split(words: str) -> tuple[str, ...]:
    """Give the words of a phrase, in lower case."""
    return tuple(_WORD.findall(words.lower()))


def understand(words: str, phrases: tuple[tuple[tuple[str, ...], Go], ...]) -> Go | Fail:
    """Give what the longest phrase that occurs in `words` leads to; two that lead to different places are no match."""
    heard = split(words)
    found = [(len(phrase), go) for phrase, go in phrases if phrase and _within(phrase, heard)]
    longest = max((length for length, _ in found), default=0)
    goes = {(go.to, go.language): go for length, go in reversed(found) if length == longest}
    return next(iter(goes.values())) if len(goes) == 1 else Fail("wrong")


def _within(phrase: tuple[str, ...], heard: tuple[str, ...]) -> bool:
    return any(heard[at : at + len(phrase)] == phrase for at in range(len(heard) - len(phrase) + 1))
