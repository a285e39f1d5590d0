"""The DNS records by which receivers believe a domain's mails that SES sends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from infra.deploy.mail.dmarc import Lookup, published_policy
from infra.deploy.mail.dmarc_policy import Policy
from infra.deploy.mail.ses_state import SEEN, Identity

_MILDEST = "v=DMARC1; p=none"


@dataclass(frozen=True, slots=True)
class DnsRecord:
    """A record of a zone; ``value`` is without quotes and without a dot at its end."""

    name: str
    type: str
    value: str

    @property
    def row(self) -> tuple[str, str]:
        """For a list: where it stands, and what."""
        return self.name, f"{self.type:<5}  {self.quoted}"

    @property
    def is_dmarc(self) -> bool:
        """Whether it is a DMARC policy."""
        return self.name.startswith("_dmarc.")

    @property
    def quoted(self) -> str:
        """The value as a zone file and Route 53 have it."""
        return f'"{self.value}"' if self.type == "TXT" else self.value


def missing_records(identity: Identity, region: str, lookup: Lookup) -> tuple[DnsRecord, ...]:
    """The records of a domain that SES has not seen yet, and a DMARC policy if the domain has none."""
    dkim = () if identity.dkim == SEEN else _dkim(identity)
    mail_from = () if identity.mail_from_status == SEEN else _mail_from(identity, region)
    return (*dkim, *mail_from, *_dmarc(identity, lookup, is_begun=bool(dkim or mail_from)))


def _dkim(identity: Identity) -> Iterable[DnsRecord]:
    for token in identity.tokens:
        yield DnsRecord(f"{token}._domainkey.{identity.name}", "CNAME", f"{token}.{identity.dkim_zone}")


def _mail_from(identity: Identity, region: str) -> Iterable[DnsRecord]:
    if identity.mail_from:
        yield DnsRecord(identity.mail_from, "MX", f"10 feedback-smtp.{region}.amazonses.com")
        yield DnsRecord(identity.mail_from, "TXT", "v=spf1 include:amazonses.com ~all")


def _dmarc(identity: Identity, lookup: Lookup, *, is_begun: bool) -> Iterable[DnsRecord]:
    """The mildest policy for a domain that has none. Where DNS does not answer, only while others are missing."""
    policy = published_policy(identity.name, lookup)
    if policy is Policy.ABSENT or (policy is Policy.UNKNOWN and is_begun):
        yield DnsRecord(f"_dmarc.{identity.name}", "TXT", _MILDEST)
