"""The app with everything around it that AWS would be: ready to answer, and to tick."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import asdict

from infra.local.clock import Clock
from infra.local.dev_routes import DevRoutes
from infra.local.gateway import Gateway
from infra.local.http_handler import HttpHandler
from infra.local.http_messages import HttpRequest, HttpResponse
from infra.local.local_owner import OWNER, ensure_owner, keep_beside, settle_token
from infra.local.signing_key import signing_key
from infra.local.stand_in import REGION, stand_in_for_aws
from infra.local.state import LocalState
from infra.local.timer import Timer

if TYPE_CHECKING:
    from chalicelib.wiring import Wiring

TABLE = "afterword-local"
SENDER = "afterword@example.com"
_NEW_TOKEN = ("POST", "/settings/token")


class LocalApp:
    """Made once in a process, since the app is one and moto's stand-in is the whole process's.

    Without ``keeps_items`` the records are moto's, and gone with the process.
    """

    def __init__(self, folder: Path, address: str, *, keeps_items: bool = True) -> None:
        self._clock = Clock()
        self._state = LocalState(folder)
        stand_in_for_aws(self._state, SENDER, self._clock.now, keeps_items=keeps_items)
        self.timer = Timer(self.tick_on_schedule)
        self._front = HttpHandler(self._clock, self._state, when_told_the_time=self.timer.stop)
        self._wiring = _wiring(address, (signing_key(folder),), self._clock)
        self._folder, self._gateway = folder, _gateway(self._wiring)
        self._answering = (DevRoutes(self._state, self._tick, address).answer, self._answer_of_the_app)
        self._settle_token()
        with self._front.turn():
            self.token = ensure_owner(self._wiring.owners, folder)
        self._settle_token()

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Answer one request. A new token is in the table, on disk, before it is in its file."""
        answer = self._front.answer(request, self._answering)
        if _asks_for_token(request):
            self._settle_token()
        return answer

    def tick_on_schedule(self) -> None:
        """Run the tick, unless a request has told the time while this waited for its turn."""
        with self._front.turn():
            if not self.timer.is_stopped:
                self._tick()

    def close(self) -> None:
        """Let the request in flight come to its end, then close the state. Nothing is answered afterwards."""
        self.timer.stop()
        self._front.close()
        self._state.close()

    def _answer_of_the_app(self, request: HttpRequest) -> HttpResponse | None:
        answer = self._gateway.answer(request)
        if answer and _asks_for_token(request):
            keep_beside(self._wiring.owners, self._folder, answer.body.decode(errors="replace"))
        return answer

    def _settle_token(self) -> None:
        with self._front.turn():
            settle_token(self._wiring.owners, self._folder)

    def _tick(self) -> dict[str, Any]:
        now = self._clock.now()
        self._forget_later_slots(now)
        report = self._wiring.tick.run(now)
        sent = [asdict(one) | {"on": one.on.isoformat()} for one in report.sent]
        skipped = [asdict(one) for one in report.skipped]
        account = self._wiring.owners.get(OWNER.id)
        if account and not sent and not skipped:
            next_at = account.next_digest_at.astimezone(account.owner.zone)
            skipped.append({"owner_id": account.owner.id, "reason": f"not due before {next_at.isoformat()}"})
        return {"sent": sent, "skipped": skipped}

    def _forget_later_slots(self, now: datetime) -> None:
        """Told times go back as well: an owner whom a later now has moved on is due at an earlier one again."""
        from chalicelib.digest.schedule import latest_slot, next_slot

        account = self._wiring.owners.get(OWNER.id)
        if account and account.next_digest_at > next_slot(account.owner, now).at:
            self._wiring.owners.put_off(account, latest_slot(account.owner, now).at)


def _asks_for_token(request: HttpRequest) -> bool:
    return (request.method, request.path.removesuffix("/")) == _NEW_TOKEN


def _wiring(address: str, keys: tuple[str, ...], clock: Clock) -> Wiring:
    from chalicelib.records.table import create_table
    from chalicelib.settings import Settings
    from chalicelib.wiring import Wiring

    settings = Settings(
        table=TABLE, region=REGION, sender=SENDER, owner_id=OWNER.id, signing_keys=keys, address=address
    )
    wiring = Wiring(settings, now=clock.now)
    create_table()
    return wiring


def _gateway(wiring: Wiring) -> Gateway:
    from app import app

    app.services = lambda: wiring.services
    return Gateway(app, app.not_found)
