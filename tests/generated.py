"""Call flows made by a program: as big as is asked for, the same for the same numbers, and right."""

from __future__ import annotations

import random

HEAD = """ivr: 1
name: Generated
timezone: America/Chicago
languages: [en, es]
lines:
  1-800-555-0100: node-0
hours:
  desk: [Mon-Fri 08:00-18:00, Sat 09:00-12:00]
contacts:
  representative: {name: Representative}
  team: {name: Team, hours: desk}
keys:
  0: {say: {en: a representative, es: un agente}, go: desk}
  9: {say: {en: hear this again, es: oír esto otra vez}, go: again}
  "*": {say: {en: go back, es: volver}, go: back}
defaults:
  wrong: {en: Sorry. That is not one of the choices., es: Lo siento. Esa no es una opción.}
  silence: {en: Sorry. Nothing was heard., es: Lo siento. No oí nada.}
  otherwise: desk
nodes:
  desk: {transfer: representative, busy: sorry, no-answer: sorry}
  sorry: {hangup: {en: Goodbye., es: Adiós.}}
"""
OWN_NODES = 2


def generated_flow(nodes: int, seed: int = 1) -> str:
    """Give a flow of about that many nodes: a tree of menus, five options each, and at its leaves other kinds."""
    chance = random.Random(seed)  # noqa: S311 -- nothing depends on its being hard to guess
    count = max(1, nodes - OWN_NODES)
    inner = max(1, (count - 1 + 4) // 5)
    parts = [HEAD]
    for number in range(count):
        children = [child for child in range(5 * number + 1, 5 * number + 6) if child < count]
        parts.append(_menu(number, children) if number < inner and children else _leaf(number, chance))
    return "".join(parts)


def _menu(number: int, children: list[int]) -> str:
    options = "".join(
        f"      {key}: {{say: {{en: topic {child}, es: tema {child}}}, go: node-{child}}}\n"
        for key, child in enumerate(children, 1)
    )
    prompt = f"{{en: You have come to office {number}., es: Usted llamó a la oficina {number}.}}"
    return f"  node-{number}:\n    menu: {prompt}\n    tries: 2\n    options:\n{options}"


def _leaf(number: int, chance: random.Random) -> str:
    text = f"{{en: This is message {number}., es: Este es el mensaje {number}.}}"
    return chance.choice(
        [
            f"  node-{number}: {{say: {text}, next: desk, note: message {number}}}\n",
            f"  node-{number}: {{hangup: {text}, done: yes}}\n",
            f"  node-{number}:\n    transfer: team\n    busy: desk\n    no-answer: desk\n    closed: sorry\n",
            f"  node-{number}: {{hours: desk, open: desk, closed: sorry}}\n",
            f"  node-{number}:\n    record: {text}\n    next: sorry\n",
        ]
    )
