"""A backup is all of the table, exactly, or it is not there; and what is not whole is not restored."""

from __future__ import annotations

import itertools
import json
import stat
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine

from infra.deploy import backup
from infra.deploy.__main__ import main
from infra.deploy.backup_check import read_backup
from infra.deploy.backup_file import write_backup
from infra.deploy.deployment import CannotDo
from infra.deploy.raw_items import key_of
from infra.deploy.terminal import Terminal, with_progress
from infra.deploy.typed_json import TypedItem
from tests.deploy.operator import BACKUP, Operator, nothing_processed_at_first

AT = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
QUIET = Terminal(answers_yes=True)


def an_item(number: int = 1, **attributes: Any) -> TypedItem:
    return {"owner_id": {"S": "alex"}, "item_id": {"S": f"INTERVIEW#{number:04}"}, "schema": {"N": "1"}, **attributes}


OF_EVERY_KIND = an_item(
    text={"S": "Müller & <Söhne>\n\u2028 \x00 \U0001f600"},
    empty={"S": ""},
    bytes={"B": b"\x00\xff\n"},
    many={"N": "-12345678901234567890123456789012345678"},
    little={"N": "1E-130"},
    truth={"BOOL": False},
    nothing={"NULL": True},
    names={"SS": ["a", "b"]},
    numbers={"NS": ["1", "2.5"]},
    hashes={"BS": [b"\x01", b"\xfe"]},
    nested={"L": [{"M": {"B": {"S": "called like a type"}, "BS": {"L": []}, "deep": {"B": b"\xf0"}}}, {"S": "x"}]},
)


def saved(*items: TypedItem, path: Path = BACKUP) -> Path:
    return write_backup(path, "afterword-test", AT, items).path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


class TestSaving:
    def test_every_item_comes_back_as_dynamodb_holds_it(self, operator: Operator) -> None:
        operator.puts(OF_EVERY_KIND, an_item(2))

        operator.backs_up()

        assert {key_of(item): item for item in read_backup(BACKUP, QUIET).items()} == operator.stored()

    def test_a_table_of_many_pages_is_saved_to_its_last_item(self, operator: Operator) -> None:
        operator.puts(*(an_item(number, notes={"S": "x" * 300_000}) for number in range(8)))

        operator.backs_up()

        assert read_backup(BACKUP, QUIET).count == 8

    def test_an_empty_table_is_a_backup_too(self, operator: Operator) -> None:
        operator.backs_up()

        assert read_backup(BACKUP, QUIET).count == 0

    def test_what_was_written_a_moment_ago_is_in_it(self, operator: Operator) -> None:
        asked: list[bool] = []
        operator.deployment.client("dynamodb").meta.events.register(
            "before-parameter-build.dynamodb.Scan", lambda params, **_: asked.append(params["ConsistentRead"])
        )

        operator.backs_up()

        assert asked == [True]

    def test_it_knows_its_table_its_instant_and_the_schemas_in_it(self, operator: Operator) -> None:
        operator.puts(
            an_item(1), an_item(2, schema={"N": "7"}), {key: an_item(3)[key] for key in ("owner_id", "item_id")}
        )

        with time_machine.travel(AT, tick=False):
            operator.backs_up()

        first, *_, last = BACKUP.read_text().splitlines()
        assert json.loads(first) == {"afterword_backup": 1, "table": "afterword-test", "at": "2026-11-20T08:00:00Z"}
        assert (json.loads(last)["count"], json.loads(last)["schemas"]) == (3, [1, 7])

    def test_nobody_else_on_the_machine_may_read_it(self, operator: Operator) -> None:
        operator.backs_up()

        assert stat.S_IMODE(BACKUP.stat().st_mode) == 0o600

    def test_it_is_named_after_its_stage_and_instant_where_nobody_names_it(
        self, operator: Operator, tmp_path: Path
    ) -> None:
        with time_machine.travel(AT, tick=False):
            backup.run(operator.deployment, QUIET, {})
            backup.run(operator.deployment, QUIET, {})

        names = sorted(path.name for path in (tmp_path / "backups").iterdir())
        assert names == ["test-20261120T080000Z-2.json", "test-20261120T080000Z.json"]

    def test_it_is_never_written_over(self, operator: Operator) -> None:
        BACKUP.write_text("dear to somebody")

        with pytest.raises(CannotDo, match="is there already"):
            operator.backs_up()

        assert BACKUP.read_text() == "dear to somebody"

    def test_one_that_breaks_off_is_not_there_at_all(self, folder: Path) -> None:
        def broken() -> Iterator[TypedItem]:
            yield an_item()
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            write_backup(BACKUP, "afterword-test", AT, broken())

        assert list(folder.iterdir()) == []

    def test_a_folder_that_takes_no_file_is_named(self, folder: Path) -> None:
        (folder / "backups").write_text("not a folder")

        with pytest.raises(CannotDo, match=r"backups/one\.json cannot be written: (Not a directory|File exists)"):
            saved(path=Path("backups/one.json"))

    def test_a_table_that_is_not_there_is_named(
        self, operator: Operator, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["backup"], {"STAGE": "staging"}) == 1

        assert "There is no table afterword-staging in eu-central-1" in capsys.readouterr().err

    def test_a_stage_of_the_command_line_is_backed_up(
        self, operator: Operator, capsys: pytest.CaptureFixture[str]
    ) -> None:
        operator.puts(an_item())

        assert main(["backup"], {"STAGE": "test", "INTO": str(BACKUP)}) == 0

        assert "1 items of afterword-test are in backup.json." in capsys.readouterr().out

    def test_a_table_that_a_later_release_wrote_to_is_saved_all_the_same(
        self, operator: Operator, capsys: pytest.CaptureFixture[str]
    ) -> None:
        operator.puts(an_item(schema={"N": "3"}))

        operator.backs_up()

        assert "only that one can restore it" in capsys.readouterr().out


