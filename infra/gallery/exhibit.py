"""A situation in one language: the digest of its morning, and every draft of its forecast in every tone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, time
from itertools import product
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from chalicelib import work_calendars
from chalicelib.digest.digest_templates import DigestTemplates
from chalicelib.digest.digest_view import DigestView, digest_view
from chalicelib.drafts.draft import Draft, DraftChannel, Passage
from chalicelib.drafts.language import Language
from chalicelib.drafts.language_packs import Languages
from chalicelib.drafts.reason_text import CauseText, cause_texts
from chalicelib.drafts.writer import Writer
from chalicelib.errors import NoSuchDraft
from chalicelib.links.action_links import ActionLinks
from chalicelib.links.keyring import keyring_of
from chalicelib.playbook import forecast, rules
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.offers import Offer, offers_among
from chalicelib.playbook.owner import Owner, Tone
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.silence import causes
from chalicelib.playbook.step import StepKind
from chalicelib.playbook.step_kinds import STEP_KINDS
from chalicelib.playbook.week_opening import opens_the_week
from chalicelib.view_models.answer_links import AnswerLinkMaker
from chalicelib.view_models.day_view import DayView, read_day
from infra.gallery.situation import Situation
from infra.gallery.variants import owner_in, record_in

ADDRESS = "https://api.example.org/api"
LINKS = ActionLinks(keyring_of(["a key for the gallery only, " * 2]))


class Piece(Struct, frozen=True, kw_only=True):
    """One draft in every tone; ``on`` is the day that it is for."""

    on: date
    by_tone: Mapping[Tone, Draft]

    @property
    def formal(self) -> Draft:
        """The draft in the formal tone, which is the default."""
        return self.by_tone[Tone.FORMAL]

    @property
    def sounds(self) -> tuple[Mapping[Tone, Passage], ...]:
        """Each passage in every tone; all tones have the same passages."""
        outlines = zip(*(draft.passages for draft in self.by_tone.values()), strict=True)
        return tuple(dict(zip(self.by_tone, passages, strict=True)) for passages in outlines)


class Exhibit(Struct, frozen=True, kw_only=True):
    """The records have the texts of ``language``.

    ``causes``: why they may be silent (R), of every open record. ``is_sent``: whether the digest would be sent; a quiet
    one is sent only on the first day of the working week.
    """

    situation: Situation
    language: str
    records: tuple[Interview, ...]
    view: DigestView
    causes: tuple[CauseText, ...]
    is_sent: bool
    pieces: tuple[Piece, ...]


class PlannedDraft(NamedTuple):
    """What the writer is asked for: a kind for a record with its plan, as of the day ``on``."""

    kind: StepKind
    record: Interview
    plan: Plan
    on: date
    channel: DraftChannel | None = None
    offers: tuple[Offer, ...] = ()
    contact_id: str | None = None


class Curator:
    """Makes exhibits with the real planner, writer and templates."""

    def __init__(self, templates_folder: Path) -> None:
        self.languages = Languages(templates_folder)
        self._pages = DigestTemplates(templates_folder)
        self._writer = Writer(self.languages)

    def exhibit(self, situation: Situation, language: str) -> Exhibit:
        """The situation as an owner who reads ``language`` sees it, with every draft."""
        shown = self.morning(situation, language)
        owner = owner_in(language, situation.owner)
        return replace(shown, pieces=tuple(self._pieces(planned_drafts(shown.records, owner, situation.now), owner)))

    def morning(self, situation: Situation, language: str) -> Exhibit:
        """The situation's digest only, without the pieces."""
        owner = owner_in(language, situation.owner)
        records = tuple(record_in(language, record) for record in situation.records)
        day = read_day(owner, records, situation.now)
        opens = opens_the_week(day.agenda.on, work_calendars.working_days(owner.country))
        return Exhibit(
            situation=situation,
            language=language,
            records=records,
            view=self._view(day, owner, situation.now),
            causes=tuple(self._causes(day, owner)),
            is_sent=opens or not day.is_quiet,
            pieces=(),
        )

    def draft(self, planned: PlannedDraft, owner: Owner) -> Draft:
        """The draft in the owner's tone. Raises NoSuchDraft if there is none."""
        kind, record, plan, on, channel, offers, contact_id = planned
        return self._writer.draft(kind, record, plan, owner, on, channel=channel, offers=offers, contact_id=contact_id)

    def language(self, exhibit: Exhibit) -> Language:
        """The language of an exhibit's digest."""
        return self.languages.of(exhibit.language)

    def subject(self, exhibit: Exhibit) -> str:
        """The subject of the digest."""
        return self._pages.subject(exhibit.view, self.language(exhibit))

    def text(self, exhibit: Exhibit) -> str:
        """The digest's text twin."""
        return self._pages.text(exhibit.view, self.language(exhibit))

    def html(self, exhibit: Exhibit) -> str:
        """The digest as a page."""
        return self._pages.html(exhibit.view, self.language(exhibit))

    def _view(self, day: DayView, owner: Owner, now: datetime) -> DigestView:
        language = self.languages.of(owner.language).as_of(day.agenda.on, owner.country)
        answer_links = AnswerLinkMaker(links=LINKS, address=ADDRESS, owner_id=owner.id, now=now, language=language)
        return digest_view(day, owner, self._writer, answer_links)

    def _causes(self, day: DayView, owner: Owner) -> Iterator[CauseText]:
        language = self.languages.of(owner.language)
        for item in day.agenda.items:
            yield from cause_texts(causes(item.interview, item.plan, owner, day.agenda.on), language)

    def _pieces(self, planned: Iterable[PlannedDraft], owner: Owner) -> Iterator[Piece]:
        """One piece of each that there is a draft for."""
        for one in planned:
            with suppress(NoSuchDraft):
                by_tone = {tone: self.draft(one, replace(owner, tone=tone)) for tone in Tone}
                yield Piece(on=one.on, by_tone=by_tone)


