"""No field is forgotten: one that is declared is everywhere where its kind is, and a test that fails names what it
lacks, and where that belongs."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

import pytest
from msgspec import NODEFAULT
from msgspec.structs import fields

from chalicelib.drafts.language import Language
from chalicelib.exchange.column_mapping import guess_columns
from chalicelib.playbook.contact import Contact
from chalicelib.playbook.event import EventFacts
from chalicelib.playbook.event_kinds import EVENTS
from chalicelib.playbook.fields import Field, FieldType, fields_of
from chalicelib.playbook.interview_facts import InterviewFacts
from chalicelib.schemas.contact_fields import FLAT_PREFIX, MOST_CONTACTS
from chalicelib.schemas.interview_fields import InterviewFields
from chalicelib.web.pages.field_names import field_names
from infra import catalogs
from tests.web.browser import Browser
from tests.web.gateway import Gateway
from tests.web.given import ACME, recorded

FACTS = fields_of(InterviewFacts)
FLAT_FIELDS = {name: field for name, field in fields_of(InterviewFields).items() if name.startswith(FLAT_PREFIX)}
CONTACT = fields_of(Contact)
IN_A_FORM = {**FACTS, **FLAT_FIELDS}
IN_NO_FORM = {"round"}  # a next round counts by itself
NOT_FLAT = {"id"}  # it is given by us
WITHOUT_A_LABEL = {"id", "role", "name", "phone", "extension", "email"}  # they stand in a contact's head, or nowhere
IN_THE_HEAD = {"company", "position", "interview_on", "interview_time", "interview_time_zone", "round"}
SAMPLES: Mapping[FieldType, Any] = {
    FieldType.LINE: "Words of {name}",
    FieldType.PARAGRAPHS: "Lines of {name}\nand more",
    FieldType.TAG: "tag-of-{name}",
    FieldType.DAY: "2026-09-17",
    FieldType.CLOCK_TIME: "15:35",
    FieldType.TIME_ZONE: "Asia/Tokyo",
    FieldType.SWITCH: True,
    FieldType.EMAIL: "{name}@acme.example",
    FieldType.PHONE: "+49 30 23125 077",
    FieldType.EXTENSION: "77",
    FieldType.WEB_ADDRESS: "https://acme.example/{name}",
    FieldType.COUNTRY: "AT",
    FieldType.LANGUAGE: "pt-BR",
}
BIRD = "\N{PARROT}"  # one character, two of UTF-16, four bytes of UTF-8
FIELD = "its declaration in chalicelib/playbook/interview_facts.py"
FORM = "templates/pages/interview_form.html"
CATALOG = 'wrap it in translatable("…"), run `make catalogs`, then translate it in templates/catalogs/ru.po'
EXTRACTED = {str(one.id) for one in catalogs.sentences()}


def sample(name: str, field: Field) -> Any:
    """A value that fits the field and is found again."""
    if field.kind is FieldType.NUMBER:
        return field.highest - 1
    if field.kind is FieldType.CHOICE:
        assert field.choices, f"{name} is a choice without choices: {FIELD}"
        return [*field.choices][-1].value
    value = SAMPLES[field.kind]
    return value.format(name=name.replace("_", "-")) if isinstance(value, str) else value


EVERYTHING = {name: sample(name, field) for name, field in FACTS.items()} | {"interview_on": "2026-08-03"}
DEFAULTS = {one.name: one.default for one in fields(InterviewFacts)}
SOMEBODY = {name: sample(name, field) for name, field in CONTACT.items()}


@pytest.fixture
def record(alex: Gateway) -> dict[str, Any]:
    """One that has every field."""
    return recorded(alex, **EVERYTHING, contacts=[SOMEBODY])


def sentences(field: Field) -> Iterator[str]:
    yield from filter(None, (field.label, field.question, field.hint, *field.options.values()))


@pytest.mark.parametrize("name", IN_A_FORM)
def test_its_words_are_said_in_russian(name: str) -> None:
    russian = {str(one.id): one.string for one in catalogs.read(catalogs.TEMPLATES / "catalogs" / "ru.po")}

    unsaid = [sentence for sentence in sentences(IN_A_FORM[name]) if not russian.get(sentence)]

    assert unsaid == [], f"{name} is not said in Russian: {CATALOG}"
    assert set(sentences(IN_A_FORM[name])) <= EXTRACTED, f'a sentence of {name} is not in translatable("…"): {FIELD}'


@pytest.mark.parametrize("name", IN_A_FORM)
def test_it_has_a_label_and_a_choice_has_words_for_each_of_its_values(name: str) -> None:
    field = IN_A_FORM[name]

    assert field.label, f"{name} has no label: {FIELD}"
    assert set(field.choices or ()) <= set(field.options), f"{name} has a choice without words: options of {FIELD}"
    assert set(field.aliases) <= set(field.choices or ()), f"{name} has aliases of no choice: {FIELD}"
    words = [word for said in field.aliases.values() for word in said.split(", ")]
    assert len(set(words)) == len(words), f"{name} has a word that stands for two choices: aliases of {FIELD}"


def test_a_record_s_form_asks_for_it(alexs_browser: Browser) -> None:
    page = alexs_browser.open("/record").text

    asked = {name for name in IN_A_FORM if f' name="{name}"' in page}

    assert set(IN_A_FORM) - asked - IN_NO_FORM == set(), f"it has no place in {FORM}"


@pytest.mark.parametrize("name", [name for name in FACTS if name not in IN_NO_FORM])
def test_the_form_that_changes_a_record_shows_it_and_saves_it(
    alexs_browser: Browser, alex: Gateway, record: dict[str, Any], name: str
) -> None:
    page = alexs_browser.open(f"/interviews/{record['id']}/edit").text

    alexs_browser.send(f"/interviews/{record['id']}/edit", {**ACME_FORM, name: as_typed(EVERYTHING[name])})

    assert what_stands_in(page, name) == as_shown(EVERYTHING[name]), f"has {name} a place in {FORM}?"
    assert alex.get(f"/interviews/{record['id']}").data[name] == EVERYTHING[name]


def what_stands_in(page: str, name: str) -> str:
    """What an input of a form holds: a text, the chosen option, or "yes" for a box that is ticked."""
    box = re.search(rf'<input type="checkbox" name="{name}"( checked)?', page)
    chosen = re.search(rf'<select id="{name}".*?<option value="([^"]*)" selected', page, re.DOTALL)
    area = re.search(rf'<textarea id="{name}"[^>]*>([^<]*)</textarea>', page)
    line = re.search(rf'<input id="{name}"[^>]* value="([^"]*)"', page)
    found = chosen or area or line
    return ("yes" if box[1] else "no") if box else unescape(found[1]) if found else ""


def as_shown(value: Any) -> str:
    return "yes" if value is True else str(value)


@pytest.mark.parametrize(
    "name", [name for name in IN_A_FORM if name not in (*IN_NO_FORM, "company", "position", "interview_on")]
)
def test_an_empty_input_clears_it(alexs_browser: Browser, alex: Gateway, record: dict[str, Any], name: str) -> None:
    alexs_browser.open(f"/interviews/{record['id']}/edit")

    kept = {"contact_name": "Dana"} if name != "contact_name" else {"contact_email": "dana@acme.example"}
    alexs_browser.send(f"/interviews/{record['id']}/edit", ACME_FORM | kept)

    after = alex.get(f"/interviews/{record['id']}").data
    holder = after["contacts"][0] if name in FLAT_FIELDS else after
    assert holder[name.removeprefix(FLAT_PREFIX) if name in FLAT_FIELDS else name] in CLEARED[name]


CLEARED = dict.fromkeys(IN_A_FORM, (None, False)) | {"contact_role": ("recruiter", "office")}


@pytest.mark.parametrize("name", [name for name in FACTS if name not in IN_THE_HEAD])
def test_the_record_s_page_shows_it(alexs_browser: Browser, record: dict[str, Any], name: str) -> None:
    page = alexs_browser.open(f"/interviews/{record['id']}").text

    shown = re.search(rf"<dt>{re.escape(FACTS[name].label)}</dt>\s*<dd[^>]*>(.*?)</dd>", page, re.DOTALL)

    assert shown, f"{name} is not on a record's page: {FIELD}"
    in_words = FACTS[name].options.get(EVERYTHING[name], str(EVERYTHING[name]))
    assert ON_THE_PAGE.get(FACTS[name].kind, in_words) in unescape(shown[1])


ON_THE_PAGE = {
    FieldType.SWITCH: "Yes",
    FieldType.DAY: "Thursday 17 September 2026",
}


def test_the_head_of_the_record_s_page_has_the_rest(alexs_browser: Browser, record: dict[str, Any]) -> None:
    page = alexs_browser.open(f"/interviews/{record['id']}").text

    assert f"<h1>{EVERYTHING['company']}</h1>" in page
    assert f'<p class="lead">{EVERYTHING["position"]}</p>' in page
    assert "Monday 3 August 2026, 15:35 (Asia/Tokyo) · round 19" in page


@pytest.mark.parametrize("name", [name for name in CONTACT if name not in WITHOUT_A_LABEL])
def test_the_record_s_page_shows_it_with_its_contact(alexs_browser: Browser, record: dict[str, Any], name: str) -> None:
    field = CONTACT[name]

    said = field.label if SOMEBODY[name] is True else f"{field.label}: {SOMEBODY[name]}"
    assert said in alexs_browser.open(f"/interviews/{record['id']}").text


@pytest.mark.parametrize("name", FACTS)
def test_it_comes_back_as_it_was_sent_and_as_it_is_stored(alex: Gateway, record: dict[str, Any], name: str) -> None:
    assert record[name] == EVERYTHING[name]
    assert alex.get(f"/interviews/{record['id']}").data[name] == EVERYTHING[name]


@pytest.mark.parametrize("name", CONTACT)
def test_of_a_contact_it_comes_back_as_it_was_sent_and_as_it_is_stored(
    alex: Gateway, record: dict[str, Any], name: str
) -> None:
    assert alex.get(f"/interviews/{record['id']}").data["contacts"][0][name] == SOMEBODY[name]


@pytest.mark.parametrize("name", FACTS)
def test_null_clears_it(alex: Gateway, record: dict[str, Any], name: str) -> None:
    reply = alex.patch(f"/interviews/{record['id']}", {name: None})

    default = DEFAULTS[name]
    assert reply.status == (422 if default is NODEFAULT else 200)
    assert default is not NODEFAULT or reply.faults == {name: "is required"}
    assert default is NODEFAULT or (type(reply.data[name]), reply.data[name]) == (type(default), default)


def test_our_json_takes_it_away_and_brings_it_back(alex: Gateway, record: dict[str, Any]) -> None:
    exported = alex.get("/export.json").text
    alex.delete(f"/interviews/{record['id']}")

    alex.send("POST", "/import", exported, **{"Content-Type": "application/json"})
    again = alex.get(f"/interviews/{record['id']}").data

    assert {name: again[name] for name in FACTS} == {name: record[name] for name in FACTS}
    assert again["contacts"] == record["contacts"]


def test_a_csv_takes_it_away_and_brings_it_back(alex: Gateway, record: dict[str, Any]) -> None:
    exported = alex.get("/export.csv").text
    alex.delete(f"/interviews/{record['id']}")

    alex.send("POST", "/import", exported, **{"Content-Type": "text/csv"})
    again = alex.get(f"/interviews/{record['id']}").data

    assert {name: again[name] for name in FACTS} == {name: record[name] for name in FACTS}
    assert {name: again["contacts"][0][name.removeprefix(FLAT_PREFIX)] for name in FLAT_FIELDS} == {
        name: SOMEBODY[name.removeprefix(FLAT_PREFIX)] for name in FLAT_FIELDS
    }


@pytest.mark.parametrize(
    ("name", "header"), [(name, header) for name, field in IN_A_FORM.items() for header in field.headers.split(", ")]
)
def test_a_column_of_anybody_s_table_answers_to_its_names(name: str, header: str) -> None:
    assert guess_columns([header]) == {header: name}, f"another field has the header {header!r} too: {FIELD}"


@pytest.mark.parametrize("name", IN_A_FORM)
def test_the_page_that_reads_tables_offers_it_by_its_label(name: str) -> None:
    assert field_names(Language("en"))[name] == IN_A_FORM[name].label


@pytest.mark.parametrize("name", FLAT_FIELDS)
def test_flat_it_is_the_same_as_among_the_contacts(name: str) -> None:
    flat, own = FLAT_FIELDS[name], CONTACT[name.removeprefix(FLAT_PREFIX)]

    assert (flat.kind, flat.longest, flat.choices) == (own.kind, own.longest, own.choices)


@pytest.mark.parametrize("name", CONTACT)
def test_a_flat_form_takes_it_of_the_first_contact(name: str) -> None:
    is_flat = f"{FLAT_PREFIX}{name}" in FLAT_FIELDS

    assert is_flat or name in NOT_FLAT, (
        f"{FLAT_PREFIX}{name} is missing: FactsWithContacts in chalicelib/schemas/contact_fields.py"
    )


@pytest.mark.parametrize(
    ("schema", "name", "field"),
    [
        *(("InterviewFields", name, field) for name, field in IN_A_FORM.items()),
        *(("ContactFields", name, field) for name, field in CONTACT.items()),
        *(("EventFields", name, field) for name, field in fields_of(EventFacts).items()),
        *(("Interview", name, field) for name, field in FACTS.items()),
    ],
)
def test_the_description_of_the_api_explains_it_with_its_limits(
    anybody: Gateway, schema: str, name: str, field: Field
) -> None:
    described = anybody.get("/openapi.json").data["components"]["schemas"][schema]["properties"][name]
    text = json.dumps(described, ensure_ascii=False)

    assert field.meaning.rstrip(".") in described.get("description", field.label) if field.meaning else described
    assert schema == "Interview" or not field.longest or f'"maxLength": {field.longest}' in text
    assert schema == "Interview" or not field.highest or f'"maximum": {field.highest}' in text


@pytest.mark.parametrize("name", [name for name, field in IN_A_FORM.items() if field.longest])
def test_its_limit_is_counted_in_characters(alex: Gateway, name: str) -> None:
    longest = IN_A_FORM[name].longest

    assert alex.post("/interviews", {**ACME, name: BIRD * longest}).status == 201
    assert alex.post("/interviews", {**ACME, name: BIRD * (longest + 1)}).faults == {name: too_long(longest)}


@pytest.mark.parametrize("name", [name for name, field in CONTACT.items() if field.longest])
def test_of_a_contact_it_has_the_same_limit(alex: Gateway, name: str) -> None:
    longest = CONTACT[name].longest

    assert alex.post("/interviews", ACME | {"contacts": [{name: "x" * longest}]}).status == 201
    reply = alex.post("/interviews", ACME | {"contacts": [{name: "x" * (longest + 1)}]})
    assert reply.faults == {f"contacts[0].{name}": too_long(longest)}


@pytest.mark.parametrize("name", [name for name, field in fields_of(EventFacts).items() if field.longest])
def test_of_an_event_it_has_a_limit_too(alex: Gateway, record: dict[str, Any], name: str) -> None:
    longest = fields_of(EventFacts)[name].longest
    path = f"/interviews/{record['id']}/events"
    kind = next(spec.kind for spec in EVENTS if name == "note" or name in spec.fields)

    assert alex.post(path, {"kind": kind, name: BIRD * (longest + 1)}).faults == {name: too_long(longest)}
    assert too_long(longest) not in alex.post(path, {"kind": kind, name: BIRD * longest}).text


def test_a_record_whose_every_text_is_at_its_limit_is_taken_in_any_script(alex: Gateway) -> None:
    longest = {name: BIRD * field.longest for name, field in IN_A_FORM.items() if field.longest}
    texts = {name: BIRD * field.longest for name, field in CONTACT.items() if field.longest and name != "id"}
    person = texts | {"email": f"{'a' * 64}@{'b' * 60}.example", "phone": "1234567890" + " " * 40 + "12345"}
    urls = dict.fromkeys(("url", "meeting_url"), "https://acme.example/" + "a" * 1979)
    own = {name: text for name, text in longest.items() if not name.startswith(FLAT_PREFIX)}

    by_form = alex.post_form("/interviews", longest | urls | {"interview_on": "2026-08-03"})
    by_json = alex.post(
        "/interviews", own | urls | {"interview_on": "2026-08-04", "contacts": [person] * MOST_CONTACTS}
    )

    assert (by_form.status, by_json.status) == (201, 201)
    assert (by_form.data["notes"], len(by_json.data["contacts"])) == (own["notes"], MOST_CONTACTS)


def too_long(longest: int) -> str:
    return f"is longer than {longest} characters"


ACME_FORM = {"company": "Acme", "position": "Data Engineer", "interview_on": "2026-08-03"}


def as_typed(value: Any) -> str:
    """A value as a form sends it."""
    return "on" if value is True else str(value)


def test_the_export_has_a_column_for_it(alex: Gateway, record: dict[str, Any]) -> None:
    (row,) = csv.DictReader(io.StringIO(alex.get("/export.csv").text[1:], newline=""))

    assert set(IN_A_FORM) <= set(row)
