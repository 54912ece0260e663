"""Where German clauses put a key and what it is for: `Mit der 2 kommen Sie zu den Karten`, `Technik liegt auf der 5`.

The patterns are sought in words in small letters without accents, with a blank between any two words and marks.
"""

from __future__ import annotations

import re
from typing import Final

from ivr.prose.clause_forms import (
    ASIDE,
    AWHILE,
    BEGIN,
    ENDS,
    LISTED,
    MARKED,
    OVER,
    SECTION,
    SUBJECT,
    TO_NUMBER,
    TOPIC,
    Form,
    Language,
    key_of,
    quoted,
    topic_to,
    with_each,
)
from ivr.prose.words import set_of

_KEY: Final = key_of(
    r"der|die|den|dem|taste|tasten|ziffer|zahl|option|nummer|menupunkt|auswahl|zifferntaste",
    r"null|eins|zwei|drei|vier|funf|sechs|sieben|acht|neun|stern|sternchen|raute|sterntaste|rautetaste|stern-taste"
    r"|raute-taste|sternchentaste|rautentaste",
)
_BY: Final = (
    r"(?:mit|uber|unter|auf|hinter|via|per|durch (?:drucken|wahlen|wahl|betatigen|betatigung|eingabe)(?: von| auf)?)"
)
_ADVERBS: Final = (
    r"(?:(?:jetzt|nun|neu|direkt|gleich|sofort|jederzeit|immer|auch|wieder|dann|automatisch|ab sofort|kunftig"
    r"|neuerdings|einfach|bequem|schnell|bitte|weiterhin|stets|ausserdem|zudem) )*"
)
_NOW: Final = "(?:jetzt|nun|neu|ab sofort|kunftig|neuerdings)"
_WHO: Final = r"(?:sie|man|du|ihr|es|er|wir|der (?:kunde|anrufer|nutzer|teilnehmer|benutzer)|anrufer|kunden)"
_REACHING: Final = (
    r"(?:kommen|kommt|kommst|gelangen|gelangt|gelangst|erreichen|erreicht|erreichst|landen|landet|landest|finden|findet"
    r"|findest|sprechen|spricht|bekommen|bekommt|erhalten|erhalt|geht|horen|hort)"
)
_IS: Final = (
    r"(?:liegt|liegen|sitzt|sitzen|ist|sind|steht|stehen|befindet sich|befinden sich|verbirgt sich|verbergen sich"
    r"|versteckt sich|meldet sich|melden sich|antwortet|wartet|erwartet sie|hilft ihnen|hilft|lauft|kommt|folgt"
    r"|startet)"
)
_AIM: Final = r"(?:fur|bei|zum|zur|wegen|um)"
_PRESSED: Final = r"(?:gedruckt|gewahlt|getippt|zu drucken|zu wahlen|drucken|wahlen|betatigen|tippen)"
_PUT_THROUGH: Final = (
    r"(?:verbunden|weiterverbunden|durchgestellt|weitergeleitet|geleitet|vermittelt|weitervermittelt|umgeleitet)"
)
_NEXT: Final = rf"(?:und|oder|sowie|bzw|beziehungsweise)(?: [^ ,.;:]+){{0,5}}? (?:{_BY} )?(?:der|die|taste) [0-9*#]"
_UP_TO: Final = topic_to(_NEXT)
_ALSO: Final = (
    rf" ?(?:, und|,|;|und|oder|sowie) (?P<deeper>(?:dort|da|darin|dann) )?(?:[a-z]+ und [a-z]+ [a-z]+ )?{_BY} "
)
_ON_BEHIND: Final = re.compile(rf"{_ALSO}(?![0-9]){_KEY} {_UP_TO}")
_ON_BEFORE: Final = re.compile(rf" (?:, und|,|;|und|sowie) {TOPIC} {_BY} (?![0-9]){_KEY}{OVER}")

