"""What the status call's script carries (S1), and how each of its branches ends."""

from __future__ import annotations

from datetime import date

import pytest

from chalicelib.drafts.draft import Draft
from chalicelib.playbook.event import Result
from chalicelib.playbook.interview_facts import Channel
from chalicelib.playbook.owner import Tone
from chalicelib.playbook.step import StepKind
from tests.drafts.given import CALLS, a_script, branch, opening
from tests.factories import a_call, a_contact, a_letter, an_answer, an_interview, an_owner

FRIDAY = date(2026, 8, 7)
NEXT_FRIDAY = date(2026, 8, 14)
BOTH_TONES = pytest.mark.parametrize("tone", Tone)
CALLS_THAT_ASK_FOR_THE_RESULT = (
    StepKind.STATUS_CALL,
    StepKind.FOLLOW_UP_CALL,
    StepKind.AGREED_CALL,
    StepKind.CLOSING_CONTACT,
)
COMPLIMENT = {Tone.FORMAL: "made the job even more interesting", Tone.FRIENDLY: "like it even more now"}
NOT_AFTER_A_YES = ("something else", "something similar", "in mind", "all the best", "goodbye", "hear from you")


def the_status_call(tone: Tone = Tone.FORMAL) -> Draft:
    return a_script(StepKind.STATUS_CALL, owner=an_owner(tone=tone))


@BOTH_TONES
class TestTheOpening:
    def test_s1_it_says_who_calls_asks_for_the_person_and_waits(self, tone: Tone) -> None:
        hello = {Tone.FORMAL: "Hello", Tone.FRIENDLY: "Hi"}[tone]

        said = opening(the_status_call(tone))

        assert said.startswith(f"{hello}, this is Alex Example. Is this Dana Winter?\n\n(Wait for the answer.)\n\n")

    def test_s1_who_calls_and_why_comes_before_asking_for_two_minutes(self, tone: Tone) -> None:
        said = opening(the_status_call(tone))

        points = (
            "Alex Example",
            "Data Engineer",
            "how things stand",
            {Tone.FORMAL: "two minutes?", Tone.FRIENDLY: "good moment?"}[tone],
        )
        places = [said.index(point) for point in points]
        assert places == sorted(places)
        assert said[places[-1] :].split("\n\n")[1] == "(Wait for the answer.)"

    def test_s1_it_names_the_day_of_the_interview_as_one_says_it_and_the_position(self, tone: Tone) -> None:
        assert "interview for the Data Engineer role on Monday the 3rd." in opening(the_status_call(tone))

    def test_s1_the_compliment_is_indirect_and_the_question_leaves_both_answers_open(self, tone: Tone) -> None:
        said = opening(the_status_call(tone))

        wiser = {
            Tone.FORMAL: "or whether you'd advise me to keep looking?",
            Tone.FRIENDLY: "Or would you keep looking, in my place?",
        }
        assert COMPLIMENT[tone] in said
        assert "still in the running" in said
        assert said.endswith(wiser[tone])

    def test_s1_a_test_task_is_asked_about_too(self, tone: Tone) -> None:
        tested = an_interview(test_task=True)

        assert "what you thought of my test assignment" in opening(
            a_script(StepKind.STATUS_CALL, tested, owner=an_owner(tone=tone))
        )
        assert "test" not in opening(the_status_call(tone))

    @pytest.mark.parametrize("kind", [StepKind.STATUS_CALL, StepKind.AGREED_CALL, StepKind.FOLLOW_UP_CALL])
    @pytest.mark.parametrize("calls", [0, 1, 2])
    def test_s1_no_question_follows_the_one_about_a_test_task(self, calls: int, kind: StepKind, tone: Tone) -> None:
        events = (a_letter(FRIDAY), *(a_call(FRIDAY, Result.NO_DECISION) for _ in range(calls)))
        tested = an_interview(test_task=True, events=events)

        said = opening(a_script(kind, tested, owner=an_owner(tone=tone), letter_sent_on=FRIDAY))

        assert "my test assignment" in said
        assert "?" not in said.partition("my test assignment?")[2]

    def test_tone_changes_the_body_too(self, tone: Tone) -> None:
        other = next(one for one in Tone if one is not tone)

        ours, theirs = (opening(the_status_call(one)).split("\n\n")[-1] for one in (tone, other))

        assert set(ours.split(". ")) & set(theirs.split(". ")) <= {"Thank you"}


