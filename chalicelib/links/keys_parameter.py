"""The signing keys of a deployment, as its parameter keeps them. The way in is ``stored_keyring``."""

from __future__ import annotations

import logging
from typing import Any

from chalicelib.errors import AfterwordError
from chalicelib.links.keyring import BadKeyring, Keyring, read_keyring
from chalicelib.parameters import ParameterUnavailable, read_parameter

log = logging.getLogger(__name__)


class KeysUnavailable(AfterwordError):
    """The signing keys cannot be read just now, so nothing can be signed or verified."""

    is_temporary = True


def stored_keyring(client: Any, name: str) -> Keyring:
    """Return the keyring in the parameter ``name``. Raises KeysUnavailable, also for faults that only a change of the
    deployment mends; the log says which fault it is."""
    try:
        return read_keyring(read_parameter(client, name))
    except (ParameterUnavailable, BadKeyring) as error:
        log.error("No signing keys from the parameter %s: %s", name, error)
        raise KeysUnavailable(str(error)) from error
