"""What is known about an interview. Each field is declared here, once.

Everything else derives from the declaration, except the field's place in the form
(``templates/pages/interview_form.html``) and its words in the catalogs. ``CONTRIBUTING.md`` has the recipe.
"""

from datetime import date, time
from enum import StrEnum
from typing import Annotated

from msgspec import Struct

from chalicelib.playbook.contact import LONGEST_LINE
from chalicelib.playbook.fields import Field, FieldType
from chalicelib.playbook.step import translatable

LAST_ROUND, LONGEST_NOTES = 20, 4096  # the notes in characters

_YES_OR_NO: dict[str, str] = {"yes": translatable("Yes"), "no": translatable("No")}
_UNSAID: dict[str, str] = {"": translatable("They did not say")}


class Channel(StrEnum):
    """How the employer said that the answer would come. H1 knows these two only."""

    PHONE = "phone"
    EMAIL = "email"


class Format(StrEnum):
    """How an interview is held."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    PHONE = "phone"


class InterviewFacts(Struct, frozen=True, kw_only=True):
    """The facts of an interview, in the order in which they are shown.

    ``interview_on`` and ``interview_time`` are in ``interview_time_zone``, else in the owner's zone. ``may_call`` and
    ``persistence_expected`` are None if nobody said (T, the record).
    """

    company: Annotated[
        str,
        Field(
            FieldType.LINE,
            longest=LONGEST_LINE,
            label=translatable("Company"),
            headers="company name, employer, employer name, firm, organisation, organization, business, "
            "компания, название компании, работодатель, фирма, организация, "
            "firma, unternehmen, arbeitgeber, entreprise, société, employeur",
            is_kept_for_next_round=True,
        ),
    ]
    position: Annotated[
        str,
        Field(
            FieldType.LINE,
            longest=LONGEST_LINE,
            label=translatable("Position"),
            headers="job title, title, job, job position, role, vacancy, post, position title, role title, "
            "position applied for, "
            "должность, позиция, вакансия, роль, stelle, stellenbezeichnung, jobtitel, poste, intitulé du poste",
            is_kept_for_next_round=True,
        ),
    ]
    interview_on: Annotated[
        date,
        Field(
            FieldType.DAY,
            meaning="The day of the interview: ahead, today or past",
            label=translatable("Day of the interview"),
            headers="date, day, interview date, date of interview, interview day, interviewed on, when, "
            "interview, interview at, interview datetime, interview date and time, date interviewed, "
            "дата, день, дата собеседования, собеседование, дата интервью, когда, дата и время собеседования, "
            "datum, vorstellungsgespräch, vorstellungsgespräch am, gespräch am, interview am, termin, "
            "date d entretien, date de l entretien, entretien, entretien le",
        ),
    ]
    interview_time: Annotated[
        time | None,
        Field(
            FieldType.CLOCK_TIME,
            meaning="When it begins, in `interview_time_zone`, else in yours; it is over two hours later, "
            "or after `interview_minutes`",
            label=translatable("Time of the interview"),
            headers="time, interview time, start time, at, время, время собеседования, время интервью, начало, "
            "uhrzeit, heure",
        ),
    ] = None
    round: Annotated[
        int,
        Field(
            FieldType.NUMBER,
            lowest=1,
            highest=LAST_ROUND,
            meaning="Which round of the process this is",
            label=translatable("Which round"),
            headers="stage number, interview round, round number, раунд, этап, номер этапа, тур",
        ),
    ] = 1
    answer_expected_on: Annotated[
        date | None,
        Field(
            FieldType.DAY,
            meaning="The day by which they said they would answer; after the interview",
            label=translatable("Answer promised for"),
            question=translatable("By which day will there be an answer?"),
            headers="answer by, answer expected, answer date, reply by, decision by, decision date, "
            "ответ до, дата ответа, срок ответа, обещали ответить, ждать ответа до",
        ),
    ] = None
    answer_channel: Annotated[
        Channel | None,
        Field(
            FieldType.CHOICE,
            choices=Channel,
            meaning="How they said they would answer",
            label=translatable("How they answer"),
            question=translatable("How will it reach you?"),
            options=_UNSAID | {Channel.PHONE: translatable("They call"), Channel.EMAIL: translatable("They write")},
            headers="answer by phone or email, channel, канал, канал ответа",
            aliases={
                Channel.PHONE: "call, tel, telephone, телефон, звонок, по телефону",
                Channel.EMAIL: "mail, e-mail, letter, почта, письмо, по почте, электронная почта",
            },
        ),
    ] = None
    may_call: Annotated[
        bool | None,
        Field(
            FieldType.SWITCH,
            meaning="Whether they said that you may call",
            label=translatable("May you call?"),
            options=_UNSAID | _YES_OR_NO,
            headers="call allowed, can call, may i call, можно звонить, можно ли звонить",
            is_kept_for_next_round=True,
        ),
    ] = None
    persistence_expected: Annotated[
        bool | None,
        Field(
            FieldType.SWITCH,
            meaning="Whether the role asks for persistence (W5); guessed from the position if absent",
            label=translatable("Persistence is part of the job"),
            question=translatable("Is persistence part of the job, as in sales?"),
            options={"": translatable("Guess from the position")} | _YES_OR_NO,
            headers="persistence, sales role, настойчивость",
            is_kept_for_next_round=True,
        ),
    ] = None
    background_check: Annotated[
        bool,
        Field(
            FieldType.SWITCH,
            meaning="Whether a background check is running (W6)",
            label=translatable("Security check"),
            question=translatable("A security check is running"),
            headers="security check, проверка, проверка безопасности, проверка сб",
        ),
    ] = False
    test_task: Annotated[
        bool,
        Field(
            FieldType.SWITCH,
            meaning="Whether there was a test task",
            label=translatable("Test task"),
            question=translatable("There was a test task"),
            headers="test assignment, assignment, take home, homework, тестовое, тестовое задание",
        ),
    ] = False
    employer_country: Annotated[
        str | None,
        Field(
            FieldType.COUNTRY,
            meaning="Where they work, by ISO 3166: `DE`, `DE-BY`; your own country if absent",
            label=translatable("Country of the employer"),
            question=translatable("Country of the employer, if it is not yours (DE, DE-BY)"),
            headers="country, страна, страна работодателя",
            is_kept_for_next_round=True,
        ),
    ] = None
    language: Annotated[
        str | None,
        Field(
            FieldType.LANGUAGE,
            meaning="The language of the drafts, such as `en`; your own if absent",
            label=translatable("Language of the letters"),
            options={"": translatable("Yours")},
            headers="letter language, язык, язык писем",
            is_kept_for_next_round=True,
        ),
    ] = None
    notes: Annotated[
        str | None,
        Field(
            FieldType.PARAGRAPHS,
            longest=LONGEST_NOTES,
            meaning="For you; a line such as `liked: the way your team plans its week` goes into the thank-you letter",
            label=translatable("Notes"),
            question=translatable("Notes, for you"),
            hint=translatable(
                "A line such as “liked: the way your team plans its week” goes into the thank-you letter."
            ),
            headers="note, comment, comments, remarks, "
            "заметки, заметка, комментарий, комментарии, примечание, примечания, "
            "notizen, notiz, bemerkung, bemerkungen, anmerkungen, remarques, remarque, commentaires",
        ),
    ] = None
    url: Annotated[
        str | None,
        Field(
            FieldType.WEB_ADDRESS,
            meaning="For you: the vacancy, say; http or https",
            label=translatable("Link to the vacancy"),
            headers="link, web address, website, job link, vacancy link, job url, job posting, posting url, "
            "ссылка, ссылка на вакансию, сайт, stellenanzeige, lien, lien de l offre, annonce",
            is_kept_for_next_round=True,
        ),
    ] = None
    salary: Annotated[
        str | None,
        Field(
            FieldType.LINE,
            longest=LONGEST_LINE,
            meaning="What was said of the pay, for you",
            label=translatable("Salary"),
            question=translatable("Salary, only for you"),
            headers="pay, wage, compensation, salary range, expected salary, зарплата, оклад, вилка, зарплатная вилка, "
            "gehalt, salaire",
            is_kept_for_next_round=True,
        ),
    ] = None
    place: Annotated[
        str | None,
        Field(
            FieldType.LINE,
            longest=LONGEST_LINE,
            meaning="Where the interview is held: an address, a room",
            label=translatable("Place"),
            question=translatable("Place: address, floor, room"),
            headers="location, address, interview location, interview address, office, where, "
            "место, адрес, место собеседования, адрес собеседования, где, ort, lieu",
        ),
    ] = None
    format: Annotated[
        Format | None,
        Field(
            FieldType.CHOICE,
            choices=Format,
            meaning="How it is held",
            label=translatable("Format"),
            options={
                "": translatable("Not known"),
                Format.IN_PERSON: translatable("In person"),
                Format.VIDEO: translatable("By video"),
                Format.PHONE: translatable("By phone"),
            },
            headers="interview format, формат собеседования",
            aliases={
                Format.IN_PERSON: "in person, in-person, onsite, on-site, office, очно, лично, офис, в офисе",
                Format.VIDEO: "video, video call, online, remote, zoom, teams, google meet, видео, видеозвонок, онлайн",
                Format.PHONE: "phone, call, phone call, phone screen, telephone, телефон, по телефону, звонок",
            },
        ),
    ] = None
    meeting_url: Annotated[
        str | None,
        Field(
            FieldType.WEB_ADDRESS,
            meaning="Where a video call takes place; http or https",
            label=translatable("Video call link"),
            headers="meeting link, video link, zoom link, ссылка на встречу, ссылка на звонок",
        ),
    ] = None
    interview_minutes: Annotated[
        int | None,
        Field(
            FieldType.NUMBER,
            lowest=5,
            highest=720,
            meaning="How long it takes; it counts as over when it ends, but not within two hours",
            label=translatable("Length in minutes"),
            headers="length in minutes, duration in minutes, длительность в минутах",
        ),
    ] = None
    interview_time_zone: Annotated[
        str | None,
        Field(
            FieldType.TIME_ZONE,
            meaning="The time zone in which its time is meant, as IANA names it; shown beside it",
            label=translatable("Time zone of the interview"),
            question=translatable("Its time zone, if it is not yours"),
            hint=translatable("Such as Europe/Berlin."),
            is_kept_for_next_round=True,
            headers="interview time zone, часовой пояс собеседования",
        ),
    ] = None
    referred_by: Annotated[
        str | None,
        Field(
            FieldType.LINE,
            longest=LONGEST_LINE,
            meaning="Who referred you to them",
            label=translatable("Referred by"),
            question=translatable("Who referred you?"),
            headers="referral, referrer, кто рекомендовал, рекомендация",
            is_kept_for_next_round=True,
        ),
    ] = None
    position_short: Annotated[
        str | None,
        Field(
            FieldType.LINE,
            longest=LONGEST_LINE,
            meaning="The position as one says it aloud, such as `data engineer`",
            label=translatable("Short name of the position"),
            question=translatable("Short name of the position, for calls"),
            headers="short title, коротко о должности",
            is_kept_for_next_round=True,
        ),
    ] = None
