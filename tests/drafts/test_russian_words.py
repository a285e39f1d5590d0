"""What each Russian letter and call carries (S1 to S9, M2)."""

from __future__ import annotations

import re
from datetime import date

import pytest
from msgspec.structs import replace

from chalicelib.playbook.contact import Role
from chalicelib.playbook.event import EventKind, Result
from chalicelib.playbook.interview_facts import Channel, Format
from chalicelib.playbook.owner import Tone
from chalicelib.playbook.reasons_term import REASONS_TERMS
from chalicelib.playbook.step import StepKind
from tests.drafts.given import CALLS, TEMPLATES, branch, opening, the_second_letter
from tests.drafts.russian import (
    FRIDAY,
    NEXT_FRIDAY,
    a_full_record,
    in_russian,
    met,
    said,
    sentences_of,
    written,
)
from tests.factories import a_call, a_contact, a_letter, an_answer, an_event, an_interview

TUESDAY = date(2026, 8, 4)
THANKED = an_event(EventKind.THANK_YOU_SENT, TUESDAY)
NO_DECISION = a_call(FRIDAY, Result.NO_DECISION, call_again_on=NEXT_FRIDAY)
both_tones = pytest.mark.parametrize("tone", Tone)


class TestTheLetters:
    def test_s2_a_stranger_reads_who_writes_the_day_and_the_position(self) -> None:
        letter = written(StepKind.STATUS_LETTER)

        assert "Меня зовут Alex Example. 3 августа у меня было собеседование" in letter.text
        assert "по вакансии «Data Engineer»" in letter.text
        assert letter.subject == "Вакансия «Data Engineer»: есть ли новости?"

    @both_tones
    def test_s2_who_was_thanked_reads_a_second_letter_and_meets_nobody_again(self, tone: Tone) -> None:
        letter = written(StepKind.STATUS_LETTER, an_interview(events=(THANKED,)), in_russian(tone=tone))

        assert "Ещё раз " in sentences_of(letter)[1]
        assert "Меня зовут" not in letter.text

    @both_tones
    def test_s2_it_thanks_asks_for_the_decision_and_the_test_task_and_hopes(self, tone: Tone) -> None:
        text = written(StepKind.STATUS_LETTER, an_interview(test_task=True), in_russian(tone=tone)).text

        assert "за время" in text
        assert "решение?" in text
        assert "тестовое задание?" in text
        assert "надеюсь на продолжение" in text

    @pytest.mark.parametrize(
        ("tone", "leave"),
        [(Tone.FORMAL, "Если Вам удобнее по телефону, могу позвонить"), (Tone.FRIENDLY, "можно я позвоню")],
    )
    def test_w7_a_call_is_offered_and_not_announced(self, tone: Tone, leave: str) -> None:
        text = written(StepKind.STATUS_LETTER, owner=in_russian(tone=tone), promised_call_on=NEXT_FRIDAY).text

        (sentence,) = (one for one in text.split("\n\n") if "14 августа" in one)
        assert leave in sentence

    def test_w7_without_a_call_to_make_none_is_promised(self) -> None:
        assert "позвоню" not in written(StepKind.STATUS_LETTER, promised_call_on=None).text

    @both_tones
    def test_h5_a_letter_after_a_call_that_reached_nobody_says_so(self, tone: Tone) -> None:
        tried = an_interview(events=(a_call(FRIDAY, Result.NO_ANSWER),))

        assert (
            "7 августа дозвониться до Вас не получилось"
            in written(StepKind.STATUS_LETTER, tried, in_russian(tone=tone)).text
        )

    @both_tones
    def test_s2_who_was_not_there_reads_who_knows_how_it_went(self, tone: Tone) -> None:
        hosts = (
            a_contact(name="Пётр Летов", met=True, email=None),
            a_contact(name="Игорь Долгов", met=True, email=None),
        )
        recruiter = a_contact(name="Дана Винтер")

        text = written(StepKind.STATUS_LETTER, an_interview(contacts=(recruiter, *hosts)), in_russian(tone=tone)).text

        assert "О том, как оно прошло, могут рассказать Пётр Летов и Игорь Долгов." in text

    @both_tones
    def test_s2_the_second_letter_is_shorter_refers_to_the_first_and_asks_about_a_next_meeting(
        self, tone: Tone
    ) -> None:
        owner = in_russian(tone=tone)
        first = written(StepKind.STATUS_LETTER, owner=owner)
        second = written(StepKind.STATUS_LETTER, owner=owner, step=the_second_letter(), letter_sent_on=FRIDAY)

        assert len(second.text) < len(first.text)
        assert "от 7 августа" in sentences_of(second)[1]
        assert "встреч" in second.text
        assert "с будущим руководителем?" in second.text

    @both_tones
    def test_s3_the_thank_you_letter_thanks_and_looks_forward_and_w2_asks_when_lightly(self, tone: Tone) -> None:
        text = written(StepKind.THANK_YOU_LETTER, owner=in_russian(tone=tone)).text

        assert "приглашение на собеседование 3 августа" in text or "разговор 3 августа" in text
        assert "врем" in text
        assert "внимание" in text
        assert "ещё больше" in text or "даже больше" in text
        assert "когда примерно" in text
        assert "\nВакансия: «Data Engineer»\n" in text

    @both_tones
    @pytest.mark.parametrize(
        ("channel", "words"),
        [
            (Channel.EMAIL, ("письма", "написать")),
            (Channel.PHONE, ("звонка", "позвонить")),
            (None, ("ответа", "ответить")),
        ],
    )
    @pytest.mark.parametrize("number", [1, 2, 3])
    def test_w2_an_agreed_day_is_waited_for_and_not_asked_for(
        self, number: int, channel: Channel | None, words: tuple[str, str], tone: Tone
    ) -> None:
        interview = an_interview(answer_expected_on=NEXT_FRIDAY, answer_channel=channel, round=number)

        text = written(StepKind.THANK_YOU_LETTER, interview, in_russian(tone=tone)).text

        assert "14 августа" in text
        assert any(word in text for word in words)
        assert "?" not in text
        assert "срок" not in text

    @both_tones
    def test_c4_no_two_thank_you_letters_are_alike(self, tone: Tone) -> None:
        texts = [
            set(sentences_of(written(StepKind.THANK_YOU_LETTER, an_interview(round=number), in_russian(tone=tone)))[1:])
            for number in (1, 2, 3)
        ]

        common = [texts[0] & texts[1], texts[1] & texts[2], texts[0] & texts[2]]
        assert all(len(sentence.split()) <= 6 for sentences in common for sentence in sentences)

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
        text = written(StepKind.THANK_YOU_LETTER, an_interview(notes=notes)).text

        assert f" {touch} Теперь эта вакансия " in text

    def test_s3_a_note_that_would_not_read_well_stays_private(self) -> None:
        plain = written(StepKind.THANK_YOU_LETTER)

        assert written(StepKind.THANK_YOU_LETTER, an_interview(notes="понравилось: офис у реки")).text == plain.text

    @both_tones
    def test_s7_in_russia_the_request_names_article_64_and_seven_working_days(self, tone: Tone) -> None:
        letter = written(StepKind.REASONS_REQUEST, a_full_record(), in_russian(tone=tone))

        assert "7 августа" in letter.text
        assert "64 Трудового кодекса РФ" in letter.text
        assert "письменно" in letter.text
        assert re.search("сем(ь|и) рабочих дней", letter.text)
        assert "оно может навредить: слухи расходятся" in letter.notice

    @both_tones
    def test_s7_where_no_law_is_known_it_is_plainly_a_request(self, tone: Tone) -> None:
        letter = written(StepKind.REASONS_REQUEST, an_interview(employer_country="DE"), in_russian(tone=tone))

        assert "причин" in letter.text
        assert "кодекс" not in letter.text
        assert "письмо остаётся просьбой" in letter.notice

    def test_s7_every_law_the_product_knows_has_its_words(self) -> None:
        laws = TEMPLATES / "drafts" / "ru" / "reasons_request" / "law"

        assert {path.stem for path in laws.iterdir()} == set(REASONS_TERMS)

    @both_tones
    def test_s8_the_closing_letter_guesses_kindly_names_a_good_thing_and_leaves_the_door_open(self, tone: Tone) -> None:
        text = written(StepKind.CLOSING_CONTACT, owner=in_russian(tone=tone), silent_since=FRIDAY).text

        assert "Вероятно" in text or "Наверное" in text
        assert "не с вопросом" in text
        assert "3 августа" in text
        assert "Если всё сложится иначе" in text or "если планы изменятся" in text

    @both_tones
    def test_m2_the_letter_about_an_offer_asks_for_a_decision_by_a_day_and_names_nobody(self, tone: Tone) -> None:
        letter = written(StepKind.OFFER_LETTER, owner=in_russian(tone=tone))

        assert "предложили другую работу" in letter.text
        assert "не позднее 14 августа?" in letter.text
        assert "Globex" not in letter.text


