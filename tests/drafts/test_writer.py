"""What comes with the words: the rung and why, what is missing, links, notice, rules."""

from __future__ import annotations

from datetime import date

import pytest

from chalicelib import work_calendars
from chalicelib.drafts.draft import DraftChannel
from chalicelib.errors import NoSuchDraft
from chalicelib.playbook.contact import Role
from chalicelib.playbook.contact_selection import ContactSelection
from chalicelib.playbook.forecast import forecast
from chalicelib.playbook.rules import plan
from chalicelib.playbook.step import StepKind
from tests.drafts.given import CALLS, LETTERS, TODAY, WITHOUT_WORDS, a_draft, a_plan, a_step, writer
from tests.factories import THAT_EVENING, a_contact, an_interview, an_owner

SPOKEN = (*CALLS, StepKind.CLOSING_QUESTION)


class TestWhichDraft:
    @pytest.mark.parametrize("kind", WITHOUT_WORDS)
    def test_a_kind_without_words_has_no_draft(self, kind: StepKind) -> None:
        interview = an_interview()

        with pytest.raises(NoSuchDraft, match=kind):
            a_draft(kind)
        assert writer().draft_for_step(a_step(kind), interview, a_plan(interview), an_owner(), TODAY) is None

    @pytest.mark.parametrize("kind", [kind for kind in StepKind if kind not in WITHOUT_WORDS])
    def test_every_other_kind_has_one(self, kind: StepKind) -> None:
        assert a_draft(kind).text

    @pytest.mark.parametrize("kind", [StepKind.REASONS_CALL, StepKind.REASONS_REQUEST])
    def test_s6_s7_words_about_a_refusal_are_there_only_once_it_is_recorded(self, kind: StepKind) -> None:
        assert a_draft(kind, is_refused=True).text
        with pytest.raises(NoSuchDraft, match=kind):
            a_draft(kind, is_refused=False)

    def test_a_call_has_no_letter(self) -> None:
        with pytest.raises(NoSuchDraft):
            a_draft(StepKind.STATUS_CALL, channel=DraftChannel.LETTER)

    def test_s8_a_closing_contact_is_a_call_where_calls_are_welcome(self) -> None:
        assert a_draft(StepKind.CLOSING_CONTACT).channel is DraftChannel.CALL
        assert a_draft(StepKind.CLOSING_CONTACT, an_interview(may_call=False)).channel is DraftChannel.LETTER

    def test_s8_a_closing_contact_is_a_letter_where_nobody_can_be_called(self) -> None:
        interview = an_interview(contacts=(a_contact(phone=None),))

        assert a_draft(StepKind.CLOSING_CONTACT, interview).channel is DraftChannel.LETTER

    def test_s8_the_closing_letter_can_be_asked_for(self) -> None:
        draft = a_draft(StepKind.CLOSING_CONTACT, channel=DraftChannel.LETTER)

        assert draft.channel is DraftChannel.LETTER
        assert draft.mailto

    def test_every_step_of_the_road_ahead_gets_its_draft(self) -> None:
        interview, owner = an_interview(), an_owner()
        around = work_calendars.planning_context(owner, interview)
        planned = plan(interview, around, THAT_EVENING)

        steps = forecast(interview, around, THAT_EVENING)
        drafts = [writer().draft_for_step(step, interview, planned, owner, TODAY) for step in steps]

        assert [step.kind for step, draft in zip(steps, drafts, strict=True) if draft is None] == [StepKind.MOVE_ON]

    def test_s2_a_step_says_itself_which_letter_it_is(self) -> None:
        interview = an_interview()
        step = a_step(StepKind.STATUS_LETTER, is_second_letter=True)

        draft = writer().draft_for_step(step, interview, a_plan(interview), an_owner(), TODAY)

        assert draft is not None
        assert "another interview" in draft.text


class TestTheRung:
    @pytest.mark.parametrize(
        ("role", "rung", "why"),
        [
            (Role.RECRUITER, "C1", "Dana Winter handles the selection, so that is the person to call (C1)."),
            (Role.INTERVIEWER, "C2", "Dana Winter held the interview, so that is the person to call (C2)."),
            (Role.SUPERVISOR, "C2", "Dana Winter would be your supervisor, so that is the person to call (C2)."),
            (Role.CEO, "C2", "Dana Winter leads the company, so that is the person to call (C2)."),
            (Role.OFFICE, "C3", "call the main line and ask who decides (C3)."),
        ],
    )
    def test_c_the_draft_says_which_rung_it_is_and_why(self, role: Role, rung: str, why: str) -> None:
        draft = a_draft(StepKind.STATUS_CALL, an_interview(contacts=(a_contact(role=role),)))

        assert draft.rung == rung
        assert draft.rung_reason.endswith(why)
        assert rung in draft.rules

    def test_c_a_letter_is_written_to(self) -> None:
        assert "the person to write to (C1)" in a_draft(StepKind.THANK_YOU_LETTER).rung_reason

    def test_c_each_channel_takes_its_own_rung(self) -> None:
        office, recruiter = a_contact(role=Role.OFFICE, name=None), a_contact(phone=None)
        interview = an_interview(contacts=(office, recruiter))

        assert a_draft(StepKind.STATUS_CALL, interview).to == office
        assert a_draft(StepKind.STATUS_LETTER, interview).to == recruiter


