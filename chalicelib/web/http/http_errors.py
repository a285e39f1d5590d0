"""Errors that only HTTP knows, each with its status and the headers that belong to it."""

from __future__ import annotations

from http import HTTPStatus
from typing import ClassVar

from chalicelib.errors import NoSuchOwner
from chalicelib.playbook.step import translatable
from chalicelib.request_errors import Fault, RequestError


class HttpError(RequestError):
    """The request is refused before its content is looked at."""

    status: ClassVar[HTTPStatus]

    @property
    def headers(self) -> dict[str, str]:
        """The headers of the response."""
        return {}


class Unauthenticated(HttpError, NoSuchOwner):
    """No owner has this token. The error does not say which part of the token is wrong."""

    status = HTTPStatus.UNAUTHORIZED

    def __init__(self) -> None:
        detail = translatable(
            "Send your token as 'Authorization: Bearer <token>', as 'X-API-Key', or as the form field 'token'."
        )
        super().__init__(detail)

    @property
    def headers(self) -> dict[str, str]:
        """``WWW-Authenticate``: how to send a token."""
        return {"WWW-Authenticate": "Bearer"}


class CsrfFailed(HttpError):
    """A browser's session would authorize this change, but it comes from no page of ours."""

    status = HTTPStatus.FORBIDDEN

    def __init__(self) -> None:
        super().__init__(
            translatable("This form did not come from a page of yours, or is too old. Open the page again.")
        )


class MethodNotAllowed(HttpError):
    """The address exists, but not for this method."""

    status = HTTPStatus.METHOD_NOT_ALLOWED

    def __init__(self, allowed: str) -> None:
        super().__init__(translatable("This address answers to {allowed} only."), allowed=allowed)
        self._allowed = allowed

    @property
    def headers(self) -> dict[str, str]:
        """``Allow``: the methods that the address has."""
        return {"Allow": self._allowed}


class BodyTooLarge(HttpError):
    """The body is longer than ``limit`` bytes, and so than anything that fits a record."""

    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE

    def __init__(self, limit: int) -> None:
        fault = Fault("body", "is longer than {limit} bytes", {"limit": limit})
        super().__init__(translatable("The request is too large."), [fault])


class UnsupportedMediaType(HttpError):
    """The body is of a media type, or in a character set, that is not read here."""

    status = HTTPStatus.UNSUPPORTED_MEDIA_TYPE

    def __init__(self, fault: Fault) -> None:
        super().__init__(translatable("The body is of a kind that is not read here."), [fault])
