"""Compose digests with the packaged code, and send them: a program of its own, run by the packaged Python.

``python -I -S -B composing.py PACKAGE CHECKOUT ADDRESS``: ADDRESS is that of a SES. The records are the tests', the
rest is the package's. It writes lines of JSON; all seconds are processor time.

- The first line is about the first render of the process: ``page`` is the seconds that a page took, the loading of its
  templates included.
- Then each line it reads is a number of due records, and it writes what a digest of that many took: ``seconds`` from
  the records to SES's answer, and ``bytes`` of the mail.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

REGION = "eu-central-1"


def main(package: str, checkout: str, address: str) -> None:
    """Answer each line of the input until it ends."""
    sys.path[:0] = [package, checkout]
    templates = Path(package) / "templates"
    say({"page": took(page_of_a_view(templates))[0]})
    send = sending(templates, address)
    for line in sys.stdin:
        seconds, size = took(partial(send, int(line)))
        say({"seconds": seconds, "bytes": size})


def page_of_a_view(templates: Path) -> Callable[[], int]:
    """A function that renders the page of a view with one due record, and returns its length; the view is ready."""
    from chalicelib.digest.digest_templates import DigestTemplates
    from chalicelib.digest.digest_view import digest_view
    from chalicelib.drafts.language import ENGLISH
    from chalicelib.drafts.language_packs import Languages
    from chalicelib.drafts.writer import Writer
    from chalicelib.view_models.answer_links import AnswerLinkMaker
    from chalicelib.view_models.day_view import read_day
    from tests.digest.given import ADDRESS, LINKS, MONDAY_8_AM, a_thanked
    from tests.factories import an_owner

    owner = an_owner()
    day = read_day(owner, [a_thanked()], MONDAY_8_AM)
    clicks = AnswerLinkMaker(links=LINKS, address=ADDRESS, owner_id=owner.id, now=MONDAY_8_AM, language=ENGLISH)
    writer = Writer(Languages(templates))
    view = digest_view(day, owner, writer, clicks)
    return lambda: len(DigestTemplates(templates).html(view, ENGLISH))


def sending(templates: Path, address: str) -> Callable[[int], int]:
    """A function that composes and sends a digest of a number of due records, half calls and half thank-you letters."""
    from botocore.session import Session

    from chalicelib.digest.compose import Composer
    from chalicelib.digest.ses_sender import SesSender, ses_client
    from chalicelib.drafts.language_packs import Languages
    from chalicelib.drafts.writer import Writer
    from chalicelib.playbook.interview import Interview
    from chalicelib.view_models.day_view import read_day
    from tests.digest.given import ADDRESS, LINKS, MONDAY_8_AM, SENDER, a_record, a_thanked
    from tests.factories import an_owner

    owner, today = an_owner(), MONDAY_8_AM.date()
    composer = Composer(Writer(Languages(templates)), templates, SENDER, LINKS, ADDRESS)
    post = SesSender(lambda: ses_client(Session(), REGION, address), SENDER)

    def record(number: int) -> Interview:
        if number % 2:
            return a_record(number, interview_on=today - timedelta(days=3))
        return a_thanked(number, interview_on=today - timedelta(days=7))

    def send(due: int) -> int:
        mail = composer(owner, read_day(owner, map(record, range(due)), MONDAY_8_AM), today, MONDAY_8_AM)
        post.send(owner, mail.mime)
        return len(mail.mime)

    return send


def took(act: Callable[[], int]) -> tuple[float, int]:
    """The processor seconds that ``act`` took, and what it returned."""
    began = time.process_time()
    size = act()
    return time.process_time() - began, size


def say(answer: dict[str, float]) -> None:
    """Write an answer as a line of JSON."""
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
