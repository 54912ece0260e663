"""A call flow of as many menus as are asked for: five options each, schedules, retries, a sub-flow, keys for all."""

from __future__ import annotations

HEAD = """ivr: 1
name: Generated
timezone: America/Chicago
lines:
  1-800-555-0100: menu-0
hours:
  office: {open: Mon-Fri 08:00-18:00, closed: [12-25]}
  late: {open: [Mon-Fri 06:00-22:00, Sat 09:00-13:00], closed: [12-25]}
contacts:
  representative: {name: Representative}
  team: {name: The team, hours: office}
  evening: {name: The evening team, hours: late}
keys:
  0: {say: a representative, go: desk}
  9: {say: hear this again, go: again}
  "*": {say: go back, go: back}
defaults:
  wrong: Sorry. That is not one of the choices.
  silence: Sorry. Nothing was heard.
  tries: 3
  otherwise: desk
nodes:
  desk: {transfer: representative, busy: sorry, no-answer: sorry}
  sorry: {hangup: Everybody is busy. Please call again later. Goodbye.}
  identity:
    ask: Please enter your nine digit number.
    into: member
    digits: 9
    next: record
  record:
    lookup: member record
    pass: [member]
    outcomes: {found: known, unknown: unknown, failed: unknown}
  known: {return: known}
  unknown: {return: unknown}
"""


def generated_menus(menus: int) -> str:
    """Give a flow of that many menus: a tree in which each leads to up to three others, a team, and a record."""
    return HEAD + "".join(_menu(number, menus) for number in range(menus))


def _menu(number: int, menus: int) -> str:
    children = [child for child in range(3 * number + 1, 3 * number + 4) if child < menus]
    targets = [
        *(f"menu-{child}" for child in children),
        *(f"told-{number}-{more}" for more in range(3 - len(children))),
    ]
    schedule, team = ("office", "team") if number % 2 else ("late", "evening")
    options = "".join(
        f"      {key}: {{say: topic {number}-{key}, go: {target}}}\n"
        for key, target in enumerate([*targets, f"door-{number}", f"who-{number}"], 1)
    )
    told = "".join(
        f"  {target}: {{say: This is what is known of topic {number} of {target[-1]}., next: desk}}\n"
        for target in targets
        if target.startswith("told")
    )
    return (
        f"  menu-{number}:\n    menu: You have come to office {number}.\n    options:\n{options}{told}"
        f"  door-{number}: {{hours: {schedule}, open: team-{number}, closed: shut-{number}}}\n"
        f"  team-{number}: {{transfer: {team}, failed: desk}}\n"
        f"  shut-{number}: {{say: Office {number} is closed., next: desk}}\n"
        f"  who-{number}: {{run: identity, returns: {{known: team-of-{number}}}, else: desk}}\n"
        f"  team-of-{number}: {{transfer: representative, pass: [member], failed: sorry}}\n"
    )
