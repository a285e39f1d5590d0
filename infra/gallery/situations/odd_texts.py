"""Odd texts: names, companies and positions that are hard to put into a sentence."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from chalicelib.playbook.interview import Interview
from chalicelib.playbook.step import StepKind
from infra.gallery.cast import RECRUITER, a_record, august, thanked
from infra.gallery.situation import on

LONG_POSITION = (
    "Senior Data Engineer for the Planning of Rivers, Bridges, Ports and Canals, with Responsibility for the Quality "
    "of Measurements in Three Regions and for the Training of Colleagues (m/f/d), full time, from home"
)
LONG_COMPANY = "The Northern Consolidated Bridge Building and River Navigation Company"
LONG_NAME = "Maximiliane-Theodora von Hohenstein-Oberwiesenfeld"
MARKUP = '<b>bold</b> & "quoted"'


def run_by(name: str, company: str = "Acme", position: str = "Data Engineer", **changes: Any) -> Interview:
    """A record whose recruiter has this name; the interview was yesterday."""
    contacts = (replace(RECRUITER, name=name),)
    return a_record(company=company, position=position, contacts=contacts, **changes)


SITUATIONS = (
    on(august(4), "The recruiter is a man", StepKind.THANK_YOU_LETTER, run_by("Peter Summer")),
    on(
        august(4), "The recruiter's name does not tell a form of address", StepKind.THANK_YOU_LETTER, run_by("Kim Reed")
    ),
    on(august(4), "Names are long", StepKind.THANK_YOU_LETTER, run_by(LONG_NAME, LONG_COMPANY)),
    on(august(4), "The position has 200 characters", StepKind.THANK_YOU_LETTER, a_record(position=LONG_POSITION)),
    on(
        august(4),
        "Names run from right to left in Arabic",
        StepKind.THANK_YOU_LETTER,
        run_by("محمد علي", "شركة المستقبل", "مهندس بيانات"),
    ),
    on(
        august(4),
        "Names run from right to left in Hebrew",
        StepKind.THANK_YOU_LETTER,
        run_by("דנה כהן", "אקמה בע״מ"),
    ),
    on(
        august(4),
        "Names are Japanese",
        StepKind.THANK_YOU_LETTER,
        run_by("山田花子", "株式会社アクメ", "データエンジニア"),
    ),
    on(
        august(4),
        "Names are Latin in every language",
        StepKind.THANK_YOU_LETTER,
        run_by("Jean-Luc Morel", "Rivière SA", "Site Reliability Engineer"),
    ),
    on(
        august(4),
        "The company brings its own quotation marks",
        StepKind.THANK_YOU_LETTER,
        a_record(company='the "Blue Whale" company'),
    ),
    on(august(10), "The company ends in a full stop", StepKind.STATUS_CALL, thanked(company="Acme Inc.")),
    on(august(10), "The company ends in an exclamation mark", StepKind.STATUS_CALL, thanked(company="Yahoo!")),
    on(
        august(10),
        "The position already calls itself one",
        StepKind.STATUS_CALL,
        thanked(position="data analyst position"),
    ),
    on(august(10), "The owner's phone is not recorded", StepKind.STATUS_CALL, thanked(), phone=None),
    on(august(10), "The owner has one name", StepKind.STATUS_CALL, thanked(), name="Alex"),
    on(august(10), "The owner's name is not recorded", StepKind.STATUS_CALL, thanked(), name=""),
    on(
        august(10),
        "There is markup in every field",
        StepKind.STATUS_CALL,
        thanked(
            company=MARKUP,
            position=f"{MARKUP} {{{{ me }}}}",
            contacts=(replace(RECRUITER, name=MARKUP),),
            notes=f"touch: Thank you for the {MARKUP} words that you found for it.",
        ),
        name="<script>alert(1)</script>",
    ),
    on(
        august(10),
        "The record is in a language without drafts",
        StepKind.STATUS_CALL,
        thanked(language="tlh", company="Ostwind GmbH", position="Dateningenieurin (m/w/d)"),
    ),
    on(august(4), "The employer is written to in Russian", StepKind.THANK_YOU_LETTER, a_record(language="ru")),
    on(august(4), "The employer is written to in English", StepKind.THANK_YOU_LETTER, a_record(language="en")),
)