class TestTheCalls:
    @pytest.mark.parametrize(
        ("tone", "name", "hello", "asked"),
        [
            (Tone.FORMAL, "Винтер Дана Сергеевна", "Здравствуйте", "Скажите, это Дана Сергеевна?"),
            (Tone.FRIENDLY, "Дана Винтер", "Добрый день", "Скажите, это Дана Винтер?"),
            (Tone.FORMAL, None, "Здравствуйте", None),
        ],
    )
    @pytest.mark.parametrize("kind", CALLS)
    def test_s1_it_says_who_calls_asks_for_the_person_and_waits(
        self, kind: StepKind, tone: Tone, name: str | None, hello: str, asked: str | None
    ) -> None:
        words = opening(said(kind, met(name), in_russian(tone=tone)))

        assert re.match(rf"{hello}, (меня зовут|это снова|это) Alex Example\.", words)
        assert asked is None or f"{asked}\n\n(Дождитесь ответа.)" in words

    @both_tones
    def test_s1_why_comes_before_two_minutes_are_asked_for_and_then_the_question(self, tone: Tone) -> None:
        words = opening(said(StepKind.STATUS_CALL, owner=in_russian(tone=tone)))

        why, minutes, question = (
            words.index(text)
            for text in (
                "«Data Engineer»",
                "минут",
                {Tone.FORMAL: "принято ли уже решение?", Tone.FRIENDLY: "решение уже есть?"}[tone],
            )
        )
        assert why < minutes < question
        assert "3 августа" in words
        assert "ещё интереснее" in words or "ещё больше" in words
        assert re.search(r"Или (Вы посоветовали бы|посоветуете) мне пока продолжать поиск\?$", words)

    @pytest.mark.parametrize(
        ("held", "words"),
        [
            (Format.VIDEO, "Мы говорили по видеосвязи 3 августа"),
            (Format.PHONE, "Мы говорили по телефону 3 августа"),
            (None, "Мы встречались 3 августа"),
        ],
    )
    def test_s1_who_was_there_is_reminded_of_the_meeting_as_it_was(self, held: Format | None, words: str) -> None:
        host = a_contact(role=Role.SUPERVISOR)

        assert words in opening(said(StepKind.STATUS_CALL, an_interview(contacts=(host,), format=held)))

    @both_tones
    @pytest.mark.parametrize(
        ("heading", "point"),
        [
            ("Если сейчас неудобно", "перезвоню"),
            ("Если решение принято: да", "от меня"),
            ("Если решение принято: нет", "чего мне не хватило?"),
            ("Если решение принято: нет", "откликнуться"),
            ("Если решения ещё нет", "перезвонить?"),
            ("Если ответил кто-то другой", "на месте?"),
            ("Если человек на встрече", "Когда лучше перезвонить?"),
            ("Если человек в отпуске", "Кто сейчас занимается вакансией «Data Engineer»?"),
            ("Если человек в отпуске", "резюме"),
            ("Если включился автоответчик", "Мой номер: +49 30 23125 020."),
            ("Если говорят: «Мы не смогли до Вас дозвониться»", "Какой номер у Вас записан?"),
        ],
    )
    def test_s1_every_turn_of_the_call_has_its_branch(self, heading: str, point: str, tone: Tone) -> None:
        assert point in branch(said(StepKind.STATUS_CALL, owner=in_russian(tone=tone)), heading)

    @both_tones
    @pytest.mark.parametrize("kind", CALLS)
    def test_s1_every_branch_ends_by_itself_with_thanks_or_a_goodbye(self, kind: StepKind, tone: Tone) -> None:
        script = said(kind, owner=in_russian(tone=tone))

        for part in script.passages[1:]:
            text = part.text.lower()
            ends = any(word in text for word in ("спасибо", "благодарю", "до свидания", "доброго", "удач", "хорошего"))
            assert ends or part.heading == "Если ответил кто-то другой", part
        assert not [part for part in script.passages if part.heading and "попрощаться" in part.heading]

    @pytest.mark.parametrize("kind", CALLS)
    def test_s1_after_a_yes_nobody_speaks_of_another_vacancy(self, kind: StepKind) -> None:
        for part in said(kind).passages:
            if part.heading == "Если решение принято: да":
                assert "другие" not in part.text
                assert "Если" not in part.text

    @pytest.mark.parametrize(
        ("channel", "wording"),
        [
            (Channel.PHONE, "Вы хотели мне позвонить к 7 августа, но, возможно, не дозвонились."),
            (Channel.EMAIL, "Вы хотели мне написать к 7 августа, но, возможно, письмо не дошло."),
            (None, "Вы говорили, что ответ может быть к 7 августа."),
        ],
    )
    def test_w3_an_agreed_day_that_has_passed_is_recalled_without_reproach(
        self, channel: Channel | None, wording: str
    ) -> None:
        interview = an_interview(answer_channel=channel, answer_expected_on=FRIDAY)

        assert wording in opening(said(StepKind.STATUS_CALL, interview))

    def test_s4_the_receipt_call_asks_for_the_letter_of_its_day_and_thinks_of_spam(self) -> None:
        script = said(StepKind.RECEIPT_CALL, letter_sent_on=FRIDAY)

        assert "своего письма от 7 августа" in opening(script)
        assert "решени" not in opening(script)
        assert "«Спам»" in branch(script, "Если письма нет")
        assert "отправлю его ещё раз" in branch(script, "Если письма нет")
        assert "О решении сегодня не спрашивайте" in branch(script, "Если письмо дошло")

    def test_w7_a_receipt_call_on_the_day_of_the_follow_up_asks_for_the_news(self) -> None:
        script = said(StepKind.RECEIPT_CALL, letter_sent_on=FRIDAY, follow_up_on=FRIDAY)

        assert "есть ли новости?" in branch(script, "Если письмо дошло")
        assert branch(script, "Если решение принято: да")

    @both_tones
    @pytest.mark.parametrize(
        ("name", "salutation", "hello"),
        [("Дана Винтер", None, ", Дана!"), ("Дана Винтер", "Дана Винтер", "!"), ("Александра-Анна Винтер", None, "!")],
    )
    def test_s1_the_voicemail_has_a_first_name_or_none(
        self, name: str, salutation: str | None, hello: str, tone: Tone
    ) -> None:
        someone = an_interview(contacts=(a_contact(name=name, salutation=salutation),))

        words = branch(said(StepKind.STATUS_CALL, someone, in_russian(tone=tone)), "Если включился автоответчик")

        assert re.match(rf"(Здравствуйте|Добрый день){hello}", words)
        assert "Винтер" not in words

    @pytest.mark.parametrize("kind", CALLS)
    def test_s5_the_main_line_is_asked_whether_it_is_the_right_person_and_how_to_reach_them(
        self, kind: StepKind
    ) -> None:
        words = opening(said(kind, a_full_record(events=())))

        assert words.startswith("Здравствуйте, это Alex Example. ")
        assert "Кажется, этой вакансией занимается Дана Сергеевна Винтер, верно?" in words
        assert "как лучше связаться?" in words

    @both_tones
    @pytest.mark.parametrize("role", [Role.RECRUITER, Role.OFFICE])
    @pytest.mark.parametrize("kind", CALLS)
    def test_a_friendly_caller_says_no_title_before_a_last_name(self, kind: StepKind, role: Role, tone: Tone) -> None:
        titled = a_contact(name="г-н Хусаинов", role=Role.RECRUITER)
        office = (a_contact(role=Role.OFFICE, name=None),) if role is Role.OFFICE else ()
        reached = (*office, replace(titled, phone=None, email=None) if office else titled)

        text = said(kind, an_interview(contacts=reached), in_russian(tone=tone)).text

        assert ("господин" in text) is (tone is Tone.FORMAL)

    @both_tones
    def test_w8_no_clerk_of_the_office_is_told_that_we_agreed(self, tone: Tone) -> None:
        office = an_interview(contacts=(a_contact(role=Role.OFFICE, name=None),), events=(NO_DECISION,))

        script = said(StepKind.AGREED_CALL, office, in_russian(tone=tone))

        assert "7 августа меня попросили перезвонить." in opening(script)
        assert not re.search("договорились|договаривались", script.text)

    @both_tones
    def test_s6_the_reasons_call_names_one_day_and_the_vacancy(self, tone: Tone) -> None:
        refused = an_interview(events=(an_answer(FRIDAY, Result.REFUSAL),))

        words = opening(said(StepKind.REASONS_CALL, refused, in_russian(tone=tone)))

        assert "за ответ по вакансии «Data Engineer»" in words
        assert "7 августа" not in words

    @both_tones
    def test_s6_the_reasons_call_asks_without_arguing(self, tone: Tone) -> None:
        words = opening(said(StepKind.REASONS_CALL, owner=in_russian(tone=tone)))

        assert "посоветоваться" in words
        assert "чего мне не хватило?" in words
        assert "откликнуться ещё" in words

    @both_tones
    def test_w7_the_follow_up_recalls_the_letter_that_offered_it(self, tone: Tone) -> None:
        script = said(StepKind.FOLLOW_UP_CALL, owner=in_russian(tone=tone), letter_sent_on=FRIDAY)

        assert re.search(
            "(в продолжение своего письма|вдогонку к своему письму) от 7 августа о вакансии «Data Engineer»",
            opening(script),
        )

    @both_tones
    def test_w7_the_follow_up_knows_that_they_confirmed_the_letter(self, tone: Tone) -> None:
        confirmed = an_interview(events=(a_letter(FRIDAY), a_call(NEXT_FRIDAY, Result.ARRIVED)))

        script = said(StepKind.FOLLOW_UP_CALL, confirmed, in_russian(tone=tone), letter_sent_on=FRIDAY)

        assert re.search("вслед за письмом от 7 августа .* дошло", opening(script))

    @both_tones
    def test_w8_the_agreed_call_recalls_the_agreement(self, tone: Tone) -> None:
        words = opening(said(StepKind.AGREED_CALL, an_interview(events=(NO_DECISION,)), in_russian(tone=tone)))

        assert "Это снова Alex Example" in words
        assert "7 августа мы " in words
        assert "что я перезвоню." in words

    @both_tones
    @pytest.mark.parametrize("kind", CALLS)
    def test_w8_the_main_line_is_asked_for_the_person_who_was_in_the_talk(self, kind: StepKind, tone: Tone) -> None:
        script = said(kind, a_full_record(events=(NO_DECISION,)), in_russian(tone=tone))

        assert "на месте?" in opening(script)
        assert "верно?" not in opening(script)

    @both_tones
    def test_w8_without_an_agreed_day_no_agreement_is_claimed(self, tone: Tone) -> None:
        talked = an_interview(events=(a_call(FRIDAY, Result.NO_DECISION),))

        assert "перезвоню." not in opening(said(StepKind.AGREED_CALL, talked, in_russian(tone=tone)))

    @both_tones
    def test_h6_no_decision_leads_to_a_day_and_thanks_and_ends(self, tone: Tone) -> None:
        words = branch(said(StepKind.STATUS_CALL, owner=in_russian(tone=tone)), "Если решения ещё нет")

        assert "В какой день" in words
        assert "на этом остановитесь" in words
        assert "Спасибо" in words

    @both_tones
    def test_s8_the_closing_call_asks_once_lightly_and_the_voicemail_leaves_the_door_open(self, tone: Tone) -> None:
        script = said(StepKind.CLOSING_CONTACT, owner=in_russian(tone=tone), silent_since=FRIDAY)

        assert "«Data Engineer»" in opening(script)
        assert opening(script).endswith(("сделали выбор?", "кого-то выбрали?"))
        assert re.search("понравилось|приятно", opening(script))
        assert re.search("(перезвоните|наберите меня), пожалуйста", branch(script, "Если включился автоответчик"))

    @both_tones
    def test_s9_the_closing_question_asks_when_how_and_whether_to_call(self, tone: Tone) -> None:
        text = said(StepKind.CLOSING_QUESTION, owner=in_russian(tone=tone)).text

        assert "ждать ответа" in text
        assert "позвоните или напишете?" in text
        assert "можно будет Вам позвонить?" in text

    @both_tones
    def test_s2_a_letter_after_another_letter_begins_with_it(self, tone: Tone) -> None:
        sent = an_interview(events=(THANKED, a_letter(FRIDAY)))

        letter = written(StepKind.STATUS_LETTER, sent, in_russian(tone=tone), letter_sent_on=FRIDAY)

        assert "от 7 августа" in sentences_of(letter)[1]
