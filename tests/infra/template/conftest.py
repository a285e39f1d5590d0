"""The template, made once: Chalice's own, with ``infra/resources.yaml`` merged into it."""

from __future__ import annotations

from typing import Any

import pytest

from infra.package.package_settings import package_settings_in
from infra.package.template import template as merged_template
from tests.infra.template.rendered import Rendered


@pytest.fixture(scope="session")
def template() -> dict[str, Any]:
    """As it goes to CloudFormation, before SAM's transformation."""
    return merged_template(package_settings_in({}))


@pytest.fixture(scope="session")
def dev(template: dict[str, Any]) -> Rendered:
    """What is deployed when nothing but the owner's address is said."""
    return Rendered(template)


@pytest.fixture(scope="session")
def by_smtp(template: dict[str, Any]) -> Rendered:
    """What is deployed when the owner's mail provider sends."""
    account = {"SmtpHost": "smtp.example.org", "SmtpPort": "587", "SmtpUser": "kim", "SmtpPasswordTime": "17"}
    return Rendered(template, MailBy="smtp", SenderIdentity="there-already", **account)


@pytest.fixture(scope="session")
def prod(template: dict[str, Any]) -> Rendered:
    """A second stage in the same account."""
    return Rendered(template, Stage="prod", SenderIdentity="there-already")
