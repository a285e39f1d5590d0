"""The thank-you letter (S3), the request for reasons (S7) and the last word (S8)."""

from __future__ import annotations

import re
from datetime import date

import pytest

from chalicelib.drafts.draft import Draft
from chalicelib.playbook.event import Result
from chalicelib.playbook.interview_facts import Channel, Format
from chalicelib.playbook.owner import Tone
from chalicelib.playbook.reasons_term import REASONS_TERMS
from chalicelib.playbook.step import StepKind
from tests.drafts.given import TEMPLATES, a_letter_to_send
from tests.factories import a_contact, an_answer, an_interview, an_owner

FRIDAY = date(2026, 8, 7)
NEXT_FRIDAY = date(2026, 8, 14)
BOTH_TONES = pytest.mark.parametrize("tone", Tone)


class TestS3ThankYouLetter:
    @BOTH_TONES
    def test_s3_it_thanks_for_the_invitation_and_the_time_and_says_that_interest_has_grown(self, tone: Tone) -> None:
        text = a_letter_to_send(StepKind.THANK_YOU_LETTER, owner=an_owner(tone=tone)).text

        thanks = {
            Tone.FORMAL: (
                "Thank you for inviting me on Monday 3 August",
                "for taking the time",
                "even more interested",
            ),
            Tone.FRIENDLY: ("Thanks so much for having me on Monday 3 August", "your time", "even keener"),
        }
        assert all(point in text for point in thanks[tone])
        assert "\nAlex Example\nData Engineer candidate\n" in text

    @BOTH_TONES
    @pytest.mark.parametrize(("number", "met"), [(1, True), (2, True), (2, False)])
    def test_s3_who_talked_with_the_owner_is_not_told_again_who_signs(self, tone: Tone, number: int, met: bool) -> None:
        interview = an_interview(round=number, contacts=(a_contact(met=met),))

        text = a_letter_to_send(StepKind.THANK_YOU_LETTER, interview, owner=an_owner(tone=tone)).text

        assert ("candidate" in text) is (number == 1 and tone is Tone.FORMAL)
        assert "the Data Engineer role" in text

    @BOTH_TONES
    @pytest.mark.parametrize(
        ("held", "wording"),
        [
            (Format.VIDEO, "video call on Monday 3 August"),
            (Format.PHONE, {Tone.FORMAL: "for our call on", Tone.FRIENDLY: "for the call on"}),
        ],
    )
    def test_s3_who_talked_by_video_or_phone_is_not_thanked_for_having_somebody_in(
        self, tone: Tone, held: Format, wording: str | dict[Tone, str]
    ) -> None:
        text = a_letter_to_send(StepKind.THANK_YOU_LETTER, an_interview(format=held), owner=an_owner(tone=tone)).text

        assert (wording if isinstance(wording, str) else wording[tone]) in text
        assert "time" in text
        assert not [words for words in ("meeting", "having me", "inviting me") if words in text]

    @BOTH_TONES
    def test_s3_who_comes_back_for_another_round_is_thanked_as_somebody_who_was_there_before(self, tone: Tone) -> None:
        first, second = (
            a_letter_to_send(StepKind.THANK_YOU_LETTER, an_interview(round=number), owner=an_owner(tone=tone)).text
            for number in (1, 2)
        )

        assert "to talk to you again on Monday 3 August" in second
        assert not re.search(r"\b(again|back)\b", first)

    @BOTH_TONES
    def test_w2_it_asks_when_lightly_if_no_day_was_agreed(self, tone: Tone) -> None:
        text = a_letter_to_send(StepKind.THANK_YOU_LETTER, owner=an_owner(tone=tone)).text

        assert {Tone.FORMAL: "roughly when", Tone.FRIENDLY: "rough idea of when"}[tone] in text
        assert text.count("?") == 1

    @BOTH_TONES
    def test_w2_an_agreed_day_is_looked_forward_to_and_not_asked_for(self, tone: Tone) -> None:
        interview = an_interview(answer_expected_on=NEXT_FRIDAY, answer_channel=Channel.PHONE)

        text = a_letter_to_send(StepKind.THANK_YOU_LETTER, interview, owner=an_owner(tone=tone)).text

        assert re.search(r"You said you('d| would) call by Friday 14 August, and I look forward", text)
        assert "?" not in text

    def test_w2_an_agreed_day_that_has_passed_is_not_mentioned(self) -> None:
        text = a_letter_to_send(StepKind.THANK_YOU_LETTER, an_interview(answer_expected_on=FRIDAY)).text

        assert "7 August" not in text
        assert "look forward to your answer" in text

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

        assert "letting me know on Friday 7 August what you decided about the Data Engineer role" in text
        assert "a few lines on what it came down to" in text

    def test_s7_in_russia_it_names_article_64_and_seven_working_days(self) -> None:
        letter = self.the_request(employer_country="RU-MOW")

        assert "Article 64 of the Labour Code of the Russian Federation" in letter.text
        assert "seven working days" in letter.text
        assert "give me the reasons in writing" in letter.text

    def test_s7_the_law_is_the_employer_s_before_the_owner_s(self) -> None:
        owner = an_owner(country="RU")

        assert "Article 64" in a_letter_to_send(StepKind.REASONS_REQUEST, owner=owner).text
        abroad = an_interview(employer_country="DE")
        assert "Article 64" not in a_letter_to_send(StepKind.REASONS_REQUEST, abroad, owner=owner).text

    def test_s7_every_law_the_product_knows_has_its_words(self) -> None:
        laws = {path.stem for path in (TEMPLATES / "drafts" / "en" / "reasons_request" / "law").iterdir()}

        assert laws == set(REASONS_TERMS)

    @BOTH_TONES
    def test_s7_where_no_law_is_known_it_is_plainly_a_request(self, tone: Tone) -> None:
        abroad = an_interview(employer_country="DE")

        letter = a_letter_to_send(StepKind.REASONS_REQUEST, abroad, owner=an_owner(tone=tone))

        asked = {
            Tone.FORMAL: "I would be grateful for a few lines on what it came down to.",
            Tone.FRIENDLY: "Could you tell me in a line or two what it came down to?",
        }
        assert asked[tone] in letter.text
        assert "article" not in letter.text
        assert "a plain request" in letter.notice

    def test_s7_the_notice_warns_that_it_can_hurt(self) -> None:
        assert "it can hurt: word travels" in self.the_request().notice


