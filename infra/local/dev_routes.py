"""What only the local server answers: the outbox, and the tick by hand. No token: it is all on this machine."""

from __future__ import annotations

import re
from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import parse_qs, quote

from infra.local import mailbox_pages
from infra.local.gateway import not_allowed
from infra.local.http_messages import HttpRequest, HttpResponse, as_json, problem
from infra.local.outbox import headline, read
from infra.local.state import KeptMail, LocalState
from infra.local.welcome import tick_command

HERE = {"127.0.0.1", "localhost", "::1"}
SAME_SITE = {None, "none", "same-origin"}
EML = "message/rfc822"

Opened = Callable[..., HttpResponse]


class DevRoutes:
    """The routes under ``/_local`` and ``/outbox``. ``tick`` runs it once and says what it did; ``address`` is ours."""

    def __init__(self, state: LocalState, tick: Callable[[], object], address: str) -> None:
        self._state = state
        self._tick = tick
        self._address = address
        self._doors: tuple[tuple[str, str, Opened], ...] = (
            ("GET", r"/_local/outbox/?", self._list),
            ("GET", r"/_local/outbox/(\d{1,15})\.eml", self._eml),
            ("POST", r"/_local/tick/?", self._run_tick),
            ("GET", r"/outbox/?", self._list_page),
            ("GET", r"/outbox/(\d{1,15})", self._mail_page),
            ("GET", r"/outbox/(\d{1,15})/frame", self._frame),
            ("GET", r"/outbox/(\d{1,15})/attachments/(\d{1,4})", self._attachment),
        )

    def answer(self, request: HttpRequest) -> HttpResponse | None:
        """What is behind the door that the path names; None if it names none of these."""
        for method, path, opened in self._doors:
            found = re.fullmatch(path, request.path, re.ASCII)
            if found is None:
                continue
            if request.method not in _methods(method):
                return not_allowed(_methods(method))
            if not _comes_from_here(request):
                return problem(HTTPStatus.FORBIDDEN, "Only this machine's own pages and programs may look in here.")
            return opened(request, *found.groups())
        return None

    def _list(self, _request: HttpRequest) -> HttpResponse:
        return as_json([headline(mail) for mail in self._state.mails()])

    def _eml(self, _request: HttpRequest, mail_id: str) -> HttpResponse:
        return self._of_mail(mail_id, lambda mail: HttpResponse(HTTPStatus.OK, (("Content-Type", EML),), mail.message))

    def _run_tick(self, _request: HttpRequest) -> HttpResponse:
        return as_json(self._tick())

    def _list_page(self, _request: HttpRequest) -> HttpResponse:
        return mailbox_pages.list_page(self._state.mails(), tick_command(self._address))

    def _mail_page(self, request: HttpRequest, mail_id: str) -> HttpResponse:
        view = parse_qs(request.query).get("as", [""])[0]
        return self._of_mail(mail_id, lambda mail: mailbox_pages.mail_page(mail, view))

    def _frame(self, _request: HttpRequest, mail_id: str) -> HttpResponse:
        return self._of_mail(mail_id, mailbox_pages.frame)

    def _attachment(self, _request: HttpRequest, mail_id: str, number: str) -> HttpResponse:
        return self._of_mail(mail_id, lambda mail: _download(mail, int(number)))

    def _of_mail(self, mail_id: str, shown: Callable[[KeptMail], HttpResponse]) -> HttpResponse:
        mail = self._state.mail(int(mail_id))
        return shown(mail) if mail else _nothing_here()


def _methods(method: str) -> tuple[str, ...]:
    return (method, "HEAD") if method == "GET" else (method,)


def _comes_from_here(request: HttpRequest) -> bool:
    """Not through a name elsewhere that leads here, nor sent by a page elsewhere: browsers tell."""
    host = re.sub(r":\d+$", "", request.header("Host") or "localhost").strip("[]").lower()
    is_sent_here = request.method != "POST" or request.header("Sec-Fetch-Site") in SAME_SITE
    return host in HERE and is_sent_here


def _download(mail: KeptMail, number: int) -> HttpResponse:
    found = next((one for one in read(mail.message).attachments if one.number == number), None)
    if found is None:
        return _nothing_here()
    disposition = f"attachment; filename*=UTF-8''{quote(found.name, safe='')}"
    headers = (
        ("Content-Type", found.media_type),
        ("Content-Disposition", disposition),
        ("X-Content-Type-Options", "nosniff"),
    )
    return HttpResponse(HTTPStatus.OK, headers, found.content)


def _nothing_here() -> HttpResponse:
    return problem(HTTPStatus.NOT_FOUND, "There is no such mail.")
