"""What cannot be seen changes nothing: it is no part of a value that is parsed, and turns nothing that is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.drafts.bidi import CONTROLS, isolated
from chalicelib.playbook.fields import FieldType
from chalicelib.schemas.invisible_marks import is_blank, stripped, unmarked
from tests.web.bad_input.refused import problem
from tests.web.browser import Browser
from tests.web.exchange.given import HEAD, imported
from tests.web.gateway import Gateway
from tests.web.given import FLAT, happened, recorded
from tests.web.test_every_field import IN_A_FORM, sample

FREE = (FieldType.LINE, FieldType.PARAGRAPHS)
PARSED = {name: field for name, field in IN_A_FORM.items() if field.kind not in FREE}
AROUND = [
    "\u202a{}\u202c",
    "\u200b{}",
    "\ufeff{}\ufeff",
    "\u00a0{}\u202f",
    "\u2068{}\u2069",
    "{}\u00ad",
    "\u3164{}\u2060",
]
OWNER = {
    "email": "alex@mail.example",
    "phone": "+49 30 23125 099",
    "time_zone": "Europe/Paris",
    "country": "FR",
    "digest_at": "07:30",
    "digest_days": "mon, tue",
    "processes_at_least": "5",
    "tone": "friendly",
    "paused_until": "2026-09-01",
}
RTL, POP, ISOLATE, END = "\u202e", "\u202c", "\u2067", "\u2069"
_INNERMOST = re.compile(
    "[\u2066-\u2068][^\u202a-\u202e\u2066-\u2069]*\u2069|[\u202a\u202b\u202d\u202e][^\u202a-\u202e\u2066-\u2069]*\u202c"
)
TURNING = f"Acme {RTL}fdp.exe"


@pytest.mark.parametrize("around", AROUND, ids=ascii)
def test_marks_around_any_parsed_field_of_a_record_are_no_part_of_it(alex: Gateway, around: str) -> None:
    values = {name: _as_text(sample(name, field)) for name, field in PARSED.items()} | {"interview_on": "2026-08-03"}
    marked = {name: around.format(value) for name, value in values.items()}

    records = [alex.post_form("/interviews", FLAT | sent).data for sent in (values, marked)]

    assert _facts(records[0]) == _facts(records[1])


@pytest.mark.parametrize(
    "name", ["interview_on", "interview_time", "contact_email", "contact_phone", "url", "language"]
)
def test_marks_are_no_part_of_a_value_in_json(alex: Gateway, name: str) -> None:
    value = sample(name, IN_A_FORM[name])

    plain, marked = (recorded(alex, contacts=None, **{name: text}) for text in (value, f"\u202d{value}\u202c"))

    assert _facts(plain) == _facts(marked)


@pytest.mark.parametrize("around", AROUND, ids=ascii)
@pytest.mark.parametrize("name", OWNER)
def test_marks_around_any_setting_are_no_part_of_it(alex: Gateway, name: str, around: str) -> None:
    form = {"Content_Type": "application/x-www-form-urlencoded"}
    reply = alex.send("PATCH", "/owner", urlencode({name: around.format(OWNER[name])}), **form)

    assert reply.status == 200, reply.text
    assert str(reply.data[name]).isascii()


@pytest.mark.parametrize("around", AROUND, ids=ascii)
def test_marks_are_no_part_of_a_cell(alex: Gateway, around: str) -> None:
    cells = ["Acme", "Analyst", "8/13/2026", "2:30 PM", "да", "руководитель", "+49 30 23125 020", "отказ"]
    head = f"{HEAD},interview time,may call,contact_role,phone,outcome"

    marked = ",".join(f'"{around.format(cell)}"' for cell in cells[2:])
    (row,) = imported(alex, f"{head}\nAcme,Analyst,{marked}\n")["rows"]

    found = alex.get(f"/interviews/{row['id']}").data
    (contact,) = found["contacts"]
    assert (found["interview_on"], found["interview_time"], found["may_call"]) == ("2026-08-13", "14:30", True)
    assert (contact["role"], contact["phone"], found["outcome"]) == ("supervisor", "+49 30 23125 020", "refusal")


WORDS = {name: str(sample(name, field)) for name, field in IN_A_FORM.items() if field.kind in FREE}
MARKED_WORDS = [
    *AROUND,
    "\u202e{}",
    "{}\u200d",
    "\u200e{}\u200f",
    "\ufe0f{}\ufe0f",
    "\u2800 {}\u180e",
    "\u061c{} \u200b",
]


class TestMarksAroundFreeText:
    """One company is one, whatever was copied along with its name, and whichever way it came in."""

    @pytest.mark.parametrize("around", MARKED_WORDS, ids=ascii)
    def test_are_no_part_of_it_in_json_in_forms_and_in_files(self, alex: Gateway, around: str) -> None:
        marked = {name: around.format(text) for name, text in WORDS.items()}
        line = {name: text.replace("\n", " ") for name, text in WORDS.items()}
        heads, cells = ",".join(line), ",".join(f'"{around.format(text)}"' for text in line.values())
        file = {"format": "afterword", "format_version": 2, "owner": {}}

        by_json = recorded(alex, contacts=None, **marked)
        by_form = alex.post_form("/interviews", FLAT | marked).data
        of_a_file = alex.post("/import", file | {"interviews": [FLAT | marked | {"interview_on": "2026-08-05"}]}).data
        of_a_table = imported(alex, f"{heads},interview_on\n{cells},2026-08-04\n")

        assert _free_texts(by_json) == _free_texts(by_form) == _free_texts(_first(alex, of_a_file)) == WORDS
        assert _free_texts(_first(alex, of_a_table)) == line

    @pytest.mark.parametrize("around", MARKED_WORDS, ids=ascii)
    def test_are_no_part_of_a_note_or_of_the_owner_s_name(self, alex: Gateway, around: str) -> None:
        record = recorded(alex)

        noted = happened(alex, record["id"], kind="note", note=around.format("They wrote"))
        named = alex.patch("/owner", {"name": around.format("Alex Example")}).data

        assert (noted["events"][0]["note"], named["name"]) == ("They wrote", "Alex Example")

    def test_are_no_part_of_it_in_rows_of_one_process(self, alex: Gateway) -> None:
        rows = "Acme,Analyst,2026-08-03,1,next_round\n\u200eAcme\u200f,Analyst\ufeff,2026-08-20,2,\n"

        report = imported(alex, f"{HEAD},round,outcome\n{rows}")

        (event,) = alex.get(f"/interviews/{report['rows'][0]['id']}").data["events"]
        assert event["interview_on"] == "2026-08-20"

    @pytest.mark.parametrize(
        "text",
        [
            "Ac\u200bme",
            "Caf\u00e9 \u2764\ufe0f",
            "\U0001f3f4\U000e0067\U000e0062\U000e007f",
            "\u845b\U000e0100",
            TURNING,
        ],
    )
    def test_but_those_within_it_and_what_a_picture_is_made_with_are(self, alex: Gateway, text: str) -> None:
        assert recorded(alex, company=text)["company"] == text

    @given(text=st.text(st.sampled_from("aé\u0301 \n\u200b\u200d\ufe0f\u2764\u845b\U000e0100\u202e\u3164")))
    def test_are_taken_once_and_nothing_else_is(self, text: str) -> None:
        once = stripped(text)

        assert stripped(once) == once
        assert once in text
        assert unmarked(once) == unmarked(text)


def test_a_token_is_known_between_marks(anybody: Gateway, token: str) -> None:
    browser = Browser(anybody)

    page = browser.sign_in(f"\u202a{token}\u202c\u200b")

    assert page.status == 200
    assert browser.cookie


class TestARequiredField:
    """It cannot be emptied, whatever it is emptied with, and whoever empties it."""

    BLANKS = ("", "  ", "\u00a0", "\u200b", "\ufeff \u202e", "\u3164")

    @pytest.mark.parametrize("blank", BLANKS, ids=ascii)
    @pytest.mark.parametrize("name", ["company", "position", "interview_on"])
    def test_of_a_record_stays(self, alex: Gateway, alexs_browser: Browser, name: str, blank: str) -> None:
        record = recorded(alex)
        path, form = f"/interviews/{record['id']}", {"Content_Type": "application/x-www-form-urlencoded"}

        by_json = alex.patch(path, {name: blank})
        by_form = alex.send("PATCH", path, f"{name}={blank}", **form)
        alexs_browser.open(f"{path}/edit")
        page = alexs_browser.send(f"{path}/edit", {**FLAT, name: blank})

        assert problem(by_json) == problem(by_form) == (422, {name: "is required"})
        assert page.status == 422
        assert f'id="{name}-fault"' in page.text

    @pytest.mark.parametrize("blank", BLANKS, ids=ascii)
    @pytest.mark.parametrize("name", ["name", "email", "time_zone", "country", "digest_at", "language"])
    def test_of_the_settings_stays(self, alex: Gateway, alexs_browser: Browser, name: str, blank: str) -> None:
        form = {"Content_Type": "application/x-www-form-urlencoded"}

        by_json = alex.patch("/owner", {name: blank})
        by_form = alex.send("PATCH", "/owner", f"{name}={blank}", **form)
        alexs_browser.open("/settings")
        page = alexs_browser.send("/settings", {name: blank})

        assert problem(by_json) == problem(by_form) == (422, {name: "is required"})
        assert page.status == 422
        assert f'id="{name}-fault"' in page.text

    @pytest.mark.parametrize("blank", BLANKS, ids=ascii)
    def test_that_may_be_empty_is_cleared_by_json_and_left_by_a_form(self, alex: Gateway, blank: str) -> None:
        record = recorded(alex, notes="Some words")
        path, form = f"/interviews/{record['id']}", {"Content_Type": "application/x-www-form-urlencoded"}

        by_form = alex.send("PATCH", path, f"notes={blank}", **form)
        by_json = alex.patch(path, {"notes": blank})

        assert (by_form.data["notes"], by_json.data["notes"]) == ("Some words", None)


class TestATextThatTurnsTheDirection:
    def test_is_isolated_wherever_a_page_shows_it(self, alex: Gateway, alexs_browser: Browser) -> None:
        person = {"name": TURNING, "title": TURNING, "notes": f"{TURNING}\n{TURNING}", "salutation": TURNING}
        texts = dict.fromkeys(("company", "position", "salary", "place", "referred_by"), TURNING)
        record = recorded(alex, contacts=[person], notes=f"{TURNING}\nplain\n{TURNING}", **texts)
        happened(alex, record["id"], kind="note", note=TURNING)
        path = f"/interviews/{record['id']}"

        paths = ["/", "/interviews", "/digest", path, f"{path}/drafts/status_call", f"{path}/drafts/thank_you_letter"]
        shown = [text for one in paths for text in _texts(alexs_browser.open(one).text)]

        assert sum("fdp.exe" in text for text in shown) > 10
        assert [text for text in shown if not _is_contained(text)] == []

    def test_is_isolated_in_the_title(self, alex: Gateway, alexs_browser: Browser) -> None:
        record = recorded(alex, company=TURNING)

        page = alexs_browser.open(f"/interviews/{record['id']}").text

        assert f"<title>\u2068{TURNING}\u202c\u2069 · Afterword</title>" in page

    def test_is_in_the_form_as_it_was_typed(self, alex: Gateway, alexs_browser: Browser) -> None:
        record = recorded(alex, company=TURNING, notes=f"{TURNING}\nmore")
        path = f"/interviews/{record['id']}"

        page = alexs_browser.open(f"{path}/edit").text
        alexs_browser.send(f"{path}/edit", {**FLAT, "company": TURNING, "notes": f"{TURNING}\nmore"})

        assert f'value="{TURNING}"' in page
        assert f">{TURNING}\nmore</textarea>" in page
        assert alex.get(path).data["company"] == TURNING

    def test_of_a_file_is_isolated_in_its_preview(self, alexs_browser: Browser) -> None:
        alexs_browser.open("/import")

        page = alexs_browser.send("/import/preview", {"text": f"{HEAD},{TURNING}\n{TURNING},{TURNING},2026-08-03,x\n"})

        assert page.status == 200
        assert f'name="column:{TURNING}"' in page.text
        assert [text for text in _texts(page.text) if not _is_contained(text)] == []

    @given(text=st.text(st.sampled_from([*sorted(CONTROLS), "a", "א", "\n"])))
    def test_is_closed_and_enclosed_line_by_line(self, text: str) -> None:
        shown = str(isolated(text))

        assert _is_contained(shown)
        assert _letters(shown) == _letters(text)

    @given(text=st.text())
    def test_without_controls_it_is_untouched(self, text: str) -> None:
        assert isolated(text) == text or CONTROLS & set(text)


@given(text=st.text())
def test_taking_the_marks_out_twice_takes_nothing_more(text: str) -> None:
    assert unmarked(unmarked(text)) == unmarked(text)
    assert is_blank(text) == (unmarked(text) == "")


class _Shown(HTMLParser):
    """What a reader sees of a page, by element; what stands in an input or in a text area is the owner's to change."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._tag = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self._tag = tag

    def handle_data(self, data: str) -> None:
        if self._tag not in ("textarea", "script", "style"):
            self.texts += data.split("\n")


