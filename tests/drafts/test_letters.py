"""What each letter carries (S2, S3, S7, S8) and how (H7)."""

from __future__ import annotations

from datetime import date

import pytest

from chalicelib.drafts.draft import Draft
from chalicelib.playbook.contact import Role
from chalicelib.playbook.event import Result
from chalicelib.playbook.interview_facts import Channel
from chalicelib.playbook.owner import Tone
from chalicelib.playbook.reasons_term import REASONS_TERMS
from chalicelib.playbook.step import StepKind
from tests.drafts.given import LETTERS, TEMPLATES, a_letter_to_send, a_step, the_second_letter
from tests.factories import a_contact, an_answer, an_interview, an_owner

FRIDAY = date(2026, 8, 7)
NEXT_MONDAY = date(2026, 8, 10)
NEXT_FRIDAY = date(2026, 8, 14)


class TestEveryLetter:
    @pytest.mark.parametrize("kind", LETTERS)
    def test_h7_it_ends_with_the_owner_s_name_and_phone(self, kind: StepKind) -> None:
        signature = a_letter_to_send(kind).text.split("\n\n")[-1]

        assert signature.startswith("Kind regards,\nAlex Example\n")
        assert signature.endswith("Phone: +49 30 23125 020")

    @pytest.mark.parametrize("kind", LETTERS)
    def test_h7_without_a_phone_there_is_no_phone_line_but_a_notice(self, kind: StepKind) -> None:
        letter = a_letter_to_send(kind, owner=an_owner(phone=None))

        assert "number" not in letter.text
        assert "Phone" not in letter.text
        assert "Your own phone number isn't recorded" in letter.notice

    @pytest.mark.parametrize(
        ("tone", "name", "greeting", "closing"),
        [
            (Tone.FORMAL, "Dana Winter", "Dear Dana Winter,", "Kind regards,"),
            (Tone.FORMAL, None, "Dear hiring team,", "Kind regards,"),
            (Tone.FRIENDLY, "Dana Winter", "Hello Dana Winter,", "All the best,"),
            (Tone.FRIENDLY, None, "Hello,", "All the best,"),
        ],
    )
    def test_tone_sets_greeting_and_closing(self, tone: Tone, name: str | None, greeting: str, closing: str) -> None:
        interview = an_interview(contacts=(a_contact(name=name),))

        letter = a_letter_to_send(StepKind.STATUS_LETTER, interview, owner=an_owner(tone=tone))

        assert letter.text.startswith(f"{greeting}\n\n")
        assert f"\n\n{closing}\n" in letter.text

    @pytest.mark.parametrize("kind", LETTERS)
    def test_c3_an_office_is_asked_to_pass_it_on(self, kind: StepKind) -> None:
        office, recruiter = a_contact(role=Role.OFFICE, name=None), a_contact(email=None)

        letter = a_letter_to_send(kind, an_interview(contacts=(office, recruiter)))

        assert letter.text.startswith("Dear hiring team,")
        assert "Could you please pass this on to Dana Winter?" in letter.text

    @pytest.mark.parametrize("kind", LETTERS)
    def test_a_company_that_ends_in_a_full_stop_brings_no_second_one(self, kind: StepKind) -> None:
        letter = a_letter_to_send(kind, an_interview(company="Acme Inc.", position="Engineer II."))

        assert ".." not in letter.text


