"""The sentences that a flow needs and no document tells: every one of them is an assumption, in four languages."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

WRONG: Final = MappingProxyType(
    {
        "en": "Sorry, nothing is on that key.",
        "es": "Perdón, esa tecla no tiene función.",
        "fr": "Désolé, cette touche ne mène à rien.",
        "de": "Diese Taste ist leider nicht belegt.",
    }
)
SILENCE: Final = MappingProxyType(
    {
        "en": "Sorry, I did not hear anything.",
        "es": "Perdón, no oí nada.",
        "fr": "Désolé, je n'ai rien entendu.",
        "de": "Ich habe leider nichts gehört.",
    }
)
NOBODY: Final = MappingProxyType(
    {
        "en": "Sorry, nobody can take your call now. Please call again.",
        "es": "Lo sentimos, nadie puede atenderle ahora. Llame más tarde, por favor.",
        "fr": "Désolé, personne ne peut vous répondre. Merci de rappeler plus tard.",
        "de": "Leider ist gerade niemand frei. Bitte rufen Sie später noch einmal an.",
    }
)
CLOSED: Final = MappingProxyType(
    {
        "en": "Sorry, nobody is here at this hour. Please call again.",
        "es": "Lo sentimos, no hay nadie a esta hora. Llame más tarde, por favor.",
        "fr": "Désolé, nos bureaux sont fermés. Merci de rappeler plus tard.",
        "de": "Leider ist um diese Zeit niemand da. Bitte rufen Sie später noch einmal an.",
    }
)
GOODBYE: Final = MappingProxyType(
    {
        "en": "Thank you for calling. Goodbye.",
        "es": "Gracias por su llamada. Adiós.",
        "fr": "Merci de votre appel. Au revoir.",
        "de": "Vielen Dank für Ihren Anruf. Auf Wiederhören.",
    }
)
MESSAGE: Final = MappingProxyType(
    {
        "en": "Please leave a message after the tone.",
        "es": "Por favor, deje un mensaje después de la señal.",
        "fr": "Merci de laisser un message après le bip.",
        "de": "Bitte sprechen Sie nach dem Ton.",
    }
)
WELCOME: Final = MappingProxyType(
    {
        "en": "Thank you for calling.",
        "es": "Gracias por llamar.",
        "fr": "Merci de votre appel.",
        "de": "Vielen Dank für Ihren Anruf.",
    }
)
