"""Faults in keys: given twice, swapped, misused, too long, out of order, and what callers press ahead."""

from __future__ import annotations

from clean_flows import Twice
from clean_topics import Plain
from planting import Ground, all_of, mutant


def _menu(ground: Ground, topics: int = 2) -> tuple[str, Plain]:
    name = ground.pick(one for one in ["main", *ground.submenus()] if len(ground.topics(one)) >= topics)
    return name, ground.nodes[name]["options"]


def _confirming(ground: Ground) -> tuple[str, Plain]:
    return ground.node("menu", "flush")


def _another(ground: Ground) -> str:
    return ground.told("address", "You find us behind the station.", "Estamos detrás de la estación.")


@mutant("KY001")
def key_given_twice(ground: Ground) -> str:
    name, options = _menu(ground)
    options[Twice("1")] = {"say": ground.said("our address", "nuestra dirección"), "go": _another(ground)}
    return f"nodes/{name}"


@mutant("KY001")
def key_for_all_menus_given_twice(ground: Ground) -> str:
    ground.keys[Twice("0")] = {"say": ground.said("our address", "nuestra dirección"), "go": _another(ground)}
    return "keys"


@mutant("KY002")
def key_that_no_telephone_has(ground: Ground) -> str:
    name, options = _menu(ground)
    last = ground.topics(name)[-1]
    option = options.pop(last)
    option.pop("words", None)
    options["two"] = option
    return f"nodes/{name}"


@mutant("KY003")
def code_that_begins_with_another_key(ground: Ground) -> str:
    name, options = _menu(ground)
    options["12"] = {"say": ground.said("our address", "nuestra dirección"), "go": _another(ground)}
    return f"nodes/{name}"


@mutant("KY005")
def extension_that_begins_with_a_choice(ground: Ground) -> str:
    name, options = _menu(ground)
    options["215"] = {"say": ground.said("our address", "nuestra dirección"), "go": _another(ground)}
    return f"nodes/{name}"


@mutant("HU004", "KY006")
def zero_for_something_else(ground: Ground) -> str:
    name, options = _menu(ground)
    options["0"] = {"say": ground.said("our address", "nuestra dirección"), "go": _another(ground)}
    return f"nodes/{name}"


@mutant("HU004", "KY006", "HU005")
def zero_for_something_else_everywhere(ground: Ground) -> str:
    ground.keys["0"] = {"say": ground.said("our address", "nuestra dirección"), "go": _another(ground)}
    return "keys/nodes/main"


@mutant("HU004")
def zero_for_nothing(ground: Ground) -> str:
    name, options = _menu(ground)
    options["0"] = "none"
    options["5"] = {"say": ground.said("a representative", "un representante"), "go": "front-desk"}
    return f"nodes/{name}"


@mutant("KY004")
def key_of_all_menus_taken_for_something_else(ground: Ground) -> str:
    name = ground.pick(ground.submenus())
    options = ground.nodes[name]["options"]
    options["9"] = {"say": ground.said("our address", "nuestra dirección"), "go": _another(ground)}
    return f"nodes/{name}"


@mutant("KY007", "KY004")
def star_for_something_else(ground: Ground) -> str:
    name, options = _menu(ground)
    options["*"] = {"say": ground.said("our address", "nuestra dirección"), "go": _another(ground)}
    return f"nodes/{name}"


@mutant("KY007")
def star_for_something_else_everywhere(ground: Ground) -> str:
    ground.keys["*"] = {"say": ground.said("our address", "nuestra dirección"), "go": _another(ground)}
    return "keys"


@mutant("KY008")
def pound_for_something_else(ground: Ground) -> str:
    name, options = _menu(ground)
    options["#"] = {"say": ground.said("our address", "nuestra dirección"), "go": _another(ground)}
    return f"nodes/{name}"


@mutant("KY010")
def yes_and_no_swapped(ground: Ground) -> str:
    name, node = _confirming(ground)
    options = node["options"]
    options["1"], options["2"] = options["2"], options["1"]
    return f"nodes/{name}"


@mutant("KY011")
def going_back_on_another_key(ground: Ground) -> str:
    ground.need(len(list(ground.of("menu"))) > 2)
    name = ground.pick(ground.submenus())
    options = ground.nodes[name]["options"]
    options["*"] = "none"
    options[str(len(ground.topics(name)) + 1)] = {"say": ground.said("go back", "volver"), "go": "back"}
    return f"nodes/{name}"


