"""What went before a draft: who was there, what was sent and said, and to whom."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from chalicelib.drafts.draft import DraftChannel
from chalicelib.drafts.draft_request import DraftRequest
from chalicelib.drafts.story import Story, story_of
from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.process_state import DayToCome
from chalicelib.playbook.step import StepKind
from tests.drafts.given import TODAY, a_plan
from tests.factories import a_call, a_contact, a_letter, an_answer, an_event, an_interview, an_owner

BEFORE = date(2026, 8, 2)  # the day before the interview
TUESDAY = date(2026, 8, 4)
THURSDAY = date(2026, 8, 6)
FRIDAY = date(2026, 8, 7)
DANA = a_contact(id="dana")
SAM = a_contact(id="sam", name="Sam Stone", email="sam@acme.example", role=Role.SUPERVISOR)


def met(contact: Contact, **changes: Any) -> Contact:
    """The same contact, who was at the interview."""
    facts = {name: getattr(contact, name) for name in contact.__struct_fields__}
    return Contact(**(facts | {"met": True} | changes))


def the_story(*events: Event, contacts: tuple[Contact, ...] = (DANA,), **plan: Any) -> Story:
    """The story of a status letter to the highest rung of ``contacts``."""
    interview = an_interview(contacts=contacts, events=events)
    return story_of(
        DraftRequest(
            kind=StepKind.STATUS_LETTER,
            channel=DraftChannel.LETTER,
            is_second_letter=False,
            interview=interview,
            plan=a_plan(interview, **plan),
            owner=an_owner(),
            today=TODAY,
        )
    )


def thanks(on: date, **changes: Any) -> Event:
    return an_event(EventKind.THANK_YOU_SENT, on, **changes)


class TestWhoWasThere:
    @pytest.mark.parametrize(
        ("contacts", "was_there", "is_stranger"),
        [
            ((met(DANA),), True, False),
            ((DANA,), False, False),  # nobody is marked, and a recruiter may have been there
            ((DANA, met(SAM)), False, True),
            ((a_contact(role=Role.INTERVIEWER),), True, False),
            ((a_contact(role=Role.SUPERVISOR),), True, False),
            ((a_contact(role=Role.CEO),), True, False),
            ((a_contact(role=Role.INTERVIEWER), met(SAM, email=None)), False, True),
            ((a_contact(role=Role.OFFICE),), False, True),
            ((a_contact(role=Role.OFFICE), met(SAM, phone=None, email=None)), True, False),  # who is put through
            ((), False, False),
        ],
    )
    def test_c4_marks_tell_who_was_there_and_roles_where_nobody_is_marked(
        self, contacts: tuple[Contact, ...], was_there: bool, is_stranger: bool
    ) -> None:
        story = the_story(contacts=contacts)

        assert (story.was_there, story.is_stranger) == (was_there, is_stranger)

    def test_the_hosts_are_those_who_were_there_without_the_recipient(self) -> None:
        assert the_story(contacts=(met(DANA), met(SAM))).hosts == (met(SAM),)
        assert the_story(contacts=(DANA, SAM)).hosts == ()
        assert the_story(contacts=(a_contact(role=Role.OFFICE), met(SAM, phone=None, email=None))).hosts == ()


class TestTheThanks:
    def test_w2_thanks_without_a_name_went_to_all_who_were_owed_them(self) -> None:
        assert the_story(thanks(TUESDAY)).thanked_on == TUESDAY
        assert the_story(thanks(TUESDAY), contacts=(met(DANA), met(SAM))).thanked_on == TUESDAY

    def test_c4_thanks_without_a_name_did_not_go_to_whoever_was_not_there(self) -> None:
        assert the_story(thanks(TUESDAY), contacts=(DANA, met(SAM))).thanked_on is None

    def test_c4_thanks_with_a_name_went_to_that_person_only(self) -> None:
        assert the_story(thanks(TUESDAY, contact="dana"), contacts=(met(DANA), met(SAM))).thanked_on == TUESDAY
        assert the_story(thanks(TUESDAY, contact="sam"), contacts=(met(DANA), met(SAM))).thanked_on is None

    def test_the_last_thanks_count_and_none_from_before_the_interview(self) -> None:
        assert the_story(thanks(THURSDAY), thanks(TUESDAY)).thanked_on == THURSDAY
        assert the_story(thanks(BEFORE)).thanked_on is None
        assert the_story().thanked_on is None


class TestLettersAndCalls:
    def test_letters_calls_and_talks_are_counted_since_the_interview(self) -> None:
        story = the_story(
            a_letter(BEFORE),
            a_call(BEFORE, Result.NO_DECISION),
            thanks(TUESDAY),
            a_letter(TUESDAY),
            a_letter(THURSDAY),
            a_call(THURSDAY, Result.NO_ANSWER),
            a_call(THURSDAY, Result.VOICEMAIL),
            a_call(FRIDAY, Result.NO_DECISION),
        )

        assert (story.letters, story.letter_on, story.calls, story.talks) == (2, THURSDAY, 3, 1)

    def test_nothing_sent_and_said_is_nothing(self) -> None:
        story = the_story()

        assert (story.letters, story.letter_on, story.calls, story.talks, story.tried_on) == (0, None, 0, 0, None)


class TestTheCallThatReachedNobody:
    @pytest.mark.parametrize("result", [Result.NO_ANSWER, Result.VOICEMAIL])
    def test_h5_the_last_call_that_reached_nobody_is_recalled(self, result: Result) -> None:
        assert the_story(a_call(TUESDAY, result), a_call(THURSDAY, result)).tried_on == THURSDAY

    @pytest.mark.parametrize(
        "later", [a_call(FRIDAY, Result.NO_DECISION), an_answer(FRIDAY, Result.TOLD_TO_WAIT), a_letter(FRIDAY)]
    )
    def test_it_is_not_once_the_two_were_in_touch_again(self, later: Event) -> None:
        assert the_story(a_call(THURSDAY, Result.NO_ANSWER), later).tried_on is None

    def test_a_wrong_number_tried_nobody(self) -> None:
        assert the_story(a_call(THURSDAY, Result.WRONG_NUMBER)).tried_on is None

    def test_w13_a_call_before_the_old_day_counts_only_while_the_new_day_is_to_come(self) -> None:
        early = a_call(BEFORE, Result.NO_ANSWER)

        assert the_story(early).tried_on is None
        assert the_story(early, day_to_come=DayToCome.INTERVIEW).tried_on == BEFORE


class TestTheirWord:
    def test_the_latest_word_and_the_refusal_are_found_by_their_day_and_then_by_recording(self) -> None:
        morning, evening = (datetime(2026, 8, 6, hour, tzinfo=UTC) for hour in (8, 20))
        late = an_answer(THURSDAY, Result.TOLD_TO_WAIT, recorded_at=evening)
        early = a_call(THURSDAY, Result.NO_DECISION, recorded_at=morning)

        assert the_story(late, early).word == the_story(early, late).word == late
        assert the_story(early).word == early
        assert the_story().word is None

    def test_s6_a_word_after_a_refusal_puts_the_owner_off(self) -> None:
        refused = an_answer(THURSDAY, Result.REFUSAL)

        assert the_story(refused, an_answer(FRIDAY, Result.TOLD_TO_WAIT)).was_put_off
        assert not the_story(an_answer(TUESDAY, Result.TOLD_TO_WAIT), refused).was_put_off
        assert not the_story(refused).was_put_off

    @pytest.mark.parametrize(
        ("call_on", "is_called"),
        [(FRIDAY, True), (TUESDAY, False)],
    )
    def test_s6_only_a_call_after_the_refusal_asked_for_its_reasons(self, call_on: date, is_called: bool) -> None:
        refused = an_answer(THURSDAY, Result.REFUSAL)

        story = the_story(refused, a_call(call_on, Result.NO_ANSWER))

        assert story.is_called_after_refusal == is_called
        assert story.refusal == refused

    def test_without_a_refusal_no_call_comes_after_one(self) -> None:
        assert not the_story(a_call(FRIDAY, Result.NO_ANSWER)).is_called_after_refusal
