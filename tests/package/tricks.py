"""Which tests are about a trick: in a package that is made without it (``TRICKS``) there is nothing for them to see."""

from __future__ import annotations

import pytest

from infra.package.package_settings import ALL_TRICKS, Trick
from tests.package.this_machine import SETTINGS


def only_with(trick: Trick) -> pytest.MarkDecorator:
    """Skip the test where the package is made without this trick."""
    return pytest.mark.skipif(trick not in SETTINGS.tricks, reason=f"TRICKS leaves out {trick}, which this is about.")


with_all = pytest.mark.skipif(SETTINGS.tricks != ALL_TRICKS, reason="This is about a package with all tricks.")
with_none = pytest.mark.skipif(bool(SETTINGS.tricks), reason="This is about a package without tricks: TRICKS=off.")
