"""Reads the words of an invitation or a reply. The way in is ``read_words``."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from chalicelib.capture.found import Doubt, Found, Mailbox, ProposalKind, WordsReading
from chalicelib.capture.words.answers import UNTIL, until_in
from chalicelib.capture.words.appointments import Appointment, appointment_in
from chalicelib.capture.words.calendar_days import Writing
from chalicelib.capture.words.companies import COMPANY, company_in
from chalicelib.capture.words.dated_text import DatedText, dated_text
from chalicelib.capture.words.day_roles import DayRole
from chalicelib.capture.words.formats import FORMAT, format_in
from chalicelib.capture.words.kinds import NOTHING, Evidence, Verdict, verdict_on
from chalicelib.capture.words.meeting_links import MEETING_URL, meeting_url_in
from chalicelib.capture.words.named_sources import Sources, sources_of
from chalicelib.capture.words.passage import Passage, passage_of
from chalicelib.capture.words.people import CONTACTS, contacts_in
from chalicelib.capture.words.phrase_book import Statement, is_addressed, statements_in
from chalicelib.capture.words.places import PLACE, place_in
from chalicelib.capture.words.positions import POSITION, position_in
from chalicelib.capture.words.says import Says
from chalicelib.capture.words.zones import is_american
from chalicelib.playbook.event import Result
from chalicelib.playbook.owner import Owner

RESULT = "result"
_MONTH_FIRST = ("US", "PH")
_EITHER_ORDER = ("CA",)


def read_words(
    text: str, *, subject: str, sender: Mailbox | None, owner: Owner, sent_at: datetime
) -> WordsReading:
    """What the words of a message would have recorded, with each field's quote and what has to be asked.

    - ``text``: the message without what it answers; what is quoted in it all the same is passed over. Cells of a table
      stand apart by tabs, ``|`` or line ends. The first 100,000 characters are read.
    - ``subject``: empty for what was pasted; ``sender``: None if nobody knows.
    - ``sent_at``: aware; "tomorrow" is the day after it, in the owner's zone.

    Quotes are pieces of the text, of the subject, or of the sender's name or address. Any text is read: what says
    nothing of an interview is ``nothing``.
    """
    passage = passage_of(text)
    sources = sources_of(passage, subject, sender, owner)
    if _is_owners_own(sources):
        return _reading(NOTHING, {}, ())
    message = _Message(passage, sources, owner, sent_at)
    verdict = verdict_on(message.evidence())
    return message.reading(verdict) if verdict.kind is not ProposalKind.NOTHING else _reading(NOTHING, {}, ())


class _Message(Struct, frozen=True):
    passage: Passage
    sources: Sources
    owner: Owner
    sent_at: datetime

    def writing(self) -> Writing:
        """How days are to be read: month before day in some countries; doubtful where two customs meet."""
        country = self.owner.country[:2]
        is_month_first = country in _MONTH_FIRST
        is_foreign = is_american(self.passage.said) != is_month_first and is_american(self.passage.said)
        is_doubtful = country in _EITHER_ORDER or is_foreign
        return Writing(self.sent_at.astimezone(self.owner.zone).date(), is_month_first, is_doubtful)

    def dated(self) -> DatedText:
        return dated_text(self.passage, statements_in(self.passage), self.writing())

    def appointment(self) -> Appointment:
        """When it is, by the text, or by the subject of a mail that is no answer."""
        found = appointment_in(self.dated(), self.owner, self.sent_at)
        if found.fields or found.has_several_days or self.sources.is_answer or not self.sources.subject:
            return found
        subject = passage_of(self.sources.subject)
        by_subject = appointment_in(dated_text(subject, statements_in(subject), self.writing()), self.owner, self.sent_at)
        return by_subject if "interview_on" in by_subject.fields else found

    def evidence(self) -> Evidence:
        appointment, dated = self.appointment(), self.dated()
        return Evidence(
            (*dated.statements, *self.said_by_subject()),
            has_day_ahead="interview_on" in appointment.fields,
            has_several_days=appointment.has_several_days,
            has_deadline=bool(dated.days_of(DayRole.DEADLINE)),
            addressed=frozenset(one for one in dated.sentences if is_addressed(self.passage.said, one)),
        )

    def said_by_subject(self) -> tuple[Statement, ...]:
        """What the subject says, unless it is that of a letter which is answered."""
        if self.sources.is_answer:
            return ()
        return statements_in(passage_of(self.sources.subject))

    def reading(self, verdict: Verdict) -> WordsReading:
        company = company_in(self.sources)
        position = position_in(self.sources, str(company.value) if company else None)
        fields = _named(COMPANY, company) | _named(POSITION, position) | _named(CONTACTS, contacts_in(self.sources))
        doubts: list[Doubt] = list(verdict.doubts)
        if verdict.result:
            fields |= {RESULT: Found(verdict.result.value, self._quote_of(verdict))}
            until = until_in(self.dated(), verdict.result, self.writing().today)
            fields |= _named(UNTIL, until.found)
            doubts += until.doubts
        if _has_appointment(verdict):
            fields |= self._when_and_where()
            doubts += self.appointment().doubts
        return _reading(verdict, fields, tuple(doubts))

    def _quote_of(self, verdict: Verdict) -> str:
        """The phrase that told it, as it stands in the text or in the subject."""
        if verdict.statement is None:
            return ""
        said = self.passage if verdict.statement in self.dated().statements else passage_of(self.sources.subject)
        return said.quote(verdict.statement.phrase)

    def _when_and_where(self) -> dict[str, Found]:
        fields = _named(MEETING_URL, meeting_url_in(self.passage)) | _named(PLACE, place_in(self.passage))
        dated = self.dated()
        telling = {one.sentence for one in dated.statements if one.says in (Says.INVITES, Says.MEETS, Says.NEXT_ROUND, Says.MOVES, Says.NAMES_INTERVIEW)}
        telling |= {dated.sentences[day.sentence] for day in dated.days}
        fields |= _named(FORMAT, format_in(self.passage, sorted(telling, key=lambda span: span.start), fields))
        return fields | self.appointment().fields


def _has_appointment(verdict: Verdict) -> bool:
    return verdict.kind in (ProposalKind.NEW_INTERVIEW, ProposalKind.MOVED) or verdict.result is Result.NEXT_ROUND


def _is_owners_own(sources: Sources) -> bool:
    """Whether the owner wrote it: nothing was heard from anybody."""
    if sources.sender:
        return sources.sender.address.lower() == sources.owner.email.lower()
    lines = [line.strip(" ,.-–") for line in sources.passage.said.splitlines() if line.strip()]
    return len(lines) > 1 and len(lines[-1].split()) > 1 and sources.is_owner(lines[-1])


def _named(name: str, found: Found | None) -> dict[str, Found]:
    return {name: found} if found else {}


def _reading(verdict: Verdict, fields: dict[str, Found], doubts: tuple[Doubt, ...]) -> WordsReading:
    asked = tuple(dict.fromkeys(doubts)) if verdict.kind is not ProposalKind.NOTHING else ()
    return WordsReading(verdict.kind, fields, asked)
