"""Nothing is signed by accident: until name and phone are set, the mail says so before all else (H7)."""

from __future__ import annotations

from tests.digest.given import a_thanked, composed, one_line


def test_h7_a_guessed_name_is_said_first_in_both_twins_and_leads_to_the_settings() -> None:
    mail = composed(a_thanked(), name="Alex Example", is_name_guessed=True)

    for twin in (one_line(mail.text), mail.words):
        first = twin.index('Letters and calls still say "Alex Example"')
        assert first < twin.index("Call Acme and ask for the decision")
    assert mail.html.count("/settings") == mail.text.count("/settings") == 2


def test_h7_a_missing_number_is_said_too() -> None:
    mail = composed(a_thanked(), phone=None)

    for twin in (one_line(mail.text), mail.words):
        assert "Your own phone number is not in the settings yet" in twin


def test_h7_who_has_both_is_told_nothing() -> None:
    assert "in the settings" not in composed(a_thanked()).words
