"""The DNS records of a domain: shown until they are seen, written where the account has the zone, over nothing."""

from __future__ import annotations

from typing import Any

import pytest

from infra.deploy.deployment import Deployment
from infra.deploy.mail.dns_records import DnsRecord, missing_records
from infra.deploy.mail.ses_state import identity_of
from infra.deploy.mail.zone import write_records
from infra.deploy.terminal import Terminal
from tests.deploy.mail.ses import TOKENS, Ses

DOMAIN = "example.org"
DKIM = [(f"{token}._domainkey.{DOMAIN}", "CNAME", f"{token}.dkim.amazonses.com") for token in TOKENS]
MAIL_FROM = [
    (f"afterword.{DOMAIN}", "MX", "10 feedback-smtp.eu-central-1.amazonses.com"),
    (f"afterword.{DOMAIN}", "TXT", "v=spf1 include:amazonses.com ~all"),
]
DMARC = [(f"_dmarc.{DOMAIN}", "TXT", "v=DMARC1; p=none")]


def no_policy(_: str) -> tuple[str, ...]:
    """A DNS without any TXT record."""
    return ()


def a_policy(_: str) -> tuple[str, ...]:
    """A DNS in which every domain has a policy."""
    return ("v=DMARC1; p=reject",)


def no_dns(_: str) -> None:
    """A DNS that does not answer."""


def missing(deployment: Deployment, lookup: Any = no_policy) -> list[tuple[str, str, str]]:
    """The records that are missing."""
    identity = identity_of(deployment, DOMAIN)
    assert identity is not None
    return [(one.name, one.type, one.value) for one in missing_records(identity, deployment.region, lookup)]


class TestMissing:
    def test_a_new_domain_needs_its_keys_a_way_back_and_a_policy(self, deployment: Deployment, ses: Ses) -> None:
        ses.knows(DOMAIN, is_verified=False, dkim="PENDING", mail_from="PENDING")

        assert missing(deployment) == DKIM + MAIL_FROM + DMARC

    def test_what_ses_has_seen_is_not_asked_for_again(self, deployment: Deployment, ses: Ses) -> None:
        ses.knows(DOMAIN, mail_from="TEMPORARY_FAILURE")
        assert missing(deployment) == MAIL_FROM + DMARC

        ses.knows(DOMAIN, dkim="PENDING")
        assert missing(deployment, a_policy) == DKIM

        ses.knows(DOMAIN)
        assert missing(deployment, a_policy) == []

    def test_without_dns_a_policy_is_named_only_beside_other_records(self, deployment: Deployment, ses: Ses) -> None:
        ses.knows(DOMAIN)
        assert missing(deployment, no_dns) == []

        ses.knows(DOMAIN, mail_from="PENDING")
        assert missing(deployment, no_dns) == MAIL_FROM + DMARC

    def test_keys_of_one_s_own_are_not_told_to_be_amazon_s(self, deployment: Deployment, ses: Ses) -> None:
        ses.knows(DOMAIN, dkim="PENDING")
        ses.identities[DOMAIN]["DkimAttributes"]["SigningAttributesOrigin"] = "EXTERNAL"

        assert missing(deployment, a_policy) == []

    def test_a_text_is_shown_in_quotes_as_zones_have_it(self) -> None:
        assert DnsRecord("a.example.org", "TXT", "v=spf1 -all").row == ("a.example.org", 'TXT    "v=spf1 -all"')


