"""The name of a letter's file, in the owner's language: ``Thank-you to Dana Winter, Acme.eml``."""

from __future__ import annotations

from chalicelib.drafts.addressing import address_of
from chalicelib.drafts.draft import Draft
from chalicelib.drafts.language import Language
from chalicelib.drafts.wording import one_line, shortened
from chalicelib.playbook.contact import Contact
from chalicelib.playbook.step_kinds import STEP_KINDS

LETTER_ENDING = ".eml"
LONGEST_PART = 40  # characters of a name, and of a company
# What a file system, a header or a path gives a meaning of its own.
_UNSAFE = str.maketrans(dict.fromkeys('/\\:*?"<>|%=;', " "))


def letter_name(draft: Draft, company: str, language: Language) -> str:
    """The file name of a letter: what it is, to whom, at which company. No id is in it, and nothing that a file system
    or a header would misread."""
    label = language.say(STEP_KINDS[draft.kind].file_label)
    person = _part(_named(draft.to, language)) if draft.to else ""
    facts = {"letter": label, "whom": person, "company": _part(company)}
    if person and facts["company"]:
        stem = language.say("{letter} to {whom}, {company}", facts)
    else:
        stem = language.say("{letter}, {company}", facts | {"company": facts["company"] or person})
    return stem.rstrip(" ,.") + LETTER_ENDING


def _named(to: Contact, language: Language) -> str:
    """The name as one writes it, or else as it is recorded."""
    return address_of(to, is_formal=True, language=language.code).written or to.name or ""


def _part(text: str) -> str:
    """A name fit for a file name: one bounded line."""
    return shortened(one_line(one_line(text).translate(_UNSAFE)), LONGEST_PART).strip(" .")
