"""One-click actions of the digest: the links under an entry, and the one that pauses the digest."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from chalicelib.drafts.language import Language
from chalicelib.links.action import SNOOZES, ActionKind, fitting
from chalicelib.links.action_words import label
from chalicelib.playbook.agenda import AgendaItem
from chalicelib.playbook.interview import Interview

if TYPE_CHECKING:
    from chalicelib.links.action_links import ActionLinks


class AnswerLink(Struct, frozen=True):
    """A link and what it says."""

    label: str
    href: str


class AnswerLinks(Struct, frozen=True, kw_only=True):
    """What can be said of an entry: what happened, not now, and no more."""

    happened: tuple[AnswerLink, ...] = ()
    later: tuple[AnswerLink, ...] = ()
    stop: AnswerLink | None = None


class AnswerLinkMaker(Struct, frozen=True, kw_only=True):
    """Makes the links of one digest or page. ``address`` is what stands before ``/act``: the whole address in a mail,
    the stage at most on a page; None where it is not known, and then there are no links."""

    links: ActionLinks
    address: str | None
    owner_id: str
    now: datetime
    spoken: Language

    def clicks(self, item: AgendaItem, today: date) -> AnswerLinks:
        """The links that fit an item's step ``today`` (owner's zone), good for its record as it is now."""
        if self.address is None:
            return AnswerLinks()
        kinds = fitting(item.plan, today)
        happened = tuple(self._click(item.interview, kind) for kind in kinds if kind not in (*SNOOZES, ActionKind.STOP))
        later = tuple(self._click(item.interview, kind) for kind in kinds if kind in SNOOZES)
        stop = self._click(item.interview, ActionKind.STOP) if ActionKind.STOP in kinds else None
        return AnswerLinks(happened=happened, later=later, stop=stop)

    def letter_sent(self, interview: Interview) -> AnswerLink | None:
        """The link that says of a letter beside the step, such as the one about an offer (M2), that it was sent."""
        return None if self.address is None else self._click(interview, ActionKind.SENT)

    def pause(self) -> str | None:
        """Where the digest can be paused."""
        return self.address and self._href(self.links.token(ActionKind.PAUSE, self.owner_id, self.now))

    def _click(self, interview: Interview, kind: ActionKind) -> AnswerLink:
        token = self.links.token(kind, self.owner_id, self.now, interview.id, interview.version)
        return AnswerLink(label(kind, self.spoken), self._href(token))

    def _href(self, token: str) -> str:
        return f"{(self.address or '').rstrip('/')}/act/{token}"
