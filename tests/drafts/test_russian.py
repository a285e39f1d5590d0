"""Russian drafts are Russian: no name inflected, no gender guessed; and each letter can be sent as it is."""

from __future__ import annotations

import re

import pytest

from chalicelib.playbook.owner import Tone
from chalicelib.playbook.step import StepKind
from tests.drafts.given import (
    TEMPLATES,
    a_script,
)
from tests.drafts.russian import (
    EVERY_CALL,
    EVERY_LETTER,
    a_full_record,
    drafts_full_and_bare,
    every_draft,
    in_russian,
    met,
    said,
    written,
)
from tests.factories import an_interview

RUSSIAN_FOLDER = TEMPLATES / "drafts" / "ru"


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

    def test_a_company_with_quotation_marks_of_its_own_gets_no_second_ones(self) -> None:
        letter = written(StepKind.STATUS_LETTER, an_interview(company="ООО «Ромашка»"))

        assert "в компании ООО «Ромашка» на позицию «Data Engineer»." in letter.text

    def test_a_name_stays_in_the_nominative(self) -> None:
        for draft in every_draft(met("Дана Винтер"), in_russian(name="Анна Лебедева")):
            assert "Дан" not in draft.text.replace("Дана Винтер", "")
            assert "Лебедев" not in draft.text.replace("Анна Лебедева", "")

    def test_h1_it_proposes_the_telephone_and_email_only(self) -> None:
        other = re.compile(r"мессенджер|скайп|skype|телеграм|telegram|whatsapp|смс|sms|почтой России", re.IGNORECASE)

        for draft in drafts_full_and_bare():
            assert not other.search(draft.text + draft.notice)

    def test_it_leaves_nothing_open(self) -> None:
        for draft in drafts_full_and_bare():
            assert not re.search(r"  |\s[,.;:?!]|\(\s*\)|«\s*»|\{|\}|,,|\.\.|None|[а-я][.!?][А-Я]", draft.text), (
                draft.text
            )

    def test_it_has_the_branches_of_the_english_one(self) -> None:
        for interview in (an_interview(), a_full_record()):
            for kind in EVERY_CALL:
                russian, english = said(kind, interview), a_script(kind, interview)

                assert [part.text.count("\n\n") for part in russian.passages] == [
                    part.text.count("\n\n") for part in english.passages
                ]

    def test_every_text_there_is_in_english_is_there(self) -> None:
        def texts(code: str) -> set[str]:
            folder = TEMPLATES / "drafts" / code
            return {str(path.relative_to(folder)) for path in folder.rglob("*.txt")}

        assert texts("ru") == texts("en")


class TestEveryLetter:
    @pytest.mark.parametrize(
        ("tone", "name", "greeting", "closing"),
        [
            (Tone.FORMAL, "Винтер Дана Сергеевна", "Уважаемая Дана Сергеевна!", "С уважением,"),
            (Tone.FORMAL, "Иван Петрович", "Уважаемый Иван Петрович!", "С уважением,"),
            (Tone.FORMAL, "Дана Винтер", "Здравствуйте, Дана Винтер!", "С уважением,"),
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

    @pytest.mark.parametrize("kind", EVERY_LETTER)
    def test_s_it_names_the_position_and_the_day_without_its_weekday(self, kind: StepKind) -> None:
        text = written(kind).text

        assert "«Data Engineer»" in text
        assert " 3 августа" in text.replace("\n", " ")
        assert "понедельник" not in text.lower()

    def test_s_it_is_neither_curt_nor_long_and_its_subject_fits(self) -> None:
        for draft in drafts_full_and_bare():
            if draft.subject:
                assert 40 <= len(draft.text.split()) <= 180, draft.text
                assert "«Data Engineer»" in draft.subject
                assert len(draft.subject) < 78

    @pytest.mark.parametrize("kind", EVERY_LETTER)
    def test_c3_an_office_is_asked_to_pass_it_on(self, kind: StepKind) -> None:
        text = written(kind, a_full_record()).text

        assert "Пожалуйста, передайте это письмо коллеге (Винтер Дана Сергеевна)." in text
