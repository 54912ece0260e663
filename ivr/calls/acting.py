"""Taking the steps of a call that is written down: each is fed to the engine, or held against what the call is now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from ivr.analysis.phone_number import same_number
from ivr.calls.hearing import is_heard, is_pattern, nearest, plain, said
from ivr.calls.mismatch import MismatchError, named, near, short, unknown
from ivr.effect import Came, End, Listen, LookUp, Question, Record, Say, Transfer
from ivr.event import Event, HangUp, Key, Outcome, Silence, Spoken
from ivr.nodes.transfer import CONNECTED
from ivr.nodes.transfer import Transfer as Ring
from ivr.transcript import contact_name, ending
from ivr.witness import ANSWER, END, HANG_UP, HEAR, PRESS, REACH, SET, SPEAK, WAIT, Step, step_text

if TYPE_CHECKING:
    from ivr.session import Session

_ACTS = frozenset({PRESS, SPEAK, WAIT, HANG_UP})
"""Steps behind which what was said before does not count any more."""


class Actor:
    """Somebody who takes the steps of a call one by one; `since` is the moment from which on things are heard."""

    def __init__(self, session: Session) -> None:
        """Listen to a call that has just been answered, or is under way."""
        self.session = session
        self.since = 0
        self._ways: dict[str, Callable[[Step], None]] = {
            HEAR: self._hear,
            PRESS: self._press,
            SPEAK: self._speak,
            WAIT: self._wait,
            ANSWER: self._answer,
            SET: self._set,
            REACH: self._reach,
            END: self._end,
            HANG_UP: self._hang_up,
        }

    def take(self, step: Step) -> None:
        """Take one step; raises MismatchError where it cannot be taken, or does not hold."""
        if step.kind in _ACTS:
            self.since = len(self.session.moments)
        self._ways[step.kind](step)

    def heard(self) -> list[str]:
        """Give what was said since the caller last did something."""
        moments = self.session.moments[self.since :]
        return said(effect for here in moments for effect in here.effects if isinstance(effect, Say))

    # --- what the caller does -------------------------------------------------------------------------------------

    def _press(self, step: Step) -> None:
        self._need_a_listener(step, at_tone=True)
        for event in _keys(step.what):
            if self.session.call.ended is not None:
                message = f"the call has ended before all of '{step.what}' was pressed: {self._over()}"
                raise MismatchError(message, "Leave out the keys that are too many.")
            self.session.feed(event)

    def _speak(self, step: Step) -> None:
        self._need_a_listener(step)
        self.session.feed(Spoken(step.what))

    def _wait(self, step: Step) -> None:
        self._need_a_listener(step, at_tone=True)
        self.session.feed(Silence())

    def _hang_up(self, step: Step) -> None:
        self._need_a_call(step)
        self.session.feed(HangUp())

    def _need_a_call(self, step: Step) -> None:
        if self.session.call.ended is not None:
            message = f"`{short(step_text(step))}` comes after the call has ended: {self._over()}"
            raise MismatchError(message, "Leave out what comes behind the end, or change how the call goes before.")

    def _need_a_listener(self, step: Step, *, at_tone: bool = False) -> None:
        """Refuse what the caller does while something else has to answer; a recording listens to keys."""
        self._need_a_call(step)
        question = self.session.question
        if question is None or (at_tone and isinstance(question, Record)):
            return
        name = _name(question)
        message = f"`{short(step_text(step))}` comes while '{short(name)}' has not answered yet"
        hint = (
            f"Say first how it turns out, as in `answer: {{{name}: {question.answers[0]}}}`."
            if question.answers
            else ""
        )
        raise MismatchError(message, hint)

    # --- what the world does --------------------------------------------------------------------------------------

    def _answer(self, step: Step) -> None:
        self._need_a_call(step)
        question = self.session.question
        if question is None:
            message = f"nothing is asked now, so '{short(step.of)}' has nothing to answer; {self._stands()}"
            raise MismatchError(message)
        if not self._is_asked(step.of, question):
            name = _name(question)
            message = f"'{short(name)}' is asked now, and not '{short(step.of)}'"
            fits = step.what in question.answers
            hint = f"Write `answer: {{{name}: {step.what}}}`." if fits else f"It answers {named(question.answers)}."
            raise MismatchError(message, f"{hint}{self._closed(step.of)}", name)
        if step.what not in question.answers:
            raise self._no_outcome(step, question)
        self._need_its_values(step, question)
        self.session.feed(Outcome(step.what, step.values))

    def _closed(self, name: str) -> str:
        """Say of a contact that is closed at this moment that it is not rung then."""
        flow, now = self.session.flow, self.session.call.now
        for key, contact in flow.contacts.items():
            if plain(name) in {plain(key), plain(contact.name)} and not flow.is_open(contact.hours, now):
                return f" '{key}' is closed at this hour, so it is not rung."
        return ""

    @staticmethod
    def _no_outcome(step: Step, question: Question) -> MismatchError:
        meant = near(step.what, question.answers)
        message = f"'{short(_name(question))}' cannot answer '{short(step.what)}'"
        message += f"; did you mean '{meant}'?" if meant else ""
        return MismatchError(message, f"It answers {named(question.answers)}.", meant)

    @staticmethod
    def _need_its_values(step: Step, question: Question) -> None:
        gives = question.gives if isinstance(question, LookUp) else ()
        for name, _ in step.values:
            if name not in gives:
                what = f"It gives {named(gives)}." if gives else "It gives no values: the flow has no `gives:` there."
                message = f"'{short(_name(question))}' brings no value '{short(name)}'"
                raise MismatchError(message, what, near(name, gives))

    def _is_asked(self, name: str, question: Question) -> bool:
        """Whether a name means what is asked now: its own, that of the node, or whom people know by it."""
        asked = _name(question)
        if plain(name) in {plain(asked), plain(self.session.call.node), plain(contact_name(self.session.flow, asked))}:
            return True
        return isinstance(question, Transfer) and same_number(name) == same_number(asked)

    def _set(self, step: Step) -> None:
        self._need_a_call(step)
        self.session.set_values(dict(step.values))

    # --- what must hold -------------------------------------------------------------------------------------------

    def _hear(self, step: Step) -> None:
        texts = self.heard()
        if is_heard(step.what, texts):
            return
        message = f"'{short(step.what)}' is not heard" + ("" if any(texts) else ": nothing is said here")
        raise MismatchError(message, self._heard_elsewhere(step), nearest(step.what, texts))

    def _begun(self) -> str:
        """Say that a code or an entry has only been begun, if so: nothing comes of it yet."""
        typed = self.session.call.typed
        return f"'{typed}' is not the whole of what is asked for: go on with `press`, or write `wait`." if typed else ""

    def _heard_elsewhere(self, step: Step) -> str:
        """Say where in the call it was heard, if it was: before the caller did something."""
        if self._begun():
            return self._begun()
        before = said(e for here in self.session.moments[: self.since] for e in here.effects if isinstance(e, Say))
        if before and is_heard(step.what, before):
            return "It was said earlier, before the caller last did something; move the step up."
        return "" if is_pattern(step.what) else self._in_other_language(step)

    def _in_other_language(self, step: Step) -> str:
        flow, call = self.session.flow, self.session.call
        for _, prompt in flow.prompts():
            for language in prompt.languages:
                if language not in {"", call.language} and plain(step.what) in plain(prompt.text(language)):
                    return f"That is said in '{language}', and the call is in '{call.language}' here."
        return ""

    def _reach(self, step: Step) -> None:
        flow, call = self.session.flow, self.session.call
        if step.what not in flow.nodes:
            raise unknown(step.what, flow.nodes, "node")
        if call.ended is not None:
            message = f"the call is not at '{step.what}': it has ended at '{call.node}', {self._over()}"
            raise MismatchError(message, self._passed(step.what), call.node)
        if call.node != step.what:
            message = f"the call is at '{call.node}', and not at '{step.what}'"
            raise MismatchError(message, self._begun() or self._passed(step.what), call.node)

    def _passed(self, node: str) -> str:
        """Say when the call was at a node, if it ever was."""
        visits = list(self._visits(node))
        if not visits:
            return f"It has never come to '{node}'."
        return f"It has passed '{node}'; what does not stop there can be told by what is heard."

    def _visits(self, node: str) -> Iterator[Came]:
        for here in self.session.moments:
            yield from (effect for effect in here.effects if isinstance(effect, Came) and effect.node == node)

    def _end(self, step: Step) -> None:
        how, _, who = step.what.partition(" ")
        question = self.session.question
        if how == "transfer" and isinstance(question, Transfer) and (not who or self._is_asked(who, question)):
            self.session.feed(Outcome(CONNECTED))
        over = self.session.call.ended
        if over is None:
            message = f"the call has not ended: {self._stands()}"
            raise MismatchError(message, self._begun() or self._known_contact(who), self._nearest_end(how))
        if over.how != how or (who and not self._took(over, who)):
            actual = f"{over.how} {over.why}" if over.how == "transfer" else over.how
            message = f"the call ends otherwise: {self._over()}"
            raise MismatchError(message, self._known_contact(who), f"end: {actual}")

    def _nearest_end(self, how: str) -> str:
        question = self.session.question
        return f"end: transfer {question.to}" if how == "transfer" and isinstance(question, Transfer) else ""

    def _took(self, over: End, who: str) -> bool:
        flow = self.session.flow
        return plain(who) in {plain(over.why), plain(contact_name(flow, over.why))} or same_number(who) == same_number(
            over.why
        )

    def _known_contact(self, who: str) -> str:
        flow = self.session.flow
        known = {*flow.contacts, *(node.transfer for node in flow.nodes.values() if isinstance(node, Ring))}
        if not who or any(who == one or same_number(who) == same_number(one) for one in known):
            return ""
        if plain(who) in {plain(contact_name(flow, one)) for one in known}:
            return ""
        error = unknown(who, sorted(known), "contact")
        return f"{error.message[0].upper()}{error.message[1:]}" + ("" if error.message.endswith("?") else ".")

    def _over(self) -> str:
        over = self.session.call.ended
        return ending(self.session.flow, over).removeprefix("ends: ").removeprefix("ends ") if over else ""

    def _stands(self) -> str:
        """Say where the call is, and for what it waits."""
        here, question = self.session.call.node, self.session.question
        if isinstance(question, Transfer):
            return f"it rings '{contact_name(self.session.flow, question.to)}' at '{here}'"
        if question is not None:
            return f"it is at '{here}' and waits for the answer of '{_name(question)}'"
        listens = isinstance(self.session.now.waits, Listen)
        return f"it is at '{here}' and waits for the caller" if listens else f"it is at '{here}'"


def _name(question: Question) -> str:
    return question.to if isinstance(question, Transfer) else question.name


def _keys(keys: str) -> Iterator[Event]:
    """Give the events of keys that are pressed one straight after the other."""
    yield Key(keys[0])
    yield from (Key(key, after=0) for key in keys[1:])
