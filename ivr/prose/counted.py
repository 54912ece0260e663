"""Words that a number behind them tells apart from others of their kind: `step 2`, `gate 4`."""

from __future__ import annotations

from typing import Final

from ivr.prose.words import set_of

COUNTED: Final = set_of(
    """box station vhf channel terminal desk ward wards queue runbook ticket
    level room floor step chapter page tier zone grade version part section phase figure table gate
    platform unit line lane bay bus route week day stage volume number no suite apartment form schedule appendix type
    category class window windows year article lot q a building block door dock docks port ports panel
    priority severity order gruppe linie
    tg trunk niveau porte batiment rang quai ligne arret gleis
    seite zeile pagina linea haus ebene raum ventanilla schalter guichet planta piso etage zimmer quai salle secteur
    formule"""
)
"""Words that a number behind them tells apart from others of their kind."""
NO_MENU: Final = COUNTED - {"number", "no", "line", "q", "a", "level", "type", "table", "week", "day"}
"""Those of them behind which no key stands alone."""