class TestWhatTheySaid:
    @pytest.mark.parametrize(
        ("day", "channel", "wording"),
        [
            (FRIDAY, Channel.PHONE, "You said that you would call by Friday the 7th"),
            (FRIDAY, Channel.EMAIL, "You said that you would write by Friday the 7th"),
            (FRIDAY, None, "might hear by Friday the 7th"),
            (None, Channel.PHONE, "You said you'd call, so please tell me if I'm too early."),
            (None, Channel.EMAIL, "You said you'd write, so please tell me if I'm too early."),
        ],
    )
    def test_t_the_day_and_the_channel_they_named_are_worded(
        self, day: date | None, channel: Channel | None, wording: str
    ) -> None:
        interview = an_interview(answer_channel=channel, answer_expected_on=day)

        assert wording in opening(a_script(StepKind.STATUS_CALL, interview))

    def test_w3_their_last_word_wins_over_the_promised_day(self) -> None:
        waited = an_answer(FRIDAY, Result.TOLD_TO_WAIT, until=NEXT_FRIDAY)
        interview = an_interview(answer_expected_on=FRIDAY, events=(waited,))

        said = opening(a_script(StepKind.STATUS_CALL, interview))

        assert "You mentioned that there might be news" in said
        assert "by Friday the 14th" in said
        assert "Data Engineer" in said
        assert "Friday the 7th" not in said

    def test_s1_whoever_was_there_is_told_that_they_met_and_a_stranger_with_whom(self) -> None:
        host = a_contact(name="Sam Stone", email=None, phone=None, met=True)

        met = opening(a_script(StepKind.STATUS_CALL, an_interview(contacts=(a_contact(met=True),))))
        stranger = opening(a_script(StepKind.STATUS_CALL, an_interview(contacts=(a_contact(), host))))

        assert "We met on Monday the 3rd about the Data Engineer role." in met
        assert "I had an interview on Monday the 3rd with Sam Stone for the Data Engineer role." in stranger

    @BOTH_TONES
    def test_h5_a_further_call_recalls_the_one_that_reached_nobody_and_repeats_no_compliment(self, tone: Tone) -> None:
        tried = an_interview(events=(a_call(FRIDAY, Result.NO_ANSWER),))

        said = opening(a_script(StepKind.STATUS_CALL, tried, owner=an_owner(tone=tone)))

        assert "I tried to reach you on Friday the 7th" in said
        assert COMPLIMENT[tone] not in said
        assert said.endswith({Tone.FORMAL: "Is there any news?", Tone.FRIENDLY: "How does it look?"}[tone])


class TestTheBranches:
    @BOTH_TONES
    @pytest.mark.parametrize(
        ("heading", "point"),
        [
            ("If it isn't a good moment", "When would be better?"),
            ("If somebody else answers", "speak to Dana Winter?"),
            ("If they are in a meeting", "When would be better?"),
            ("If they've decided: yes", "What happens next?"),
            ("If they've decided: no", "ask what decided it?"),
            ("If they've decided: no", "Could I apply again"),
            ("If they'd rather not say", "I understand."),
            ("If they'd rather not say", "Could I apply again"),
            ("If they haven't decided yet", "When should I call again?"),
            ("If they haven't decided yet", "Thank you, I'll call then."),
            ("If they haven't decided yet", "(Agree on a day, write it down, and stop there.)"),
            ("If they are on leave, ill or have left", "Who is handling it now?"),
            ("If they are on leave, ill or have left", "How can I reach them?"),
            ("If they are on leave, ill or have left", "send my CV again"),
            ("If you get the voicemail", "My number is +49 30 23125 020."),
            ('If they say: "We tried to reach you"', "My number is +49 30 23125 020."),
        ],
    )
    def test_s1_every_turn_of_the_call_has_its_branch(self, heading: str, point: str, tone: Tone) -> None:
        assert point in branch(the_status_call(tone), heading)

    def test_s1_the_voicemail_is_short(self) -> None:
        for kind in CALLS:
            said = branch(a_script(kind), "If you get the voicemail").split("\n\n")[0]

            assert len(said.split()) < 45

    def test_h7_without_a_number_of_one_s_own_it_is_asked_which_one_they_have(self) -> None:
        script = a_script(StepKind.STATUS_CALL, owner=an_owner(phone=None))

        assert "Which number do you have?" in branch(script, 'If they say: "We tried to reach you"')
        assert "(Say your number" in branch(script, "If you get the voicemail")

    @BOTH_TONES
    @pytest.mark.parametrize("kind", CALLS_THAT_ASK_FOR_THE_RESULT)
    def test_s1_each_answer_has_an_ending_of_its_own(self, kind: StepKind, tone: Tone) -> None:
        script = a_script(kind, owner=an_owner(tone=tone), letter_sent_on=FRIDAY)
        decided_no = "If it has gone to" if kind is StepKind.CLOSING_CONTACT else "If they've decided: no"

        yes, no = (branch(script, heading) for heading in ("If they've decided: yes", decided_no))

        assert yes.endswith("I'm looking forward to it.")
        assert not [words for words in NOT_AFTER_A_YES if words in yes.lower()]
        assert no.startswith("Thank")
        assert "enjoyed the interview" in no

    @pytest.mark.parametrize("kind", CALLS)
    def test_s1_no_passage_is_said_whatever_they_answered(self, kind: StepKind) -> None:
        headings = [part.heading for part in a_script(kind).passages]

        assert headings[0] is None
        assert all((heading or "").startswith("If ") for heading in headings[1:])

    @pytest.mark.parametrize("kind", CALLS)
    def test_every_branch_has_a_heading_of_its_own(self, kind: StepKind) -> None:
        headings = [part.heading for part in a_script(kind).passages]

        assert len(headings) == len(set(headings))
