"""Faults in hours and in the way to a person: closed desks, lost callers, promises that no longer hold."""

from __future__ import annotations

from clean_flows import LINE
from planting import Ground, all_of, mutant

SHORT = "Mon-Fri 10:00-12:00"


def _office(ground: Ground) -> None:
    """Go on only where the front desk goes by hours."""
    ground.need("night" in ground.nodes)


def _without_desks(ground: Ground) -> None:
    """Leave callers of the main menu nobody but the front desk, and a mailbox after the last try."""
    ground.need("recording" not in ground.nodes.get("text-desk", {}))
    ground.nodes["main"]["options"] = {
        "1": {
            "say": ground.said("our address", "nuestra dirección"),
            "go": ground.told("address", "We are at 1 Main."),
        },
        "2": {"say": ground.said("our prices", "nuestros precios"), "go": ground.told("prices", "Prices are low.")},
    }
    ground.defaults["otherwise"] = "message"
    ground.flow["languages"] = ["en"]
    del ground.flow["promises"], ground.flow["calls"]
    ground.flow.pop("sources", None)


@mutant("HR009", "HR011", "PM001", "HU002")
def shortened_schedule(ground: Ground) -> str:
    _office(ground)
    ground.flow["hours"]["office"]["open"] = SHORT
    return "hours/nodes/night"


@mutant("HR009")
def hours_told_otherwise(ground: Ground) -> str:
    name = ground.pick(one for one in ground.of("say") if one == "night" or one.endswith("-closed"))
    node = ground.nodes[name]
    words = "We are here Monday to Thursday, 11 a.m. to 3 p.m."
    node["say"] = ground.reworded(node["say"], lambda _: words)
    return f"nodes/{name}"


@mutant("HR012")
def schedule_that_is_never_open(ground: Ground) -> str:
    name = ground.pick(ground.flow.get("hours", {}))
    del ground.flow["hours"][name]["open"]
    return f"hours/{name}"


@mutant("HR012")
def never_instead_of_hours(ground: Ground) -> str:
    name, node = ground.node("hours")
    node["hours"] = "never"
    return f"nodes/{name}"


@mutant("HR007")
def holidays_of_last_year(ground: Ground) -> str:
    name = ground.pick(ground.flow.get("hours", {}))
    ground.flow["hours"][name]["closed"] = ["2025-12-25", "2026-01-01"]
    return f"hours/{name}"


@mutant("HR004")
def gap_of_one_minute(ground: Ground) -> str:
    name = ground.pick(ground.flow.get("hours", {}))
    days, hours = ground.flow["hours"][name]["open"].split()
    begins, ends = hours.split("-")
    ground.flow["hours"][name]["open"] = [f"{days} {begins}-12:00", f"{days} 12:01-{ends}"]
    return f"hours/{name}"


@mutant("HR004")
def day_that_ends_a_minute_early(ground: Ground) -> str:
    name = ground.pick(ground.flow.get("hours", {}))
    ground.flow["hours"][name]["open"] = "Mon-Sun 00:00-23:59"
    return f"hours/{name}"


@mutant("HR005")
def afternoon_written_as_morning(ground: Ground) -> str:
    name = ground.pick(ground.flow.get("hours", {}))
    ground.flow["hours"][name]["open"] = "Mon-Fri 08:00-06:00"
    return f"hours/{name}"


@mutant("HR006")
def hours_that_end_while_the_clocks_change(ground: Ground) -> str:
    name = ground.pick(ground.flow.get("hours", {}))
    ground.flow["hours"][name]["open"] = "Mon-Sun 07:00-02:30"
    return f"hours/{name}"


@mutant("HR003")
def misspelt_timezone(ground: Ground) -> str:
    ground.flow["timezone"] = "America/Chikago"
    return "timezone"


@mutant("HR001")
def hours_that_no_schedule_holds(ground: Ground) -> str:
    ground.need("night" not in ground.nodes)
    hours = {"day": "Mon-Sun 07:00-18:00", "evening": "Mon-Sun 18:30-23:00", "late": "Mon-Sun 23:00-07:00"}
    ground.flow["hours"] = ground.flow.get("hours", {}) | hours
    ground.nodes["front-desk-open"] = ground.nodes["front-desk"]
    for name, hour, after in (("front-desk", "day", "at-evening"), ("at-evening", "evening", "at-night")):
        ground.nodes[name] = {"hours": hour, "open": "front-desk-open", "closed": after}
    ground.nodes["at-night"] = {"hours": "late", "open": "message", "closed": "over"}
    ground.nodes["over"] = {"hangup": ground.said("We are closed. Goodbye.", "Está cerrado. Adiós.")}
    return "nodes/front-desk/at-evening/at-night"


