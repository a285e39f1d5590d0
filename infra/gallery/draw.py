"""``make draw SEED=1 LANG=en``: forty drafts, six mails and four whole sequences, drawn by a seed, to be read.

The texts go to standard output, each under a line that starts with ``===``; all else goes to standard error. Of
``LANG``, only ``en`` or ``ru`` at its beginning counts; otherwise the language is English.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from chalicelib.drafts.draft import Draft
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from infra import catalogs
from infra.catalogs import TEMPLATES
from infra.gallery import sequences
from infra.gallery.exhibit import Curator
from infra.gallery.places import PLACES
from infra.gallery.sampler import Sampler

DRAFTS, MAILS, SEQUENCES = 40, 6, 4
SHORTEST = 3  # drafts of a sequence that is shown


def main(environment: dict[str, str]) -> int:
    """Print the draw. Exit code 0: printed, 2: the seed is no number."""
    seed = environment.get("SEED") or "1"
    if not seed.lstrip("-").isdigit():
        print("usage: make draw SEED=1 LANG=en", file=sys.stderr)
        return 2
    print("\n\n".join(drawn(int(seed), language_in(environment.get("LANG", "")))))
    return 0


def language_in(locale: str) -> str:
    """The language of a draw: "ru" for "ru_RU.UTF-8"; "en" for "C.UTF-8"."""
    return next((code for code in PLACES if locale.lower().startswith(code)), "en")


def drawn(seed: int, language: str) -> Iterator[str]:
    """The texts of a draw, each with its line."""
    curator = Curator(TEMPLATES)
    sampler = Sampler(curator, language, seed)
    yield from _drafts(sampler)
    yield from _mails(sampler, curator, language)
    yield from _sequences(sampler, curator)


def _drafts(sampler: Sampler) -> Iterator[str]:
    found = sampler.drafts(DRAFTS)
    for number, (draft, record, owner) in enumerate(found, 1):
        yield f"=== {number} of {len(found)}: {_line(draft, record, owner)}\n\n{_text(draft)}"


def _mails(sampler: Sampler, curator: Curator, language: str) -> Iterator[str]:
    for number, situation in enumerate(sampler.mornings(MAILS), 1):
        shown = curator.morning(situation, language)
        words = f"Subject: {curator.subject(shown)}\n\n{curator.text(shown).strip()}"
        yield f"=== mail {number} of {MAILS}: {situation.name}\n\n{words}"


def _sequences(sampler: Sampler, curator: Curator) -> Iterator[str]:
    number = 0
    while number < SEQUENCES:
        found = sequences.sequences_of(curator.draft, sampler.course())
        longest = max(found, key=lambda one: len(one.taken), default=None)
        if longest and len(longest.taken) >= SHORTEST:
            number += 1
            yield from _sequence(number, longest)


def _sequence(number: int, sequence: sequences.Sequence) -> Iterator[str]:
    for place, (_, _, draft, record) in enumerate(sequence.taken, 1):
        where = f"sequence {number}, letter {place} of {len(sequence.taken)}"
        yield f"=== {where}: {_line(draft, record, sequence.owner)}\n\n{_text(draft)}"


def _line(draft: Draft, record: Interview, owner: Owner) -> str:
    country = (record.employer_country or owner.country)[:2]
    return f"{draft.kind}, {draft.language}-{country}, {owner.tone}, {record.company}, round {record.round}"


def _text(draft: Draft) -> str:
    return f"Subject: {draft.subject}\n\n{draft.text}" if draft.subject else draft.text


if __name__ == "__main__":
    catalogs.compile_all()
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.exit(main(dict(os.environ)))
