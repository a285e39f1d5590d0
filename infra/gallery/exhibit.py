"""A situation in one language: the digest of its morning, and every draft of its forecast in every tone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from chalicelib import work_calendars
from chalicelib.digest.digest_templates import DigestTemplates
from chalicelib.digest.digest_view import DigestView, digest_view
from chalicelib.digest.week_opening import opens_the_week
from chalicelib.drafts.draft import Draft, DraftChannel, Passage
from chalicelib.drafts.language import Language
from chalicelib.drafts.language_packs import Languages
from chalicelib.drafts.writer import Writer
from chalicelib.errors import NoSuchDraft
from chalicelib.links.action_links import ActionLinks
from chalicelib.links.keyring import keyring_of
from chalicelib.playbook import forecast, rules
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner, Tone
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.step import Step, StepKind
from chalicelib.playbook.step_kinds import STEP_KINDS
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
    """``is_sent``: whether the digest would be sent; a quiet one is sent only on the first day of the working week."""

    situation: Situation
    language: str
    records: tuple[Interview, ...]
    view: DigestView
    is_sent: bool
    pieces: tuple[Piece, ...]


class Curator:
    """Makes exhibits with the real planner, writer and templates."""

    def __init__(self, templates_folder: Path) -> None:
        self.languages = Languages(templates_folder)
        self._pages = DigestTemplates(templates_folder)
        self._writer = Writer(self.languages)

    def exhibit(self, situation: Situation, language: str) -> Exhibit:
        """The situation as an owner who reads ``language`` sees it."""
        owner = owner_in(language, situation.owner)
        records = tuple(record_in(language, record) for record in situation.records)
        day = read_day(owner, records, situation.now)
        opens = opens_the_week(day.agenda.on, work_calendars.working_days(owner.country))
        return Exhibit(
            situation=situation,
            language=language,
            records=records,
            view=self._view(day, owner, situation.now),
            is_sent=opens or not day.is_quiet,
            pieces=tuple(piece for record in records for piece in self._pieces(record, owner, situation.now)),
        )

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
        answer_links = AnswerLinkMaker(
            links=LINKS, address=ADDRESS, owner_id=owner.id, now=now, language=self.languages.of(owner.language)
        )
        return digest_view(day, owner, self._writer, answer_links)

    def _pieces(self, record: Interview, owner: Owner, now: datetime) -> Iterator[Piece]:
        """The drafts that the API lists: of the first step of each kind in the forecast, and of kinds never planned."""
        context = work_calendars.planning_context(owner, record)
        today = now.astimezone(owner.zone).date()
        planned = rules.plan(record, context, now)
        steps = {(step.kind, step.is_second_letter): step for step in reversed(forecast.forecast(record, context, now))}
        for step in reversed(steps.values()):
            on = max(step.due_on, today)
            then = max(now, datetime.combine(on, time(12), owner.zone))
            yield from self._for_step(step, record, rules.plan(record, context, then), owner, on)
        for kind, facts in STEP_KINDS.items():
            if not facts.is_ever_next:
                yield from self._in_every_tone(kind, record, planned, owner, today)

    def _for_step(self, step: Step, record: Interview, plan: Plan, owner: Owner, on: date) -> Iterator[Piece]:
        plan = replace(plan, step=step)
        facts = STEP_KINDS[step.kind]
        channels = DraftChannel if facts.script_rules and facts.letter_rules else (None,)
        for channel in channels:
            yield from self._in_every_tone(step.kind, record, plan, owner, on, channel=channel)

    def _in_every_tone(
        self,
        kind: StepKind,
        record: Interview,
        plan: Plan,
        owner: Owner,
        on: date,
        *,
        channel: DraftChannel | None = None,
    ) -> Iterator[Piece]:
        """One piece, or none if there is no such draft."""
        with suppress(NoSuchDraft):
            drafts = {
                tone: self._writer.draft(kind, record, plan, replace(owner, tone=tone), on, channel=channel)
                for tone in Tone
            }
            yield Piece(on=on, by_tone=drafts)
