"""Sending: one attempt, and the right word for how it ended."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Any

import pytest
from botocore.session import Session
from botocore.stub import Stubber
from moto import mock_aws
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.ses.models import ses_backends

from chalicelib.digest.ses_sender import SesSender, ses_client
from chalicelib.errors import MailBlocked, MailRefused, MailThrottled, MailUncertain
from tests.digest.given import SENDER, a_thanked, composed
from tests.digest.ses_stand_in import Fate, SesStandIn
from tests.factories import an_owner
from tests.moto_table import REGION

OWNER = an_owner()
MAIL = b"From: a@example.org\r\n\r\nHello\r\n"


@pytest.fixture
def stubbed() -> Iterator[tuple[SesSender, Stubber]]:
    """A post whose client answers what it is told to."""
    client = ses_client(Session(), REGION)
    with Stubber(client) as stubber:
        yield SesSender(lambda: client, SENDER), stubber


def test_a_mail_arrives_byte_for_byte_at_the_owner_s_address_alone(post: SesSender, ses: SesStandIn) -> None:
    message_id = post.send(OWNER, MAIL)

    assert message_id == "0100-message"
    assert ses.taken == [MAIL]
    assert ses.requests[0]["Destination"] == {"ToAddresses": ["alex@example.org"]}
    assert ses.requests[0]["FromEmailAddress"] == SENDER


def test_ses_is_told_whose_mail_it_is_and_where_to_report_on_it_but_the_mail_is_not(
    ses: SesStandIn, client: Any
) -> None:
    SesSender(lambda: client, SENDER, "afterword-dev").send(OWNER, MAIL)

    assert ses.requests[0]["EmailTags"] == [{"Name": "owner", "Value": "alex"}]
    assert ses.requests[0]["ConfigurationSetName"] == "afterword-dev"
    assert ses.taken == [MAIL]


def test_without_a_configuration_set_none_is_named(post: SesSender, ses: SesStandIn) -> None:
    post.send(OWNER, MAIL)

    assert "ConfigurationSetName" not in ses.requests[0]


@mock_aws
def test_a_whole_digest_passes_through_moto_s_ses() -> None:
    client = ses_client(Session(), REGION)
    client.create_email_identity(EmailIdentity=SENDER)
    mime = composed(a_thanked(company="Söhne & Co")).message.as_bytes()

    message_id = SesSender(lambda: client, SENDER).send(OWNER, mime)

    sent = ses_backends[DEFAULT_ACCOUNT_ID][REGION].sent_messages
    assert [(one.id, one.raw_data.encode()) for one in sent] == [(message_id, mime)]


@pytest.mark.parametrize(
    ("fate", "error"),
    [
        (Fate.THROTTLED, MailThrottled),
        (Fate.REFUSED, MailRefused),
        (Fate.NOT_VERIFIED, MailBlocked),
        (Fate.BROKEN, MailUncertain),
        (Fate.NEVER_ANSWERED, MailUncertain),
        (Fate.TAKEN_BUT_THE_ANSWER_IS_LOST, MailUncertain),
    ],
)
def test_a_failure_is_told_for_what_it_is_after_one_attempt(
    post: SesSender, ses: SesStandIn, fate: Fate, error: type[Exception]
) -> None:
    ses.fates = [fate]

    with pytest.raises(error):
        post.send(OWNER, MAIL)

    assert len(ses.requests) == 1


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("MailFromDomainNotVerifiedException", "Mail From domain is not verified"),
        ("MailFromDomainNotVerifiedException", ""),
        (
            "MessageRejected",
            "Email address is not verified. The following identities failed the check in region X: a@b.c",
        ),
        ("MessageRejected", "Email Address not verified"),
    ],
)
def test_what_is_not_verified_yet_blocks_the_mail_and_is_one_problem_whatever_ses_calls_it(
    stubbed: tuple[SesSender, Stubber], code: str, words: str
) -> None:
    post, stubber = stubbed
    stubber.add_client_error("send_email", code, words, http_status_code=400)

    with pytest.raises(MailBlocked, match=r"^NotVerified$"):
        post.send(OWNER, MAIL)


@pytest.mark.parametrize(
    ("code", "status", "error"),
    [
        ("TooManyRequestsException", 429, MailThrottled),
        ("LimitExceededException", 400, MailThrottled),
        ("SendingPausedException", 400, MailThrottled),
        ("ThrottlingException", 400, MailThrottled),
        ("Throttling", 400, MailThrottled),
        ("AccessDeniedException", 403, MailThrottled),
        ("ExpiredTokenException", 403, MailThrottled),
        ("MessageRejected", 400, MailRefused),
        ("BadRequestException", 400, MailRefused),
        ("NotFoundException", 404, MailRefused),
        ("AccountSuspendedException", 400, MailRefused),
        ("InternalFailure", 500, MailUncertain),
        ("ServiceUnavailable", 503, MailUncertain),
    ],
)
def test_each_of_ses_s_answers_has_its_meaning(
    stubbed: tuple[SesSender, Stubber], code: str, status: int, error: type[Exception]
) -> None:
    post, stubber = stubbed
    stubber.add_client_error("send_email", code, http_status_code=status)

    with pytest.raises(error, match=code):
        post.send(OWNER, MAIL)


def test_where_nobody_listens_surely_nothing_was_sent() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        closed_port = taken.getsockname()[1]
    post = SesSender(lambda: ses_client(Session(), REGION, f"http://127.0.0.1:{closed_port}"), SENDER)

    with pytest.raises(MailThrottled, match="EndpointConnectionError"):
        post.send(OWNER, MAIL)


def test_without_credentials_surely_nothing_was_sent(monkeypatch: pytest.MonkeyPatch, ses: SesStandIn) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "/dev/null")
    post = SesSender(lambda: ses_client(Session(), REGION, ses.address), SENDER)

    with pytest.raises(MailThrottled, match="NoCredentialsError"):
        post.send(OWNER, MAIL)

    assert ses.requests == []


def test_an_accepted_mail_without_an_id_is_sent_all_the_same(stubbed: tuple[SesSender, Stubber]) -> None:
    post, stubber = stubbed
    stubber.add_response("send_email", {})

    assert post.send(OWNER, MAIL) == ""


def test_the_client_never_tries_twice_and_never_waits_for_long() -> None:
    config: Any = ses_client(Session(), REGION).meta.config

    assert config.retries["total_max_attempts"] == 1
    assert config.connect_timeout + config.read_timeout < 20


def test_a_connection_is_kept_during_a_run_and_dropped_after_it(post: SesSender, ses: SesStandIn) -> None:
    post.close()

    post.send(OWNER, MAIL)
    post.send(OWNER, MAIL)
    in_one_run = ses.connections
    post.close()
    post.send(OWNER, MAIL)

    assert (in_one_run, ses.connections) == (1, 2)
    assert len(ses.taken) == 3
