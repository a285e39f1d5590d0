"""One-click links of the digest: those under an entry, and the one that pauses the digest.

The way in is ``AnswerLinkMaker``.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from chalicelib.drafts.language import Language
from chalicelib.links.action import SNOOZES, ActionKind, offered_actions
from chalicelib.links.action_words import label
from chalicelib.playbook.agenda import AgendaItem
from chalicelib.playbook.interview import Interview

if TYPE_CHECKING:
    from chalicelib.links.action_links import ActionLinks


class AnswerLink(Struct, frozen=True):
    """A link and its label."""

    label: str
    href: str


class AnswerLinks(Struct, frozen=True, kw_only=True):
    """The links of an entry: ``happened`` records what happened, ``later`` snoozes, and ``stop`` ends the process."""

    happened: tuple[AnswerLink, ...] = ()
    later: tuple[AnswerLink, ...] = ()
    stop: AnswerLink | None = None


class AnswerLinkMaker(Struct, frozen=True, kw_only=True):
    """Makes the links of one digest or page.

    ``address`` is what comes before ``/act``: the whole URL in a mail, at most the stage on a page. If it is None
    (unknown), there are no links.
    """

    links: ActionLinks
    address: str | None
    owner_id: str
    now: datetime
    language: Language

    def answer_links(self, item: AgendaItem, today: date) -> AnswerLinks:
        """The links that fit an item's step ``today`` (owner's zone), valid for the present version of its record."""
        if self.address is None:
            return AnswerLinks()
        kinds = offered_actions(item.plan, today)
        happened = tuple(self._link(item.interview, kind) for kind in kinds if kind not in (*SNOOZES, ActionKind.STOP))
        later = tuple(self._link(item.interview, kind) for kind in kinds if kind in SNOOZES)
        stop = self._link(item.interview, ActionKind.STOP) if ActionKind.STOP in kinds else None
        return AnswerLinks(happened=happened, later=later, stop=stop)

    def letter_sent(self, interview: Interview) -> AnswerLink | None:
        """The link that records a letter besides the step, such as the one about an offer (M2), as sent."""
        return None if self.address is None else self._link(interview, ActionKind.SENT)

    def pause(self) -> str | None:
        """The link that pauses the digest."""
        return self.address and self._href(self.links.token(ActionKind.PAUSE, self.owner_id, self.now))

    def _link(self, interview: Interview, kind: ActionKind) -> AnswerLink:
        token = self.links.token(kind, self.owner_id, self.now, interview.id, interview.version)
        return AnswerLink(label(kind, self.language), self._href(token))

    def _href(self, token: str) -> str:
        return f"{(self.address or '').rstrip('/')}/act/{token}"
