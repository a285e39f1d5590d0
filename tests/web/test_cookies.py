"""Our cookie is found whatever other cookies the host has, and none of them costs more than its length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.web.http.sessions import Sessions, _own_values
from tests.factories import THAT_EVENING
from tests.growth import grows_like_its_length
from tests.web.browser import Browser
from tests.web.conftest import KEYS
from tests.web.gateway import Gateway
from tests.web.given import FLAT

NEIGHBOURS = [
    'prefs={"a":1}',
    'prefs={"a":1,"b":"c"}',
    "a b=c",
    "=nothing",
    "nothing",
    "a=b=c",
    'quoted="a; b"',
    'open="a',
    r'octal="\101\"',
    "Größe=1",
    "emoji=🦜",
    "list=[1,2,3]",
    "path=/a/b?c=d&e=f",
    "time=Mon, 03 Aug 2026 00:00:00 GMT",
    "$Version=1",
    "expires=never",
    "secure",
    "afterword2=x",
    "xafterword=x",
    "AFTERWORD=x",
    "afterword=",
    "afterword=torn.off",
    "a=\x01\x7f",
    "a=1;;;;b=2",
    "@(#)=<>",
]


@pytest.mark.parametrize("neighbour", NEIGHBOURS, ids=ascii)
def test_a_neighbour_of_our_cookie_is_nothing_to_us(anybody: Gateway, alexs_browser: Browser, neighbour: str) -> None:
    cookie = alexs_browser.cookie
    headers = {"Accept": "text/html"}

    for cookies in (f"{neighbour}; {cookie}", f"{cookie}; {neighbour}", f"{neighbour};{cookie};{neighbour}"):
        assert anybody.get("/settings", Cookie=cookies, **headers).status == 200


def test_the_cookie_may_be_quoted(anybody: Gateway, alexs_browser: Browser) -> None:
    name, _, value = alexs_browser.cookie.partition("=")

    assert anybody.get("/settings", Cookie=f'{name}="{value}"', Accept="text/html").status == 200


def test_a_form_is_taken_beside_any_neighbour(alexs_browser: Browser) -> None:
    alexs_browser.open("/record")
    alexs_browser.cookie = f'prefs={{"a":1}}; {alexs_browser.cookie}'

    assert alexs_browser.send("/interviews", FLAT).status == 200


@pytest.mark.parametrize(
    "cookies", ["", ";", "=", "afterword", "afterword=", "afterword=x", "prefs=1", "a=afterword=x"]
)
def test_without_a_cookie_that_was_signed_here_nobody_is_known(anybody: Gateway, cookies: str) -> None:
    assert anybody.get("/settings", Cookie=cookies, Accept="text/html").status == 303


@given(before=st.text(), after=st.text(), value=st.text(st.sampled_from("abcXYZ019._-"), min_size=1))
def test_our_value_is_found_among_any_others(before: str, after: str, value: str) -> None:
    assert value in _own_values(f"{before}; afterword={value}; {after}")


@pytest.mark.parametrize("piece", ["\\", '"', ";", "a=b; ", "afterword=x; ", '\\"', 'a="\\'])
def test_the_longest_header_takes_no_time(piece: str) -> None:
    sessions = Sessions(KEYS)
    headers = {most: f"a={piece * (most // len(piece))}" for most in (15_000, 60_000)}

    assert sessions.read(headers[60_000], THAT_EVENING) is None
    assert grows_like_its_length(lambda most: sessions.read(headers[most], THAT_EVENING), 60_000)
