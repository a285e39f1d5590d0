"""What differs between deployments: the keys, the address, the settings, and the time that a tick has."""

from __future__ import annotations

import json

from proofs.tour.app_under_tour import ENVIRONMENT
from proofs.tour.browser import links_in
from proofs.tour.caller import HTML, Caller
from proofs.tour.mail import html_of
from proofs.tour.owners import ALEX, DASHA, EVERYBODY, create_owner
from proofs.tour.resident import Resident
from proofs.tour.scenarios import scenario
from proofs.tour.scene import Scene
from proofs.tour.values import LEAST

_KEYS, _PARAMETER = "AFTERWORD_SIGNING_KEYS", "AFTERWORD_KEYS_PARAMETER"
_OLDER = ENVIRONMENT[_KEYS].partition(",")[2]
_STORED = {
    "none": "",
    "no JSON": "[",
    "no keys": json.dumps({"keys": []}),
    "a key": json.dumps({"keys": [{"kid": "2026-08-01a", "secret": "s" * 43}]}),
    "a newer key": json.dumps(
        {
            "keys": [
                {"kid": "2026-08-05a", "secret": "t" * 43},
                {"kid": "2026-08-01a", "secret": "s" * 43, "retired_at": "2026-08-05T00:00:00Z"},
            ]
        }
    ),
}
_BAD = {
    "AFTERWORD_TABLE": "?",
    "AFTERWORD_SENDER": "nobody",
    "AWS_REGION": "x",
    "AFTERWORD_ADDRESS": "ftp://x",
    _KEYS: "",
}


@scenario
def keys(scene: Scene) -> None:
    """Links and sessions signed with an older key, with one that was removed, and with keys of a parameter."""
    resident = Resident(scene, ALEX)
    record = resident.program.record("records", **LEAST)
    scene.product.deploy(**{_KEYS: _OLDER})
    links = _handed_out(resident, record["id"])
    for name, changed in (("both keys", {}), ("another key", {_KEYS: "x" * 40}), ("the older key", {_KEYS: _OLDER})):
        scene.product.deploy(**changed)
        _tried(resident, name, links)
    for name, stored in _STORED.items():
        scene.product.deploy(**{_KEYS: "", _PARAMETER: "/afterword/keys"})
        scene.product.aws.parameter = stored
        _tried(resident, f"stored: {name}", links)
        resident.browser.sign_in(resident.token)
        links = _handed_out(resident, record["id"]) or links
    for day in ("2026-09-03", "2026-09-05"):
        scene.at(f"{day}T12:00+02:00")
        _tried(resident, f"on {day}", links)


def _handed_out(resident: Resident, record_id: str) -> list[str]:
    resident.browser.sign_in(resident.token)
    resident.browser.open("a page with links", f"/interviews/{record_id}")
    return resident.browser.links


def _tried(resident: Resident, name: str, links: list[str]) -> None:
    reader = Caller(resident.scene, "reader", {"Accept": HTML})
    for number, link in enumerate(links[:2]):
        reader.get(f"{name}: link {number}", link)
    resident.browser.open(f"{name}: the session", "/settings")
    resident.browser.open(f"{name}: the agenda", "/")
    resident.program.get(f"{name}: a program", "/agenda")
    resident.program.get(f"{name}: the digest", "/digest", Accept=HTML)
    resident.scene.tick(f"{name}: tick")


@scenario
def settings_of_a_deployment(scene: Scene) -> None:
    """No address for the links of a mail, no configuration set, another owner for the health check; bad settings."""
    resident = Resident(scene, DASHA)
    resident.program.record("records", **LEAST)
    changes = {
        "no address": {"AFTERWORD_ADDRESS": ""}, "no news": {"AFTERWORD_CONFIGURATION_SET": ""},
        "dasha's": {"AFTERWORD_OWNER": "dasha"}, "nobody's": {"AFTERWORD_OWNER": "nobody"},
        "a root": {"AFTERWORD_ADDRESS": "https://afterword.example"},
    }  # fmt: skip
    for number, (name, changed) in enumerate(changes.items()):
        scene.product.deploy(**changed)
        scene.at(f"2026-08-{number + 4:02}T09:00+02:00")
        for mail in scene.tick(f"{name}: tick"):
            for path in links_in(html_of(mail))[:1]:
                resident.program.get(f"{name}: a link", path)
        for path in ("/health", "/digest", "/agenda"):
            resident.program.get(f"{name}: {path}", path)
    for variable, value in _BAD.items():
        scene.product.deploy(**{variable: value})
        for accept in ("", HTML):
            resident.program.get(f"bad {variable} as {accept[:9]}", "/agenda", Accept=accept)
        scene.ask(f"bad {variable}: nowhere", "GET", "/nowhere", {"Accept": HTML})
        scene.tick(f"bad {variable}: tick")
        scene.bounce(f"bad {variable}: news", "{}")
    scene.product.deploy()


@scenario
def out_of_time(scene: Scene) -> None:
    """A tick that has time for nobody, and one for all."""
    for owner in EVERYBODY:
        Caller.with_token(scene, owner.id, create_owner(owner)).record("records", **LEAST)
    scene.at("2026-08-10T18:00+02:00")
    scene.product.seconds_left = 10
    scene.tick("no time")
    scene.product.seconds_left = 100
    scene.tick("time")
