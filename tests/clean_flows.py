"""Call flows made by a program, of many kinds and sizes, the same for the same seed, in which nothing is wrong."""

from __future__ import annotations

import yaml
from clean_topics import Draft, Plain, branches, options

LINE, TEXT_LINE = "1-312-555-0100", "1-312-555-0142"
ZONES = ("America/Chicago", "America/New_York", "America/Los_Angeles", "America/Denver")


def clean_flow(seed: int) -> Plain:
    """Give the flow of a seed as plain maps and texts; no rule has anything to say about it."""
    draft = Draft(seed)
    _front(draft)
    _main(draft)
    flow: Plain = {
        "ivr": "1",
        "name": draft.place,
        "timezone": draft.chance.choice(ZONES),
        "languages": ["en", "es"] if draft.spanish else ["en"],
        "sources": {"page": {"title": f"{draft.place}: how to call us"}} if draft.documented else {},
        "lines": {LINE: "welcome" if draft.recorded else "main"},
        "hours": draft.hours,
        "contacts": draft.contacts,
        "keys": _keys(draft),
        "defaults": _defaults(draft),
        "nodes": draft.nodes,
        "promises": _promises(draft),
        "calls": [{"call": "A person", "line": LINE, "steps": [{"press": "0"}, {"reach": "front-desk"}]}],
    }
    if draft.text_line:
        _text_line(draft, flow)
    else:
        draft.contacts["letters"] = {"name": "Letters", "channel": "email", "address": "desk@example.com"}
    return {section: body for section, body in flow.items() if body}


def _keys(draft: Draft) -> Plain:
    return {
        "0": {"say": draft.said("a representative", "un representante"), "go": "front-desk"},
        "9": {"say": draft.said("hear this again", "repetir"), "go": "again"},
        "*": {"say": draft.said("go back", "volver"), "go": "back"},
    }


def _defaults(draft: Draft) -> Plain:
    return {
        "wrong": draft.said("Sorry, nothing is on that key.", "Perdón, esa tecla no tiene función."),
        "silence": draft.said("Sorry, I did not hear anything.", "Perdón, no oí nada."),
        "tries": "2",
        "wait": draft.chance.choice(["4 s", "5 s", "6 s"]),
        "otherwise": "front-desk",
    }


def _front(draft: Draft) -> None:
    draft.contacts["representative"] = {"name": "Customer service"}
    draft.contacts["mailbox"] = {"name": "Messages", "channel": "voicemail", "replies": "the next working day"}
    desk = {"transfer": "representative", "busy": "message", "no-answer": "message", "failed": "message"}
    if draft.always:
        draft.nodes["front-desk"] = desk
    else:
        week = draft.schedule("office")
        words = draft.said(f"Our office is closed. We are here {week.en}", f"La oficina cerró. Atendemos {week.es}.")
        draft.contacts["representative"]["hours"] = "office"
        draft.nodes["front-desk"] = {"hours": "office", "open": "representative-desk", "closed": "night"}
        draft.nodes["representative-desk"] = desk | {"closed": "night"}
        draft.nodes["night"] = {"say": words, "next": "message"}
    words = draft.said(
        "After the tone, leave your name and number. Then press pound.",
        "Después del tono, deje su nombre y su número. Luego oprima almohadilla.",
    )
    draft.nodes["message"] = {"record": words, "to": "mailbox", "next": "goodbye", "failed": "goodbye"}
    words = draft.said("Thank you for calling. Goodbye.", "Gracias por llamar. Adiós.")
    draft.nodes["goodbye"] = {"hangup": words, "done": "yes"}


def _main(draft: Draft) -> None:
    given = options(draft, branches(draft, draft.chance.randrange(3, 5), 1))
    if draft.maybe(0.3):
        given["7"] = {"say": draft.said("the staff", "el personal"), "go": "staff-desk", "announced": "no"}
        given["7"]["because"] = "It is printed on the card of the staff."
        draft.contacts["staff"] = {"name": "Staff office"} | ({} if draft.always else {"hours": "office"})
        draft.nodes["staff-desk"] = {"transfer": "staff", "closed": "message", "failed": "front-desk"}
        if draft.always:
            del draft.nodes["staff-desk"]["closed"]
    if draft.spanish:
        given["8"] = {"say": "español", "go": "again", "language": "es"}
    if draft.documented:
        for key, option in given.items():
            option["documented"] = [f"page Key {key}"]
    if draft.recorded:
        spoken = {"text": draft.said("Calls are recorded.", "Las llamadas se graban."), "notice": "recording"}
        draft.nodes["welcome"] = {"say": spoken, "next": "main"}
    draft.nodes["main"] = {"menu": draft.said(f"{draft.place}.", f"{draft.place}."), "options": given}


def _text_line(draft: Draft, flow: Plain) -> None:
    draft.contacts["text"] = {"name": "Text telephone", "channel": "tty"}
    flow["lines"][TEXT_LINE] = {"start": "text-desk", "name": "Text telephone"}
    draft.nodes["text-desk"] = {"transfer": "text", "busy": "message", "no-answer": "message", "failed": "message"}
    if draft.recorded:
        draft.nodes["text-desk"]["recording"] = "no"


def _promises(draft: Draft) -> list[Plain]:
    promise = {
        "promise": "One key leads to a person",
        "from": LINE,
        "reach": ["representative"],
        "within": {"keys": "1"},
    }
    promise |= {"during": "always" if draft.always else "office"}
    if draft.documented:
        promise["documented"] = ["page Key 0"]
    return [promise]


class Twice(str):
    """A key that may stand in a map more than once."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        """Say no to every other key."""
        return self is other

    __hash__ = object.__hash__


class _Writer(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        """Write everything out where it stands."""
        del data
        return True


_Writer.add_representer(Twice, lambda writer, key: writer.represent_str(str(key)))


def written(flow: Plain) -> str:
    """Write a flow as YAML."""
    return yaml.dump(flow, Dumper=_Writer, sort_keys=False, allow_unicode=True, width=1000)
