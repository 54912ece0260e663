"""Ways to say where on a menu something is, and what a key is that nobody should press, put as plain ones.

`Behind 4 sits the vet`, `you get the vet with 4`, `keep 4 for emergencies`, `stay away from 4, it's the fax`, `need a
vet? 4`, `the vet has its own key, 4`.
"""

from __future__ import annotations

import re
from typing import Final

from ivr.prose.telling_ways import KEY, OPTION

_BEGINS: Final = r"(?:^|(?<=[.;!?:] )|(?<=, )|(?<=\band )|(?<=\bbut ))"
_PLACE: Final = r"(?:under|behind|on|with|via|through|by)"
_IS_KEY: Final = rf"{OPTION}(?P<key>{KEY})"
_OVER: Final = r"(?=[.;!)]|,(?! [0-9])|$| (?:and|or|but|on|at|now|these|too|again|for)\b)"
_NOUN: Final = r"(?:key|option|number|button|choice|selection|slot|menu (?:choice|option|item)|spot|place)"
_ASIDE: Final = (
    r"(?:of course|as (?:always|ever|usual|before|it happens)|believe it or not|naturally|needless to say|i think"
    r"|by the way|oddly(?: enough)?|strangely(?: enough)?|confusingly|luckily|happily|however|incidentally|mind you"
    r"|apparently|again|too|in case you wonder|for some reason|you guessed it|i believe|logically|obviously)"
)
_PEOPLE: Final = (
    r"(?:callers|customers|tenants|patients|members|parents|residents|students|staff|people|drivers|owners|landlords"
    r"|visitors|suppliers|agents|anyone|anybody|everyone|everybody|those|whoever)"
)

