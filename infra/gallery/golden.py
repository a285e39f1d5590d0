"""The gallery as plain text, each wording once, so that a change of words is a small diff.

A paragraph that an earlier situation has shown already stands as "…". What is left of a situation is what it adds.
In the folder of a language ``calls/`` and ``letters/`` hold the words of the drafts, in the formal tone; ``tones.txt``
what another tone says instead, ``advice.txt`` what the owner is told beside the drafts, and ``digests.txt`` the text
twin of every digest without the words of its drafts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from chalicelib.digest.digest_view import DigestView
from chalicelib.drafts.cause_text import CauseText
from chalicelib.drafts.draft import Draft
from chalicelib.view_models.answer_links import AnswerLinks
from chalicelib.view_models.offer_choice import RivalView
from chalicelib.view_models.step_entry import StepEntry
from infra.gallery import wordings
from infra.gallery.exhibit import Curator, Exhibit

NO_MAIL = "\nA quiet day: no mail"
SIGNATURE = "\n-- \n"  # ends a mail's text; what stands below is the same in all


def golden_files(exhibits: Sequence[Exhibit], curator: Curator) -> Mapping[str, str]:
    """The text of every golden file, by its path."""
    files: dict[str, str] = {}
    for code in curator.languages.codes:
        shown = [one for one in exhibits if one.language == code]
        abroad = [one for one in exhibits if one.language != code]  # their records may be in this language
        pieces = [(one, piece) for one in (*shown, *abroad) for piece in one.pieces if piece.formal.language == code]
        files |= {f"{code}/{path}": text for path, text in wordings.drafts(pieces).items()}
        files[f"{code}/tones.txt"] = wordings.tones(pieces)
        files[f"{code}/advice.txt"] = _advice(shown)
        files[f"{code}/digests.txt"] = _digests(shown, curator)
    return files


def _advice(exhibits: Iterable[Exhibit]) -> str:
    """What is said beside a draft or a step, each sentence once, with the situation that it came from first."""
    first: dict[str, str] = {}
    for exhibit in exhibits:
        for text in _said_beside(exhibit):
            first.setdefault(text, exhibit.situation.name)
    first.pop("", None)
    return "\n".join(f"{text}\n  ({name})\n" for text, name in first.items())


def _said_beside(exhibit: Exhibit) -> Iterator[str]:
    for entry in exhibit.view.due:
        yield from (figure.text for figure in entry.evidence)
        yield entry.advice or ""
    yield from (f"{cause.rule}: {cause.why} {cause.so}" for cause in _causes(exhibit.view))
    for piece in exhibit.pieces:
        yield from (piece.formal.rung_reason, piece.formal.missing or "")
        yield from piece.formal.notice.split("\n\n")


def _digests(exhibits: Iterable[Exhibit], curator: Curator) -> str:
    return "\n".join(
        f"== {exhibit.situation.name}\n"
        f"Subject: {curator.subject(exhibit)}\n"
        f"{_rules(exhibit.view)}{'' if exhibit.is_sent else NO_MAIL}\n\n"
        f"{curator.text(replace(exhibit, view=_without_drafts(exhibit.view))).partition(SIGNATURE)[0].strip()}\n"
        for exhibit in exhibits
    )


def _rules(view: DigestView) -> str:
    causes = [cause.rule for cause in _causes(view)]
    figures = [rule for entry in view.due for figure in entry.evidence for rule in figure.rules]
    return f"Beside it: {' '.join([*causes, *figures]) or 'nothing'}"


def _causes(view: DigestView) -> Iterator[CauseText]:
    for entry in view.due:
        yield from entry.causes
    for line in view.to_come:
        yield from line.causes


def _without_drafts(view: DigestView) -> DigestView:
    """The view without what other golden files hold: the words of drafts, and what is said beside them."""
    return replace(
        view,
        overdue=tuple(map(_bare, view.overdue)),
        today=tuple(map(_bare, view.today)),
        week=tuple(replace(line, causes=()) for line in view.week),
        waiting=tuple(replace(line, causes=()) for line in view.waiting),
        choice=view.choice and replace(view.choice, rivals=tuple(map(_unwritten, view.choice.rivals))),
    )


def _unwritten(rival: RivalView) -> RivalView:
    return replace(rival, draft=rival.draft and _silent(rival.draft), sent=None)


def _bare(entry: StepEntry) -> StepEntry:
    draft = _silent(entry.draft) if entry.draft else None
    return replace(entry, draft=draft, causes=(), evidence=(), answer_links=AnswerLinks())


def _silent(draft: Draft) -> Draft:
    return replace(draft, passages=(), notice="", rung_reason="", missing=draft.missing and wordings.SEEN)
