"""The gallery's golden files: its words as plain text, each wording once, so that a change of words is a small diff.

A paragraph that an earlier situation has is written as "…", so that a situation shows only what it adds. The folder of
a language has

- ``calls/`` and ``letters/``: the words of the drafts in the formal tone
- ``tones.txt``: what the other tones say instead
- ``advice.txt``: what is said to the owner beside the drafts
- ``digests.txt``: the text of every digest without the words of its drafts
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from chalicelib.digest.digest_view import DigestView, ViewEntry
from chalicelib.drafts.draft import Draft
from infra.gallery import wordings
from infra.gallery.exhibit import Curator, Exhibit

NO_MAIL = "A quiet day: no mail\n"
SIGNATURE = "\n-- \n"  # what follows in a mail's text is the same in all


def golden_files(exhibits: Sequence[Exhibit], curator: Curator) -> Mapping[str, str]:
    """The text of every golden file, by its path."""
    files: dict[str, str] = {}
    for code in curator.languages.codes:
        own = [exhibit for exhibit in exhibits if exhibit.language == code]
        foreign = [
            exhibit for exhibit in exhibits if exhibit.language != code
        ]  # a record may still be in this language
        pieces = [
            (exhibit, piece)
            for exhibit in (*own, *foreign)
            for piece in exhibit.pieces
            if piece.formal.language == code
        ]
        files |= {f"{code}/{path}": text for path, text in wordings.drafts(pieces).items()}
        files[f"{code}/tones.txt"] = wordings.tones(pieces)
        files[f"{code}/advice.txt"] = _advice(own)
        files[f"{code}/digests.txt"] = _digests(own, curator)
    return files


def _advice(exhibits: Iterable[Exhibit]) -> str:
    """What is said beside a draft or a step: each sentence once, with the name of the first situation that has it."""
    first: dict[str, str] = {}
    for exhibit in exhibits:
        for text in _sentences(exhibit):
            first.setdefault(text, exhibit.situation.name)
    first.pop("", None)
    return "\n".join(f"{text}\n  ({name})\n" for text, name in first.items())


def _sentences(exhibit: Exhibit) -> Iterator[str]:
    for whole in exhibit.view.wholes:
        yield from (whole.figure or "", whole.advice or "")
    yield from (f"{cause.rule}: {cause.why} {cause.so}" for cause in exhibit.causes)
    for piece in exhibit.pieces:
        yield from (piece.formal.rung_reason, piece.formal.missing or "")
        yield from piece.formal.notice.split("\n\n")


def _digests(exhibits: Iterable[Exhibit], curator: Curator) -> str:
    return "\n".join(
        f"== {exhibit.situation.name}\n"
        f"Subject: {curator.subject(exhibit)}\n"
        f"{'' if exhibit.is_sent else NO_MAIL}\n"
        f"{curator.text(replace(exhibit, view=_without_drafts(exhibit.view))).partition(SIGNATURE)[0].strip()}\n"
        for exhibit in exhibits
    )


def _without_drafts(view: DigestView) -> DigestView:
    """The view without what the other golden files hold: the words of drafts, and what is said beside them."""
    return replace(view, entries=tuple(map(_without_draft, view.entries)))


def _without_draft(entry: ViewEntry) -> ViewEntry:
    whole = entry.whole
    if whole is None:
        return replace(entry, line=replace(entry.line, link=None))
    letters = tuple(replace(letter, draft=_emptied(letter.draft)) for letter in whole.letters)
    call = _emptied(whole.call) if whole.call else None
    missing = whole.missing and wordings.SEEN
    return replace(
        entry,
        whole=replace(
            whole, call=call, letters=letters, figure=None, missing=missing, answers=(), rest=None, drafts=()
        ),
    )


def _emptied(draft: Draft) -> Draft:
    return replace(draft, passages=())
