"""Russian drafts are Russian: no name inflected, no gender guessed; and each letter can be sent as it is."""

from __future__ import annotations

import re

import pytest

from chalicelib.drafts.typography import NO_BREAK
from chalicelib.drafts.writer import SUBJECT_LIMIT
from chalicelib.playbook.contact import Role
from chalicelib.playbook.owner import Tone
from chalicelib.playbook.step import StepKind
from tests.drafts.given import TEMPLATES, a_letter_to_send
from tests.drafts.russian import (
    EVERY_LETTER,
    a_full_record,
    drafts_full_and_bare,
    every_draft,
    in_russian,
    met,
    sentences_of,
    written,
)
from tests.factories import a_contact, an_interview

RUSSIAN_FOLDER = TEMPLATES / "drafts" / "ru"


# Words that went wrong once (VOICE): each was in a letter that a careful reader would not send.
NEVER_SAID = (
    "позици",
    "от меня было",
    "заниматься этой работой",
    "в последний раз",
    "беспокоить",
    "надоедать",
    "достаточно короткого ответа",
    "о причинах позвонить",
    "того, кого вы выберете",
    "в компании",
    "вновь",
    "обещано",
    "предлагалось",
    "ответа там ждут",
    "интересно у вас,",
    "благодарю, что",
    "хочется узнать",
    "почти любой день",
    "что звонит",
    "тем временем",
    "лучше искать дальше",
    "есть шанс",
    "адресату:",
    "вернусь к нему",
    "возвращаюсь к вопросу",
    "хочу проверить",
    "отлично поговорили",
    "собеседование мне запомнилось",
    "моё собеседование",
    "было у вас собеседование",
)
MOST_WORDS = 6
# Of what, nobody can know.
INTERESTED_IN_NOTHING = re.compile(
    r"(^|[.!?\"] ?)мне (по-прежнему|всё так же) (очень )?интересно[.,!:\"]", re.IGNORECASE
)
SOLVED_BY_WHOM = re.compile(r"посмотреть (тестовое|задание)", re.IGNORECASE)
# They answer what the employer has just said, so nobody needs the day of the interview.
AFTER_THEIR_WORD = (
    StepKind.OFFER_TIME,
    StepKind.OFFER_ACCEPTANCE,
    StepKind.OFFER_DECLINING,
    StepKind.REFUSAL_ANSWER,
)
# Past tense and short adjectives tell the gender of whoever says «я»; so do endings in brackets.
GENDERED = re.compile(
    r"\b(рада?|готова?|благодар(ен|на)|признател(ен|ьна)|заинтересован[а]?|уверена?|согласе?н[а]?|долж(ен|на)|"
    r"хотела?|писала?|звонила?|отправила?|ждала?|ходила?|узнала?|пош[её]л|пошла)\b|\(а\)|/а\b|"
    r"\bя\s+(\w+\s+){0,2}\w+(л|ла|лся|лась)\b",
    re.IGNORECASE,
)


