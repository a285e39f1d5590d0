"""Letters come in as they were written; where bytes do not decide, the guess is shown, and another one can be told."""

from __future__ import annotations

from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.exchange.alphabets import ALPHABETS
from chalicelib.exchange.encodings import ENCODINGS, decoded, encoding, encoding_of
from chalicelib.exchange.parsed_file import ParsedFile
from chalicelib.exchange.uploads import parse_upload, upload_of
from chalicelib.request_errors import Invalid, InvalidValue, Malformed
from tests.exchange.given import HEAD, NOW, TODAY, parsed

# A few words of each language, as they stand in a table.
WRITTEN = [
    ("Pääkaupunki", "cp1252"),
    ("Süßwaren", "cp1252"),
    ("Kraft – Co", "cp1252"),
    ("Müller & Söhne,José Núñez", "cp1252"),
    ("Société Générale,Développeur", "cp1252"),
    ("Reykjavík þjónusta", "cp1252"),
    ("Ålesund Sjømat", "cp1252"),
    ("São João,Programação", "cp1252"),
    ("“Quoted” … €100", "cp1252"),
    ("L’Oréal", "cp1252"),
    ("Żabka Łódź,Księgowy", "cp1250"),
    ("Żółw,Programista", "cp1250"),
    ("Škoda Plzeň,Účetní", "cp1250"),
    ("Kovács Gyűlő,Könyvelő", "cp1250"),
    ("Ľubomír Šťastný", "cp1250"),
    ("Türkiye İş Bankası,Mühendis", "cp1254"),
    ("Šiaulių gamykla,Inžinierė", "cp1257"),
    ("Ελλάδα ΑΕ,Μηχανικός", "cp1253"),
    ("Ромашка,Инженер данных", "cp1251"),
    ("Київстар,Інженер", "cp1251"),
    ("Беларускі ўзор", "cp1251"),
    ("ООО", "cp1251"),
    ("Ромашка,Инженер данных", "koi8-r"),
    ("Ромашка,Инженер данных", "cp866"),
    ("Ромашка,Инженер данных", "mac-cyrillic"),
    ("Crème brûlée Müller", "mac-roman"),
    ("Müller und Söhne", "cp850"),
    ("日本電気,エンジニア", "shift_jis"),
    ("삼성전자,엔지니어", "euc-kr"),
    ("华为技术,软件工程师", "gb18030"),
    ("Ромашка", "utf-16"),
    ("Ромашка", "utf-32"),
    ("Ромашка", "utf-8-sig"),
]


def parsed_text(**fields: object) -> ParsedFile:
    """What is read of a CSV that comes as a text."""
    return parse_upload(upload_of({}, fields, None), TODAY, NOW, UTC)


def a_table(words: str) -> str:
    company, _, position = words.partition(",")
    return f"{HEAD}\n{company},{position or 'E'},2026-08-03\n"


@pytest.mark.parametrize(("words", "written"), WRITTEN)
def test_letters_come_in_as_they_were_written(words: str, written: str) -> None:
    [row] = parsed(a_table(words).encode(written)).candidates

    assert row.record is not None
    assert row.record.company == words.partition(",")[0]


@pytest.mark.parametrize("marked", [b"\xff\xfe", b""])
def test_a_table_in_utf_16_needs_no_mark(marked: bytes) -> None:
    [row] = parsed(marked + a_table("Acme").encode("utf-16-le")).candidates

    assert row.record is not None


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("words", ["Acme", "Ромашка,Инженер данных", "日本電気,エンジニア"])
def test_utf_16_without_a_mark_is_known_by_its_nuls(words: str, order: str) -> None:
    [row] = parsed(a_table(words).encode(order)).candidates

    assert row.record is not None
    assert row.record.company == words.partition(",")[0]


@pytest.mark.parametrize("written", ["utf-8", "cp1251"])
@pytest.mark.parametrize("place", [0, 1, 30, 31, 32, -1])
def test_a_stray_nul_is_named_and_makes_no_utf_16(place: int, written: str) -> None:
    text = a_table("Ромашка") + "".join(f"C {n},E,2026-08-03\n" for n in range(5))
    raw = bytearray(text.encode(written))
    raw.insert(place % len(raw), 0)

    with pytest.raises(Malformed) as refused:
        parsed(bytes(raw))

    [fault] = refused.value.faults
    assert fault.reason == "has a NUL byte in line {line}, which no text has, after “{text}”"
    assert (fault.facts or {})["line"] == bytes(raw).partition(b"\0")[0].count(b"\n") + 1


def test_a_nul_is_named_in_the_smallest_file() -> None:
    with pytest.raises(Malformed) as refused:
        parsed(b"a,b\n1\x00,2\n")

    assert refused.value.faults[0].facts == {"line": 2, "text": "1"}


@pytest.mark.parametrize("decoded_from", [None, "utf-8", "utf-16", "cp1251"])
def test_half_a_character_in_a_text_is_named_and_not_guessed_about(decoded_from: str | None) -> None:
    with pytest.raises(Invalid) as refused:
        parsed_text(text=a_table("Acme\ud800"), **({"decoded_from": decoded_from} if decoded_from else {}))

    assert [(fault.field, fault.reason) for fault in refused.value.faults] == [
        ("text", "holds half a character (a lone surrogate)")
    ]


@pytest.mark.parametrize(("words", "written"), [(words, written) for words, written in WRITTEN if written in ALPHABETS])
def test_a_guess_is_named_with_a_sample_and_the_choice(words: str, written: str) -> None:
    seen = parsed(a_table(words).encode(written))

    assert seen.sample[0] == words.partition(",")[0]
    assert [fault.field for fault in seen.warnings] == ["encoding"]


