"""``python -m infra.field_table`` writes ``docs/fields.md``: every field that can be sent, from its declaration."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from chalicelib.playbook.fields import Field, FieldType, fields_of
from chalicelib.schemas.contact_fields import ContactFields
from chalicelib.schemas.event_fields import EventFields
from chalicelib.schemas.interview_fields import InterviewFields
from chalicelib.schemas.validation import RequestSchema

FILE = Path(__file__).parent.parent / "docs" / "fields.md"
_ABOUT = """# Every field

Made from their declarations by `make fields`; `/docs` of a running Afterword and `/openapi.json` say the same. What
needs more words is in [the API](api.md). A column of a CSV is found by the field's own name or by one of the headers
beside it.
"""
_CHAPTERS: tuple[tuple[str, type[RequestSchema]], ...] = (
    ("An interview", InterviewFields),
    ("One of `contacts`", ContactFields),
    ("An event", EventFields),
)
_HOLDS = {
    FieldType.LINE: "a line",
    FieldType.PARAGRAPHS: "a text",
    FieldType.TAG: "letters, digits, `-` and `_`",
    FieldType.DAY: "a day, `2026-08-03`",
    FieldType.CLOCK_TIME: "a time, `15:00`",
    FieldType.TIME_ZONE: "a time zone, `Europe/Berlin`",
    FieldType.SWITCH: "`true` or `false`",
    FieldType.NUMBER: "a whole number",
    FieldType.EMAIL: "a mail address",
    FieldType.PHONE: "a phone number",
    FieldType.EXTENSION: "an extension",
    FieldType.WEB_ADDRESS: "a web address",
    FieldType.COUNTRY: "a country or region, `DE`, `DE-BY`",
    FieldType.LANGUAGE: "a language, `en`",
}


def text() -> str:
    """The text of the whole file."""
    return "\n".join([_ABOUT, *("\n".join(_chapter(title, schema)) for title, schema in _CHAPTERS)])


def _chapter(title: str, schema: type[RequestSchema]) -> Iterator[str]:
    fields = fields_of(schema)
    has_headers = any(field.headers for field in fields.values())
    head = ["field", "holds", "means", *(["headers of a CSV"] if has_headers else [])]
    yield f"## {title}\n"
    yield _row(head)
    yield _row(["---"] * len(head))
    for name, field in fields.items():
        yield _row([f"`{name}`", _holds(field), field.meaning, *([field.headers] if has_headers else [])])
    yield ""


def _holds(field: Field) -> str:
    if field.choices:
        return ", ".join(f"`{choice}`" for choice in field.choices)
    bounds = f" of at most {field.longest} characters" if field.longest else ""
    bounds += f" from {field.lowest} to {field.highest}" if field.highest else ""
    return _HOLDS[field.kind] + bounds


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
