"""Events of the usual record, each on its day, and contacts that it may lack."""

from __future__ import annotations

from typing import Any

from chalicelib.playbook.event import Result
from tests.factories import a_call, a_contact, a_letter, an_answer
from tests.playbook.planning import day

NO_ADDRESS: dict[str, Any] = {"contacts": (a_contact(email=None),)}
NO_PHONE: dict[str, Any] = {"contacts": (a_contact(phone=None),)}

MISSED = Result.NO_ANSWER
CALLED = a_call(day("10 Aug"), MISSED)
WROTE = a_letter(day("11 Aug"))  # receipt on 12 Aug, follow-up on 14 Aug
FOLLOWED_UP = a_call(day("14 Aug"), MISSED)  # closing on 24 Aug
CLOSED_OFF = a_call(day("24 Aug"), MISSED)  # move on on 31 Aug
REFUSED = an_answer(day("10 Aug"), Result.REFUSAL)
OFFERED = an_answer(day("10 Aug"), Result.OFFER, until=day("16 Aug"))  # a Sunday
INVITED = an_answer(day("7 Aug"), Result.NEXT_ROUND)  # they named no day: ask on 12 Aug
EMPLOYER_IN_RUSSIA: dict[str, Any] = {"employer_country": "RU"}  # where the law gives seven working days for reasons
