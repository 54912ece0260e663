"""Clauses that say when or why one calls, and nothing of what a key is for: `if you have been waiting`."""

from __future__ import annotations

import re
from typing import Final

NO_AIM: Final = re.compile(
    r"(?:not$|(?:d[eè]s que|aussit[oô]t que|sobald|en cuanto|apenas|tan pronto como)\b"
    r"|(?:mir|uns|dir|euch|moi|toi|m[ií]) (?:war|ist|ging|geht|hat|c['’]|es|fue|era|a)\b|(?:le syst[eè]me|le serveur"
    r"|on vous|el sistema|se lo pid|das system|der computer)\b"
    r"|(?:der |die |dem )?(?:ansage|begr[uü](?:ß|ss)ung|signalton|piepton|freizeichen|aufforderung)\b"
    r"(?! (?:nochmals |noch ?einmal |erneut |zu )*wiederhol)"
    r"|(?:further|more) (?:help|information|details|assistance)$|(?:the )?ones? (?:nearest|closest|near)\b"
    r"|you(?:'ve|’ve| have) been (?:on hold|waiting)"
    r"|decide\b|order one\b|do (?:so|this|that|it)\b|you(?:'re"
    r"|’re| are) (?:still|in the queue)|no (?:entiende|oye|sabe|contesta)|you (?:don['’]t"
    r"|do not) (?:understand|want to wait|(?:have|need) to (?:listen|wait|hear|sit|stay|hold|go through)\b)"
    r"|you (?:don['’]t|do not|do|have|haven['’]t|can['’]t|can)$|the (?:system"
    r"|recording|line is|robot|computer|menu|call is|voice"
    r"|wait|number)|(?-i:[Ii]t)\b(?!.{0,4} about|(?:['’]s| is) (?:an )?(?:emergency|urgent)"
    r"|(?:['’]s| is) (?:just )?(?:your|an?|to do with|regarding|for"
    r"|the(?! (?:first|second|third|last|same|right|middle|end|start|case|night|evening|morning|only|next|other|day"
    r"|menu"
    r"|main|one|robot|system|line|machine)\b)) (?!\w+ed\b|turn\b|busy|message|recording|voice|machine"
    r"|weekend|holiday|minute|moment|while|second|different|new (?:menu|recording)|dead|wrong|yes\b|no\b|match))"
    r"|that\b"
    r"|this (?:fails"
    r"|happens|does)|nobody|no one|nothing|(?:second|moment|minute|instant) (?:you|they|it)|prompted|asked"
    r"|(?:got it|thanks?|thank you|cheers|good to know|bon [aà] savoir|bueno saberlo|gut zu wissen)\b"
    r"|(?:talk|discuss|ask about) (?:it|this|that|them)\b|you (?:already|just) (?:did|do|have)\b|you (?:must"
    r"|have to|prefer (?:to|the)|(?:would|['’]d) rather) (?:tele)?(?:phone|call|ring)\b"
    r"|(?:sie |man |du |ihr )?nichts (?:dr[uü]ck|w[aä]hl|tu|eingeb|eingib|unternehm|mach)"
    r"|(?:sie |man )?keine (?:taste|auswahl|eingabe)"
    r"|(?:vous |tu |on )?(?:ne |n['’])[a-zé]+ (?:rien|aucune? (?:touche|choix))"
    r"|no \w+ (?:nada|ninguna? (?:tecla|opci[oó]n))"
    r"|(?:save|spare) (?:(?:you|us|them|your(?:self|selves)|some|a lot of|a little|a bit of|valuable"
    r"|your) ){0,3}(?:time"
    r"|hassle|trouble|waiting|frustration|a wait|the wait|the queue)\b|(?:speed|hurry|move) (?:things|this|it|your call"
    r"|the call|the process) (?:up|along)|(?:avoid|beat|skip|shorten|cut) (?:the|a|your|any|long) (?:waits?"
    r"|queues?|hold|line|hold time)\b"
    r"|gagner du temps|ahorrar(?:se|le|te)? tiempo|(?:ihnen |uns )?zeit zu sparen"
    r"|in doubt|all else fails|possible|necessary"
    r"|you(?:'re|’re| are)? (?:asked|prompted|hear|get (?:stuck|lost|cut)|make a mistake|miss|do nothing|don't hear"
    r"|don't know which|do not hear|see (?:the|this|a) (?:prompt|menu|message|screen)|wait)"
    r"|(?:the )?(?:fastest|quickest|best|faster|quicker) )",
    re.IGNORECASE,
)
"""Clauses that say when to press a key, and not what for."""
