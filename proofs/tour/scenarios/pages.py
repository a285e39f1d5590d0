"""Pages of a signed-in owner: their forms, validly and invalidly filled, of another page, and of an ended session."""

from __future__ import annotations

from chalicelib.playbook.owner import Owner
from proofs.tour.browser import Browser
from proofs.tour.owners import ALEX, DASHA, create_owner
from proofs.tour.scenarios import scenario
from proofs.tour.scene import Scene
from proofs.tour.values import INTERVIEW_BAD, INTERVIEW_GOOD, LEAST

_SOMETHING_ELSE = (
    {"what": "called voicemail", "note": "said <b>until</b> when"}, {"what": "called wrong_number"}, {"what": "note"},
    {"what": "note", "note": "an office", "on": "2026-08-02"}, {"what": "heard_back told_to_wait", "day": "2026-08-20"},
    {"what": "called no_decision", "day": "2026-08-10"}, {"what": "note", "day": "2026-08-20"}, {"what": "danced"},
    {"what": "heard_back offer", "day": "2026-08-01"}, {"what": "called no_decision", "day": "x", "note": "\x07"},
    {"what": "snoozed", "until": "2026-08-01"}, {"what": ""}, {"kind": "thank_you_sent", "on": "2026-08-01"},
    {"what": "called told_to_wait", "day": "2026-08-01"}, {"what": "withdrawn"},
    {"what": "note", "note": "after the end"}, {"what": "closed"},
)  # fmt: skip


@scenario
def pages_in_english(scene: Scene) -> None:
    """Pages of Alex."""
    _forms(scene, ALEX)


@scenario
def pages_in_russian(scene: Scene) -> None:
    """Pages of Dasha."""
    _forms(scene, DASHA)


def _forms(scene: Scene, owner: Owner) -> None:
    token = create_owner(owner)
    browser = Browser(scene, owner.id, "ru,en;q=0.5")
    _sign_in(browser, token)
    for query in ("", "?company=Acme&interview_on=x", "?company=" + "a" * 300, "?a=1&a=2", "?position=%3Cb%3E"):
        browser.open(f"the form to record {query[:30]}", f"/record{query}")
    browser.open("the form to record", "/record")
    browser.send("records", "/interviews", LEAST | {"background_check": "on", "notes": "liked: the <team>"})
    path = browser.page.headers.get("Location", "") or _first_record(browser)
    _fill(browser, "/record", "/interviews")
    _fill(browser, f"{path}/edit", f"{path}/edit")
    browser.open("a form to edit", f"{path}/edit")
    older = browser.hidden
    browser.send("edits", f"{path}/edit", LEAST | {"company": "Edited"})
    browser.send("edits by an older form", f"{path}/edit", {**LEAST, **older, "company": "Older"})
    browser.send("edits once more by it", f"{path}/edit", LEAST | {"company": "Older"})
    for number, fields in enumerate(_SOMETHING_ELSE):
        browser.open(f"before something else {number}", path)
        browser.send(f"something else {number}", f"{path}/events", fields)
        browser.send(f"something else {number} again", f"{path}/events", fields)
    browser.open("before what was said", path)
    for fields in ({"when": "soon"}, {"may_call": "yes"}):
        browser.send(f"what was said, {fields}", f"{path}/debrief", fields)
    for number in range(3):
        browser.open(f"before an undo {number}", path)
        older = browser.hidden
        browser.send(f"an undo {number}", f"{path}/undo")
        browser.send(f"an undo {number} sent twice", f"{path}/undo", older)
    browser.open("as it is", path)
    browser.send("removes", f"{path}/remove")
    browser.send("removes again", f"{path}/remove")
    for done in ("recorded", "event", "x"):
        browser.open(f"a record that is gone, done={done}", f"{path}?done={done}")


def _first_record(browser: Browser) -> str:
    listed = browser.open("the list", "/interviews").text
    return "/interviews/" + listed.split('href="/api/interviews/')[1].split('"')[0].partition("/")[0]


def _sign_in(browser: Browser, token: str) -> None:
    for to in ("/", "/record?company=Acme", "//evil.example", "/import", "/settings", "https://evil.example", "/a b"):
        browser.open(f"asked for the token, to {to}", f"/sign-in?to={to}")
        for name, text in (("a torn one", token[:-1]), ("nothing", ""), ("nobody's", "x." + "a" * 40), ("hers", token)):
            browser.send(f"signs in with {name}, to {to}", "/sign-in", {"token": text, "to": to})
        browser.send("signs out", "/sign-out")
        browser.cookie = ""
    browser.sign_in(token)


def _fill(browser: Browser, form: str, path: str) -> None:
    """Send a form with each field invalid once and all others valid; then with all valid."""
    where = form.rpartition("/")[2]
    browser.open(f"the form {where}", form)
    base = {name: str(values[0]) for name, values in INTERVIEW_GOOD.items() if name not in ("contacts", "round")}
    for field, values in INTERVIEW_BAD.items():
        for number, value in enumerate(values):
            if isinstance(value, str) and value.isprintable():
                browser.send(f"{where}: {field[:20]!r} at fault {number}", path, {**base, field: value})
    everything = {field: str(values[-1]) for field, values in INTERVIEW_BAD.items() if field.isprintable()}
    browser.send(f"{where}: all at fault", path, everything)
    browser.send(f"{where}: nothing", path)
    browser.send(f"{where}: fits", path, base)
