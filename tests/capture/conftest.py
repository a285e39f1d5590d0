"""The API around an empty table, as the tests of the web have it."""

from tests.web.conftest import alex, anybody, app, clock, kims_token, owner, token

__all__ = ["alex", "anybody", "app", "clock", "kims_token", "owner", "token"]
