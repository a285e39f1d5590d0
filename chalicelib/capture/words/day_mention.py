"""A day that a text names, and what has to be asked about it."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from chalicelib.capture.found import Doubt
from chalicelib.capture.words.sentences import Span
from chalicelib.playbook.step import translatable

DAY = "interview_on"  # the field that is asked about; whoever reads another one renames the doubt

NEXT_WEEKDAY = Doubt(
    DAY, translatable("can mean the next such weekday or the one in the week after: is it the right one?")
)
CONTRADICTION = Doubt(DAY, translatable("is named with a weekday that it does not fall on"))
DAY_OR_MONTH = Doubt(DAY, translatable("can be read with the day or with the month first"))
OF_AN_UNKNOWN_WEEK = Doubt(DAY, translatable("is named as a weekday of a week that the text does not tell"))
OF_THE_SAME_WEEKDAY = Doubt(DAY, translatable("is a weekday named on that very weekday: today, or a week later?"))
NO_SUCH_DAY = Doubt(DAY, translatable("is a day that does not exist"))


class DayMention(Struct, frozen=True):
    """A day, or several between which the text leaves the choice, and where it is named.

    - ``days``: empty if it cannot be said which day is meant; then ``doubt`` says why
    - ``weekday``: the one named, Monday is 0; None if none is
    - ``is_weekday_only``: named by nothing but its weekday
    """

    span: Span
    days: tuple[date, ...] = ()
    doubt: Doubt | None = None
    weekday: int | None = None
    is_weekday_only: bool = False

    @property
    def day(self) -> date | None:
        """The day, if the mention names exactly one."""
        return self.days[0] if len(self.days) == 1 else None
