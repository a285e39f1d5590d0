"""What every letter carries and how (H7, C3), the status letter (S2), and the subjects."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from chalicelib.drafts.draft import Draft
from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_facts import Channel, Format
from chalicelib.playbook.owner import Tone
from chalicelib.playbook.step import StepKind
from tests.drafts.given import LETTERS, a_letter_to_send, a_step, body, the_second_letter
from tests.factories import a_contact, an_interview, an_owner

FRIDAY = date(2026, 8, 7)
NEXT_MONDAY = date(2026, 8, 10)
BOTH_TONES = pytest.mark.parametrize("tone", Tone)
FORMAL_BY_NATURE = StepKind.REASONS_REQUEST


class TestEveryLetter:
    @pytest.mark.parametrize("kind", LETTERS)
    def test_h7_it_ends_with_the_owner_s_name_and_phone(self, kind: StepKind) -> None:
        signature = a_letter_to_send(kind).text.split("\n\n")[-1]

        assert signature.startswith("Kind regards,\nAlex Example\n")
        assert signature.endswith("Phone: +49 30 23125 020")

    @BOTH_TONES
    @pytest.mark.parametrize("kind", LETTERS)
    def test_h7_without_a_phone_there_is_no_phone_line_but_a_notice(self, kind: StepKind, tone: Tone) -> None:
        letter = a_letter_to_send(kind, owner=an_owner(phone=None, tone=tone))

        assert "number" not in letter.text
        assert "just call" not in letter.text
        assert "Phone" not in letter.text
        assert "Your own phone number isn't recorded" in letter.notice

    @pytest.mark.parametrize(("name", "is_told"), [("", True), ("Alex Example", False)])
    @pytest.mark.parametrize("kind", LETTERS)
    def test_s2_the_notice_says_that_a_letter_without_a_name_is_unsigned(
        self, kind: StepKind, name: str, is_told: bool
    ) -> None:
        notice = a_letter_to_send(kind, owner=an_owner(name=name)).notice

        assert ("Your name isn't recorded, so the letter is unsigned: add it in the settings." in notice) is is_told

    @pytest.mark.parametrize(
        ("tone", "contact", "greeting"),
        [
            (Tone.FORMAL, a_contact(), "Dear Dana Winter,"),
            (Tone.FORMAL, a_contact(salutation="Ms Winter"), "Dear Ms Winter,"),
            (Tone.FORMAL, a_contact(name=None), "Dear hiring team,"),
            (Tone.FORMAL, a_contact(name=None, role=Role.INTERVIEWER), "Hello,"),
            (Tone.FRIENDLY, a_contact(), "Hi Dana,"),
            (Tone.FRIENDLY, a_contact(name=None), "Hello everyone,"),
            (Tone.FRIENDLY, a_contact(salutation="Ms Winter"), "Dear Ms Winter,"),
        ],
    )
    def test_formal_is_the_name_as_they_are_addressed_and_friendly_the_first_name(
        self, tone: Tone, contact: Contact, greeting: str
    ) -> None:
        letter = a_letter_to_send(StepKind.STATUS_LETTER, an_interview(contacts=(contact,)), owner=an_owner(tone=tone))

        assert letter.text.startswith(f"{greeting}\n\n")

    @pytest.mark.parametrize(
        ("tone", "country", "closing"),
        [
            (Tone.FORMAL, "GB", "Kind regards,"),
            (Tone.FORMAL, "US", "Best regards,"),
            (Tone.FRIENDLY, "GB", "Best wishes,"),
            (Tone.FRIENDLY, "US", "Best,"),
        ],
    )
    def test_tone_and_country_set_the_closing(self, tone: Tone, country: str, closing: str) -> None:
        there = an_interview(employer_country=country)

        letter = a_letter_to_send(StepKind.STATUS_LETTER, there, owner=an_owner(tone=tone))

        assert f"\n\n{closing}\nAlex Example\n" in letter.text

    @pytest.mark.parametrize("kind", [kind for kind in LETTERS if kind is not FORMAL_BY_NATURE])
    def test_formal_and_friendly_differ_in_their_bodies(self, kind: StepKind) -> None:
        formal, friendly = (a_letter_to_send(kind, owner=an_owner(tone=tone)) for tone in Tone)

        assert body(formal) != body(friendly)

    @pytest.mark.parametrize("kind", LETTERS)
    def test_c3_a_letter_to_an_office_says_first_for_whom_it_is_and_greets_that_person(self, kind: StepKind) -> None:
        office, recruiter = a_contact(role=Role.OFFICE, name="Paul Frost"), a_contact(email=None)

        letter = a_letter_to_send(kind, an_interview(contacts=(office, recruiter)))

        assert letter.text.startswith("For Dana Winter, please\n\nDear Dana Winter,\n\n")
        assert "Paul" not in letter.text

    @pytest.mark.parametrize(("tone", "hello"), [(Tone.FORMAL, "Hello,"), (Tone.FRIENDLY, "Hello everyone,")])
    def test_c3_where_nobody_is_known_to_decide_the_office_learns_whose_it_is(self, tone: Tone, hello: str) -> None:
        office = an_interview(contacts=(a_contact(role=Role.OFFICE, name=None),))

        letter = a_letter_to_send(StepKind.STATUS_LETTER, office, owner=an_owner(tone=tone))

        assert letter.text.startswith(f"For the recruitment team\n\n{hello}\n\n")

    @BOTH_TONES
    @pytest.mark.parametrize("kind", LETTERS)
    def test_an_employer_is_not_told_its_own_name(self, kind: StepKind, tone: Tone) -> None:
        assert "Acme" not in a_letter_to_send(kind, owner=an_owner(tone=tone)).text

    @pytest.mark.parametrize("kind", LETTERS)
    def test_a_position_that_ends_in_a_full_stop_brings_no_second_one(self, kind: StepKind) -> None:
        letter = a_letter_to_send(kind, an_interview(company="Acme Inc.", position="Engineer II."))

        assert ".." not in letter.text


@BOTH_TONES
class TestS2StatusLetter:
    def test_s2_it_says_who_writes_the_day_and_the_position(self, tone: Tone) -> None:
        first = body(a_letter_to_send(StepKind.STATUS_LETTER, owner=an_owner(tone=tone))).split(". ")[0]

        assert all(point in first for point in ("Alex Example", "on Monday 3 August I had", "Data Engineer"))

    @pytest.mark.parametrize(
        ("held", "thanks"),
        [
            (Format.IN_PERSON, ("Thank you again for the time you took", "Thanks again for meeting me")),
            (Format.VIDEO, ("Thank you again for the time you took", "Thanks again for our call")),
        ],
    )
    def test_s2_it_thanks_whoever_was_there_for_the_time(
        self, tone: Tone, held: Format, thanks: tuple[str, str]
    ) -> None:
        interview = an_interview(contacts=(a_contact(met=True),), format=held)

        text = a_letter_to_send(StepKind.STATUS_LETTER, interview, owner=an_owner(tone=tone)).text

        assert thanks[tone is Tone.FRIENDLY] in text.split(" on Monday 3 August")[0]

    def test_s2_it_asks_for_the_decision_and_hopes_to_go_on(self, tone: Tone) -> None:
        text = a_letter_to_send(StepKind.STATUS_LETTER, owner=an_owner(tone=tone)).text

        asked = {Tone.FORMAL: "come to a decision?", Tone.FRIENDLY: "any news yet?"}
        assert asked[tone] in text
        assert "take this further" in text

    def test_s2_it_asks_about_the_test_task_where_there_was_one(self, tone: Tone) -> None:
        tested, without = (
            a_letter_to_send(StepKind.STATUS_LETTER, an_interview(test_task=is_tested), owner=an_owner(tone=tone)).text
            for is_tested in (True, False)
        )

        asked = {
            Tone.FORMAL: "come to a decision, and what you thought of my test assignment?",
            Tone.FRIENDLY: "any news yet, or a word on my test assignment?",
        }
        assert asked[tone] in tested
        assert "test" not in without

    def test_w7_it_asks_leave_to_call_on_the_follow_up_day(self, tone: Tone) -> None:
        owner = an_owner(tone=tone)

        text = a_letter_to_send(StepKind.STATUS_LETTER, owner=owner, promised_call_on=NEXT_MONDAY).text

        asked = {
            Tone.FORMAL: "If it suits you, I will call on Monday 10 August, unless I hear from you first.",
            Tone.FRIENDLY: "a call on Monday 10 August, if that's all right and I haven't heard from you by then.",
        }
        assert asked[tone] in text

    def test_w7_it_promises_nothing_where_no_call_is_possible(self, tone: Tone) -> None:
        text = a_letter_to_send(StepKind.STATUS_LETTER, owner=an_owner(tone=tone), promised_call_on=None).text

        assert "call on" not in text

    @pytest.mark.parametrize(("day", "by"), [(None, ""), (FRIDAY, " by Friday 7 August")])
    @pytest.mark.parametrize(
        ("channel", "wording"),
        [
            (Channel.PHONE, "call"),
            (Channel.EMAIL, "write"),
        ],
    )
    def test_t_the_channel_they_named_is_worded_with_and_without_a_day(
        self, tone: Tone, channel: Channel, wording: str, day: date | None, by: str
    ) -> None:
        interview = an_interview(answer_channel=channel, answer_expected_on=day)

        text = a_letter_to_send(StepKind.STATUS_LETTER, interview, owner=an_owner(tone=tone)).text

        assert re.search(rf"(You said|I know) [^.]*\b{wording}{by}", text)
        assert ("I may have missed it" in text) is bool(day)

    def test_s2_the_second_letter_is_shorter_and_asks_about_a_next_meeting(self, tone: Tone) -> None:
        owner = an_owner(tone=tone)
        first = a_letter_to_send(StepKind.STATUS_LETTER, owner=owner)
        second = the_second(owner=owner)

        assert len(body(second)) < len(body(first))
        assert "on Friday 7 August" in second.text
        assert "Data Engineer" in second.text
        assert "another interview" in second.text
        assert "I would report to" in second.text

    def test_s2_the_second_letter_is_formal_or_friendly_in_each_sentence(self, tone: Tone) -> None:
        other = next(one for one in Tone if one is not tone)
        ours, theirs = (body(the_second(owner=an_owner(tone=one, phone=None))) for one in (tone, other))

        assert not set(ours.split("\n\n")) & set(theirs.split("\n\n"))

    def test_s2_the_future_supervisor_is_not_asked_for_a_meeting_with_the_future_supervisor(self, tone: Tone) -> None:
        supervisor = an_interview(contacts=(a_contact(role=Role.SUPERVISOR),))

        assert "report to" not in the_second(supervisor, owner=an_owner(tone=tone)).text


def the_second(interview: Interview | None = None, **changes: Any) -> Draft:
    """The second letter, after a first one that was sent on Friday."""
    return a_letter_to_send(
        StepKind.STATUS_LETTER, interview, step=the_second_letter(), letter_sent_on=FRIDAY, **changes
    )


def test_t_a_letter_in_the_place_of_the_follow_up_call_is_the_second_one() -> None:
    letter = a_letter_to_send(StepKind.STATUS_LETTER, step=a_step(StepKind.FOLLOW_UP_CALL), letter_sent_on=FRIDAY)

    assert "another interview" in letter.text


def test_t_a_letter_sent_again_at_the_receipt_call_is_the_first_one() -> None:
    letter = a_letter_to_send(StepKind.STATUS_LETTER, step=a_step(StepKind.RECEIPT_CALL), letter_sent_on=FRIDAY)

    assert "come to a decision" in letter.text


class TestTheSubject:
    @pytest.mark.parametrize("kind", LETTERS)
    def test_it_names_the_position(self, kind: StepKind) -> None:
        assert "Data Engineer" in (a_letter_to_send(kind).subject or "")

    @pytest.mark.parametrize("kind", LETTERS)
    def test_a_long_position_is_cut_between_words_at_sixty_characters(self, kind: StepKind) -> None:
        position = "Senior Principal Data Platform and Site Reliability Engineer"

        subject = a_letter_to_send(kind, an_interview(position=position)).subject or ""

        cut = subject[subject.index("Senior") : subject.index("…")]
        assert len(subject) <= 60
        assert position.startswith(f"{cut} ")

    def test_it_loses_its_frills_before_the_title(self) -> None:
        whole = a_letter_to_send(StepKind.THANK_YOU_LETTER).subject
        brief = a_letter_to_send(StepKind.THANK_YOU_LETTER, an_interview(position="Senior Platform Engineer")).subject

        assert whole == "Thank you for our conversation about the Data Engineer role"
        assert brief == "Thank you: Senior Platform Engineer"

    def test_it_loses_the_day_where_that_does_not_fit(self) -> None:
        short, long = (
            a_letter_to_send(StepKind.STATUS_LETTER, an_interview(position=" ", interview_on=day)).subject
            for day in (date(2026, 8, 3), date(2025, 9, 24))
        )

        assert short == "Our conversation on Monday 3 August: is there any news?"
        assert long == "Our conversation: is there any news?"
