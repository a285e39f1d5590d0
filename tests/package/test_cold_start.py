"""What a function loads before its first answer: no more than that answer needs."""

from __future__ import annotations

import sys
from datetime import UTC, datetime

import pytest

from infra.package.package_settings import Trick
from tests.package.conftest import Start
from tests.package.this_machine import SETTINGS
from tests.package.tricks import only_with
from tests.web.gateway import Gateway
from tests.web.given import ACME

LOADED = "import sys; answer = sorted(sys.modules)"
UNCOMPILED = """
import os, sys
answer = sorted(
    name for name, module in sys.modules.items()
    if (file := getattr(module, "__file__", None) or "").startswith(sys.path[0]) and file.endswith(".py")
    and not os.path.exists(module.__cached__)
)
"""

# Rendering, calendars, phone numbers, mail, forms with files, versions of libraries, and what makes the digest: none of
# it is part of recording an interview.
NOT_FOR_A_POST = (
    "babel",
    "boto3",
    "chalicelib.calendar",
    "chalicelib.digest",
    "chalicelib.exchange",
    "chalicelib.view_models",
    "chalicelib.web.http.multipart",
    "chalicelib.web.openapi",
    "chalicelib.web.pages",
    "charset_normalizer",
    "icalendar",
    "itsdangerous",
    "jinja2",
    "markupsafe",
    "phonenumbers",
    "s3transfer",
    "smtplib",
    "yaml",
)

# What else it does without, by the trick that spares it.
SPARED = {Trick.DAYS_OFF: "holidays", Trick.HTTP_2: "importlib.metadata"}

# All the libraries that recording an interview loads. Each costs every cold start: `make bench` says how much.
FOR_A_POST = {
    "botocore",
    "chalice",
    "dateutil",  # botocore's
    "jmespath",  # botocore's
    "msgspec",
    "pynamodb",
    "six",  # dateutil's
    "urllib3",  # botocore's
}


@pytest.fixture
def after_a_post(start: Start, token: str) -> tuple[list[str], list[str]]:
    """The modules that a function has loaded when it has answered its first POST, and those without bytecode."""
    with start() as function:
        today = str(datetime.now(UTC).date())
        reply = Gateway(function).signed_in(token).post("/interviews", ACME | {"interview_on": today})
        assert reply.status == 201, reply.text
        return function.run(LOADED), function.run(UNCOMPILED)


def test_recording_loads_no_templates_no_calendars_and_no_digest(after_a_post: tuple[list[str], list[str]]) -> None:
    loaded, _ = after_a_post

    unwanted = (*NOT_FOR_A_POST, *(name for trick, name in SPARED.items() if trick in SETTINGS.tricks))
    assert [name for name in loaded if name.startswith(unwanted)] == []


def test_recording_loads_these_libraries_and_no_others(after_a_post: tuple[list[str], list[str]]) -> None:
    loaded, _ = after_a_post

    packages = {name.partition(".")[0] for name in loaded} - sys.stdlib_module_names - {"app", "chalicelib"}
    of_the_library = set() if Trick.DAYS_OFF in SETTINGS.tricks else {"holidays"}
    assert {name for name in packages if not name.startswith("_")} == FOR_A_POST | of_the_library


def test_every_module_that_is_loaded_was_compiled_beforehand(after_a_post: tuple[list[str], list[str]]) -> None:
    loaded, uncompiled = after_a_post

    assert "chalicelib.wiring" in loaded
    assert uncompiled == []


@only_with(Trick.TEMPLATES)
def test_a_page_is_rendered_without_a_compiler(start: Start, aws: str) -> None:
    off = "import jinja2.compiler as c; c.CodeGenerator.visit_Template = None; answer = True"

    with start() as function:
        function.run(off)

        assert Gateway(function).get("/sign-in", Accept="text/html").status == 200
