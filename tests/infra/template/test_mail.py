"""The way out: whom mail comes from, and who hears of what comes back."""

from __future__ import annotations

from typing import Any

import pytest

from infra.deploy.mail.identity_plan import SenderIdentity
from infra.deploy.mail.way import MailBy
from tests.infra.template.rendered import OWNER_EMAIL, Rendered

CONFIGURATION_SET = "arn:aws:ses:eu-central-1:123456789012:configuration-set/afterword-dev"


def _statements(rendered: Rendered, policy: str) -> dict[str, dict[str, Any]]:
    return {one["Sid"]: one for one in rendered.properties(policy)["PolicyDocument"]["Statement"]}


def test_digests_come_from_the_owner_s_own_address_which_is_made_known_to_ses(dev: Rendered) -> None:
    assert dev.properties("SenderAddress") == {"EmailIdentity": OWNER_EMAIL}
    assert dev.resources()["SenderAddress"]["DeletionPolicy"] == "Retain"


def test_an_address_that_is_known_already_is_not_made_known_again(template: dict[str, Any]) -> None:
    rendered = Rendered(template, Sender="afterword@example.net", SenderIdentity="there-already")

    assert "SenderAddress" not in rendered.resources()


def test_a_domain_is_made_known_to_ses_with_keys_and_a_way_back_of_its_own(template: dict[str, Any]) -> None:
    domain = {"SenderDomain": "example.net", "SenderIdentity": "domain-made-here"}

    rendered = Rendered(template, Sender="digest@example.net", **domain)

    assert rendered.resources("AWS::SES::EmailIdentity").keys() == {"SenderDomainIdentity"}
    assert rendered.resources()["SenderDomainIdentity"]["DeletionPolicy"] == "Retain"
    assert rendered.properties("SenderDomainIdentity") == {
        "EmailIdentity": "example.net",
        "DkimAttributes": {"SigningEnabled": True},
        "DkimSigningAttributes": {"NextSigningKeyLength": "RSA_2048_BIT"},
        "MailFromAttributes": {
            "MailFromDomain": "afterword.example.net",
            "BehaviorOnMxFailure": "USE_DEFAULT_VALUE",
        },
    }


@pytest.mark.parametrize("identity", ["made-here", "domain-made-here", "there-already"])
def test_with_smtp_nothing_is_made_known_to_ses(template: dict[str, Any], identity: str) -> None:
    rendered = Rendered(template, MailBy="smtp", SenderIdentity=identity, SenderDomain="example.net")

    assert rendered.resources("AWS::SES::EmailIdentity") == {}


def test_every_identity_that_deploying_may_ask_for_is_one_of_the_template_s(template: dict[str, Any]) -> None:
    assert set(template["Parameters"]["SenderIdentity"]["AllowedValues"]) == set(SenderIdentity)
    assert set(template["Parameters"]["MailBy"]["AllowedValues"]) == set(MailBy)


def test_mail_travels_encrypted_or_not_at_all(dev: Rendered) -> None:
    assert dev.properties("ConfigurationSet")["DeliveryOptions"] == {"TlsPolicy": "REQUIRE"}


def test_no_list_of_the_account_s_swallows_a_digest_without_a_word(dev: Rendered) -> None:
    assert dev.properties("ConfigurationSet")["SuppressionOptions"] == {"SuppressedReasons": []}


def test_bounces_and_complaints_go_through_a_topic_to_their_function(dev: Rendered) -> None:
    returned = dev.properties("ReturnedMail")
    topic = returned["EventDestination"]["SnsDestination"]["TopicARN"]
    [event] = dev.properties("Bounces")["Events"].values()

    assert returned["ConfigurationSetName"] == dev.environment("Tick")["AFTERWORD_CONFIGURATION_SET"]
    assert returned["EventDestination"]["MatchingEventTypes"] == ["BOUNCE", "COMPLAINT", "REJECT"]
    assert returned["EventDestination"]["Enabled"] is True
    assert (event["Type"], event["Properties"]["Topic"]) == ("SNS", topic)


def test_what_the_topic_cannot_hand_over_is_a_dead_letter(dev: Rendered) -> None:
    [event] = dev.properties("Bounces")["Events"].values()

    assert event["Properties"]["RedrivePolicy"]["deadLetterTargetArn"].endswith(":afterword-dev-dead-letters")


def test_only_ses_for_our_own_mails_may_tell_of_bounces_and_is_allowed_to_before_it_tries(dev: Rendered) -> None:
    allowed = _statements(dev, "BounceTopicPolicy")["EventsOfOurMails"]

    assert allowed["Principal"] == {"Service": "ses.amazonaws.com"}
    assert allowed["Condition"] == {
        "StringEquals": {"aws:SourceAccount": "123456789012", "aws:SourceArn": CONFIGURATION_SET}
    }
    assert dev.resources()["ReturnedMail"]["DependsOn"] == "BounceTopicPolicy"


def test_only_the_schedule_and_the_topic_of_this_stage_may_leave_dead_letters(dev: Rendered) -> None:
    statements = _statements(dev, "DeadLettersPolicy")

    assert statements["TicksThatCouldNotStart"]["Condition"]["ArnLike"] == {
        "aws:SourceArn": "arn:aws:events:eu-central-1:123456789012:rule/afterword-dev-*"
    }
    assert statements["BouncesThatCouldNotBeHandedOver"]["Condition"]["ArnEquals"] == {
        "aws:SourceArn": "arn:aws:sns:eu-central-1:123456789012:afterword-dev-bounces"
    }


def test_whatever_has_a_policy_refuses_what_comes_in_the_clear(dev: Rendered) -> None:
    for policy in ("BounceTopicPolicy", "AlarmTopicPolicy", "DeadLettersPolicy"):
        denied = _statements(dev, policy)["NeverInTheClear"]

        assert (denied["Effect"], denied["Principal"]) == ("Deny", "*")
        assert denied["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}
