"""A Russian call goes on from those before it: whom one knows is greeted by name, and no two calls are alike."""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations

import pytest

from chalicelib.playbook.contact import Role
from chalicelib.playbook.event import Result
from chalicelib.playbook.owner import Tone
from chalicelib.playbook.step import StepKind
from tests.drafts.given import CALLS, branch, opening
from tests.drafts.russian import FRIDAY, NEXT_FRIDAY, in_russian, met, said
from tests.factories import a_call, a_contact, an_answer, an_interview

NO_DECISION = a_call(FRIDAY, Result.NO_DECISION, call_again_on=NEXT_FRIDAY)


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("day", [None, NEXT_FRIDAY], ids=["no day", "a day"])
def test_w8_four_agreed_calls_in_a_row_have_nothing_in_common_but_the_greeting_and_the_thanks(
    day: date | None, tone: Tone
) -> None:
    talk = a_call(FRIDAY, Result.NO_DECISION, call_again_on=day)
    calls = [
        said(StepKind.AGREED_CALL, an_interview(events=(talk,) * talks), in_russian(tone=tone)) for talks in range(1, 5)
    ]

    words = [{*re.split(r"(?<=[.!?)])\s+", opening(call).partition("\n\n")[2])} for call in calls]
    for one, other in combinations(words, 2):
        assert one & other <= {"(Дождитесь ответа.)", "Благодарю.", "Спасибо!"}


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("kind", [kind for kind in CALLS if kind is not StepKind.CLOSING_QUESTION])
def test_s1_who_was_on_the_phone_before_hears_the_first_name_as_a_question_and_a_pause(
    kind: StepKind, tone: Tone
) -> None:
    words = opening(said(kind, met("Дана Винтер", events=(NO_DECISION,)), in_russian(tone=tone)))

    asked = r"(Здравствуйте! Дана\?|Дана\? Добрый день!) Это снова Alex Example\.\n\n\(Дождитесь ответа\.\)\n\n"
    assert re.match(asked, words)
    assert "Скажите, это" not in words


@pytest.mark.parametrize("tone", Tone)
def test_s1_who_was_on_the_phone_before_and_has_no_sure_first_name_is_not_asked_for_again(tone: Tone) -> None:
    words = opening(
        said(StepKind.AGREED_CALL, met("Александра-Анна Винтер", events=(NO_DECISION,)), in_russian(tone=tone))
    )

    assert re.match(r"(Здравствуйте|Добрый день), это снова Alex Example\.\n\n\(Дождитесь ответа\.\)\n\n", words)
    assert "Винтер" not in words


@pytest.mark.parametrize("tone", Tone)
def test_s1_who_was_called_in_vain_is_asked_for_by_the_first_name(tone: Tone) -> None:
    tried = met("Дана Винтер", events=(a_call(FRIDAY, Result.NO_ANSWER),))

    hello = {Tone.FORMAL: "Здравствуйте! Дана? Это Alex", Tone.FRIENDLY: "Дана? Добрый день! Это Alex"}
    assert opening(said(StepKind.STATUS_CALL, tried, in_russian(tone=tone))).startswith(hello[tone])


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("position", ["Data Engineer", ""])
def test_s6_the_second_reasons_call_names_the_vacancy_or_else_the_interview(position: str, tone: Tone) -> None:
    refused = (an_answer(FRIDAY, Result.REFUSAL), a_call(NEXT_FRIDAY, Result.NO_ANSWER))
    again = an_interview(position=position, events=refused)

    before, day, _ = opening(said(StepKind.REASONS_CALL, again, in_russian(tone=tone))).partition("14 августа")

    assert day
    assert ("вакансии «Data Engineer»" if position else "собеседования 3 августа") in before


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("talks", [1, 4])
@pytest.mark.parametrize("result", [Result.NO_DECISION, Result.TOLD_TO_WAIT])
@pytest.mark.parametrize("kind", [StepKind.STATUS_CALL, StepKind.AGREED_CALL, StepKind.CLOSING_CONTACT])
def test_s5_whom_the_main_line_puts_through_is_not_taken_for_who_was_in_the_talk(
    kind: StepKind, result: Result, talks: int, tone: Tone
) -> None:
    office = an_interview(contacts=(a_contact(role=Role.OFFICE, name=None),), events=(a_call(FRIDAY, result),) * talks)

    script = said(kind, office, in_russian(tone=tone))

    assert "7 августа" in branch(script, "Если Вас соединили")
    assert not re.search(r"[Мм]ы (с Вами |уже )?(созванив|говорил|общал)|Вы просили|снова Alex", script.text)


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("kind", CALLS)
def test_s1_whoever_picks_up_for_somebody_who_is_gone_hears_what_the_call_is_about(kind: StepKind, tone: Tone) -> None:
    words = branch(said(kind, owner=in_russian(tone=tone)), "Если человек в отпуске")

    assert (
        "Мне предложили у Вас работу." if kind is StepKind.OFFER_TIME_CALL else "вакансией «Data Engineer»?"
    ) in words


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("kind", CALLS)
def test_s1_when_to_call_again_is_asked_and_heard_before_the_caller_goes_on(kind: StepKind, tone: Tone) -> None:
    words = branch(said(kind, owner=in_russian(tone=tone)), "Если человек на встрече")

    assert "Когда лучше перезвонить?\n\n(Запишите день и час.)\n\nМеня зовут Alex Example." in words
