"""The local server's parts by themselves: the clock, the timer, the front, the gateway."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from chalice.app import Chalice, Response

from infra.local.clock import Clock, instant_in
from infra.local.gateway import Gateway
from infra.local.http_handler import HttpHandler
from infra.local.http_messages import HttpRequest, HttpResponse
from infra.local.state import LocalState
from infra.local.timer import INTERVAL, Timer

NOW = "2026-08-03T18:00:00+02:00"


@pytest.fixture
def state(tmp_path: Path) -> Iterator[LocalState]:
    """An empty state."""
    state = LocalState(tmp_path)
    yield state
    state.close()


@pytest.fixture
def clock() -> Clock:
    """The clock that the front sets."""
    return Clock()


@pytest.fixture
def timer() -> Timer:
    """A timer that the front may stop."""
    return Timer(lambda: None)


@pytest.fixture
def front(clock: Clock, state: LocalState, timer: Timer) -> HttpHandler:
    """The front around them."""
    return HttpHandler(clock, state, when_told_the_time=timer.stop)


def a_request(path: str = "/", method: str = "GET", now: str | None = None, **headers: str) -> HttpRequest:
    """A request, at ``now`` if that is given."""
    told = {"X-Local-Now": now} if now else {}
    return HttpRequest(method=method, path=path, headers=tuple((told | headers).items()))


def test_the_clock_shows_the_real_time_while_no_request_has_another(clock: Clock) -> None:
    before = datetime.now(UTC)

    with clock.standing_at(None):
        now = clock.now()

    assert before <= now <= datetime.now(UTC)


def test_the_clock_stands_for_the_length_of_a_request(clock: Clock) -> None:
    instant = instant_in(NOW)

    with clock.standing_at(instant):
        during = clock.now()

    assert during == datetime(2026, 8, 3, 16, tzinfo=UTC)
    assert clock.now() != instant


def test_an_instant_may_be_written_with_z() -> None:
    assert instant_in("2026-08-03T16:00:00Z") == instant_in(NOW)


def test_the_timer_works_once_in_each_interval_until_it_is_stopped() -> None:
    runs: list[int] = []

    def work() -> None:
        runs.append(len(runs))
        if len(runs) == 3:
            endless.stop()

    endless = Timer(work, interval=timedelta(0))
    endless.run()

    assert len(runs) == 3


def test_the_timer_waits_a_quarter_of_an_hour_before_its_first_run() -> None:
    assert timedelta(minutes=15) == INTERVAL


def test_a_failing_run_is_shown_and_does_not_end_the_timer(capsys: pytest.CaptureFixture[str]) -> None:
    runs: list[int] = []

    def work() -> None:
        runs.append(1)
        if len(runs) == 2:
            endless.stop()
        raise RuntimeError("the disk is full")

    endless = Timer(work, interval=timedelta(0))
    endless.run()

    assert len(runs) == 2
    assert "the disk is full" in capsys.readouterr().err


def test_a_request_that_tells_the_time_stops_the_timer_for_good(front: HttpHandler, timer: Timer) -> None:
    front.answer(a_request(), (lambda _: HttpResponse(200),))
    assert not timer.is_stopped

    front.answer(a_request(now=NOW), (lambda _: HttpResponse(200),))
    front.answer(a_request(), (lambda _: HttpResponse(200),))

    assert timer.is_stopped


def test_one_request_is_served_at_a_time(front: HttpHandler) -> None:
    with ThreadPoolExecutor() as pool:

        def answering(_: HttpRequest) -> HttpResponse:
            second = pool.submit(front.answer, a_request(), (lambda _: HttpResponse(200),))
            waiting.extend(wait([second], timeout=0.1).not_done)
            return HttpResponse(200)

        waiting: list[Future[HttpResponse]] = []
        front.answer(a_request(), (answering,))

        assert [second.result().status for second in waiting] == [200]


def test_a_failure_of_ours_is_a_problem_and_is_shown_and_keeps_nothing(
    front: HttpHandler, state: LocalState, capsys: pytest.CaptureFixture[str]
) -> None:
    def answering(_: HttpRequest) -> HttpResponse:
        state.add_mail(NOW, b"half of it")
        raise RuntimeError("moto broke")

    answer = front.answer(a_request(), (answering,))

    assert answer.status == 500
    assert ("Content-Type", "application/problem+json") in answer.headers
    assert b"moto broke" not in answer.body
    assert "moto broke" in capsys.readouterr().err
    assert state.mails() == []


@pytest.fixture
def gateway() -> Gateway:
    """The gateway before an app that answers what it was asked."""
    app = Chalice(app_name="echo")

    @app.route("/things/{name}/parts/{part}")
    def part(name: str, part: str) -> dict[str, str]:
        return {"name": name, "part": part}

    @app.route("/things/{name}", methods=["GET", "PUT"])
    def thing(name: str) -> dict[str, object]:
        request = app.current_request
        assert request is not None
        return {"name": name, "query": request.query_params, "cookie": request.headers["Cookie"]}

    @app.route("/things/special")
    def special() -> Response:
        return Response(b"\x00\xff", headers={"Content-Type": "image/png", "Set-Cookie": ["a=b", "c=d"]})

    return Gateway(app)


def test_a_literal_part_goes_before_a_parameter(gateway: Gateway) -> None:
    answer = gateway.answer(a_request("/things/special", Accept="image/png"))

    assert answer.body == b"\x00\xff"
    assert [value for name, value in answer.headers if name == "Set-Cookie"] == ["a=b", "c=d"]


def test_the_parts_of_a_path_arrive_as_they_were_written(gateway: Gateway) -> None:
    assert gateway.answer(a_request("/things/a%2Fb/parts/%C3%A9/")).body == b'{"name":"a%2Fb","part":"%C3%A9"}'


def test_an_empty_part_is_no_parameter(gateway: Gateway) -> None:
    assert gateway.answer(a_request("/things//parts/x")).status == 404
    assert gateway.answer(a_request("/things/")).status == 404


def test_a_query_arrives_decoded(gateway: Gateway) -> None:
    request = HttpRequest(method="GET", path="/things/x", query="a=1%202&b=&a=3", headers=(("COOKIE", "k"),))

    assert b'"query":{"a":"3","b":""},"cookie":"k"' in gateway.answer(request).body


def test_a_method_that_is_not_declared_is_refused_with_those_that_are(gateway: Gateway) -> None:
    answer = gateway.answer(a_request("/things/x", method="DELETE"))

    assert answer.status == 405
    assert ("Allow", "GET, PUT") in answer.headers