class TestS2StatusLetter:
    def test_s2_it_says_who_writes_the_day_and_the_position_and_thanks(self) -> None:
        text = a_letter_to_send(StepKind.STATUS_LETTER).text

        assert "I'm Alex Example, and I had an interview at Acme on Monday 3 August" in text
        assert "the Data Engineer position. Thank you again for the time you gave me." in text

    def test_s2_it_asks_for_the_decision_and_hopes_to_go_on(self) -> None:
        text = a_letter_to_send(StepKind.STATUS_LETTER).text

        assert "May I ask what you've decided?" in text
        assert "I hope we can take this further" in text

    def test_s2_it_asks_about_the_test_task_too(self) -> None:
        text = a_letter_to_send(StepKind.STATUS_LETTER, an_interview(test_task=True)).text

        assert "what you've decided after the interview and the test task?" in text

    def test_w7_it_promises_a_call_on_the_follow_up_day(self) -> None:
        text = a_letter_to_send(StepKind.STATUS_LETTER, promised_call_on=NEXT_MONDAY).text

        assert "I'll call you on Monday 10 August" in text

    def test_w7_it_promises_nothing_where_no_call_is_possible(self) -> None:
        assert "I'll call" not in a_letter_to_send(StepKind.STATUS_LETTER, promised_call_on=None).text

    def test_t_the_channel_they_named_is_worded_without_a_day_too(self) -> None:
        text = a_letter_to_send(StepKind.STATUS_LETTER, an_interview(answer_channel=Channel.PHONE)).text

        assert "You said you would call, and I may have missed your call." in text

    def test_s2_the_second_letter_is_shorter_and_asks_about_a_next_meeting(self) -> None:
        first = a_letter_to_send(StepKind.STATUS_LETTER)
        second = a_letter_to_send(StepKind.STATUS_LETTER, step=the_second_letter(), letter_sent_on=FRIDAY)

        assert len(second.text) < len(first.text)
        assert "I wrote to you on Friday 7 August" in second.text
        assert "another meeting, perhaps with the future supervisor?" in second.text

    def test_t_a_letter_in_the_place_of_the_follow_up_call_is_the_second_one(self) -> None:
        letter = a_letter_to_send(StepKind.STATUS_LETTER, step=a_step(StepKind.FOLLOW_UP_CALL), letter_sent_on=FRIDAY)

        assert "another meeting" in letter.text

    def test_t_a_letter_sent_again_at_the_receipt_call_is_the_first_one(self) -> None:
        letter = a_letter_to_send(StepKind.STATUS_LETTER, step=a_step(StepKind.RECEIPT_CALL), letter_sent_on=FRIDAY)

        assert "May I ask what you've decided?" in letter.text


class TestS3ThankYouLetter:
    def test_s3_it_thanks_for_invitation_time_and_attention_and_looks_forward(self) -> None:
        text = a_letter_to_send(StepKind.THANK_YOU_LETTER).text

        assert "Thank you for inviting me" in text
        assert "the time and attention you gave me" in text
        assert "I'm more interested now" in text
        assert "I'm looking forward to your answer." in text
        assert "\nCandidate for the Data Engineer position\n" in text

    def test_w2_it_asks_when_lightly_if_no_day_was_agreed(self) -> None:
        assert "Could you tell me roughly when to expect it?" in a_letter_to_send(StepKind.THANK_YOU_LETTER).text

    def test_w2_an_agreed_day_is_looked_forward_to_and_not_asked_for(self) -> None:
        interview = an_interview(answer_expected_on=NEXT_FRIDAY, answer_channel=Channel.PHONE)

        text = a_letter_to_send(StepKind.THANK_YOU_LETTER, interview).text

        assert "You said you would call by Friday 14 August, and I'm looking forward to it." in text
        assert "?" not in text

    def test_w2_an_agreed_day_that_has_passed_is_not_mentioned(self) -> None:
        text = a_letter_to_send(StepKind.THANK_YOU_LETTER, an_interview(answer_expected_on=FRIDAY)).text

        assert "7 August" not in text
        assert "I'm looking forward to your answer." in text

    @pytest.mark.parametrize(
        ("notes", "touch"),
        [
            ("touch: I have since read your article on queues.", "I have since read your article on queues."),
            ("salary 60k\nLiked: the way your team plans its week.", "I especially liked the way your team plans"),
            ("liked: The calm in your office", "I especially liked the calm in your office."),
            ("liked: we talked about Go\nliked: how you review code", "I especially liked how you review code."),
        ],
    )
    def test_s3_a_note_line_written_for_the_letter_is_its_personal_touch(self, notes: str, touch: str) -> None:
        assert touch in a_letter_to_send(StepKind.THANK_YOU_LETTER, an_interview(notes=notes)).text

    @pytest.mark.parametrize(
        "notes",
        [
            None,
            "boss seems grumpy",
            "touch:",
            "touch: your dog",
            "touch: we both cycle to work",
            "touch: Ask them about the budget?",
            "liked: we talked about Go",
            "liked: coffee",
            "liked: the",
            "liked: the " + "x" * 200,
            "they liked: me",
        ],
    )
    def test_s3_any_other_note_stays_private(self, notes: str | None) -> None:
        plain = a_letter_to_send(StepKind.THANK_YOU_LETTER, an_interview(notes=None))

        assert a_letter_to_send(StepKind.THANK_YOU_LETTER, an_interview(notes=notes)).text == plain.text


