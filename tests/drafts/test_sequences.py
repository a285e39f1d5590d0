"""Letters and calls to one person remember each other: no sentence comes twice."""

from __future__ import annotations

from functools import cache

import pytest

from chalicelib.playbook.owner import Tone
from chalicelib.playbook.step_kinds import STEP_KINDS
from infra.gallery.cast import an_owner
from infra.gallery.exhibit import Curator
from infra.gallery.places import ALMATY, LONDON, MOSCOW, NEW_YORK, Place
from infra.gallery.sequences import Sequence, Taken, sequences
from infra.gallery.variants import owner_in
from tests.drafts.given import TEMPLATES
from tests.drafts.repetitions import point, repetitions

CURATOR = Curator(TEMPLATES)
IN_TWO_COUNTRIES = [("en", NEW_YORK), ("en", LONDON), ("ru", MOSCOW), ("ru", ALMATY)]
SHOWN = 25  # of the sentences


@cache
def played(language: str, place: Place, tone: Tone) -> list[Sequence]:
    """Every sequence to one recipient."""
    owner = owner_in(language, an_owner(tone=tone, **place.of_an_owner))
    return list(sequences(CURATOR.draft, owner, place))


@pytest.mark.parametrize(("language", "place"), IN_TWO_COUNTRIES, ids=lambda one: getattr(one, "country", one))
@pytest.mark.parametrize("tone", Tone)
def test_no_sentence_of_more_than_six_words_occurs_twice_in_one_sequence_to_one_person(
    language: str, place: Place, tone: Tone
) -> None:
    found: dict[str, list[str]] = {}
    for sequence in played(language, place, tone):
        for first, again, sentence in repetitions([taken.draft for taken in sequence.taken]):
            where = f"{_named(sequence.taken[first])}, then {_named(sequence.taken[again])}  [{sequence.name}]"
            found.setdefault(sentence, []).append(where)

    if found:
        told = [f"{sentence!r}: {where[0]} and {len(where) - 1} times more" for sentence, where in found.items()]
        pytest.fail("\n".join([f"{len(found)} repeated sentences", *told[:SHOWN]]), pytrace=False)


@pytest.mark.parametrize("place", [NEW_YORK, LONDON], ids=lambda one: one.country)
@pytest.mark.parametrize("tone", Tone)
def test_no_two_letters_or_calls_to_one_person_are_alike_but_for_their_days(place: Place, tone: Tone) -> None:
    for sequence in played("en", place, tone):
        points: dict[str, Taken] = {}
        for taken in sequence.taken:
            same = points.setdefault(point(taken.draft), taken)
            assert same is taken, f"{_named(same)}, then {_named(taken)}  [{sequence.name}]: {point(taken.draft)}"


def test_the_sequences_have_every_kind_of_draft_that_somebody_gets() -> None:
    kinds = {taken.kind for sequence in played("en", LONDON, Tone.FORMAL) for taken in sequence.taken}

    with_words = {kind for kind, facts in STEP_KINDS.items() if facts.script_rules or facts.letter_rules}
    assert kinds == {kind for kind in with_words if not STEP_KINDS[kind].is_at_the_interview}


def test_a_sequence_goes_to_one_person_in_the_order_of_its_days() -> None:
    for sequence in played("en", LONDON, Tone.FORMAL):
        days = [taken.on for taken in sequence.taken]
        recipients = {taken.draft.to.id for taken in sequence.taken if taken.draft.to}

        assert (days, len(recipients)) == (sorted(days), 1), sequence.name


def _named(taken: Taken) -> str:
    return f"{taken.kind} ({taken.draft.channel}) on {taken.on}"