GERMAN: Final = Language(
    words=set_of(
        "mit uber unter auf hinter die der drucken druckst druckt wahlen sie taste wenn fur bedeutet heisst sonst"
    ),
    reaching=set_of(
        """kommen kommt kommst gelangen gelangt gelangst erreichen erreicht erreichst landen landet landest finden
        findet
        findest sprechen spricht bekommen bekommt erhalten erhalt geht kann kannst konnen konnt darf durfen
        verbinden verbindet leiten"""
    ),
    leading=set_of(
        """zu zum zur bei beim in im ins auf an ans mit der die das den dem einer einem eine einen ein direkt gleich
        sofort
        jetzt nun ihre ihren ihr unsere unseren unser unserem unserer sich wieder sie ihn"""
    ),
    forms=(
        Form(quoted(r"die|der|taste|ziffer|option|menupunkt|punkt|auswahl", "dann|danach|anschliessend")),
        Form(
            re.compile(
                rf"\b{_BY} (?![0-9]){_KEY} {_ADVERBS}(?:werden|wirst|werdet|wird) {_WHO} {_ADVERBS}{TOPIC}"
                rf" {_PUT_THROUGH}"
            ),
            _ON_BEHIND,
        ),
        Form(
            re.compile(
                rf"\b{_BY} (?![0-9]){_KEY} {_ADVERBS}(?P<verb>[a-z]{{2,}}(?:en|t|st|rn|ln)|kann|darf|muss|soll) "
                rf"{_WHO} {_ADVERBS}{_UP_TO}"
            ),
            _ON_BEHIND,
        ),
        Form(re.compile(rf"\b{_BY} (?![0-9]){_KEY} {_ADVERBS}{_IS} {_ADVERBS}{_UP_TO}"), _ON_BEHIND),
        Form(re.compile(rf"\b{_REACHING} {_WHO} {_ADVERBS}{_BY} (?![0-9]){_KEY} {_ADVERBS}{_UP_TO}"), _ON_BEHIND),
        Form(re.compile(rf"{BEGIN}{TOPIC} {_REACHING} {_WHO} {_ADVERBS}{_BY} (?![0-9]){_KEY}{OVER}"), _ON_BEFORE),
        Form(
            re.compile(
                rf"{BEGIN}{TOPIC} (?:{_IS} {_ADVERBS}|{_NOW} )(?:unter <number> )?{_BY} (?![0-9]){_KEY}"
                rf"(?: erreichbar| zu erreichen| zu finden| gelegt)?{OVER}"
            ),
            _ON_BEFORE,
        ),
        Form(
            re.compile(
                rf"\b(?:druck|wahl|tipp|nehm|nimm)[a-z]* (?:{_WHO} )?{_ADVERBS}{_AIM} {TOPIC} (?:die|taste) "
                rf"{_KEY}{OVER}"
            )
        ),
        Form(
            re.compile(
                rf"{BEGIN}{_AIM} {TOPIC}(?: ,)? (?:wird|ist|muss|mussen sie|konnen sie|sollten sie|sollen sie) "
                rf"{_ADVERBS}{_KEY} {_PRESSED}"
            )
        ),
        Form(
            re.compile(
                rf"{BEGIN}{_AIM} {TOPIC} (?:ist|gibt es|gilt|haben wir|nehmen sie|steht) {_ADVERBS}(?:die|taste) {_KEY}"
                rf"(?: (?:da|zustandig|gedacht|vorgesehen|eingerichtet|reserviert|bereit|richtig))?{OVER}"
            )
        ),
        Form(
            re.compile(
                rf"{BEGIN}{_AIM} {TOPIC} (?:ist|ware|bleibt) {_ADVERBS}(?:die|taste) {_KEY} (?:die|ihre|der|das|eure) "
                rf"(?:richtige|passende|zustandige|gewunschte)? ?(?:taste|ziffer|wahl|option|zahl|nummer|adresse){OVER}"
            )
        ),
        Form(
            re.compile(
                rf"{BEGIN}{_AIM} {TOPIC} (?:ist|ware|bleibt) {_ADVERBS}(?:die|ihre|der|das|eure) "
                rf"(?:richtige|passende|zustandige|gewunschte)? ?(?:taste|ziffer|wahl|option|zahl|nummer) {_KEY}{OVER}"
            )
        ),
        Form(
            re.compile(
                rf"{BEGIN}{SECTION}{TOPIC} (?:kann|konnen|ist|sind|wird|werden|muss|mussen) (?:nur |auch |jederzeit )?"
                rf"{TO_NUMBER}(?:[^.;:<]{{0,40}} )?(?:(?:taste|ziffer|option) |durch (?:drucken|wahlen|betatigen) der "
                rf"(?:taste |ziffer )?){_KEY}"
            )
        ),
        Form(
            re.compile(
                rf"{BEGIN}{TOPIC} , (?:unter der )?(?:gleiche|selbe|dieselbe)[nr]? nummer ,? ?(?:taste|ziffer"
                rf"|option) {_KEY}"
            )
        ),
        Form(
            re.compile(
                rf"{BEGIN}{TOPIC} (?:konnen|konnt|kann|kannst) {_WHO} {_ADVERBS}{_BY} (?![0-9]){_KEY}"
                rf"(?: [a-z]+en)?{OVER}"
            )
        ),
        Form(
            re.compile(
                rf"\b(?:erst|zuerst|zunachst) (?:die|taste) [^.;:?!]{{1,60}}? (?P<deeper>danach|dann|anschliessend) "
                rf"(?:die|taste) {_KEY} (?:, )?(?:(?:wenn|falls) (?:es um )?(?:{_WHO} )?|fur |bei |beim ){_UP_TO}"
            ),
            re.compile(
                rf" (?:, )?oder (?:die|taste) {_KEY} (?:, )?(?:(?:wenn|falls) (?:es um )?|fur |beim |bei ){_UP_TO}"
            ),
        ),
        Form(re.compile(rf"\b(?:die|taste) {_KEY} ,? ?(?:wenn|falls|sofern) {_WHO} {_UP_TO}")),
        Form(
            re.compile(
                rf"{BEGIN}(?!dann |bitte |sie |zuerst |jetzt ){SUBJECT}{ASIDE} (?:drucken|druckt|wahlen|wahlt|nehmen"
                rf"|nimmt|tippen)"
                rf" (?:bitte )?(?:die|taste) {_KEY}{OVER}"
            ),
            re.compile(rf" (?:, und|,|;|und|sowie) {TOPIC} (?:die|taste) {_KEY}{OVER}"),
        ),
        Form(
            re.compile(
                rf"{BEGIN}wer (?!nicht|kein)(?:als )?{TOPIC}(?: (?:will|mochte|braucht|hat|sucht))?(?: ,)? "
                rf"(?:kann|sollte|muss|darf|soll|druckt|wahlt|nimmt|tippt) {_ADVERBS}(?:die|taste) {_KEY}"
                rf"(?: (?:drucken|wahlen|nehmen|tippen))?{OVER}"
            )
        ),
        Form(re.compile(rf"\b(?:dass|ob|weil) {_WHO} {_BY} (?![0-9]){_KEY} {_ADVERBS}{_UP_TO}")),
        Form(
            re.compile(rf"{BEGIN}(?:die |taste |ziffer )*{_KEY} (?:bedeutet|heisst|gehort) (?:fur )?{_UP_TO}"),
            re.compile(rf" (?:, und|,|;|und) (?:die |taste )?{_KEY} (?:bedeutet |heisst |gehort )?(?:fur )?{_UP_TO}"),
        ),
        Form(
            re.compile(rf"{BEGIN}{TOPIC} (?:bitte|nur) (?:bitte |nur )?(?:unter|uber|auf) (?:der |die )?{_KEY}{OVER}"),
        ),
        Form(re.compile(rf"{BEGIN}{TOPIC} (?:nimmt|erledigt|bearbeitet) (?:die|taste) {_KEY}(?: entgegen| an)?{OVER}")),
        Form(
            re.compile(rf"{BEGIN}{TOPIC} (?:hat|haben|tragt|behalt|behalten) {_ADVERBS}(?:die|taste) {_KEY}{OVER}"),
            re.compile(rf" (?:, und|,|;|und|sowie) {TOPIC} (?:die|taste) {_KEY}{OVER}"),
        ),
        Form(
            re.compile(
                rf"{BEGIN}{TOPIC} (?:ist|sind) {_ADVERBS}auf die {_KEY} (?:umgezogen|gewandert|gewechselt|verlegt"
                rf"|gelegt"
                rf"|gezogen|geruckt){OVER}"
            )
        ),
        Form(
            re.compile(
                rf"{BEGIN}die {_KEY} (?P<verb>wiederholt|spielt|startet|offnet|beendet|nennt|liest|holt|ruft) {_UP_TO}"
            )
        ),
        Form(
            re.compile(
                rf"{LISTED}(?:(?:mochten|wollen) sie (?:sich )?|geht es um |haben sie )(?!fragen da){TOPIC}(?: ,)? "
                rf"(?:genugt|reicht|hilft|ist|gilt|dann|(?:nehmen|wahlen) sie dort) {_ADVERBS}(?:die|taste) "
                rf"{_KEY}(?: (?:richtig|gedacht|zustandig))?{OVER}"
            )
        ),
        Form(re.compile(rf"{LISTED}{TOPIC} : (?:bitte |dann |dort )*(?:die|taste) {_KEY}{ENDS}")),
        Form(re.compile(rf"{BEGIN}{TOPIC} (?:gehort|gehoren|zahlt|zahlen) zur {_KEY}{OVER}")),
        Form(re.compile(rf"{BEGIN}die {_KEY} , das (?:ist|sind) {_UP_TO}")),
        Form(re.compile(rf"{BEGIN}die {_KEY} (?:bitte )?(?:nur|ausschliesslich) (?:bei|fur|im|in) {_UP_TO}")),
        Form(re.compile(rf"\bneu (?:ist |sind )?(?:: )?(?:die|taste) {_KEY} [:,] {_UP_TO}")),
        Form(re.compile(rf"(?P<topic>sonst|ansonsten|andernfalls) (?:die|taste) {_KEY}{OVER}")),
        Form(
            re.compile(
                rf"{BEGIN}{TOPIC} [a-z]{{3,}}(?:en|t|rn|ln) (?:wir |sie |ihnen |bitte |man |gern |gerne "
                rf"){{1,3}}(?:unter|uber) (?:der )?"
                rf"<number> (?:, |\( )?(?:mit der |uber die )?(?:taste|option|ziffer) {_KEY}{OVER}"
            )
        ),
        Form(
            re.compile(rf"{BEGIN}(?:die |taste )+{_KEY} fuhrt nicht mehr [^.;]{{3,50}}? sondern {_UP_TO}"),
            is_moved=True,
        ),
        Form(
            re.compile(
                rf"\b(?:nicht|nie|niemals){AWHILE} (?:die|auf die|taste) {_KEY}{AWHILE} [,:;(] "
                rf"(?:das|die|da|dort) (?:ist|sind) {_UP_TO}"
            ),
            is_moved=True,
        ),
        Form(re.compile(rf"{LISTED}{TOPIC} : (?:die|taste) {_KEY}{ENDS}")),
        Form(re.compile(rf"{LISTED}(?:fur|bei|zum|zur|wegen|wenn sie|falls sie) {TOPIC} : {_KEY}{MARKED}")),
        with_each(r"mit", r"und", _KEY),
    ),
    opens=re.compile(
        r"\b(?:hinter|unter|auf|nach|mit) (?:der |taste |ziffer |option )*(?P<key>[0-9]) (?:gibt es|folgt|kommt"
        r"|offnet sich"
        r"|liegt|verbirgt sich|finden sie|erreichen sie|horen sie|haben sie) (?:[a-z]+ )?"
        r"(?:ein|eine|weiteres|weitere|zweites|zweite) (?:[a-z]+ )?"
        r"(?:unter|sprach|auswahl)?(?:menu|auswahl|frage|abfrage)[a-z]*"
    ),
    deeper=re.compile(
        rf"(?:, |und )*(?:im (?:nachsten|zweiten|folgenden|anschliessenden|zweiten) (?:menu|untermenu|schritt)|im "
        rf"untermenu"
        rf"|in diesem menu|dort|darin)(?: ,)? (?:dann |wieder |noch einmal |nochmals )?(?:mit )?{_KEY}"
        rf" (?:fur |zum |zur |zu |wegen ){_UP_TO}"
    ),
    denied=re.compile(r"\b(?:fruher|bisher|nicht|vormals|damals|ehemals|nie|kein|keine|war|waren)\b"),
    transport=re.compile(
        r"\b(?:bus|busse|tram|linie|linien|haltestelle|u-bahn|s-bahn|strassenbahn|bahnhof|gleis|zug)\b"
    ),
)