PLACINGS: Final[tuple[tuple[tuple[str, ...], re.Pattern[str], str], ...]] = (
    (
        ("nder ", "ehind ", "On ", "on "),
        re.compile(
            rf"{_BEGINS}(?:under|behind|on) (?P<key>{KEY}),? (?:sits?|lives?|lies?|hides?|comes?|waits?|are|is"
            r"|there(?:['’]s| is| are)|you(?:['’]ll| will| can)? (?:then |also )?(?:find|have)) "
            r"(?=(?:(?:the|a|an|our|your) )?[^\W\d]{3})(?!free\b|in\b|half\b|only\b)",
            re.IGNORECASE,
        ),
        r"\g<key> is ",
    ),
    (
        ("ou find ", "ou get ", "ou reach ", "l find ", "l get ", "l reach ", "n find ", "n get ", "n reach "),
        re.compile(
            rf"{_BEGINS}you(?:['’]ll| will| can)? (?:still |now |also )?(?:find|get|reach) "
            rf"(?P<topic>(?:the|a|an|our|your) [^.,;:()\d]{{3,50}}?|(?-i:[A-Z])[^.,;:()\d]{{3,50}}?)(?<!ing) {_PLACE} "
            rf"{_IS_KEY}{_OVER}",
            re.IGNORECASE,
        ),
        r"\g<topic> is on \g<key>",
    ),
    (
        ("eep ", "ave ", "eserve ", "se "),
        re.compile(
            rf"{_BEGINS}(?:please |only |just )*(?:keep|save|reserve|use) {_IS_KEY} (?:only |just |strictly |purely )*"
            r"for (?=[^\W\d]{3})",
            re.IGNORECASE,
        ),
        r"\g<key> is for ",
    ),
    (
        ("not ", "n't ", "n’t ", "ever "),
        re.compile(
            rf"{_BEGINS}(?:please )?(?:do not|don['’]t|never) (?:use|touch|go (?:for|with)) {_IS_KEY} unless "
            r"(?=(?:it|you|there|this|your)\b)",
            re.IGNORECASE,
        ),
        r"Press \g<key> only if ",
    ),
    (
        ("ot ", "void ", "kip ", "gnore ", "from ", "off ", "of ", "with ", "through ", "near ", "orget "),
        re.compile(
            r"(?P<not>\b(?:(?:do not|don['’]t|never) (?:bother (?:with|trying)|go (?:through|near|for|with)|use|try"
            r"|touch|waste time on)|avoid|skip|ignore|forget(?: about)?|(?:stay|keep) (?:away from|off|clear of)"
            rf"|steer clear of|not)) {_IS_KEY} \((?P<topic>[^()\d]{{3,50}})\)",
            re.IGNORECASE,
        ),
        r"\g<key> is \g<topic>",
    ),
    (
        ("ot ", "void ", "kip ", "gnore ", "from ", "off ", "of ", "orget "),
        re.compile(
            r"\b(?:avoid|skip|ignore|forget(?: about)?|(?:stay|keep) (?:away from|off|clear of)|steer clear of|not) "
            rf"{_IS_KEY}(?:[,;:!.]| [–—-]) ?(?:that|it|this|which)(?:['’]s| is) (?:just |only "
            rf"|merely )?(?=[^\W\d]{{2}})",
            re.IGNORECASE,
        ),
        r"\g<key> is ",
    ),
    (
        ("?",),
        re.compile(
            r"(?P<asked>(?:^|[.!?:;] )(?!(?:how|when|what|which|where|who|why"
            r"|whose)\b)[^\W\d][^.!?;:\d]{4,90}\?[\"”]?) "
            r"(?:(?:then|that(?:['’]d| would|['’]ll| will) be|that(?:['’]s| is)|it(?:['’]s| is)|try|go for"
            r"|(?:then )?you(?:['’]ll)? (?:need|want)|use|take|just|simply|hit) )?"
            rf"(?:an? )?(?:(?:option|key|number) )?(?P<key>{KEY})(?=[.!;](?: |$)|$)",
            re.IGNORECASE,
        ),
        r"\g<asked> That's \g<key>",
    ),
    (
        ("?",),
        re.compile(
            r"(?P<asked>(?:^|[.!?:;¿] ?)(?!(?:combien|quand|quels?|quelles?"
            r"|o[uù])\b)[^\W\d][^.!?;:¿\d]{4,90}\?[\"”»]?) "
            r"(?:(?:alors|dans ce cas|ce sera|c['’]est),? )?(?:le|la touche|la) "
            r"(?P<key>[0-9]|z[eé]ro)(?=[.!;](?: |$)|$)",
            re.IGNORECASE,
        ),
        r"\g<asked> Faites le \g<key>",
    ),
    (
        ("?",),
        re.compile(
            r"(?P<asked>¿(?!(?:cu[aá]nt|cu[aá]ndo|qu[eé]|a qu[eé]|d[oó]nde)\w*\b)[^\W\d][^.!?;:¿\d]{4,90}\?[\"”»]?) "
            r"(?:(?:entonces|pues|es|ser[ií]a),? )?(?:el|la tecla|la opci[oó]n|la) "
            r"(?P<key>[0-9]|cero)(?=[.!;](?: |$)|$)",
            re.IGNORECASE,
        ),
        r"\g<asked> Marque el \g<key>",
    ),
    (
        ("?",),
        re.compile(
            r"(?P<asked>(?:^|[.!?:;] )(?!(?:wie|wann|welche[rsmn]?|wo|wer|wieviele?|was)\b)[^\W\d][^.!?;:\d]{4,90}"
            r"\?[\"”“]?) (?:(?:dann|das ist|daf[uü]r|bitte|in diesem fall|das w[aä]re),? )?(?:bitte )?(?:die|taste) "
            r"(?P<key>[0-9]|null)(?=[.!;](?: |$)|$)",
            re.IGNORECASE,
        ),
        r"\g<asked> Drücken Sie die \g<key>",
    ),
    (
        ("lse",),
        re.compile(
            rf"{_BEGINS}(?:and |or )?(?P<else>(?:any|every|some)(?:thing|one|body) else|all else|all other \w+)"
            rf"(?:,| is| are|:) (?:just |simply )?{_IS_KEY}(?=[.;!]|$)",
            re.IGNORECASE,
        ),
        r"For \g<else>, press \g<key>",
    ),
    (
        (", zero", ", 0", " zero", " 0"),
        re.compile(
            r"(?P<aim>(?:^|(?<=[.;!?] ))(?:and |or |but )?(?:if|for|to) [^.,;:\d]{3,60}), "
            r"(?:(?:there(?:['’]s| is) )?(?:always |still |also )?|try |it['’]s )?(?:zero|0)(?=[.!;](?: |$)|$)",
            re.IGNORECASE,
        ),
        r"\g<aim>, press 0",
    ),
    (
        (", is", ", are", "is, ", "are, "),
        re.compile(
            rf"(?P<before>[^\W\d]), {_ASIDE}, (?P<is>(?:is|are) (?:now |still |on |under |behind )*(?:the )?{KEY})",
            re.IGNORECASE,
        ),
        r"\g<before> \g<is>",
    ),
    (
        ("is, ", "are, "),
        re.compile(rf"(?P<is>\b(?:is|are)), {_ASIDE}, (?=(?:on |under |behind )?(?:the )?{KEY}{_OVER})", re.IGNORECASE),
        r"\g<is> ",
    ),
    (
        (", is", ", gets", ", goes", ", takes", ", rings"),
        re.compile(rf"(?P<key>{KEY}), {_ASIDE}, (?=(?:is|gets|goes|takes|rings) )", re.IGNORECASE),
        r"\g<key> ",
    ),
    (
        (" own ", " new ", " separate ", " dedicated "),
        re.compile(
            rf"(?P<topic>{_BEGINS}[^\W\d][^.,;:()\d]{{2,50}}?) (?:now |also )?(?:(?:has |have )?got|has|have|gets"
            rf"|get|had|(?:was|were|is"
            rf"|are|has been|have been) given)(?: now)? (?:its|their|his|her|a|an) (?:(?:very )?own |new |separate "
            rf"|dedicated )+{_NOUN}(?: (?:on|at|in) (?:the|that|our) [^.,;:()\d]{{3,30}})?"
            rf"(?:,| ?[:(–—-])+ ?(?:now |which is |namely |it['’]s )?{_IS_KEY}(?=[.;,)]|$)",
            re.IGNORECASE,
        ),
        r"\g<topic> is on \g<key>",
    ),
    (
        (". That", ". It", ": that", ": it"),
        re.compile(
            rf"(?:^|(?<=[.;!?] ))[^.;!?\d]{{0,30}}\b(?:an?|another|new|separate|extra) (?:new |separate "
            rf"|extra )?{_NOUN}"
            rf" (?P<aim>for|to) (?P<topic>[^.;:!?\d]{{3,60}})[.:;] (?:that|it)(?:['’]s"
            rf"| is) (?:now )?{_IS_KEY}(?=[.;,]|$)",
            re.IGNORECASE,
        ),
        r"Press \g<key> \g<aim> \g<topic>",
    ),
    (
        (" become ",),
        re.compile(rf"\b(?:has|have) become (?={OPTION}{KEY}{_OVER})", re.IGNORECASE),
        "is now ",
    ),
    (
        (" and is", " and are", " but is", " but are", " and now", " but now"),
        re.compile(
            rf"\b(?:used to be|was|were|has been|have been) (?:(?:on|under|at|number|option|key) )*{KEY},? (?:and|but) "
            rf"(?:(?:is|are)(?: now)?|now (?:is|are)) (?=(?:on |under |at )?{OPTION}{KEY}{_OVER})",
            re.IGNORECASE,
        ),
        "is now ",
    ),
    (
        (" no longer ",),
        re.compile(rf"(?P<key>{KEY}) is no longer [^.,;:\d]{{3,40}}? but (?:is )?(?:now )?(?=[^\W\d])", re.IGNORECASE),
        r"\g<key> is ",
    ),
    (
        (" will do", " does it", " is the one", " is all you need", " does the trick", " is your "),
        re.compile(
            rf"(?P<aim>(?:^|(?<=[.;!?] ))(?:and |or |but )?(?:if|for|to|when) [^.,;:\d]{{3,70}}), {_IS_KEY} (?:will do"
            r"(?: it| nicely| the trick)?|does it|does the trick|is the one|is all you need|is your (?:key|number"
            r"|option|friend))(?=[.;!,]|$)",
            re.IGNORECASE,
        ),
        r"\g<aim>, press \g<key>",
    ),
    (
        ("ll you need is ", "ll you have to press is "),
        re.compile(rf",? all you (?:need|have to press) is (?=(?:an? )?{KEY}{_OVER})", re.IGNORECASE),
        ", press ",
    ),
    (
        ("'s ", "’s "),
        re.compile(r"(?<![\w.,:/$€£#-])(?P<key>[0-9])['’]s (?=(?:the|our|an?|for|your|now)\b)", re.IGNORECASE),
        r"\g<key> is ",
    ),
    (
        (" through ", " via ", " in on "),
        re.compile(
            rf"(?P<topic>[^\W\d]{{3}}) (?:go|goes|come|comes|run|runs) (?:through|via|in on) (?={OPTION}{KEY}{_OVER})",
            re.IGNORECASE,
        ),
        r"\g<topic> are on ",
    ),
    (
        ("ame number", "ame line"),
        re.compile(
            rf"(?P<same>\bsame (?:number|line)),? (?:(?:but|only|just|and|then|with"
            rf"|it['’]s) )*(?=(?:an? )?{KEY}{_OVER})",
            re.IGNORECASE,
        ),
        r"\g<same>, press ",
    ),
    (
        (" us on ", " us under ", " us at ", " us behind "),
        re.compile(
            rf"{_BEGINS}(?P<who>{_PEOPLE} (?:who|with|wanting|needing|in|from|that)\b[^.;:()\d]{{3,90}}?),? "
            rf"(?:and )?(?:will |can |should )?(?:find|reach|get) us (?:on|under|at|behind) {_IS_KEY}{_OVER}",
            re.IGNORECASE,
        ),
        r"for \g<who> it's \g<key>",
    ),
    (
        (" need", " want"),
        re.compile(
            rf"{_BEGINS}(?P<who>{_PEOPLE} (?:who|with|wanting|needing|in|from|that|calling"
            rf"|waiting)\b[^.;:()\d]{{3,70}}?) "
            rf"(?:should |must |will )?(?:need|needs|want|wants) {_IS_KEY}{_OVER}",
            re.IGNORECASE,
        ),
        r"for \g<who> it's \g<key>",
    ),
    (
        ("e also ", "e now ", "e still ", "s also ", "s now ", "s still ", "'s a ", "’s a ", "s a "),
        re.compile(
            rf"{_BEGINS}(?:(?:we|they|you) (?:also|now|still) (?:have|get|offer)|there(?:['’]s| is)(?: also| now"
            rf"| still)?)"
            rf" (?:an? )?{_IS_KEY} (?P<for>for|to) (?=(?:(?:the|a|an|our|your) )?[^\W\d]{{3}})",
            re.IGNORECASE,
        ),
        r"\g<key> is \g<for> ",
    ),
)
"""Words without which there is no such way, the way, and the plain one that stands for it."""