class TestS7RequestForReasons:
    def the_request(self, **changes: object) -> Draft:
        refused = an_answer(FRIDAY, Result.REFUSAL)
        return a_letter_to_send(StepKind.REASONS_REQUEST, an_interview(events=(refused,), **changes))

    def test_s7_it_names_the_refusal_and_asks_for_written_reasons(self) -> None:
        text = self.the_request().text

        assert "On Friday 7 August you told me that you would not be hiring me." in text
        assert "the reasons for this decision, in writing" in text

    def test_s7_in_russia_it_names_article_64_and_seven_working_days(self) -> None:
        letter = self.the_request(employer_country="RU-MOW")

        assert "article 64 of the Labour Code of the Russian Federation" in letter.text
        assert "seven working days" in letter.text

    def test_s7_the_law_is_the_employer_s_before_the_owner_s(self) -> None:
        owner = an_owner(country="RU")

        assert "article 64" in a_letter_to_send(StepKind.REASONS_REQUEST, owner=owner).text
        abroad = an_interview(employer_country="DE")
        assert "article 64" not in a_letter_to_send(StepKind.REASONS_REQUEST, abroad, owner=owner).text

    def test_s7_every_law_the_product_knows_has_its_words(self) -> None:
        laws = {path.stem for path in (TEMPLATES / "drafts" / "en" / "reasons_request" / "law").iterdir()}

        assert laws == set(REASONS_TERMS)

    def test_s7_where_no_law_is_known_it_is_plainly_a_request(self) -> None:
        letter = self.the_request(employer_country="DE")

        assert "Could you please tell me the reasons for this decision, in writing?" in letter.text
        assert "a plain request" in letter.notice

    def test_s7_the_notice_warns_that_it_can_hurt(self) -> None:
        assert "it can hurt: word travels" in self.the_request().notice


class TestS8ClosingLetter:
    def test_s8_it_is_a_polite_last_word_with_the_door_open(self) -> None:
        text = a_letter_to_send(StepKind.CLOSING_CONTACT).text

        assert "This is my last letter about it." in text
        assert "I'd be glad to hear from you" in text
        assert "I wish you well" in text

    def test_w9_it_recalls_their_last_word(self) -> None:
        assert (
            "The last I heard was on Friday 7 August"
            in a_letter_to_send(StepKind.CLOSING_CONTACT, silent_since=FRIDAY).text
        )


class TestTheSubject:
    @pytest.mark.parametrize("kind", LETTERS)
    def test_it_names_the_position(self, kind: StepKind) -> None:
        assert "Data Engineer" in (a_letter_to_send(kind).subject or "")

    @pytest.mark.parametrize("step", [None, the_second_letter()])
    def test_a_long_position_is_cut_between_words(self, step: object) -> None:
        position = "Senior Principal Distinguished Data Platform Reliability Engineer " * 3

        subject = a_letter_to_send(StepKind.STATUS_LETTER, an_interview(position=position), step=step).subject or ""

        assert len(subject) < 78
        cut = subject.removeprefix("A short question about the ").partition("…")[0]
        assert position.startswith(f"{cut} ")
