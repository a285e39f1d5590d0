"""``POST /interviews``: every way to send a record, every fault of it, and its repetitions."""

from __future__ import annotations

import json
from urllib.parse import urlencode

from chalicelib.web.http.body import MOST_BYTES
from proofs.tour.caller import FORM, JSON, PAGE, Caller, in_parts
from proofs.tour.owners import ALEX, DASHA, create_owner
from proofs.tour.scenarios import scenario
from proofs.tour.scene import Scene
from proofs.tour.values import INTERVIEW_BAD, INTERVIEW_GOOD, LEAST

_BODIES: dict[str, bytes] = {
    "nothing": b"",
    "half": b'{"company": "Acme"',
    "a list": b"[]",
    "null": b"null",
    "a text": b'"Acme"',
    "a number": b"7",
    "not UTF-8": b'{"company": "\xff"}',
    "a mark of the byte order": b"\xef\xbb\xbf" + json.dumps(LEAST | {"company": "Marked"}).encode(),
    "a field twice": b'{"company": "Acme", "company": "Globex"}',
    "an odd field twice": b'{"\\u202e": 1, "\\u202e": 2}',
    "deep lists": b"[" * 60_000,
    "deep objects": b'{"a":' * 9_000,
    "not a number": b'{"company": NaN, "position": Infinity, "interview_on": -Infinity}',
    "a long number": b'{"company": "Acme", "position": "x", "interview_on": "2026-08-03", "round": '
    + b"9" * 500
    + b"}",
    "too long": b'{"company": "' + b"a" * MOST_BYTES + b'"}',
    "the longest": b'{"company": "Long"}' + b" " * (MOST_BYTES - 19),
    "a form": b"company=Acme",
}
_TYPES = (
    "", JSON, "APPLICATION/JSON; charset=utf8", "application/json; charset=utf-16", "text/plain", "text/csv", ";;=",
    "multipart/form-data", 'multipart/form-data; boundary="' + "b" * 90 + '"', "application/xml", FORM,
    "application/x-www-form-urlencoded; charset=latin-1", "application/octet-stream",
)  # fmt: skip
_FORMS: dict[str, bytes] = {
    "a field twice": b"company=Acme&company=Globex",
    "a broken escape": b"company=%zz&position=%&interview_on=2026-08-03",
    "not UTF-8": b"company=%ff",
    "pluses": b"company=A+B&position=x%2By&interview_on=2026-08-03&contact_phone=+49+30+23125+021",
    "many fields": b"&".join(b"f%d=1" % number for number in range(400)),
    "only names": b"company&position&interview_on",
    "empty fields": b"company=Acme&position=Clerk&interview_on=2026-08-03&round=&may_call=&notes=",
    "ticked boxes": b"company=Acme&position=Box&interview_on=2026-08-03&background_check=on&may_call=no&test_task=1",
    "countries by name": b"company=Acme&position=Land&interview_on=2026-08-03&employer_country=Deutschland"
    b"&url=acme.example/jobs",
}  # fmt: skip
_PARTS: dict[str, bytes] = {
    "no end": b'--part\r\nContent-Disposition: form-data; name="company"\r\n\r\nAcme\r\n',
    "no name": b"--part\r\nContent-Disposition: form-data\r\n\r\nAcme\r\n--part--\r\n",
    "no blank line": b'--part\r\nContent-Disposition: form-data; name="company"\r\nAcme\r\n--part--\r\n',
    "an encoded part": b'--part\r\nContent-Disposition: form-data; name="a"\r\n'
    b"Content-Transfer-Encoding: base64\r\n\r\nQQ==\r\n--part--\r\n",
    "a file": in_parts({"company": "Acme"}, b"a,b"),
    "a part that is not UTF-8": b'--part\r\nContent-Disposition: form-data; name="company"\r\n\r\n\xff\r\n--part--\r\n',
    "text behind a delimiter": b"--part x\r\n\r\n--part--\r\n",
    "nothing": b"",
}
_KEYS = ("key-1", "k" * 255, "k" * 256, "\u00fc", "two words", "'; --")