@BOTH_TONES
class TestS8ClosingLetter:
    def test_s8_it_guesses_kindly_and_will_not_keep_writing(self, tone: Tone) -> None:
        text = a_letter_to_send(StepKind.CLOSING_CONTACT, owner=an_owner(tone=tone)).text

        assert re.search(r"I imagine [^.]*\b(chosen|gone with) someone else", text)
        assert "keep writing" in text

    def test_s8_it_leaves_the_door_open(self, tone: Tone) -> None:
        text = a_letter_to_send(StepKind.CLOSING_CONTACT, owner=an_owner(tone=tone)).text

        assert re.search(r"\b(glad|happy) to hear from you", text)
        assert "that fits" in text

    def test_s8_it_names_one_good_thing_about_a_talk_only_to_whoever_talked(self, tone: Tone) -> None:
        there, elsewhere = (
            a_letter_to_send(StepKind.CLOSING_CONTACT, record, owner=an_owner(tone=tone)).text
            for record in (an_interview(contacts=(a_contact(met=True),)), an_interview())
        )

        assert "enjoyed our conversation on Monday 3 August" in there
        assert "our conversation" not in elsewhere
        assert "enjoyed the interview on Monday 3 August" in elsewhere

    def test_s8_it_does_not_sound_hurt_and_asks_for_nothing(self, tone: Tone) -> None:
        text = a_letter_to_send(StepKind.CLOSING_CONTACT, owner=an_owner(tone=tone)).text.lower()

        hurt = ("last letter", "last time", "take it as a no", "nuisance", "whoever", "wish you well", "?")
        assert not [words for words in hurt if words in text]
