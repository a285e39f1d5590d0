"""What arrives, brought in: mails, calendar files and texts, their accept links, and what is refused."""

from __future__ import annotations

from proofs.tour.caller import Caller
from proofs.tour.owners import ALEX, create_owner
from proofs.tour.scenarios import scenario
from proofs.tour.scene import Scene
from tests.capture.cases import TYPES, cases
from tests.capture.given import a_calendar, a_mail, moved_to

_TEXT, _CALENDAR, _MAIL = "text/plain; charset=utf-8", "text/calendar", "message/rfc822"
_INVITED = "We would like to interview you for Analyst at Umbrella on Wednesday, 12 August at 3 pm."
_REFUSED = {
    "a zip": (b"PK\x03\x04" + b"\0" * 40, _MAIL),
    "nothing": (b"", _TEXT),
    "a whole calendar": (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 200, _CALENDAR),
    "an encrypted mail": (a_mail("x", Content_Type='multipart/encrypted; boundary="b"'), _MAIL),
    "a picture": (b"x", "image/png"),
}


@scenario
def brought_in(scene: Scene) -> None:
    """Bring in one document of each kind, accept it, take it back, and accept it again."""
    alex = Caller.with_token(scene, "alex", create_owner(ALEX))
    for case in cases():
        content = case.file.read_bytes()
        alex.send(f"a case: {case.name}", "POST", "/capture", content, Content_Type=TYPES[case.file.suffix])
    for name, (content, kind) in _REFUSED.items():
        alex.send(f"refused: {name}", "POST", "/capture", content, Content_Type=kind)
    for version in (a_calendar(), a_calendar(), a_calendar(moved_to("20260814", "11", SEQUENCE="1"))):
        alex.send("what is certain", "POST", "/capture?apply=certain", version, Content_Type=_CALENDAR)
    off = alex.send(
        "called off", "POST", "/capture", a_calendar({"SEQUENCE": "2"}, method="CANCEL"), Content_Type=_CALENDAR
    )
    invited = alex.post("a text", "/capture", {"text": _INVITED})
    for reply in (off, invited):
        path = str(reply.data["accept"]).partition("/api")[2]
        for query in ("", "", "?undo=yes", "?undo=yes", ""):
            alex.get(f"looked at {query}", path)
            alex.send(f"accepted {query}", "POST", f"{path}{query}")
    alex.get("what is recorded", "/interviews?status=all")