def _texts(page: str) -> Iterator[str]:
    shown = _Shown()
    shown.feed(page)
    yield from shown.texts


def _is_contained(text: str) -> bool:
    """Whether all controls of each line stand in isolates that are closed, in it."""
    return all(_outside(line) & CONTROLS == set() for line in text.split("\n"))


def _outside(line: str) -> set[str]:
    """The characters outside of isolates that are closed, without an embedding that is open within."""
    while _INNERMOST.search(line):
        line = _INNERMOST.sub("", line)
    return set(line)


def _letters(text: str) -> list[str]:
    return [character for character in text if character not in CONTROLS]


def _as_text(value: object) -> str:
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def _free_texts(record: dict[str, Any]) -> dict[str, str]:
    flat = {f"contact_{name}": value for name, value in record["contacts"][0].items()}
    return {name: value for name, value in (record | flat).items() if name in WORDS}


def _first(gateway: Gateway, report: Any) -> dict[str, Any]:
    return dict(gateway.get(f"/interviews/{report['rows'][0]['id']}").data)


def _facts(record: dict[str, Any]) -> dict[str, Any]:
    own = ("id", "process_id", "created_at", "next_step", "contacts", "why_silent", "version")
    contacts = [{name: value for name, value in one.items() if name != "id"} for one in record["contacts"]]
    return {name: value for name, value in record.items() if name not in own} | {"contacts": contacts}
