"""The signing keys in SSM: read as they are, and a clear word in the log where they cannot be."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from botocore.session import Session
from botocore.stub import Stubber
from moto import mock_aws

from chalicelib.links.keyring import keyring_text, new_keyring, rotated
from chalicelib.links.keys_parameter import KeysUnavailable, stored_keyring
from chalicelib.parameters import ssm_client
from tests.moto_table import REGION

NAME = "/afterword/dev/keys"
THEN = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def _put(client: Any, text: str) -> None:
    client.put_parameter(Name=NAME, Value=text, Type="SecureString", Overwrite=True)


@mock_aws
def test_the_keyring_is_the_one_that_was_stored_last() -> None:
    client = ssm_client(Session(), REGION)
    first = new_keyring(THEN)
    second = rotated(first, THEN)
    _put(client, keyring_text(first))
    _put(client, keyring_text(second))

    assert stored_keyring(client, NAME) == second


@mock_aws
@pytest.mark.parametrize(("text", "said"), [(None, "ParameterNotFound"), ('{"keys": [{"kid": "s3cret"}]}', "secret")])
def test_what_cannot_be_read_is_a_fault_that_may_pass_and_the_log_says_which(
    text: str | None, said: str, caplog: pytest.LogCaptureFixture
) -> None:
    client = ssm_client(Session(), REGION)
    if text:
        _put(client, text)

    with pytest.raises(KeysUnavailable) as fault:
        stored_keyring(client, NAME)

    assert fault.value.is_temporary
    assert NAME in caplog.text
    assert said in caplog.text
    assert "s3cret" not in caplog.text


@pytest.mark.parametrize("code", ["AccessDeniedException", "ThrottlingException", "InternalServerError"])
def test_a_refusal_of_ssm_is_such_a_fault_too(code: str) -> None:
    client = ssm_client(Session(), REGION)
    with Stubber(client) as stubber:
        stubber.add_client_error("get_parameter", code, http_status_code=400)

        with pytest.raises(KeysUnavailable, match=code):
            stored_keyring(client, NAME)


def test_a_line_that_is_down_is_such_a_fault_too() -> None:
    client = Session().create_client("ssm", region_name=REGION, endpoint_url="http://127.0.0.1:9")

    with pytest.raises(KeysUnavailable, match="EndpointConnectionError"):
        stored_keyring(client, NAME)
