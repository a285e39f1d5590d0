"""The paths of a process that lead through different drafts: who can be reached, what is known, and what happens."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from chalicelib.playbook.contact import Contact
from chalicelib.playbook.event import EventKind, Result
from chalicelib.playbook.interview_facts import Channel, Format
from infra.gallery import cast
from infra.gallery.cast import august
from infra.gallery.play import DUE, Turn, answer, call, move

DANA = replace(cast.RECRUITER, id="dana", met=True)
BY_MAIL = replace(cast.BY_MAIL, id="dana", met=True)
BY_PHONE = replace(cast.BY_PHONE, id="dana", met=True)
ROBIN = replace(cast.SUPERVISOR, id="robin", met=True, notes="the team sketches every change on paper first")
OFFICE = replace(cast.OFFICE, id="office")


class Path(Struct, frozen=True, kw_only=True):
    """One course of a process: the turns one after the other, then what is due until the end."""

    name: str
    turns: tuple[Turn, ...] = ()
    contacts: tuple[Contact, ...] = (DANA,)
    facts: Mapping[str, Any] = MappingProxyType({})


_BEFORE = MappingProxyType({"dated_on": date(2026, 7, 28), "interview_on": august(12)})
_NO_ANSWER, _VOICEMAIL = call(Result.NO_ANSWER), call(Result.VOICEMAIL)
_A_LETTER = Turn(kind=EventKind.LETTER_SENT)


def _knowing(**facts: Any) -> Mapping[str, Any]:
    return MappingProxyType(facts)


PATHS = (
    Path(name="silence, with a number and an address"),
    Path(name="silence, with an address only", contacts=(BY_MAIL,)),
    Path(name="silence, with a number only", contacts=(BY_PHONE,)),
    Path(name="silence, where calls are not welcome", facts=_knowing(may_call=False)),
    Path(name="silence, where only the office is known", contacts=(OFFICE,)),
    Path(name="silence after a video call and a test task", facts=_knowing(format=Format.VIDEO, test_task=True)),
    Path(name="silence in the second round", facts=_knowing(round=2, format=Format.IN_PERSON)),
    Path(
        name="the voicemail, again and again",
        turns=(DUE, _VOICEMAIL, DUE, _VOICEMAIL, _VOICEMAIL, _VOICEMAIL),
    ),
    Path(
        name="a promise to call that passed",
        facts=_knowing(answer_expected_on=august(14), answer_channel=Channel.PHONE),
    ),
    Path(
        name="a promise to write that passed",
        contacts=(BY_MAIL,),
        facts=_knowing(answer_expected_on=august(14), answer_channel=Channel.EMAIL),
    ),
    Path(name="no decision, and each time a day", turns=(DUE, *[call(Result.NO_DECISION, 6)] * 4)),
    Path(name="no decision, and never a day", turns=(DUE, *[call(Result.NO_DECISION)] * 3)),
    Path(
        name="told to wait, with a day and without one",
        turns=(DUE, call(Result.TOLD_TO_WAIT, 8), answer(Result.TOLD_TO_WAIT), _NO_ANSWER),
    ),
    Path(name="told to wait by mail", contacts=(BY_MAIL,), turns=(DUE, DUE, answer(Result.TOLD_TO_WAIT, 8))),
    Path(
        name="refused after a call, and nobody says why",
        turns=(DUE, _NO_ANSWER, DUE, answer(Result.REFUSAL), call(Result.TOLD_TO_WAIT, 5)),
    ),
    Path(name="refused in writing", contacts=(BY_MAIL,), turns=(DUE, DUE, answer(Result.REFUSAL))),
    Path(
        name="the letter arrived, and no decision yet",
        turns=(DUE, _NO_ANSWER, DUE, call(Result.ARRIVED), call(Result.NO_DECISION, 6)),
    ),
    Path(name="the letter did not arrive, and is sent again", turns=(DUE, _NO_ANSWER, DUE, _A_LETTER)),
    Path(name="moved, and no new day", facts=_BEFORE, turns=(move(),)),
    Path(name="moved, and only an address", contacts=(BY_MAIL,), facts=_BEFORE, turns=(move(),)),
    Path(name="moved, and asked to wait for the day", facts=_BEFORE, turns=(move(), call(Result.NO_DECISION, 4))),
    Path(name="invited to the next round, and no day", turns=(DUE, _NO_ANSWER, answer(Result.NEXT_ROUND))),
    Path(
        name="invited to the next round, no day, and only an address",
        contacts=(BY_MAIL,),
        turns=(DUE, DUE, answer(Result.NEXT_ROUND)),
    ),
    Path(name="two rounds", turns=(DUE, _NO_ANSWER, answer(Result.NEXT_ROUND, 6))),
    Path(name="an offer of theirs", turns=(DUE, call(Result.NO_DECISION, 6), answer(Result.OFFER, 7))),
    Path(name="two who were there", contacts=(DANA, ROBIN)),
)
