"""Faults in how a flow is written: names that nothing has, documents that do not fit, files that cannot be read."""

from __future__ import annotations

from clean_flows import LINE
from planting import Ground, all_of, mutant


@mutant("DA007")
def contact_that_nobody_declared(ground: Ground) -> str:
    name, node = ground.node("transfer")
    node["transfer"] = node["transfer"] + "-two"
    return f"nodes/{name}"


@mutant("DA007")
def schedule_that_nobody_declared(ground: Ground) -> str:
    name, node = ground.node("hours")
    node["hours"] = "sometimes"
    return f"nodes/{name}"


@mutant("DA007")
def language_that_nobody_declared(ground: Ground) -> str:
    ground.need(ground.spanish)
    ground.nodes["main"]["options"]["8"]["language"] = "fr"
    return "nodes/main"


@mutant("DA007")
def source_that_nobody_declared(ground: Ground) -> str:
    ground.need("sources" in ground.flow)
    ground.nodes["main"]["options"]["1"]["documented"] = ["leaflet Key 1"]
    return "nodes/main"


@mutant("DA008")
def number_that_cannot_be_called(ground: Ground) -> str:
    name = ground.pick(one for one in ground.contacts if "channel" not in ground.contacts[one])
    ground.contacts[name]["number"] = "1-800-555-01"
    return f"contacts/{name}"


@mutant("DA009")
def line_given_twice(ground: Ground) -> str:
    ground.flow["lines"]["+1 (312) 555-0100"] = "front-desk"
    return "lines"


@mutant("DA010")
def name_unlike_others(ground: Ground) -> str:
    name = ground.pick(one for one in ground.nodes if one.count("-") == 1)
    wanted = name.replace("-", " ").title()
    node = ground.nodes.pop(name)
    ground.rewrite = lambda text: text.replace(f": {name}\n", f": {wanted}\n")
    ground.nodes[wanted] = node
    return f"nodes/{wanted}"


@mutant("DA012")
def prompt_cut_off_by_a_pound_sign(ground: Ground) -> str:
    ground.need(not ground.spanish)
    name, _ = ground.node("ask", "end")
    ground.rewrite = lambda text: text.replace(", then press pound.", ", then press #.")
    return f"nodes/{name}/" + "/".join(ground.of("ask", "end"))


@mutant("DC002")
def option_of_which_no_document_tells(ground: Ground) -> str:
    ground.need("sources" in ground.flow)
    ground.nodes["main"]["options"][ground.pick(ground.topics("main"))].pop("documented")
    return "nodes/main"


@mutant("DC006")
def call_that_nobody_can_make(ground: Ground) -> str:
    ground.flow["calls"][0]["steps"][-1] = {"reach": "front-dsk"}
    return "calls"


@mutant("DC009")
def flow_that_nobody_looks_through(ground: Ground) -> str:
    ground.flow["reviewed"] = "2025-03-02"
    return "reviewed"


@mutant("DC011")
def suppression_of_nothing(ground: Ground) -> str:
    ground.rewrite = lambda text: text.replace("  main:\n", "  main:  # ivr: ignore[KY006] -- callers know it so\n")
    return "nodes/main"


@mutant("DC012")
def suppression_without_a_reason(ground: Ground) -> str:
    ground.nodes["main"]["tries"] = "1"
    ground.rewrite = lambda text: text.replace("    tries: '1'\n", "    tries: '1'  # ivr: ignore[TM004]\n")
    return "nodes/main"


@mutant("RD002")
def broken_yaml(ground: Ground) -> str:
    ground.rewrite = lambda text: text.replace("\n  main:\n", "\n  main: {\n")
    return ""


@mutant("RD003")
def star_without_quotes(ground: Ground) -> str:
    ground.rewrite = lambda text: text.replace("  '*':\n", "  *:\n", 1)
    return "keys"


@mutant("RD004")
def section_that_is_a_list(ground: Ground) -> str:
    ground.flow["contacts"] = [{name: contact} for name, contact in ground.contacts.items()]
    return "contacts"


@mutant("RD005")
def misspelt_field(ground: Ground) -> str:
    name, node = ground.node("ask")
    node["digts"] = node.pop("digits")
    return f"nodes/{name}"


@mutant("RD006")
def value_that_cannot_be_understood(ground: Ground) -> str:
    ground.defaults["wait"] = "a while"
    return "defaults"


@mutant("RD006", "HR001", "HR012")
def schedule_that_cannot_be_understood(ground: Ground) -> str:
    name = ground.pick(ground.flow.get("hours", {}))
    ground.flow["hours"][name]["open"] = "Mon-Fry 08:00-18:00"
    return f"hours/{name}"


@mutant("RD007")
def option_without_a_target(ground: Ground) -> str:
    name = ground.pick(ground.of("menu"))
    del ground.nodes[name]["options"]["1"]["go"]
    return f"nodes/{name}"


@mutant("RD008")
def node_of_two_kinds(ground: Ground) -> str:
    name, node = ground.node("say")
    node["hangup"] = node["say"]
    return f"nodes/{name}"


@mutant("RD011")
def field_written_twice(ground: Ground) -> str:
    _name, node = ground.node("say", "next")
    ground.need(f"    next: {node['next']}\n" in ground.text())
    both = f"    next: {node['next']}\n    next: message\n"
    ground.rewrite = lambda text: text.replace(both.splitlines(keepends=True)[0], both)
    return "/".join(["nodes", *(one for one, other in ground.nodes.items() if other.get("next") == node["next"])])


@mutant("ST003")
def no_lines(ground: Ground) -> str:
    del ground.flow["lines"]
    ground.flow.pop("promises"), ground.flow.pop("calls")
    return ""


@mutant("DC006", "DA007")
def promise_to_reach_somebody_unknown(ground: Ground) -> str:
    ground.flow["promises"][0] |= {"from": LINE, "reach": ["representatve"]}
    return "promises"


MUTANTS = all_of(globals())
