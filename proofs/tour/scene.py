"""Play a scenario: each step is a request to the app, and is recorded with its answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from proofs.tour.app_under_tour import AppUnderTour
from proofs.tour.aws import Fault
from proofs.tour.chance import Chance
from proofs.tour.gateway import STAGE, Body, event_of, matched
from proofs.tour.record import Record
from proofs.tour.reply import Reply, reply_of
from proofs.tour.tally import Tally

HOST = {"Host": "afterword.example", "X-Forwarded-Proto": "https"}


class Scene:
    """One scenario with an app of its own."""

    def __init__(self, name: str, product: AppUnderTour, chance: Chance) -> None:
        self.name, self.product, self.tally, self.step = name, product, Tally(), ""
        self.record = Record(name)
        self._chance = chance
        self._names: Counter[str] = Counter()

    def at(self, instant: str) -> None:
        """Set the clock, such as to ``2026-08-03T18:00+02:00``."""
        self.product.now = datetime.fromisoformat(instant).astimezone(UTC)

    def ask(
        self,
        step: str,
        method: str,
        path: str,
        headers: Mapping[str, str] | None = None,
        body: Body = None,
        *,
        stage: str = STAGE,
        changed: Mapping[str, Any] | None = None,
    ) -> Reply:
        """Send one request; ``changed`` are unusual parts of the gateway's event."""
        from app import app

        self._begin(step)
        sent = {name: value for name, value in {**HOST, **(headers or {})}.items() if value}
        route, captured = matched(app.routes, path) or ("", {})
        shown = body.decode("latin-1") if isinstance(body, bytes) else body
        self.record.request(method, stage + path, sent, shown)
        event = event_of(method, path, sent, body, route or path.partition("?")[0], captured, stage) | dict(
            changed or {}
        )
        reply = reply_of(self.product.answer(event, is_there=bool(route)))
        self.tally.note(route, method, path, reply)
        self.record.answer(reply.status, reply.headers, reply.text)
        self._end()
        return reply

    def tick(self, step: str, *fates: Fault) -> list[bytes]:
        """Run the scheduled function, with these ``fates`` of mails; the mails that SES was given."""
        self._begin(step)
        self.product.aws.fates = list(fates)
        self.product.aws.sent.clear()
        self._try(self.product.tick)
        for asked, message in self.product.aws.sent:
            self.record.answer("SES", {name: str(value) for name, value in asked.items()}, message.decode())
        self._end()
        return [message for _, message in self.product.aws.sent]

    def bounce(self, step: str, message: str) -> None:
        """Deliver an SES event."""
        self._begin(step)
        self.record.request("SNS", "", {}, message)
        self._try(lambda: self.product.bounce(message))
        self._end()

    def close(self) -> None:
        """Add the stored items to the record."""
        self.record.items(self.product.items())

    def _try(self, run: Callable[[], None]) -> None:
        """Run a function; an exception is recorded, since Lambda would retry it."""
        try:
            run()
        except Exception as error:
            self.record.answer("raises", {}, type(error).__name__)

    def _begin(self, step: str) -> None:
        self._names[step] += 1
        again = self._names[step]
        name = step if again == 1 else f"{step} ({again})"
        self.step = name
        self._chance.begin(f"{self.name}|{name}")
        self.record.heading(name, self.product.now.isoformat())
        self.product.aws.operations.clear()

    def _end(self) -> None:
        self.record.operations(self.product.aws.operations)
        self.record.log(self.product.log.taken())
        self.product.aws.operations.clear()
