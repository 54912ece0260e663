"""What callers come for, as parts of a flow in which nothing is wrong: desks, questions, accounts, menus of more."""

from __future__ import annotations

import random
from typing import Any, NamedTuple

Plain = dict[str, Any]
"""A flow, or a part of it, as plain maps, lists and texts."""

MOST_MENUS = 3
"""So many menus stand behind one another."""


class Topic(NamedTuple):
    """What a caller may want: the beginning of its nodes' names, and the words for it in two languages."""

    name: str
    en: str
    es: str


class Week(NamedTuple):
    """A schedule, and the words for it in two languages."""

    hours: str
    en: str
    es: str


TOPICS = (
    Topic("billing", "billing", "facturas"),
    Topic("orders", "orders", "pedidos"),
    Topic("repairs", "repairs", "reparaciones"),
    Topic("deliveries", "deliveries", "entregas"),
    Topic("appointments", "appointments", "citas"),
    Topic("parking", "parking", "estacionamiento"),
    Topic("memberships", "memberships", "membresías"),
    Topic("complaints", "complaints", "quejas"),
    Topic("warranties", "warranties", "garantías"),
    Topic("rentals", "rentals", "alquileres"),
    Topic("insurance", "insurance", "seguros"),
    Topic("permits", "permits", "permisos"),
    Topic("meters", "meter readings", "lecturas del contador"),
    Topic("events", "events", "eventos"),
    Topic("training", "training", "cursos"),
    Topic("recycling", "recycling", "reciclaje"),
    Topic("water", "water supply", "agua"),
    Topic("grants", "grants", "becas"),
    Topic("lost-keys", "lost keys", "llaves perdidas"),
    Topic("tours", "guided tours", "visitas guiadas"),
)
WEEKS = (
    Week("Mon-Fri 08:00-18:00", "Monday to Friday, 8 a.m. to 6 p.m.", "de lunes a viernes, de 8 a 18 horas"),
    Week("Mon-Fri 09:00-17:00", "Monday to Friday, 9 a.m. to 5 p.m.", "de lunes a viernes, de 9 a 17 horas"),
    Week("Mon-Sat 08:00-20:00", "Monday to Saturday, 8 a.m. to 8 p.m.", "de lunes a sábado, de 8 a 20 horas"),
    Week("Mon-Sun 07:00-22:00", "Monday to Sunday, 7 a.m. to 10 p.m.", "de lunes a domingo, de 7 a 22 horas"),
)
CLOSED = (["12-25", "01-01"], ["2026-07-03", "2026-11-26", "2026-12-25"])
PLACES = ("Harbour clinic", "Northfield library", "Riverside water works", "Hilltop college", "Old Mill market")


class Draft:
    """A flow on its way: what it has so far, and the chance that decides what comes next."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 -- nothing depends on its being hard to guess
        self.topics = self.chance.sample(TOPICS, len(TOPICS))
        self.place = self.chance.choice(PLACES)
        self.spanish = self.maybe(0.5)
        self.recorded = self.maybe(0.5)
        self.documented = self.maybe(0.4)
        self.text_line = self.maybe(0.5)
        self.always = self.maybe(0.6)
        self.size = self.chance.randrange(12, 56)
        self.nodes: Plain = {}
        self.hours: Plain = {}
        self.weeks: dict[str, Week] = {}
        self.contacts: Plain = {}

    def maybe(self, share: float) -> bool:
        """Say yes in that share of all cases."""
        return self.chance.random() < share

    def said(self, en: str, es: str) -> str | dict[str, str]:
        """Give words in the flow's languages."""
        return {"en": en, "es": es} if self.spanish else en

    def schedule(self, name: str) -> Week:
        """Give the hours of a schedule, which is made where there is none of that name."""
        if name not in self.hours:
            self.weeks[name] = self.chance.choice(WEEKS)
            self.hours[name] = {"open": self.weeks[name].hours, "closed": list(self.chance.choice(CLOSED))}
        return self.weeks[name]

    def team(self, topic: Topic, hours: str = "") -> str:
        """Add the people for a topic, and give their contact's name."""
        self.contacts[f"{topic.name}-team"] = {"name": f"{topic.en.capitalize()} team"}
        if hours:
            self.contacts[f"{topic.name}-team"]["hours"] = hours
        return f"{topic.name}-team"

    def desk(self, topic: Topic, **more: Any) -> str:  # noqa: ANN401 -- a field may hold anything
        """Add a transfer to the people for a topic, and give its name."""
        team = self.team(topic, more.pop("hours", ""))
        name = f"{topic.name}-desk"
        ways = {"busy": "message", "no-answer": "message", "failed": "front-desk"}
        self.nodes[name] = {"transfer": team, **ways, **more}
        return name


def branches(draft: Draft, count: int, depth: int) -> list[tuple[Topic, str]]:
    """Add so many topics behind a menu that is the `depth`-th on the way; gives each with its first node."""
    taken = [draft.topics.pop() for _ in range(min(count, len(draft.topics)))]
    return [(topic, _behind(draft, topic, depth)) for topic in taken]


