"""Faults in how nodes lead to one another: lost nodes and ways, rounds, what can never be reached."""

from __future__ import annotations

from clean_flows import LINE, Twice
from planting import Ground, all_of, mutant, texts


@mutant("ST001", "ST003")
def deleted_node(ground: Ground) -> str:
    name = ground.pick(name for name in ground.nodes if name != "main")
    del ground.nodes[name]
    return "/".join(["nodes", *(other for other, node in ground.nodes.items() if name in texts(node))])


@mutant("ST001")
def misspelt_target(ground: Ground) -> str:
    name = ground.pick(ground.of("menu"))
    option = ground.nodes[name]["options"][ground.pick(ground.topics(name))]
    option["go"] = option["go"][:-2] + option["go"][-1] + "x"
    return f"nodes/{name}"


@mutant("ST003")
def line_to_nowhere(ground: Ground) -> str:
    ground.flow["lines"][LINE] = {"main": "mian", "welcome": "welcmoe"}[ground.flow["lines"][LINE]]
    return "lines"


@mutant("ST006")
def deleted_next_of_a_message(ground: Ground) -> str:
    name, node = ground.node("say", "next")
    del node["next"]
    return f"nodes/{name}"


@mutant("ST006")
def deleted_next_of_a_question(ground: Ground) -> str:
    name, node = ground.node("ask", "next")
    del node["next"]
    return f"nodes/{name}"


@mutant("ST006")
def deleted_next_of_a_recording(ground: Ground) -> str:
    name, node = ground.node("record", "next")
    del node["next"]
    return f"nodes/{name}"


@mutant("ST015")
def deleted_ways_of_a_transfer(ground: Ground) -> str:
    name, node = ground.node("transfer")
    for way in ("busy", "no-answer", "closed", "failed"):
        node.pop(way, None)
    return f"nodes/{name}"


@mutant("ST006")
def deleted_way_when_busy(ground: Ground) -> str:
    name, node = ground.node("transfer", "busy", "no-answer", "failed")
    del node["busy"], node["failed"]
    return f"nodes/{name}"


@mutant("ST006")
def deleted_way_when_nobody_answers(ground: Ground) -> str:
    name, node = ground.node("transfer", "busy", "no-answer", "failed")
    del node["no-answer"], node["failed"]
    return f"nodes/{name}"


@mutant("ST006")
def value_that_a_sub_flow_may_give_is_forgotten(ground: Ground) -> str:
    name, node = ground.node("run")
    node.pop("else", None)
    node["returns"] = {"known": node["returns"]["known"]}
    return f"nodes/{name}"


@mutant("ST012")
def branch_without_else(ground: Ground) -> str:
    name, node = ground.node("branch")
    del node["else"]
    return f"nodes/{name}"


@mutant("ST005")
def node_that_stands_alone(ground: Ground) -> str:
    ground.nodes["farewell"] = {"hangup": ground.said("We hope to hear from you again.", "Hasta pronto.")}
    return "nodes/farewell"


@mutant("ST004", "ST005")
def deleted_option(ground: Ground) -> str:
    menu = ground.pick(name for name in ["main", *ground.submenus()] if len(ground.topics(name)) > 2)
    gone = ground.nodes[menu]["options"].pop(ground.topics(menu)[-1])
    return f"nodes/{gone['go']}"


@mutant("ST009")
def message_that_leads_to_itself(ground: Ground) -> str:
    name, node = ground.node("say", "next")
    node["next"] = name
    return f"nodes/{name}"


@mutant("ST009")
def silent_callers_hear_the_menu_for_ever(ground: Ground) -> str:
    name = ground.pick(ground.of("menu"))
    ground.nodes[name]["otherwise"] = ground.chance.choice([name, "again"])
    return f"nodes/{name}"


@mutant("ST010")
def lookup_that_is_asked_for_ever(ground: Ground) -> str:
    name, node = ground.node("lookup")
    node["outcomes"]["failed"] = name
    return f"nodes/{name}"


@mutant("ST007")
def trap(ground: Ground) -> str:
    menu = ground.pick(["main", *ground.submenus()])
    ground.told("news", "There is nothing new today.", "Hoy no hay novedades.")
    ground.nodes["news"] = {"say": ground.nodes["news"]["say"], "next": "maze"}
    ground.menu("maze", ("this one", "news"), ("that one", "again"), otherwise="news")
    ground.nodes["maze"]["options"] |= {"0": "none", "9": "none", "*": "none"}
    ground.nodes[menu]["options"][ground.topics(menu)[-1]]["go"] = "maze"
    return "nodes/maze/news"


@mutant("ST008")
def region_where_all_are_hung_up_on(ground: Ground) -> str:
    menu = ground.pick(["main", *ground.submenus()])
    ground.nodes["over"] = {"hangup": ground.said("That is all. Goodbye.", "Eso es todo. Adiós.")}
    ground.nodes["out"] = {"hangup": ground.said("We cannot help here. Goodbye.", "No podemos ayudar. Adiós.")}
    ground.menu("corner", ("this one", "over"), ("that one", "out"), otherwise="over")
    ground.nodes["corner"]["options"] |= {"0": "none", "*": "none"}
    ground.nodes[menu]["options"][ground.topics(menu)[-1]]["go"] = "corner"
    return "nodes/corner"


