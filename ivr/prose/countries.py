"""In which country a document's telephone numbers are dialled, by what it says of places, money and offices."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

_PLAINLY, _LIKELY = 2, 1
"""What a sign weighs that names a country, and one that has mostly to do with it."""
_SURE: Final = 3
"""Signs of one country, all told, that say more than the language of a document does."""
_MOST: Final = 20_000
"""Letters of a document in which they are looked for."""

_CODES: Final = {
    "353": "IE",
    "44": "GB",
    "61": "AU",
    "64": "NZ",
    "27": "ZA",
    "91": "IN",
    "33": "FR",
    "32": "BE",
    "41": "CH",
    "43": "AT",
    "49": "DE",
    "34": "ES",
    "52": "MX",
    "352": "LU",
}
_ABROAD: Final = re.compile(
    r"\b(?:abroad|overseas|extranjero|[eé]tranger|ausland|outside (?:the )?[A-Z]\w+)\b[^.;\n]{0,60}?"
    r"(?<![\d+])(?:00)?(353|352|44|61|64|27|91|33|32|41|43|49|34|52)\b(?![ .-]?\d{3})",
    re.IGNORECASE,
)
"""What callers from other countries dial first: `from overseas that's 64, then drop the nought`."""
_OUTSIDE: Final = ("abroad", "overseas", "extranjero", "tranger", "ausland", "outside ")
"""What it has in it."""


def _signs(plain: str, likely: str = "") -> tuple[tuple[re.Pattern[str], int], ...]:
    """Give the patterns of a country: what names it plainly, and what has mostly to do with it.

    All that is in one begins at the edge of a word, for which Python then looks once: that is up to ten times as quick.
    """
    weighed = ((plain, _PLAINLY), (likely, _LIKELY))
    return tuple((re.compile(pattern), weight) for pattern, weight in weighed if pattern)


_CITIES: Final = {
    "CO": "Bogot[aá]|Medell[ií]n|Cali|Barranquilla|Bucaramanga|Cartagena",
    "AR": "Buenos Aires|Rosario|Mendoza|La Plata|Mar del Plata",
    "CL": "Santiago|Valpara[ií]so|Concepci[oó]n|Antofagasta|Temuco",
    "PE": "Lima|Arequipa|Trujillo|Cusco|Piura",
}
_OF_COUNTRIES: Final = {
    "IE": _signs(
        r"\bIreland(?<!Northern Ireland)(?<!Northern\nIreland)\b|\bIrish\b|\b[\w-]+\.ie\b|\bEircode\b|\bHSE\b"
        r"|\bCo\. (?=[A-Z])",
        r"\bCork\b|\b(?:A|C|D|E|F|H|K|N|P|R|T|V|W|X|Y)\d[\dW] [A-Z0-9]{4}\b|(?<=[ (])€ ?\d|\bEUR \d"
        r"|\bDublin\b|\bGalway\b|\bLimerick\b|\bWaterford\b|\bKilkenny\b|\bSligo\b|\bRoscommon\b|\bMayo\b|\bDonegal\b"
        r"|\bAthlone\b|\bTipperary\b|\bWexford\b|\bKerry\b|\b1(?:850|890) \d{3} \d{3}\b|\b0818 \d{3} \d{3}\b",
    ),
    "AU": _signs(
        r"\bAustralian?\b|\b[\w-]+\.au\b|\bA[EWC][SD]T\b|\b(?:NSW|VIC|Vic|QLD|Qld|WA|SA|TAS|Tas|ACT|NT) \d{4}\b"
        r"|\bNSW\b|\bQLD\b|\b1[38]00 [A-Z]{2}"
        r"|\b1300 \d{3} \d{3}\b|\b13 \d\d \d\d\b|\bABN\b"
        r"|\b(?<=\()0[2378]\) \d{4} \d{4}\b|\b04\d\d \d{3} \d{3}\b|\btriple zero\b",
        r"\bSydney\b|\bMelbourne\b|\bBrisbane\b|\bPerth\b|\bAdelaide\b|\bHobart\b|\bGeelong\b|\bCanberra\b|\bDarwin\b"
        r"|\bNBN\b|\bQueensland\b|\bTasmania\b|\bMandurah\b|\bCairns\b|\b1800 \d{3} \d{3}\b",
    ),
    "NZ": _signs(
        r"\bNew Zealand\b|\bAotearoa\b|\b[\w-]+\.nz\b|\bNZ(?:DT|ST|D)?\b|\bKia ora\b|\b0508 \d{3} \d{3}\b",
        r"\bAuckland\b|\bWellington\b|\bChristchurch\b|\bDunedin\b|\bTauranga\b|\bNapier\b|\bPalmerston North\b"
        r"|\bRotorua\b|\bWhang[aā]rei\b|\bM[aā]ori\b|\biwi\b|\b\w{,20}[\u0100\u0101\u014c\u014d]",
    ),
    "ZA": _signs(
        r"\bSouth African?\b|\b[\w-]+\.za\b|\bSAST\b|\bisi(?:Zulu|Xhosa)\b|\bAfrikaans\b"
        r"|\b(?<!-)R ?\d{1,3}(?: \d{3})+\b",
        r"\bCape Town\b|\bJohannesburg\b|\bDurban\b|\bPretoria\b|\bBloemfontein\b|\bSandton\b|\bGqeberha\b|\bGauteng\b"
        r"|\b08(?:60|61) \d{3} \d{3}\b|\b(?<!-)R\d+(?:[.,]\d\d)?\b",
    ),
    "IN": _signs(
        r"₹ ?\d|\b(?:Indian?\b(?!na)|[\w-]+\.(?:co|gov|org|net)\.in\b|Rs\.? ?\d|(?:lakh|crore)s?\b|Aadhaar\b"
        r"|GST\b(?= \d| @))",
        r"\bPune\b|\bMumbai\b|\b(?:New )?Delhi\b|\bBeng?al(?:uru|ore)\b|\bChennai\b|\bHyderabad\b|\bKolkata\b"
        r"|\bJaipur\b|\bHindi\b|\bMarathi\b|\bTamil\b|\bKannada\b|\bTelugu\b|\bIST\b|\b1800 \d{3} \d{4}\b"
        r"|\bKerala\b|\bGujarat\b",
    ),
    "SG": _signs(r"\bSingaporean?\b|\b[\w-]+\.sg\b|\bNRIC\b", r"\bMRT\b|\bHDB\b|\bCHAS\b|\b[Pp]olyclinics?\b|\bSGT\b"),
    "GB": _signs(
        r"£ ?\d|\b(?:United Kingdom|U\.?K|Britain|British|[\w-]+\.uk|NHS|[Cc]ouncil [Tt]ax"
        r"|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|Northern Ireland)\b",
        r"\bEngland\b|\bScotland\b|\bWales\b|\bLondon\b|\bLeeds\b|\bManchester\b|\bGlasgow\b|\bCardiff\b|\bBelfast\b"
        r"|\b0(?:800|300|330|345|333|303|345|844) \d{3} \d{4}\b",
    ),
    "AT": _signs(
        r"\b\w{,10}[ÖOö]sterreich\w*\b|\b[\w-]+\.at\b|\bJänner\b|\bKlappe \d|\bFN \d{5,6} ?[a-z]\b|\bATU\d{8}\b",
        r"\bWien\b|\bGraz\b|\bLinz\b|\bSalzburg\b|\bInnsbruck\b|\bSt\. Pölten\b|\bKlagenfurt\b|\bBankomat\w*"
        r"|\bTrafik\w*",
    ),
    "CH": _signs(
        r"\bSchweiz\w*\b|\bSuisses?\b|\b[\w-]+\.ch\b|\bCHF\b|\bFr\. ?\d|\b(?<!\+)0[2-9]\d \d{3} \d\d \d\d\b",
        r"\bZ[uü]rich\b|\bBern\b|\bBasel\b|\bGen[eè]ve\b|\bLausanne\b|\bLuzern\b|\bWinterthur\b",
    ),
    "BE": _signs(
        r"\bBelgi(?:que|sche?n?|en|um)\b|\bbelges?\b|\b[\w-]+\.be\b|\b(?:SCRL|ASBL|asbl)\b|\bBE 0\d{3}\b"
        r"|\b(?<!\+)0(?:\d\d[ /]\d\d|\d[ /]\d{3})[ .]\d\d[ .]\d\d\b(?![ .]\d)",
        r"\bBruxelles\b|\bNamur\b|\bLi[eè]ge\b",
    ),
    "MX": _signs(
        r"\bM[eé]xico\b|\bmexican[oa]s?\b|\b[\w-]+\.mx\b|\bCDMX\b|\bMXN\b"
        r"|\b(?:de|DE) C\. ?V\.|\bCONDUSEF\b|\bINFONAVIT\b|\bCURP\b|\bCNSF\b|\bGto\.|\bJal\.|\bCol\. [A-Z]",
        r"\bGuadalajara\b|\bMonterrey\b|\bPuebla\b|\bQuer[eé]taro\b|\bJalisco\b",
    ),
    "CO": _signs(
        r"\bColombia\b|\bcolombian[oa]s?\b|\b[\w-]+\.co\b|\b01 ?8000\b"
        r"|\b(?:Calle|Carrera|Cra\.?|Cl\.?) \d+\w? ?(?:#|No\.)",
        rf"\b(?:{_CITIES['CO']})\b|\bNIT\b|\b(?<!\+)60[1-8] \d{{3}} \d{{4}}\b",
    ),
    "AR": _signs(
        r"\bArgentina\b|\bargentin[oa]s?\b|\b[\w-]+\.ar\b|\b(?<=\()0\d{2,4}\) \d{2,4}-\d{4}\b|\b0810\b"
        r"|\b(?:ten|pod|quer)és\b|\b(?:llam|marc|apret|puls|discar?)ás?\b",
        rf"\b(?:{_CITIES['AR']})\b|\b0800-\d{{3}}-\d{{4}}\b|\bCUIT\b",
    ),
    "CL": _signs(r"\bChile\b|\bchilen[oa]s?\b|\b[\w-]+\.cl\b", rf"\b(?:{_CITIES['CL']})\b"),
    "PE": _signs(r"\bPer[uú]\b|\bperuan[oa]s?\b|\b[\w-]+\.pe\b", rf"\b(?:{_CITIES['PE']})\b"),
    "DE": _signs(
        r"\b(?:aus|in|innerhalb) (?:ganz )?Deutschland(?= (?:unter|kosten|geb[uü]hren))|\b[\w-]+\.de\b"
        r"|\b(?:[Kk]osten|[Gg]eb[uü]hren)(?:los|frei) (?:aus|in|innerhalb) (?:ganz )?Deutschland"
        r"|\bdeutschen (?:Fest|Mobil\w*|Telefon)?[Nn]etz\w*",
        r"\bDeutschlands?\b|\b(?:Berlin|Hamburg|M[uü]nchen|K[oö]ln|Frankfurt|Stuttgart|D[uü]sseldorf|Leipzig)\b",
    ),
    "FR": _signs(
        r"\bgratuit\w* (?:depuis|en) (?:la )?France|\bFrance m[eé]tropolitaine\b|\b[\w-]+\.fr\b"
        r"|\b(?<!\+)0[1-9](?: \d\d){4}\b",
        r"\bFrance\b|\b(?:Paris|Lyon|Marseille|Toulouse|Lille|Bordeaux|Nantes|Strasbourg)\b",
    ),
    "ES": _signs(
        r"\bgrati\w* (?:desde|en) (?:toda )?Espa[nñ]a|\bdesde (?:toda )?Espa[nñ]a\b|\b[\w-]+\.es\b",
        r"\bEspa[nñ]a\b|\b(?:Madrid|Barcelona|Valencia|Sevilla|Zaragoza|M[aá]laga|Bilbao)\b",
    ),
}
"""What tells of countries whose numbers are written without a country's code; most hosts end in that of theirs."""
_IN_ENGLISH: Final = frozenset(("IE", "AU", "NZ", "ZA", "SG"))
"""Countries that one plain sign is enough for, in English, where nothing speaks for Britain."""
_LANGUAGE_OF: Final = {
    **dict.fromkeys(("AT", "DE"), "de"),
    **dict.fromkeys(("BE", "FR"), "fr"),
    **dict.fromkeys(("MX", "ES", *_CITIES), "es"),
    "CH": "",
}
"""Countries whose documents are looked for in one language only; those of the others are in English."""


