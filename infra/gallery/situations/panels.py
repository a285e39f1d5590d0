"""Several people were at the interview, and each gets a letter of their own (C4, W2)."""

from __future__ import annotations

from msgspec.structs import replace

from chalicelib.playbook.event import EventKind
from chalicelib.playbook.interview_facts import Format
from chalicelib.playbook.step import StepKind
from infra.gallery.cast import CEO, INTERVIEWER, RECRUITER, SUPERVISOR, a_record, august, happened
from infra.gallery.situation import on

DANA = replace(RECRUITER, id="dana", met=True, title="HR manager")
ROBIN = replace(
    SUPERVISOR, id="robin", met=True, title="head of data", notes="the team sketches every change on paper first"
)
IVO = replace(INTERVIEWER, id="ivo", met=True)
MARA = replace(CEO, id="mara", met=True, title="managing director")
PANEL = (DANA, ROBIN, IVO, MARA)
ALL_THANKED = tuple(happened(EventKind.THANK_YOU_SENT, august(4), contact=contact.id) for contact in PANEL)

SITUATIONS = (
    on(
        august(4),
        "Four people were there, and one said something to remember",
        StepKind.THANK_YOU_LETTER,
        a_record(contacts=PANEL),
    ),
    on(
        august(4),
        "Of three who were there, the one who said something to remember is left to thank",
        StepKind.THANK_YOU_LETTER,
        a_record(contacts=(DANA, IVO, ROBIN), events=ALL_THANKED[:1] + ALL_THANKED[2:3], format=Format.VIDEO),
    ),
    on(
        august(10),
        "Four people were there and all are thanked",
        StepKind.STATUS_CALL,
        a_record(contacts=PANEL, events=ALL_THANKED),
    ),
)
