"""Several rounds of one process: at most four unanswered attempts over all of them (H5)."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from threading import Barrier

import pytest

from chalicelib.errors import AlreadyAnswered, ChangedMeanwhile, NotFound
from chalicelib.playbook.event import EventKind, Result
from chalicelib.playbook.interview import Interview
from chalicelib.records.interviews import Interviews
from chalicelib.records.processes import MOST_ROUNDS, TooManyRounds
from chalicelib.records.table import InterviewItem, ProcessItem
from tests.factories import THAT_EVENING, a_call, an_answer, an_event
from tests.records.given import OWNER, Meanwhile, a_key, a_record, an_id, recorded

NOW = THAT_EVENING + timedelta(days=30)
CALLED = (a_call(date(2026, 8, 10), Result.NO_ANSWER),)
CALLED_TWICE = (*CALLED, a_call(date(2026, 8, 13), Result.NO_ANSWER))
GOES_ON = an_answer(date(2026, 8, 14), Result.NEXT_ROUND, interview_on=date(2026, 8, 20), next_interview_id=an_id(2))


def round_of(process_id: str, number: int, **changes: object) -> Interview:
    return a_record(number, process_id=process_id, **changes)


def ended_and_following(interviews: Interviews, events: tuple[object, ...] = CALLED) -> tuple[Interview, Interview]:
    first = recorded(interviews, a_record(1, events=events), NOW)
    ended = replace(first, events=(*first.events, GOES_ON))
    return interviews.open_next_round(OWNER, ended, round_of(an_id(1), 2, round=2), NOW)


def counted(process_id: str) -> dict[str, int] | None:
    item = ProcessItem.find(OWNER.id, f"PROCESS#{process_id}")
    return item.attempts.attribute_values if item else None


def next_step(number: int) -> str:
    item = InterviewItem.find(OWNER.id, f"INTERVIEW#{an_id(number)}")
    assert item
    return item.next_step


def elsewhere(interviews: Interviews, number: int) -> int:
    return interviews.get(OWNER.id, an_id(number)).attempts_elsewhere


class TestJoining:
    def test_a_process_of_one_round_has_no_item_of_its_own(self, interviews: Interviews) -> None:
        interview = recorded(interviews, a_record(1, events=CALLED), NOW)
        interviews.save(OWNER, interview, NOW)

        assert counted(an_id(1)) is None

    def test_a_new_round_knows_what_the_earlier_one_used_up(self, interviews: Interviews) -> None:
        recorded(interviews, a_record(1, events=CALLED_TWICE), NOW)

        second = recorded(interviews, round_of(an_id(1), 2), NOW)

        assert second.attempts_elsewhere == 2
        assert counted(an_id(1)) == {an_id(1): 2, an_id(2): 0}

    def test_the_earlier_one_learns_at_once_what_a_new_round_used_up(self, interviews: Interviews) -> None:
        first = recorded(interviews, a_record(1), NOW)

        recorded(interviews, round_of(an_id(1), 2, events=CALLED), NOW)

        assert interviews.get(OWNER.id, first.id) == replace(first, attempts_elsewhere=1)

    def test_any_round_names_its_process(self, interviews: Interviews) -> None:
        recorded(interviews, a_record(1, events=CALLED), NOW)
        recorded(interviews, round_of(an_id(1), 2, events=CALLED), NOW)

        third = recorded(interviews, round_of(an_id(2), 3), NOW)

        assert (third.process_id, third.attempts_elsewhere) == (an_id(1), 2)

    def test_a_process_may_have_a_name_of_the_owner_s(self, interviews: Interviews) -> None:
        recorded(interviews, round_of("Acme & Söhne", 1, events=CALLED), NOW)

        second = recorded(interviews, round_of("Acme & Söhne", 2), NOW)

        assert second.attempts_elsewhere == 1

    def test_a_process_of_another_owner_is_another_process(self, interviews: Interviews) -> None:
        recorded(interviews, a_record(1, events=CALLED), NOW)

        sams = interviews.add(
            replace(OWNER, id="sam"), round_of(an_id(1), 2), a_key("sam's", now=NOW), lambda _: "", NOW
        )

        assert sams.attempts_elsewhere == 0

    def test_a_repeated_request_does_not_join_twice(self, interviews: Interviews) -> None:
        recorded(interviews, a_record(1), NOW)
        recorded(interviews, round_of(an_id(1), 2), NOW)

        with pytest.raises(AlreadyAnswered):
            interviews.add(OWNER, round_of(an_id(1), 3), a_key(f"request {an_id(2)}", now=NOW), lambda _: "", NOW)

        assert counted(an_id(1)) == {an_id(1): 0, an_id(2): 0}

    def test_a_process_that_is_full_takes_no_more_rounds(self, interviews: Interviews) -> None:
        for number in range(MOST_ROUNDS):
            recorded(interviews, round_of("Acme", number), NOW)

        with pytest.raises(TooManyRounds):
            recorded(interviews, round_of("Acme", MOST_ROUNDS), NOW)

        with pytest.raises(NotFound):
            interviews.get(OWNER.id, an_id(MOST_ROUNDS))


class TestCounting:
    def test_an_attempt_in_one_round_counts_in_all_open_ones(self, interviews: Interviews) -> None:
        recorded(interviews, a_record(1), NOW)
        second = recorded(interviews, round_of(an_id(1), 2), NOW)

        interviews.save(OWNER, replace(second, events=CALLED), NOW)

        assert elsewhere(interviews, 1) == 1
        assert elsewhere(interviews, 2) == 0

    def test_an_attempt_taken_back_counts_nowhere(self, interviews: Interviews) -> None:
        recorded(interviews, a_record(1), NOW)
        second = recorded(interviews, round_of(an_id(1), 2, events=CALLED), NOW)

        interviews.save(OWNER, replace(second, events=()), NOW)

        assert elsewhere(interviews, 1) == 0

    def test_when_all_are_used_up_elsewhere_the_step_is_to_move_on(self, interviews: Interviews) -> None:
        recorded(interviews, a_record(1, events=CALLED_TWICE), NOW)
        second = recorded(interviews, round_of(an_id(1), 2, events=CALLED), NOW)
        recorded(interviews, round_of(an_id(1), 3), NOW)
        assert next_step(3) == "status_call"

        interviews.save(OWNER, replace(second, events=CALLED_TWICE), NOW)

        assert next_step(3) == "move_on"

    def test_a_change_that_uses_up_nothing_leaves_the_other_rounds_as_they_are(self, interviews: Interviews) -> None:
        first = recorded(interviews, a_record(1), NOW)
        second = recorded(interviews, round_of(an_id(1), 2), NOW)

        interviews.save(OWNER, replace(second, company="Globex"), NOW)

        assert interviews.get(OWNER.id, first.id) == first

    def test_a_record_read_before_its_process_got_a_second_round_can_be_saved(self, interviews: Interviews) -> None:
        first = recorded(interviews, a_record(1), NOW)
        recorded(interviews, round_of(an_id(1), 2, events=CALLED), NOW)

        saved = interviews.save(OWNER, replace(first, events=CALLED), NOW)

        assert (saved.attempts_elsewhere, saved.version) == (1, 2)
        assert elsewhere(interviews, 2) == 1

    def test_a_round_that_had_ended_before_the_second_came_counts_again_once_reopened(
        self, interviews: Interviews
    ) -> None:
        withdrawn = an_event(EventKind.WITHDRAWN, date(2026, 8, 14))
        ended = recorded(interviews, a_record(1, events=(*CALLED, withdrawn)), NOW)
        recorded(interviews, round_of(an_id(1), 2, events=CALLED), NOW)

        reopened = interviews.save(OWNER, replace(ended, events=CALLED_TWICE), NOW)

        assert reopened.attempts_elsewhere == 1
        assert elsewhere(interviews, 2) == 2

    def test_a_change_made_for_an_older_version_is_refused(self, interviews: Interviews) -> None:
        recorded(interviews, a_record(1), NOW)
        second = recorded(interviews, round_of(an_id(1), 2), NOW)
        interviews.save(OWNER, second, NOW)

        with pytest.raises(ChangedMeanwhile):
            interviews.save(OWNER, replace(second, events=CALLED), NOW)

        assert elsewhere(interviews, 1) == 0

    def test_an_attempt_that_another_round_records_meanwhile_is_counted(
        self, interviews: Interviews, meanwhile: Meanwhile
    ) -> None:
        first = recorded(interviews, a_record(1), NOW)
        second = recorded(interviews, round_of(an_id(1), 2), NOW)
        meanwhile(lambda: interviews.save(OWNER, replace(second, events=CALLED), NOW))

        saved = interviews.save(OWNER, replace(first, events=CALLED), NOW)

        assert saved.attempts_elsewhere == 1
        assert counted(an_id(1)) == {an_id(1): 1, an_id(2): 1}

    def test_an_attempt_recorded_while_a_round_joins_is_counted(
        self, interviews: Interviews, meanwhile: Meanwhile
    ) -> None:
        first = recorded(interviews, a_record(1), NOW)
        meanwhile(lambda: interviews.save(OWNER, replace(first, events=CALLED), NOW))

        second = recorded(interviews, round_of(an_id(1), 2), NOW)

        assert second.attempts_elsewhere == 1

    @pytest.mark.dynamodb_local
    def test_attempts_recorded_at_the_same_time_in_two_rounds_are_both_counted(self, interviews: Interviews) -> None:
        first = recorded(interviews, a_record(1), NOW)
        second = recorded(interviews, round_of(an_id(1), 2), NOW)
        start = Barrier(2)

        def racer(interview: Interview) -> Interview:
            start.wait()
            return interviews.save(OWNER, replace(interview, events=CALLED), NOW)

        with ThreadPoolExecutor(2) as racers:
            list(racers.map(racer, [first, second]))

        assert counted(an_id(1)) == {an_id(1): 1, an_id(2): 1}
        assert (elsewhere(interviews, 1), elsewhere(interviews, 2)) == (1, 1)


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

        alone = interviews.save(OWNER, replace(second, process_id=an_id(2)), NOW)

        assert alone.attempts_elsewhere == 0
        assert elsewhere(interviews, 1) == 0

    def test_a_record_that_was_alone_may_join(self, interviews: Interviews) -> None:
        recorded(interviews, a_record(1, events=CALLED), NOW)
        second = recorded(interviews, a_record(2), NOW)

        joined = interviews.save(OWNER, replace(second, process_id=an_id(1)), NOW)

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
        changed = interviews.save(OWNER, first, NOW)

        with pytest.raises(ChangedMeanwhile):
            interviews.open_next_round(OWNER, replace(first, events=(GOES_ON,)), round_of(an_id(1), 2), NOW)

        assert interviews.open(OWNER.id) == [changed]

    def test_undoing_it_removes_the_following_round_if_nobody_touched_it(self, interviews: Interviews) -> None:
        ended, following = ended_and_following(interviews)

        reopened = interviews.close_next_round(OWNER, replace(ended, events=CALLED), following.id, NOW)

        assert interviews.open(OWNER.id) == [reopened]
        assert counted(an_id(1)) == {an_id(1): 1}
        with pytest.raises(NotFound):
            interviews.get(OWNER.id, following.id)

    def test_undoing_it_leaves_a_following_round_that_was_touched(self, interviews: Interviews) -> None:
        ended, following = ended_and_following(interviews)
        touched = interviews.save(OWNER, replace(following, events=(an_event(EventKind.NOTE, NOW.date()),)), NOW)

        reopened = interviews.close_next_round(OWNER, replace(ended, events=CALLED), following.id, NOW)

        assert interviews.get(OWNER.id, touched.id) == touched
        assert interviews.get(OWNER.id, ended.id) == reopened

    def test_undoing_it_works_though_the_following_round_was_removed(self, interviews: Interviews) -> None:
        ended, following = ended_and_following(interviews)
        interviews.remove(OWNER.id, following.id, None)

        reopened = interviews.close_next_round(OWNER, replace(ended, events=CALLED), following.id, NOW)

        assert interviews.open(OWNER.id) == [reopened]

    def test_what_follows_from_elsewhere_is_no_touch(self, interviews: Interviews) -> None:
        ended, following = ended_and_following(interviews)
        recorded(interviews, round_of(an_id(1), 3, events=CALLED), NOW)
        interviews.plan_anew(replace(OWNER, country="US"), NOW)

        interviews.close_next_round(OWNER, replace(ended, events=CALLED), following.id, NOW)

        with pytest.raises(NotFound):
            interviews.get(OWNER.id, following.id)

    def test_a_reopened_round_counts_what_was_used_up_since(self, interviews: Interviews) -> None:
        ended, following = ended_and_following(interviews)
        interviews.save(OWNER, replace(following, events=(a_call(date(2026, 8, 27), Result.NO_ANSWER),)), NOW)
        assert elsewhere(interviews, 1) == 0  # an ended round has nothing to count for

        reopened = interviews.close_next_round(OWNER, replace(ended, events=CALLED), following.id, NOW)

        assert reopened.attempts_elsewhere == 1

    def test_a_following_round_that_is_touched_while_it_is_undone_stays(
        self, interviews: Interviews, meanwhile: Meanwhile
    ) -> None:
        ended, following = ended_and_following(interviews)
        meanwhile(lambda: interviews.save(OWNER, replace(following, company="Globex"), NOW))

        interviews.close_next_round(OWNER, replace(ended, events=CALLED), following.id, NOW)

        assert interviews.get(OWNER.id, following.id).company == "Globex"
