"""What can be pressed in a digest: answers, the one click that unsubscribes, the ways to the pages."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest

from chalicelib.digest.compose import Composer
from chalicelib.drafts.language_packs import Languages
from chalicelib.drafts.writer import Writer
from chalicelib.links.action import PAUSES_THAT_END, ActionKind
from chalicelib.links.read_links import ReadLinks
from chalicelib.playbook.step import StepKind
from chalicelib.view_models.day_view import read_day
from tests.digest.given import ADDRESS, LINK, LINKS, MONDAY_8_AM, SENDER, TEMPLATES, a_thanked, composed, read
from tests.digest.monday import ALL
from tests.digest.steps import EACH_STEP
from tests.factories import an_owner


def test_a_call_can_be_dialled_and_a_letter_be_written_from_the_mail() -> None:
    mail = composed(*ALL)

    assert 'href="tel:+493023125021"' in mail.html
    assert 'href="mailto:bill@i.example?subject=' in mail.html


def test_d4_a_whole_entry_has_its_two_likeliest_answers_and_something_else_in_both_twins() -> None:
    mail = composed(a_thanked())
    links = LINK.findall(mail.text)

    kinds = [LINKS.read(link.rpartition("/")[2], MONDAY_8_AM).kind for link in links]
    assert kinds == [ActionKind.NO_ANSWER, ActionKind.NO_DECISION, *PAUSES_THAT_END]
    assert links == re.findall(r'href="(https://api\.example\.org/api/act/[^"]+)"', mail.html)
    for label in ("I called: nobody answered", "I called: no decision yet", "Something else happened"):
        assert label in mail.text
        assert label in mail.words


def test_d4_something_else_opens_the_step_with_all_its_answers() -> None:
    mail = composed(a_thanked())

    (in_html,) = re.findall(r'<a href="([^"]*)">Something else happened</a>', mail.html)
    link = ReadLinks(LINKS).read(in_html.rpartition("/")[2], MONDAY_8_AM)
    assert (link.interview_id, link.kind) == (a_thanked().id, StepKind.STATUS_CALL)
    assert in_html in mail.text


@pytest.mark.parametrize("language", ["en", "ru"])
def test_d4_no_whole_entry_has_more_than_three_answers_whatever_its_step(language: str) -> None:
    for record in EACH_STEP:
        html = composed(record, language=language).html

        for answers in re.findall(r'<ul class="clicks">(.*?)</ul>', html, re.DOTALL):
            assert 1 <= answers.count("<li>") <= 3


def test_the_mail_can_be_unsubscribed_from_with_one_click() -> None:
    message = composed(a_thanked()).message

    assert LINK.fullmatch(message["List-Unsubscribe"].strip("<>"))
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_the_mail_leads_to_the_pages_and_holds_no_secret_in_these_links() -> None:
    mail = composed(*ALL)
    pages = re.findall(rf'<a href="{re.escape(ADDRESS)}(/(?!act/|read/)[^"]*)" rel="noreferrer">(.*?)</a>', mail.html)

    assert pages == [("/", "Today"), ("/settings", "Settings")]
    assert [f"Today: {ADDRESS}/", f"Settings: {ADDRESS}/settings"] == mail.text.splitlines()[-6:-4]


@pytest.mark.parametrize(
    ("language", "labels"),
    [("en", ["Pause for a week", "Pause for four weeks"]), ("ru", ["Пауза на неделю", "Пауза на четыре недели"])],
)
def test_the_mail_can_be_paused_for_a_while_and_for_ever_by_the_mail_program_only(
    language: str, labels: list[str]
) -> None:
    mail = composed(*ALL, language=language)

    in_html = dict(re.findall(rf'<a href="([^"]*)" rel="noreferrer">({"|".join(labels)})</a>', mail.html))
    lines = mail.text.splitlines()
    in_text = {href.strip(): label[:-1] for label, href in pairwise(lines) if label[:-1] in labels}
    kinds = [LINKS.read(link.rpartition("/")[2], MONDAY_8_AM).kind for link in LINK.findall(mail.text)]
    assert in_html == in_text
    assert [LINKS.read(href.rpartition("/")[2], MONDAY_8_AM).kind for href in in_html] == [*PAUSES_THAT_END]
    assert [*in_html.values()] == labels
    assert ActionKind.PAUSE not in kinds


def test_a_quiet_mail_can_be_paused_too() -> None:
    mail = composed()

    for twin in (mail.text, mail.html):
        assert "Pause for a week" in twin


def test_a_mail_from_nowhere_has_no_links_to_pages() -> None:
    owner = an_owner()
    nowhere = Composer(Writer(Languages(TEMPLATES)), TEMPLATES, SENDER, LINKS, None)

    mail = read(nowhere(owner, read_day(owner, ALL, MONDAY_8_AM), date(2026, 8, 10), MONDAY_8_AM).mime)

    assert '<h2 class="task">Call Acme and ask for the decision</h2>' in mail.html
    assert "/read/" not in mail.html + mail.text
    assert "/act/" not in mail.html + mail.text
    assert "Settings" not in mail.html + mail.text
