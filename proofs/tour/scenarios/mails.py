"""The mails of all three owners, faults of mails, and bounces."""

from __future__ import annotations

import json
from typing import Any

from proofs.tour.aws import Fault, lost_answer
from proofs.tour.browser import links_in
from proofs.tour.caller import Caller
from proofs.tour.mail import html_of
from proofs.tour.owners import EVERYBODY
from proofs.tour.plots import OF_ALEX, OF_DASHA, OF_SAM
from proofs.tour.resident import Resident
from proofs.tour.scenarios import scenario
from proofs.tour.scene import Scene

_FATES: tuple[Fault, ...] = (
    ("TooManyRequestsException", 429), ("MessageRejected", 400), ("InternalServiceError", 500), ("AccessDenied", 403),
    ("AccountSuspendedException", 400), ("MailFromDomainNotVerifiedException", 400), ("NotFoundException", 404),
)  # fmt: skip


@scenario
def mails(scene: Scene) -> None:
    """Tick every quarter of an hour on the days on which something changed, with all three owners in one table."""
    residents = [Resident(scene, owner) for owner in EVERYBODY]
    plots = (OF_ALEX, OF_DASHA, OF_SAM)
    for day in sorted({day for plot in plots for day in plot}):
        scene.at(day)
        for resident, plot in zip(residents, plots, strict=True):
            for act in plot.get(day, ()):
                resident.do(*act)
        scene.tick(f"{day} tick")
        scene.tick(f"{day} tick once more")
        for clock in ("05:45", "08:00", "15:20", "23:50"):
            scene.at(f"{day[:10]}T{clock}+02:00")
            scene.tick(f"{day[:10]} tick at {clock}")
        scene.ask(f"{day[:10]} health", "GET", "/health")


@scenario
def fates_of_mails(scene: Scene) -> None:
    """SES throttles, refuses, fails, and loses its answers."""
    resident = Resident(scene, EVERYBODY[0])
    resident.do(*OF_ALEX["2026-08-03T18:00+02:00"][1])
    for number, fate in enumerate([*_FATES, lost_answer()]):
        scene.at(f"2026-08-{number + 10:02}T08:00+02:00")
        scene.tick(f"fate {number}", fate)
        for minutes in ("08:02", "08:06", "08:15"):
            scene.at(f"2026-08-{number + 10:02}T{minutes}+02:00")
            scene.tick(f"after fate {number} at {minutes}")
        resident.program.get(f"health after fate {number}", "/health")
        resident.program.get(f"agenda after fate {number}", "/agenda")
        resident.browser.sign_in(resident.token)
        resident.browser.open(f"settings after fate {number}", "/settings")


@scenario
def returned_mails(scene: Scene) -> None:
    """Bounces and complaints; and how mail is sent again."""
    resident = Resident(scene, EVERYBODY[1])
    resident.do(*OF_DASHA["2026-08-03T18:00+02:00"][0])
    for number, news in enumerate(_NEWS):
        scene.at(f"2026-08-{number + 4:02}T09:00+02:00")
        scene.bounce(f"news {number}", news)
        scene.bounce(f"news {number} again", news)
        scene.tick(f"tick after news {number}")
        resident.program.get(f"health after news {number}", "/health")
        resident.browser.sign_in(resident.token)
        resident.browser.open(f"settings after news {number}", "/settings")
        if number % 2:
            resident.browser.send(f"mail again after news {number}", "/settings/mail")
        else:
            resident.program.patch(
                f"a new address after news {number}", "/owner", {"email": f"dasha{number}@example.org"}
            )
            resident.program.patch(f"the old address after news {number}", "/owner", {"email": "dasha@example.org"})
        scene.tick(f"tick after all of {number}")


@scenario
def pauses(scene: Scene) -> None:
    """A mail's links that pause and resume, and a mail program's one-click unsubscribe."""
    resident = Resident(scene, EVERYBODY[0])
    resident.do(*OF_ALEX["2026-08-03T18:00+02:00"][0])
    scene.at("2026-08-04T08:00+02:00")
    mail = scene.tick("tick")[0]
    anybody = Caller(scene, "mail program")
    for path in links_in(html_of(mail))[-2:]:
        for step in ("one click", "one click again"):
            anybody.form(step, path, {"List-Unsubscribe": "One-Click"})
            resident.program.get(f"settings after {step}", "/owner")
        resident.browser.sign_in(resident.token)
        resident.browser.open("paused", "/")
        resident.browser.open("the link", path)
        resident.browser.send("the link's button", path)
        resident.browser.send("resumes", "/settings/resume")
    scene.at("2026-08-05T08:00+02:00")
    scene.tick("tick afterwards")


def _news(kind: str, details: dict[str, Any], owner: str = "dasha") -> str:
    return json.dumps({"eventType": kind, kind.lower(): details, "mail": {"tags": {"owner": [owner]}}})


def _bounced(kind: str, address: str, owner: str = "dasha") -> str:
    return _news("Bounce", {"bounceType": kind, "bouncedRecipients": [{"emailAddress": address}]}, owner)


def _refused(status: str, sub_type: str) -> str:
    recipient = {"emailAddress": "dasha@example.org", "status": status}
    return _news("Bounce", {"bounceType": "Permanent", "bounceSubType": sub_type, "bouncedRecipients": [recipient]})


_NEWS = (
    _bounced("Permanent", "dasha@example.org"),
    _bounced("Permanent", "DASHA@example.org"),
    _bounced("Transient", "dasha@example.org"),
    _news("Complaint", {"complainedRecipients": [{"emailAddress": "dasha@example.org"}]}),
    _bounced("Permanent", "else@example.org"),
    _bounced("Permanent", "dasha@example.org", "nobody"),
    _news("Delivery", {}),
    "Successfully validated SNS topic",
    "[" * 5000,
    json.dumps({"eventType": "Bounce"}),
    _refused("5.7.26", "General"),
    _refused("5.6.1", "ContentRejected"),
    _refused("5.1.1", "OnAccountSuppressionList"),
)
