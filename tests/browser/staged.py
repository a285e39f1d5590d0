"""``python -m tests.browser.staged``: the local server with the app under a stage, as API Gateway puts it.

The gateway takes the stage off the path that the app's routes are matched with, and leaves it in the request's
context. What is not the app's (the outbox, the tick) stays where it is.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path

from chalice.app import Request as AppRequest
from chalice.app import Response

from infra import catalogs
from infra.local.app_factory import LocalApp
from infra.local.http_messages import HttpRequest, HttpResponse, problem
from infra.local.http_server import HOST, Server
from tests.infra.local_server import ANSWERS_AT

STAGE = "/api"
NOT_THE_APPS = ("/_local/", "/outbox")


def under_stage(request: AppRequest, get_response: Callable[[AppRequest], Response]) -> Response:
    """The app hears of the stage where the gateway tells it: in the request's context."""
    request.context["path"] = STAGE + request.context["path"]
    return get_response(request)


def without_stage(request: HttpRequest) -> HttpRequest | None:
    """The request as the app's routes are matched with it; None if it is for nobody here."""
    if request.path.startswith(NOT_THE_APPS):
        return request
    if request.path.startswith(f"{STAGE}/"):
        return replace(request, path=request.path.removeprefix(STAGE))
    return None


def main() -> None:
    """Serve on a free port, with the records in STATE, until told to stop."""
    from app import app

    app.register_middleware(under_stage, "http")
    catalogs.compile_all()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    with Server(0) as server:
        product = LocalApp(Path(os.environ["STATE"]), f"http://{HOST}:{server.server_port}{STAGE}")
        server.answering = lambda request: _answer(product, request)
        print(f"{ANSWERS_AT}{server.server_port}{STAGE}", flush=True)  # noqa: T201 - whoever began this reads it
        try:
            server.serve_forever()
        finally:
            product.close()


def _answer(product: LocalApp, request: HttpRequest) -> HttpResponse:
    inside = without_stage(request)
    if inside is None:
        return problem(HTTPStatus.FORBIDDEN, f"The API is under {STAGE}.")
    return product.answer(inside)


if __name__ == "__main__":
    main()