@mutant("TM010")
def two_menus_that_silent_callers_never_leave(ground: Ground) -> str:
    name = ground.pick(name for name in ground.submenus() if name in texts(ground.nodes["main"]))
    ground.nodes["main"]["otherwise"] = name
    ground.nodes[name]["otherwise"] = "main"
    return f"nodes/main/{name}"


@mutant("ST021")
def back_that_leads_elsewhere(ground: Ground) -> str:
    name = ground.pick(ground.submenus())
    key = str(len(ground.topics(name)) + 1)
    words = ground.said("the previous menu", "el menú anterior")
    ground.nodes[name]["options"][key] = {"say": words, "go": ground.told("elsewhere", "You are somewhere else.")}
    return f"nodes/{name}"


@mutant("ST016")
def transfer_to_the_own_line(ground: Ground) -> str:
    name, node = ground.node("transfer")
    node["transfer"] = "(312) 555-0100"
    return f"nodes/{name}"


@mutant("ST011")
def sub_flow_that_runs_itself(ground: Ground) -> str:
    ground.need("member-find" in ground.nodes)
    ground.nodes["member-find"]["outcomes"]["unknown"] = "member-again"
    ground.nodes["member-again"] = {"run": "member", "then": "member-known"}
    return "nodes/member-again/member/member-find"


@mutant("ST018")
def menu_with_one_option_left(ground: Ground) -> str:
    name = ground.pick(ground.submenus())
    for key in ground.topics(name)[1:]:
        del ground.nodes[name]["options"][key]
    ground.pruned()
    return f"nodes/{name}"


@mutant("ST019", "PR004")
def two_options_to_one_place(ground: Ground) -> str:
    name = ground.pick(["main", *ground.submenus()])
    first, second, *_ = ground.topics(name)
    options = ground.nodes[name]["options"]
    options[second]["go"] = options[first]["go"]
    ground.pruned()
    return f"nodes/{name}"


@mutant("ST020")
def node_that_is_written_twice(ground: Ground) -> str:
    ground.nodes["farewell"] = dict(ground.nodes["goodbye"])
    ground.nodes["message"]["next"] = "farewell"
    ground.nodes["message"]["failed"] = "goodbye"
    return "nodes/farewell/goodbye"


@mutant("ST022")
def hours_of_which_both_ways_are_one(ground: Ground) -> str:
    name, node = ground.node("hours")
    node["open"] = node["closed"]
    return f"nodes/{name}"


@mutant("ST013")
def cases_that_overlap(ground: Ground) -> str:
    ground.need("amount" in ground.nodes)
    over = ground.nodes["amount"]["branch"][0]["go"]
    ground.nodes["amount"]["branch"] = [
        {"when": "amount >= 100", "go": over},
        {"when": "amount <= 100", "go": "settle"},
    ]
    ground.nodes["amount"]["else"] = "front-desk"
    return "nodes/amount"


@mutant("ST014")
def condition_that_never_holds(ground: Ground) -> str:
    name, node = ground.node("branch")
    case = ground.pick(node["branch"])
    variable = case["when"].split()[0]
    case["when"] = f"{variable} > 65 and {variable} < 18"
    return f"nodes/{name}"


@mutant("ST014", "ST013")
def condition_asked_before(ground: Ground) -> str:
    name, node = ground.node("branch")
    node["branch"].append({"when": node["branch"][0]["when"], "go": "front-desk"})
    return f"nodes/{name}"


@mutant("DA005")
def way_that_nobody_can_take(ground: Ground) -> str:
    ground.need("amount" in ground.nodes)
    case = ground.nodes["amount"]["branch"][0]
    ground.nodes["amount-small"] = {"branch": [{"when": "amount < 50", "go": "little"}], "else": case["go"]}
    ground.nodes["little"] = {"say": ground.said("It is only a little.", "Es poco."), "next": "front-desk"}
    case["go"] = "amount-small"
    return "nodes/amount-small/little"


@mutant("ST017")
def menus_behind_menus(ground: Ground) -> str:
    name = ground.pick(ground.submenus())
    option = ground.nodes[name]["options"][ground.topics(name)[0]]
    far = ground.told("attic", "This is the end of the way.")
    ground.menu("cellar", ("wine", far), ("coal", ground.told("coal", "There is coal.")))
    ground.menu("stairs", ("down", "cellar"), ("a lift", ground.told("lift", "The lift is out of order.")))
    ground.menu("hall", ("stairs", "stairs"), ("something else", option["go"]))
    option["go"] = "hall"
    return "nodes/hall/stairs/cellar"


@mutant("ST002")
def two_nodes_of_one_name(ground: Ground) -> str:
    name, node = ground.node("say")
    ground.nodes[Twice(name)] = node | {"say": ground.said("Something else is said here.", "Aquí se dice otra cosa.")}
    return f"nodes/{name}"


@mutant("TM019")
def lookup_that_must_not_fail(ground: Ground) -> str:
    name, node = ground.node("lookup")
    del node["outcomes"]["failed"]
    return f"nodes/{name}"


@mutant("HR008")
def deleted_way_while_open(ground: Ground) -> str:
    name, node = ground.node("hours")
    del node["open"]
    return f"nodes/{name}"


@mutant("HR008")
def deleted_way_while_closed(ground: Ground) -> str:
    name, node = ground.node("hours")
    del node["closed"]
    return f"nodes/{name}"


MUTANTS = all_of(globals())
