"""Faults in what callers enter and what becomes of it: secrets that get out, variables that are lost."""

from __future__ import annotations

from planting import Ground, all_of, mutant, texts


def _pin(ground: Ground) -> None:
    """Go on only where the flow asks for a PIN."""
    ground.need("pin" in ground.nodes)


def _entry(ground: Ground) -> tuple[str, str]:
    """Give an ask whose entry nothing but its own lookup and desk need, and its variable."""
    name = ground.pick(one for one in ground.of("ask") if f"{one}-find" in ground.nodes and one != "member")
    return name, ground.nodes[name]["into"]


def _option(ground: Ground, go: str) -> str:
    """Lead an option of a menu to a new node; gives the menu."""
    menu = ground.pick(["main", *ground.submenus()])
    key = str(len(ground.topics(menu)) + 1)
    ground.nodes[menu]["options"][key] = {"say": ground.said("something new", "algo nuevo"), "go": go}
    if "documented" in ground.nodes[menu]["options"]["1"]:
        ground.nodes[menu]["options"][key]["documented"] = [f"page Key {key}"]
    return menu


@mutant("SE001")
def secret_that_is_not_marked(ground: Ground) -> str:
    _pin(ground)
    del ground.nodes["pin"]["sensitive"]
    return "nodes/pin"


@mutant("SE001")
def secret_that_is_marked_as_none_by_mistake(ground: Ground) -> str:
    card = ground.said("Enter your sixteen digit credit card number.", "Marque el número de su tarjeta de crédito.")
    ground.nodes["card"] = {"ask": card, "into": "card", "digits": "16", "next": "pay"}
    ways = {"paid": "goodbye", "refused": "front-desk", "failed": "front-desk"}
    ground.nodes["pay"] = {"lookup": "payment", "pass": ["card"], "outcomes": ways}
    _option(ground, "card")
    return "nodes/card"


@mutant("SE002")
def secret_that_is_spoken(ground: Ground) -> str:
    _pin(ground)
    node = ground.nodes["pin-wrong"]
    node["say"] = ground.reworded(node["say"], lambda words: f"{words} You entered {{pin}}.")
    return "nodes/pin-wrong"


@mutant("SE002")
def secret_on_a_screen(ground: Ground) -> str:
    _pin(ground)
    name = ground.pick(one for one in ground.of("transfer", "pass") if "checked" in ground.nodes[one]["pass"])
    ground.nodes[name]["pass"].append("pin")
    return f"nodes/{name}"


@mutant("SE003")
def card_code_that_outlives_the_payment(ground: Ground) -> str:
    words = ground.said("Enter the card verification code, CVV.", "Marque el código de seguridad CVV de su tarjeta.")
    ask = {"ask": words, "into": "cvv", "digits": "3", "sensitive": "yes", "next": "pay"}
    ground.nodes["cvv"] = ask | ({"recording": "no"} if "welcome" in ground.nodes else {})
    ways = {"paid": "thanks", "refused": "front-desk", "failed": "front-desk"}
    ground.nodes["pay"] = {"lookup": "payment", "pass": ["cvv"], "outcomes": ways}
    ground.nodes["thanks"] = {"say": ground.said("That is paid.", "Ya está pagado."), "next": "save"}
    ways = {"saved": "goodbye", "failed": "goodbye"}
    ground.nodes["save"] = {"lookup": "wallet", "pass": ["cvv"], "outcomes": ways}
    _option(ground, "cvv")
    return "nodes/save/cvv"


@mutant("SE004")
def secret_on_tape(ground: Ground) -> str:
    _pin(ground)
    ground.need("welcome" in ground.nodes)
    del ground.nodes["pin"]["recording"]
    return "nodes/pin"


@mutant("SE005")
def recording_notice_removed(ground: Ground) -> str:
    _pin(ground)
    ground.need("welcome" in ground.nodes)
    ground.nodes["welcome"]["say"] = ground.said("Welcome.", "Bienvenido.")
    return "nodes/pin-check/" + "/".join([*ground.of("transfer"), *ground.of("record")])


@mutant("SE005")
def line_without_the_recording_notice(ground: Ground) -> str:
    ground.need("welcome" in ground.nodes)
    ground.flow["lines"]["1-312-555-0155"] = "main"
    return "lines/nodes/" + "/".join(ground.of("transfer"))


@mutant("SE006")
def way_past_the_entry(ground: Ground) -> str:
    _pin(ground)
    _option(ground, "balance")
    return "nodes/balance"


@mutant("SE007")
def pin_asked_for_ever(ground: Ground) -> str:
    _pin(ground)
    ground.nodes["pin-wrong"]["next"] = "pin"
    return "nodes/pin"


@mutant("SE007")
def pin_that_the_flow_lets_guess(ground: Ground) -> str:
    _pin(ground)
    ground.nodes["pin-check"]["outcomes"]["wrong"] = "pin"
    return "nodes/pin"


@mutant("SE008")
def premium_number(ground: Ground) -> str:
    name, node = ground.node("transfer")
    node["transfer"] = "1-900-555-0123"
    return f"nodes/{name}"


