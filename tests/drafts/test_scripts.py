"""What each call script carries (S1, S4, S5, S6, S8, S9)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from chalicelib.playbook.contact import Role
from chalicelib.playbook.event import Result
from chalicelib.playbook.interview_facts import Channel
from chalicelib.playbook.owner import Tone
from chalicelib.playbook.step import StepKind
from tests.drafts.given import CALLS, a_script, branch, opening
from tests.factories import a_call, a_contact, an_answer, an_interview, an_owner

FRIDAY = date(2026, 8, 7)
NEXT_FRIDAY = date(2026, 8, 14)
OFFICE = a_contact(role=Role.OFFICE, name=None, email=None)


class TestS1StatusCall:
    def test_s1_it_greets_by_name_says_who_calls_and_asks_for_two_minutes(self) -> None:
        said = opening(a_script(StepKind.STATUS_CALL))

        assert said.startswith("Hello, is this Dana Winter? My name is Alex Example. Do you have two minutes?")

    def test_s1_it_names_the_day_of_the_interview_and_the_position(self) -> None:
        said = opening(a_script(StepKind.STATUS_CALL))

        assert "on Monday 3 August for the Data Engineer position" in said

    def test_s1_the_compliment_is_indirect_and_the_question_leaves_both_answers_open(self) -> None:
        said = opening(a_script(StepKind.STATUS_CALL))

        assert "I was interested before we met, and after our conversation even more." in said
        assert said.endswith("Is there still a chance for me, or should I keep looking?")

    @pytest.mark.parametrize(
        ("heading", "point"),
        [
            ("If it isn't a good moment", "When would be a better time?"),
            ("If they've decided: yes", "What happens next"),
            ("If they've decided: no", "what was missing"),
            ("If they've decided: no", "may I apply again?"),
            ("If they haven't decided yet", "Which day would be good for me to call again?"),
            ("If they haven't decided yet", "I won't keep you any longer"),
            ("If the person is away, ill or has left", "Who has taken over"),
            ("If the person is away, ill or has left", "CV"),
            ("If you get the voicemail", "My number is +49 30 23125 020."),
            ('If they say: "We tried to reach you"', "Which number do you have for me?"),
        ],
    )
    def test_s1_every_turn_of_the_call_has_its_branch(self, heading: str, point: str) -> None:
        assert point in branch(a_script(StepKind.STATUS_CALL), heading)

    def test_s1_the_voicemail_is_short(self) -> None:
        language = branch(a_script(StepKind.STATUS_CALL), "If you get the voicemail").split("\n\n")[0]

        assert len(language.split()) < 60

    @pytest.mark.parametrize("kind", CALLS)
    def test_s1_every_script_ends_with_thanks(self, kind: StepKind) -> None:
        assert "Thank you" in a_script(kind).passages[-1].text

    def test_s1_a_test_task_is_asked_about_too(self) -> None:
        script = a_script(StepKind.STATUS_CALL, an_interview(test_task=True))

        assert "with the interview and with the test task." in opening(script)

    @pytest.mark.parametrize(
        ("channel", "wording"),
        [
            (Channel.PHONE, "You said you would call by Friday 7 August"),
            (Channel.EMAIL, "You said you would write by Friday 7 August"),
            (None, "You said there would be an answer by Friday 7 August"),
        ],
    )
    def test_t_the_channel_they_named_is_worded(self, channel: Channel | None, wording: str) -> None:
        interview = an_interview(answer_channel=channel, answer_expected_on=FRIDAY)

        assert wording in opening(a_script(StepKind.STATUS_CALL, interview))

    def test_w3_their_last_word_wins_over_the_promised_day(self) -> None:
        waited = an_answer(FRIDAY, Result.TOLD_TO_WAIT, until=NEXT_FRIDAY)
        interview = an_interview(answer_expected_on=FRIDAY, events=(waited,))

        said = opening(a_script(StepKind.STATUS_CALL, interview))

        assert "You asked me to wait until Friday 14 August." in said
        assert "You said" not in said

    def test_tone_changes_greeting_and_closing_only(self) -> None:
        formal = a_script(StepKind.STATUS_CALL)
        friendly = a_script(StepKind.STATUS_CALL, owner=an_owner(tone=Tone.FRIENDLY))

        changed = [one.heading for one, other in zip(formal.passages, friendly.passages, strict=True) if one != other]

        assert opening(friendly) == opening(formal).replace("Hello", "Hi")
        assert changed == [None, "If you get the voicemail", "Before you hang up"]


class TestTheOtherCalls:
    def test_s4_the_receipt_call_asks_for_the_letter_of_its_day_and_thinks_of_spam(self) -> None:
        script = a_script(StepKind.RECEIPT_CALL, letter_sent_on=FRIDAY)

        assert "I sent you an email about it on Friday 7 August." in opening(script)
        assert "Spam" in branch(script, "If it isn't there")
        assert "send it again" in branch(script, "If it isn't there")

    def test_s4_the_receipt_call_does_not_press_for_the_answer(self) -> None:
        script = a_script(StepKind.RECEIPT_CALL, letter_sent_on=FRIDAY)

        assert "decided" not in opening(script)
        assert "Don't ask for the decision today" in branch(script, "If it's there")

    def test_w7_the_follow_up_recalls_the_letter(self) -> None:
        script = a_script(StepKind.FOLLOW_UP_CALL, letter_sent_on=FRIDAY)

        assert "I wrote to you about it on Friday 7 August" in opening(script)

    def test_w8_the_agreed_call_recalls_the_agreement(self) -> None:
        talked = a_call(FRIDAY, Result.NO_DECISION, call_again_on=NEXT_FRIDAY)

        script = a_script(StepKind.AGREED_CALL, an_interview(events=(talked,)))

        assert "When we spoke on Friday 7 August" in opening(script)
        assert "we agreed that I'd call again" in opening(script)

    def test_w8_without_an_agreed_day_no_agreement_is_claimed(self) -> None:
        script = a_script(StepKind.AGREED_CALL, an_interview(events=(a_call(FRIDAY, Result.NO_DECISION),)))

        assert "there was no decision yet." in opening(script)
        assert "agreed" not in script.text

    def test_s8_the_closing_call_is_a_polite_last_word_with_the_door_open(self) -> None:
        script = a_script(StepKind.CLOSING_CONTACT)

        assert "this is the last time I'll ask" in opening(script)
        assert "please think of me" in branch(script, "Before you hang up")

    def test_w9_the_closing_call_recalls_their_last_word(self) -> None:
        script = a_script(StepKind.CLOSING_CONTACT, silent_since=FRIDAY)

        assert "The last I heard was on Friday 7 August." in opening(script)

    def test_s6_the_reasons_call_asks_without_arguing(self) -> None:
        said = opening(a_script(StepKind.REASONS_CALL))

        assert "I'm not calling to argue" in said
        assert "what was missing" in said
        assert "may I apply again?" in said

    def test_s9_the_closing_question_asks_when_how_and_whether_to_call(self) -> None:
        draft = a_script(StepKind.CLOSING_QUESTION)

        assert "when I can expect your answer" in draft.text
        assert "call or write" in draft.text
        assert "may I call you?" in draft.text

    @pytest.mark.parametrize(
        ("known", "asked"),
        [
            ({"answer_expected_on": FRIDAY}, {"call or write?", "may I call you?"}),
            ({"answer_channel": Channel.EMAIL, "may_call": False}, {"when I can expect your email?"}),
            ({"answer_expected_on": FRIDAY, "answer_channel": Channel.PHONE}, {"may I call you?"}),
            ({"may_call": True}, {"when I can expect your answer", "call or write?"}),
            (
                {"answer_expected_on": FRIDAY, "answer_channel": Channel.PHONE, "may_call": True},
                {"you would call by Friday 7 August. Is that still so?"},
            ),
        ],
    )
    def test_s9_the_closing_question_asks_only_for_what_is_not_known(
        self, known: dict[str, Any], asked: set[str]
    ) -> None:
        text = a_script(StepKind.CLOSING_QUESTION, an_interview(**known)).text

        questions = (
            "when I can expect your answer",
            "call or write?",
            "when I can expect your email?",
            "may I call you?",
        )
        assert {one for one in (*questions, *asked) if one in text} == asked

    def test_s9_the_closing_question_is_for_nobody_on_the_phone(self) -> None:
        draft = a_script(StepKind.CLOSING_QUESTION, an_interview(contacts=(OFFICE,)))

        assert (draft.to, draft.rung, draft.tel, draft.missing) == (None, None, None, None)


class TestS5MainLine:
    @pytest.mark.parametrize("kind", CALLS)
    def test_c3_the_main_line_is_asked_who_decides_and_how_to_reach_them(self, kind: StepKind) -> None:
        script = a_script(kind, an_interview(contacts=(OFFICE,)))

        assert "I had an interview at Acme on Monday 3 August for the Data Engineer position." in opening(script)
        assert "who decides on this, and what's the best way to reach them?" in opening(script)
        assert script.rung == "C3"
        assert "S5" in script.rules

    @pytest.mark.parametrize("kind", CALLS)
    def test_s5_the_call_itself_comes_once_they_put_you_through(self, kind: StepKind) -> None:
        direct = a_script(kind, an_interview(contacts=(a_contact(name=None, email=None),)))
        script = a_script(kind, an_interview(contacts=(OFFICE,)))

        assert branch(script, "If they put you through") == opening(direct)
        assert script.passages[-len(direct.passages) + 1 :] == direct.passages[1:]

    def test_s5_whoever_is_thought_to_decide_is_named(self) -> None:
        known = a_contact(phone=None)

        script = a_script(StepKind.STATUS_CALL, an_interview(contacts=(OFFICE, known)))

        assert "I believe Dana Winter is looking after this." in opening(script)
        assert "is this Dana Winter?" in branch(script, "If they put you through")

    def test_s5_the_person_at_the_main_line_is_greeted_by_name(self) -> None:
        script = a_script(StepKind.STATUS_CALL, an_interview(contacts=(a_contact(role=Role.OFFICE),)))

        assert opening(script).startswith("Hello, is this Dana Winter?")
        assert branch(script, "If they put you through").startswith("Hello. My name is")