class TestEveryRussianDraft:
    def test_it_guesses_no_gender_of_the_owner(self) -> None:
        for draft in drafts_full_and_bare():
            for text in (draft.text, draft.notice, draft.rung_reason):
                assert not GENDERED.search(text), text

    def test_it_says_you_with_a_capital(self) -> None:
        for path in RUSSIAN_FOLDER.rglob("*.txt"):
            assert not re.search(r"\b(вы|вас|вам|вами|ваш\w*)\b", path.read_text("utf-8")), path

    def test_it_quotes_with_guillemets_and_leaves_the_company_and_the_position_as_they_are(self) -> None:
        interview = an_interview(company="Ромашка", position="Старший продавец")

        for draft in every_draft(interview, in_russian()):
            assert '"' not in draft.text
            assert not re.search(r"Ромашк[^а]|Старш(?!ий)|продав(?!ец)", draft.text)
            if draft.kind is not StepKind.CLOSING_QUESTION:
                assert "«Старший продавец»" in draft.text

    def test_a_position_is_in_quotation_marks_once(self) -> None:
        letter = written(StepKind.STATUS_LETTER, an_interview(position="Менеджер «Альфы»"))

        assert "«Менеджер Альфы»" in letter.text

    def test_nobody_is_told_the_name_of_their_own_company(self) -> None:
        for draft in every_draft(an_interview(company="Ромашка"), in_russian()):
            assert "Ромашка" not in draft.text

    def test_it_says_nothing_that_nobody_says(self) -> None:
        for path in RUSSIAN_FOLDER.rglob("*.txt"):
            text = path.read_text("utf-8")
            assert not [words for words in NEVER_SAID if words in text.lower()], path

    def test_it_says_in_what_the_owner_is_interested_and_whose_the_test_task_is(self) -> None:
        for path in RUSSIAN_FOLDER.rglob("*.txt"):
            for line in path.read_text("utf-8").splitlines():
                assert not INTERESTED_IN_NOTHING.search(line), path
                assert not SOLVED_BY_WHOM.search(line), path

    def test_it_has_no_break_spaces_in_its_days(self) -> None:
        letter = a_letter_to_send(StepKind.STATUS_LETTER, owner=in_russian())

        assert f"3{NO_BREAK}августа" in letter.text
        assert "3 августа" not in letter.text + (letter.subject or "")

    def test_it_needs_no_position(self) -> None:
        for draft in every_draft(an_interview(position=""), in_russian()):
            assert not re.search(r"«\s*»|\s[.,:?]", draft.text), draft.text

    def test_tones_are_two_texts(self) -> None:
        for formal, friendly in zip(
            every_draft(an_interview(), in_russian()),
            every_draft(an_interview(), in_russian(tone=Tone.FRIENDLY)),
            strict=True,
        ):
            same = set(sentences_of(formal)) & set(sentences_of(friendly))
            assert not [said for said in same if len(said.split()) > MOST_WORDS], same

    def test_a_name_stays_in_the_nominative(self) -> None:
        for draft in every_draft(met("Дана Винтер"), in_russian(name="Анна Лебедева")):
            assert not re.search(r"Дан(?!а\b)|Винтер\w", draft.text)
            assert not re.search(r"Лебедев(?!а\b)", draft.text)

    def test_h1_it_proposes_the_telephone_and_email_only(self) -> None:
        other = re.compile(r"мессенджер|скайп|skype|телеграм|telegram|whatsapp|смс|sms|почтой России", re.IGNORECASE)

        for draft in drafts_full_and_bare():
            assert not other.search(draft.text + draft.notice)

    def test_it_leaves_nothing_open(self) -> None:
        for draft in drafts_full_and_bare():
            assert not re.search(r"  |\s[,.;:?!]|\(\s*\)|«\s*»|\{|\}|,,|\.\.|None|[а-я][.!?][А-Я]", draft.text), (
                draft.text
            )