@mutant("HR002")
def schedules_that_overlap(ground: Ground) -> str:
    ground.need("night" not in ground.nodes)
    hours = {"day": "Mon-Sun 07:00-18:00", "evening": "Mon-Sun 17:00-23:00"}
    ground.flow["hours"] = ground.flow.get("hours", {}) | hours
    ground.nodes["front-desk-open"] = ground.nodes["front-desk"]
    ground.nodes["front-desk"] = {"hours": "day", "open": "front-desk-open", "closed": "at-evening"}
    ground.nodes["at-evening"] = {"hours": "evening", "open": "evening-desk", "closed": "message"}
    ground.nodes["evening-desk"] = {"transfer": "evening-team", "failed": "message"}
    ground.contacts["evening-team"] = {"name": "Evening team"}
    return "nodes/front-desk/at-evening"


@mutant("HR010")
def option_offered_while_closed(ground: Ground) -> str:
    menus = ["main", *ground.submenus()]
    places = [(menu, one["go"]) for menu in menus for one in ground.nodes[menu]["options"].values()]
    menu, name = ground.pick((menu, go) for menu, go in places if "hours" in ground.nodes.get(go, {}))
    ground.nodes[name]["closed"] = menu
    return f"nodes/{name}/{menu}"


@mutant("HR011")
def desk_that_closes_before_the_line(ground: Ground) -> str:
    name = ground.pick(one for one in ground.of("transfer", "closed", "busy") if one != "staff-desk")
    node = ground.nodes[name]
    del node["closed"], node["failed"]
    ground.flow["hours"]["short"] = SHORT
    ground.contacts[node["transfer"]]["hours"] = "short"
    return f"nodes/{name}"


@mutant("HR014", "AC003")
def fewer_hours_in_one_language(ground: Ground) -> str:
    ground.need(ground.spanish and "night" not in ground.nodes)
    ground.flow["hours"] = ground.flow.get("hours", {}) | {"spanish": "Mon-Fri 09:00-17:00"}
    ground.contacts["spanish-team"] = {"name": "Spanish team", "languages": ["es"], "hours": "spanish"}
    for contact in ground.contacts.values():
        if contact.get("channel", "phone") == "phone":
            contact.setdefault("languages", ["en"])
    ground.nodes["spanish-desk"] = {"transfer": "spanish-team", "failed": "message"}
    ground.nodes["main"]["options"]["8"]["go"] = "spanish-desk"
    return "languages/nodes/spanish-desk"


@mutant("HU001")
def machines_for_people(ground: Ground) -> str:
    for contact in ground.contacts.values():
        contact["staffed"] = "no"
    return "lines/contacts/nodes/" + "/".join([*ground.of("menu"), *ground.of("ask")])


@mutant("HU002", "PM001")
def person_lost_at_open_hours(ground: Ground) -> str:
    _office(ground)
    ground.flow["hours"]["short"] = SHORT
    ground.nodes["front-desk"]["hours"] = "short"
    return "nodes/front-desk/main/promises/lines"


@mutant("HU003", "HU007")
def person_by_an_untold_key(ground: Ground) -> str:
    _without_desks(ground)
    ground.keys["0"] |= {"announced": "no", "because": "It is printed on every letter."}
    ground.pruned()
    return "keys/nodes/main"


@mutant("HU004", "HU005")
def no_key_for_a_person(ground: Ground) -> str:
    del ground.keys["0"]
    del ground.flow["calls"]
    return "keys/nodes/" + "/".join(ground.of("menu"))


@mutant("HU005", "HU007")
def four_keys_to_a_person(ground: Ground) -> str:
    _without_desks(ground)
    del ground.keys["0"]
    deepest = ground.menu("garden", ("a person", "front-desk"), ("a rose", ground.told("rose", "Roses are red.")))
    ground.menu("gate", ("the garden", deepest), ("a lock", ground.told("lock", "The lock is new.")))
    ground.menu("path", ("the gate", "gate"), ("a stone", ground.told("stone", "Stones are grey.")))
    ground.nodes["main"]["options"]["2"] |= {"say": ground.said("the path", "el camino"), "go": "path"}
    ground.pruned()
    return "nodes/main/path/gate/garden"


@mutant("HU006")
def long_talk_before_a_person(ground: Ground) -> str:
    _without_desks(ground)
    letter = (
        "A complaint has to reach us within thirty days of the day on which the goods were handed to you. Later than "
        "that we can only help where the goods had a fault that nobody could have seen at once."
    )
    papers = (
        "Please have the bill at hand, the number of the parcel, and the name of the shop. If you have paid by card, "
        "have the card at hand as well, for we can only pay money back to the same one."
    )
    wishes = (
        "Think of what you would like us to do. We can mend what you bought, send you another one, or pay your money "
        "back. If it was a present, we need to know who bought it, and when that was."
    )
    people = (
        "Your call is then answered by somebody who can look at your order, and who can decide at once what is to be "
        "done about it. All of our people can do that, so there is no need to be put through to another."
    )
    for number, text in enumerate((letter, papers, wishes, people)):
        ground.nodes[f"rule-{number}"] = {"say": ground.said(text), "next": f"rule-{number + 1}"}
    ground.nodes["rule-3"]["next"] = "front-desk"
    ground.keys["0"]["go"] = "rule-0"
    ground.pruned()
    return "nodes/main/rule-0"