class TestChecking:
    def test_a_file_that_is_cut_anywhere_is_noticed(self, folder: Path) -> None:
        whole = saved(an_item(1), an_item(2)).read_bytes()

        for length in range(len(whole) - 1):
            BACKUP.write_bytes(whole[:length])
            with pytest.raises(CannotDo, match=r"is cut off|is not a backup"):
                read_backup(BACKUP, QUIET)

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            (b"0001", b"0003"),
            (b'"count":2', b'"count":1'),
            (b"afterword-test", b"afterword-prod"),
            (b"}\n{", b"}\n\n{"),
        ],
        ids=["an item", "the count", "the table", "an empty line"],
    )
    def test_a_file_that_was_changed_is_noticed(self, folder: Path, before: bytes, after: bytes) -> None:
        whole = saved(an_item(1), an_item(2)).read_bytes()
        BACKUP.write_bytes(whole.replace(before, after, 1))

        with pytest.raises(CannotDo, match="changed"):
            read_backup(BACKUP, QUIET)

    def test_two_backups_in_one_file_are_noticed(self, folder: Path) -> None:
        BACKUP.write_bytes(saved(an_item()).read_bytes() * 2)

        with pytest.raises(CannotDo, match="was changed since it was written"):
            read_backup(BACKUP, QUIET)

    @pytest.mark.parametrize("text", ["", "{}", "[]", "hello", '{"afterword_backup": 1}'])
    def test_what_is_no_backup_is_not_taken_for_one(self, folder: Path, text: str) -> None:
        BACKUP.write_text(text)

        with pytest.raises(CannotDo, match="is not a backup of Afterword"):
            read_backup(BACKUP, QUIET)

    def test_a_file_that_is_not_there_is_named(self, folder: Path) -> None:
        with pytest.raises(CannotDo, match=r"nothing\.json cannot be read: No such file or directory"):
            read_backup(Path("nothing.json"), QUIET)

    def test_a_later_format_is_refused(self, folder: Path) -> None:
        BACKUP.write_bytes(saved().read_bytes().replace(b'"afterword_backup":1', b'"afterword_backup":2'))

        with pytest.raises(CannotDo, match="has format 2; this release reads up to 1"):
            read_backup(BACKUP, QUIET)

    def test_what_a_later_release_wrote_is_refused(self, folder: Path) -> None:
        saved(an_item(schema={"N": "3"}))

        with pytest.raises(CannotDo, match=r"later release \(schema 3; this one knows 2\)"):
            read_backup(BACKUP, QUIET)


class TestAskingForMany:
    def test_keys_that_were_not_read_are_asked_for_again(self, operator: Operator) -> None:
        operator.puts(an_item(1), an_item(2))
        keys = list(operator.stored())

        with nothing_processed_at_first(operator, "BatchGetItem", "UnprocessedKeys") as sizes:
            there = operator.rows.found(keys)

        assert (sorted(there), sizes) == (keys, [2, 2])
        assert operator.pauses == [0.2]

    def test_items_that_were_not_written_are_sent_again(self, operator: Operator) -> None:
        rows = operator.rows

        with nothing_processed_at_first(operator, "BatchWriteItem", "UnprocessedItems") as sizes:
            for number in range(30):
                rows.put_soon({**OF_EVERY_KIND, **an_item(number)})
            rows.flush()

        assert sizes == [25, 25, 5]
        assert len(operator.stored()) == 30


def test_whoever_waits_is_told_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seconds = itertools.count()
    monkeypatch.setattr(time, "monotonic", lambda: next(seconds))

    assert list(with_progress("abcdefghi", QUIET, "Reading", 9)) == list("abcdefghi")

    assert capsys.readouterr().out.splitlines()[:2] == ["  Reading: 2 of 9 …", "  Reading: 4 of 9 …"]