@pytest.mark.parametrize("certain", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_is_certain_is_not_asked_about(certain: str) -> None:
    seen = parsed(a_table("Ромашка").encode(certain))

    assert (seen.sample, seen.warnings) == ((), ())


@pytest.mark.parametrize(
    ("told", "read"),
    [("cp1250", "ľ"), ("windows-1250", "ľ"), ("cp1251", "ѕ"), ("latin-1", "¾"), ("ISO-8859-1", "¾"), ("koi8-r", "╬")],
)
def test_another_encoding_can_be_told(told: str, read: str) -> None:
    seen = parsed(f"{HEAD}\n".encode() + b"A \xbe,E,2026-08-03\n", encoding=told)

    assert seen.candidates[0].record is not None
    assert seen.candidates[0].record.company == f"A {read}"
    assert seen.warnings == ()


@pytest.mark.parametrize("told", [None, "latin-1", "ISO-8859-1", "iso8859-15", "us-ascii", "windows-1252"])
def test_what_calls_itself_latin_1_is_read_as_windows_writes_it(told: str | None) -> None:
    fields = {"encoding": told} if told else {}

    [row] = parsed(f"{HEAD}\n".encode() + b"Kraft \x96 Co,E,2026-08-03\n", **fields).candidates

    assert row.record is not None
    assert row.record.company == "Kraft – Co"


def test_a_text_that_was_decoded_wrongly_is_decoded_anew() -> None:
    """The page carries the file as a text; choosing another encoding there must not need the file again."""
    misread = a_table("Ромашка").encode("cp1251").decode("cp1252")

    seen = parsed_text(text=misread, decoded_from="cp1252", encoding="cp1251")

    assert seen.candidates[0].record is not None
    assert seen.candidates[0].record.company == "Ромашка"


def test_an_encoding_of_a_text_without_the_one_it_was_decoded_from_is_refused() -> None:
    with pytest.raises(Invalid) as refused:
        parsed_text(text=a_table("Acme"), encoding="cp1251")

    assert [fault.field for fault in refused.value.faults] == ["encoding"]


@pytest.mark.parametrize("name", ["", "klingon", "idna", "rot13", "utf-7", "unicode_escape", "base64", "x\0y", 7])
def test_an_encoding_that_is_none_is_refused(name: object) -> None:
    with pytest.raises(InvalidValue):
        encoding(name)


def test_bytes_that_the_told_encoding_does_not_have_are_refused() -> None:
    with pytest.raises(Malformed):
        parsed(b"a,b\n\x81,1\n", encoding="cp1252")


@pytest.mark.parametrize("name", ENCODINGS)
def test_every_encoding_of_the_choice_is_read(name: str) -> None:
    assert encoding(name) == name
    assert decoded("Acme".encode(name), name).endswith("Acme")


RUSSIAN = st.sampled_from(
    [
        "Ромашка",
        "Берёза",
        "Север",
        "Восток",
        "Техника",
        "Связь",
        "Молоко",
        "Хлеб",
        "Ёлка",
        "Юпитер",
        "Цветы",
        "Чайка",
        "Журавль",
        "Фабрика",
        "Мост",
        "Инженер",
        "Аналитик",
        "Бухгалтер",
        "Разработчик",
        "Тестировщик",
        "Дизайнер",
        "Съёмка",
        "Объектив",
        "Подъём",
        "Яхта",
        "Зодчий",
    ]
)


ENOUGH_TO_TELL = 12  # letters; of fewer the bytes may be words of several languages, and the preview asks


@given(
    st.lists(RUSSIAN, min_size=2, max_size=5).filter(lambda words: len("".join(words)) >= ENOUGH_TO_TELL),
    st.sampled_from(["cp1251", "koi8-r", "cp866"]),
)
def test_words_in_cyrillic_are_never_taken_for_other_letters(words: list[str], written: str) -> None:
    text = f"{HEAD}\n" + "".join(f"{word},E,2026-08-03\n" for word in words)
    raw = text.encode(written, errors="replace")

    assert decoded(raw, encoding_of(raw)) == raw.decode(written)


def test_a_word_whose_bytes_are_a_rare_ideograph_in_utf_8_is_a_word() -> None:
    raw = _three_times("Ёлка").encode("cp866")

    assert raw.decode("utf-8")
    assert decoded(raw, encoding_of(raw)) == _three_times("Ёлка")


def test_rare_ideographs_beside_others_are_utf_8() -> None:
    assert encoding_of(_three_times("𠮷野家").encode()) == "utf-8"


def _three_times(company: str) -> str:
    return f"{HEAD}\n" + f"{company},E,2026-08-03\n" * 3


LATIN = st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=8)
GERMAN = st.tuples(LATIN, st.sampled_from("äöüß"), LATIN).map("".join).map(str.capitalize)


@given(st.lists(GERMAN, min_size=1, max_size=5))
def test_words_in_latin_letters_with_an_accent_here_and_there_are_read_as_windows_writes_them(words: list[str]) -> None:
    text = f"{HEAD}\n" + "".join(f"{word},E,2026-08-03\n" for word in words)

    assert decoded(text.encode("cp1252"), encoding_of(text.encode("cp1252"))) == text


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    name = encoding_of(raw)
    try:
        decoded(raw, name)
    except Malformed as refused:
        assert refused.faults[0].field == "file"  # noqa: PT017 (both ends are right)
