"""Records: read, changed under a version lock, listed, removed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from chalicelib.errors import ChangedMeanwhile, NotFound
from chalicelib.playbook.event import EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.records.interviews import Interviews
from chalicelib.records.storage_errors import RecordTooLarge
from chalicelib.records.table_items import InterviewItem
from chalicelib.schemas.event_fields import MOST_EVENTS
from tests.add_interview import add_interview
from tests.factories import MONDAY, THAT_EVENING, a_call, a_contact, an_answer, an_event, an_owner
from tests.records.given import OWNER, a_key, a_record, an_id, recorded

WITHDRAWN = an_event(EventKind.WITHDRAWN, MONDAY)


def ended(interview: Interview) -> Interview:
    return replace(interview, events=(WITHDRAWN,))


def stored(interview: Interview) -> InterviewItem:
    item = InterviewItem.find(OWNER.id, f"INTERVIEW#{interview.id}")
    assert item
    return item


class TestReading:
    def test_a_record_is_read_as_it_was_recorded(self, interviews: Interviews) -> None:
        interview = recorded(interviews, a_record())

        assert interviews.get(OWNER.id, interview.id) == interview
        assert interview == replace(a_record(), version=1)

    def test_there_is_no_record_of_an_unknown_id(self, interviews: Interviews) -> None:
        with pytest.raises(NotFound):
            interviews.get(OWNER.id, an_id(1))

    def test_another_owner_does_not_see_it(self, interviews: Interviews) -> None:
        interview = recorded(interviews, a_record())

        with pytest.raises(NotFound):
            interviews.get("sam", interview.id)

    @pytest.mark.parametrize("text", ["", " ", "a" * 65, "INTERVIEW#1", "ä", "1/2", "x\0", "'", "\ud800"])
    def test_what_cannot_be_an_id_is_not_found(self, interviews: Interviews, text: str) -> None:
        with pytest.raises(NotFound):
            interviews.get(OWNER.id, text)


class TestSaving:
    def test_a_change_is_stored_under_the_next_version(self, interviews: Interviews) -> None:
        interview = recorded(interviews, a_record())

        saved = interviews.save(OWNER, replace(interview, company="Globex"), THAT_EVENING).interview

        assert (saved.company, saved.version) == ("Globex", 2)
        assert interviews.get(OWNER.id, interview.id) == saved

    def test_a_change_made_for_an_older_version_is_refused_and_loses_nothing(self, interviews: Interviews) -> None:
        interview = recorded(interviews, a_record())
        winner = interviews.save(OWNER, replace(interview, company="Globex"), THAT_EVENING).interview

        with pytest.raises(ChangedMeanwhile):
            interviews.save(OWNER, replace(interview, company="Initech"), THAT_EVENING)

        assert interviews.get(OWNER.id, interview.id) == winner

    def test_a_change_of_a_removed_record_does_not_bring_it_back(self, interviews: Interviews) -> None:
        interview = recorded(interviews, a_record())
        interviews.remove(OWNER.id, interview.id, None)

        with pytest.raises(ChangedMeanwhile):
            interviews.save(OWNER, interview, THAT_EVENING)

        assert interviews.open(OWNER.id) == []

    def test_the_day_that_is_due_moves_with_the_facts(self, interviews: Interviews) -> None:
        interview = recorded(interviews, a_record())

        interviews.save(OWNER, replace(interview, events=(an_event(EventKind.THANK_YOU_SENT, MONDAY),)), THAT_EVENING)

        assert stored(interview).next_step == "status_call"
        assert stored(interview).next_due_on == date(2026, 8, 10)

    def test_empty_text_and_reserved_words_are_kept(self, interviews: Interviews) -> None:
        words = a_record(company="", position="SELECT", notes="", url="size", contacts=(a_contact(name=""),))

        interview = recorded(interviews, words)

        assert interviews.get(OWNER.id, interview.id) == replace(words, version=1)

    def test_as_much_as_may_be_recorded_fits_in_an_item(self, interviews: Interviews) -> None:
        """The lengths are the longest that the API takes."""
        contact = a_contact(name="ф" * 100, phone="1" * 60, extension="1" * 10, email="a" * 254)
        event = a_call(MONDAY, Result.WRONG_NUMBER, note="ф" * 500, phone="1" * 60)
        interview = recorded(interviews, a_record(notes="ф" * 2048, url="u" * 2000, contacts=(contact,) * 10))

        saved = interviews.save(OWNER, replace(interview, events=(event,) * MOST_EVENTS), THAT_EVENING).interview

        assert saved in interviews.open(OWNER.id)
        assert interviews.get(OWNER.id, interview.id) == saved

    def test_a_record_that_outgrows_an_item_is_refused_and_stays_as_it_was(self, interviews: Interviews) -> None:
        interview = recorded(interviews, a_record())

        with pytest.raises(RecordTooLarge):
            interviews.save(OWNER, replace(interview, notes="x" * 420_000), THAT_EVENING)

        assert interviews.get(OWNER.id, interview.id) == interview

    def test_a_record_that_never_fitted_in_an_item_is_refused_whole(self, interviews: Interviews) -> None:
        with pytest.raises(RecordTooLarge):
            recorded(interviews, a_record(notes="x" * 420_000))

        assert recorded(interviews, a_record()).version == 1


class TestRemoving:
    def test_a_removed_record_is_gone(self, interviews: Interviews) -> None:
        interview = recorded(interviews, a_record())

        interviews.remove(OWNER.id, interview.id, interview.version)

        with pytest.raises(NotFound):
            interviews.get(OWNER.id, interview.id)

    def test_it_is_removed_at_whatever_version_if_none_is_named(self, interviews: Interviews) -> None:
        interview = recorded(interviews, a_record())
        interviews.save(OWNER, interview, THAT_EVENING)

        interviews.remove(OWNER.id, interview.id, None)

        assert interviews.open(OWNER.id) == []

    def test_a_record_that_changed_meanwhile_is_not_removed(self, interviews: Interviews) -> None:
        interview = recorded(interviews, a_record())
        changed = interviews.save(OWNER, interview, THAT_EVENING).interview

        with pytest.raises(ChangedMeanwhile):
            interviews.remove(OWNER.id, interview.id, interview.version)

        assert interviews.get(OWNER.id, interview.id) == changed

    def test_what_is_not_there_cannot_be_removed(self, interviews: Interviews) -> None:
        with pytest.raises(NotFound):
            interviews.remove(OWNER.id, an_id(1), None)


class TestOpenOnes:
    def test_the_open_ones_come_by_the_day_they_are_due(self, interviews: Interviews) -> None:
        later = recorded(interviews, a_record(1, interview_on=MONDAY + timedelta(days=7)))
        sooner = recorded(interviews, a_record(2))

        assert interviews.open(OWNER.id) == [sooner, later]

    def test_an_ended_one_is_not_among_them_until_it_is_reopened(self, interviews: Interviews) -> None:
        interview = interviews.save(OWNER, ended(recorded(interviews, a_record())), THAT_EVENING).interview
        assert interviews.open(OWNER.id) == []

        reopened = interviews.save(OWNER, replace(interview, events=()), THAT_EVENING).interview

        assert interviews.open(OWNER.id) == [reopened]

    def test_d1_one_whose_offer_was_accepted_is_among_them_for_five_working_days(self, interviews: Interviews) -> None:
        offer = an_answer(MONDAY, Result.OFFER)
        yes = an_event(EventKind.OFFER_ACCEPTED, MONDAY + timedelta(days=1))  # until Tuesday the 11th
        accepted = replace(recorded(interviews, a_record()), events=(offer, yes))

        accepted = interviews.save(OWNER, accepted, THAT_EVENING + timedelta(days=1)).interview
        assert interviews.open(OWNER.id) == [accepted]
        assert interviews.page(OWNER.id, is_ended_only=True, limit=10, after=None) == ([accepted], None)

        interviews.save(OWNER, accepted, THAT_EVENING + timedelta(days=9))
        assert interviews.open(OWNER.id) == []

    def test_all_of_them_come_even_if_they_fill_several_pages(self, interviews: Interviews) -> None:
        for number in range(14):
            recorded(interviews, a_record(number, notes="x" * 100_000))

        assert len(interviews.open(OWNER.id)) == 14


class TestPages:
    def test_the_newest_come_first_and_every_one_once(self, interviews: Interviews) -> None:
        for number in range(5):
            recorded(interviews, a_record(number))

        first, after = interviews.page(OWNER.id, is_ended_only=False, limit=3, after=None)
        second, end = interviews.page(OWNER.id, is_ended_only=False, limit=3, after=after)

        assert [one.id for one in first + second] == [an_id(number) for number in (4, 3, 2, 1, 0)]
        assert end is None

    def test_a_page_that_holds_the_last_one_says_that_it_is_the_end(self, interviews: Interviews) -> None:
        for number in range(3):
            recorded(interviews, a_record(number))

        assert interviews.page(OWNER.id, is_ended_only=False, limit=3, after=None)[1] is None

    def test_pages_of_ended_ones_are_full_however_many_open_ones_lie_between(self, interviews: Interviews) -> None:
        for number in range(12):
            interview = recorded(interviews, a_record(number))
            if number % 4 == 0:
                interviews.save(OWNER, ended(interview), THAT_EVENING)

        first, after = interviews.page(OWNER.id, is_ended_only=True, limit=2, after=None)
        second, end = interviews.page(OWNER.id, is_ended_only=True, limit=2, after=after)

        assert [one.id for one in first] == [an_id(8), an_id(4)]
        assert ([one.id for one in second], end) == ([an_id(0)], None)

    def test_a_page_begins_where_a_removed_record_was(self, interviews: Interviews) -> None:
        for number in range(3):
            recorded(interviews, a_record(number))
        interviews.remove(OWNER.id, an_id(1), None)

        page, _ = interviews.page(OWNER.id, is_ended_only=False, limit=3, after=an_id(1))

        assert [one.id for one in page] == [an_id(0)]

    def test_nothing_but_the_owner_s_interviews_is_listed(self, interviews: Interviews) -> None:
        add_interview(interviews, an_owner(id="sam"), a_record(), a_key("a request"), lambda _: "", THAT_EVENING)

        assert interviews.page(OWNER.id, is_ended_only=False, limit=9, after=None) == ([], None)

    def test_a_cursor_that_cannot_be_one_is_refused(self, interviews: Interviews) -> None:
        with pytest.raises(NotFound):
            interviews.page(OWNER.id, is_ended_only=False, limit=9, after="x" * 3000)


class TestPlanningAnew:
    FRIDAY = date(2026, 4, 24)  # the fifth working day after it is 1 May, a holiday in Germany
    NOW = THAT_EVENING.replace(month=4, day=24)

    def test_due_days_follow_the_owner_to_another_country(self, interviews: Interviews) -> None:
        thanked = an_event(EventKind.THANK_YOU_SENT, self.FRIDAY)
        interview = a_record(interview_on=self.FRIDAY, dated_on=self.FRIDAY, events=(thanked,))
        recorded(interviews, interview, self.NOW)
        assert stored(interview).next_due_on == date(2026, 5, 4)

        assert interviews.plan_anew(replace(OWNER, country="US"), self.NOW) == 1

        assert stored(interview).next_due_on == date(2026, 5, 1)

    def test_a_record_in_which_the_owner_changed_nothing_keeps_its_version(self, interviews: Interviews) -> None:
        interview = recorded(interviews, a_record())

        assert interviews.plan_anew(OWNER, THAT_EVENING + timedelta(days=9)) == 1

        assert interviews.get(OWNER.id, interview.id) == interview

    def test_what_stays_as_it_is_is_not_written(self, interviews: Interviews) -> None:
        recorded(interviews, a_record(1))
        interviews.save(OWNER, ended(recorded(interviews, a_record(2))), THAT_EVENING)

        assert interviews.plan_anew(OWNER, THAT_EVENING) == 0
