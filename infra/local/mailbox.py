"""A trick on moto: its SES hands the mails that it accepts to the state's file, where the outbox finds them.

It saves nothing: it is how the local server shows a mail at all, and so ``TRICKS=off`` has it too. If moto changes,
``tests/infra/test_local_outbox.py`` misses its mails.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from moto.ses.models import RawMessage
from moto.sesv2.models import SESV2Backend

from infra.local.state import LocalState


class LastingMail(SESV2Backend):
    """moto refuses what SES refuses; the rest stays here. ``state`` and ``now`` are set before the first call."""

    state: LocalState
    now: Callable[[], datetime]

    def send_raw_email(self, source: str, destinations: list[str], raw_data: str) -> RawMessage:
        """Keep the mail byte for byte: moto has read the bytes as UTF-8, which loses nothing of them."""
        message = super().send_raw_email(source, destinations, raw_data)
        self.core_backend.sent_messages.clear()  # moto's own place for it
        self.state.add_mail(self.now().isoformat(), raw_data.encode())
        return message