@mutant("SE008")
def number_that_callers_enter_is_rung(ground: Ground) -> str:
    words = ground.said("Enter the number that you want to call.", "Marque el número al que quiere llamar.")
    ground.nodes["abroad"] = {"ask": words, "into": "far", "digits": "10", "next": "abroad-call"}
    ground.nodes["abroad-call"] = {"transfer": "{far}", "pass": ["far"], "failed": "front-desk"}
    _option(ground, "abroad")
    return "nodes/abroad-call"


@mutant("SE009")
def any_extension_is_rung(ground: Ground) -> str:
    words = ground.said("Enter the extension.", "Marque la extensión.")
    ground.nodes["dial"] = {"ask": words, "into": "extension", "digits": "3", "next": "dial-it"}
    ground.nodes["dial-it"] = {"transfer": "{extension}", "pass": ["extension"], "failed": "front-desk"}
    _option(ground, "dial")
    return "nodes/dial-it/dial"


@mutant("SE010", "KY019")  # a menu of two choices may itself be the question, and KY019 takes it for one
def confirmation_removed(ground: Ground) -> str:
    menus = ["main", *ground.submenus()]
    ends = {name: f"{name}-ended" for name in ground.nodes if f"{name}-ended" in ground.nodes}
    options = [one for menu in menus for one in ground.nodes[menu]["options"].values() if one["go"] in ends]
    option = ground.pick(options)
    name = option["go"]
    option["go"] = ends[name]
    del ground.nodes[name]
    return "/".join(["nodes", ends[name], *menus])


@mutant("SE011")
def password_in_a_note(ground: Ground) -> str:
    name, node = ground.node("lookup")
    node["note"] = "The records are at https://clinic:harbour7@records.example.com."
    return f"nodes/{name}"


@mutant("SE011")
def token_in_a_comment(ground: Ground) -> str:
    ground.rewrite = lambda text: f"# api_key: sk_live_4eC39HqLyjWDarjtT1zdp7dc\n{text}"
    return ""


@mutant("SE012")
def private_telephone(ground: Ground) -> str:
    name = ground.pick(one for one in ground.contacts if "channel" not in ground.contacts[one])
    ground.contacts[name] |= {"number": "1-312-555-0188", "note": "The private mobile of the head of the team."}
    return f"contacts/{name}"


@mutant("SE013")
def caller_known_by_the_number_only(ground: Ground) -> str:
    ways = {"found": "debts", "unknown": "front-desk", "failed": "front-desk"}
    ground.nodes["known-by-number"] = {"lookup": "number", "gives": ["owed"], "outcomes": ways}
    words = ground.said("You owe {owed} dollars.", "Usted debe {owed} dólares.")
    ground.nodes["debts"] = {"say": words, "needs": ["owed"], "next": "goodbye", "done": "yes"}
    _option(ground, "known-by-number")
    return "nodes/debts"


@mutant("DA001")
def variable_misspelt_in_a_prompt(ground: Ground) -> str:
    name = ground.pick(one for one in ground.of("say") if "{" in ground.en(ground.nodes[one]["say"]))
    node = ground.nodes[name]
    node["say"] = ground.reworded(node["say"], lambda words: words.replace("}", "x}"))
    return f"nodes/{name}"


@mutant("DA002")
def variable_read_out_unset(ground: Ground) -> str:
    name, into = _entry(ground)
    ground.nodes[name]["otherwise"] = f"{name}-unknown"
    node = ground.nodes[f"{name}-unknown"]
    node["say"] = ground.reworded(node["say"], lambda words: f"{words} It was {{{into}}}.")
    return f"nodes/{name}-unknown"


@mutant("DA003")
def variable_that_nothing_uses(ground: Ground) -> str:
    _pin(ground)
    words = ground.said("Enter the number of people with you.", "Marque cuántas personas van con usted.")
    ground.nodes["party"] = {"ask": words, "into": "party", "digits": "1", "next": "front-desk"}
    ground.nodes["pin-wrong"]["next"] = "party"
    return "nodes/party"


@mutant("DA003")
def variable_that_is_set_for_nothing(ground: Ground) -> str:
    _pin(ground)
    ground.nodes["pin-right"]["set"]["moment"] = "1"
    return "nodes/pin-right"


@mutant("DA004")
def number_with_a_leading_zero(ground: Ground) -> str:
    name, into = _entry(ground)
    stage = ground.nodes[f"{name}-stage"]
    stage["branch"].insert(0, {"when": f"{into} == 0123", "go": f"{name}-late"})
    return f"nodes/{name}-stage"


@mutant("DA006")
def entry_of_any_length(ground: Ground) -> str:
    name, node = ground.node("ask", "end")
    del node["digits"]
    return f"nodes/{name}"


@mutant("DA011", "DA003", "DA001")
def variable_with_two_letters_swapped(ground: Ground) -> str:
    name, into = _entry(ground)
    slip = into[:2] + into[3] + into[2] + into[4:]
    ground.need(slip != into)
    ground.nodes[name]["into"] = slip
    return "/".join(["nodes", *(one for one, node in ground.nodes.items() if {into, slip} & {*texts(node)})])


MUTANTS = all_of(globals())
