"""What a sender's domain asks receivers to do with mail that it did not sign."""

from __future__ import annotations

import socketserver
from collections.abc import Iterator, Mapping
from threading import Thread

import dns.message
import dns.rcode
import dns.resolver
import dns.rrset
import pytest
from checkdmarc.dmarc import parse_dmarc_record

from infra.deploy.mail.dmarc import Lookup, ask_dns, domains_of, policy_of, published_policy, unsigned_outcome
from infra.deploy.mail.dmarc_policy import Policy, policy_in


def knowing(records: Mapping[str, str]) -> Lookup:
    """A DNS that knows these TXT records."""
    return lambda name: (records[name],) if name in records else ()


def no_dns(_: str) -> None:
    """A DNS that does not answer."""


def answering(request: bytes) -> bytes:
    """The answer of a DNS server that knows one domain, does not know another, and refuses all others."""
    asked = dns.message.from_wire(request)
    name = asked.question[0].name.to_text()
    answer = dns.message.make_response(asked)
    if name == "_dmarc.example.org.":
        answer.answer.append(dns.rrset.from_text(name, 60, "IN", "TXT", '"v=DMARC1; " "p=reject"'))
    else:
        answer.set_rcode(dns.rcode.NXDOMAIN if name == "_dmarc.example.net." else dns.rcode.REFUSED)
    return answer.to_wire()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A DNS server on this machine, which is asked by default."""

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            self.request[1].sendto(answering(self.request[0]), self.client_address)

    with socketserver.UDPServer(("127.0.0.1", 0), Handler) as udp:
        thread = Thread(target=udp.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        resolver = dns.resolver.Resolver(configure=False)
        resolver.nameservers, resolver.port = ["127.0.0.1"], udp.server_address[1]
        monkeypatch.setattr(dns.resolver, "default_resolver", resolver)
        yield
        udp.shutdown()
        thread.join()


@pytest.mark.usefixtures("server")
def test_dns_is_asked_and_where_it_does_not_answer_that_is_not_taken_for_no_record() -> None:
    assert ask_dns("_dmarc.example.org") == ("v=DMARC1; p=reject",)
    assert ask_dns("_dmarc.example.net") == ()
    assert ask_dns("_dmarc.example.com") is None


@pytest.mark.parametrize(
    "record",
    [
        "v=DMARC1; p=none",
        "v=DMARC1;p=quarantine;sp=reject",
        "v=DMARC1; p=REJECT; adkim=s; aspf=s",
        "v=DMARC1; p=reject; sp=none; pct=100",
        "v=DMARC1; p = quarantine",
    ],
)
def test_a_record_is_read_as_others_read_it(record: str) -> None:
    tags = parse_dmarc_record(record, "example.org")["tags"]

    assert policy_in((record,)) == tags["p"]["value"]
    assert policy_in((record,), is_of_parent=True) == tags["sp"]["value"]


@pytest.mark.parametrize(
    "records", [(), ("v=spf1 -all",), ("",), ("v=DMARC1; p=none", "v=DMARC1; p=reject"), ("p=reject; v=DMARC1",)]
)
def test_no_record_another_one_and_two_are_no_policy(records: tuple[str, ...]) -> None:
    assert policy_in(records) is Policy.ABSENT


def test_a_policy_that_there_is_not_asks_for_nothing() -> None:
    assert policy_in(("v=DMARC1; p=please",)) is Policy.NONE


def test_the_parents_of_a_domain_have_a_policy_for_it() -> None:
    records = {"_dmarc.example.org": "v=DMARC1; p=none; sp=reject"}

    assert domains_of("a.b.example.org") == ("a.b.example.org", "b.example.org", "example.org")
    assert published_policy("a.b.example.org", knowing(records)) is Policy.REJECT
    assert published_policy("example.org", knowing(records)) is Policy.NONE


def test_the_stricter_of_dns_and_what_a_provider_announced_counts() -> None:
    assert policy_of("gmail.com", knowing({"_dmarc.gmail.com": "v=DMARC1; p=none"})) is Policy.QUARANTINE
    assert policy_of("gmail.com", knowing({"_dmarc.gmail.com": "v=DMARC1; p=reject"})) is Policy.REJECT


def test_without_dns_the_table_of_providers_is_asked() -> None:
    assert policy_of("yahoo.com", no_dns) is Policy.REJECT
    assert policy_of("example.org", no_dns) is Policy.UNKNOWN


@pytest.mark.parametrize(
    ("policy", "fate"),
    [
        (Policy.REJECT, "come back"),
        (Policy.QUARANTINE, "into Spam"),
        (Policy.NONE, "may be in Spam"),
        (Policy.ABSENT, "may be in Spam"),
        (Policy.UNKNOWN, "expect"),
    ],
)
def test_each_policy_says_in_one_sentence_what_becomes_of_a_digest(policy: Policy, fate: str) -> None:
    sentence = unsigned_outcome("example.org", policy).rstrip(".")

    assert fate in sentence
    assert ". " not in sentence
