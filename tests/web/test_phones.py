"""A phone field is dialled as its owner meant it: the first of several numbers, and no number of another country."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers.data import _AVAILABLE_REGION_CODES as REGIONS

from chalicelib.drafts.contact_links import dialled
from chalicelib.drafts.phone_text import _of_many_notations, phone_text, plain_digits
from tests.web.gateway import Gateway
from tests.web.given import recorded

ASKED = "which country is it of?"


@pytest.mark.parametrize(
    ("text", "place", "link"),
    [
        ("030 23125020/21", "DE", "+493023125020"),
        ("+49 30 23125-020 / -021", "DE", "+493023125020"),
        ("+49 30 23125-020 / -021 / -022", "DE", "+493023125020"),
        ("030 23125020 / 030 23125021", "DE", "+493023125020"),
        ("089/12 34 56 78/79", "DE", "+498912345678"),
        ("(495) 123-45-67/68", "RU", "+74951234567"),
        ("8 (495) 123-45-67, 8 (495) 123-45-68 доб. 12", "RU", "+74951234567"),
        ("030 23125020, 0171 1234567", "DE", "+493023125020"),
        ("030 23125020; 0171 1234567", "DE", "+493023125020"),
        ("030 23125020 | 0171 1234567", "DE", "+493023125020"),
        ("030 23125020 oder 0171 1234567", "DE", "+493023125020"),
        ("+7 495 123-45-67 или +7 900 000-00-11", "RU", "+74951234567"),
        ("+1 202 555 0123 x12; +1 202 555 0199 x4", "US", "+12025550123;ext=12"),
        ("Tel.: 030 23125020, mobil 0171 1234567", "DE", "+493023125020"),
        ("Tel. 030 23125020 Mob. 0171 1234567", "DE", "+493023125020"),
        ("+1 202 555 0123 (office), +1 202 555 0199 (cell)", "US", "+12025550123"),
    ],
)
def test_of_several_numbers_the_first_is_dialled_and_all_are_kept(
    alex: Gateway, text: str, place: str, link: str
) -> None:
    record = recorded(alex, contacts=[{"phone": text}])

    assert record["contacts"][0]["phone"] == text
    assert dialled(text, None, place).tel == f"tel:{link}"


@pytest.mark.parametrize(
    ("text", "place", "link"),
    [
        ("030/23125020", "DE", "+493023125020"),
        ("0171/1234567", "DE", "+491711234567"),
        ("06221/54-0", "DE", "+496221540"),
        ("01/4268/5300", "FR", "+33142685300"),
        ("06-1/234-5678", "HU", "+3612345678"),
        ("+43 1 234/5678", "AT", "+4312345678"),
    ],
)
def test_a_slash_behind_an_area_code_parts_no_numbers(text: str, place: str, link: str) -> None:
    assert dialled(text, None, place).tel == f"tel:{link}"


@pytest.mark.parametrize(
    ("text", "place", "link"),
    [
        ("030 2312 50 20 \u2013 25", "DE", "+493023125020"),
        ("030 23125-020 - 025", "DE", "+493023125020"),
        ("030 23125-020\u2013025", "DE", "+493023125020"),
        ("+49 30 23125020 - 25 - 30", "DE", "+493023125020"),
        ("030/23125020 \u2014 25", "DE", "+493023125020"),
        ("06221 54-20 - 25", "DE", "+4962215420"),
        ("8 (495) 123-45-67 - 68", "RU", "+74951234567"),
        ("8 (495) 123-45-67 - 68", "DE", "84951234567"),
        ("123-45-67 - 68", "RU", "1234567"),
        ("(202) 555-0123 - 12", "US", "+12025550123"),
        ("1-202-555-0123-12", "US", "+12025550123"),
        ("01 42 68 53 00 \u2212 05", "FR", "+33142685300"),
        ("044 668 18 00 - 01", "CH", "+41446681800"),
        ("030 23125020 - 030 23125029", "DE", "+493023125020"),
        ("030 23125020 bis 25", "DE", "+493023125020"),
    ],
)
def test_a_range_or_an_extension_behind_a_dash_is_no_part_of_the_number(
    alex: Gateway, text: str, place: str, link: str
) -> None:
    assert recorded(alex, contacts=[{"phone": text}])["contacts"][0]["phone"] == plain_digits(text)
    assert dialled(text, None, place).tel == f"tel:{link}"


@pytest.mark.parametrize(
    ("text", "place", "link"),
    [
        ("030 23125 - 0", "DE", "+4930231250"),
        ("+49 30 23125 - 020", "DE", "+493023125020"),
        ("030 \u2013 231 25 020", "DE", "+493023125020"),
        ("0171 - 123 45 67", "DE", "+491711234567"),
        ("8 - 495 - 123 - 45 - 67", "RU", "+74951234567"),
        ("+7 495 123 45 \u2013 67", "DE", "+74951234567"),
        ("+44 20 7946 - 0018", "GB", "+442079460018"),
        ("01 42 68 53 - 00", "FR", "+33142685300"),
        ("(202) 555 - 0123", "US", "+12025550123"),
    ],
)
def test_a_dash_within_a_number_parts_nothing(text: str, place: str, link: str) -> None:
    assert dialled(text, None, place).tel == f"tel:{link}"


REMARKS = (
    "(Mo-Fr 9-17) | 9-17 Uhr | , 9-17 Uhr | Mo-Fr 9-17 | (9:00-17:00) | 9:00 \u2013 17:00 | 9am-5pm | ab 14 Uhr | "
    "с 9 до 18 | (пн-пт 9-18) | (12) | (WhatsApp) | mobil | "
    "моб. | (Zentrale), Fax 030 23125021"
)


@pytest.mark.parametrize("behind", REMARKS.split(" | "))
def test_a_remark_behind_a_number_is_kept_and_not_dialled(alex: Gateway, behind: str) -> None:
    text = f"+49 30 23125020 {behind}"

    assert recorded(alex, contacts=[{"phone": text}])["contacts"][0]["phone"] == plain_digits(text)
    assert dialled(text, None, "DE").tel == "tel:+493023125020"


LABELS = "Tel.: | Tel. | T: | mobil | (mobil) | Büro: | office | тел.: | моб. | раб.:"


@pytest.mark.parametrize("before", LABELS.split(" | "))
def test_a_label_before_a_number_is_kept_and_not_dialled(alex: Gateway, before: str) -> None:
    text = f"{before} \uff10\uff13\uff10 23125020"

    assert recorded(alex, contacts=[{"phone": text}])["contacts"][0]["phone"] == plain_digits(text)
    assert dialled(text, None, "DE").tel == "tel:+493023125020"


NOTATIONS = (
    "ext 21 | ext. 21 | x21 | #21 | ;ext=21 | extension 21 | доб. 21 | вн. 21 | внутр. 21 | Durchwahl 21 | DW 21 | "
    "Nebenstelle 21 | poste 21 | ,,21# | p21 | (ext. 21) | (доб.21) | (доб. 21) | , доб. 21 | DW21 | (DW 21) | - ext 21"
)


@pytest.mark.parametrize("behind", NOTATIONS.split(" | "))
def test_an_extension_is_dialled_after_the_number_in_every_notation(alex: Gateway, behind: str) -> None:
    text = f"+49 30 23125020 {behind}"

    assert recorded(alex, contacts=[{"phone": text}])["contacts"][0]["phone"] == text
    assert dialled(text, None, "DE").tel == "tel:+493023125020;ext=21"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("8-900-000-00-11", "DE"),  # a Russian one, which would be of Munich
        ("8-900-000-00-11", "IT"),
        ("(202) 555-0123", "DE"),  # an American one, which would be of Dessau
        ("020 7946 0018", "DE"),  # of London
        ("01 42 68 53 00", "DE"),  # of Paris
        ("142685300", "FR"),  # without the trunk prefix of its own country
        ("23125021", "DE"),  # without an area code
        ("0049 30 23125020", "US"),  # the international prefix of another country
        ("12345", "ZZ"),
    ],
)
def test_a_number_of_another_country_is_dialled_as_it_was_given(text: str, place: str) -> None:
    called = dialled(text, None, place)

    assert (called.number, called.is_sure) == ("".join(filter(str.isdigit, text)), False)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("8-900-000-00-11", "RU"),
        ("900 000 00 11", "RU"),
        ("7 900 000 00 11", "RU"),
        ("202-555-0123", "US"),
        ("0049 30 23125020", "DE"),
        ("3331234567", "IT"),
        ("612 345 678", "ES"),
        ("044 668 18 00", "CH"),
        ("+81 80-1234-5678", "DE"),
    ],
)
def test_a_number_as_it_is_written_in_its_country_is_international(text: str, place: str) -> None:
    called = dialled(text, None, place)

    assert called.is_sure
    assert called.number.startswith("+")


def test_the_draft_shows_such_a_number_and_asks_for_its_country(alex: Gateway) -> None:
    record = recorded(alex, contacts=[{"name": "Dana", "phone": "8-900-000-00-11"}])
    path = f"/interviews/{record['id']}"

    asked = alex.get(f"{path}/drafts/status_call").data
    alex.patch(path, {"employer_country": "RU"})
    settled = alex.get(f"{path}/drafts/status_call").data

    assert (asked["tel"], ASKED in asked["notice"]) == ("tel:89000000011", True)
    assert (settled["tel"], ASKED in settled["notice"]) == ("tel:+79000000011", False)


@pytest.mark.parametrize(
    "text",
    ["call me", "12", "1" * 16, "030 1234 call", "030 1234; ask Dana", "1-800-FLOWERS", "Fax 030 1234", "12 to 17"],
)
def test_what_holds_more_than_numbers_or_begins_with_none_is_refused(alex: Gateway, text: str) -> None:
    reply = alex.patch("/owner", {"phone": text})

    assert reply.faults == {"phone": "is not a phone number such as +49 30 23125 020 (3 to 15 digits)"}


@given(
    region=st.sampled_from(sorted(REGIONS)),
    home=st.sampled_from(sorted(REGIONS)),
    notation=st.sampled_from([phonenumbers.PhoneNumberFormat.INTERNATIONAL, phonenumbers.PhoneNumberFormat.E164]),
)
def test_an_international_number_is_itself_wherever_it_is_dialled(region: str, home: str, notation: int) -> None:
    text = _example(region, notation)

    assert dialled(text, None, home).number == _example(region, phonenumbers.PhoneNumberFormat.E164)


@given(region=st.sampled_from(sorted(REGIONS)), home=st.sampled_from(sorted(REGIONS)))
def test_a_national_number_is_international_at_home_or_dialled_as_given(region: str, home: str) -> None:
    text = _example(region, phonenumbers.PhoneNumberFormat.NATIONAL)

    called = dialled(text, None, home)

    assert called.is_sure or called.number == "".join(filter(str.isdigit, text))
    assert not called.is_sure or phonenumbers.is_valid_number(phonenumbers.parse(called.number))


@given(text=st.text(st.sampled_from("0123456789+()/-., ;|#xXpext доб\u0663\u2013Uhr:MoFr"), max_size=60))
def test_any_text_is_read_or_not_and_dials_digits_that_are_in_it(text: str) -> None:
    read = phone_text(plain_digits(text))

    number = dialled(text, None, "DE").number
    assert read is None or read.number in plain_digits(text)
    assert set(number) <= set("+0123456789")


def _example(region: str, notation: int) -> str:
    number = phonenumbers.example_number(region)
    assert number
    return str(phonenumbers.format_number(number, notation))


@given(text=st.text(st.sampled_from("0123456789+ "), max_size=20))
def test_digits_and_spaces_are_read_as_any_notation_is(text: str) -> None:
    assert phone_text(text) == _of_many_notations(text)