@scenario
def recording(scene: Scene) -> None:
    """By Alex, in English."""
    alex = Caller.with_token(scene, "alex", create_owner(ALEX))
    _each_field(alex)
    _each_body(scene, alex)
    for key in _KEYS:
        for number, company in enumerate(("Acme", "Acme", "Globex")):
            alex.post(f"key {key[:9]!r} {number}", "/interviews", LEAST | {"company": company}, Idempotency_Key=key)
    scene.at("2026-08-10T17:59+02:00")
    alex.post("the key within its week", "/interviews", LEAST, Idempotency_Key="key-1")
    scene.at("2026-08-10T18:01+02:00")
    alex.post("the key after its week", "/interviews", LEAST | {"company": "Later"}, Idempotency_Key="key-1")
    for minute in ("10:00", "10:09", "10:11"):
        scene.at(f"2026-08-11T{minute}+02:00")
        alex.post(f"the same at {minute}", "/interviews", LEAST | {"company": "Twice"})
        alex.form(f"the same as a form at {minute}", "/interviews", LEAST | {"company": "Twice"})


@scenario
def recording_in_russian(scene: Scene) -> None:
    """By Dasha, who gets each fault in Russian; on the page too."""
    dasha = Caller.with_token(scene, "dasha", token := create_owner(DASHA))
    for field, values in INTERVIEW_BAD.items():
        dasha.post(f"{field[:20]!r} at fault", "/interviews", LEAST | {field: values[-1]})
    dasha.post("all at fault", "/interviews", {field: values[-1] for field, values in INTERVIEW_BAD.items()})
    for name, body in _BODIES.items():
        dasha.send(f"{name} as a page", "POST", "/interviews", body, **PAGE)
    shortcut = Caller(scene, "dasha's shortcut")
    for name, text in (("hers", token), ("torn", token[:-1]), ("nobody's", f"x{token}"), ("none", "")):
        for accept in ("", PAGE["Accept"]):
            fields = LEAST | {"token": text, "company": name}
            shortcut.form(f"with a token: {name} as {accept[:9]}", "/interviews", fields, Accept=accept)
            shortcut.parts(f"in parts with a token: {name} as {accept[:9]}", "/interviews", fields, Accept=accept)
            shortcut.post(f"in JSON with a token: {name} as {accept[:9]}", "/interviews", fields, Accept=accept)


def _each_field(alex: Caller) -> None:
    for verdict, fields in (("fits", INTERVIEW_GOOD), ("does not fit", INTERVIEW_BAD)):
        for field, values in fields.items():
            for number, value in enumerate(values):
                sent = {**LEAST, "position": f"{field[:20]} {number}", field: value}
                alex.post(f"{field[:20]!r} {verdict} {number}", "/interviews", sent)
                if isinstance(value, str) and value.isprintable():
                    alex.form(f"{field[:20]!r} in a form {verdict} {number}", "/interviews", sent)
    for field in LEAST:
        alex.post(f"without {field}", "/interviews", {name: text for name, text in LEAST.items() if name != field})
    alex.post("all at fault", "/interviews", {field: values[-1] for field, values in INTERVIEW_BAD.items()})
    alex.post("sixty faults", "/interviews", LEAST | {f"field_{number}": 1 for number in range(60)})


def _each_body(scene: Scene, alex: Caller) -> None:
    for name, body in _BODIES.items():
        alex.send(f"JSON: {name}", "POST", "/interviews", body, Content_Type=JSON)
    for kind in _TYPES:
        sent = LEAST | {"company": kind[:30] or "No type"}
        alex.send(f"JSON as {kind[:60]!r}", "POST", "/interviews", json.dumps(sent), Content_Type=kind)
        alex.send(f"a form as {kind[:60]!r}", "POST", "/interviews", urlencode(sent), Content_Type=kind)
    for name, body in _FORMS.items():
        alex.send(f"a form: {name}", "POST", "/interviews", body, Content_Type=FORM)
    for name, body in _PARTS.items():
        alex.send(f"parts: {name}", "POST", "/interviews", body, Content_Type="multipart/form-data; boundary=part")
    for broken in ({"body": "%%%", "isBase64Encoded": True}, {"headers": None, "multiValueHeaders": None}):
        scene.ask(
            f"alex: an event with {sorted(broken)}", "POST", "/interviews", {"Content-Type": JSON}, "{}", changed=broken
        )
        authorized = {"Content-Type": JSON, "Authorization": alex.authorization}
        scene.ask(f"alex: his event with {sorted(broken)}", "POST", "/interviews", authorized, "{}", changed=broken)
