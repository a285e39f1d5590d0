"""Reads the words of an invitation or a reply. The way in is ``read_words``."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from chalicelib.capture.found import Doubt, Found, Mailbox, ProposalKind, WordsReading
from chalicelib.capture.words.answers import UNTIL, until_in
from chalicelib.capture.words.appointments import appointment_in
from chalicelib.capture.words.calendar_days import Writing
from chalicelib.capture.words.companies import COMPANY, company_in
from chalicelib.capture.words.dated_text import DatedText, dated_text
from chalicelib.capture.words.day_mention import DAY
from chalicelib.capture.words.day_roles import DayRole
from chalicelib.capture.words.formats import FORMAT, format_in
from chalicelib.capture.words.kinds import NOTHING, Evidence, Verdict, verdict_on
from chalicelib.capture.words.meeting_links import MEETING_URL, meeting_url_in
from chalicelib.capture.words.named_sources import Sources, sources_of
from chalicelib.capture.words.passage import passage_of
from chalicelib.capture.words.people import CONTACTS, contacts_in
from chalicelib.capture.words.phrase_book import Statement, is_addressed, statements_in
from chalicelib.capture.words.places import PLACE, place_in
from chalicelib.capture.words.positions import POSITION, position_in
from chalicelib.capture.words.says import Says
from chalicelib.capture.words.timing import Timing
from chalicelib.capture.words.zones import is_american
from chalicelib.playbook.event import Result
from chalicelib.playbook.owner import Owner

RESULT = "result"
_MONTH_FIRST = ("US", "PH")
_EITHER_ORDER = ("CA",)
_OF_THE_APPOINTMENT = (Says.INVITES, Says.MEETS, Says.NEXT_ROUND, Says.MOVES, Says.NAMES_INTERVIEW)


def read_words(text: str, *, subject: str, sender: Mailbox | None, owner: Owner, sent_at: datetime) -> WordsReading:
    """What the words of a message would have recorded, with each field's quote and what has to be asked.

    - ``text``: the message without what it answers; what is quoted in it all the same is passed over. Cells of a table
      stand apart by tabs, ``|`` or line ends. The first 50,000 characters are read.
    - ``subject``: empty for what was pasted; ``sender``: None if nobody knows.
    - ``sent_at``: aware; "tomorrow" is the day after it, in the owner's zone.

    Quotes are pieces of the text, of the subject, or of the sender's name or address. Any text is read: what says
    nothing of an interview is ``nothing``.
    """
    sources = sources_of(passage_of(text), subject, sender, owner)
    if _is_owners_own(sources):
        return _reading(NOTHING, {}, ())
    message = _message(sources, owner, sent_at)
    verdict = verdict_on(message.evidence())
    return message.reading(verdict) if verdict.kind is not ProposalKind.NOTHING else _reading(NOTHING, {}, ())


class _Message(Struct, frozen=True):
    """A message with all that was read of it once: what it says, and when."""

    sources: Sources
    dated: DatedText
    by_subject: tuple[Statement, ...]
    appointment: Timing
    today: date

    def evidence(self) -> Evidence:
        said = self.dated.passage.said
        return Evidence(
            (*self.dated.statements, *self.by_subject),
            has_day_ahead=any(day.mention.days or day.mention.doubt for day in self.dated.days_of(DayRole.APPOINTMENT))
            or DAY in self.appointment.fields,
            has_several_days=self.appointment.has_several_days,
            has_deadline=bool(self.dated.days_of(DayRole.DEADLINE)),
            addressed=frozenset(one for one in self.dated.sentences if is_addressed(said, one)),
        )

    def reading(self, verdict: Verdict) -> WordsReading:
        company = company_in(self.sources)
        position = position_in(self.sources, str(company.value) if company else None)
        fields = _named(COMPANY, company) | _named(POSITION, position) | _named(CONTACTS, contacts_in(self.sources))
        doubts: list[Doubt] = list(verdict.doubts)
        if verdict.result:
            fields |= {RESULT: Found(verdict.result.value, self._quote_of(verdict))}
            until = until_in(self.dated, verdict.result, self.today)
            fields |= _named(UNTIL, until.found)
            doubts += until.doubts
        if _has_appointment(verdict):
            fields |= self._when_and_where()
            doubts += self.appointment.doubts
        return _reading(verdict, fields, tuple(doubts))

    def _quote_of(self, verdict: Verdict) -> str:
        """The phrase that told it, as it stands in the text or in the subject."""
        if verdict.statement is None:
            return ""
        is_in_text = verdict.statement in self.dated.statements
        said = self.dated.passage if is_in_text else passage_of(self.sources.subject)
        return said.quote(verdict.statement.phrase)

    def _when_and_where(self) -> dict[str, Found]:
        passage = self.dated.passage
        fields = _named(MEETING_URL, meeting_url_in(passage)) | _named(PLACE, place_in(passage))
        telling = {one.sentence for one in self.dated.statements if one.says in _OF_THE_APPOINTMENT}
        telling |= {self.dated.sentences[day.sentence] for day in self.dated.days}
        fields |= _named(FORMAT, format_in(passage, sorted(telling, key=lambda span: span.start), fields))
        return fields | self.appointment.fields


def _message(sources: Sources, owner: Owner, sent_at: datetime) -> _Message:
    """Reads the text, and the subject unless it is that of a letter which is answered."""
    writing = _writing(sources.passage.said, owner, sent_at)
    dated = dated_text(sources.passage, statements_in(sources.passage), writing)
    subject = passage_of("" if sources.is_answer else sources.subject)
    by_subject = statements_in(subject)
    appointment = appointment_in(dated, owner, sent_at)
    if not appointment.fields and not appointment.has_several_days:
        named = appointment_in(dated_text(subject, by_subject, writing), owner, sent_at)
        appointment = named if DAY in named.fields else appointment
    return _Message(sources, dated, by_subject, appointment, writing.today)


def _writing(said: str, owner: Owner, sent_at: datetime) -> Writing:
    """How days are to be read: month before day in some countries; doubtful where two customs meet."""
    country = owner.country[:2]
    is_month_first = country in _MONTH_FIRST
    is_doubtful = country in _EITHER_ORDER or (not is_month_first and is_american(said))
    return Writing(sent_at.astimezone(owner.zone).date(), is_month_first, is_doubtful)


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
