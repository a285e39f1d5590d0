"""The fields of an interview as a model of pydantic's."""

import unicodedata
from datetime import date, time
from typing import Annotated, Literal

from checks import COUNTRY, EMAIL, LANGUAGE, PHONE, TAG, text
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, HttpUrl

_line = text(200)
Line = Annotated[str, Field(max_length=200), AfterValidator(_line)]
Notes = Annotated[str, Field(max_length=4096), AfterValidator(lambda raw: unicodedata.normalize("NFC", raw.strip()))]
Email = Annotated[str, Field(max_length=254, pattern=EMAIL.pattern)]
Phone = Annotated[str, Field(max_length=60, pattern=PHONE.pattern)]
Role = Literal["recruiter", "interviewer", "supervisor", "ceo", "office"]


class Contact(BaseModel):
    """A contact."""

    model_config = ConfigDict(extra="forbid")

    role: Role = "recruiter"
    name: Line | None = None
    phone: Phone | None = None
    extension: Annotated[str, Field(pattern="[0-9*#]{1,10}")] | None = None
    email: Email | None = None


class Interview(BaseModel):
    """An interview."""

    model_config = ConfigDict(extra="forbid")

    company: Line
    position: Line
    interview_on: date
    interview_time: time | None = None
    round: Annotated[int, Field(ge=1, le=20)] = 1
    contacts: Annotated[list[Contact], Field(max_length=10)] = []
    contact_name: Line | None = None
    contact_role: Role | None = None
    contact_phone: Phone | None = None
    contact_email: Email | None = None
    answer_expected_on: date | None = None
    answer_channel: Literal["phone", "email"] | None = None
    may_call: bool | None = None
    persistence_expected: bool | None = None
    background_check: bool = False
    test_task: bool = False
    employer_country: Annotated[str, Field(pattern=COUNTRY.pattern)] | None = None
    language: Annotated[str, Field(pattern=LANGUAGE.pattern)] | None = None
    notes: Notes | None = None
    url: HttpUrl | None = None
    process_id: Annotated[str, Field(pattern=TAG.pattern)] | None = None
