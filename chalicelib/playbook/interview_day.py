"""When an interview takes place: the facts that a move replaces, all together (T, `interview_moved`); and the calendar
entry that told them, if one did."""

from datetime import date, datetime, time

from msgspec import Struct

LONG_AGO, FAR_AHEAD = 60, 270  # calendar days; beyond them a mistyped year is likelier than the day itself (T)

LONGEST_UID, LAST_SEQUENCE = 300, 999_999_999  # characters of an entry's UID; and the last of its versions


class InterviewDay(Struct, frozen=True, kw_only=True):
    """The day and hour of an interview (its own zone), the day on which they were set (owner's zone), and the day that
    was agreed for the answer."""

    interview_on: date
    interview_time: time | None = None
    dated_on: date
    answer_expected_on: date | None = None

    def moved_to(self, interview_on: date, interview_time: time | None, on: date) -> "InterviewDay":
        """The day after a move that was heard on the day ``on``. Without an hour the old one is dropped, and so is an
        answer day that is no longer after the interview."""
        expected_on = self.answer_expected_on
        return InterviewDay(
            interview_on=interview_on,
            interview_time=interview_time,
            dated_on=on,
            answer_expected_on=expected_on if expected_on and expected_on > interview_on else None,
        )


class CalendarOrigin(Struct, frozen=True, kw_only=True):
    """The entry that a record's day and hour were taken from (RFC 5545).

    - ``sequence`` counts its versions; some programs never count, and then ``stamped_at`` tells which is newer.
    - ``interview_on`` and ``interview_time`` are what the record got of it, so that one sees whether the owner has
      changed them since.
    """

    uid: str
    sequence: int = 0
    stamped_at: datetime | None = None
    interview_on: date
    interview_time: time | None = None

    def is_older_than(self, sequence: int, stamped_at: datetime | None) -> bool:
        """Whether a version of the entry is newer than the one that was recorded."""
        if sequence != self.sequence:
            return sequence > self.sequence
        return bool(stamped_at and (self.stamped_at is None or stamped_at > self.stamped_at))


def odd_distance(interview_on: date, dated_on: date) -> int | None:
    """How many calendar days an interview lies ahead (negative: back) of the day on which it was set, if that is so far
    that its year may be mistyped; None otherwise (T, the record)."""
    days = (interview_on - dated_on).days
    return None if -LONG_AGO <= days <= FAR_AHEAD else days
