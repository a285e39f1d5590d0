"""Rounds of one process that are changed, removed, or followed by the next."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from chalicelib.errors import ChangedMeanwhile, NotFound
from chalicelib.playbook.event import EventKind, Result
from chalicelib.records.interviews import Interviews
from tests.factories import a_call, an_event
from tests.records.given import OWNER, Meanwhile, a_record, an_id, recorded
from tests.records.rounds import (
    CALLED,
    GOES_ON,
    NOW,
    counted,
    elsewhere,
    ended_and_following,
    round_of,
)


class TestChangingTheProcess:
    def test_a_record_that_moves_takes_its_attempts_along(self, interviews: Interviews) -> None:
        recorded(interviews, a_record(1), NOW)
        recorded(interviews, a_record(3), NOW)
        second = recorded(interviews, round_of(an_id(1), 2, events=CALLED), NOW)

        interviews.save(OWNER, replace(second, process_id=an_id(3)), NOW)

        assert (elsewhere(interviews, 1), elsewhere(interviews, 3)) == (0, 1)
        assert counted(an_id(1)) == {an_id(1): 0}

    def test_a_record_may_go_back_to_a_process_of_its_own(self, interviews: Interviews) -> None:
        recorded(interviews, a_record(1, events=CALLED), NOW)
        second = recorded(interviews, round_of(an_id(1), 2, events=CALLED), NOW)

        alone = interviews.save(OWNER, replace(second, process_id=an_id(2)), NOW).interview

        assert alone.attempts_elsewhere == 0
        assert elsewhere(interviews, 1) == 0

    def test_a_record_that_was_alone_may_join(self, interviews: Interviews) -> None:
        recorded(interviews, a_record(1, events=CALLED), NOW)
        second = recorded(interviews, a_record(2), NOW)

        joined = interviews.save(OWNER, replace(second, process_id=an_id(1)), NOW).interview

        assert joined.attempts_elsewhere == 1


class TestRemoving:
    def test_a_removed_round_no_longer_counts(self, interviews: Interviews) -> None:
        recorded(interviews, a_record(1), NOW)
        recorded(interviews, round_of(an_id(1), 2, events=CALLED), NOW)

        interviews.remove(OWNER.id, an_id(2), None)

        assert counted(an_id(1)) == {an_id(1): 0}
        assert elsewhere(interviews, 1) == 0

    def test_the_first_round_can_be_removed_and_the_others_stay_one_process(self, interviews: Interviews) -> None:
        recorded(interviews, a_record(1, events=CALLED), NOW)
        recorded(interviews, round_of(an_id(1), 2, events=CALLED), NOW)

        interviews.remove(OWNER.id, an_id(1), 1)

        assert recorded(interviews, round_of(an_id(1), 3), NOW).attempts_elsewhere == 1

    def test_with_its_last_round_the_process_goes(self, interviews: Interviews) -> None:
        recorded(interviews, round_of("Acme", 1), NOW)

        interviews.remove(OWNER.id, an_id(1), None)

        assert counted("Acme") is None

    def test_a_round_that_changed_meanwhile_is_not_removed(self, interviews: Interviews) -> None:
        first = recorded(interviews, round_of("Acme", 1), NOW)
        interviews.save(OWNER, first, NOW)

        with pytest.raises(ChangedMeanwhile):
            interviews.remove(OWNER.id, an_id(1), first.version)

        assert counted("Acme") == {an_id(1): 0}

    def test_a_round_that_changes_while_it_is_removed_is_not_removed(
        self, interviews: Interviews, meanwhile: Meanwhile
    ) -> None:
        first = recorded(interviews, round_of("Acme", 1), NOW)
        meanwhile(lambda: interviews.save(OWNER, replace(first, company="Globex"), NOW))

        with pytest.raises(ChangedMeanwhile):
            interviews.remove(OWNER.id, first.id, first.version)

        assert interviews.get(OWNER.id, first.id).company == "Globex"


class TestNextRound:
    def test_the_following_round_opens_as_the_other_ends(self, interviews: Interviews) -> None:
        ended, following = ended_and_following(interviews)

        assert interviews.open(OWNER.id) == [following]
        assert interviews.get(OWNER.id, an_id(1)) == ended
        assert (following.round, following.attempts_elsewhere, following.version) == (2, 1, 1)

    def test_nothing_opens_if_the_record_changed_meanwhile(self, interviews: Interviews) -> None:
        first = recorded(interviews, a_record(1), NOW)
        changed = interviews.save(OWNER, first, NOW).interview

        with pytest.raises(ChangedMeanwhile):
            interviews.open_next_round(OWNER, replace(first, events=(GOES_ON,)), round_of(an_id(1), 2), NOW)

        assert interviews.open(OWNER.id) == [changed]

    def test_undoing_it_removes_the_following_round_if_nobody_touched_it(self, interviews: Interviews) -> None:
        ended, following = ended_and_following(interviews)

        reopened = interviews.close_next_round(OWNER, replace(ended, events=CALLED), GOES_ON, NOW).interview

        assert interviews.open(OWNER.id) == [reopened]
        assert counted(an_id(1)) == {an_id(1): 1}
        with pytest.raises(NotFound):
            interviews.get(OWNER.id, following.id)

    def test_undoing_it_leaves_a_following_round_that_was_touched(self, interviews: Interviews) -> None:
        ended, following = ended_and_following(interviews)
        note = an_event(EventKind.NOTE, NOW.date())
        touched = interviews.save(OWNER, replace(following, events=(note,)), NOW).interview

        reopened = interviews.close_next_round(OWNER, replace(ended, events=CALLED), GOES_ON, NOW).interview

        assert interviews.get(OWNER.id, touched.id) == touched
        assert interviews.get(OWNER.id, ended.id) == reopened

    def test_undoing_it_works_though_the_following_round_was_removed(self, interviews: Interviews) -> None:
        ended, following = ended_and_following(interviews)
        interviews.remove(OWNER.id, following.id, None)

        reopened = interviews.close_next_round(OWNER, replace(ended, events=CALLED), GOES_ON, NOW).interview

        assert interviews.open(OWNER.id) == [reopened]

    def test_what_follows_from_elsewhere_is_no_touch(self, interviews: Interviews) -> None:
        ended, following = ended_and_following(interviews)
        recorded(interviews, round_of(an_id(1), 3, events=CALLED), NOW)
        interviews.plan_anew(replace(OWNER, country="US"), NOW)

        interviews.close_next_round(OWNER, replace(ended, events=CALLED), GOES_ON, NOW)

        with pytest.raises(NotFound):
            interviews.get(OWNER.id, following.id)

    def test_a_reopened_round_counts_what_was_used_up_since(self, interviews: Interviews) -> None:
        ended, following = ended_and_following(interviews)
        interviews.save(OWNER, replace(following, events=(a_call(date(2026, 8, 27), Result.NO_ANSWER),)), NOW)
        assert elsewhere(interviews, 1) == 0  # an ended round has nothing to count for

        reopened = interviews.close_next_round(OWNER, replace(ended, events=CALLED), GOES_ON, NOW).interview

        assert reopened.attempts_elsewhere == 1

    def test_a_following_round_that_is_touched_while_it_is_undone_stays(
        self, interviews: Interviews, meanwhile: Meanwhile
    ) -> None:
        ended, following = ended_and_following(interviews)
        meanwhile(lambda: interviews.save(OWNER, replace(following, company="Globex"), NOW))

        interviews.close_next_round(OWNER, replace(ended, events=CALLED), GOES_ON, NOW)

        assert interviews.get(OWNER.id, following.id).company == "Globex"


# What tells the record that an event opened from another one of the same owner.
ANOTHER_S = (
    {"created_at": GOES_ON.recorded_at - timedelta(days=1)},
    {"interview_on": date(2026, 8, 21)},
    {"process_id": "another"},
)


class TestUndoOfAnEventFromAFile:
    @pytest.mark.parametrize("other", ANOTHER_S, ids=lambda other: next(iter(other)))
    def test_undo_removes_only_what_its_own_event_opened(
        self, interviews: Interviews, other: dict[str, object]
    ) -> None:
        opened = {"process_id": an_id(1), "interview_on": GOES_ON.interview_on, "created_at": GOES_ON.recorded_at}
        named = recorded(interviews, a_record(2, round=2, **opened | other), NOW)
        ended = recorded(interviews, a_record(1, events=(GOES_ON,)), NOW)

        interviews.close_next_round(OWNER, replace(ended, events=()), GOES_ON, NOW)

        assert interviews.get(OWNER.id, named.id).company == named.company
