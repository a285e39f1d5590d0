"""The schedule that EventBridge keeps in the cloud: a tick every 15 minutes, the first 15 minutes after the start."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable
from datetime import timedelta

INTERVAL = timedelta(minutes=15)


class Timer:
    """Runs ``work`` once in each interval until it is stopped, which is for good."""

    def __init__(self, work: Callable[[], object], interval: timedelta = INTERVAL) -> None:
        self._work = work
        self._seconds = interval.total_seconds()
        self._stopped = threading.Event()

    def start(self) -> None:
        """Run beside everything else; the thread ends with the process."""
        threading.Thread(target=self.run, name="timer", daemon=True).start()

    def run(self) -> None:
        """Run here, until stopped. A failure is shown and the next interval tries again, as the cloud would."""
        while not self._stopped.wait(self._seconds):
            try:
                self._work()
            except Exception:
                traceback.print_exc(file=sys.stderr)

    def stop(self) -> None:
        """No further run begins."""
        self._stopped.set()

    @property
    def is_stopped(self) -> bool:
        """Whether it has been stopped."""
        return self._stopped.is_set()
