"""What the other calls carry (S4, S6, S8, S9)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from chalicelib.playbook.event import Result
from chalicelib.playbook.interview_facts import Channel
from chalicelib.playbook.owner import Tone
from chalicelib.playbook.step import StepKind
from tests.drafts.given import OFFICE, a_script, branch, opening
from tests.factories import a_call, a_letter, an_answer, an_interview, an_owner

FRIDAY = date(2026, 8, 7)
NEXT_FRIDAY = date(2026, 8, 14)
BOTH_TONES = pytest.mark.parametrize("tone", Tone)


class TestTheOtherCalls:
    def test_s4_the_receipt_call_asks_for_the_letter_of_its_day_and_thinks_of_spam(self) -> None:
        script = a_script(StepKind.RECEIPT_CALL, letter_sent_on=FRIDAY)

        assert "I sent you an email on Friday the 7th about the Data Engineer role" in opening(script)
        assert "May I ask whether it has arrived?" in opening(script)
        assert "spam" in branch(script, "If it didn't arrive")
        assert "send it again" in branch(script, "If it didn't arrive")
        assert "I used dana.winter@acme.example." in branch(script, "If it didn't arrive")

    def test_s4_the_receipt_call_does_not_press_for_the_answer(self) -> None:
        script = a_script(StepKind.RECEIPT_CALL, letter_sent_on=FRIDAY)

        assert not [word for word in ("decided", "decision", "things stand", "news") if word in opening(script)]
        assert branch(script, "If it did arrive").startswith("I'm glad to hear it. Thank you, and goodbye.")
        assert "Don't ask for the decision today" in branch(script, "If it did arrive")

    def test_w7_a_receipt_call_that_settles_the_follow_up_asks_once(self) -> None:
        script = a_script(StepKind.RECEIPT_CALL, letter_sent_on=FRIDAY, follow_up_on=date(2026, 8, 10))

        assert "how things stand?" in branch(script, "If it did arrive")
        assert branch(script, "If they've decided: yes")

    @BOTH_TONES
    def test_w7_the_follow_up_recalls_the_letter_and_what_it_announced(self, tone: Tone) -> None:
        script = a_script(StepKind.FOLLOW_UP_CALL, owner=an_owner(tone=tone), letter_sent_on=FRIDAY)

        announced = {Tone.FORMAL: "said that I would call.", Tone.FRIENDLY: "said I'd call."}
        assert f"I wrote to you on Friday the 7th, and {announced[tone]}" in opening(script)
        assert "Data Engineer" in opening(script)
        assert ("any news yet?" if tone is Tone.FORMAL else "anything yet?") in opening(script)
        assert "send it again" in branch(script, "If they haven't seen the letter")

    @pytest.mark.parametrize(
        ("result", "recalled"),
        [
            (Result.NO_ANSWER, "I wrote to you on Friday the 7th, and said that I would try you again."),
            (Result.VOICEMAIL, "I wrote to you on Friday the 7th, and said that I would try you again."),
            (Result.ARRIVED, "I emailed you on Friday the 7th, and said that I would call again."),
        ],
    )
    def test_w7_the_follow_up_recalls_how_the_receipt_call_went(self, result: Result, recalled: str) -> None:
        events = (a_letter(FRIDAY), a_call(date(2026, 8, 10), result))

        script = a_script(StepKind.FOLLOW_UP_CALL, an_interview(events=events), letter_sent_on=FRIDAY)

        assert recalled in opening(script)
        has_branch = any(part.heading == "If they haven't seen the letter" for part in script.passages)
        assert has_branch is (result is not Result.ARRIVED)

    def test_s4_a_stand_in_hears_of_the_email_and_not_of_the_interview(self) -> None:
        script = a_script(StepKind.RECEIPT_CALL, letter_sent_on=FRIDAY)

        assert "an email you sent" in branch(script, "If somebody else answers")
        assert "I can send my email again." in branch(script, "If they are on leave, ill or have left")

    def test_s4_a_second_receipt_call_is_for_the_last_letter(self) -> None:
        wrote_twice = an_interview(events=(a_letter(date(2026, 8, 5)), a_letter(FRIDAY)))

        said = opening(a_script(StepKind.RECEIPT_CALL, wrote_twice, letter_sent_on=FRIDAY))

        assert "about my email of Friday the 7th on the Data Engineer role" in said

    @BOTH_TONES
    def test_w8_the_agreed_call_recalls_the_agreement(self, tone: Tone) -> None:
        talked = a_call(FRIDAY, Result.NO_DECISION, call_again_on=NEXT_FRIDAY)

        script = a_script(StepKind.AGREED_CALL, an_interview(events=(talked,)), owner=an_owner(tone=tone))

        assert "On Friday the 7th you asked me to call again about the Data Engineer role" in opening(script)
        assert "as we agreed on Friday the 7th" in branch(script, "If you get the voicemail")

    @BOTH_TONES
    def test_w8_without_an_agreed_day_no_agreement_is_claimed(self, tone: Tone) -> None:
        talked = an_interview(events=(a_call(FRIDAY, Result.NO_DECISION),))

        script = a_script(StepKind.AGREED_CALL, talked, owner=an_owner(tone=tone))

        assert "When we spoke on Friday the 7th" in opening(script)
        assert "agreed" not in script.text
        assert "asked me" not in script.text

    def test_w8_a_second_agreed_call_repeats_no_interest(self) -> None:
        once, twice = a_call(FRIDAY, Result.NO_DECISION), a_call(date(2026, 8, 6), Result.NO_DECISION)

        first, second = (
            opening(a_script(StepKind.AGREED_CALL, an_interview(events=events))) for events in ((once,), (twice, once))
        )

        assert "still very interested" in first
        assert "interested" not in second
        assert second.endswith("Have you come to a decision?")

    @BOTH_TONES
    def test_s8_the_closing_call_asks_once_lightly_and_leaves_the_door_open(self, tone: Tone) -> None:
        script = a_script(StepKind.CLOSING_CONTACT, owner=an_owner(tone=tone))

        assert "I imagine it's decided by now" in opening(script)
        assert opening(script).endswith("Has the role been filled?\n\n(Ask lightly, once, and wait.)")
        assert "something similar" in branch(script, "If it has gone to somebody else")
        assert "last time" not in script.text

    def test_s8_the_last_voicemail_asks_for_nothing_and_leaves_the_door_open(self) -> None:
        said = branch(a_script(StepKind.CLOSING_CONTACT), "If you get the voicemail")

        assert "if it's still open, I'd be happy to hear from you" in said
        assert "?" not in said

    def test_w9_the_closing_call_recalls_their_last_word(self) -> None:
        talked = an_interview(events=(a_call(FRIDAY, Result.NO_DECISION),))

        assert "from you, on Friday the 7th" in opening(a_script(StepKind.CLOSING_CONTACT, talked))

    def test_w9_without_a_word_of_theirs_the_closing_call_recalls_the_letter(self) -> None:
        wrote = an_interview(events=(a_letter(FRIDAY),))

        said = opening(a_script(StepKind.CLOSING_CONTACT, wrote, letter_sent_on=FRIDAY))

        wrote_to_you = "I wrote to you on Friday the 7th, after my interview for the Data Engineer role"
        assert wrote_to_you in said
        assert wrote_to_you not in opening(a_script(StepKind.CLOSING_CONTACT))

    def test_w9_only_who_answered_has_been_in_touch(self) -> None:
        wrote, answered = a_letter(FRIDAY), a_call(date(2026, 8, 10), Result.ARRIVED)

        one_sided, both = (
            opening(a_script(StepKind.CLOSING_CONTACT, an_interview(events=events), letter_sent_on=FRIDAY))
            for events in ((wrote,), (wrote, answered))
        )

        assert "in touch" not in one_sided
        assert "We've been in touch about the Data Engineer role, and I last wrote on Friday the 7th." in both

    @BOTH_TONES
    def test_s6_the_reasons_call_asks_without_arguing(self, tone: Tone) -> None:
        refused = an_interview(events=(an_answer(FRIDAY, Result.REFUSAL),))

        script = a_script(StepKind.REASONS_CALL, refused, owner=an_owner(tone=tone))

        no_argument = {
            Tone.FORMAL: "I'd like to ask what it came down to, so that I can learn from it.",
            Tone.FRIENDLY: "I'd just like to ask what it came down to, so I can learn from it.",
        }
        assert "Thank you for letting me know on Friday the 7th" in opening(script)
        assert no_argument[tone] in opening(script)
        assert "What would have made the difference?" in opening(script)
        assert "Don't argue" in opening(script).split("What would have made the difference?")[1]
        assert "Would you mind if I applied again?" in branch(script, "If they tell you")
        assert "Could I apply again another time?" in branch(script, "If they'd rather not say")

    def test_s6_a_reasons_call_after_an_unanswered_one_goes_on_from_it(self) -> None:
        events = (an_answer(FRIDAY, Result.REFUSAL), a_call(date(2026, 8, 10), Result.NO_ANSWER))

        said = opening(a_script(StepKind.REASONS_CALL, an_interview(events=events)))

        assert "I tried to reach you on Monday the 10th about your decision on the Data Engineer role" in said
        assert "If you'd rather not say, that's fine." in said
        assert "Thank you for letting me know" not in said


class TestS9ClosingQuestion:
    def test_s9_the_closing_question_asks_when_how_and_whether_to_call(self) -> None:
        draft = a_script(StepKind.CLOSING_QUESTION)

        assert "when you expect to decide" in draft.text
        assert "call or write" in draft.text
        assert "may I call you?" in draft.text

    @pytest.mark.parametrize(
        ("known", "asked"),
        [
            ({"answer_expected_on": FRIDAY}, {"call or write?", "may I call you?"}),
            ({"answer_channel": Channel.EMAIL, "may_call": False}, {"when I might expect your email?"}),
            ({"answer_channel": Channel.PHONE, "may_call": False}, {"when I might expect your call?"}),
            ({"answer_expected_on": FRIDAY, "answer_channel": Channel.PHONE}, {"may I call you?"}),
            ({"may_call": True}, {"when you expect to decide", "call or write?"}),
            (
                {"answer_expected_on": FRIDAY, "answer_channel": Channel.PHONE, "may_call": True},
                {"you'd call by Friday the 7th. Is that still the plan?"},
            ),
        ],
    )
    def test_s9_the_closing_question_asks_only_for_what_is_not_known(
        self, known: dict[str, Any], asked: set[str]
    ) -> None:
        text = a_script(StepKind.CLOSING_QUESTION, an_interview(**known)).text

        questions = (
            "when you expect to decide",
            "call or write?",
            "when I might expect your email?",
            "when I might expect your call?",
            "may I call you?",
        )
        assert {one for one in (*questions, *asked) if one in text} == asked

    def test_s9_the_closing_question_is_for_nobody_on_the_phone(self) -> None:
        draft = a_script(StepKind.CLOSING_QUESTION, an_interview(contacts=(OFFICE,)))

        assert (draft.to, draft.rung, draft.tel, draft.missing) == (None, None, None, None)
