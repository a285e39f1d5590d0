"""Signed links of the digest: the one-click ones under an entry, the one that pauses it, and those that open a step.

The way in is ``AnswerLinkMaker``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from chalicelib.drafts.language import Language
from chalicelib.links.action import (
    AFTER_AN_ABSENCE,
    NOT_HAPPENED,
    PAUSES_THAT_END,
    SENT,
    SNOOZES,
    TO_BE_CLOSED,
    ActionKind,
    likeliest_actions,
    offered_actions,
)
from chalicelib.links.action_words import label, label_of_thanks
from chalicelib.playbook.agenda import AgendaItem
from chalicelib.playbook.contact import Contact
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner
from chalicelib.playbook.step import StepKind
from chalicelib.playbook.step_kinds import STEP_KINDS

if TYPE_CHECKING:
    from chalicelib.links.action_links import ActionLinks
    from chalicelib.links.settle_links import SettlePurpose
    from chalicelib.view_models.settle_lists import SettleLists


class AnswerLink(Struct, frozen=True):
    """A link and its label."""

    label: str
    href: str


class AnswerLinks(Struct, frozen=True, kw_only=True):
    """The links of an entry: ``happened`` records what happened, ``later`` snoozes, and ``stop`` ends the process."""

    happened: tuple[AnswerLink, ...] = ()
    later: tuple[AnswerLink, ...] = ()
    stop: AnswerLink | None = None

    @property
    def all(self) -> tuple[AnswerLink, ...]:
        """All of them, as they follow one another; none if the address is unknown."""
        return (*self.happened, *self.later, *([self.stop] if self.stop else []))


class AnswerLinkMaker(Struct, frozen=True, kw_only=True):
    """Makes the links of one digest or page.

    ``address`` is what comes before ``/act``: the whole URL in a mail, at most the stage on a page. If it is None
    (unknown), there are no links. From ``now`` on they are good for their lifetime. ``is_for_anybody`` says whether
    they are for somebody who has not signed in: then those to drafts open them by a token too. ``settle_lists``
    collects what a digest's settle links stand for; a page has none. ``route`` is what a press of any of them proves
    (``links/arrival.py``): those of a mail that asks to be seen, and of the pages that it leads to.
    """

    links: ActionLinks
    address: str | None
    owner_id: str
    now: datetime
    language: Language
    is_for_anybody: bool = False
    settle_lists: SettleLists | None = None
    route: str | None = None

    @property
    def today(self) -> date:
        """The day on which the links are made, in the owner's zone."""
        return self.language.today or self.now.date()

    def answer_links(self, item: AgendaItem, today: date) -> AnswerLinks:
        """The links that fit an item's step ``today`` (owner's zone), valid for the present version of its record.

        Who has signed in has the questions of W12 as a form, and needs no link to them.
        """
        if self.address is None:
            return AnswerLinks()
        own = () if self.is_for_anybody else (ActionKind.DEBRIEFED,)
        kinds = tuple(kind for kind in offered_actions(item.plan, today) if kind not in own)
        happened = tuple(self._link(item.interview, kind) for kind in kinds if kind not in NOT_HAPPENED)
        later = tuple(self._link(item.interview, kind) for kind in kinds if kind in SNOOZES)
        stop = self._link(item.interview, ActionKind.STOP) if ActionKind.STOP in kinds else None
        return AnswerLinks(happened=happened, later=later, stop=stop)

    def likeliest(self, item: AgendaItem, today: date) -> tuple[AnswerLink, ...]:
        """The links for what likeliest happened at an item's step, two at most (D4); none if the address is unknown."""
        kinds = likeliest_actions(item.plan, today) if self.address is not None else ()
        return tuple(self._link(item.interview, kind) for kind in kinds)

    def to_close(self, interview: Interview) -> tuple[AnswerLink, ...]:
        """The link that closes a process (D10)."""
        return self._at_once(interview, TO_BE_CLOSED)

    def to_pick_up(self, interview: Interview) -> tuple[AnswerLink, ...]:
        """The links that say whether the owner goes on with a process after an absence, or closes it (D9)."""
        return self._at_once(interview, AFTER_AN_ABSENCE)

    def sent(self, interview: Interview, kind: StepKind) -> AnswerLink | None:
        """The link that records a draft that belongs to no step, such as the letter about an offer (M2), as sent."""
        action = SENT.get(kind)
        return None if self.address is None or action is None else self._link(interview, action)

    def thanked(self, interview: Interview, contact: Contact) -> AnswerLink | None:
        """The link that records the thanks to one of several people (C4)."""
        if self.address is None:
            return None
        version, kind = interview.version, ActionKind.THANKED
        token = self.links.token(
            kind, self.owner_id, self.now, interview.id, version, contact=contact.id, route=self.route
        )
        return AnswerLink(label_of_thanks(contact, self.language), self._href(token))

    def draft(self, interview: Interview, kind: StepKind) -> AnswerLink | None:
        """The link to a draft, with its short label."""
        if self.address is None:
            return None
        own = f"{self.address.rstrip('/')}/interviews/{interview.id}/drafts/{kind}"
        href = (self.read(interview.id, kind) if self.is_for_anybody else None) or own
        return AnswerLink(self.language.say(STEP_KINDS[kind].link_label), href)

    def read(self, interview_id: str, kind: StepKind) -> str | None:
        """The link that opens a step or draft of a record without signing in (D2); None without an address."""
        if self.address is None:
            return None
        from chalicelib.links.read_links import ReadLinks

        token = ReadLinks(self.links).token(self.owner_id, interview_id, kind, self.now, self.route)
        return self._href(token, "read")

    def settle(self, purpose: SettlePurpose, interviews: Iterable[Interview]) -> AnswerLink | None:
        """The link to the page that settles these records together (D9, D10, M2); None without an address, and on a
        page, since only a digest stores what it stands for."""
        if self.address is None or self.settle_lists is None:
            return None
        from chalicelib.links.settle_links import SETTLING, SettleLinks

        self.settle_lists.add(purpose, interviews)
        token = SettleLinks(self.links).token(self.owner_id, self.settle_lists.on, purpose, self.now, self.route)
        return AnswerLink(self.language.say(SETTLING[purpose].label), self._href(token, "settle"))

    def accept(self, proposal_id: str) -> AnswerLink | None:
        """The link to what was read and waits to be recorded (D1); None without an address."""
        if self.address is None:
            return None
        from chalicelib.links.proposal_links import ProposalLinks

        token = ProposalLinks(self.links).token(self.owner_id, proposal_id, self.now)
        return AnswerLink(self.language.say("Look at it"), self._href(token))

    def seen(self) -> str | None:
        """The link that says that its mail was seen to arrive; None where that is not asked, or without an address."""
        if self.address is None or self.route is None:
            return None
        return self._href(self.links.token(ActionKind.SEEN, self.owner_id, self.now, route=self.route))

    def pause(self, pauses: int, kind: ActionKind = ActionKind.PAUSE) -> str | None:
        """The link that pauses the digest, at the owner's present count of pauses; None without an address.
        Mail programs press it by themselves for what they take for spam, so it proves no arrival."""
        token = self.links.token(kind, self.owner_id, self.now, version=pauses)
        return self.address and self._href(token)

    def pauses(self, owner: Owner) -> tuple[AnswerLink, ...]:
        """The links that pause the digest for a while; none without an address, and while it is paused."""
        if self.address is None or owner.is_paused(self.today):
            return ()
        hrefs = ((kind, self.pause(owner.pauses, kind)) for kind in PAUSES_THAT_END)
        return tuple(AnswerLink(label(kind, self.language), href) for kind, href in hrefs if href)

    def _at_once(self, interview: Interview, kinds: Iterable[ActionKind]) -> tuple[AnswerLink, ...]:
        """The links of a line that is answered at once; none without an address."""
        links = (self._link(interview, kind) for kind in (kinds if self.address else ()))
        stop, close_it = label(ActionKind.STOP, self.language), self.language.say("Close it")
        return tuple(replace(link, label=close_it) if link.label == stop else link for link in links)

    def _link(self, interview: Interview, kind: ActionKind) -> AnswerLink:
        token = self.links.token(kind, self.owner_id, self.now, interview.id, interview.version, route=self.route)
        return AnswerLink(label(kind, self.language), self._href(token))

    def _href(self, token: str, route: str = "act") -> str:
        return f"{(self.address or '').rstrip('/')}/{route}/{token}"
