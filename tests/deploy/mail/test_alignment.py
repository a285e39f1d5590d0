"""What a receiver makes of a digest that is sent in each of the three ways: is it believed to come from its sender?"""

from __future__ import annotations

from base64 import b64encode
from datetime import UTC, date, datetime
from functools import cache

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from dkim import sign

from chalicelib.digest.mime import MailBody, as_mime
from infra.deploy.mail.dns_records import DnsRecord, missing_records
from infra.deploy.mail.ses_state import Identity
from tests.deploy.mail.receiver import Dns, verdict
from tests.factories import an_owner

OWN, MAILBOX = "digest@example.org", "kim@gmail.com"
AMAZON, GOOGLE = "54.240.0.1", "209.85.128.1"  # servers
OF_AMAZON = "0100@eu-central-1.amazonses.com"  # a return address, where the sender has none of its own
NEW = Identity(
    name="example.org",
    is_verified=False,
    dkim="PENDING",
    tokens=("one", "two", "three"),
    dkim_zone="dkim.amazonses.com",
    mail_from="afterword.example.org",
    mail_from_status="PENDING",
)


@cache
def key() -> rsa.RSAPrivateKey:
    """The key by which everybody signs here; whose it is is told by the domain whose DNS has it."""
    return rsa.generate_private_key(65537, 2048)


def public_key() -> str:
    """The key as DNS has it."""
    formats = serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    return f"v=DKIM1; k=rsa; p={b64encode(key().public_key().public_bytes(*formats)).decode()}"


def dns(*records: DnsRecord) -> Dns:
    """The DNS of Amazon, of Google, and of whoever else has records."""
    of_amazon = (
        *(DnsRecord(f"{token}.dkim.amazonses.com", "TXT", public_key()) for token in NEW.tokens),
        DnsRecord("ses._domainkey.amazonses.com", "TXT", public_key()),
        DnsRecord("amazonses.com", "TXT", "v=spf1 ip4:54.240.0.0/18 -all"),
        DnsRecord("eu-central-1.amazonses.com", "TXT", "v=spf1 include:amazonses.com -all"),
    )
    of_google = (
        DnsRecord("g._domainkey.gmail.com", "TXT", public_key()),
        DnsRecord("gmail.com", "TXT", "v=spf1 ip4:209.85.128.0/17 ~all"),
        DnsRecord("_dmarc.gmail.com", "TXT", "v=DMARC1; p=quarantine"),
    )
    return Dns((*of_amazon, *of_google, *records))


def a_policy(policy: str) -> DnsRecord:
    """The DMARC policy of the domain of one's own."""
    return DnsRecord("_dmarc.example.org", "TXT", f"v=DMARC1; p={policy}")


def told() -> tuple[DnsRecord, ...]:
    """The records that ``make deploy`` tells to add for a new domain with a strict policy."""
    return missing_records(NEW, "eu-central-1", lambda _: ("v=DMARC1; p=reject",))


def digest(sender: str) -> bytes:
    """A digest, before anybody signed it."""
    body = MailBody("Today: call Acme", "Call Acme today.\n", "<p>Call Acme today.</p>\n", ())
    return as_mime(body, an_owner(email=MAILBOX), sender, date(2026, 8, 3), datetime(2026, 8, 3, 6, tzinfo=UTC))


def signed(mail: bytes, domain: str, selector: str) -> bytes:
    """The mail with a signature of a domain."""
    formats = (
        serialization.Encoding.PEM,
        serialization.PrivateFormat.TraditionalOpenSSL,
        serialization.NoEncryption(),
    )
    canonical = (b"relaxed", b"simple")  # as SES signs
    return (
        bytes(sign(mail, selector.encode(), domain.encode(), key().private_bytes(*formats), canonicalize=canonical))
        + mail
    )


def sent_by_ses(sender: str) -> bytes:
    """A digest as SES sends it: signed for the sender's domain if that is its own, and for Amazon."""
    mail = digest(sender)
    own = signed(mail, "example.org", "one") if sender == OWN else mail
    return signed(own, "amazonses.com", "ses")


def test_a_domain_with_the_records_that_were_told_is_believed_even_at_the_strictest_policy() -> None:
    records = dns(*told(), a_policy("reject"))

    assert verdict(sent_by_ses(OWN), records, server=AMAZON, mail_from="0100@afterword.example.org") == "pass"


def test_its_signature_alone_is_enough_as_long_as_mails_come_back_to_amazon() -> None:
    records = dns(*(one for one in told() if one.type == "CNAME"), a_policy("reject"))

    assert verdict(sent_by_ses(OWN), records, server=AMAZON, mail_from=OF_AMAZON) == "pass"


def test_its_way_back_alone_is_enough_where_a_signature_breaks_on_the_way() -> None:
    records = dns(*told(), a_policy("reject"))
    broken = sent_by_ses(OWN).replace(b"Acme", b"ACME")

    assert verdict(broken, records, server=AMAZON, mail_from="0100@afterword.example.org") == "pass"
    assert verdict(broken, records, server=AMAZON, mail_from=OF_AMAZON) == "fail"


def test_before_its_records_stand_it_is_not_believed() -> None:
    assert verdict(sent_by_ses(OWN), dns(a_policy("reject")), server=AMAZON, mail_from=OF_AMAZON) == "fail"


def test_a_mailbox_is_believed_when_its_own_provider_sends() -> None:
    mail = signed(digest(MAILBOX), "gmail.com", "g")

    assert verdict(mail, dns(), server=GOOGLE, mail_from=MAILBOX) == "pass"


def test_a_mailbox_is_not_believed_when_ses_sends() -> None:
    assert verdict(sent_by_ses(MAILBOX), dns(), server=AMAZON, mail_from=OF_AMAZON) == "fail"


def test_without_any_policy_nobody_is_told_what_to_believe() -> None:
    assert verdict(sent_by_ses(OWN), dns(), server=AMAZON, mail_from=OF_AMAZON) == "none"
