"""Which DMARC policy holds for a sender, and what that does to a digest which SES sends unsigned in its name."""

from __future__ import annotations

from collections.abc import Callable

from infra.deploy.mail.dmarc_policy import Policy, policy_in, stricter
from infra.deploy.mail.providers import provider_of

# The TXT records at a name: none if there are none, None if nobody answered.
Lookup = Callable[[str], tuple[str, ...] | None]
_PATIENCE = 3.0  # seconds for one question; the first that is not answered is the last
_OUTCOMES = {
    Policy.REJECT: "asks for mail that it did not sign to be refused (DMARC: reject), so digests in its name come back",
    Policy.QUARANTINE: "asks for mail that it did not sign to be put into Spam (DMARC: quarantine): look there",
    Policy.NONE: "lets mail arrive that it did not sign (DMARC: none), but nothing proves it: digests may be in Spam",
    Policy.ABSENT: "has no DMARC policy: nothing proves that digests come from it, and they may be in Spam",
    Policy.UNKNOWN: "could not be asked for its DMARC policy: expect unsigned digests in Spam, or refused",
}


def ask_dns(name: str) -> tuple[str, ...] | None:
    """The TXT records at a name, from this machine's resolver."""
    from dns.exception import DNSException
    from dns.resolver import NXDOMAIN, NoAnswer, resolve

    try:
        answer = resolve(name, "TXT", lifetime=_PATIENCE)
    except (NXDOMAIN, NoAnswer):
        return ()
    except (DNSException, OSError):
        return None
    return tuple(b"".join(record.strings).decode(errors="replace") for record in answer)


def domains_of(domain: str) -> tuple[str, ...]:
    """The domain and its parents, down to two labels: a.example.org, example.org."""
    labels = domain.split(".")
    return tuple(".".join(labels[first:]) for first in range(max(1, len(labels) - 1)))


def published_policy(domain: str, lookup: Lookup) -> Policy:
    """The policy that DNS has for a domain, or for the nearest parent that has one."""
    for one in domains_of(domain):
        records = lookup(f"_dmarc.{one}")
        if records is None:
            return Policy.UNKNOWN
        if (policy := policy_in(records, is_of_parent=one != domain)) is not Policy.ABSENT:
            return policy
    return Policy.ABSENT


def policy_of(domain: str, lookup: Lookup) -> Policy:
    """The policy that receivers apply to a domain: that of DNS or that of the table, whichever is stricter."""
    provider = provider_of(domain)
    return stricter(published_policy(domain, lookup), provider.policy if provider else Policy.UNKNOWN)


def unsigned_outcome(domain: str, policy: Policy) -> str:
    """What becomes of a digest that comes from the domain without its signature, in one sentence."""
    return f"{domain} {_OUTCOMES[policy]}."
