"""No kind of step or draft lacks anything: whoever adds one is told here what is still to be written, and where."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from chalicelib.playbook.event import EventKind
from chalicelib.playbook.mail_group import MailGroup
from chalicelib.playbook.step import StepKind
from chalicelib.playbook.step_kinds import STEP_KINDS, StepSpec
from infra import catalogs

PROJECT = Path(__file__).parents[2]
DRAFTS = PROJECT / "templates" / "drafts"
LANGUAGES = sorted(folder.name for folder in DRAFTS.iterdir() if folder.is_dir())
FOR_ALL_KINDS = {"advice", "shared"}  # folders of words that belong to no kind
TABLE = "chalicelib/playbook/step_kinds.py"
RULES = "chalicelib/playbook/next_step.py"


@pytest.mark.parametrize("kind", StepKind)
def test_every_kind_has_a_row(kind: StepKind) -> None:
    if kind not in STEP_KINDS:
        tell(kind, f"it has no row: add one to STEP_KINDS in {TABLE}")


@pytest.mark.parametrize(("kind", "facts"), STEP_KINDS.items(), ids=STEP_KINDS)
class TestEachRow:
    def test_it_says_what_is_to_be_done(self, kind: StepKind, facts: StepSpec) -> None:
        tell(kind, *words_that_lack(facts))

    def test_its_drafts_are_written_in_every_language(self, kind: StepKind, facts: StepSpec) -> None:
        tell(kind, *(said for language in LANGUAGES for said in drafts_that_lack(kind, facts, language)))

    def test_its_sentences_are_translated(self, kind: StepKind, facts: StepSpec) -> None:
        sentences = [said for said in (facts.task, facts.phrase, facts.advice) if said]

        untranslated = [
            f"{file} does not translate {sentence!r}: write its msgstr; if it is not there, wrap it in translatable(…) "
            "and run `make catalogs`"
            for (file, catalog), sentence in product(all_catalogs(), sentences)
            if (message := catalog.get(sentence)) is None or not message.string
        ]

        tell(kind, *untranslated)

    def test_a_rule_makes_it_next_if_it_ever_is(self, kind: StepKind, facts: StepSpec) -> None:
        if facts.is_ever_next and kind.name not in made_next():
            tell(kind, f"no function of {RULES} makes it next: add its rule, or say is_ever_next=False in {TABLE}")
        if not facts.is_ever_next and kind.name in made_next():
            tell(kind, f"{RULES} makes it next, but its row in {TABLE} says is_ever_next=False: one of them is wrong")

    def test_a_test_says_when_it_is_next_if_it_ever_is(self, kind: StepKind, facts: StepSpec) -> None:
        if facts.is_ever_next and not is_tested(kind):
            tell(kind, f"no test in tests/playbook/ names it: say there on which day it is next ({RULES})")

    def test_the_event_that_is_supposed_ahead_moves_on_from_it(self, kind: StepKind, facts: StepSpec) -> None:
        is_recorded = facts.is_call or facts.is_at_the_interview or facts.recorded_as is not EventKind.NOTE

        if facts.is_ever_next and not is_recorded:
            tell(kind, f"a note does not move on from it: say in its row in {TABLE} as what it is recorded_as")

    def test_the_owner_reads_of_it(self, kind: StepKind, facts: StepSpec) -> None:
        if facts.is_ever_next and f"`{kind}`" not in documented_steps():
            tell(kind, "docs/playbook.md does not name it: add a row to its table 'What is next, and when' (T)")
        if not facts.is_ever_next and f"`{kind}`" not in read("docs/api.md"):
            tell(kind, "docs/api.md does not name it: say at GET /interviews/{id}/drafts/{kind} when it is there")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_folder_of_drafts_is_without_a_kind(language: str) -> None:
    folders = {path.name for path in (DRAFTS / language).iterdir() if path.is_dir()}

    unknown = folders - FOR_ALL_KINDS - set(STEP_KINDS)

    assert not unknown, f"templates/drafts/{language}/ has folders of which no row in {TABLE} knows: {sorted(unknown)}"


def tell(kind: StepKind, *lacking: str) -> None:
    """Fail with all that a kind lacks, if it lacks anything."""
    if lacking:
        pytest.fail("\n".join(f"StepKind.{kind.name}: {one}" for one in lacking), pytrace=False)


def words_that_lack(facts: StepSpec) -> Iterator[str]:
    """What its row leaves unsaid, or says in vain."""
    has_draft = bool(facts.script_rules or facts.letter_rules)
    if not facts.task:
        yield f"its row in {TABLE} has no task: say what is to be done, as a whole sentence"
    if facts.is_ever_next and not facts.phrase:
        yield f"its row in {TABLE} has no phrase: it is a part of the mail's subject"
    if not facts.is_ever_next and facts.phrase and facts.mail_group is MailGroup.STATUS:
        yield f"its row in {TABLE} has a phrase for the mail's subject, but it is never next"
    if not has_draft and not facts.advice:
        yield f"its row in {TABLE} has neither script_rules, nor letter_rules, nor advice: nobody knows what to do"
    if has_draft and facts.advice:
        yield f"its row in {TABLE} has advice, which is shown only where there is no draft"


def drafts_that_lack(kind: StepKind, facts: StepSpec, language: str) -> Iterator[str]:
    """Which files of its folder are missing, and which are never read."""
    folder = f"templates/drafts/{language}/{kind}"
    wanted = {
        *(("script.txt",) if facts.script_rules else ()),
        *(("subject.txt", "body.txt") if facts.letter_rules else ()),
    }
    there = {path.name for path in (PROJECT / folder).glob("*.txt")}
    for name in sorted(wanted - there):
        yield f"{folder}/{name} is missing: its row in {TABLE} says that there is such a draft"
    for name in sorted(there - wanted):
        yield f"{folder}/{name} is never read: its row in {TABLE} has no rules for such a draft"


@cache
def all_catalogs() -> list[tuple[str, Catalog]]:
    """Each catalog with its file's path."""
    return [(str(file.relative_to(PROJECT)), catalogs.read(file)) for file in catalogs.catalogs()]


@cache
def made_next() -> frozenset[str]:
    """The names of the kinds that are handed to something in the rules, not only compared with."""
    calls = (node for node in ast.walk(ast.parse(read(RULES))) if isinstance(node, ast.Call))
    handed = (value for call in calls for value in (*call.args, *(one.value for one in call.keywords)))
    kinds = (value for value in handed if isinstance(value, ast.Attribute) and isinstance(value.value, ast.Name))
    return frozenset(value.attr for value in kinds if ast.unparse(value.value) == "StepKind")


def is_tested(kind: StepKind) -> bool:
    """Whether a test of the playbook names it."""
    files = (path for path in Path(__file__).parent.glob("test_*.py") if path.name != Path(__file__).name)
    texts = [path.read_text(encoding="utf-8") for path in files]
    return any(f"StepKind.{kind.name}" in text or f'"{kind}"' in text for text in texts)


def documented_steps() -> str:
    """The table of docs/playbook.md that says when each step is due."""
    return read("docs/playbook.md").partition("**What is next, and when**")[2].partition("\n\n**")[0]


@cache
def read(path: str) -> str:
    """A file of the checkout."""
    return (PROJECT / path).read_text(encoding="utf-8")
