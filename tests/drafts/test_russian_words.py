"""What each Russian letter and call carries (S1 to S9, M2)."""

from __future__ import annotations

import pytest

from chalicelib.playbook.event import Result
from chalicelib.playbook.interview_facts import Channel
from chalicelib.playbook.owner import Tone
from chalicelib.playbook.reasons_term import REASONS_TERMS
from chalicelib.playbook.step import StepKind
from tests.drafts.given import (
    CALLS,
    TEMPLATES,
    branch,
    opening,
    the_second_letter,
)
from tests.drafts.russian import (
    FRIDAY,
    NEXT_FRIDAY,
    a_full_record,
    in_russian,
    met,
    said,
    written,
)
from tests.factories import a_call, an_interview


class TestTheLetters:
    def test_s2_the_status_letter_thanks_asks_and_hopes_and_w7_says_when_it_will_be_followed_up(self) -> None:
        letter = written(StepKind.STATUS_LETTER, an_interview(test_task=True), promised_call_on=NEXT_FRIDAY)

        assert "Меня зовут Alex Example. 3 августа у меня было собеседование в компании «Acme»" in letter.text
        assert "спасибо за время" in letter.text
        assert "какое решение принято по итогам собеседования и тестового задания?" in letter.text
        assert "Надеюсь на продолжение" in letter.text
        assert "14 августа я Вам позвоню" in letter.text
        assert letter.subject == "Собеседование 3 августа, «Data Engineer»: есть ли новости?"

    def test_w7_without_a_call_to_make_none_is_promised(self) -> None:
        assert "позвоню" not in written(StepKind.STATUS_LETTER, promised_call_on=None).text

    def test_s2_the_second_letter_is_shorter_and_asks_about_a_next_meeting(self) -> None:
        first = written(StepKind.STATUS_LETTER)
        second = written(StepKind.STATUS_LETTER, step=the_second_letter(), letter_sent_on=FRIDAY)

        assert len(second.text) < len(first.text)
        assert "7 августа от меня было письмо о собеседовании 3 августа на позицию «Data Engineer»." in second.text
        assert "следующую встречу, например с будущим руководителем?" in second.text

    def test_s3_the_thank_you_letter_thanks_and_looks_forward_and_w2_asks_when_lightly(self) -> None:
        text = written(StepKind.THANK_YOU_LETTER).text

        assert "Спасибо за приглашение на собеседование 3 августа, за Ваше время и внимание." in text
        assert "ещё интереснее" in text
        assert "Буду ждать Вашего ответа. Если можно, подскажите примерные сроки." in text
        assert "\nкандидат на позицию «Data Engineer»\n" in text

    def test_w2_an_agreed_day_is_waited_for_and_not_asked_for(self) -> None:
        interview = an_interview(answer_expected_on=NEXT_FRIDAY, answer_channel=Channel.EMAIL)

        text = written(StepKind.THANK_YOU_LETTER, interview).text

        assert "Вы говорили, что напишете не позднее 14 августа: буду ждать." in text
        assert "сроки" not in text

    @pytest.mark.parametrize(
        ("notes", "touch"),
        [
            ("touch: Ваша статья об очередях очень мне пригодилась.", "Ваша статья об очередях очень мне пригодилась."),
            ("понравилось: как Вы планируете неделю", "Особенно понравилось, как Вы планируете неделю."),
            ("Понравилось: что в офисе тихо.", "Особенно понравилось, что в офисе тихо."),
            ("понравилось: то, как Вы слушаете", "Особенно понравилось то, как Вы слушаете."),
        ],
    )
    def test_s3_a_note_line_written_for_the_letter_is_its_personal_touch(self, notes: str, touch: str) -> None:
        assert f"\n\n{touch}\n\n" in written(StepKind.THANK_YOU_LETTER, an_interview(notes=notes)).text

    def test_s3_a_note_that_would_not_read_well_stays_private(self) -> None:
        plain = written(StepKind.THANK_YOU_LETTER)

        assert written(StepKind.THANK_YOU_LETTER, an_interview(notes="понравилось: офис у реки")).text == plain.text

    def test_s7_in_russia_the_request_names_article_64_and_seven_working_days(self) -> None:
        letter = written(StepKind.REASONS_REQUEST, a_full_record())

        assert "7 августа Вы сообщили мне об отказе." in letter.text
        assert "статьи 64 Трудового кодекса РФ" in letter.text
        assert "семь рабочих дней" in letter.text
        assert "оно может навредить: слухи расходятся" in letter.notice

    def test_s7_where_no_law_is_known_it_is_plainly_a_request(self) -> None:
        letter = written(StepKind.REASONS_REQUEST, an_interview(employer_country="DE"))

        assert "Прошу Вас письменно сообщить причины этого решения." in letter.text
        assert "кодекс" not in letter.text
        assert "письмо остаётся просьбой" in letter.notice

    def test_s7_every_law_the_product_knows_has_its_words(self) -> None:
        laws = TEMPLATES / "drafts" / "ru" / "reasons_request" / "law"

        assert {path.stem for path in laws.iterdir()} == set(REASONS_TERMS)

    def test_s8_the_closing_letter_is_a_polite_last_word_with_the_door_open(self) -> None:
        text = written(StepKind.CLOSING_CONTACT, silent_since=FRIDAY).text

        assert "После 7 августа новостей от Вас не было" in text
        assert "Больше не буду Вас этим беспокоить." in text
        assert "пожалуйста, дайте мне знать" in text
        assert "Желаю успехов" in text

    def test_m2_the_letter_about_an_offer_asks_for_a_decision_by_a_day_and_names_nobody(self) -> None:
        letter = written(StepKind.OFFER_LETTER)

        assert "мне предложили другую работу" in letter.text
        assert "Сможете ли Вы сообщить мне о решении не позднее 14 августа?" in letter.text
        assert "Globex" not in letter.text


