"""The Message-IDs of letters: known again without being stored, and saying nothing."""

from __future__ import annotations

from datetime import timedelta

from chalicelib.drafts.draft import Draft, DraftChannel
from chalicelib.links.action_links import ActionLinks
from chalicelib.links.keyring import keyring_of, rotated
from chalicelib.links.letter_ids import LetterIds
from chalicelib.playbook.contact import Contact
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.step import StepKind
from tests.factories import THAT_EVENING, a_contact, an_interview

KEYS = keyring_of(["newest-" + "n" * 32])
IDS = LetterIds(ActionLinks(KEYS))
DANA = a_contact(id="c1")
RECORDS = [an_interview(id=f"01K1S0M300000000000000000{number}", contacts=(DANA,)) for number in range(3)]


def a_letter(kind: StepKind = StepKind.STATUS_LETTER, to: Contact | None = DANA) -> Draft:
    """A letter to Dana."""
    return Draft(
        kind=kind,
        channel=DraftChannel.LETTER,
        language="en",
        to=to,
        rung=None,
        rung_reason="",
        missing=None,
        subject="Our interview",
        passages=(),
        text="",
        tel=None,
        mailto=None,
        rules=(),
        notice="",
    )


def record_of(tag: str, ids: LetterIds = IDS, owner_id: str = "alex", days: int = 0) -> str | None:
    """The record whose letter a Message-ID names, some days later."""
    now = THAT_EVENING + timedelta(days=days)
    return ids.record_of(["x@y.example", f"{tag}@mail.example"], owner_id, RECORDS, now)


def test_a_letter_is_known_again_by_its_record_its_kind_and_whom_it_goes_to() -> None:
    for record in RECORDS:
        for kind in (StepKind.STATUS_LETTER, StepKind.THANK_YOU_LETTER):
            for to in (DANA, None):
                assert record_of(IDS.tag_of(a_letter(kind, to), "alex", record.id)) == record.id


def test_an_owners_letter_is_nobody_elses() -> None:
    tag = IDS.tag_of(a_letter(), "alex", RECORDS[0].id)

    assert record_of(tag, owner_id="kim") is None


def test_it_says_nothing_of_whose_it_is() -> None:
    tag = IDS.tag_of(a_letter(), "alex", RECORDS[0].id)

    assert len(tag) == 32
    assert set(tag) <= set("0123456789abcdef")
    assert tag == IDS.tag_of(a_letter(), "alex", RECORDS[0].id)


def test_it_is_known_for_thirty_days_after_its_key_was_retired() -> None:
    tag = IDS.tag_of(a_letter(), "alex", RECORDS[0].id)
    later = LetterIds(ActionLinks(rotated(KEYS, THAT_EVENING)))

    assert record_of(tag, later, days=29) == RECORDS[0].id
    assert record_of(tag, later, days=31) is None


def test_what_is_no_message_id_of_ours_is_compared_with_nothing() -> None:
    def no_records() -> list[Interview]:
        raise AssertionError

    assert IDS.record_of(["CAM+x@mail.example", "0" * 31 + "@x"], "alex", iter(()), THAT_EVENING) is None
    assert record_of("0" * 32) is None
