"""Whom a caller is told to have reached, behind the keys that lead there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.block import PARAGRAPH, Block
from ivr.prose.meaning import is_of_lines
from ivr.prose.topic_words import Topic, clean

_ARRIVES: Final = re.compile(
    r"\byou(?:'re|’re| are|'ll|’ll| will)?(?: now| then| soon)*(?: be| get)?(?: now| then)* (?:in the queue for|in "
    r"line for|speak (?:to|with)|talk (?:to|with)|connected (?:to|with)|put through to|transferred to"
    r"|speaking (?:to|with)|reach|through to) (?:the "
    r"|an? )?([^.;!?]{3,80})"
    r"|\byou(?:'ll|’ll| will|'re|’re)? [^.;!?]{0,50}?\b(?:reach|get (?:through )?to|land (?:at|in|with)"
    r"|end up (?:at|in|with)) (?:the "
    r"|an? )?([^.;!?]{3,80})"
    r"|\b(?:that|this|which) (?:gets?|got|puts?|takes?|took|brings?|drops?|lands?|leads?|sends?|routes?) (?:you|me|us"
    r"|callers) (?:straight |through |right )?(?:on(?:to)? |to |in(?:to)? (?:the|a) queue (?:for|to) |with "
    r"|in front of )?(?:the "
    r"|an? )?([^.;!?]{3,80})"
    r"|\b(?:vous tombe(?:z|rez)|tu tombes|on tombe|vous arriv(?:ez|erez)|tu arrives) (?:directement )?(?:sur"
    r"|chez|au|à) "
    r"(?:l[ae] |les |une? |l['’])?([^.;!?]{3,80})"
    r"|\bl[àa],? (?:c['’]est|tu as|vous avez|on a|(?:il )?y a) (?:directement )?(?:l[ae] |les |une? "
    r"|l['’])?([^.;!?]{3,80})"
    r"|\b(?:sends?|connects?|transfers?|hands?|drops?|patch(?:es)?|forwards?|diverts?) (?:you|me|us) (?:straight "
    r"|through |right |over |off )*(?:on)?to"
    r" (?:the |an? )?([^.;!?]{3,80})"
    r"|\b(?:and|to) land (?:with|at|in|on) (?:the |an? |whoever is (?:at|on) (?:the )?)?([^.;!?]{3,60})"
    r"|\bput (?:you|me|us) through to (?:the |an? )?([^.;!?]{3,80})"
    r"|\byou skip [^.;!?]{3,60}? and (?:get|reach) (?:a |an |the )?([^.;!?]{3,80})"
    r"|\b(?:prompt|menu|start|beginning|once|greeting) you(?:['’]ll| will)? (?:get|reach) (?:a |an "
    r"|the )?([^.;!?,]{3,60})"
    r"|\b(?:te|le|les|me) (?:coge[ns]?|coger[aá]n?|contestan?|atienden?|atender[aá]n?|comunican?|pasan?)(?: con)? "
    r"(?:la |el |los |un "
    r"|una )?([^.;!?]{3,80})"
    r"|\b(?:te |le |y )(?:saldr[aá]|sale|se pone|se pondr[aá]) (?:la |el |un |una )?([^.;!?,]{3,60})"
    r"|\b(?:sale|sali[oó]|responde|respondi[oó]|contesta|contest[oó]) (?:la |el |un |una )([^.;!?]{3,60})"
    r"|\b(?:that|this|which) (?:lands|ends up|comes out|drops out|leads) (?:in|at|with|on|to) (?:the |an? )?"
    r"([^.;!?,]{3,60}?)(?= and\b|[.;!?,]|$)"
    r"|\b(?:that|this|which|it) goes (?:straight |right |directly )?to (?:the |an? )?([^.;!?,]{3,80})"
    r"|\byou(?:['’]ll)? (?:go|are) (?:straight|right|directly) to (?:the |an? )?([^.;!?]{3,80})"
    r"|\b(?:dort|da) (?:hilft|antwortet|meldet sich|sitzt|erreichen|helfen) (?:ihnen |dir |euch |sie |du )?"
    r"(?:direkt |gleich )?(?:der |die |das |den |eine?n? )([^.;!?,]{3,60})"
    r"|\bsie werden (?:direkt |gleich )?(?:mit|zu[rm]?) (?:der |dem |einem |einer )?([^.;!?]{3,60}?) (?:verbunden"
    r"|durchgestellt)"
    r"|(?:\bund|,) (?:landet|kommt) (?:dann |sofort |gleich |direkt )*(?:bei|beim|in|im|zu[rm]?) (?:der |dem "
    r")?([^.;!?,]{3,60})"
    r"|\bwerden sie (?:direkt |gleich |sofort |dann )*(?:mit|zu[rm]?|an) (?:der |dem |den |einer |einem |unserem "
    r"|unserer )?"
    r"([^.;!?]{3,60}?) (?:verbunden|durchgestellt|weitergeleitet|vermittelt)"
    r"|\b(?:war|bin|kam|landete) (?:ich |man )?(?:dann |sofort |gleich |direkt )*(?:bei|beim|in|im|mit|zu[rm]?) "
    r"(?:der |dem "
    r"|den |einer |einem )?([^.;!?,]{3,60})"
    r"|\b(?:meldet sich|antwortet(?: ihnen)?|hilft ihnen|erwartet sie) (?:dann |gleich |sofort |direkt )*(?:der |die "
    r"|das "
    r"|eine? |unsere? )?([^.;!?,]{3,60})"
    r"|\bvous (?:serez|[eê]tes) (?:alors |ensuite |directement )*(?:mise?s?|transf[eé]r[eé]e?s?|redirig[eé]e?s?"
    r"|dirig[eé]e?s?|connect[eé]e?s?|orient[eé]e?s?|reli[eé]e?s?) (?:directement )?(?:en (?:relation|contact"
    r"|communication) )?"
    r"(?:avec|vers|à|au|aux) (?:l[ae] |les |une? |l['’])?([^.;!?,]{3,60})"
    r"|\b(?:je suis tomb[eé]e?|on m['’]a pass[eé]|je suis arriv[eé]e?) (?:directement )?(?:sur |chez |à |au )?"
    r"(?:l[ae] |les |une? |l['’])?([^.;!?,]{3,60})"
    r"|\b(?:ser[aá]s?|es|eres) (?:directamente )?(?:transferid[oa]|comunicad[oa]|conectad[oa]|atendid[oa]|derivad[oa]) "
    r"(?:directamente )?(?:a|con|por|al) (?:la |el |los |un |una )?([^.;!?,]{3,60})"
    r"|\b(?:lo|le|la|te|les|me) (?:comunicar[aá]n?|transferir[aá]n?|pasar[aá]n?|derivar[aá]n?|conectar[aá]n?|atendi[oó]"
    r"|contest[oó]|pasaron|comunicaron|atendieron)(?: con| a| al)? (?:la |el |los |un |una )?([^.;!?,]{3,60})"
    r"|\bah[ií] (?:est[aá]n?|te atienden) (?:l[oa]s de |la |el |los |las )?([^.;!?,]{3,60})"
    r"|\bda (?:sitzt|ist|kommt|meldet sich) (?:dann )?(?:direkt )?(?:der |die |das |eine? )?([^.;!?,]{3,60})"
    r"|\bdann kommt (?:der |die |das |eine? )?([^.;!?,]{3,60})"
    r"|\b(?:bist|landest|kommst) du (?:direkt |gleich )?(?:bei|beim|in|im|zu[rm]?) (?:der |dem )?([^.;!?]{3,80})"
    r"|(?:\bund|,) (?:schon |dann )?(?:du|man|sie|ihr) (?:bist|ist|sind|seid|landest|landen|kommst|kommen) (?:dann "
    r"|direkt "
    r"|gleich |sofort )*(?:bei|beim|in|im|mit|zu[rm]?) (?:der |dem |den |einem |einer )?([^.;!?,]{3,60})"
    r"|\bet (?:hop,? )?(?:tu es|vous [eê]tes|on est|tu as|vous avez|on a) (?:directement )?(?:chez |avec |au |aux "
    r"|[aà] "
    r"|dans )?(?:l[ae] |les |une? |l['’])?([^.;!?,]{3,60})"
    r"|\by (?:ya |directamente )?(?:est[aá]s?|sales?|llegas?|hablas?) (?:directamente )?(?:en|con|a|al) (?:la |el "
    r"|los |las "
    r"|un |una )?([^.;!?,]{3,60})"
    r"|\b(?:te|le|me) (?:toman?|tomaron) por ([^.;!?,]{3,60}?)(?= y\b|[.;!?,]|$)"
    r"|\band ((?:(?:some|any)(?:one|body)|one of (?:us|them|our [\w ]{3,20})|(?:an?|the|our) [\w ]{3,25}?)(?: will"
    r"|['’]ll)?"
    r" (?:picks? up|answers?|take your call))\b"
    r"|\band (?:we|they|someone|somebody)(?:['’]ll| will) ((?:call|ring|phone) (?:you )?back)"
    r"|\band you(?:['’]re|['’]ll be| are| will be) on (?!hold|the line|the phone)(?:the |an? )?([^.;!?,]{3,40})"
    r"|\band got(?:\.{2,3}|…| -|,| –)? (?:(?:the|an?) )?(?!(?:told|cut|put|hung|stuck|lost|bounced|sent|stopped|charged"
    r"|no|none|nothing|nowhere|any\w*|it|me|my|you|your|us|out|back|through|disconnected|transferred|the|an?|busy"
    r"|error|dead|silence)\b)([^.;!?,]{3,40}?)(?= right away| at once| straight| in |[.;!?,]|$)"
    r"|^\W*i got (?:the |an? )?([^.;!?,]{3,60})"
    r"|(?:,|\b(?:time|anytime|point|moment|stage|greeting|message|beep|tone) and) you(?:['’]ll| will)? (?:get|hear"
    r"|land in|reach) (?:the |an? )?([^.;!?,]{3,60})"
    r"|\b(?:landet|ist|kommt|spricht) man (?:direkt |gleich )?(?:bei|mit|zu[rm]?|in) (?:der |dem |einem |einer "
    r")?([^.;!?]{3,80})",
    re.IGNORECASE,
)
_AT_ONCE: Final = AnyCase(r"(?:de inmediato|enseguida|sofort|immediately|right away)\b")
_BY: Final = AnyCase(r"(?:by|with|under|on|at|via|when|if)\b")
"""What tells how somebody is reached, and not who: `which you reach by selecting 2`."""
_NAMED: Final = re.compile(
    r"\s*goes (?:straight |right |directly )*(?:to |through to )(?:the |an? )?([^.;!?,]{3,60})|\s*(?:lands"
    r"|gets|takes|puts|drops) (?:you|me|us) (?:straight |right |directly )?(?:in|into|to|at|with"
    r"|through to)? ?(?:the |an? )?([^.;!?,]{3,60})|\s*(?:that(?:['’]?s| is)|it's|it’s) (?:a |an "
    r"|the )?(?!(?:automat\w+|free|quick|easy|busy|available|open|closed|answered|not|very|just|also|still|worth"
    r"|recorded|the same|right|correct|true|wrong|fine|all|it(?!:)|why|what|how|because|when|where)\b)"
    r"([^\W\d][^.;!?,]{3,60})"
    r"|\s*[\"“«'‘](?:hello,? |hi,? )?([^\"“”»,.!?:]{3,40}?)[,.] (?:this is|how (?:can|may) (?:i|we)"
    r"|\w+ (?:speaking|here)\b"
    r"|good (?:morning|afternoon|evening))",
    re.IGNORECASE,
)
"""What is said of the place that was reached: `That's a real person.`"""
_PEOPLE: Final = (
    r"(?:(?:real|live|actual|human|billing|customer service|phone|retention|senior|the first|next|free|us-based"
    r"|local) )*"
    r"(?:person|human(?: being)?|agent|rep(?:resentative)?|operator|supervisor|dispatcher|receptionist|advis[eo]r"
    r"|manager|specialist|technician|people|someone|somebody|nurse|clerk|banker|teller|attendant)s?"
)
_PERSON_THEN: Final = re.compile(
    rf"[\s\"“'‘]*(?:that(?:['’]s| is) |bingo[:,!.]* |then |and )?(?:(?:an?|the|your) )?(?P<alone>{_PEOPLE})"
    rf"(?=[.!;,)]|$| (?:right away|every time|at once|straight away|within|in (?:under|about|less))\b)"
    rf"|[^.!?]{{0,60}}?(?:[.!] )?\W*(?:you(?:['’]ll| will)?(?: then| now)? (?:get|have|be with|are with|find|reach) "
    rf"(?:(?:an?|the|your) )?(?P<got>{_PEOPLE})\b|(?:(?:an?|the|your) )?(?P<answers>{_PEOPLE}) (?:will )?"
    r"(?:picks? up|answers?|comes? on))",
    re.IGNORECASE,
)
"""What names whom the key before it reaches: `Agent.`, `Ignore the voice. You'll have a person in a minute.`."""


def person_then(text: str, start: int, end: int) -> str:
    """Give whom the words behind a key that nothing else is told of name: people alone, or those who pick up."""
    found = _PERSON_THEN.match(text, start, min(end, len(text)))
    return clean(next(filter(None, found.groups()))) if found else ""


_NEAR: Final = 40
"""Letters between a key and what tells of its end, within a sentence."""


def arrival_told(text: str, start: int = 0, end: int | None = None) -> str:
    """Give whom a text says, between two places, that a caller reaches; nothing where it does not, or is cut there."""
    end = len(text) if end is None else min(end, len(text))
    found = _ARRIVES.search(text, start, end) or _NAMED.match(text, start, end)
    if found and found.end() == end < len(text):
        return ""  # its last word may be cut
    arrived = next(filter(None, found.groups())) if found else ""
    return "" if _BY.match(arrived) else clean(arrived)


def reached_then(near: Sequence[Block], block: Block, end: int, title: str) -> str:
    """Give whom what comes right behind the sentence of a key names that it reaches: `Agent.`, `Gets you a rep.`.

    That is the next sentence, or the line below; what a heading, the `title`, is about counts before people alone.
    """
    people = not title.endswith("?") and not is_of_lines(title)
    if block.words[end:].strip():
        return person_then(block.words, end, end + _LINE) if people else ""
    below = near[0] if near else block
    if below is block or {below.kind, block.kind} != {PARAGRAPH} or below.group != block.group:
        return ""
    text = below.words
    found = _NAMED.match(text, 0, _LINE)
    words = clean(next(filter(None, found.groups()))) if found else person_then(text, 0, _LINE) if people else ""
    return "" if _BY.match(words) else words


_LINE: Final = 140
"""Letters of a line in which it says whom a key reaches."""


def arrival_behind(text: str, start: int, end: int) -> Topic | None:
    """Give whom the words behind a key, which tell nothing else of it, say that it reaches."""
    found = _ARRIVES.search(text, start, end)
    words = clean(next(filter(None, found.groups()))) if found else ""
    return Topic(words, start, "outcome") if words and not _BY.match(words) and not _AT_ONCE.match(words) else None


_ASKED_FOR: Final = re.compile(
    r"\W{0,2}(?:(?:and|then|y|et|und) ){1,2}(?:ask (?:for|to (?:speak|talk) (?:to|with))|request"
    r"|pida (?:hablar con )?|pregunte por"
    r"|demandez (?:[aà] parler (?:[aà]|au) )?|verlangen sie|fragen sie nach)\s?(?:the |an? |our |el |la |los |las "
    r"|un |una |l[ae] "
    r"|les |une |l['’]|d(?:er|em|en|ie|as) )?((?:[\w'’&/-]+ ){1,5}[\w'’&/-]+)",
    re.IGNORECASE,
)
"""Whom or what callers are told to ask for behind a key: `press 6 and ask for the hardship team`."""


def asked_for_behind(text: str, start: int, end: int) -> Topic | None:
    """Give whom or what callers ask for behind a key that nothing else is told of; one word may be anybody's name."""
    found = _ASKED_FOR.match(text, start, end)
    words = clean(found[1]) if found else ""
    return Topic(words, start, "asked") if len(words.split()) > 1 else None