class TestEveryLetter:
    @pytest.mark.parametrize(
        ("tone", "name", "greeting", "closing"),
        [
            (Tone.FORMAL, "Винтер Дана Сергеевна", "Уважаемая Дана Сергеевна!", "С уважением,"),
            (Tone.FORMAL, "Иван Петрович", "Уважаемый Иван Петрович!", "С уважением,"),
            (Tone.FORMAL, None, "Здравствуйте!", "С уважением,"),
            (Tone.FRIENDLY, "Дана Сергеевна Винтер", "Добрый день, Дана Сергеевна!", "Всего доброго,"),
            (Tone.FRIENDLY, None, "Добрый день!", "Всего доброго,"),
        ],
    )
    def test_tone_and_patronymic_set_the_greeting(
        self, tone: Tone, name: str | None, greeting: str, closing: str
    ) -> None:
        letter = written(StepKind.STATUS_LETTER, met(name), in_russian(tone=tone))

        assert letter.text.startswith(f"{greeting}\n\n")
        assert f"\n\n{closing}\nAlex Example\n" in letter.text

    @pytest.mark.parametrize("kind", EVERY_LETTER)
    def test_h7_it_ends_with_the_owner_s_name_and_phone(self, kind: StepKind) -> None:
        signature = written(kind).text.split("\n\n")[-1]

        assert signature.startswith("С уважением,\nAlex Example\n")
        assert signature.endswith("Телефон: +49 30 23125 020")

    @pytest.mark.parametrize("kind", EVERY_LETTER)
    def test_h7_without_a_phone_there_is_no_phone_line_but_a_notice(self, kind: StepKind) -> None:
        letter = written(kind, owner=in_russian(phone=None))

        assert "номер" not in letter.text
        assert "Телефон" not in letter.text
        assert "Ваш номер телефона не записан" in letter.notice

    @pytest.mark.parametrize(("name", "is_told"), [("", True), ("Alex Example", False)])
    @pytest.mark.parametrize("kind", EVERY_LETTER)
    def test_s2_the_notice_says_that_a_letter_without_a_name_is_unsigned(
        self, kind: StepKind, name: str, is_told: bool
    ) -> None:
        notice = written(kind, owner=in_russian(name=name)).notice

        assert ("Ваше имя не записано, поэтому письмо без подписи: добавьте его в настройках." in notice) is is_told

    @pytest.mark.parametrize("kind", [kind for kind in EVERY_LETTER if kind not in AFTER_THEIR_WORD])
    def test_s_it_names_the_position_and_the_day_without_its_weekday(self, kind: StepKind) -> None:
        text = written(kind).text

        assert "«Data Engineer»" in text
        assert " 3 августа" in text.replace("\n", " ")
        assert "понедельник" not in text.lower()

    def test_s_it_is_neither_curt_nor_long_and_its_subject_fits(self) -> None:
        for draft in drafts_full_and_bare():
            if draft.subject:
                assert 30 <= len(draft.text.split()) <= 180, draft.text
                assert "«Data Engineer»" in draft.subject
                assert len(draft.subject) <= SUBJECT_LIMIT

    @pytest.mark.parametrize("kind", EVERY_LETTER)
    def test_c3_an_office_is_asked_to_pass_it_on(self, kind: StepKind) -> None:
        text = written(kind, a_full_record()).text

        assert text.startswith("Кому: Дана Сергеевна Винтер\n\n")
        assert "\n\nЗдравствуйте, Дана Сергеевна!\n\n" in text

    @pytest.mark.parametrize(
        ("name", "hello"),
        [
            ("Ольга Кузнецова", "Здравствуйте, Ольга!"),
            ("Винтер Дана Сергеевна", "Здравствуйте, Дана Сергеевна!"),
            ("Александра-Анна Винтер", "Здравствуйте!"),
        ],
    )
    def test_c3_an_office_reads_first_for_whom_it_is_and_then_that_person_is_greeted(
        self, name: str, hello: str
    ) -> None:
        office, person = a_contact(role=Role.OFFICE, name=None), a_contact(name=name, phone=None, email=None)

        first, second = written(StepKind.STATUS_LETTER, an_interview(contacts=(office, person))).text.split("\n\n")[:2]

        assert re.fullmatch(r"Кому: [\w -]+", first)
        assert second == hello

    @pytest.mark.parametrize(
        ("tone", "asked", "hello"),
        [
            (Tone.FORMAL, "Прошу передать это письмо в отдел подбора персонала.", "Здравствуйте!"),
            (Tone.FRIENDLY, "Передайте, пожалуйста, это письмо в отдел подбора персонала.", "Добрый день!"),
        ],
    )
    @pytest.mark.parametrize("kind", EVERY_LETTER)
    def test_c3_an_office_that_knows_nobody_passes_it_on_and_its_reader_is_greeted(
        self, kind: StepKind, tone: Tone, asked: str, hello: str
    ) -> None:
        office = an_interview(contacts=(a_contact(role=Role.OFFICE, name=None),))

        assert written(kind, office, in_russian(tone=tone)).text.startswith(f"{asked}\n\n{hello}\n\n")

    @pytest.mark.parametrize(
        ("tone", "name", "salutation", "greeting"),
        [
            (Tone.FORMAL, "г-н Хусаинов", None, "Уважаемый господин Хусаинов!"),
            (Tone.FRIENDLY, "г-н Хусаинов", None, "Добрый день!"),
            (Tone.FRIENDLY, "госпожа Винтер", None, "Добрый день!"),
            (Tone.FRIENDLY, "Дана Винтер", "госпожа Винтер", "Добрый день, госпожа Винтер!"),
        ],
    )
    def test_a_friendly_letter_says_no_title_before_a_last_name_but_the_owner_s_own(
        self, tone: Tone, name: str, salutation: str | None, greeting: str
    ) -> None:
        someone = an_interview(contacts=(a_contact(name=name, salutation=salutation),))

        assert written(StepKind.STATUS_LETTER, someone, in_russian(tone=tone)).text.startswith(f"{greeting}\n\n")
