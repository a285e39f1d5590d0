"""Write DNS records into a zone of the account's Route 53: what is missing, and nothing over what is there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from botocore.exceptions import ClientError

from infra.deploy.deployment import Deployment
from infra.deploy.mail.dmarc import domains_of
from infra.deploy.mail.dns_records import DnsRecord
from infra.deploy.terminal import Terminal

_TTL = 1800  # seconds
_ALIAS = "CNAME"

RecordSet = Mapping[str, Any]


def write_records(
    deployment: Deployment, terminal: Terminal, domain: str, records: Iterable[DnsRecord]
) -> tuple[DnsRecord, ...]:
    """Write what is missing in the domain's zone, after asking; the records that stand there afterwards.

    They are none if the account has no zone of the domain or of a parent of it, or these credentials may not look.
    """
    try:
        zone = _zone_of(deployment, domain)
        return _write(deployment, terminal, domain, zone, records) if zone else ()
    except ClientError as error:
        terminal.say("", f"Route 53: {error}")
        return ()


def _write(
    deployment: Deployment, terminal: Terminal, domain: str, zone: str, records: Iterable[DnsRecord]
) -> tuple[DnsRecord, ...]:
    there = {record: _record_sets(deployment, zone, record.name) for record in records}
    standing = [record for record, found in there.items() if any(_says(one, record) for one in found)]
    rest = [record for record in there if record not in standing]
    blocked = [record for record in rest if any(_is_in_the_way(one, record) for one in there[record])]
    for record in blocked:
        _say_blocked(terminal, record, there[record])
    new = [record for record in rest if record not in blocked]
    if new and _agreed(terminal, domain, new):
        _create(deployment, zone, new)
        standing += new
    return tuple(standing)


def _zone_of(deployment: Deployment, domain: str) -> str | None:
    """The id of the public zone of a domain, or of its nearest parent; None if there is none, or more than one."""
    for name in domains_of(domain):
        found = deployment.client("route53").list_hosted_zones_by_name(DNSName=name)["HostedZones"]
        zones = [one for one in found if _plain(one["Name"]) == name and not one["Config"].get("PrivateZone")]
        if zones:
            return str(zones[0]["Id"]) if len(zones) == 1 else None
    return None


def _record_sets(deployment: Deployment, zone: str, name: str) -> list[RecordSet]:
    """All record sets at a name."""
    page = deployment.client("route53").list_resource_record_sets(HostedZoneId=zone, StartRecordName=name)
    return [one for one in page["ResourceRecordSets"] if _plain(one["Name"]) == name.lower()]


def _says(one: RecordSet, record: DnsRecord) -> bool:
    """Whether a record set says what a record would; any DMARC policy does, since it is the owner's to choose."""
    if record.is_dmarc and any(_plain(value).startswith('"v=dmarc1') for value in _values(one)):
        return True
    return one["Type"] == record.type and [_plain(value) for value in _values(one)] == [_plain(record.quoted)]


def _is_in_the_way(one: RecordSet, record: DnsRecord) -> bool:
    """Whether a record set keeps a record from being made: one of its type, or an alias, which stands alone."""
    return bool(one["Type"] == record.type or _ALIAS in (one["Type"], record.type))


def _values(one: RecordSet) -> list[str]:
    return [str(record["Value"]) for record in one.get("ResourceRecords", ())]


def _plain(text: str) -> str:
    """A name or a value as it compares: in small letters, without the dot at its end."""
    return text.lower().rstrip(".")


def _say_blocked(terminal: Terminal, record: DnsRecord, found: Iterable[RecordSet]) -> None:
    terminal.say("", f"{record.name} has other records already, which are left as they are:")
    terminal.listed((one["Type"], ", ".join(_values(one))) for one in found)
    terminal.say(f"By hand, if nothing needs them: {record.type} {record.quoted}")


def _agreed(terminal: Terminal, domain: str, new: Iterable[DnsRecord]) -> bool:
    terminal.say("", f"The zone of {domain} is in this account's Route 53. These records would be added to it:")
    terminal.listed(record.row for record in new)
    return terminal.agrees("Add them? (yes/no)")


def _create(deployment: Deployment, zone: str, new: Iterable[DnsRecord]) -> None:
    """Add records: all of them or, if somebody else was quicker with one, none."""
    changes = [
        {
            "Action": "CREATE",  # UPSERT would write over another's
            "ResourceRecordSet": {
                "Name": record.name,
                "Type": record.type,
                "TTL": _TTL,
                "ResourceRecords": [{"Value": record.quoted}],
            },
        }
        for record in new
    ]
    deployment.client("route53").change_resource_record_sets(HostedZoneId=zone, ChangeBatch={"Changes": changes})
