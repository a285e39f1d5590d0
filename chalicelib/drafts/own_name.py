"""What an owner is told until letters can be signed with their own name and number. The way in is ``name_missing``."""

from __future__ import annotations

from chalicelib.drafts.language import Language
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.step import translatable

_GUESSED = translatable(
    'Letters and calls still say "{name}". Put your own name and phone number into the settings before you send one.'
)
_NO_PHONE = translatable(
    "Your own phone number is not in the settings yet: with it, every letter says how to call you."
)


def name_missing(owner: Owner, language: Language) -> str | None:
    """What to put into the settings before anything is sent: the name, if it was only guessed, or else the phone
    number; None if both are there (H7)."""
    if owner.is_name_guessed:
        return language.say(_GUESSED, {"name": owner.name})
    return None if owner.phone else language.say(_NO_PHONE)
