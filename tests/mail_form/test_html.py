"""The HTML of the mail, beside what npm's `caniemail` says of Gmail, Apple Mail and Outlook (data of version 2.0.2)."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Collection, Mapping
from pathlib import Path

import pytest

from infra.npm import CannotFetch
from tests.mail_form.gallery_mails import Mail
from tests.mail_form.npm_lock import installed

HERE = Path(__file__).parent / "caniemail"
Found = Collection[tuple[str, str, bool]]

# Why the mail has what one of them does not know at all.
UNKNOWN = {
    "Gmail's page for a phone's browser reads no style sheet: the order and the words stand by themselves there, and"
    " what must look like a button says so inline": (
        "<style> element",
        "Class selector",
        "Descendant combinator",
        "Type selector",
    ),
    "the colours of the night, in programs that have a night; elsewhere the colours of the day": (
        "@media",
        "color-scheme CSS property",
        "color-scheme meta tag",
    ),
    "Outlook on a Mac takes the page's ground away; the cards have one of their own": ("<body> element",),
    "corners are square then": ("border-radius",),
    "a screen reader then hears the words without 'article'": ("role attribute",),
    "a command to copy, or a very long word, is wider than the page then": ("white-space", "word-break"),
}
# Why it has what one of them knows only in part.
PARTLY = {
    "only values are missing that the mail does not use": (
        "<style> element",
        "<ul>, <ol> and <dl>",
        "@media",
        "background",
        "display",
        "font-size",
        "font-weight",
        "letter-spacing",
        "list-style",
        "margin",
        "text-align",
        "text-decoration",
        "text-transform",
        "white-space",
        "word-break",
    ),
    "Gmail's app reads no style sheet of an account that is not Google's: as on its page for phones": (
        "Class selector",
        "Descendant combinator",
        "Type selector",
    ),
    "it becomes a box that keeps its ground": ("<body> element",),
    "Outlook for Windows lays out as Word does: the boxes lose room and width there, and nothing else": (
        "border",
        "display",
        "line-height",
        "margin",
        "max-width",
        "padding",
    ),
    "the colours of the night": ("color-scheme CSS property",),
}


@pytest.fixture(scope="session")
def found(mails: list[Mail]) -> Found:
    """What one of the programs does not know, or only in part: program, feature, and which of the two."""
    try:
        packages = installed(HERE)
    except CannotFetch as why:
        pytest.fail(str(why))
    checking = subprocess.run(
        ["node", str(HERE / "check.mjs"), str(packages)],
        input=json.dumps([mail.html for mail in mails]),
        capture_output=True,
        text=True,
        check=False,
    )
    assert checking.returncode == 0, checking.stderr
    return {(client, feature, is_part) for client, feature, is_part in json.loads(checking.stdout)}


def test_what_gmail_apple_mail_or_outlook_does_not_know_is_in_the_mail_for_a_reason_only(found: Found) -> None:
    unknown = {feature: client for client, feature, is_part in found if not is_part}

    assert {feature: client for feature, client in unknown.items() if feature not in _named(UNKNOWN)} == {}
    assert _named(UNKNOWN) - set(unknown) == set()


def test_what_they_know_in_part_is_used_for_a_reason_only(found: Found) -> None:
    partly = {feature: client for client, feature, is_part in found if is_part}

    assert {feature: client for feature, client in partly.items() if feature not in _named(PARTLY)} == {}
    assert _named(PARTLY) - set(partly) == set()


def _named(reasons: Mapping[str, tuple[str, ...]]) -> set[str]:
    return {feature for features in reasons.values() for feature in features}
