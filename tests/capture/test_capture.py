"""``POST /capture``: what it proposes, what it records, and what it never does."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from tests.capture.given import OWN, a_calendar, a_mail, moved_to
from tests.web.conftest import Clock
from tests.web.gateway import Gateway, Reply

INVITED = (
    "Hello Alex, we would like to interview you for the Data Engineer position at Acme on Wednesday, 12 August at 3 pm."
)
REFUSED = "Dear Alex, unfortunately we have decided to go on with another candidate. Dana Winter, Acme"


def bring(gateway: Gateway, raw: bytes, kind: str = "text/calendar", query: str = "", **headers: str) -> Reply:
    """Bring a document in."""
    return gateway.send("POST", f"/capture{query}", raw, Content_Type=kind, **headers)


def applied(alex: Gateway, raw: bytes) -> dict[str, Any]:
    """Bring a calendar file in, and have recorded what is certain of it."""
    reply = bring(alex, raw, query="?apply=certain")
    assert reply.status == 200, reply.text
    return dict(reply.data)


def pasted(alex: Gateway, text: str) -> dict[str, Any]:
    """Bring a text in."""
    reply = bring(alex, text.encode(), "text/plain; charset=utf-8")
    assert reply.status == 200, reply.text
    return dict(reply.data)


def accepted(gateway: Gateway, link: str, fields: Mapping[str, str] | None = None, query: str = "") -> Reply:
    """Follow an accept link, and press its button."""
    return gateway.post_form(link.partition("/api")[2] + query, fields or {})


def all_records(alex: Gateway) -> list[dict[str, Any]]:
    """Everything that is recorded, the newest first."""
    return list(alex.get("/interviews?status=all").data["items"])


class TestAnExactInvitation:
    """A calendar invitation by UID and METHOD that names owner, employer, interview and hour."""

    def test_it_is_certain_and_records_itself_only_when_asked_to(self, alex: Gateway) -> None:
        proposed = bring(alex, a_calendar()).data

        assert (proposed["proposal"], proposed["certain"]) == ("new_interview", True)
        assert all_records(alex) == []

        data = applied(alex, a_calendar())

        (record,) = all_records(alex)
        assert data["record"] == record["id"]
        assert (record["company"], record["position"]) == ("Acme", "Data Engineer")
        assert (record["interview_on"], record["interview_time"], record["interview_minutes"]) == (
            "2026-08-12",
            "15:00",
            45,
        )
        assert "origin" not in record

    def test_the_same_file_records_once(self, alex: Gateway) -> None:
        applied(alex, a_calendar())

        again = applied(alex, a_calendar())

        assert (again["proposal"], again["accept"]) == ("nothing", None)
        assert len(all_records(alex)) == 1

    def test_a_newer_version_moves_the_interview_and_can_be_undone(self, alex: Gateway) -> None:
        first = applied(alex, a_calendar())
        second = applied(alex, a_calendar(moved_to("20260814", "11", SEQUENCE="1")))

        assert (second["proposal"], second["certain"], second["record"]) == ("moved", True, first["record"])
        (record,) = all_records(alex)
        assert (record["interview_on"], record["interview_time"]) == ("2026-08-14", "11:00")

        alex.delete(f"/interviews/{record['id']}/events/last")

        assert all_records(alex)[0]["interview_on"] == "2026-08-12"

    def test_where_versions_are_not_counted_the_newer_stamp_counts(self, alex: Gateway) -> None:
        applied(alex, a_calendar())

        moved = applied(alex, a_calendar(moved_to("20260814", "11", DTSTAMP="20260804T080000Z")))

        assert (moved["proposal"], moved["certain"]) == ("moved", True)

    def test_an_older_version_changes_nothing(self, alex: Gateway) -> None:
        applied(alex, a_calendar({"SEQUENCE": "3"}))

        stale = applied(alex, a_calendar(moved_to("20260814", "11", SEQUENCE="1")))

        assert stale["proposal"] == "nothing"
        assert all_records(alex)[0]["interview_on"] == "2026-08-12"

    def test_what_the_owner_changed_by_hand_is_asked_about(self, alex: Gateway) -> None:
        record = applied(alex, a_calendar())["record"]
        alex.patch(f"/interviews/{record}", {"interview_time": "16:00"})

        moved = applied(alex, a_calendar(moved_to("20260814", "11", SEQUENCE="1")))

        assert (moved["proposal"], moved["certain"]) == ("moved", False)
        assert "interview_on" in {warning["field"] for warning in moved["warnings"]}
        assert all_records(alex)[0]["interview_time"] == "16:00"

    def test_another_link_is_taken_and_the_old_one_is_kept_in_the_history(self, alex: Gateway) -> None:
        old = {"LOCATION": "https://meet.example/old"}
        record = applied(alex, a_calendar(old))["record"]

        applied(alex, a_calendar({"LOCATION": "https://meet.example/new", "SEQUENCE": "1"}))

        read = alex.get(f"/interviews/{record}").data
        assert read["meeting_url"] == "https://meet.example/new"
        assert "https://meet.example/old" in read["events"][-1]["note"]

    def test_its_cancellation_leaves_the_day_open(self, alex: Gateway) -> None:
        record = applied(alex, a_calendar())["record"]

        off = applied(alex, a_calendar({"SEQUENCE": "1"}, method="CANCEL"))

        assert (off["proposal"], off["certain"], off["record"]) == ("cancelled", True, record)
        read = alex.get(f"/interviews/{record}").data
        assert read["events"][-1]["kind"] == "interview_moved"
        assert read["next_step"]["kind"] == "status_letter"
        assert applied(alex, a_calendar({"SEQUENCE": "1"}, method="CANCEL"))["proposal"] == "nothing"

    @pytest.mark.parametrize(
        "changes",
        [
            {"ATTENDEE;CN=Alex Example": None},
            {"SUMMARY": "Interview"},
            {"DTSTART;TZID=Europe/Berlin": None, "DTSTART": "20260812T150000"},
            {"DTSTART;TZID=Europe/Berlin": None, "DTSTART;TZID=Nowhere": "20260812T150000"},
            {"UID": None},
        ],
        ids=["owner not invited", "employer not named", "floating", "unknown zone", "no UID"],
    )
    def test_with_a_doubt_it_is_not_certain(self, alex: Gateway, changes: dict[str, str | None]) -> None:
        data = applied(alex, a_calendar(changes))

        assert (data["proposal"], data["certain"]) == ("new_interview", False)
        assert all_records(alex) == []

    @pytest.mark.parametrize("method", ["REPLY", "COUNTER"])
    def test_who_only_says_that_they_come_changes_nothing(self, alex: Gateway, method: str) -> None:
        assert applied(alex, a_calendar(method=method))["proposal"] == "nothing"

    def test_the_origin_travels_with_an_export(self, alex: Gateway) -> None:
        applied(alex, a_calendar())
        exported = alex.get("/export.json").text
        alex.delete(f"/interviews/{all_records(alex)[0]['id']}")

        alex.send("POST", "/import", exported, Content_Type="application/json")

        assert applied(alex, a_calendar())["proposal"] == "nothing"
        assert alex.get("/export.json").text == exported


class TestWords:
    """What words say is proposed, and never recorded by itself."""

    def test_they_are_not_certain(self, alex: Gateway) -> None:
        data = bring(alex, INVITED.encode(), "text/plain", query="?apply=certain").data

        assert (data["proposal"], data["certain"], data["record"]) == ("new_interview", False, None)
        assert all_records(alex) == []
        assert not any(field["certain"] for field in data["fields"].values())

    def test_each_value_comes_with_the_piece_that_it_was_read_from(self, alex: Gateway) -> None:
        data = pasted(alex, INVITED)

        assert data["fields"]["interview_on"]["value"] == "2026-08-12"
        assert all(field["from"] in INVITED for field in data["fields"].values())

    def test_an_employer_who_is_known_invites_to_the_next_round(self, alex: Gateway, clock: Clock) -> None:
        record = alex.post(
            "/interviews", {"company": "Acme", "position": "Data Engineer", "interview_on": "2026-08-03"}
        )

        data = pasted(alex, INVITED)

        assert (data["proposal"], data["record"]) == ("heard_back", record.data["id"])
        assert data["fields"]["result"]["value"] == "next_round"

    def test_the_same_day_once_more_is_known(self, alex: Gateway) -> None:
        sent = {"company": "Acme", "position": "Data Engineer", "interview_on": "2026-08-12", "interview_time": "15:00"}
        alex.post("/interviews", sent)

        assert pasted(alex, INVITED)["proposal"] == "nothing"

    def test_an_answer_to_nobody_known_can_not_be_accepted(self, alex: Gateway) -> None:
        data = pasted(alex, REFUSED)

        assert (data["proposal"], data["record"], data["accept"]) == ("heard_back", None, None)
        assert "record" in {warning["field"] for warning in data["warnings"]}


class TestReplies:
    """A mail that answers a letter of ours belongs to its record."""

    @pytest.fixture
    def record(self, alex: Gateway) -> str:
        """An interview with somebody whose address is not known."""
        contacts = [{"name": "Dana Winter", "phone": "+49 30 23125 021", "email": "office@acme.example"}]
        sent = {"company": "Acme", "position": "Clerk", "interview_on": "2026-07-20", "contacts": contacts}
        return str(alex.post("/interviews", sent).data["id"])

    def test_it_is_known_by_the_letters_message_id(self, alex: Gateway, record: str) -> None:
        letter = alex.get(f"/interviews/{record}/drafts/status_letter.eml").text
        own_id = next(line for line in letter.splitlines() if line.startswith("Message-ID:")).partition(": ")[2]

        mail = a_mail("Please bear with us until Friday, 14 August.", From="x@elsewhere.example", In_Reply_To=own_id)

        assert bring(alex, mail, "message/rfc822").data["record"] == record

    def test_the_message_id_is_the_same_each_time_and_says_nothing(self, alex: Gateway, record: str) -> None:
        letters = [alex.get(f"/interviews/{record}/drafts/status_letter.eml").text for _ in range(2)]
        ids = {line for letter in letters for line in letter.splitlines() if line.startswith("Message-ID:")}

        (one,) = ids
        assert record not in one
        assert "alex@" not in one

    def test_a_message_id_of_another_owner_is_nobodys(
        self, alex: Gateway, anybody: Gateway, kims_token: str, record: str
    ) -> None:
        letter = alex.get(f"/interviews/{record}/drafts/status_letter.eml").text
        own_id = next(line for line in letter.splitlines() if line.startswith("Message-ID:")).partition(": ")[2]
        mail = a_mail("Please bear with us until Friday, 14 August.", From="x@elsewhere.example", In_Reply_To=own_id)

        assert bring(anybody.signed_in(kims_token), mail, "message/rfc822").data["record"] is None

    @pytest.mark.parametrize(
        ("known", "sender", "is_theirs"),
        [
            ("office@acme.example", "office@acme.example", True),
            ("office@acme.example", "kim@acme.example", True),
            ("office@acme.example", "kim@umbrella.example", False),
            ("dana@gmail.com", "dana@gmail.com", True),
            ("dana@gmail.com", "somebody@gmail.com", False),
        ],
        ids=["the same address", "a colleague", "another firm", "a freemail address", "its provider only"],
    )
    def test_a_sender_is_known_by_the_address_or_by_the_employers_domain(
        self, alex: Gateway, known: str, sender: str, is_theirs: bool
    ) -> None:
        contacts = [{"name": "Dana Winter", "email": known}]
        sent = {"company": "Blue Fold", "position": "Clerk", "interview_on": "2026-07-20", "contacts": contacts}
        record = alex.post("/interviews", sent).data["id"]

        mail = a_mail("Nothing is decided yet; please bear with us until Friday, 14 August.", From=sender)

        assert bring(alex, mail, "message/rfc822").data["record"] == (record if is_theirs else None)

    def test_of_several_records_the_one_of_the_named_position_is_meant(self, alex: Gateway) -> None:
        sent = {"company": "Blue Fold", "interview_on": "2026-07-20"}
        ids = {one: alex.post("/interviews", {**sent, "position": one}).data["id"] for one in ("Clerk", "Analyst")}

        for position, record in ids.items():
            text = f"Unfortunately, we will go on with another candidate for the {position} position. Dana, Blue Fold"
            assert pasted(alex, text)["record"] == record

    def test_an_invitation_after_a_refusal_is_a_process_of_its_own(self, alex: Gateway) -> None:
        sent = {"company": "Acme", "position": "Data Engineer", "interview_on": "2026-07-20"}
        record = alex.post("/interviews", sent).data["id"]
        alex.post(f"/interviews/{record}/events", {"kind": "heard_back", "result": "refusal", "reasons_given": True})

        data = pasted(alex, INVITED)

        assert (data["proposal"], data["record"]) == ("new_interview", None)

    def test_a_bounce_says_which_address_does_not_work(self, alex: Gateway, record: str) -> None:
        mail = a_mail(
            "I'm sorry, your message to <office@acme.example> was rejected.",
            From="MAILER-DAEMON@mx.example",
            Subject="Undelivered Mail Returned to Sender",
        )

        data = bring(alex, mail, "message/rfc822").data

        assert data["proposal"] == "nothing"
        assert "office@acme.example" in data["warnings"][0]["reason"]

    def test_an_absence_with_a_day_asks_to_wait_until_then(self, alex: Gateway, record: str) -> None:
        mail = a_mail(
            "I am out of the office until Friday, 14 August 2026.",
            From="Dana Winter <office@acme.example>",
            Subject="Automatic reply: Our interview",
            Auto_Submitted="auto-replied",
        )

        data = bring(alex, mail, "message/rfc822").data

        assert (data["proposal"], data["record"], data["certain"]) == ("heard_back", record, False)
        assert data["fields"]["result"]["value"] == "told_to_wait"
        assert data["fields"]["until"]["value"] == "2026-08-14"


class TestTheAcceptLink:
    """GET shows, POST accepts, once; and takes back as long as nothing has followed."""

    def test_looking_at_it_records_nothing(self, alex: Gateway, anybody: Gateway) -> None:
        link = pasted(alex, INVITED)["accept"]

        page = anybody.get(link.partition("/api")[2])

        assert page.status == 200
        assert "Data Engineer" in page.text
        assert all_records(alex) == []

    def test_it_quotes_a_calendar_in_words(self, alex: Gateway, anybody: Gateway) -> None:
        link = bring(alex, a_calendar()).data["accept"]

        page = anybody.get(link.partition("/api")[2]).text

        assert "<mark>Interview at Acme: Data Engineer</mark>" in page
        assert "<mark>the calendar entry</mark>" in page
        assert "DTSTART" not in page

    def test_it_records_once(self, alex: Gateway, anybody: Gateway) -> None:
        link = pasted(alex, INVITED)["accept"]

        replies = [accepted(anybody, link) for _ in range(2)]

        assert [reply.status for reply in replies] == [200, 200]
        (record,) = all_records(alex)
        assert (record["company"], record["interview_on"]) == ("Acme", "2026-08-12")
        assert pasted(alex, INVITED)["proposal"] == "nothing"

    def test_it_takes_back_what_it_recorded(self, alex: Gateway, anybody: Gateway) -> None:
        link = pasted(alex, INVITED)["accept"]
        accepted(anybody, link)

        accepted(anybody, link, query="?undo=yes")

        assert all_records(alex) == []
        assert accepted(anybody, link).status == 200
        assert len(all_records(alex)) == 1

    def test_it_takes_nothing_back_once_something_has_followed(self, alex: Gateway, anybody: Gateway) -> None:
        link = pasted(alex, INVITED)["accept"]
        accepted(anybody, link)
        alex.patch(f"/interviews/{all_records(alex)[0]['id']}", {"notes": "Ring twice"})

        accepted(anybody, link, query="?undo=yes")

        assert len(all_records(alex)) == 1

    def test_it_asks_for_what_a_record_needs(self, alex: Gateway, anybody: Gateway) -> None:
        calendar = a_calendar({"SUMMARY": "Interview", "ORGANIZER;CN=Dana Winter": "mailto:dana@gmail.com"})
        link = bring(alex, calendar).data["accept"]

        assert accepted(anybody, link).status == 422
        assert all_records(alex) == []
        assert accepted(anybody, link, {"company": "Acme", "position": "Clerk"}).status == 200
        assert all_records(alex)[0]["position"] == "Clerk"

    def test_a_refusal_is_recorded_with_its_words_and_undone(self, alex: Gateway, anybody: Gateway) -> None:
        sent = {"company": "Acme", "position": "Clerk", "interview_on": "2026-08-01"}
        record = alex.post("/interviews", sent).data["id"]
        link = pasted(alex, REFUSED)["accept"]

        assert accepted(anybody, link).status == 200
        (event,) = alex.get(f"/interviews/{record}").data["events"]
        assert (event["kind"], event["result"]) == ("heard_back", "refusal")

        accepted(anybody, link, query="?undo=yes")
        assert alex.get(f"/interviews/{record}").data["events"] == []

    def test_what_was_accepted_is_proposed_again_only_once_it_was_taken_back(
        self, alex: Gateway, anybody: Gateway
    ) -> None:
        alex.post("/interviews", {"company": "Acme", "position": "Clerk", "interview_on": "2026-08-01"})
        link = pasted(alex, REFUSED)["accept"]

        accepted(anybody, link)
        assert pasted(alex, REFUSED)["proposal"] == "nothing"

        accepted(anybody, link, query="?undo=yes")
        assert pasted(alex, REFUSED)["proposal"] == "heard_back"

    def test_a_cancellation_is_a_refusal_if_the_owner_says_so(self, alex: Gateway, anybody: Gateway) -> None:
        record = applied(alex, a_calendar())["record"]
        link = bring(alex, a_calendar({"SEQUENCE": "1"}, method="CANCEL")).data["accept"]

        accepted(anybody, link, {"result": "refusal"})

        assert alex.get(f"/interviews/{record}").data["events"][-1]["result"] == "refusal"

    def test_what_the_record_does_not_allow_is_said(self, alex: Gateway, anybody: Gateway) -> None:
        record = applied(alex, a_calendar())["record"]
        link = bring(alex, a_calendar(moved_to("20260814", "11", SEQUENCE="1"))).data["accept"]
        alex.post(f"/interviews/{record}/events", {"kind": "withdrawn"})

        assert accepted(anybody, link).status == 409

    def test_after_thirty_days_it_is_gone(self, alex: Gateway, anybody: Gateway, clock: Clock) -> None:
        link = pasted(alex, INVITED)["accept"]

        clock.now += timedelta(days=30)

        assert anybody.get(link.partition("/api")[2]).status == 410
        assert accepted(anybody, link).status == 410

    def test_a_link_that_was_changed_opens_nothing(self, alex: Gateway, anybody: Gateway) -> None:
        link = pasted(alex, INVITED)["accept"]

        assert accepted(anybody, link[:-2] + "xx").status == 404


@pytest.mark.parametrize(
    ("raw", "kind", "status", "said"),
    [
        (b"PK\x03\x04" + b"\0" * 99, "message/rfc822", 415, ".zip"),
        (b"%PDF-1.7 " + b"x" * 99, "application/octet-stream", 415, ".pdf"),
        (b"\0\1\2\3" * 99, "text/plain", 415, "no text"),
        (b"", "text/plain", 422, "required"),
        (b"  \r\n ", "text/calendar", 422, "required"),
        (b"word " * 50_000, "text/plain", 422, "200000 characters"),
        (
            b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 10_000 + b"END:VCALENDAR\r\n",
            "text/calendar",
            422,
            "10000 events",
        ),
        (a_mail("x", Content_Type='multipart/encrypted; boundary="b"'), "message/rfc822", 422, "encrypted"),
        (a_mail("-----BEGIN PGP MESSAGE-----\n\nhQEMA"), "message/rfc822", 422, "encrypted"),
        (b"x", "image/png", 415, "application/json"),
        (b"x" * (4 * 1024 * 1024 + 1), "message/rfc822", 413, "longer"),
    ],
    ids=[
        "zip",
        "pdf",
        "binary",
        "empty",
        "blank",
        "too long",
        "a whole calendar",
        "S/MIME",
        "PGP",
        "picture",
        "too large",
    ],
)
def test_what_cannot_be_read_is_refused_by_what_it_is(
    alex: Gateway, raw: bytes, kind: str, status: int, said: str
) -> None:
    reply = bring(alex, raw, kind)

    assert reply.status == status
    assert said in reply.text


@pytest.mark.parametrize("way", ["json", "form", "file", "octets", "typed as text"])
def test_a_document_may_come_in_any_way(alex: Gateway, way: str) -> None:
    calendar = a_calendar()
    part = b'--part\r\nContent-Disposition: form-data; name="file"; filename="x.ics"\r\n\r\n'
    replies = {
        "json": lambda: alex.post("/capture", {"text": calendar.decode()}),
        "form": lambda: alex.post_form("/capture", {"text": calendar.decode()}),
        "file": lambda: bring(alex, part + calendar + b"\r\n--part--\r\n", "multipart/form-data; boundary=part"),
        "octets": lambda: bring(alex, calendar, "application/octet-stream"),
        "typed as text": lambda: bring(alex, calendar, "text/plain"),
    }

    assert replies[way]().data["proposal"] == "new_interview"


@pytest.mark.parametrize(
    ("query", "field"), [("?apply=everything", "apply"), ("?apply=certain&apply=certain", "apply"), ("?x=1", "x")]
)
def test_a_query_that_is_not_understood_is_refused(alex: Gateway, query: str, field: str) -> None:
    reply = bring(alex, a_calendar(), query=query)

    assert reply.status == 422
    assert field in reply.faults


def test_nobody_but_the_owner_may_bring_something_in(anybody: Gateway) -> None:
    assert bring(anybody, a_calendar()).status == 401


def test_what_one_owner_brings_in_is_not_anothers(alex: Gateway, anybody: Gateway, kims_token: str) -> None:
    applied(alex, a_calendar())
    kim = anybody.signed_in(kims_token)

    data = bring(kim, a_calendar({"SEQUENCE": "1"})).data

    assert (data["proposal"], data["record"]) == ("new_interview", None)
    assert all_records(kim) == []


def test_a_mail_to_the_owner_from_themselves_was_not_said_by_an_employer(alex: Gateway) -> None:
    mail = a_mail(REFUSED, From=f"Alex Example <{OWN}>")

    assert bring(alex, mail, "message/rfc822").data["proposal"] == "nothing"


def test_a_feed_and_a_letter_are_still_texts(alex: Gateway) -> None:
    record = alex.post("/interviews", {"company": "Acme", "position": "Clerk", "interview_on": "2026-07-20"}).data["id"]
    url = alex.send("POST", "/owner/calendar").data["calendar_url"]

    feed = alex.get(url.partition("/api")[2], Accept="*/*")
    letter = alex.get(f"/interviews/{record}/drafts/status_letter.eml", Accept="image/png")

    assert feed.text.startswith("BEGIN:VCALENDAR")
    assert "Subject:" in letter.text


@pytest.mark.parametrize("day", ["00010101T000000Z", "99991231T235959Z"])
@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Tokyo"])
def test_a_day_at_the_end_of_the_calendar_is_no_fault_of_ours(alex: Gateway, day: str, zone: str) -> None:
    alex.patch("/owner", {"time_zone": zone})
    changes: dict[str, str | None] = {
        "DTSTART;TZID=Europe/Berlin": None,
        "DTEND;TZID=Europe/Berlin": None,
        "DTSTART": day,
    }

    assert bring(alex, a_calendar(changes)).status in (200, 422)


def test_a_message_id_with_a_byte_that_none_may_have_is_read_all_the_same(alex: Gateway) -> None:
    mail = a_mail("We would like to invite you to an interview on 14 August at 3 pm.", Message_ID="<a-b@acme.example>")

    reply = bring(alex, mail.replace(b"<a-b@", b"<a\xffb@"), "message/rfc822")

    assert (reply.status, reply.data["proposal"]) == (200, "new_interview")
