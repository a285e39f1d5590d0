"""The settings: by a program, by the page, and the calendar's feed."""

from __future__ import annotations

from proofs.tour.browser import Browser
from proofs.tour.caller import Caller
from proofs.tour.gateway import STAGE
from proofs.tour.owners import ALEX, DASHA, create_owner
from proofs.tour.scenarios import scenario
from proofs.tour.scene import Scene
from proofs.tour.values import LEAST, OWNER_BAD, OWNER_GOOD

_DAYS = {"digest_on_mon": "on", "digest_on_fri": "on", "has_digest_days": "yes"}
_FORM = {
    "name": "Alex Example", "email": "alex@example.org", "phone": "+49 30 23125 020", "language": "en",
    "tone": "formal", "time_zone": "Europe/Berlin", "country": "DE", "digest_at": "08:00", "attempts_at_most": "4",
    "days_between_attempts": "3", "processes_at_least": "3", "capture_certain": "no",
}  # fmt: skip


@scenario
def owner(scene: Scene) -> None:
    """Each setting, valid and invalid, for an owner with records."""
    for caller in (Caller.with_token(scene, one.id, create_owner(one)) for one in (ALEX, DASHA)):
        caller.record("records", **LEAST)
        caller.record("records a second", **LEAST | {"company": "Globex", "interview_on": "2026-08-12"})
        for verdict, fields in (("fits", OWNER_GOOD), ("does not fit", OWNER_BAD)):
            for field, values in fields.items():
                for number, value in enumerate(values):
                    caller.patch(f"{field} {verdict} {number}", "/owner", {field: value})
        caller.patch("nothing", "/owner", {})
        caller.patch("all at fault", "/owner", {field: values[-1] for field, values in OWNER_BAD.items()})
        caller.patch("all fit", "/owner", {field: values[0] for field, values in OWNER_GOOD.items()})
        version = caller.get("reads", "/owner").data["version"]
        for match in ("x", "*", '"0"', f'"{version}"', f'"{version}"'):
            caller.patch(f"a change if {match[:3]}", "/owner", {"name": f"If {match[:3]}"}, If_Match=match)
            caller.send(f"a calendar if {match[:3]}", "POST", "/owner/calendar", "{}", If_Match=match)
            caller.delete(f"no calendar if {match[:3]}", "/owner/calendar", If_Match=match)


@scenario
def settings_page(scene: Scene) -> None:
    """The form of all settings, and the buttons beside it."""
    token = create_owner(ALEX)
    browser = Browser(scene, "alex")
    browser.sign_in(token)
    browser.open("the settings", "/settings")
    older = browser.hidden
    browser.send("saves", "/settings", _FORM | _DAYS)
    browser.send("saves an older form", "/settings", {**_FORM, **_DAYS, **older, "name": "Older"})
    browser.send("saves it all the same", "/settings", _FORM | _DAYS | {"name": "Older"})
    browser.open("the settings again", "/settings?saved=yes")
    browser.send("saves without a day", "/settings", _FORM | {"has_digest_days": "yes"})
    for field, values in OWNER_BAD.items():
        for number, value in enumerate(values):
            if isinstance(value, str) and value.isprintable():
                browser.send(f"{field} at fault {number}", "/settings", {**_FORM, **_DAYS, field: value})
    browser.send("all at fault", "/settings", dict.fromkeys(OWNER_BAD, "?") | {"digest_on_mon": "on"})
    browser.open("before the buttons", "/settings")
    for path, fields in (
        ("/settings/calendar", {}), ("/settings/calendar", {"close": "on"}), ("/settings/calendar", {}),
        ("/settings/mail", {}), ("/settings/resume", {}),
    ):  # fmt: skip
        browser.send(f"button {path} {fields}", path, fields)
        browser.open(f"after {path} {fields}", "/settings")
    for days in ("7", "28", "0", "367", "a week"):
        browser.send(f"pauses for {days} days", "/settings/pause", {"days": days})
        browser.open(f"paused for {days} days", "/settings")
    browser.send("resumes", "/settings/resume", {})
    for until in ("2026-08-04", "2099-12-31", ""):
        browser.send(f"pauses until {until}", "/settings", _FORM | _DAYS | {"paused_until": until, "language": "ru"})
        browser.open(f"today, paused until {until}", "/")
    browser.open("before a new token", "/settings")
    browser.send("a new token", "/settings/token")
    browser.open("the page of the token", "/settings/token")
    Caller.with_token(scene, "alex", token).get("the old token", "/owner")


@scenario
def feed(scene: Scene) -> None:
    """The feed's address, cached copies, and an old address."""
    alex, anybody = Caller.with_token(scene, "alex", create_owner(ALEX)), Caller(scene, "calendar")
    alex.record("records", **LEAST)
    alex.record("records an interview ahead", **LEAST | {"interview_on": "2026-08-12", "interview_time": "15:00"})
    first = _opened(alex)
    tag = anybody.get("the feed", first).headers["ETag"]
    for match in (tag, f"W/{tag}", f'"x", {tag}', "*", '"x"', "x", tag.strip('"')):
        anybody.get(f"the feed unless {match[:6]}", first, If_None_Match=match)
        anybody.send(f"HEAD of the feed unless {match[:6]}", "HEAD", first, If_None_Match=match)
    for accept, language in (("text/html", "ru"), ("text/calendar", "")):
        anybody.get(f"the feed as {accept}", first, Accept=accept, Accept_Language=language)
    for path in (first.replace("alex", "sam"), first.removesuffix(".ics"), first[:-5] + "x.ics", f"{first}?a=1"):
        anybody.get(f"the feed at a wrong address {len(path)}", path)
    scene.at("2026-08-04T18:00+02:00")
    anybody.get("the feed of another day", first, If_None_Match=tag)
    second = _opened(alex)
    anybody.get("the old address", first)
    anybody.get("the new address", second)
    scene.ask("the feed without the stage", "GET", second, stage="")
    alex.patch("speaks Russian", "/owner", {"language": "ru", "country": "DE-BY"})
    anybody.get("the feed in Russian", second)
    alex.delete("closes the calendar", "/owner/calendar")
    anybody.get("the closed feed", second)


def _opened(alex: Caller) -> str:
    address: str = alex.send("opens the calendar", "POST", "/owner/calendar", "{}").data["calendar_url"]
    return address.partition(STAGE)[2]