def hinted(texts: Iterable[str], tag: str, language: str) -> tuple[str, ...]:
    """Give the countries that a document is plainly from, the surest first: by its language tag and what it says.

    `tag` is the language that the document names (`en-NZ`), `language` the one that it is in.
    """
    weights: Counter[str] = Counter()
    named = tag[3:5].upper()
    if named in _OF_COUNTRIES:
        weights[named] += _SURE
    text = " ".join(texts)[:_MOST]
    small = text.lower()
    for found in _ABROAD.finditer(text) if any(word in small for word in _OUTSIDE) else ():
        weights[_CODES[found[1]]] += _PLAINLY
    for country, signs in _OF_COUNTRIES.items():
        if _LANGUAGE_OF.get(country, "en") not in {"", language[:2] or "en"}:
            continue
        for pattern, weight in signs:
            weights[country] += weight * min(len(set(pattern.findall(text))), _PLAINLY)
    british = max(weights["GB"], _LIKELY)
    told = (
        country
        for country, weight in weights.most_common()
        if weight >= _SURE or (country in _IN_ENGLISH and language[:2] == "en" and weight > british)
    )
    return tuple(told)


def country_beside(before: str) -> str:
    """Give the country whose name stands right before a number, as in rows of tables: `Germany | 069 90009 218`."""
    found = _BESIDE.search(before) if before[-1:] in " |:-–—\t(" else None
    return _NAMES[found[1].lower()] if found is not None else ""


_NAMES: Final = {
    name: region
    for region, names in {
        "GB": ("united kingdom", "uk", "great britain", "britain", "england", "scotland", "wales", "gb"),
        "IE": ("ireland", "republic of ireland", "irlande", "irlanda", "irland"),
        "DE": ("germany", "deutschland", "allemagne", "alemania"),
        "AT": ("austria", "österreich", "autriche"),
        "CH": ("switzerland", "schweiz", "suisse", "suiza"),
        "FR": ("france", "frankreich", "francia"),
        "ES": ("spain", "españa", "espagne", "spanien"),
        "BE": ("belgium", "belgique", "belgien"),
        "NL": ("netherlands", "the netherlands", "niederlande"),
        "IT": ("italy", "italia", "italien"),
        "AU": ("australia",),
        "NZ": ("new zealand",),
        "MX": ("mexico", "méxico"),
        "US": ("usa", "united states", "us"),
        "CA": ("canada",),
    }.items()
    for name in names
}
_BESIDE: Final = re.compile(
    rf"(?:^|[|\n(;,·•] ?|[.:] )({'|'.join(sorted(_NAMES, key=len, reverse=True))})(?: ?(?:\||:|[-–—]|\() ?|\t| )$",
    re.IGNORECASE,
)
