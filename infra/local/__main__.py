"""``python -m infra.local``: Afterword on this machine, at PORT (8000), with its records in STATE (.local).

``TRICKS=off`` leaves moto's DynamoDB as it is: the records then last as long as the process.
"""

from __future__ import annotations

import os
import signal
import sys
import threading

from infra import catalogs
from infra.local.app_factory import LocalApp
from infra.local.http_server import HOST, PortUnusable, Server
from infra.local.local_settings import BadLocalSetting, LocalSettings, local_settings_in
from infra.local.state import StateUnusable
from infra.local.welcome import welcome

SECONDS_BETWEEN_LOOKS = 0.1  # for the order to stop
SECONDS_TO_FINISH = 3
_KEPT = "Stopped. Everything is kept."
_NOT_KEPT = "Stopped. The mails are kept; the records were moto's alone (TRICKS=off), and are gone."


def main() -> int:
    """Serve until told to stop. 0: stopped; 2: could not begin, and said why."""
    try:
        settings = local_settings_in(os.environ)
        return serve(settings)
    except (BadLocalSetting, PortUnusable, StateUnusable) as error:
        print(error, file=sys.stderr)
        return 2


def serve(settings: LocalSettings) -> int:
    """Listen first, so that a taken port is known at once; answer when all is ready; stop when a signal says so."""
    print("Afterword is starting ...", flush=True)
    catalogs.compile_all()
    told_to_stop = _stop_signals()
    with Server(settings.port) as server:
        address = f"http://{HOST}:{server.server_port}"
        product = LocalApp(settings.state, address, keeps_items=settings.keeps_items)
        server.answering = product.answer
        threading.Thread(target=server.serve_forever, args=(SECONDS_BETWEEN_LOOKS,), name="server", daemon=True).start()
        product.timer.start()
        print(welcome(address, product.token, settings.state), flush=True)
        told_to_stop.wait()
        server.shutdown()
        server.wait_for_quiet(SECONDS_TO_FINISH)
        product.close()
    print(_KEPT if settings.keeps_items else _NOT_KEPT, flush=True)
    return 0


def _stop_signals() -> threading.Event:
    told = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: told.set())
    return told


if __name__ == "__main__":
    sys.exit(main())
