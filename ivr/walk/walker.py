"""What the keys of the keyboard do on the screen of a walk. Where the call goes, the engine decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from ivr.effect import Listen
from ivr.event import Event, HangUp, Key, Outcome, Silence, Spoken
from ivr.session import Session
from ivr.walk.entry import Entry
from ivr.walk.written import Written, name_of

TELEPHONE = "0123456789*#"
ENTER = frozenset({"c-m", "c-j"})
PASTE = "<bracketed-paste>"
LEAVING = frozenset({"c-c", "c-d", "<sigint>"})
PAGES = frozenset({"pageup", "pagedown"})
_BETWEEN_DIGITS = " -().+\r\n\t"
_SHOWN = 12
"""Characters of something pasted that a notice repeats."""


@dataclass
class Listing:
    """Things to choose one of; `chosen` is the one that Enter takes, `title` what they all are."""

    heading: str
    items: tuple[str, ...]
    take: Callable[[int], None]
    chosen: int = 0
    title: str = "lines"


class Walker:
    """A person at the keyboard: what is shown to them, and what each of their keys does.

    `shows` is what stands above the call: the `transcript`, the `values`, or the `help`. `away` says how many lines the
    person has scrolled away there, from the end of the transcript or from the top of anything else, by `page`s; `down`
    how many within what is heard now, which `overflows` if there is more than can be seen. `notice` is one line about
    the last key. `entry` is a line being written, `lines` the lines of the flow, or its calls, to choose from. `left`
    is set when they have gone. `written` is what can be done with calls that are written down.
    """

    def __init__(
        self, session: Session, read_moment: Callable[[str], datetime], written: Written | None = None
    ) -> None:
        """Begin to watch a session; `read_moment` understands a time, and raises ValueError for what is none."""
        self.session = session
        self.written = written or Written()
        self.read_moment = read_moment
        self.shows = "transcript"
        self.away = self.down = 0
        self.page = 1
        self.overflows = False
        self.notice = ""
        self.entry: Entry | None = None
        self.lines: Listing | None = None
        self.answers = self._answers()
        self.left = False

    @property
    def listing(self) -> Listing | None:
        """What is to be chosen from at this moment, if anything."""
        return self.lines or self.answers

    @property
    def listens(self) -> bool:
        """Whether the call waits for the caller."""
        return isinstance(self.session.now.waits, Listen)

    def press(self, key: str, text: str = "") -> None:
        """Do what a key does: one character, or the name of a key that is none; `text` is what was pasted."""
        self.notice = ""
        if key in LEAVING:
            self.left = True
        elif self.entry is not None:
            self._write(self.entry, key, text)
        elif key == PASTE:
            self._paste(text)
        elif key in PAGES:
            self._turn(self.page, forward=key == "pagedown")
        elif self.shows == "help":
            self._read_help(key)
        elif not (self.listing and self._choose(self.listing, key)):
            self._command(key)

    def _only_lines(self, key: str) -> None:
        """Keep to the list of lines while it is open."""
        if key in {"q", "Q"}:
            self.leave()
        else:
            self.notice = "Choose with the arrow keys and Enter, or by number; Esc leaves the list."

    def commands(self) -> dict[str, Callable[[], None]]:
        """Give what each letter does now; one that begins an answer to choose from is not among them."""
        if self.shows == "help" or self.lines:
            return {"q": self.leave}
        acting = {"s": self.ask_words} if self.listens else {}
        replaying = {"c": self.ask_call} if self.written.names else {}
        ringing = {} if self.session.call.ended else {"h": self.hang_up}
        doing: dict[str, Callable[[], None]] = {
            **acting,
            **ringing,
            **replaying,
            "w": self.ask_name,
            "b": self.step_back,
            "r": self.restart,
            "v": self.show_values,
            "t": self.ask_time,
            "l": self.ask_line,
            "?": self.show_help,
            "q": self.leave,
        }
        taken = {item[:1].lower() for item in self.listing.items} if self.listing else set()
        return {letter: do for letter, do in doing.items() if letter not in taken or letter == "q"}

    def _command(self, key: str) -> None:
        if self.lines:
            self._only_lines(key)
        elif key in TELEPHONE:
            self._feed([Key(key)])
        elif key in ENTER or key == " ":
            self.wait()
        elif key == "c-h":
            self.step_back()
        elif key in {"up", "down"}:
            self._scroll(key)
        elif key == "escape":
            self.shows, self.away = "transcript", 0
        elif key.lower() in self.commands():
            self.commands()[key.lower()]()
        elif key.lower() in {"s", "h", "c"}:
            self._refuse(key.lower())
        elif len(key) == 1:
            self.notice = f"'{key}' does nothing here; ? shows what does."

    def _refuse(self, letter: str) -> None:
        """Say why a letter that is a command does nothing now."""
        if letter == "c":
            self.notice = "The flow has no calls to replay; w writes this one down."
        else:
            self._can_act()

    def _scroll(self, key: str) -> None:
        """Move within what is heard now where it has not enough room, else above; the view knows the bounds."""
        if self.overflows:
            self.down = max(0, self.down + (1 if key == "down" else -1))
        else:
            self._turn(1, forward=key == "down")

    def _turn(self, lines: int, *, forward: bool) -> None:
        """Scroll what stands above the call; the transcript is read from its end."""
        from_top = self.shows != "transcript"
        self.away = max(0, self.away + (lines if forward == from_top else -lines))

    def _read_help(self, key: str) -> None:
        if key in {"up", "down"}:
            self._turn(1, forward=key == "down")
        elif key in {"q", "Q"}:
            self.leave()
        else:
            self.shows, self.away = "transcript", 0

    # --- what is written in a line --------------------------------------------------------------------------------

    def _write(self, entry: Entry, key: str, text: str) -> None:
        if key in ENTER:
            self._finish(entry)
        elif key == "escape":
            self.entry = None
        elif key == PASTE or len(key) == 1:
            entry.insert(text or key)
        else:
            entry.press(key)

    def _finish(self, entry: Entry) -> None:
        self.entry = None
        try:
            entry.take(entry.text.strip())
        except ValueError as error:
            self.entry, self.notice = entry, str(error)

    def ask_words(self) -> None:
        """Ask for what the caller says."""
        if self._can_act():
            self.entry = Entry("say", "what the caller says; Enter says it, Esc leaves it", self._say)

    def _say(self, words: str) -> None:
        if words:
            self._feed([Spoken(words)])

    def ask_name(self) -> None:
        """Ask for the name under which the call is written down."""
        hint = "what this call shows, in a few words; Enter saves it as a test, Esc leaves it"
        self.entry = Entry("save as", hint, self._save)

    def _save(self, name: str) -> None:
        self.notice = self.written.save(self.session, name or name_of(self.session))

    def ask_time(self) -> None:
        """Ask for the time to set the clock to."""
        hint = "as in Sun 03:00, 2026-12-25 10:00 or 10:30; Enter sets it, Esc leaves it"
        self.entry = Entry("time", hint, self._set_clock)

    def _set_clock(self, text: str) -> None:
        if text:
            self.session.set_clock(self.read_moment(text))
            self._moved()
            self.notice = f"The clock is set to {text}."

    def _ask_value(self, outcome: str, names: tuple[str, ...], given: tuple[tuple[str, str], ...]) -> None:
        """Ask for the value of the first of `names`, then for the others, then give the answer."""
        if not names:
            self._feed([Outcome(outcome, given)])
            return

        def take(text: str) -> None:
            more = ((names[0], text),) if text else ()
            self._ask_value(outcome, names[1:], given + more)

        self.entry = Entry(names[0], f"what '{outcome}' brings; Enter alone leaves it unset, Esc leaves it", take)

    # --- what is chosen from a list -------------------------------------------------------------------------------

    def _answers(self) -> Listing | None:
        question = self.session.question
        if question is None or not question.answers:
            return None
        return Listing("", question.answers, self._answer)

    def _answer(self, number: int) -> None:
        question = self.session.question
        if question is not None:
            self._ask_value(question.answers[number], getattr(question, "gives", ()), ())

    def ask_line(self) -> None:
        """Let a line be chosen."""
        flow = self.session.flow
        items = tuple(f"{number}  {line.name}".rstrip() for number, line in flow.lines.items())
        numbers = list(flow.lines)
        here = numbers.index(self.session.call.line) if self.session.call.line in numbers else 0
        self.lines = Listing("Which line is dialled?", items, lambda number: self._dial(numbers[number]), here)

    def ask_call(self) -> None:
        """Let a call be chosen that is written down, to be replayed."""
        self.lines = Listing("Which call is replayed?", self.written.names, self._replay, title="calls")

    def _replay(self, number: int) -> None:
        walked, wrong = self.written.replay(self.written.names[number])
        self.session.take_over(walked)
        self._moved()
        self.notice = wrong or "Replayed; Backspace takes its steps back."

    def _dial(self, line: str) -> None:
        self.session.start(line, self.session.dialled_at)
        self._moved()

    def _choose(self, listing: Listing, key: str) -> bool:
        """Move in a list or take something from it; False for a key that has nothing to do with the list."""
        most = len(listing.items) - 1
        places = {"up": listing.chosen - 1, "down": listing.chosen + 1, "home": 0, "end": most}
        if key in places:
            listing.chosen = min(max(places[key], 0), most)
        elif key in ENTER or key == " ":
            self._take(listing, listing.chosen)
        elif key.isdecimal() and key.isascii() and 1 <= int(key) <= most + 1:
            self._take(listing, int(key) - 1)
        elif self.lines and key in {"escape", "c-h", "l", "c"}:
            self.lines = None
        else:
            return key not in {"q", "Q"} and self._choose_by_letter(listing, key)
        return True

    def _choose_by_letter(self, listing: Listing, key: str) -> bool:
        """Take the one thing that begins with a letter; where there are several, go from one to the next."""
        if len(key) != 1 or not key.isalpha():
            return False
        begins = [number for number, item in enumerate(listing.items) if item[:1].lower() == key.lower()]
        if len(begins) == 1:
            self._take(listing, begins[0])
        elif begins:
            listing.chosen = next((number for number in begins if number > listing.chosen), begins[0])
        return bool(begins)

    def _take(self, listing: Listing, number: int) -> None:
        self.lines = None
        listing.take(number)

    # --- what happens to the call ---------------------------------------------------------------------------------

    def _can_act(self) -> bool:
        """Whether the caller is listened to; else say why not."""
        if self.session.call.ended:
            self.notice = "The call is over: r dials again, Backspace undoes the last step, q quits."
        elif not self.listens:
            self.notice = "Nobody listens to the caller now: choose how it turns out."
        return not self.notice

    def _feed(self, events: list[Event]) -> None:
        """Let something happen; what comes after the end of the call is refused."""
        for event in events:
            if self.session.call.ended:
                self._can_act()
                return
            self.session.feed(event)
            self._moved()

    def _moved(self) -> None:
        self.away = self.down = 0
        self.lines = None
        self.answers = self._answers()

    def _paste(self, text: str) -> None:
        keys = "".join(sign for sign in text if sign in TELEPHONE)
        if not keys or any(sign not in TELEPHONE + _BETWEEN_DIGITS for sign in text):
            self.notice = f"What was pasted is not keys of a telephone: '{' '.join(text.split())[:_SHOWN]}'."
        elif self.shows != "help":
            self._feed([Key(keys[0]), *(Key(key, after=0) for key in keys[1:])])

    def wait(self) -> None:
        """Say nothing until the wait runs out."""
        if self._can_act():
            self._feed([Silence()])

    def hang_up(self) -> None:
        """Let the caller hang up."""
        self._feed([HangUp()])

    def step_back(self) -> None:
        """Undo the last step."""
        if self.session.step_back():
            self._moved()
        else:
            self.notice = "This is where the walk began; there is nothing to undo."

    def restart(self) -> None:
        """Dial the same line again."""
        self.session.restart()
        self._moved()
        self.notice = "Dialled again; Backspace takes that back."

    def show_values(self) -> None:
        """Show the values above the call, or the transcript again."""
        self.shows, self.away = "transcript" if self.shows == "values" else "values", 0

    def show_help(self) -> None:
        """Show what each key does."""
        self.shows, self.away = "help", 0

    def leave(self) -> None:
        """Stop walking."""
        self.left = True