class TestZone:
    WANTED = tuple(DnsRecord(*one) for one in DKIM + MAIL_FROM + DMARC)

    @pytest.fixture
    def zone(self, deployment: Deployment) -> str:
        """The id of the domain's zone in the account."""
        made = deployment.client("route53").create_hosted_zone(Name=DOMAIN, CallerReference="1")
        return str(made["HostedZone"]["Id"])

    def stands(self, deployment: Deployment, zone: str) -> set[tuple[str, str, str]]:
        """The records of the zone that are not about itself."""
        found = deployment.client("route53").list_resource_record_sets(HostedZoneId=zone)["ResourceRecordSets"]
        return {
            (one["Name"].rstrip("."), one["Type"], value["Value"])
            for one in found
            if one["Type"] not in ("NS", "SOA")
            for value in one["ResourceRecords"]
        }

    def puts(self, deployment: Deployment, zone: str, name: str, kind: str, value: str) -> None:
        """Somebody's own record."""
        record = {"Name": name, "Type": kind, "TTL": 60, "ResourceRecords": [{"Value": value}]}
        change = {"Changes": [{"Action": "CREATE", "ResourceRecordSet": record}]}
        deployment.client("route53").change_resource_record_sets(HostedZoneId=zone, ChangeBatch=change)

    def test_all_are_written_after_a_yes_and_a_second_time_nothing_is(
        self, deployment: Deployment, terminal: Terminal, zone: str
    ) -> None:
        written = write_records(deployment, terminal, DOMAIN, self.WANTED)
        after = self.stands(deployment, zone)

        again = write_records(deployment, Terminal(), DOMAIN, self.WANTED)

        assert set(written) == set(again) == set(self.WANTED)
        assert after == self.stands(deployment, zone) == {(one.name, one.type, one.quoted) for one in self.WANTED}

    def test_nothing_is_written_without_a_yes(self, deployment: Deployment, zone: str) -> None:
        assert write_records(deployment, Terminal(), DOMAIN, self.WANTED) == ()
        assert self.stands(deployment, zone) == set()

    @pytest.mark.parametrize(
        ("name", "kind", "value"),
        [
            (f"afterword.{DOMAIN}", "MX", "5 mail.example.net"),
            (f"afterword.{DOMAIN}", "TXT", '"v=spf1 -all"'),
            (f"one._domainkey.{DOMAIN}", "TXT", '"v=DKIM1; p=abc"'),
        ],
    )
    def test_a_record_with_other_content_is_left_alone_and_named(
        self,
        deployment: Deployment,
        terminal: Terminal,
        zone: str,
        capsys: pytest.CaptureFixture[str],
        *,
        name: str,
        kind: str,
        value: str,
    ) -> None:
        self.puts(deployment, zone, name, kind, value)

        written = write_records(deployment, terminal, DOMAIN, self.WANTED)

        assert (name, kind, value) in self.stands(deployment, zone)
        assert len(written) == len(self.WANTED) - 1
        assert f"{name} has other records already" in capsys.readouterr().out

    def test_a_policy_of_the_owner_s_is_a_policy(self, deployment: Deployment, terminal: Terminal, zone: str) -> None:
        self.puts(deployment, zone, f"_dmarc.{DOMAIN}", "TXT", '"v=DMARC1; p=reject"')

        assert len(write_records(deployment, terminal, DOMAIN, self.WANTED)) == len(self.WANTED)
        assert (f"_dmarc.{DOMAIN}", "TXT", '"v=DMARC1; p=reject"') in self.stands(deployment, zone)

    def test_a_zone_of_the_parent_takes_the_records_of_its_child(
        self, deployment: Deployment, terminal: Terminal, zone: str
    ) -> None:
        record = DnsRecord(f"afterword.jobs.{DOMAIN}", "TXT", "v=spf1 include:amazonses.com ~all")

        assert write_records(deployment, terminal, f"jobs.{DOMAIN}", [record]) == (record,)

    def test_no_zone_or_two_are_none_to_write_to(self, deployment: Deployment, terminal: Terminal, zone: str) -> None:
        deployment.client("route53").create_hosted_zone(Name=DOMAIN, CallerReference="2")

        assert write_records(deployment, terminal, DOMAIN, self.WANTED) == ()
        assert write_records(deployment, terminal, "example.net", self.WANTED) == ()
