"""What a calendar program goes by when the feed has changed: UID, SEQUENCE, STATUS and the time stamps."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.calendar.ical import unstamped
from chalicelib.playbook.event import Event, EventKind, Result
from chalicelib.playbook.event_kinds import EVENTS
from chalicelib.playbook.interview import Interview
from tests.calendar.given import MONDAY_8_AM, TUESDAY_8_AM, WEDNESDAY_8_AM, Shown, a_thanked, next_of, shown, written
from tests.factories import a_call, a_letter, an_answer, an_event, an_interview

CALLED = a_call(date(2026, 8, 10), Result.NO_ANSWER)
UNDECIDED = a_call(date(2026, 8, 10), Result.NO_DECISION)
MONDAY_NOON = datetime(2026, 8, 10, 12, tzinfo=UTC)
WAIT = an_answer(date(2026, 8, 10), Result.TOLD_TO_WAIT, until=date(2026, 8, 20))
REFUSED = an_answer(date(2026, 8, 10), Result.REFUSAL)
CALL_RESULTS = [spec.result for spec in EVENTS if spec.kind is EventKind.CALLED and spec.result]
# Whatever may happen after the interview of 3 August, on some day.
HAPPENING = [
    *(a_call(date(2026, 8, day), result) for day in (5, 10, 13) for result in CALL_RESULTS),
    *(a_letter(date(2026, 8, day)) for day in (6, 10, 14)),
    an_event(EventKind.SNOOZED, date(2026, 8, 10), until=date(2026, 8, 13)),
    WAIT,
    REFUSED,
]
SAYS_SO = {"en": ("Done: ", "No longer due: "), "ru": ("Сделано: ", "Больше не нужно: ")}
BERLIN = ZoneInfo("Europe/Berlin")


def stamp(text: str) -> str:
    """The one stamp that all entries of a feed have."""
    (found,) = set(re.findall(r"^DTSTAMP.*(?=\r$)", text, re.MULTILINE))
    return str(found)


def cancelled(events: list[Shown]) -> list[str]:
    return sorted(one.summary for one in events if one.is_cancelled)


class TestTheUid:
    def test_a_step_keeps_it_for_as_long_as_it_is_next(self) -> None:
        days = [next_of(a_thanked(), now=MONDAY_8_AM + timedelta(days=days)) for days in range(-3, 20)]

        assert len({one.uid for one in days}) == 1

    def test_a_step_keeps_it_when_it_is_put_off_and_when_a_note_is_added(self) -> None:
        snooze = an_event(EventKind.SNOOZED, date(2026, 8, 10), until=date(2026, 8, 13))
        note = an_event(EventKind.NOTE, date(2026, 8, 10), note="met them again")

        assert next_of(a_thanked(snooze, note)).uid == next_of(a_thanked()).uid

    def test_a_step_keeps_it_when_the_record_is_edited(self) -> None:
        edited = a_thanked(company="Umbrella", answer_expected_on=date(2026, 8, 19))

        assert next_of(edited).uid == next_of(a_thanked()).uid

    def test_w8_a_further_call_gets_one_of_its_own(self) -> None:
        again = a_call(date(2026, 8, 17), Result.NO_DECISION)

        first = next_of(a_thanked(UNDECIDED), now=MONDAY_NOON)
        second = next_of(a_thanked(UNDECIDED, again), now=again.recorded_at)

        assert first.summary == second.summary == "Call Acme again"
        assert first.uid != second.uid

    def test_it_is_that_of_one_record_only(self) -> None:
        records = [a_thanked(id=f"01K1S0M3{number:018}") for number in range(3)]

        uids = [one.uid for one in shown(*records)]

        assert len(set(uids)) == len(uids) == 6


class TestTheSequence:
    def test_it_grows_over_an_edit_and_over_a_change_of_the_settings(self) -> None:
        before = next_of(a_thanked()).sequence

        edited = next_of(a_thanked(version=3, position="Analyst")).sequence
        resettled = next_of(a_thanked(), settings_version=2, language="ru").sequence

        assert before < edited
        assert before < resettled

    def test_it_grows_over_an_event_and_over_its_undoing(self) -> None:
        before = next_of(a_thanked(), now=MONDAY_NOON)
        done = next(one for one in shown(a_thanked(CALLED), now=MONDAY_NOON) if one.uid == before.uid)
        undone = next_of(a_thanked(version=4), now=MONDAY_NOON)

        assert [one.is_cancelled for one in (before, done, undone)] == [False, True, False]
        assert before.sequence < done.sequence < undone.sequence

    def test_it_grows_with_each_day_on_which_an_overdue_step_moves_and_time_never_lets_it_fall(self) -> None:
        days = [next_of(a_thanked(), now=MONDAY_8_AM + timedelta(days=days)) for days in range(60)]

        assert all(one.sequence <= other.sequence for one, other in pairwise(days))
        moves = {one.dtstart: one.sequence for one in days}
        assert len(set(moves.values())) == len(moves)

    def test_it_stays_while_nothing_changes(self) -> None:
        assert next_of(a_thanked(), now=WEDNESDAY_8_AM).sequence == next_of(a_thanked()).sequence


class TestWhatIsDone:
    def test_it_is_cancelled_and_rings_no_more(self) -> None:
        events = shown(a_thanked(CALLED), now=MONDAY_NOON)

        assert cancelled(events) == ["Done: Call Acme and ask for the decision", "Done: Thank Acme"]
        assert [len(one.event.walk("VALARM")) for one in events] == [0 if one.is_cancelled else 1 for one in events]

    @pytest.mark.parametrize(
        ("happened", "title"),
        [
            ((CALLED,), "Done: Call Acme and ask for the decision"),
            ((UNDECIDED,), "Done: Call Acme and ask for the decision"),
            ((a_letter(date(2026, 8, 10)),), "No longer due: Call Acme and ask for the decision"),
            ((WAIT,), "No longer due: Call Acme and ask for the decision"),
            ((CALLED, a_letter(date(2026, 8, 11))), "Done: Write to Acme and ask for the decision"),
            (
                (CALLED, a_call(date(2026, 8, 11), Result.NO_ANSWER)),
                "No longer due: Write to Acme and ask for the decision",
            ),
            ((UNDECIDED, a_call(date(2026, 8, 17), Result.NO_ANSWER)), "Done: Call Acme again"),
            ((REFUSED,), "No longer due: Call Acme and ask for the decision"),
            ((REFUSED, a_call(date(2026, 8, 11), Result.NO_ANSWER)), "Done: Call Acme and ask what was missing"),
        ],
    )
    def test_f10_its_title_says_whether_it_was_done_or_fell_away(self, happened: tuple[Event, ...], title: str) -> None:
        events = shown(a_thanked(*happened), now=happened[-1].recorded_at)

        assert title in cancelled(events)

    @given(st.lists(st.sampled_from(HAPPENING), max_size=6), st.integers(0, 40), st.sampled_from(["en", "ru"]))
    def test_f10_it_never_keeps_anybody_busy_rings_or_is_titled_as_if_due(
        self, happened: list[Event], days: int, language: str
    ) -> None:
        record = a_thanked(*sorted(happened, key=lambda event: event.on))

        for one in shown(record, now=MONDAY_NOON + timedelta(days=days), language=language):
            says_so = one.summary.startswith(SAYS_SO[language])
            rings, is_busy = bool(one.event.walk("VALARM")), one.transp == "OPAQUE"
            assert (says_so, rings) == (one.is_cancelled, not one.is_cancelled)
            assert not (one.is_cancelled and is_busy)

    def test_its_words_are_not_to_be_said_any_more(self) -> None:
        (call,) = [one for one in shown(a_thanked(CALLED), now=MONDAY_NOON) if one.is_cancelled and not one.is_all_day]

        assert call.description.endswith("(W4, W10)")

    def test_a_step_that_came_by_time_alone_is_cancelled_when_it_is_answered(self) -> None:
        never_thanked = an_interview(events=(CALLED,), version=2)

        assert cancelled(shown(never_thanked, now=MONDAY_NOON)) == [
            "Done: Call Acme and ask for the decision",
            "No longer due: Thank Acme",
        ]

    def test_it_stays_where_it_was_when_it_was_done(self) -> None:
        late = a_call(date(2026, 8, 12), Result.NO_ANSWER)

        (call, _) = [one for one in shown(a_thanked(late), now=late.recorded_at) if one.is_cancelled][::-1]

        assert call.dtstart == datetime(2026, 8, 12, 8, 0, tzinfo=UTC)

    def test_after_thirty_days_it_is_gone(self) -> None:
        last_day = datetime(2026, 9, 3, 6, tzinfo=UTC)

        assert cancelled(shown(a_thanked(), now=last_day)) == ["Done: Thank Acme"]
        assert cancelled(shown(a_thanked(), now=last_day + timedelta(days=1))) == []

    def test_w2_a_thank_you_that_has_lapsed_is_cancelled_too(self) -> None:
        record = an_interview()
        before = next_of(record, now=TUESDAY_8_AM)

        (gone,) = [one for one in shown(record, now=MONDAY_8_AM) if one.is_cancelled]

        assert (gone.uid, gone.dtstart) == (before.uid, date(2026, 8, 4))
        assert gone.sequence > before.sequence

    def test_an_event_that_answers_nothing_cancels_nothing(self) -> None:
        note = an_event(EventKind.NOTE, date(2026, 8, 5), note="their office is moving")
        too_early = an_event(EventKind.THANK_YOU_SENT, date(2026, 8, 6))

        assert cancelled(shown(a_thanked(note, too_early))) == ["Done: Thank Acme"]

    def test_h4_a_letter_sent_again_leaves_one_check_cancelled_and_one_to_do(self) -> None:
        first, again = a_letter(date(2026, 8, 5)), a_letter(date(2026, 8, 6))

        events = shown(a_thanked(first, again), now=again.recorded_at)

        checks = [one for one in events if "Check with" in one.summary]
        assert sorted(one.is_cancelled for one in checks) == [False, True]
        assert len({one.uid for one in checks}) == 2


class TestTheTimeStamps:
    """F9: a stamp that stands still while the content moves makes a program keep what is stale."""

    EDITED = a_thanked(version=3, position="Analyst")
    LETTER_CAME = a_thanked(a_letter(date(2026, 8, 10)))

    @pytest.mark.parametrize(
        ("what", "before", "after"),
        [
            ("an overdue step moves to the next day", {}, {"now": MONDAY_8_AM + timedelta(days=1)}),
            ("the record is edited", {}, {"record": EDITED, "now": MONDAY_NOON}),
            ("something happened", {}, {"record": LETTER_CAME, "now": MONDAY_NOON}),
            ("the language changes", {}, {"language": "ru", "settings_version": 2, "now": MONDAY_NOON}),
            ("the name changes", {}, {"name": "Kim Example", "settings_version": 2, "now": MONDAY_NOON}),
            ("only time has passed", {"now": TUESDAY_8_AM, "record": an_interview()}, {"now": MONDAY_8_AM}),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_f9_they_move_with_whatever_moves_the_content(
        self, what: str, before: dict[str, Any], after: dict[str, Any]
    ) -> None:
        def fetched(record: Interview | None = None, **options: Any) -> str:
            return written(record or before.get("record") or a_thanked(), **options)

        one, other = fetched(**before), fetched(**{**before, **after})

        assert unstamped(one) != unstamped(other), what
        assert stamp(one) < stamp(other)

    def test_f9_nothing_else_claims_to_know_when_an_entry_last_changed(self) -> None:
        assert "LAST-MODIFIED" not in written(a_thanked(CALLED), now=MONDAY_NOON)
        assert "CREATED" not in written(a_thanked(CALLED), now=MONDAY_NOON)

    @given(later=st.timedeltas(min_value=timedelta(seconds=1), max_value=timedelta(days=200)))
    def test_f9_whenever_one_comes_again_what_has_changed_is_stamped_later(self, later: timedelta) -> None:
        one, other = written(a_thanked()), written(a_thanked(), now=MONDAY_8_AM + later)

        assert unstamped(one) == unstamped(other) or stamp(one) < stamp(other)

    def test_they_are_whole_seconds_in_utc_as_all_times_are(self) -> None:
        text = written(a_thanked(), now=datetime(2026, 8, 10, 8, 0, 5, 999_999, tzinfo=BERLIN))

        lines = [line for line in text.split("\r\n") if line.startswith(("DTSTAMP", "DTSTART", "DTEND"))]
        assert stamp(text) == "DTSTAMP:20260810T060005Z"
        assert len(lines) == 9
        assert all(re.search(r"(:\d{8}T\d{6}Z|;VALUE=DATE:\d{8})$", line) for line in lines)