class TestWhatIsMissing:
    def test_c_a_missing_phone_is_named_and_the_script_is_still_there(self) -> None:
        draft = a_draft(StepKind.STATUS_CALL, an_interview(contacts=(a_contact(phone=None),)))

        assert draft.missing == (
            "No phone number is recorded for Acme: find one on their site or in their mail, and add it."
        )
        assert (draft.to, draft.rung, draft.tel) == (None, None, None)
        assert "Is this Dana Winter?" in draft.text

    def test_c_a_missing_address_is_named_and_the_letter_is_still_there(self) -> None:
        draft = a_draft(StepKind.STATUS_LETTER, an_interview(contacts=(a_contact(email=None),)))

        assert (draft.missing or "").startswith("No email address is recorded for Acme:")
        assert draft.mailto is None
        assert draft.text.startswith("Dear Dana Winter,")

    def test_c_a_wrong_number_is_told_from_none(self) -> None:
        reached = ContactSelection(to_call=None, to_write=None)

        missing = a_draft(StepKind.STATUS_CALL, selected_contacts=reached, is_call_possible=False).missing or ""

        assert missing.startswith("The phone number recorded for Acme was a wrong one")

    def test_nothing_is_missing_where_there_is_a_contact(self) -> None:
        assert a_draft(StepKind.STATUS_CALL).missing is None


class TestTheRest:
    @pytest.mark.parametrize("kind", [*SPOKEN, *LETTERS])
    def test_s_every_draft_is_marked_as_not_sent(self, kind: StepKind) -> None:
        draft = a_draft(kind)

        assert draft.notice.startswith("Draft - not sent.")
        assert "not sent" not in draft.text

    @pytest.mark.parametrize("kind", LETTERS)
    def test_h3_only_the_notice_of_a_letter_that_asks_for_the_result_says_how_to_mark_it_important(
        self, kind: StepKind
    ) -> None:
        letter = a_draft(kind, channel=DraftChannel.LETTER)

        asks = kind is StepKind.STATUS_LETTER
        assert ("high priority" in letter.notice, "H3" in letter.rules) == (asks, asks)

    def test_w1_a_call_where_calls_are_unwelcome_says_so_but_an_agreed_one_does_not(self) -> None:
        interview = an_interview(may_call=False)

        assert "They asked not to be called" in a_draft(StepKind.STATUS_CALL, interview).notice
        assert "They asked not to be called" not in a_draft(StepKind.AGREED_CALL, interview).notice

    def test_a_call_carries_a_number_and_a_letter_an_address(self) -> None:
        call, letter = a_draft(StepKind.STATUS_CALL), a_draft(StepKind.STATUS_LETTER)

        assert (call.tel, call.mailto, call.subject) == ("tel:+493023125021", None, None)
        assert letter.tel is None
        assert (letter.mailto or "").startswith("mailto:dana.winter@acme.example?subject=Data%20Engineer")

    def test_the_plain_text_shows_each_branch_under_its_heading(self) -> None:
        draft = a_draft(StepKind.STATUS_CALL)

        assert all(f"\n\n[{part.heading}]\n{part.text}" in draft.text for part in draft.passages[1:])

    def test_a_day_far_from_today_is_said_with_its_year(self) -> None:
        for kind in (StepKind.STATUS_CALL, StepKind.STATUS_LETTER):
            assert "on Monday 3 August 2026" in a_draft(kind, today=date(2027, 8, 1)).text

    def test_f8_a_day_of_last_year_is_written_with_its_year_and_said_without_it(self) -> None:
        new_year = date(2027, 1, 12)

        assert "on Monday 3 August 2026" in a_draft(StepKind.STATUS_LETTER, today=new_year).text
        assert "on Monday the 3rd of August." in a_draft(StepKind.STATUS_CALL, today=new_year).text
        in_russian = a_draft(StepKind.STATUS_CALL, owner=an_owner(language="ru"), today=new_year)
        assert "3\u00a0августа у меня" in in_russian.text

    def test_a_language_without_words_falls_back_to_english_and_says_so(self) -> None:
        draft = a_draft(StepKind.STATUS_CALL, an_interview(language="tlh"), an_owner(language="xx"))

        assert (draft.language, draft.text) == ("en", a_draft(StepKind.STATUS_CALL).text)
        assert "no drafts in the record's language (tlh) yet" in draft.notice

    def test_the_language_of_the_record_governs_the_words_and_that_of_the_owner_the_advice(self) -> None:
        draft = a_draft(StepKind.STATUS_LETTER, an_interview(language="ru"), an_owner(language="en"))

        assert draft.language == "ru"
        assert "собеседование" in draft.text
        assert draft.notice.startswith("Draft - not sent.")
