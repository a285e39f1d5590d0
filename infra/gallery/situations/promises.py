"""When to ask: what they promised, what is usual, and what they asked the owner to wait for (W)."""

from __future__ import annotations

from chalicelib.playbook.event import EventKind, Result
from chalicelib.playbook.interview_facts import Channel
from chalicelib.playbook.step import StepKind
from infra.gallery.cast import august, called, happened, heard, thanked
from infra.gallery.situation import on

SITUATIONS = (
    on(august(10), "A week has passed and nothing was agreed", StepKind.STATUS_CALL, thanked()),
    on(
        august(6),
        "A sales role, where they wait for the call",
        StepKind.STATUS_CALL,
        thanked(position="Sales Manager"),
    ),
    on(
        august(6),
        "The owner knows that persistence is expected",
        StepKind.STATUS_CALL,
        thanked(position="Warehouse Manager", persistence_expected=True),
    ),
    on(august(17), "A security check is running", StepKind.STATUS_CALL, thanked(background_check=True)),
    on(august(10), "There was a test task", StepKind.STATUS_CALL, thanked(test_task=True)),
    on(
        august(17),
        "They promised to call and the day has passed",
        StepKind.STATUS_CALL,
        thanked(answer_expected_on=august(14), answer_channel=Channel.PHONE),
    ),
    on(
        august(17),
        "They promised to write and the day has passed",
        StepKind.STATUS_CALL,
        thanked(answer_expected_on=august(14), answer_channel=Channel.EMAIL, may_call=True),
    ),
    on(
        august(17),
        "They promised an answer and the day has passed",
        StepKind.STATUS_CALL,
        thanked(answer_expected_on=august(14)),
    ),
    on(
        august(10),
        "The promised day is still ahead",
        StepKind.STATUS_CALL,
        thanked(answer_expected_on=august(14), answer_channel=Channel.EMAIL),
    ),
    on(
        august(10),
        "They said that they would call, no day was named",
        StepKind.STATUS_CALL,
        thanked(answer_channel=Channel.PHONE),
    ),
    on(
        august(19),
        "They asked on the phone to wait until a day, which has passed",
        StepKind.STATUS_CALL,
        thanked(events=(called(august(10), Result.TOLD_TO_WAIT, until=august(18)),)),
    ),
    on(
        august(17),
        "They asked on the phone to wait and named no day",
        StepKind.STATUS_CALL,
        thanked(events=(called(august(10), Result.TOLD_TO_WAIT),)),
    ),
    on(
        august(19),
        "They asked by mail to wait until a day, which has passed",
        StepKind.STATUS_CALL,
        thanked(events=(heard(august(7), Result.TOLD_TO_WAIT, until=august(18)),)),
    ),
    on(
        august(12),
        "They asked to wait until a day that is still ahead",
        StepKind.STATUS_CALL,
        thanked(events=(called(august(10), Result.TOLD_TO_WAIT, until=august(18)),)),
    ),
    on(august(13), "The status call is overdue by three days", StepKind.STATUS_CALL, thanked()),
    on(
        august(12),
        "The owner put the call off until today",
        StepKind.STATUS_CALL,
        thanked(events=(happened(EventKind.SNOOZED, august(10), until=august(12)),)),
    ),
)