class TestTheCalls:
    @pytest.mark.parametrize(
        ("tone", "name", "hello"),
        [
            (Tone.FORMAL, "Винтер Дана Сергеевна", "Здравствуйте, это Дана Сергеевна? Меня зовут Alex Example. "),
            (Tone.FRIENDLY, "Дана Винтер", "Добрый день, это Дана Винтер? Меня зовут Alex Example. "),
            (Tone.FORMAL, None, "Здравствуйте! Меня зовут Alex Example. "),
        ],
    )
    def test_s1_it_greets_by_name_and_asks_for_two_minutes(self, tone: Tone, name: str | None, hello: str) -> None:
        words = opening(said(StepKind.STATUS_CALL, met(name), in_russian(tone=tone)))

        assert words.startswith(f"{hello}У Вас найдётся две минуты?")

    def test_s1_it_says_when_and_what_for_and_leaves_both_answers_open(self) -> None:
        words = opening(said(StepKind.STATUS_CALL))

        assert "3 августа у меня было собеседование в Вашей компании на позицию «Data Engineer»." in words
        assert "после собеседования стало ещё интереснее" in words
        assert words.endswith("есть ли у меня ещё шанс или лучше искать дальше?")

    @pytest.mark.parametrize(
        ("heading", "point"),
        [
            ("Если сейчас неудобно", "Когда Вам будет удобнее?"),
            ("Если решение принято: да", "Что будет дальше"),
            ("Если решение принято: нет", "чего мне не хватило?"),
            ("Если решение принято: нет", "можно мне откликнуться ещё раз?"),
            ("Если решения ещё нет", "В какой день мне лучше перезвонить?"),
            ("Если человека нет на месте", "Кто теперь этим занимается"),
            ("Если человека нет на месте", "резюме"),
            ("Если включился автоответчик", "Мой номер: +49 30 23125 020."),
            ("Если говорят: «Мы не смогли до Вас дозвониться»", "Какой мой номер у Вас записан?"),
        ],
    )
    def test_s1_every_turn_of_the_call_has_its_branch(self, heading: str, point: str) -> None:
        assert point in branch(said(StepKind.STATUS_CALL), heading)

    @pytest.mark.parametrize("kind", CALLS)
    def test_s1_every_script_ends_with_thanks(self, kind: StepKind) -> None:
        assert "спасибо" in said(kind).passages[-1].text.lower()

    @pytest.mark.parametrize(
        ("channel", "wording"),
        [
            (Channel.PHONE, "Вы собирались позвонить не позднее 7 августа"),
            (Channel.EMAIL, "Вы собирались написать не позднее 7 августа"),
            (None, "Вы говорили, что ответ будет не позднее 7 августа."),
        ],
    )
    def test_w3_an_agreed_day_that_has_passed_is_recalled(self, channel: Channel | None, wording: str) -> None:
        interview = an_interview(answer_channel=channel, answer_expected_on=FRIDAY)

        assert wording in opening(said(StepKind.STATUS_CALL, interview))

    def test_s4_the_receipt_call_asks_for_the_letter_of_its_day_and_thinks_of_spam(self) -> None:
        script = said(StepKind.RECEIPT_CALL, letter_sent_on=FRIDAY)

        assert "7 августа от меня было электронное письмо об этом." in opening(script)
        assert "решени" not in opening(script)
        assert "«Спам»" in branch(script, "Если письма нет")
        assert "отправить его ещё раз" in branch(script, "Если письма нет")

    @pytest.mark.parametrize("kind", CALLS)
    def test_s5_the_main_line_is_asked_who_decides_and_how_to_reach_them(self, kind: StepKind) -> None:
        words = opening(said(kind, a_full_record(events=())))

        assert words.startswith("Здравствуйте, это Приёмная?")
        assert "Насколько я понимаю, этим занимается Винтер Дана Сергеевна." in words
        assert "кто принимает решение и как с этим человеком лучше связаться?" in words

    def test_s6_the_reasons_call_asks_without_arguing(self) -> None:
        words = opening(said(StepKind.REASONS_CALL))

        assert "звоню не для того, чтобы спорить" in words
        assert "чего мне не хватило" in words
        assert "можно мне откликнуться ещё раз?" in words

    def test_w7_the_follow_up_recalls_the_letter(self) -> None:
        assert "7 августа от меня было письмо" in opening(said(StepKind.FOLLOW_UP_CALL, letter_sent_on=FRIDAY))

    def test_w8_the_agreed_call_recalls_the_agreement(self) -> None:
        talked = a_call(FRIDAY, Result.NO_DECISION, call_again_on=NEXT_FRIDAY)

        words = opening(said(StepKind.AGREED_CALL, an_interview(events=(talked,))))

        assert "Когда мы разговаривали 7 августа, решения ещё не было, и мы договорились, что я перезвоню." in words

    def test_s8_the_closing_call_is_a_polite_last_word_with_the_door_open(self) -> None:
        script = said(StepKind.CLOSING_CONTACT, silent_since=FRIDAY)

        assert "Последние новости от Вас были 7 августа." in opening(script)
        assert "спрашиваю в последний раз" in opening(script)
        assert "вспомните, пожалуйста, обо мне" in branch(script, "Перед тем как попрощаться")

    def test_s9_the_closing_question_asks_when_how_and_whether_to_call(self) -> None:
        text = said(StepKind.CLOSING_QUESTION).text

        assert "когда мне ждать ответа" in text
        assert "позвоните или напишете?" in text
        assert "можно мне Вам позвонить?" in text
