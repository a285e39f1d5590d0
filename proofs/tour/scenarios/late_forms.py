"""Forms that none of our pages sent, and forms whose session is over."""

from __future__ import annotations

from datetime import date, timedelta
from urllib.parse import urlencode

from proofs.tour.browser import Browser
from proofs.tour.caller import FORM, JSON, Caller
from proofs.tour.owners import ALEX, DASHA, SAM, create_owner
from proofs.tour.scenarios import scenario
from proofs.tour.scene import Scene
from proofs.tour.values import LEAST


@scenario
def forged(scene: Scene) -> None:
    """Changes that a session would authorize, but that no page of ours sent."""
    token = create_owner(ALEX)
    browser, other = Browser(scene, "alex"), Browser(scene, "sam")
    other.sign_in(create_owner(SAM))
    browser.sign_in(token)
    for one in (browser, other):
        one.open("a form", "/record")
    own, others = browser.hidden.get("form_token", ""), other.hidden.get("form_token", "")
    caller = Caller(scene, "a page", {"Cookie": browser.cookie})
    good = {"Origin": "https://afterword.example", "Sec-Fetch-Site": "same-origin", "Content-Type": FORM}
    tries = {
        "no form token": (good, ""), "another's": (good, others), "torn": (good, own[:-1]),
        "cross site": (good | {"Sec-Fetch-Site": "cross-site"}, own),
        "same site": (good | {"Sec-Fetch-Site": "same-site"}, own),
        "other origin": (good | {"Sec-Fetch-Site": "", "Origin": "https://evil.example"}, own),
        "no origin": (good | {"Sec-Fetch-Site": "", "Origin": ""}, own),
        "null": (good | {"Sec-Fetch-Site": "", "Origin": "null"}, own),
        "typed": (good | {"Sec-Fetch-Site": "none"}, own), "JSON": (good | {"Content-Type": JSON}, own),
    }  # fmt: skip
    for name, (headers, form_token) in tries.items():
        for accept in ("application/json", "text/html"):
            for path in ("/interviews", "/settings/calendar", "/owner/calendar", "/import/preview"):
                body = urlencode({**LEAST, "form_token": form_token})
                caller.send(f"{name}, {accept}: {path}", "POST", path, body, Accept=accept, **headers)
            caller.send(f"{name}, {accept}: PATCH", "PATCH", "/owner", urlencode({"form_token": form_token}), **headers)
    for cookie in (
        "afterword=",
        "afterword=a.b.c",
        "=;=;afterword",
        'afterword="\\400"',
        f"a=b; {browser.cookie}",
        "\x00",
    ):
        caller.get(f"cookie {cookie[:20]!r}", "/owner", Cookie=cookie)


@scenario
def too_late(scene: Scene) -> None:
    """Forms whose session is over: of an older session, of none, signed out everywhere, and by a new token."""
    token = create_owner(DASHA)
    browser = Browser(scene, "dasha", "ru")
    record = Caller.with_token(scene, "dasha", token).record("records", **LEAST)
    forms = ("/record", "/interviews"), ("/settings", "/settings"), ("/import", "/import/preview")
    edit = f"/interviews/{record['id']}/edit"
    for number, (form, path) in enumerate((*forms, (edit, edit), (edit, edit.replace("edit", "undo")))):
        begun = date(2026, 8, 3) + number * timedelta(days=40)
        scene.at(f"{begun}T18:00+02:00")
        browser.sign_in(token)
        browser.open(f"the form {number}", form)
        hidden, cookie = browser.hidden, browser.cookie
        scene.at(f"{begun + timedelta(days=31)}T18:00+02:00")
        fields = {**LEAST, "name": "Typed", "notes": "typed <in>"}
        browser.send(f"form {number} a month later", path, fields)
        browser.send(f"form {number}: a bad token", "/sign-in", {"token": "x"})
        browser.send(f"form {number}: the token", "/sign-in", {"token": token})
        browser.send(f"form {number} of the earlier session", path, {**fields, **hidden})
        browser.send(f"form {number} without a session", path, {**fields, **hidden}, Cookie="", Sec_Fetch_Site="")
        browser.send(
            f"form {number} from elsewhere", path, {**fields, **hidden}, Cookie="", Sec_Fetch_Site="cross-site"
        )
        browser.cookie = cookie
        browser.open(f"form {number} with the older cookie", "/")
    browser.sign_in(token)
    kept = browser.cookie
    browser.send("signs out everywhere", "/sign-out", {"everywhere": "on"})
    browser.cookie = kept
    browser.open("after that", "/settings")
