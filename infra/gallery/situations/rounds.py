"""Further rounds, the ways in which an interview is held, referrals, and offers with a story (M2, M4)."""

from __future__ import annotations

from datetime import time

from msgspec.structs import replace

from chalicelib.playbook.event import Result
from chalicelib.playbook.interview_facts import Format
from chalicelib.playbook.step import StepKind
from infra.gallery.cast import BY_MAIL, RECRUITER, a_record, august, called, heard, thanked, wrote
from infra.gallery.situation import on

MET = replace(RECRUITER, id="dana", met=True)

SITUATIONS = (
    on(
        august(4),
        "The second round was yesterday, by video, after a referral",
        StepKind.THANK_YOU_LETTER,
        a_record(round=2, format=Format.VIDEO, referred_by="Sam Porter", contacts=(MET,)),
    ),
    on(
        august(10),
        "The second round was by video and nobody has answered",
        StepKind.STATUS_CALL,
        thanked(round=2, format=Format.VIDEO, contacts=(MET,)),
    ),
    on(
        august(10),
        "The interview was a phone call and only a letter can ask",
        StepKind.STATUS_LETTER,
        thanked(format=Format.PHONE, contacts=(replace(BY_MAIL, met=True),)),
    ),
    on(
        august(12),
        "The third round was in person, and its letter went out yesterday",
        StepKind.RECEIPT_CALL,
        thanked(
            round=3,
            attempts_elsewhere=1,
            format=Format.IN_PERSON,
            place="12 Harbour Street, 4th floor",
            contacts=(MET,),
            events=(wrote(august(11)),),
        ),
    ),
    on(
        august(2),
        "The third round is tomorrow, by video",
        StepKind.CLOSING_QUESTION,
        a_record(
            round=3,
            dated_on=august(1),
            interview_time=time(15),
            format=Format.VIDEO,
            meeting_url="https://meet.example.org/acme",
        ),
    ),
    on(
        august(11),
        "They made an offer after a referral and a call",
        StepKind.ANSWER_OFFER,
        thanked(
            round=2,
            referred_by="Sam Porter",
            contacts=(MET,),
            events=(called(august(7), Result.NO_DECISION), heard(august(10), Result.OFFER, until=august(14))),
        ),
    ),
)
