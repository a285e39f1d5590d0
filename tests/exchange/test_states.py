"""What a tracker's word for the state of an application does to its record: none stays open without a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.exchange.status_words import OUTCOMES, meaning_of
from chalicelib.playbook.interview import Outcome
from chalicelib.schemas.invisible_marks import unmarked
from tests.exchange.given import HEAD, asked, ending, parsed

REFUSED = "heard_back refusal, closed"
KNOWN = [(word.strip(), row) for row in OUTCOMES for word in row.words.split(",")]
ORNAMENTS = st.sampled_from(["", " ", "❌ ", "3. ", "- ", "04 ", "🟢", "* "])


def a_row(state: str, header: str = "Status") -> str:
    quoted = state.replace('"', '""')
    return f'{HEAD},{header}\nGlobex,Clerk,2026-07-01,"{quoted}"\n'


@pytest.mark.parametrize(
    ("state", "ended"),
    [
        ("Rejected", REFUSED),
        ("❌ Rejected", REFUSED),
        ("REJECTED!", REFUSED),
        ("Not selected", REFUSED),
        ("No offer", REFUSED),
        ("Отказали", REFUSED),
        ("Отклонён", REFUSED),
        ("Absage", REFUSED),
        ("Refusée", REFUSED),
        ("Rechazado", REFUSED),
        ("Odrzucony", REFUSED),
        ("No response", "closed"),
        ("Ghosted 👻", "closed"),
        ("Тишина", "closed"),
        ("Keine Rückmeldung", "closed"),
        ("Sans réponse", "closed"),
        ("Offer", "heard_back offer"),
        ("Оффер", "heard_back offer"),
        ("Zusage", "heard_back offer"),
        ("Withdrawn", "withdrawn"),
        ("Отозвала", "withdrawn"),
        ("Zurückgezogen", "withdrawn"),
        ("Offer declined", "heard_back offer, offer_declined"),
        ("Interviewing", ""),
        ("2. Interview", ""),
        ("Жду ответа", ""),
        ("In Bearbeitung", ""),
        ("En attente", ""),
        ("", ""),
    ],
)
def test_a_state_that_trackers_know_is_an_outcome(state: str, ended: str) -> None:
    [row] = parsed(a_row(state)).candidates

    assert (ending(row), asked(row)) == (ended, [])


@pytest.mark.parametrize(
    "state",
    [
        "Declined",  # by whom?
        "Applied",
        "Wishlist",
        "Turned down",
        "Cancelled",
        "On hold",
        "Maybe rejected",
        "Rejected, then invited",
        "Думают",
        "Unklar",
        "x" * 200,
        "❌",
        "?",
        "yes",
    ],
)
def test_a_state_that_is_not_understood_is_asked_about(state: str) -> None:
    [row] = parsed(a_row(state)).candidates

    assert (ending(row), asked(row)) == ("", ["outcome"])


@pytest.mark.parametrize("outcome", list(Outcome))
def test_each_outcome_of_our_own_is_understood(outcome: Outcome) -> None:
    assert meaning_of(outcome) is not None


def test_no_word_stands_for_two_outcomes() -> None:
    assert [(word, row.outcome) for word, row in KNOWN if meaning_of(word) is not row] == []


@given(ORNAMENTS, st.sampled_from(KNOWN), ORNAMENTS)
def test_ornaments_and_numbers_change_no_state(before: str, known: tuple[str, object], after: str) -> None:
    assert meaning_of(f"{before}{known[0].upper()} {after}") is known[1]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Z"]), min_size=1, max_size=20))
def test_a_row_is_understood_or_asked_about(state: str) -> None:
    [row] = parsed(a_row(state)).candidates

    assert asked(row) == ([] if meaning_of(unmarked(state)) else ["outcome"])


@pytest.mark.parametrize("header", ["Stage", "Application status", "Статус", "Statut", "How is it going?", "Этап"])
def test_the_column_of_states_is_found_by_its_header_or_by_its_cells(header: str) -> None:
    [row] = parsed(a_row("Rejected", header)).candidates

    assert ending(row) == REFUSED


def test_of_two_columns_of_states_the_other_one_is_asked_about_where_it_says_more() -> None:
    rows = f"{HEAD},Stage,Result\nA,E,2026-07-01,Interview,Rejected\nB,E,2026-07-02,Offer,\nC,E,2026-07-03,,open\n"

    assert [(ending(row), asked(row)) for row in parsed(rows).candidates] == [
        ("", ["outcome"]),
        ("heard_back offer", []),
        ("", []),
    ]


def test_a_column_of_states_that_the_sender_leaves_out_is_left_out() -> None:
    [row] = parsed(a_row("Rejected"), columns={"Status": None}).candidates

    assert (ending(row), asked(row)) == ("", [])


def test_columns_without_a_field_are_named() -> None:
    [warning] = parsed(f"{HEAD},Mood,Colour\nA,E,2026-07-01,good,red\n").warnings

    assert (warning.field, warning.facts) == ("columns", {"headers": "Mood, Colour"})


def test_a_round_that_the_next_one_follows_has_its_day() -> None:
    rows = (
        f"{HEAD},round,outcome\nA,E,2026-07-01,1,next_round\nA,E,2026-07-09,2,\nA,E,2026-07-15,3,\nB,E,2026-07-10,1,\n"
    )

    first = parsed(rows).candidates[0].record

    assert first is not None
    assert str(first.events[0].interview_on) == "2026-07-09"


def test_a_round_whose_next_one_is_in_no_row_is_closed_and_asked_about() -> None:
    [row] = parsed(a_row("next_round")).candidates

    assert (ending(row), asked(row)) == ("closed", ["outcome"])
