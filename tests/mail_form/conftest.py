"""The mails of the gallery, made once. `make test` leaves this folder out: it needs SpamAssassin and npm."""

from __future__ import annotations

import pytest

from tests.mail_form.gallery_mails import Mail, all_mails


@pytest.fixture(scope="session")
def mails() -> list[Mail]:
    """Every mail of the gallery and of the telling mornings."""
    return all_mails()
