"""What botocore and moto work out anew for every request and is the same each time, worked out once.

It was a fifth of what a request to moto's DynamoDB took: the client's name for itself, a signature that moto does not
look at, and the names of the operations. None of the three is anything that a test here asks about.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from unittest.mock import patch

from botocore.signers import RequestSigner
from botocore.useragent import UserAgentString
from moto.core import responses, utils
from moto.dynamodb import responses as of_dynamodb

from infra.local.plain_result import PlainResult

_names_of = cache(utils.method_names_from_class)


@contextmanager
def answering_quickly() -> Iterator[None]:
    """Until this ends, in this process; answers are written in the local server's plain way."""
    with ExitStack() as patched:
        for whose, what, instead in (
            (of_dynamodb, "DynamoResult", PlainResult),
            (responses, "method_names_from_class", _names_of),
            (UserAgentString, "to_string", lambda _: "afterword-tests"),
            (RequestSigner, "sign", lambda *_, **__: None),
        ):
            patched.enter_context(patch.object(whose, what, instead))
        yield
