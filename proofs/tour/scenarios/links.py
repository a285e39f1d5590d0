"""The links of a page and of a mail: opened, pressed, pressed again, undone, too old, cut off."""

from __future__ import annotations

from typing import Any

from chalicelib.playbook.owner import Owner
from proofs.tour.browser import Browser, links_in
from proofs.tour.caller import HTML, Caller
from proofs.tour.mail import html_of
from proofs.tour.owners import ALEX, DASHA, create_owner
from proofs.tour.plots.words import DANA
from proofs.tour.scenarios import scenario
from proofs.tour.scene import Scene
from proofs.tour.values import LEAST

_REFUSED = {"kind": "heard_back", "result": "refusal", "reasons_given": False}
_THANKED = {"kind": "thank_you_sent"}
# A day, and the events before it; at each stage the record's page has other links.
_STAGES: dict[str, tuple[str, tuple[dict[str, Any], ...]]] = {
    "thanks": ("2026-08-04", ()),
    "status": ("2026-08-11", (_THANKED,)),
    "written": ("2026-08-14", (_THANKED, {"kind": "letter_sent", "on": "2026-08-11"})),
    "refused": ("2026-08-05", (_REFUSED,)),
    "asked": ("2026-08-12", (_REFUSED, {"kind": "reasons_requested"})),
}
_FIELDS: dict[str, dict[str, str]] = {
    "days that do not fit": {"on": "2026-12-01", "until": "x", "interview_on": "2026-02-30",
        "call_again_time": "25:00"},
    "days that lie behind": {"on": "2026-07-01", "until": "2026-07-01", "interview_on": "2026-07-01",
        "call_again_on": "2026-07-01"},
    "nothing": {},
    "days that fit": {"on": "2026-08-03", "until": "2026-08-20", "interview_on": "2026-08-20",
        "interview_time": "10:00", "call_again_on": "2026-08-20", "reasons_given": "on"},
}  # fmt: skip


@scenario
def links_in_english(scene: Scene) -> None:
    """Each link at each stage."""
    _each_stage(scene, ALEX)


@scenario
def links_in_russian(scene: Scene) -> None:
    """Each link at each stage, in Russian."""
    _each_stage(scene, DASHA)


@scenario
def links_of_mails(scene: Scene) -> None:
    """All links of one mail, in its order: the first about a record wins, the others are stale. Then too old."""
    for owner in (ALEX, DASHA):
        caller = Caller.with_token(scene, owner.id, create_owner(owner))
        for company in ("Acme", "Globex"):
            caller.record(f"records {company}", **LEAST | {"company": company, "contacts": [DANA]})
    scene.at("2026-08-04T09:00+02:00")
    found = [path for mail in scene.tick("tick") for path in links_in(html_of(mail))]
    reader = Caller(scene, "reader", {"Accept": HTML})
    for round_, instant in (
        ("at once", "2026-08-04T10:00"),
        ("late", "2026-09-02T09:00"),
        ("too late", "2026-09-03T10:00"),
    ):
        scene.at(f"{instant}+02:00")
        for number, path in enumerate(found):
            reader.get(f"{round_}: looks at {number}", path, Sec_Fetch_Mode="navigate")
            reader.form(f"{round_}: presses {number}", path, _FIELDS["days that fit"])
    for number, path in enumerate(found[:2]):
        for name, torn in (
            ("torn", path[:-1]),
            ("longer", f"{path}A"),
            ("other", path[:12] + "x" + path[13:]),
            ("long", path * 20),
        ):
            reader.get(f"{name} {number}", torn)
            reader.form(f"presses {name} {number}", torn, {})
            Caller(scene, "program").get(f"{name} {number}", torn)


def _each_stage(scene: Scene, owner: Owner) -> None:
    caller = Caller.with_token(scene, owner.id, token := create_owner(owner))
    browser, reader = Browser(scene, owner.id), Caller(scene, "reader", {"Accept": HTML})
    for stage in _STAGES:
        number, most = 0, 1
        while number < most:
            scene.at("2026-08-03T18:00+02:00")
            browser.sign_in(token)
            path = _at_stage(caller, stage, number)
            browser.open(f"{stage} {number}: the page", path)
            most = len(browser.links)
            for link in browser.links[number : number + 1]:
                _press(reader, browser, f"{stage} {number}", link)
                caller.get(f"{stage} {number}: what is recorded", path)
                caller.delete(f"{stage} {number}: removed", path)
                reader.get(f"{stage} {number}: looks when it is gone", link)
                reader.form(f"{stage} {number}: presses when it is gone", link, {})
            number += 1


def _at_stage(caller: Caller, stage: str, number: int) -> str:
    """The path of a record with the events of a stage; the clock is set to the stage's day."""
    day, happened = _STAGES[stage]
    record = caller.record(stage, **LEAST | {"company": f"{stage} {number}", "contacts": [DANA]})
    caller.scene.at(f"{day}T09:00+02:00")
    for event in happened:
        caller.tell(f"{stage} {number}", record["id"], **event)
    return f"/interviews/{record['id']}"


def _press(reader: Caller, browser: Browser, name: str, link: str) -> None:
    reader.get(f"{name}: looks", link)
    reader.send(f"{name}: HEAD", "HEAD", link)
    reader.get(f"{name}: looks at what was not done", f"{link}?done=yes")
    for what, fields in _FIELDS.items():
        reader.form(f"{name}: presses with {what}", link, fields)
    reader.get(f"{name}: looks again", link)
    browser.open(f"{name}: looks at what was done", f"{link}?done=yes")
    for undo in browser.links[:1]:
        browser.open(f"{name}: looks at the undo", undo)
        browser.send(f"{name}: undoes", undo)
        reader.form(f"{name}: undoes again", undo, {})
    browser.send(f"{name}: presses in a browser", link, _FIELDS["days that fit"])
