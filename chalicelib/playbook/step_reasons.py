"""The reasons of the steps, in one place: what each step says for itself, and the rules behind it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from chalicelib.playbook.step import Fact, Reason, translatable

# These sentences have names because ``evidence`` looks up the survey's figures by them.
ANSWER_PROMISED = translatable(
    "They named {answer_expected_on} for the answer: once that day has passed without it, it is time to ask."
)
NOTHING_AGREED = translatable(
    "No day for the answer was agreed. It mostly takes 2 to 5 days: after {days} working days it is time to ask."
)
WAITED_UNTIL = translatable("They asked you to wait until {until}: once that day has passed without word, ask again.")
TWO_WEEKS_OF_SILENCE = translatable(
    "Nothing has come in the two weeks since {base_on}: one closing word, and then you are free to move on."
)
CLOSING_UNANSWERED = translatable(
    "If the closing word of {contact_on} has no answer after five working days, count it as a refusal and move on."
)


def closing_question() -> Reason:
    return Reason(
        "Before the interview ends, ask when to expect the answer, how it will reach you, and whether you may call.",
        ("W1", "S9"),
    )


def closing_question_again() -> Reason:
    return Reason(
        "You know already what they said about the answer. Before the interview ends, make sure that it still holds.",
        ("W1", "S9"),
    )


def thank_you() -> Reason:
    return Reason(
        "A thank-you letter is always worth it, best within two days of the interview.",
        ("W2",),
    )


def thank_you_asks() -> Reason:
    return Reason(
        "You noted no day for their answer, so the letter also asks, lightly, when to expect it. "
        "If they did name one, add it, and the letter changes.",
        ("W1",),
    )


def thank_each(left: int) -> Reason:
    return _counted(
        "Several people were there, and each gets a letter: one is still to be written.",
        "Several people were there, and each gets a letter: {left} are still to be written.",
        left,
        ("W2", "C4"),
        {"left": left},
    )


def answer_promised(answer_expected_on: date) -> Reason:
    return Reason(
        ANSWER_PROMISED,
        ("W3", "W10"),
        {"answer_expected_on": answer_expected_on},
    )


def nothing_agreed(days: int) -> Reason:
    return Reason(
        NOTHING_AGREED,
        ("W4", "W10"),
        {"days": days},
    )


def persistence(days: int) -> Reason:
    return Reason(
        "Persistence is part of this job, and recruiters often wait to see who gets in touch: "
        "after {days} working days it is time to ask.",
        ("W5", "W10"),
        {"days": days},
    )


def background_check() -> Reason:
    return Reason("A background check is running, so they get up to a week more.", ("W6",))


def waited_until(until: date) -> Reason:
    return Reason(
        WAITED_UNTIL,
        ("W3", "W10"),
        {"until": until},
    )


def waited_long_enough() -> Reason:
    return Reason("They asked you to wait and named no day: five working days are enough.", ("W3", "W10"))


def no_phone() -> Reason:
    return Reason("There is no number to call, so a letter it is.", ("H1", "H2"))


def calls_unwelcome() -> Reason:
    return Reason("They would rather not be called, so write.", ("W1",))


def letter_after_call(call_on: date) -> Reason:
    return Reason(
        "The call on {call_on} reached nobody, so one letter follows: then they know that you are interested.",
        ("H5", "W10"),
        {"call_on": call_on},
    )


def further_attempt(call_on: date, days: int) -> Reason:
    return _counted(
        "The call on {call_on} reached nobody and there is no address to write to: "
        "the next working day is the time to try again.",
        "The call on {call_on} reached nobody and there is no address to write to: "
        "after {days} working days it is time to try again.",
        days,
        ("H5", "W10"),
        {"call_on": call_on, "days": days},
    )


def receipt(letter_on: date) -> Reason:
    return Reason(
        "A letter may land in Spam: a short call makes sure that your letter of {letter_on} arrived.",
        ("H4", "W7"),
        {"letter_on": letter_on},
    )


def settles_both() -> Reason:
    return Reason("It is also the day of the call that the letter announced: one call settles both.", ("W7",))


def follow_up(letter_on: date) -> Reason:
    return Reason(
        "Your letter of {letter_on} said that you would call after three days: they may be expecting it.",
        ("W7", "H2"),
        {"letter_on": letter_on},
    )


def second_letter(letter_on: date) -> Reason:
    return Reason(
        "Five working days after the letter of {letter_on}, if nothing has come, a second and shorter one follows.",
        ("W7", "W10"),
        {"letter_on": letter_on},
    )


def agreed(call_again_on: date) -> Reason:
    return Reason("You agreed to call again on {call_again_on}.", ("W8", "W10"), {"call_again_on": call_again_on})


def no_day_agreed(call_on: date) -> Reason:
    return Reason(
        "The call on {call_on} ended without a decision and without a day: "
        "after five working days it is time to call again.",
        ("W8", "H6"),
        {"call_on": call_on},
    )


def closing(base_on: date) -> Reason:
    return Reason(
        TWO_WEEKS_OF_SILENCE,
        ("W9", "S8"),
        {"base_on": base_on},
    )


def closing_after_calls() -> Reason:
    return Reason(
        "Three calls in a row ended without a decision or a day: one closing word, then move on.",
        ("W9", "S8"),
    )


def closing_unanswered(contact_on: date) -> Reason:
    return Reason(
        CLOSING_UNANSWERED,
        ("W9", "M1", "M3", "M4"),
        {"contact_on": contact_on},
    )


def attempts_used_up(attempts: int) -> Reason:
    return _counted(
        "You have tried once, which is as often as moderation allows: count it as a refusal and move on.",
        "You have tried {attempts} times, which is as often as moderation allows: count it as a refusal and move on.",
        attempts,
        ("H5", "W9", "M1", "M3", "M4"),
        {"attempts": attempts},
    )


def reasons_call(refused_on: date) -> Reason:
    return Reason(
        "They said no on {refused_on} and gave no reasons: a polite call may tell you what was missing.",
        ("S6",),
        {"refused_on": refused_on},
    )


def reasons_call_again(call_on: date) -> Reason:
    return Reason(
        "The call on {call_on} about the reasons reached nobody: try once more, then let it be.",
        ("S6", "H5"),
        {"call_on": call_on},
    )


def reasons_call_put_off(until: date) -> Reason:
    return Reason("They asked you to call about the reasons after {until}.", ("S6",), {"until": until})


def reasons_deadline(requested_on: date, days: int) -> Reason:
    return _counted(
        "You asked for the reasons in writing on {requested_on}: the working day that the law gives them is over.",
        "You asked for the reasons in writing on {requested_on}: the {days} working days that the law gives them end.",
        days,
        ("S7",),
        {"requested_on": requested_on, "days": days},
    )


def offer_until(heard_on: date, until: date) -> Reason:
    return Reason(
        "They made an offer on {heard_on}, to be answered by {until}.",
        ("M2",),
        {"heard_on": heard_on, "until": until},
    )


def offer_without_a_day(heard_on: date, days: int) -> Reason:
    return Reason(
        "They made an offer on {heard_on}: give your answer within {days} working days.",
        ("M2",),
        {"heard_on": heard_on, "days": days},
    )


def moved_without_a_day(interview_on: date, moved_on: date) -> Reason:
    return Reason(
        "On {moved_on} they moved the interview of {interview_on} and named no new day. "
        "Three working days are long enough to wait: ask.",
        ("W13", "W10"),
        {"interview_on": interview_on, "moved_on": moved_on},
    )


def invited_without_a_day(invited_on: date) -> Reason:
    return Reason(
        "On {invited_on} they invited you to the next round and named no day. "
        "Three working days are long enough to wait: ask.",
        ("W13", "W10"),
        {"invited_on": invited_on},
    )


def snoozed(until: date) -> Reason:
    return Reason("You put this off until {until}.", ("H5",), {"until": until})


def day_off() -> Reason:
    return Reason("That day is off where they are, so the next working day it is.", ("W10",))


def number_was_wrong() -> Reason:
    return Reason(
        "The number was wrong and is not proposed again. If you find the right one, put it into the record.",
        ("C1",),
    )


def persistence_is_a_guess() -> Reason:
    return Reason("That is a guess from the position; the record can say otherwise.", ("W5",))


def attempts_used_up_elsewhere(attempts: int) -> Reason:
    return _counted(
        "In earlier rounds you have tried once, which is as often as moderation allows: if they stay silent, move on.",
        "In earlier rounds you have tried {attempts} times, which is as often as moderation allows: "
        "if they stay silent, move on.",
        attempts,
        ("H5", "W9", "M1", "M3", "M4"),
        {"attempts": attempts},
    )


def keep_the_contact() -> Reason:
    return Reason("Stay polite and keep the contact: today's recruiter may be a director in five years.", ("M3",))


def _counted(singular: str, plural: str, number: int, rules: tuple[str, ...], facts: Mapping[str, Fact]) -> Reason:
    """A reason that counts something."""
    return Reason(singular, rules, facts, plural=plural, number=number)
