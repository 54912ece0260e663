"""Changes that callers notice, planted into clean flows, and rewritings of a flow that no caller notices."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from clean_flows import written
from clean_topics import Plain
from planting import Ground

TARGETS = frozenset(
    {"go", "next", "otherwise", "busy", "no-answer", "failed", "open", "closed", "else", "then", "run", "start"}
)
MAPS = frozenset({"outcomes", "returns", "split"})
RESERVED = frozenset({"again", "back", "none"})

Plant = Callable[[Ground], None]


class Mutation(NamedTuple):
    """A change, and what plants it into a flow; it raises NoPlaceError where the flow has no place for it."""

    name: str
    plant: Plant


def _menus(ground: Ground) -> list[str]:
    return list(ground.of("menu", "options"))


def _keys(ground: Ground, menu: str) -> list[str]:
    return [key for key, option in ground.nodes[menu]["options"].items() if isinstance(option, dict)]


def swaps_two_targets(ground: Ground) -> None:
    options = ground.nodes[ground.pick(_menus(ground))]["options"]
    pairs = [
        (one, other)
        for one in options
        for other in options
        if one < other and options[one].get("go") != options[other].get("go")
    ]
    one, other = ground.pick(pairs)
    options[one]["go"], options[other]["go"] = options[other]["go"], options[one]["go"]


def drops_an_option(ground: Ground) -> None:
    menu = ground.pick(_menus(ground))
    del ground.nodes[menu]["options"][ground.pick(_keys(ground, menu))]


def adds_an_option(ground: Ground) -> None:
    options = ground.nodes[ground.pick(_menus(ground))]["options"]
    free = ground.pick(key for key in "8765" if key not in options)
    options[free] = {"say": ground.said("something new", "algo nuevo"), "go": "front-desk"}


def moves_an_option(ground: Ground) -> None:
    options = ground.nodes[ground.pick(_menus(ground))]["options"]
    key = ground.pick(key for key in options if key in "12345" and "8" not in options)
    options["8"] = options.pop(key)


def relabels_an_option(ground: Ground) -> None:
    menu = ground.pick(_menus(ground))
    option = ground.nodes[menu]["options"][ground.pick(_keys(ground, menu))]
    ground.need(option.get("announced", "yes") == "yes" and "say" in option)
    option["say"] = ground.said("quite another thing", "otra cosa")


def hides_an_option(ground: Ground) -> None:
    menu = ground.pick(_menus(ground))
    option = ground.nodes[menu]["options"][ground.pick(_keys(ground, menu))]
    ground.need("announced" not in option)
    option["announced"] = "no"


def reorders_options(ground: Ground) -> None:
    node = ground.nodes[ground.pick(_menus(ground))]
    told = [key for key, option in node["options"].items() if "announced" not in option]
    ground.need(len(told) > 1)
    node["options"] = dict(reversed(list(node["options"].items())))


def changes_hours(ground: Ground) -> None:
    used = {node["hours"] for node in ground.nodes.values() if "hours" in node}
    name = ground.pick(name for name in ground.flow.get("hours", {}) if name in used)
    ground.flow["hours"][name] = "Sun 03:00-04:00"


def closes_on_one_more_day(ground: Ground) -> None:
    used = {node["hours"] for node in ground.nodes.values() if "hours" in node}
    name = ground.pick(
        name for name, one in ground.flow.get("hours", {}).items() if name in used and isinstance(one, dict)
    )
    schedule = ground.flow["hours"][name]
    schedule["closed"] = [*schedule.get("closed", []), "2026-08-04"]  # a Tuesday


def changes_words(ground: Ground) -> None:
    name, verb = ground.pick(
        (name, verb) for name, node in ground.nodes.items() for verb in ("say", "menu", "ask", "hangup") if verb in node
    )
    ground.nodes[name][verb] = ground.said("Quite other words are heard now.", "Otras palabras.")


def changes_a_reprompt(ground: Ground) -> None:
    ground.defaults["silence"] = ground.said("Nothing was heard.", "No se oyó nada.")


def changes_tries(ground: Ground) -> None:
    ground.defaults["tries"] = "4"


def changes_the_wait(ground: Ground) -> None:
    ground.defaults["wait"] = "9 s"


def changes_the_rate(ground: Ground) -> None:
    ground.defaults["rate"] = "99"


def changes_the_contact(ground: Ground) -> None:
    _, node = ground.node("transfer")
    node["transfer"] = ground.pick(
        name
        for name, one in ground.contacts.items()
        if name != node["transfer"] and one.get("channel", "phone") == "phone"
    )


def gives_a_contact_a_number(ground: Ground) -> None:
    ground.contacts["representative"]["number"] = "1-800-555-0177"


def leads_elsewhere_after_the_last_try(ground: Ground) -> None:
    ground.need(ground.defaults.get("otherwise") == "front-desk")
    ground.defaults["otherwise"] = "goodbye"


def drops_otherwise(ground: Ground) -> None:
    ground.need("otherwise" in ground.defaults)
    del ground.defaults["otherwise"]


def changes_the_language(ground: Ground) -> None:
    ground.need(ground.spanish)
    ground.flow["languages"] = ["es", "en"]


def changes_a_condition(ground: Ground) -> None:
    _, node = ground.node("branch")
    case = ground.pick(case for case in node["branch"] if "==" in str(case.get("when", "")))
    case["when"] = case["when"].replace("==", "!=")


def drops_a_case(ground: Ground) -> None:
    _, node = ground.node("branch")
    case = ground.pick(case for case in node["branch"] if case["go"] != node.get("else"))
    ground.need(len(node["branch"]) > 1)
    node["branch"].remove(case)


def sends_an_outcome_elsewhere(ground: Ground) -> None:
    _, node = ground.node("lookup")
    outcome = ground.pick(outcome for outcome, to in node["outcomes"].items() if to != "goodbye")
    node["outcomes"][outcome] = "goodbye"


def drops_an_outcome(ground: Ground) -> None:
    _, node = ground.node("lookup")
    ground.need(len(node["outcomes"]) > 1)
    node["outcomes"].popitem()


def renames_a_lookup(ground: Ground) -> None:
    _, node = ground.node("lookup")
    node["lookup"] += " of another system"


def asks_for_fewer_digits(ground: Ground) -> None:
    _, node = ground.node("ask", "digits")
    ground.need(node["digits"].isdigit() and "check" not in node)
    node["digits"] = str(int(node["digits"]) - 1)


def leads_on_elsewhere(ground: Ground) -> None:
    name, node = ground.node("say", "next")
    ground.need(node["next"] != "goodbye" and name != "welcome")
    node["next"] = "goodbye"


def drops_a_line(ground: Ground) -> None:
    ground.need(len(ground.flow["lines"]) > 1)
    ground.flow["lines"].popitem()


def adds_a_line(ground: Ground) -> None:
    ground.flow["lines"]["1-312-555-0177"] = "main"


def changes_a_global_key(ground: Ground) -> None:
    ground.keys["9"]["go"] = "front-desk"


def drops_a_global_key(ground: Ground) -> None:
    del ground.keys["9"]


def goes_again_instead_of_back(ground: Ground) -> None:
    ground.need(ground.submenus())
    ground.keys["*"]["go"] = "again"


def lets_no_key_interrupt(ground: Ground) -> None:
    node = ground.nodes["main"]
    said = node["menu"]
    node["menu"] = {"text": said, "interruptible": "no"}


def shares_callers_out_otherwise(ground: Ground) -> None:
    _, node = ground.node("split")
    first, *others = node["split"].values()
    node["split"] = {"11%": first, "89%": others[0]} if len(others) == 1 else {"100%": first}


def sets_another_value(ground: Ground) -> None:
    _, node = ground.node("set")
    node["set"] = dict.fromkeys(node["set"], "quite-another")


def speaks_words(ground: Ground) -> None:
    menu = ground.pick(_menus(ground))
    ground.nodes[menu]["options"][ground.pick(_keys(ground, menu))]["words"] = ["zebra"]


def records_for_longer(ground: Ground) -> None:
    _, node = ground.node("record")
    node["longest"] = "33 s"


def _mutations() -> Iterator[Mutation]:
    for name, one in sorted(globals().items()):
        if callable(one) and not name.startswith("_") and getattr(one, "__module__", "") == __name__:
            annotated = getattr(one, "__annotations__", {})
            if list(annotated) == ["ground", "return"] and annotated["return"] == "None":
                yield Mutation(name.replace("_", " "), one)


MUTATIONS = tuple(_mutations())


def renamed(flow: Plain, called: Callable[[str], str] = "step-{}".format) -> Plain:
    """Give a flow in which every node has another name."""
    names = {name: called(name) for name in flow["nodes"]}
    other = {
        section: _retargeted(body, names) for section, body in flow.items() if section not in {"calls", "promises"}
    }
    other["lines"] = {
        line: names.get(to, to) if isinstance(to, str) else to | {"start": names.get(to["start"], to["start"])}
        for line, to in flow["lines"].items()
    }
    other["nodes"] = {names[name]: node for name, node in other["nodes"].items()}
    other["hours"] = flow.get("hours", {})
    return other


def _retargeted(part: Any, names: dict[str, str], field: str = "") -> Any:  # noqa: ANN401 -- any part of a flow
    if isinstance(part, dict):
        return {key: _retargeted(one, names, key if field not in MAPS else "go") for key, one in part.items()}
    if isinstance(part, list):
        return [_retargeted(one, names) for one in part]
    return names.get(part, part) if field in TARGETS and isinstance(part, str) else part


def shuffled(flow: Plain, seed: int) -> Plain:
    """Give a flow with its sections, nodes, contacts and schedules in another order."""
    chance = random.Random(seed)  # noqa: S311 -- nothing depends on its being hard to guess
    other: Plain = {
        section: _in_disorder(flow[section], chance)
        for section in ("nodes", "contacts", "hours", "lines")
        if section in flow
    }
    return _in_disorder({**flow, **other}, chance)


def _in_disorder(part: Plain, chance: random.Random) -> Plain:
    keys = list(part)
    chance.shuffle(keys)
    return {key: part[key] for key in keys}


def split_up(flow: Plain) -> dict[str, str]:
    """Give a flow as several files, by their names: `flow.yaml` includes the others."""
    parts = {
        section: flow[section] for section in ("nodes", "contacts", "hours", "defaults", "keys") if section in flow
    }
    nodes = list(parts["nodes"].items())
    half = len(nodes) // 2
    files: dict[str, Plain] = {
        "nodes.yaml": {"nodes": dict(nodes[half:])},
        "settings.yaml": {section: body for section, body in parts.items() if section != "nodes"},
    }
    main: Plain = {section: body for section, body in flow.items() if section not in parts}
    main = {**main, "include": list(files), "nodes": dict(nodes[:half])}
    return {"flow.yaml": written(main), **{name: written(body) for name, body in files.items()}}
