"""What botocore and moto work out anew for every request and is the same each time, worked out once.

It was a fifth of what a request to moto's DynamoDB took: the client's name for itself, a signature that moto does not
look at, and the names of the operations. None of the three is anything that a test here asks about.
"""

from __future__ import annotations

from functools import cache

from botocore.signers import RequestSigner
from botocore.useragent import UserAgentString
from moto.core import responses, utils

from infra.local.plain_result import answer_plainly


def answer_quickly() -> None:
    """From now on, in this process; answers are written in the local server's plain way."""
    answer_plainly()
    responses.method_names_from_class = _names_of  # type: ignore[attr-defined]  # imported there by name
    UserAgentString.to_string = lambda _: "afterword-tests"
    RequestSigner.sign = lambda *_, **__: None


_names_of = cache(utils.method_names_from_class)
