"""The walk over plain lines: for a pipe, a screen reader, or a terminal that can do nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from types import MappingProxyType
from typing import Final

from ivr.effect import LookUp, Question
from ivr.event import Event, Outcome
from ivr.printable import printable
from ivr.session import Session, line_called
from ivr.walk.script import ScriptError, events_for, items
from ivr.walk.written import Written, name_of

HELP = """\
     1, 12, 123#    press keys             b  back         undo the last step
     wait           say nothing            r  restart      dial again
  s  say WORDS      say something          v  values       show every value
  h  hangup         hang up                t  at WHEN      set the clock: at Sun 03:00
     found, 2       answer a question      l  line NUMBER  dial another line
  w  save NAME      write the call down    c  replay NAME  replay a call that is written down
  ?  help           show this              q  quit         stop walking"""
LETTERS: Final = MappingProxyType(
    {
        "s": "say",
        "h": "hangup",
        "b": "back",
        "r": "restart",
        "v": "values",
        "t": "at",
        "l": "line",
        "w": "save",
        "c": "replay",
        "q": "quit",
        "?": "help",
    }
)
"""What the letters of the full screen are called here."""
_WITH_MORE = frozenset({"say", "at", "line", "save", "replay"})
"""Commands behind which something stands."""
_WHOLE_LINES = frozenset({"save", "replay"})
"""Commands that take all that stands behind them."""


def walk_lines(
    session: Session,
    lines: Iterable[str],
    write: Callable[[str], None],
    read_moment: Callable[[str], datetime],
    written: Written | None = None,
) -> None:
    """Walk by the commands in `lines`, one a line, writing the transcript as it goes; ends with them or with `quit`.

    `read_moment` understands a time that a person writes; it raises ValueError for what is none.
    """

    def tell(text: str) -> None:
        for part in text.split("\n"):
            write(printable(part))

    _Walk(session, tell, read_moment, written or Written()).go(lines)


class _Walk:
    """A walk over plain lines under way."""

    def __init__(
        self,
        session: Session,
        write: Callable[[str], None],
        read_moment: Callable[[str], datetime],
        written: Written,
    ) -> None:
        self.session, self.write, self.read_moment, self.written = session, write, read_moment, written

    def go(self, lines: Iterable[str]) -> None:
        """Do what every line says."""
        self._show(0)
        for item in (item for line in lines for item in _items(line)):
            command = _named(item, self.session.question)
            if command == "quit" and not _answers(command, self.session.question):
                return
            moments, seen = self.session.moments, len(self.session.moments)
            self._command(command)
            if self.session.moments is moments and len(moments) > seen:
                self._show(seen)

    def _show(self, since: int) -> None:
        for line in self.session.lines(since):
            self.write(line)
        if self.session.call.ended:
            self.write(self.session.closing())
        elif self.session.question:
            self.write(f"       {_choice(self.session.question)}")

    def _command(self, command: str) -> None:
        try:
            if _answers(command.partition(" ")[0], self.session.question) or not self._is_done(command):
                self._happen(command)
        except ScriptError as error:
            self.write(f"{error}; `help` shows every command")
        except ValueError as error:
            self.write(f"{error}")

    def _is_done(self, command: str) -> bool:
        """Do what changes the walk, and not the call that is walked; False where a command does no such thing."""
        session, write = self.session, self.write
        word, _, rest = command.partition(" ")
        match word:
            case "help":
                write(HELP)
            case "values":
                write(_values(session))
            case "back":
                write("Nothing to undo." if not session.step_back() else f"Back at [{session.call.node}].")
            case "restart":
                session.restart()
                self._show(0)
            case "line":
                self._line(rest)
            case "at":
                session.set_clock(self.read_moment(rest))
            case "save":
                write(self.written.save(session, rest or name_of(session)))
            case "replay":
                self._replay(rest)
            case _:
                return False
        return True

    def _line(self, wanted: str) -> None:
        session = self.session
        if wanted:
            session.start(line_called(session.flow, wanted), session.dialled_at)
            self._show(0)
        else:
            numbers = (f"  line {number}  {line.name}".rstrip() for number, line in session.flow.lines.items())
            self.write("\n".join(numbers))

    def _replay(self, name: str) -> None:
        if not name:
            names = "\n".join(f"  replay {one}" for one in self.written.names)
            self.write(names or "  the flow has no calls to replay; `save NAME` writes this one down")
            return
        walked, wrong = self.written.replay(name)
        self.session.take_over(walked)
        self._show(0)
        if wrong:
            self.write(wrong)

    def _happen(self, command: str) -> None:
        """Let something happen to the call."""
        if self.session.call.ended:
            self.write("The call is over: `restart` to dial again, `back` to undo, `quit` to stop, `help` for more.")
            return
        for event in _events(command, self.session.question):
            self.session.feed(event)


def _items(line: str) -> list[str]:
    """Give the commands of a line: what stands between its commas, but a name may have some of its own."""
    word = line.strip().partition(" ")[0]
    return [line.strip()] if LETTERS.get(word, word) in _WHOLE_LINES else items(line)


def _choice(question: Question) -> str:
    """Name the answers with their numbers, and the values that they may bring."""
    answers = "  ".join(f"{number}) {answer}" for number, answer in enumerate(question.answers, 1))
    gives = question.gives if isinstance(question, LookUp) else ()
    return answers + (f"  (may bring values: {' '.join(f'{name}=…' for name in gives)})" if gives else "")


def _named(command: str, question: Question | None) -> str:
    """Give a command by its whole name where it is one letter; an answer to the question at hand stays what it is."""
    word, _, rest = command.partition(" ")
    name = LETTERS.get(word.lower(), "")
    if not name or _answers(word, question) or (rest and name not in _WITH_MORE):
        return command
    return f"{name} {rest}".strip()


def _answers(word: str, question: Question | None) -> bool:
    return question is not None and word in question.answers


def _events(command: str, question: Question | None) -> list[Event]:
    """Give what a command stands for; where a question is asked, the number of an answer answers it."""
    number = int(command) - 1 if question and command.isascii() and command.isdecimal() else -1
    if question and 0 <= number < len(question.answers):
        return [Outcome(question.answers[number])]
    return events_for(command, question)


def _values(session: Session) -> str:
    values = session.call.values
    return "\n".join(f"  {name} = {value}" for name, value in values) if values else "  no values are set"
