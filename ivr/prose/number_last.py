"""A document that gives a number only behind all of its keys: mostly that of somebody else, for another matter.

Whoever tells of a menu says first which line it is on. What gives the number last is the text of a recording, notes on
one, or a letter that speaks of a line that its readers know; anything else (an article, an advertisement, the keys of
a thing) closes with whom to ask about it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.block import Block
from ivr.prose.phones import Phone

_FIRST: Final = 2
"""Blocks at the beginning of a document that say what it is."""
_FEWEST: Final = 25
"""Words of a text below which it is a note."""


def speaks_of_own_line(blocks: Sequence[Block], last: int, numbers: Sequence[tuple[int, Phone]]) -> bool:
    """Whether a document with numbers only behind the line of its last key says that the keys are of a line."""
    if sum(len(block.words.split()) for block in blocks[:_FEWEST]) < _FEWEST:
        return True
    before = [block.words for block in blocks if block.text.line(0) <= last]
    if any(map(_EXAMPLE.search, before)):
        return False
    if any(map(_TITLED.search, before[:_FIRST])) or any(map(_ANSWERED.search, before)):
        return True
    lines = {line for line, _ in numbers}
    behind = (one for one in blocks if any(line in lines for _, line in one.text.starts))
    return any(_OF_KEYS.search(one.words) or _BARE.fullmatch(one.words) is not None for one in behind)


_EXAMPLE: Final = AnyCase(
    r"\b(?:for (?:example|instance)|e\.g\.|example:|par exemple|p\. ?ex\.|exemple ?:|zum beispiel|z\. ?b\.|beispiel:"
    r"|por ejemplo|p\. ?ej\.|ejemplo:)[^.!?]{0,40}(?<![\d.])[0-9*#](?!\d)"
    r"|\b(?:par exemple|zum beispiel|por ejemplo|for (?:example|instance)|beispiel|exemple|ejemplo|example) ?:\W*$"
    r"|\b(?:an?|one|any|another) (?:[\w-]+ )?(?:customer|caller|patient|person|man|woman|user|client) "
    r"(?:who )?(?:pressed|had to|wants?|wanted|waits?|waited|rings?|rang|calls?|called)\b|\b(?:customers|callers"
    r"|people|users) (?:had to|pressed)\b"
    r"|\b(?:un|une) (?:client|cliente|abonn[eé]e?|personne) (?:qui|que|tape|a tap[eé])\b"
    r"|\bein(?:e[mnr]?)? (?:kunde|kundin|anrufer|anruferin),? (?:der|die|dr[uü]ckt|dr[uü]ckte)\b"
    r"|\b(?:un|una) (?:cliente|clienta|usuario|usuaria|persona) (?:que|pulsa|puls[oó])\b"
)
"""What says that keys are those of any menu: an example, or what somebody pressed somewhere."""
_TITLED: Final = AnyCase(
    r"\b(?:greeting|recording|recorded message|transcript\w*|script|prompts?|announcement|ivr|svi|auto[- ]?attendant"
    r"|(?:phone|call|voice|answer(?:ing)?|keypad)[- ](?:menu|tree|machine|system|options|flow)|hotline|helpline"
    r"|dial plan|voicemail|answerphone|(?:telefon|sprach)(?:men[uü]|ansage|computer|assistent|dialog)\w*"
    r"|ansage(?:n|text)?|bandansage|anrufbeantworter|annonces?|r[eé]pondeur|serveur vocal|message d['’]accueil"
    r"|pr[eé]-?d[eé]croch[eé]|standard t[eé]l[eé]phonique|locuci[oó]n|locuciones|grabaci[oó]n|contestador|centralita"
    r"|men[uú] (?:telef[oó]nico|de voz))\b"
)
"""What the title says of a text that is a recording, or tells of a menu."""
_ANSWERED: Final = AnyCase(
    r"\b(?:thank(?:s| you) for (?:calling|phoning|ringing)|you(?:['’]ve| have) (?:reached|called)|vous [eê]tes"
    r" (?:bien )?(?:au|chez|en (?:ligne|communication)|sur)|merci (?:de votre appel|d['’](?:avoir )?appel\w+)"
    r"|bienvenue (?:au|chez|[aà])|sie sind (?:mit|verbunden)|(?:herzlich )?willkommen (?:bei|beim|in der)"
    r"|danke f[uü]r ihren anruf|gracias por (?:su llamada|llamar)|bienvenid[oa]s? (?:a|al)\b|(?:ha|est[aá]) (?:llamado"
    r"|llamando) a"
    r"|(?:you|callers|people|customers|patients|members|parents|they|everyone)(?:['’]ll)? (?:(?:will|can|should) )?"
    r"(?:now )?(?:first )?hear(?: (?:a|an|this|the|our|one|these|now))?"
    r"|(?:when|if|once|whenever) (?:you|they|callers|people|customers|patients|parents|members|i|we) (?:call|ring|phone"
    r"|dial)|(?:call|ring|phone|dial) (?:us|in|the|our|your|their|them|me)\b|calling (?:us|the|our|their)"
    r"|(?:on|for) the (?:[\w'’-]+ ){1,3}line\b|(?:who|whom) (?:to|do (?:we|i|you)) (?:even )?(?:call|ring|phone)"
    r"|(?:wenn|sobald) sie (?:uns )?(?:anrufen|durchkommen)|rufen sie|h[oö]ren (?:sie|anrufer) (?:jetzt|nun|k[uü]nftig"
    r"|eine|die|unsere|zuerst)|quand (?:vous|on) (?:nous )?appel\w+|appelez|si vous appelez|vous entend(?:ez|rez)"
    r"|(?:our|this) (?:(?:main|phone|telephone) )?menu|al llamar|cuando (?:nos )?llam[ea]n?|si (?:nos )?llama"
    r"|ll[aá]m[ae](?:nos)?\b(?= (?:a|al|y)\b)|oir[aá]n?)\b"
)
"""What a recording says first, or what says that the reader or any caller hears it."""
_OF_KEYS: Final = AnyCase(
    r"\b(?:plays? on|played on|keys?|menu|lines? (?:these|it|this|is)|options?|number dial+ed|dial in"
    r"|main (?:number|line)"
    r"|number (?:is|of the|on)|anschluss|(?:ruf)?nummer (?:der|des|ist|unserer)|gilt f[uü]r|tasten?|touches?|teclas?"
    r"|num[eé]ro (?:d[eu]|est)|n[uú]mero (?:del?|es)|press|ring the same)\b"
)
"""What stands beside a number that is that of the keys."""
_BARE: Final = re.compile(
    r"(?:(?:please|call|ring|phone|dial|us|at|on|tel|telephone|telefon|tel[eé]fono|t[eé]l[eé]phone|number|line|main"
    r"|our|the|rufen|sie|uns|an|unter|llame|al|appelez|le|au|nous|toll[- ]free|free)\b[ .:,]*)*[+(]?\d[\d ().–/-]{6,}"
    r"(?:uns an)?[\W_]*",
    re.IGNORECASE,
)
"""A block that is a number and nothing else."""
