"""Random call flows as text, of every kind of node, and things that happen to calls by chance.

The flows are valid: every target exists, and every field is one that the language knows. They may go round, return
from nowhere or leave a way out unsaid; a call must end well or end with a reason all the same. Hypothesis chooses the
size and the seed of a flow and nothing else: so a law is tried on twenty times as many flows in the same time.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import strategies as st

from ivr.call import Call
from ivr.effect import Choose, Effect, LookUp, Record, Transfer
from ivr.event import Event, HangUp, Key, Outcome, Silence, Spoken
from ivr.flow import Flow
from ivr.nodes.menu import Menu

CHANCES = st.integers(0, 2**32 - 1).map(Random)
LINES = ("1-800-555-0100", "1-800-555-0101")
LANGUAGES = ("en", "es")
VARIABLES = ("x", "y", "z")
VALUES = ("1", "2", "12", "no", "text")
OUTCOMES = ("found", "unknown", "failed")
WORDS = ("bill", "my bill", "plan", "agent")
CODES = ("1", "2", "3", "12", "123", "0", "*", "#", "*9", "refill")
RETURNS = ("good", "bad", "odd")
MORE_OUTCOMES = ("connected", "busy", "no-answer", "closed", "recorded", "60%", "40%", "done", "good")
CONDITIONS = ("x == 1", "y", 'z in ["2", "12"]', "x < 5 and not y", "x != y")

HEAD = """ivr: 1
timezone: America/Chicago
languages: [en, es]
hours: {desk: "Mon-Fri 08:00-20:00", night: {open: "22:00-06:00", closed: [2026-03-05]}}
contacts: {team: {name: Team, hours: desk}, always: {name: Always, number: 1-800-555-0123}, shut: {hours: never}}
"""

PROMPTS = (
    '"One moment please."',
    '"You have {x} and {y}."',
    '{en: "Hello.", es: "Hola."}',
    '{text: "This is a notice of seven words.", interruptible: no}',
    '{audio: m.wav, seconds: 3.5, text: {en: "Music.", es: "Musica."}}',
    '""',
)
SECONDS = ("1", "2.5 s", "4")
YES_NO = ("yes", "no")


class Writer:
    """Writes nodes at random."""

    def __init__(self, chance: Random, size: int) -> None:
        self.chance = chance
        self.names = tuple(f"n{number}" for number in range(size))

    def flow(self) -> str:
        """Write a flow."""
        fields = {key: value for key, value in self.listening().items() if key not in {"flush", "language"}}
        defaults = flow_style(self.some({**fields, "rate": self.one("60", "160")}))
        lines = flow_style({line: self.map(start=self.name(), language=None) for line in LINES})
        keys = {"*": self.option(), self.one("0", "#", "*9", "help"): self.option()}
        if self.chance.random() < 0.7:
            keys["*"] = "back"
        body = "".join(f"  {name}: {self.node()}\n" for name in self.names)
        return f"{HEAD}lines: {lines}\nkeys: {flow_style(keys)}\ndefaults: {defaults}\nnodes:\n{body}"

    def one(self, *words: str) -> str:
        """Give one of these words."""
        return self.chance.choice(words)

    def list_of(self, words: tuple[str, ...], most: int = 2) -> str:
        """Give a list of some of these words."""
        return f"[{', '.join(self.chance.sample(words, self.chance.randint(1, most)))}]"

    def some(self, fields: dict[str, str]) -> dict[str, str]:
        """Give most of these fields."""
        return {key: value for key, value in fields.items() if self.chance.random() < 0.75}

    def map(self, optional: dict[str, str] | None = None, **needed: str | None) -> str:
        """Give a map of what is needed and some of what is optional; a language, where it is None, is by chance."""
        fields = {key: value for key, value in needed.items() if value is not None}
        more = {"language": self.one(*LANGUAGES)} if "language" in needed and self.chance.random() < 0.3 else {}
        return flow_style({**fields, **self.some(optional or {}), **more})

    def map_of(self, keys: tuple[str, ...], values: Callable[[], str], most: int = 3) -> str:
        """Give a map of some of these keys."""
        chosen = self.chance.sample(keys, self.chance.randint(1, min(most, len(keys))))
        return flow_style({key: values() for key in chosen})

    def name(self) -> str:
        """Give the name of a node."""
        return self.one(*self.names)

    def target(self) -> str:
        """Give somewhere to go."""
        return self.one("again", "back") if self.chance.random() < 0.15 else self.name()

    def prompt(self) -> str:
        """Give a prompt."""
        return self.one(*PROMPTS)

    def reprompts(self) -> str:
        """Give one prompt, or a list."""
        prompts = [self.prompt() for _ in range(self.chance.randint(1, 3))]
        return f"[{', '.join(prompts)}]" if self.chance.random() < 0.5 else prompts[0]

    def when(self) -> str:
        """Give a condition."""
        return json.dumps(self.one(*CONDITIONS))

    def option(self) -> str:
        """Give one option in its long form, or its short one."""
        if self.chance.random() < 0.4:
            return self.target()
        more = {"say": self.prompt(), "announced": self.one(*YES_NO), "words": self.list_of(WORDS)}
        if self.chance.random() < 0.3:
            more["when"] = self.when()
        return self.map(more, go=self.target(), language=None)

    def own_option(self) -> str:
        """Give an option of a menu, which may take a key of the whole flow away."""
        return "none" if self.chance.random() < 0.1 else self.option()

    def listening(self) -> dict[str, str]:
        """Give the fields that menus and asks share."""
        return {
            "otherwise": self.target(),
            "tries": self.one("1", "2", "4"),
            "wrong": self.reprompts(),
            "silence": self.reprompts(),
            "wait": self.one(*SECONDS),
            "between": self.one(*SECONDS),
            "flush": self.one(*YES_NO),
        }

    def node(self) -> str:
        """Give a node of any kind, menus most often."""
        kinds: list[Callable[[], str]] = [
            *[self.menu] * 5, *[self.ask] * 2, *[self.run] * 2, self.say, self.hours, self.branch, self.set,
            self.lookup, self.transfer, self.record, self.comes_back, self.split, self.hangup, self.unknown,
        ]  # fmt: skip
        return self.chance.choice(kinds)()

    def menu(self) -> str:
        more = {"end": self.one("'#'", "'*'"), "announce": self.one("as-is", "options"), **self.listening()}
        options = self.map_of(CODES, self.own_option, 6)
        return self.map(more, menu=self.prompt(), options=options, language=None)

    def ask(self) -> str:
        more = {
            "digits": self.one("1", "2", "1-3", "2-3"),
            "end": self.one("'#'", "'*'", "'*#'"),
            "check": self.one("luhn", "date MMDD", "{one-of: [1, 12]}"),
            **self.listening(),
        }
        following = None if self.chance.random() < 0.1 else self.target()
        return self.map(more, ask=self.prompt(), into=self.one(*VARIABLES), next=following, language=None)

    def say(self) -> str:
        return self.map({"flush": "yes", "next": self.target()}, say=self.prompt(), language=None)

    def hours(self) -> str:
        ways = {"open": self.target(), "closed": self.target()}
        return self.map(ways, hours=self.one("desk", "night", "always", "never"))

    def branch(self) -> str:
        ways = [self.map(when=self.when(), go=self.target()) for _ in range(self.chance.randint(1, 2))]
        return self.map({"else": self.target()}, branch=f"[{', '.join(ways)}]")

    def set(self) -> str:
        values = self.map_of(VARIABLES, lambda: self.one("1", "12", "'text'", "x", "y", "z", "'no'"))
        return self.map(set=values, next=self.target())

    def lookup(self) -> str:
        more = {"gives": self.list_of(VARIABLES), "pass": self.list_of(VARIABLES)}
        outcomes = self.map_of(OUTCOMES, self.target)
        return self.map(more, lookup=self.one("record", "balance"), outcomes=outcomes)

    def transfer(self) -> str:
        failures = {way: self.target() for way in ("busy", "no-answer", "closed", "failed")}
        more = {**failures, "pass": self.list_of(VARIABLES), "flush": self.one(*YES_NO)}
        return self.map(more, transfer=self.one("team", "always", "shut", "1-800-555-0177"))

    def record(self) -> str:
        more = {"into": self.one(*VARIABLES), "next": self.target(), "failed": self.target()}
        return self.map(more, record=self.prompt(), language=None)

    def run(self) -> str:
        more = {"then": self.target(), "returns": self.map_of(RETURNS, self.target), "else": self.target()}
        return self.map(more, run=self.name())

    def comes_back(self) -> str:
        return flow_style({"return": self.one(*RETURNS)})

    def split(self) -> str:
        return self.map(split=flow_style({"60%": self.target(), "40%": self.target()}))

    def hangup(self) -> str:
        return self.map({"done": "yes"}, hangup=self.prompt(), language=None)

    def unknown(self) -> str:
        return self.map({"exits": self.map_of(("done", "found"), self.target)}, unknown=self.one("Queue", "Script"))


def flow_style(fields: dict[str, str]) -> str:
    """Write a map whose values are YAML already."""
    return "{" + ", ".join(f"{json.dumps(key)}: {value}" for key, value in fields.items()) + "}"


def flows() -> st.SearchStrategy[str]:
    """Give the text of a flow of up to eight nodes."""
    return st.builds(lambda chance, size: Writer(chance, size).flow(), CHANCES, st.integers(1, 8))


AFTER = (None, None, 0.0, 0.5, 2.0, 9.0, 30.0)
START = datetime(2026, 3, 1, tzinfo=UTC)


def moment(chance: Random) -> datetime:
    """Give a moment of two weeks around a change of the clocks, often beside an opening or a closing time."""
    hours = chance.choice([1, 2, 4, 11, 12, 13, 14]) if chance.random() < 0.7 else chance.random() * 24
    return START + timedelta(days=chance.randrange(14), hours=hours, seconds=-chance.randrange(12))


def happening(chance: Random, flow: Flow, call: Call, waits: Effect | None) -> Event:
    """Give something that may happen to a call; mostly what fits to where it is."""
    node = flow.nodes.get(call.node)
    if isinstance(waits, Transfer | LookUp | Record | Choose) and waits.answers and chance.random() < 0.6:
        return Outcome(chance.choice(waits.answers), _pairs(chance), chance.choice([0.0, 1.5]))
    if isinstance(node, Menu) and chance.random() < 0.5:
        keys = "".join(choice.key for choice in node.choices(flow) if choice.key[0] in "0123*#") or "1"
        return Key(chance.choice(keys), chance.choice(AFTER))
    return _anything(chance)


def _anything(chance: Random) -> Event:
    dice = chance.random()
    if dice < 0.6:
        return Key(chance.choice("0123459*#"), chance.choice(AFTER))
    if dice < 0.75:
        return Silence()
    if dice < 0.83:
        return Spoken(chance.choice([*WORDS, "pay my bill", "nothing of it"]), chance.choice(AFTER))
    if dice < 0.98:
        return Outcome(chance.choice([*OUTCOMES, *MORE_OUTCOMES]), _pairs(chance), chance.choice([0.0, 1.5]))
    return HangUp(chance.choice([0.0, 1.0]))


def _pairs(chance: Random) -> tuple[tuple[str, str], ...]:
    return tuple((chance.choice(VARIABLES), chance.choice(VALUES)) for _ in range(chance.randrange(3)))
