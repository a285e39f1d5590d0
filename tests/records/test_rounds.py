"""Several rounds of one process: at most four unanswered attempts over all of them (H5)."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from msgspec.structs import replace

from chalicelib.errors import ChangedMeanwhile, NotFound, RepeatedRequest
from chalicelib.playbook.event import EventKind
from chalicelib.playbook.interview import Interview
from chalicelib.records.interviews import Interviews
from chalicelib.records.processes import MOST_ROUNDS, TooManyRounds
from tests.add_interview import add_interview
from tests.factories import an_event
from tests.records.given import OWNER, Meanwhile, a_key, a_record, an_id, recorded
from tests.records.rounds import (
    CALLED,
    CALLED_TWICE,
    NOW,
    counted,
    elsewhere,
    next_step,
    round_of,
)


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

        sams = add_interview(
            interviews, replace(OWNER, id="sam"), round_of(an_id(1), 2), a_key("sam's", now=NOW), lambda _: "", NOW
        )

        assert sams.attempts_elsewhere == 0

    def test_a_repeated_request_does_not_join_twice(self, interviews: Interviews) -> None:
        recorded(interviews, a_record(1), NOW)
        recorded(interviews, round_of(an_id(1), 2), NOW)

        with pytest.raises(RepeatedRequest):
            add_interview(
                interviews, OWNER, round_of(an_id(1), 3), a_key(f"request {an_id(2)}", now=NOW), lambda _: "", NOW
            )

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

        saved = interviews.save(OWNER, replace(first, events=CALLED), NOW).interview

        assert (saved.attempts_elsewhere, saved.version) == (1, 2)
        assert elsewhere(interviews, 2) == 1

    def test_a_round_that_had_ended_before_the_second_came_counts_again_once_reopened(
        self, interviews: Interviews
    ) -> None:
        withdrawn = an_event(EventKind.WITHDRAWN, date(2026, 8, 14))
        ended = recorded(interviews, a_record(1, events=(*CALLED, withdrawn)), NOW)
        recorded(interviews, round_of(an_id(1), 2, events=CALLED), NOW)

        reopened = interviews.save(OWNER, replace(ended, events=CALLED_TWICE), NOW).interview

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

        saved = interviews.save(OWNER, replace(first, events=CALLED), NOW).interview

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
            return interviews.save(OWNER, replace(interview, events=CALLED), NOW).interview

        with ThreadPoolExecutor(2) as racers:
            list(racers.map(racer, [first, second]))

        assert counted(an_id(1)) == {an_id(1): 1, an_id(2): 1}
        assert (elsewhere(interviews, 1), elsewhere(interviews, 2)) == (1, 1)
