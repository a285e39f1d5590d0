"""A receiver that checks whether a mail is believed: DKIM, SPF and DMARC, with a DNS that is a dictionary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from email import message_from_bytes
from email.utils import parseaddr
from ipaddress import ip_address, ip_network

from authheaders import dmarc_per_from
from authres import DKIMAuthenticationResult, SPFAuthenticationResult
from dkim import DKIM, DKIMException

from infra.deploy.mail.dns_records import DnsRecord

_HOPS = 5


class Dns:
    """Records by name and type; an alias leads to another name."""

    def __init__(self, records: Iterable[DnsRecord]) -> None:
        self._records: Mapping[tuple[str, str], str] = {(one.name, one.type): one.value for one in records}

    def text(self, name: str) -> str | None:
        """The TXT record at a name, through its aliases."""
        for _ in range(_HOPS):
            if found := self._records.get((name, "TXT")):
                return found
            name = self._records.get((name, "CNAME"), "")
        return None


def verdict(mail: bytes, dns: Dns, *, server: str, mail_from: str) -> str:
    """DMARC's result for a mail that a server (an IP address) sends with a return address: pass, fail or none."""
    _, sender = parseaddr(message_from_bytes(mail)["From"])
    spf = _spf(server, mail_from.partition("@")[2], dns)

    def by(signature: DKIMAuthenticationResult | None) -> str:
        # The library writes into the result, so each asking has its own.
        returned = SPFAuthenticationResult(result=spf, smtp_mailfrom=mail_from)
        result, *_ = dmarc_per_from(sender.partition("@")[2], returned, signature, dnsfunc=dns.text)
        return str(result)

    results = [by(signature) for signature in (None, *_signatures(mail, dns))]
    return "pass" if "pass" in results else results[0]


def _signatures(mail: bytes, dns: Dns) -> Iterable[DKIMAuthenticationResult]:
    """Each signature of the mail, and whether it is good."""

    def key(name: bytes, timeout: int = 5) -> bytes | None:
        found = dns.text(name.decode().rstrip("."))
        return found.encode() if found else None

    for index in range(len(message_from_bytes(mail).get_all("DKIM-Signature", []))):
        checked = DKIM(mail)
        try:
            is_good = checked.verify(index, dnsfunc=key)
        except DKIMException:
            is_good = False
        yield DKIMAuthenticationResult(result="pass" if is_good else "fail", header_d=checked.domain.decode())


def _spf(server: str, domain: str, dns: Dns) -> str:
    """SPF's result, as far as the records of these tests go: addresses, and what they include."""
    for term in (dns.text(domain) or "").split()[1:]:
        kind, _, value = term.partition(":")
        if kind == "ip4" and ip_address(server) in ip_network(value):
            return "pass"
        if kind == "include" and _spf(server, value, dns) == "pass":
            return "pass"
    return "fail"