def planned_drafts(records: Iterable[Interview], owner: Owner, now: datetime) -> Iterator[PlannedDraft]:
    """The drafts that the API lists: of the first step of each kind in the forecast, and of kinds never planned."""
    records = tuple(records)
    offers = offers_among(read_day(owner, records, now).agenda.items)
    for record in records:
        yield from _of_record(record, owner, now, offers)


def _of_record(record: Interview, owner: Owner, now: datetime, offers: tuple[Offer, ...]) -> Iterator[PlannedDraft]:
    context = work_calendars.planning_context(owner, record)
    today = now.astimezone(owner.zone).date()
    planned = rules.plan(record, context, now)
    steps = {(step.kind, step.is_second_letter): step for step in reversed(forecast.forecast(record, context, now))}
    for step in reversed(steps.values()):
        on = max(step.due_on, today)
        then = max(now, datetime.combine(on, time(12), owner.zone))
        plan = replace(rules.plan(record, context, then), step=step)
        for channel, contact_id in product(channels_of(step.kind), people_of(step.kind, plan)):
            yield PlannedDraft(step.kind, record, plan, on, channel, contact_id=contact_id)
    for kind, facts in STEP_KINDS.items():
        if not facts.is_ever_next:
            yield PlannedDraft(kind, record, planned, today, offers=offers)


def people_of(kind: StepKind, plan: Plan) -> tuple[str | None, ...]:
    """Each of several who are to be thanked (C4); otherwise None, for the one whom the plan selects."""
    thanked = plan.unthanked if kind is StepKind.THANK_YOU_LETTER else ()
    return tuple(contact.id for contact in thanked) if len(thanked) > 1 else (None,)


def channels_of(kind: StepKind) -> tuple[DraftChannel | None, ...]:
    """Both channels if the kind has words for both; otherwise None, for the one that it has."""
    facts = STEP_KINDS[kind]
    return tuple(DraftChannel) if facts.script_rules and facts.letter_rules else (None,)
