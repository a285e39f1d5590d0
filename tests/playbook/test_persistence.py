"""W5: roles where persistence is part of the job, guessed from the position."""

from __future__ import annotations

import pytest

from chalicelib.playbook.persistence import expects_persistence


@pytest.mark.parametrize(
    "position",
    [
        "Sales Manager",
        "Head of Sales",
        "B2B salesperson",
        "sales",
        "Key Account  Manager",
        "Public Relations Officer",
        "Head of PR",
        "PR-менеджер",
        "Менеджер по продажам",
        "Продавец-консультант",
        "Специалист по связям с общественностью",
        "Торговый представитель",
    ],
)
def test_w5_persistence_is_expected_of(position: str) -> None:
    assert expects_persistence(position)


@pytest.mark.parametrize(
    "position",
    ["Data Engineer", "Salesforce Administrator", "Wholesale Analyst", "Product Manager", "Аналитик", "Programmer", ""],
)
def test_w5_persistence_is_not_expected_of(position: str) -> None:
    assert not expects_persistence(position)