_SERVED: Final = re.compile(
    r"\W{0,2}(?:(?:and|y|et|und)\s)?(?:the|our|an?|their|your|el|la|los|las|le|les|der|die|das|eine?|une?)\s"
    r"((?!(?:menu|recording|system|line|robot|voice|message|call|phone|computer|prompt|machine|wait|next|same)\b)"
    r"(?:[\w'’&-]+\s){1,5}?)(?:(?:called|named)\s\w+\s)?(?:(?:will|is going to|can|wird|va)\s)?"
    r"(?:c(?:o|a)mes?\son|pick(?:s|ed)?\sup|answer(?:s|ed)?|takes?\s(?:care|it|your|the|over|down)|took\b"
    r"|(?:handle|sort|set|help|deal|look|read|tell|respond|schedule|arrange|find|fix|process|send|book)s?\b"
    r"|calls?\s(?:you|them)\b|l[eo]s?\s(?:dir[aá]|atender[aá]|atiende)\w*|atiende\w*|contesta\w*"
    r"|(?:vous\s)?r[eé]pond(?:ra)?"
    r"|meldet\ssich|hilft)(?=\W|$)",
    re.IGNORECASE,
)
"""Who does something for the caller, behind a key: `and the vendor's coordinator comes on`."""


def served_by(text: str, start: int, end: int) -> Topic | None:
    """Give who is said, right behind a key, to do something for the caller."""
    found = _SERVED.match(text, start, end)
    words = clean(found[1]) if found else ""
    return Topic(words, start, "outcome") if words else None


def arrival_near(text: str, start: int, end: int) -> Topic | None:
    """Give whom the words right behind a key say that it reaches."""
    found = _ARRIVES.search(text, start, end)
    if found is None or found.start() - start > _NEAR:
        return None
    words = clean(next(filter(None, found.groups())))
    return Topic(words, found.start(), "outcome") if words and not _AT_ONCE.match(words) else None