def options(draft: Draft, found: list[tuple[Topic, str]]) -> Plain:
    """Give the options of a menu for its topics."""
    given: Plain = {}
    for key, (topic, node) in enumerate(found, 1):
        given[str(key)] = {"say": draft.said(topic.en, topic.es), "go": node}
        if draft.maybe(0.1):
            given[str(key)]["words"] = [topic.en]
    return given


def _behind(draft: Draft, topic: Topic, depth: int) -> str:
    room = draft.size - len(draft.nodes)
    kinds = [_told, _desk, _hours_desk, _mailbox]
    if room > 5:
        kinds += [_entry, _entry, _known, _team_of_two]
        if depth < MOST_MENUS:
            kinds += [_ending, _account, _account]
    if room > 8 and depth < MOST_MENUS and len(draft.topics) > 4:
        kinds += [_menu_on_second, _menu_on_second] if depth == 1 else [_menu_on_third]
    if room > 4 and depth == 1 and len(draft.nodes) < 6:
        kinds = [_menu_on_second]
    return draft.chance.choice(kinds)(draft, topic)


def _menu_on_second(draft: Draft, topic: Topic) -> str:
    return _menu(draft, topic, 2)


def _menu_on_third(draft: Draft, topic: Topic) -> str:
    return _menu(draft, topic, 3)


def _menu(draft: Draft, topic: Topic, depth: int) -> str:
    found = branches(draft, draft.chance.randrange(2, 5), depth)
    words = draft.said(f"{topic.en.capitalize()}.", f"{topic.es.capitalize()}.")
    draft.nodes[topic.name] = {"menu": words, "options": options(draft, found)}
    if draft.maybe(0.3):
        draft.nodes[topic.name] |= {"tries": "3", "wait": "4 s"}
    return topic.name


def _told(draft: Draft, topic: Topic) -> str:
    words = draft.said(
        f"Our brochure tells all about {topic.en}. We gladly send it to you.",
        f"Nuestro folleto lo explica todo sobre {topic.es}. Se lo enviamos con gusto.",
    )
    until = {"text": words, "until": "2027-01-31"}
    draft.nodes[topic.name] = {"say": until if draft.maybe(0.3) else words, "next": "goodbye", "done": "yes"}
    return topic.name


def _desk(draft: Draft, topic: Topic) -> str:
    return draft.desk(topic)


def _hours_desk(draft: Draft, topic: Topic) -> str:
    schedule = draft.chance.choice(["counter", "workshop-hours"])
    week = draft.schedule(schedule)
    away = f"{topic.name}-closed"
    desk = draft.desk(topic, hours=schedule, closed=away)
    draft.nodes[topic.name] = {"hours": schedule, "open": desk, "closed": away}
    words = draft.said(
        f"Nobody is here for {topic.en} now. You reach us {week.en}",
        f"Ahora no hay nadie para {topic.es}. Atendemos {week.es}.",
    )
    draft.nodes[away] = {"say": words, "next": "message"}
    return topic.name


def _mailbox(draft: Draft, topic: Topic) -> str:
    words = draft.said(
        f"After the tone, tell us what you need for {topic.en}. Then press pound.",
        f"Después del tono, diga qué necesita para {topic.es}. Luego oprima almohadilla.",
    )
    draft.nodes[topic.name] = {"record": words, "to": "mailbox", "next": "goodbye", "failed": "front-desk"}
    return topic.name


def _team_of_two(draft: Draft, topic: Topic) -> str:
    desk = draft.desk(topic)
    second = draft.desk(Topic(f"{topic.name}-night", f"{topic.en} night", topic.es))
    draft.nodes[topic.name] = {"split": {"60%": desk, "40%": second}}
    return topic.name


def _entry(draft: Draft, topic: Topic) -> str:
    name = topic.name
    into = name.replace("-", "_")
    desk = draft.desk(topic, **{"pass": [into]})
    draft.nodes[name] = {**_question(draft, topic), "into": into, "next": f"{name}-find"}
    draft.nodes[f"{name}-find"] = {
        "lookup": f"{topic.en} record",
        "pass": [into],
        "gives": ["stage"],
        "outcomes": {"found": f"{name}-stage", "unknown": f"{name}-unknown", "failed": "front-desk"},
    }
    draft.nodes[f"{name}-stage"] = {
        "branch": [
            {"when": 'stage == "ready"', "go": f"{name}-ready"},
            {"when": 'stage == "late"', "go": f"{name}-late"},
        ],
        "else": desk,
    }
    draft.nodes[f"{name}-ready"] = {
        "say": draft.said(
            f"All is ready under number {{{into}}} for {topic.en}.",
            f"Todo está listo con el número {{{into}}} para {topic.es}.",
        ),
        "next": "goodbye",
        "done": "yes",
    }
    draft.nodes[f"{name}-late"] = {
        "say": draft.said(f"There is a delay with {topic.en}.", f"Hay un retraso con {topic.es}."),
        "next": desk,
    }
    draft.nodes[f"{name}-unknown"] = {
        "say": draft.said(f"Nothing for {topic.en} was found.", f"No se encontró nada para {topic.es}."),
        "next": desk,
    }
    return name


