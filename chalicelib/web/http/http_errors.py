"""Refusals that only HTTP knows: each has its status, and the headers that belong to it."""

from __future__ import annotations

from http import HTTPStatus
from typing import ClassVar

from chalicelib.errors import NoSuchOwner
from chalicelib.playbook.step import translatable
from chalicelib.request_errors import Fault, RequestError


class HttpError(RequestError):
    """The request is refused before anybody looks at what it asks for."""

    status: ClassVar[HTTPStatus]

    @property
    def headers(self) -> dict[str, str]:
        """The headers of the response."""
        return {}


class Unauthenticated(HttpError, NoSuchOwner):
    """There is no owner with this token. Says nothing about which part of it is wrong."""

    status = HTTPStatus.UNAUTHORIZED

    def __init__(self) -> None:
        detail = translatable(
            "Send your token as 'Authorization: Bearer <token>', as 'X-API-Key', or as the form field 'token'."
        )
        super().__init__(detail)

    @property
    def headers(self) -> dict[str, str]:
        """How a token is sent."""
        return {"WWW-Authenticate": "Bearer"}


class CsrfFailed(HttpError):
    """A change that a browser's session would authorise, but that no page of ours has asked for."""

    status = HTTPStatus.FORBIDDEN

    def __init__(self) -> None:
        super().__init__(
            translatable("This form did not come from a page of yours, or is too old. Open the page again.")
        )


class MethodNotAllowed(HttpError):
    """This address exists, but not for this method."""

    status = HTTPStatus.METHOD_NOT_ALLOWED

    def __init__(self, allowed: str) -> None:
        super().__init__(translatable("This address answers to {allowed} only."), allowed=allowed)
        self._allowed = allowed

    @property
    def headers(self) -> dict[str, str]:
        """The methods that it has."""
        return {"Allow": self._allowed}


class BodyTooLarge(HttpError):
    """The body is longer than anything that fits a record."""

    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE

    def __init__(self, limit: int) -> None:
        fault = Fault("body", "is longer than {limit} bytes", {"limit": limit})
        super().__init__(translatable("The request is too large."), [fault])


class UnsupportedMediaType(HttpError):
    """The body is of a kind that is not read here."""

    status = HTTPStatus.UNSUPPORTED_MEDIA_TYPE

    def __init__(self, fault: Fault) -> None:
        super().__init__(translatable("The body is of a kind that is not read here."), [fault])