@mutant("KY012", "KY004")
def star_for_the_main_menu(ground: Ground) -> str:
    inner = [
        option["go"]
        for name in ground.submenus()
        for option in ground.nodes[name]["options"].values()
        if option["go"] in ground.submenus()
    ]
    name = ground.pick(inner)
    ground.nodes[name]["options"]["*"] = {"say": ground.said("the main menu", "el menú principal"), "go": "main"}
    return f"nodes/{name}"


@mutant("KY013")
def keys_out_of_order(ground: Ground) -> str:
    name, options = _menu(ground)
    first, *others = ground.topics(name)
    ground.nodes[name]["options"] = {key: options[key] for key in [*others, first]} | options
    return f"nodes/{name}"


@mutant("KY014")
def key_left_out(ground: Ground) -> str:
    name = ground.pick(ground.submenus())
    options = ground.nodes[name]["options"]
    last = ground.topics(name)[-1]
    options[str(int(last) + 1)] = options.pop(last)
    return f"nodes/{name}"


@mutant("KY015")
def end_key_that_is_a_digit(ground: Ground) -> str:
    name, node = ground.node("ask", "end")
    node["end"] = "9"
    return f"nodes/{name}"


@mutant("KY016")
def too_few_digits_for_a_date(ground: Ground) -> str:
    name, node = ground.node("ask", "check")
    node["digits"] = "2"
    return f"nodes/{name}"


@mutant("KY018")
def codes_of_two_keys(ground: Ground) -> str:
    name = ground.pick(ground.submenus())
    options = ground.nodes[name]["options"]
    ground.nodes[name]["options"] = {f"1{key}": option for key, option in options.items()}
    return f"nodes/{name}"


@mutant("KY019")
def confirmed_unheard(ground: Ground) -> str:
    name, node = _confirming(ground)
    ground.need("ends" in ground.en(node["menu"]))
    del node["flush"]
    return f"nodes/{name}"


@mutant("KY020")
def keys_lost_after_a_message(ground: Ground) -> str:
    menu, options = _menu(ground)
    last = ground.topics(menu)[-1]
    name = ground.pick(one["go"] for one in options.values() if one["go"] in list(ground.of("ask")))
    for option in options.values():
        option["go"] = "advice" if option["go"] == name else option["go"]
    words = ground.said("Please have the letter from us at hand.", "Tenga a mano nuestra carta.")
    ground.nodes["advice"] = {"say": words, "next": name}
    ground.nodes[name]["flush"] = "yes"
    return f"nodes/{name}/advice/{last}"


@mutant("KY021")
def keys_lost_in_a_menu(ground: Ground) -> str:
    name = ground.pick(ground.submenus())
    ground.nodes[name]["flush"] = "yes"
    return f"nodes/{name}"


@mutant("KY022")
def number_for_emergencies_as_a_code(ground: Ground) -> str:
    name, options = _menu(ground)
    options["911"] = {"say": ground.said("our address", "nuestra dirección"), "go": _another(ground)}
    options["911"] |= {"announced": "no", "because": "It is printed in the directory."}
    return f"nodes/{name}"


@mutant("KY023")
def letter_instead_of_a_key(ground: Ground) -> str:
    name, _ = _menu(ground)
    menu = ground.nodes[name]
    menu["menu"] = ground.reworded(menu["menu"], lambda words: f"{words} For other matters press B.")
    return f"nodes/{name}"


@mutant("AC014")
def many_keys_for_all_menus(ground: Ground) -> str:
    ground.keys["6"] = {"say": ground.said("our address", "nuestra dirección"), "go": _another(ground)}
    return "keys"


@mutant("AC007")
def no_key_to_hear_it_again(ground: Ground) -> str:
    del ground.keys["9"]
    return "keys/nodes/" + "/".join(ground.of("menu"))


@mutant("AC008")
def no_key_to_go_back(ground: Ground) -> str:
    del ground.keys["*"]
    return "keys/nodes/" + "/".join(ground.of("menu"))


@mutant("TM004")
def one_try(ground: Ground) -> str:
    name = ground.pick([*ground.of("menu"), *ground.of("ask")])
    ground.nodes[name]["tries"] = "1"
    return f"nodes/{name}"


@mutant("TM004")
def nine_tries(ground: Ground) -> str:
    ground.defaults["tries"] = "9"
    return "defaults"


@mutant("TM005")
def one_second_to_choose(ground: Ground) -> str:
    name = ground.pick([*ground.of("menu"), *ground.of("ask")])
    ground.nodes[name]["wait"] = "1 s"
    return f"nodes/{name}"