def _question(draft: Draft, topic: Topic) -> Plain:
    en, es = f"Enter the six digit number for {topic.en}.", f"Marque el número de seis cifras para {topic.es}."
    form = {"digits": "6"}
    kind = draft.chance.randrange(3)
    if kind == 1:
        en, es = (
            f"Enter the number for {topic.en}, then press pound.",
            f"Marque el número para {topic.es} y almohadilla.",
        )
        form = {"digits": "6-8", "end": "#"}
    elif kind == 2:
        en = f"Enter the day for {topic.en}. Two digits for the month, two for the day."
        es = f"Marque la fecha para {topic.es}. Dos cifras para el mes y dos para el día."
        form = {"digits": "4", "check": "date MMDD"}
    return {"ask": draft.said(en, es), **form}


def _identify(draft: Draft) -> None:
    """Add the sub-flow that asks who is calling, once for all topics."""
    words = draft.said("Enter your nine digit member number.", "Marque su número de socio de nueve cifras.")
    outcomes = {"found": "member-known", "unknown": "member-unknown", "failed": "member-unknown"}
    draft.nodes |= {
        "member": {"ask": words, "into": "member", "digits": "9", "next": "member-find", "otherwise": "member-unknown"},
        "member-find": {"lookup": "member record", "pass": ["member"], "outcomes": outcomes},
        "member-known": {"return": "known"},
        "member-unknown": {"return": "unknown"},
    }


def _known(draft: Draft, topic: Topic) -> str:
    _identify(draft)
    desk = draft.desk(topic, **{"pass": ["member"]})
    draft.nodes[topic.name] = {"run": "member", "returns": {"known": desk, "unknown": "front-desk"}}
    if draft.maybe(0.5):
        draft.nodes[topic.name] = {"run": "member", "returns": {"known": desk}, "else": "front-desk"}
    return topic.name


def _account(draft: Draft, topic: Topic) -> str:
    """Add an account that is opened with a PIN; a second one is left to the people who know callers."""
    if "pin" in draft.nodes:
        return _known(draft, topic)
    _identify(draft)
    desk = draft.desk(topic, **{"pass": ["member", "checked"]})
    off, on = ({"recording": "no"}, {"recording": "yes"}) if draft.recorded else ({}, {})
    draft.nodes |= {
        topic.name: {"run": "member", "returns": {"known": "pin"}, "else": "front-desk"},
        "pin": {
            "ask": draft.said("Now enter your four digit PIN.", "Ahora marque su clave de cuatro cifras."),
            "into": "pin", "digits": "4", "sensitive": "yes", "flush": "no", **off, "next": "pin-check",
        },
        "pin-check": {
            "lookup": "account", "pass": ["member", "pin"], "gives": ["amount"], **on,
            "outcomes": {"right": "pin-right", "wrong": "pin-wrong", "failed": "front-desk"},
        },
        "pin-right": {"set": {"checked": "1"}, "next": "balance"},
        "pin-wrong": {
            "say": draft.said(
                "The two numbers do not fit together. Somebody will help you.",
                "Los dos números no concuerdan. Alguien le ayudará.",
            ),
            "next": "front-desk",
        },
        "balance": {
            "say": draft.said("You owe us {amount} dollars.", "Usted nos debe {amount} dólares."),
            "needs": ["checked"], "next": "amount",
        },
        "amount": {"branch": [{"when": "amount > 100", "go": desk}], "else": "settle"},
    }  # fmt: skip
    _settle(draft)
    return topic.name


def _settle(draft: Draft) -> None:
    draft.nodes |= {
        "settle": {
            "menu": draft.said(
                "We take {amount} dollars from your bank account. Is that right?",
                "Cobramos {amount} dólares de su cuenta bancaria. ¿Es correcto?",
            ),
            "flush": "yes",
            "options": {
                "1": {"say": draft.said("yes", "sí"), "go": "settled"},
                "2": {"say": draft.said("no", "no"), "go": "front-desk"},
            },
        },
        "settled": {
            "say": draft.said("It is paid now.", "Ya está pagado."), "needs": ["checked"], "irreversible": "yes",
            "next": "goodbye", "done": "yes",
        },
    }  # fmt: skip


def _ending(draft: Draft, topic: Topic) -> str:
    """Add a contract that callers may end, once they have said so twice."""
    ended = f"{topic.name}-ended"
    draft.nodes[topic.name] = {
        "menu": draft.said(
            f"This ends your contract for {topic.en}. Is that right?",
            f"Esto termina su contrato para {topic.es}. ¿Es correcto?",
        ),
        "flush": "yes",
        "options": {
            "1": {"say": draft.said("yes", "sí"), "go": ended},
            "2": {"say": draft.said("no", "no"), "go": "back"},
        },
    }
    draft.nodes[ended] = {
        "say": draft.said(f"Your contract for {topic.en} has ended.", f"Su contrato para {topic.es} ha terminado."),
        "irreversible": "yes",
        "next": "goodbye",
        "done": "yes",
    }
    return topic.name
