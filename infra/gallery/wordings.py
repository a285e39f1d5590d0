"""The words of all drafts, each once: scripts and letters in the formal tone, and what the other tones say instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest

from chalicelib.drafts.draft import Draft
from chalicelib.playbook.owner import Tone
from infra.gallery.exhibit import Exhibit, Piece

SEEN = "…"


def drafts(pieces: Iterable[tuple[Exhibit, Piece]]) -> Mapping[str, str]:
    """The text of each kind's and channel's file. A paragraph that several kinds share is in the first one's file."""
    seen: set[str] = set()
    files: dict[str, list[str]] = {}
    for exhibit, piece in pieces:
        draft = piece.formal
        words = "\n\n".join(_collapsed(_unseen(draft, seen)))
        if words != SEEN:
            files.setdefault(f"{draft.channel}s/{draft.kind}.txt", []).append(
                f"== {exhibit.situation.name}\n\n{words}\n"
            )
    return {path: "\n".join(texts) for path, texts in files.items()}


def _unseen(draft: Draft, seen: set[str]) -> Iterator[str]:
    if draft.subject:
        yield _once(f"Subject: {draft.subject}", seen)
    for passage in draft.passages:
        if passage.heading:
            yield _once(f"[{passage.heading}]", seen, mark=f"{draft.kind} {draft.channel}")
        for paragraph in passage.text.split("\n\n"):
            yield _once(paragraph, seen)


def _once(text: str, seen: set[str], mark: str = "") -> str:
    """The text, or ``SEEN`` if it was there before with the same ``mark``."""
    is_new = mark + text not in seen
    seen.add(mark + text)
    return text if is_new else SEEN


def _collapsed(blocks: Iterable[str]) -> Iterator[str]:
    last = ""
    for block in blocks:
        if not block == last == SEEN:
            yield block
        last = block


def tones(pieces: Iterable[tuple[Exhibit, Piece]]) -> str:
    """Each difference between tones once, with the kind of the first draft that has it."""
    first: dict[str, str] = {}
    for _, piece in pieces:
        for sounds in piece.sounds:
            for change in _changes({tone: passage.text for tone, passage in sounds.items()}):
                first.setdefault(change, piece.formal.kind)
    return "".join(f"{change}  ({kind})\n" for change, kind in first.items())


def _changes(by_tone: Mapping[Tone, str]) -> Iterator[str]:
    formal = by_tone[Tone.FORMAL].split("\n\n")
    for tone, text in by_tone.items():
        for usual, instead in zip_longest(formal, text.split("\n\n"), fillvalue=""):
            if usual != instead:
                before, after = _without_common_ends(usual.split(), instead.split())
                yield f"{' '.join(before)} -> {tone}: {' '.join(after)}"


def _without_common_ends(one: list[str], other: list[str]) -> tuple[list[str], list[str]]:
    start = _common(one, other)
    end = _common(one[:start:-1], other[:start:-1])
    return one[start : len(one) - end], other[start : len(other) - end]


def _common(one: list[str], other: list[str]) -> int:
    """How many words both have in common at the beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (word, instead) in pairs if word != instead), min(len(one), len(other)))
