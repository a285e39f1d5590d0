"""Sentences that come twice to one person, and the words of a draft that its recipient gets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from chalicelib.drafts.draft import Draft, DraftChannel

LONGEST_REPEATED = 6  # words: a shorter sentence may come twice
NBSP = "\u00a0"
DAY = re.compile(r"\w+day,? (?:the \d+\w\w(?: of \w+)?|\d+ \w+|\w+ \d+(?:st|nd|rd|th)?)(?:,? \d{4})?")
STAGE_DIRECTION = re.compile(r"\([^()]*[.!?…]\)")


class Repetition(NamedTuple):
    """A sentence that two drafts of a sequence have; the numbers are their places in it, from 0."""

    first: int
    again: int
    sentence: str


def repetitions(drafts: Sequence[Draft]) -> list[Repetition]:
    """The sentences of more than six words that come in more than one of these drafts, each draft compared with the
    first that has it."""
    first: dict[str, int] = {}
    every = [(number, said) for number, draft in enumerate(drafts) for said in dict.fromkeys(sentences(draft))]
    return [
        Repetition(first[said.casefold()], number, said)
        for number, said in every
        if first.setdefault(said.casefold(), number) != number
    ]


def sentences(draft: Draft) -> Iterator[str]:
    """The long sentences of a draft: of a letter without greeting and signature, of a script with every branch.

    The recipient's name does not count, so that a caller may say hello in the same words again.
    """
    name = f"{draft.to.name} {draft.to.salutation}".split() if draft.to else []
    for line in spoken(draft).replace(NBSP, " ").split("\n"):
        for sentence in re.split(r"(?<=[.!?…])[»”\"]?\s+", line):
            words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", sentence)
            if len([word for word in words if word not in name]) > LONGEST_REPEATED:
                yield sentence.strip()


def point(draft: Draft) -> str:
    """What a draft in English is about, without its days: the body of a letter, the opening of a script."""
    said = spoken(draft) if draft.channel is DraftChannel.LETTER else draft.passages[0].text
    return DAY.sub("that day", said)


def spoken(draft: Draft) -> str:
    """The words that the recipient gets: without stage directions, headings, greeting and signature."""
    if draft.channel is DraftChannel.LETTER:
        return "\n\n".join(draft.text.split("\n\n")[1:-1])
    return "\n\n".join(STAGE_DIRECTION.sub("", part.text) for part in draft.passages)