@mutant("HU009")
def person_behind_a_number(ground: Ground) -> str:
    gate = ground.said("Please enter your card code of eight digits.", "Marque el código de ocho cifras.")
    ground.nodes["gate"] = {"ask": gate, "into": "code", "digits": "8", "next": "gate-find", "otherwise": "message"}
    ways = {"found": "main", "unknown": "message", "failed": "message"}
    ground.nodes["gate-find"] = {"lookup": "codes", "pass": ["code"], "outcomes": ways}
    if "welcome" in ground.nodes:
        ground.nodes["welcome"]["next"] = "gate"
    else:
        ground.flow["lines"][LINE] = "gate"
    return "lines/nodes/gate"


@mutant("HU010")
def person_by_words_only(ground: Ground) -> str:
    _without_desks(ground)
    del ground.keys["0"]
    words = {"words": ["agent"], "go": "front-desk"}
    ground.nodes["main"]["options"]["agent"] = words
    ground.nodes["main"]["menu"] = f"{ground.flow['name']}. For a person, say agent."
    ground.pruned()
    return "nodes/main"


@mutant("HU011")
def told_to_call_another_number(ground: Ground) -> str:
    menu = ground.pick(["main", *ground.submenus()])
    option = ground.nodes[menu]["options"][ground.topics(menu)[-1]]
    words = "For this, please call 312-555-0177. Once more, that is 312-555-0177."
    ground.nodes["call-there"] = {"hangup": ground.said(words, words.replace("please call", "llame al"))}
    option["go"] = "call-there"
    return "nodes/call-there"


@mutant("HU012")
def nothing_but_goodbye_while_closed(ground: Ground) -> str:
    _office(ground)
    _without_desks(ground)
    ground.defaults["otherwise"] = "front-desk"
    ground.need(len(ground.flow["lines"]) == 1)
    for node in ("address", "prices"):
        del ground.nodes[node]["done"]
        ground.nodes[node]["next"] = "front-desk"
    ground.nodes["night"] = {"hangup": ground.said("We are closed now. Goodbye.")}
    ground.pruned()
    return "lines/nodes/night/front-desk"


@mutant("HU013")
def back_to_the_start_when_nobody_answers(ground: Ground) -> str:
    name = ground.pick(one for one in ground.of("transfer", "busy") if one != "text-desk")
    ground.nodes[name] |= {"busy": "main", "no-answer": "main", "failed": "main"}
    return f"nodes/{name}"


@mutant("HU014")
def number_asked_for_twice(ground: Ground) -> str:
    name, node = ground.node("ask", "digits")
    ground.need("sensitive" not in node)
    words = ground.said("Enter that number again for our papers.", "Marque ese número otra vez.")
    ground.nodes["once-more"] = node | {"ask": words}
    node["next"] = "once-more"
    return f"nodes/{name}/once-more"


@mutant("HU015")
def waiting_without_end(ground: Ground) -> str:
    name = ground.pick(one for one in ground.of("transfer", "busy") if one != "text-desk")
    words = ground.said("All our people are still busy. Please hold.", "Todos siguen ocupados. Espere, por favor.")
    ground.nodes["hold"] = {"say": words, "next": name}
    ground.nodes[name] |= {"busy": "hold", "no-answer": "hold"}
    return f"nodes/{name}/hold"


@mutant("HU016")
def waiting_without_a_word(ground: Ground) -> str:
    name = ground.pick(one for one in ground.of("transfer", "busy") if one != "text-desk")
    outcomes = {"near": name, "far": "message", "failed": "message"}
    ground.nodes["place"] = {"lookup": "place in the queue", "outcomes": outcomes}
    ground.nodes[name] |= {"busy": "place", "no-answer": "place"}
    return f"nodes/{name}/place"


@mutant("PM001", "HU004")
def promise_without_its_desk(ground: Ground) -> str:
    ground.keys["0"]["go"] = "message"
    del ground.flow["calls"]
    return "promises/keys/nodes/" + "/".join(ground.of("menu"))


@mutant("PM001")
def promise_of_more_hours(ground: Ground) -> str:
    _office(ground)
    ground.flow["promises"][0]["during"] = "always"
    return "promises"


@mutant("PM001")
def promise_of_fewer_seconds(ground: Ground) -> str:
    ground.flow["promises"][0]["within"] = {"seconds": "1"}
    return "promises"


@mutant("PM002")
def promise_that_no_hour_can_show(ground: Ground) -> str:
    ground.flow["promises"][0]["during"] = "never"
    return "promises"


MUTANTS = all_of(globals())
