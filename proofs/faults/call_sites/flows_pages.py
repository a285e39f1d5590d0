"""Flows of a browser: the owner's pages, their forms, and the links of the mail."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from chalicelib.links.action import ActionKind
from chalicelib.playbook.step import StepKind
from chalicelib.records.owners import MailStop
from proofs.faults.call_sites.flow import Flow, Request, Scene
from tests.web.given import ACME, happened

_FORM = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"}
_FACTS = {name: str(ACME[name]) for name in ("company", "position", "interview_on")}
_OFFER = {"kind": "heard_back", "result": "offer", "until": "2026-08-14"}
_INVITED = {"what": "heard_back next_round", "day": "2026-08-10", "made_from": "1"}
_SIGNED_OUT = (401,)  # the request itself ended the session


def _page(path: str) -> Callable[[Scene], Request]:
    def begin(scene: Scene) -> Request:
        scene.recorded()
        return scene.opens(path)

    return begin


def _page_of_record(path: str = "") -> Callable[[Scene], Request]:
    return lambda scene: scene.opens(f"/interviews/{scene.recorded()['id']}{path}")


def _offer(scene: Scene) -> dict[str, Any]:
    scene.recorded(company="Globex")
    return happened(scene.api, scene.recorded()["id"], **_OFFER)


def _page_of_round(scene: Scene) -> Request:
    first = scene.recorded()
    second = scene.recorded(process_id=first["process_id"], round=2, interview_on="2026-08-10")
    return scene.opens(f"/interviews/{second['id']}")


def _form(path: str, **fields: str) -> Callable[[Scene], Request]:
    return lambda scene: scene.presses(path, **fields)


def _form_of_record(path: str, **fields: str) -> Callable[[Scene], Request]:
    return lambda scene: scene.presses(f"/interviews/{scene.recorded()['id']}{path}", **fields)


def _told(what: str) -> Callable[[Scene], Request]:
    return _form_of_record("/events", what=what, made_from="1")


def _undo(scene: Scene) -> Request:
    record = scene.recorded()
    happened(scene.api, record["id"], kind="note", note="The first")
    record = happened(scene.api, record["id"], kind="thank_you_sent")
    return scene.presses(f"/interviews/{record['id']}/undo", made_from=str(record["version"]))


def _contact(scene: Scene, ending: str = "") -> str:
    record = scene.recorded()
    return f"/interviews/{record['id']}/contacts/{record['contacts'][0]['id']}{ending}"


def _event(scene: Scene, ending: str) -> tuple[str, str]:
    """The address of an earlier event, and the version of its record."""
    record_id = scene.recorded()["id"]
    happened(scene.api, record_id, kind="thank_you_sent")
    record = happened(scene.api, record_id, kind="note", note="The last")
    return f"/interviews/{record_id}/events/{record['events'][0]['id']}{ending}", str(record["version"])


def _event_changed(scene: Scene) -> Request:
    path, version = _event(scene, "/edit")
    return scene.presses(path, what="letter_sent", on="2026-08-03", made_from=version)


def _event_taken_back(scene: Scene) -> Request:
    path, version = _event(scene, "/remove")
    return scene.presses(path, made_from=version)


def _sign_in(scene: Scene) -> Request:
    return Request("POST", "/sign-in", urlencode({"token": scene.token}), _FORM)


def _mail_again(scene: Scene) -> Request:
    scene.change_account(digest_problem=MailStop.BOUNCED)
    return scene.presses("/settings/mail")


def _paused(scene: Scene) -> Scene:
    assert scene.product.gateway.send("POST", scene.link(ActionKind.PAUSE), "", **_FORM).status == 200
    return scene


def _looked_at(kind: ActionKind) -> Callable[[Scene], Request]:
    return lambda scene: Request("GET", scene.link(kind, scene.recorded()), headers=_FORM)


def _undone(scene: Scene, link: str) -> Request:
    return Request("POST", scene.undo(link), "", _FORM)


def _clicked(kind: ActionKind, **fields: str) -> Callable[[Scene], Request]:
    def begin(scene: Scene) -> Request:
        scene.recorded(company="Globex")
        record = scene.recorded()
        return Request("POST", scene.link(kind, record), urlencode(fields), _FORM)

    return begin


def _clicked_where_asked(scene: Scene) -> Request:
    return Request("POST", scene.link(ActionKind.THANKED, scene.recorded(), does_ask=True), "", _FORM)


def _read(scene: Scene) -> Request:
    return Request("GET", scene.reading(StepKind.THANK_YOU_LETTER, scene.recorded()), headers=_FORM)


def _read_file(scene: Scene) -> Request:
    return Request("GET", f"{scene.reading(StepKind.WITHDRAWAL, scene.recorded())}.eml", headers=_FORM)


def _list_to_settle(scene: Scene) -> str:
    return scene.settling(scene.recorded(company="Globex"), scene.recorded())


def _settled(scene: Scene, **fields: str) -> Request:
    return Request("POST", _list_to_settle(scene), urlencode(fields), _FORM)


def _settled_and_taken_back(scene: Scene) -> Request:
    link = _list_to_settle(scene)
    assert scene.product.gateway.send("POST", link, urlencode({"all": "close"}), **_FORM).status == 200
    return Request("POST", link, urlencode({"undo": "on"}), _FORM)


PAGES = (
    Flow("front page", lambda _: Request("GET", "/")),
    Flow("today", _page("/")),
    Flow("page of the list", _page("/interviews")),
    Flow("page of all", _page("/interviews?status=all")),
    Flow("page of a record", _page_of_record()),
    Flow("page of a round", _page_of_round),
    Flow("page of an offer", lambda scene: scene.opens(f"/interviews/{_offer(scene)['id']}"), may_say_less=True),
    Flow("page of a draft", _page_of_record("/drafts/thank_you_letter")),
    Flow("form to record", _page("/record")),
    Flow("form to change", _page_of_record("/edit")),
    Flow("form of the next round", _page_of_record("/next")),
    Flow("search on the page", _page("/interviews?q=030+23125021")),
    Flow("form to import", _page("/import")),
    Flow("form to bring in", _page("/capture")),
    Flow("page of the people", _page("/contacts")),
    Flow("form to add somebody", _page_of_record("/contacts")),
    Flow("form to change somebody", lambda scene: scene.opens(_contact(scene))),
    Flow("form to change an event", lambda scene: scene.opens(_event(scene, "/edit")[0])),
    Flow("look at taking an event back", lambda scene: scene.opens(_event(scene, "/remove")[0])),
    Flow("form of the settings", _page("/settings")),
    Flow("left token page", _page("/settings/token"), 303),
    Flow("form to sign in", lambda _: Request("GET", "/sign-in", headers=_FORM)),
    Flow("description", lambda _: Request("GET", "/openapi.json")),
    Flow("description to read", lambda _: Request("GET", "/docs")),
    Flow("style", lambda _: Request("GET", "/style.css")),
    Flow("style of the digest", lambda _: Request("GET", "/digest.css")),
    Flow("script", lambda _: Request("GET", "/app.js")),
    Flow("manifest", lambda _: Request("GET", "/manifest.webmanifest")),
    Flow("icon", lambda _: Request("GET", "/icon.svg")),
    Flow("worker", lambda _: Request("GET", "/worker.js")),
)

FORMS = (
    Flow("sign in", _sign_in, 303),
    Flow("sign out", _form("/sign-out"), 303),
    Flow("sign out everywhere", _form("/sign-out", everywhere="yes"), 303, _SIGNED_OUT),
    Flow("record by a form", _form("/interviews", **_FACTS), 303),
    Flow("record the next round by a form", _form_of_record("/next", **_FACTS | {"interview_on": "2026-08-12"}), 303),
    Flow("tell by a form", _told("thank_you_sent"), 303),
    Flow("tell of an offer by a form", _told("heard_back offer"), 303),
    Flow("tell of the next round by a form", _form_of_record("/events", **_INVITED), 303),
    Flow("undo by a form", _undo, 303),
    Flow("change by a form", _form_of_record("/edit", **_FACTS, notes="Third floor"), 303),
    Flow("write down what was said by a form", _form_of_record("/debrief", may_call="yes"), 303),
    Flow("add somebody by a form", _form_of_record("/contacts", contact_name="Kim Moss"), 303),
    Flow("change somebody by a form", lambda scene: scene.presses(_contact(scene), contact_name="Kim Moss"), 303),
    Flow("remove somebody by a form", lambda scene: scene.presses(_contact(scene, "/remove")), 303),
    Flow("mark who was there by a form", _form_of_record("/met"), 303),
    Flow("change an event by a form", _event_changed, 303),
    Flow("take an event back by a form", _event_taken_back, 303),
    Flow("remove by a form", _form_of_record("/remove"), 303, (404,)),
    Flow("change the settings by a form", _form("/settings", name="Alex Sample", time_zone="Europe/Paris"), 303),
    Flow("renew the calendar", _form("/settings/calendar"), 303),
    Flow("renew the token", _form("/settings/token"), 200, _SIGNED_OUT),
    Flow("mail again", _mail_again, 303),
    Flow("pause by a form", _form("/settings/pause", days="7"), 303),
    Flow("resume", lambda scene: _paused(scene).presses("/settings/resume"), 303),
)

LINKS = (
    Flow("look at a link", _looked_at(ActionKind.THANKED)),
    Flow("click", _clicked(ActionKind.THANKED)),
    Flow("click an offer", _clicked(ActionKind.OFFER)),
    Flow("click the next round", _clicked(ActionKind.NEXT_ROUND, interview_on="2026-08-10")),
    Flow("click what they said", _clicked(ActionKind.DEBRIEFED, answer_channel="phone")),
    Flow("click undo", lambda scene: _undone(scene, scene.link(ActionKind.THANKED, scene.recorded()))),
    Flow("click I see it", lambda scene: Request("POST", scene.link(ActionKind.SEEN, does_ask=True), "", _FORM)),
    Flow("click in a mail that asks to be seen", _clicked_where_asked),
    Flow("click pause", lambda scene: Request("POST", scene.link(ActionKind.PAUSE), "", _FORM)),
    Flow("click a pause for a week", lambda scene: Request("POST", scene.link(ActionKind.PAUSE_WEEK), "", _FORM)),
    Flow("read a step", _read),
    Flow("read the letter of a step", _read_file),
    Flow("look at a list to settle", lambda scene: Request("GET", _list_to_settle(scene), headers=_FORM)),
    Flow("settle a list", lambda scene: _settled(scene, all="close")),
    Flow("take back what was settled", _settled_and_taken_back),
    Flow("click resume", lambda scene: _undone(scene, scene.link(ActionKind.PAUSE))),
)

FLOWS = PAGES + FORMS + LINKS
