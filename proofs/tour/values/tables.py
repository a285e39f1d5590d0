"""Files that somebody might import."""

from __future__ import annotations

import json
from typing import Any

_HEAD = "company,position,interview_on"
_ROW = f"{_HEAD}\nAcme,Data Engineer,2026-08-03\n"
_RUSSIAN = (
    "Компания;Должность;Дата;Итог;Телефон\n"
    "Ромашка;Инженер;03.08.2026;отказ;+7 343 555-01-21\nЗавод;Технолог;4.8.2026;жду;\n"
)
_EVERYTHING = (
    "Employer\tJob title\tDate\tTime\tRecruiter\tPhone\tE-mail\tAnswer by\tCan call\tTest task\tComments\tLink\t"
    "Result\n"
    "Acme\tClerk\t2026-08-03 15:00\t\tDana\t'+49 30 23125 021\tdana@acme.example\t2026-08-14\tyes\tx\tnice\t"
    "https://acme.example\t\n"
    "Globex\tCook\t2026-07-03\t3:00 PM\t\t\t\t\tn\t\t'=1+1\t\toffer\n"
    "Hooli\tChef\t2026-07-03\t9.30\t\t\t\t\t\t\t''=x\t\tghosted\n"
    "Initech\tCook\t2026-07-03\t\t\t\t\t\t\t\t\t\twithdrew\n"
    "Umbrella\tCook\t2026-07-03\t\t\t\t\t\t\t\t\t\tdanced\n"
)
_MANY = "".join(f"\nMany {number},Cook,2026-07-{number % 28 + 1:02}" for number in range(203))
TABLES: dict[str, bytes] = {
    "a row": _ROW.encode(),
    "the same again": _ROW.encode(),
    "nothing": b"",
    "only a head": _HEAD.encode(),
    "no head": b"Acme,Data Engineer,2026-08-03\n",
    "everything": _EVERYTHING.encode(),
    "UTF-8 with a mark": b"\xef\xbb\xbf" + _RUSSIAN.encode(),
    "UTF-16": _RUSSIAN.replace("Ромашка", "Ромашка 16").encode("utf-16"),
    "UTF-16 big": b"\xfe\xff" + _RUSSIAN.replace("Завод", "Завод 16").encode("utf-16-be"),
    "cp1251": _RUSSIAN.replace("Ромашка", "Ромашка 1251").encode("cp1251"),
    "cp1252": "Firma;Position;Datum\nMüller & Söhne;Verkäufer;03.08.2026\n".encode("cp1252"),
    "half of UTF-16": b"\xff\xfeA",
    "bytes": bytes(range(256)),
    "the delimiter is said": b"sep=;\r\ncompany;position;date\r\nSaid;Cook;2026-08-03\r\n",
    "quotes": b'company,position,date\n"A ""quoted"" one, Inc.","two\nlines",2026-08-03\n',
    "an open quote": b'company,position,date\n"Acme,Cook,2026-08-03\n',
    "ambiguous days": b"company,position,date\nAmbiguous,Cook,03/04/2026\n",
    "plain days": b"company,position,date\nPlain,Cook,13/04/2026\nPlain,Chef,05/06/2026\n",
    "American days": b"company,position,date\nUS,Cook,04/13/2026\nUS,Chef,05/06/2026\n",
    "both orders": b"company,position,date\nUS,Cook,04/13/2026\nUS,Chef,13/06/2026\n",
    "unknown headers": b"Wo,Was,Wann\nAcme,Cook,2026-08-03\n",
    "two for one field": b"company,Employer,position,date\nAcme,Globex,Cook,2026-08-03\n",
    "too many cells": f"{_HEAD}\nAcme,Cook,2026-08-03,x,y\n,,,\nGlobex,Cook,2026-08-03,,\n".encode(),
    "faults": f"{_HEAD},phone,round,process_id\n,Cook,soon,nobody,x,a b\nAcme,,2026-02-30,,99,\n".encode(),
    "rounds": b"company,position,date,round,process_id\nRound,Cook,2026-07-01,1,p-1\nRound,Cook,2026-07-08,2,p-1\n",
    "many rows": (_HEAD + _MANY).encode(),
    "too many rows": (_HEAD + "\nA,B,2026-07-01" * 1001).encode(),
    "too large": b"a" * (4 * 1024 * 1024 + 1),
}  # fmt: skip
_RECORD: dict[str, Any] = {"company": "From JSON", "position": "Cook", "interview_on": "2026-08-03"}
_WHOLE: dict[str, Any] = _RECORD | {
    "id": "01K1S0M3000000000000000001", "dated_on": "2026-08-03", "created_at": "2026-08-03T16:00:00Z", "version": 3,
    "process_id": "01K1S0M3000000000000000001", "company": "Whole",
    "events": [{"kind": "thank_you_sent", "on": "2026-08-04", "recorded_at": "2026-08-04T10:00:00Z"}],
}  # fmt: skip


def _export(*records: object, **changed: Any) -> bytes:
    return json.dumps({"format": "afterword", "format_version": 1, "interviews": list(records)} | changed).encode()


EXPORTS: dict[str, bytes] = {
    "records": _export(_RECORD, _WHOLE),
    "the same records": _export(_WHOLE, _RECORD),
    "no list": _export(interviews={}),
    "no record": _export(1, None, [], {}, {"company": "x"}),
    "another format": _export(format="other"),
    "another version": _export(format_version=2),
    "a number for a version": _export(format_version=True),
    "bad events": _export(_WHOLE | {"id": None, "events": [{"kind": "danced"}, 1, {"kind": "note"}]}),
    "bad facts": _export(_WHOLE | {"id": "x", "dated_on": "x", "created_at": "soon", "version": -1, "nickname": 1}),
    "the future": _export(_WHOLE | {"id": "01K1S0M3000000000000000002", "created_at": "2027-01-01T00:00:00Z"}),
    "an offer": _export(_WHOLE | {"id": "01K1S0M3000000000000000003", "company": "Offer", "events": [
        {"kind": "heard_back", "result": "offer", "on": "2026-08-04", "recorded_at": "2026-08-04T10:00:00Z"}]}),
    "events without end": _export(_WHOLE | {"id": "01K1S0M3000000000000000004", "events": [
        {"kind": "note", "on": "2026-08-04", "recorded_at": "2026-08-04T10:00:00Z"}] * 161}),
    "rounds without end": _export(*(_RECORD | {"company": f"R {number}", "process_id": "p-2"} for number in range(22))),
    "nothing": b"{}",
    "an empty list": _export(),
    "half": b'{"format": "afterword", "interviews": [',
}  # fmt: skip