@mutant("TM006")
def half_a_minute_of_silence(ground: Ground) -> str:
    ground.defaults["wait"] = "30 s"
    return "defaults"


@mutant("TM007")
def one_second_between_digits(ground: Ground) -> str:
    name, node = ground.node("ask", "end")
    node["between"] = "1 s"
    return f"nodes/{name}"


@mutant("TM001", "TM002", "TM003")
def removed_otherwise(ground: Ground) -> str:
    del ground.defaults["otherwise"]
    return "defaults/nodes/" + "/".join([*ground.of("menu"), *ground.of("ask")])


@mutant("HU008", "TM008")
def hung_up_on_after_the_last_try(ground: Ground) -> str:
    name = ground.pick([*ground.of("menu"), *ground.of("ask")])
    ground.nodes["over"] = {"hangup": ground.said("Goodbye.", "Adiós.")}
    ground.nodes[name]["otherwise"] = "over"
    return f"nodes/{name}"


@mutant("HU008", "TM008")
def silent_callers_hung_up_on_everywhere(ground: Ground) -> str:
    ground.nodes["over"] = {"hangup": ground.said("Goodbye.", "Adiós.")}
    ground.defaults["otherwise"] = "over"
    return "defaults/nodes/" + "/".join([*ground.of("menu"), *ground.of("ask")])


@mutant("TM009", "TM013")
def question_after_the_last_try(ground: Ground) -> str:
    name = ground.pick(one for one in ground.of("ask") if one != "pin")
    ground.nodes[name]["otherwise"] = "main"
    return f"nodes/{name}"


@mutant("TM011", "TM009", "TM010")
def same_menu_after_the_last_try(ground: Ground) -> str:
    name, options = _menu(ground)
    again = ground.said("Let us try that once more.", "Probemos otra vez.")
    ground.nodes["once-more"] = {"menu": again, "options": {key: options[key] for key in ground.topics(name)}}
    ground.nodes[name] |= {"otherwise": "once-more", "tries": "3"}
    ground.nodes["once-more"]["tries"] = "3"
    return f"nodes/{name}/once-more"


@mutant("TM013")
def harder_question_after_the_last_try(ground: Ground) -> str:
    name = ground.pick(ground.submenus())
    ways = [(f"{word} number", ground.told(f"{word}-number", f"That is number {word}.")) for word in
            ("one", "two", "three", "four", "five")]  # fmt: skip
    ground.nodes[name]["otherwise"] = ground.menu("puzzle", *ways)
    return f"nodes/{name}/puzzle"


@mutant("TM012")
def nothing_new_after_a_mistake(ground: Ground) -> str:
    name, _ = _menu(ground)
    ground.nodes[name]["wrong"] = ground.nodes[name]["menu"]
    return f"nodes/{name}"


@mutant("TM014")
def prompt_that_cannot_be_cut_off(ground: Ground) -> str:
    name, _ = _menu(ground)
    ground.nodes[name]["menu"] = {"text": ground.nodes[name]["menu"], "interruptible": "no"}
    return f"nodes/{name}"


@mutant("TM016")
def entry_without_an_end(ground: Ground) -> str:
    name, node = ground.node("ask", "digits")
    node.pop("end", None)
    node.pop("check", None)
    del node["digits"]
    return f"nodes/{name}"


@mutant("TM018")
def silence_confirms(ground: Ground) -> str:
    name, node = _confirming(ground)
    node["otherwise"] = node["options"]["1"]["go"]
    return f"nodes/{name}"


@mutant("TM020")
def two_lookups_in_silence(ground: Ground) -> str:
    name, node = ground.node("lookup")
    way = next(iter(node["outcomes"]))
    ground.nodes["history"] = {
        "lookup": "history of calls",
        "outcomes": {"found": node["outcomes"][way], "failed": "front-desk"},
    }
    node["outcomes"][way] = "history"
    return f"nodes/{name}/history"


@mutant("TM021")
def long_silence_before_help(ground: Ground) -> str:
    words = "Sorry, nothing was heard. Please take the time that you need, and then press a key of your telephone."
    ground.defaults |= {"tries": "3", "wait": "10 s"}
    ground.defaults["silence"] = ground.reworded(ground.defaults["silence"], lambda _: words)
    return "lines/defaults/nodes/" + "/".join(ground.of("menu"))


MUTANTS = all_of(globals())
