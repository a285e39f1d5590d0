"""Serves one request at a time: its moment, its transaction, then whoever answers it."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from http import HTTPStatus

from infra.local.clock import HEADER, Clock, instant_in
from infra.local.http_messages import HttpRequest, HttpResponse, problem
from infra.local.state import LocalState

Responder = Callable[[HttpRequest], HttpResponse | None]


class HttpHandler:
    """moto, Chalice and the state are not safe under threads: this is the lock around them all."""

    def __init__(self, clock: Clock, state: LocalState, *, when_told_the_time: Callable[[], None]) -> None:
        self._clock = clock
        self._state = state
        self._when_told_the_time = when_told_the_time
        self._lock = threading.Lock()

    def answer(self, request: HttpRequest, answering: tuple[Responder, ...]) -> HttpResponse:
        """What the first of ``answering`` that feels addressed says; what it wrote is on disk by then."""
        told = request.header(HEADER)
        if told is not None:
            self._when_told_the_time()
        try:
            instant = instant_in(told) if told is not None else None
        except ValueError as error:
            return problem(HTTPStatus.BAD_REQUEST, "The request cannot be read.", (HEADER, str(error)))
        try:
            with self.turn(instant):
                said = (one(request) for one in answering)
                return next(answer for answer in said if answer is not None)
        except Exception:
            traceback.print_exc(file=sys.stderr)
            return problem(HTTPStatus.INTERNAL_SERVER_ERROR, "The local server failed; its terminal says how.")

    @contextmanager
    def turn(self, instant: datetime | None = None) -> Iterator[None]:
        """Be the one that is served, at ``instant`` or at the real time. What is written is kept at the end."""
        with self._lock, self._clock.standing_at(instant), self._state.transaction():
            yield

    def close(self) -> None:
        """Wait for whoever is being served; after this nobody is."""
        self._lock.acquire()
