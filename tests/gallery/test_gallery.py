"""The gallery shows everything that a person may get to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

import pytest

from chalicelib import work_calendars
from chalicelib.drafts.draft import Draft, DraftChannel
from chalicelib.drafts.reason_text import each_in_words
from chalicelib.links.settle_links import SettlePurpose
from chalicelib.playbook import rules
from chalicelib.playbook.evidence import A_CALL_STANDS_OUT, A_WEEK_SAYS_SOMETHING, FIRST_MOVE, SILENCE_IS_AN_ANSWER
from chalicelib.playbook.mail_plan import MOST_WHOLE
from chalicelib.playbook.owner import Tone
from chalicelib.playbook.process_state import DayToCome
from chalicelib.playbook.step import StepKind
from chalicelib.playbook.step_kinds import STEP_KINDS
from infra.catalogs import TEMPLATES
from infra.gallery.exhibit import Curator, Exhibit
from infra.gallery.situation import Situation
from infra.gallery.situations import ALL

LEAST_SITUATIONS = 60
HEADING = re.compile(r"^#!? (.+)$", re.MULTILINE)
SILENCES = {f"R{number}" for number in range(1, 10)}
FIGURES = (FIRST_MOVE, A_WEEK_SAYS_SOMETHING, SILENCE_IS_AN_ANSWER, A_CALL_STANDS_OUT)


def drafts(exhibits: tuple[Exhibit, ...]) -> Iterator[tuple[Tone, Draft]]:
    for exhibit in exhibits:
        for piece in exhibit.pieces:
            yield from piece.by_tone.items()


def test_there_are_at_least_sixty_situations_and_no_two_of_one_address() -> None:
    assert len({situation.slug for situation in ALL}) == len(ALL) >= LEAST_SITUATIONS


@pytest.mark.parametrize("situation", ALL, ids=lambda situation: situation.slug)
def test_the_planner_proposes_the_step_that_a_situation_is_named_for(situation: Situation) -> None:
    plans = [
        rules.plan(record, work_calendars.planning_context(situation.owner, record), situation.now)
        for record in situation.records
    ]

    proposed = plans[0].step if plans else None

    assert (proposed.kind if proposed else None) == situation.next_kind


def test_every_step_kind_that_can_be_next_is_next_somewhere() -> None:
    ever_next = {kind for kind, facts in STEP_KINDS.items() if facts.is_ever_next}

    met = {situation.next_kind for situation in ALL}

    assert met == {None, *ever_next}, "each needs a situation in infra/gallery/situations/"


def test_s_every_draft_is_shown_in_every_language_and_tone(curator: Curator, exhibits: tuple[Exhibit, ...]) -> None:
    shown = {(draft.language, tone, draft.channel, draft.kind) for tone, draft in drafts(exhibits)}

    assert shown == {
        (code, tone, channel, kind)
        for code, tone in product(curator.languages.codes, Tone)
        for kind, facts in STEP_KINDS.items()
        for channel, rules in ((DraftChannel.CALL, facts.script_rules), (DraftChannel.LETTER, facts.letter_rules))
        if rules
    }


def test_every_rule_that_a_draft_can_carry_is_carried_somewhere(exhibits: tuple[Exhibit, ...]) -> None:
    carried = {rule for _, draft in drafts(exhibits) for rule in draft.rules}

    by_kind = {rule for facts in STEP_KINDS.values() for rule in (*facts.script_rules, *facts.letter_rules)}
    assert carried == by_kind | {f"S{number}" for number in range(1, 10)} | {"C1", "C2", "C3", "H3"}


def test_every_branch_of_every_script_is_shown(curator: Curator, exhibits: tuple[Exhibit, ...]) -> None:
    for code in curator.languages.codes:
        files = (TEMPLATES / "drafts" / code).rglob("*.txt")
        written = {heading for file in files for heading in HEADING.findall(file.read_text(encoding="utf-8"))}

        shown = {part.heading for _, draft in drafts(exhibits) if draft.language == code for part in draft.passages}

        assert shown - {None} == written


def test_w13_a_day_to_come_is_asked_for_by_call_and_by_letter_after_a_move_and_after_an_invitation() -> None:
    plans = [
        rules.plan(record, work_calendars.planning_context(situation.owner, record), situation.now)
        for situation in ALL
        for record in situation.records
    ]

    met = {(plan.day_to_come, plan.step.kind) for plan in plans if plan.step and plan.step.is_for_the_day}

    assert met == set(product(DayToCome, (StepKind.STATUS_CALL, StepKind.STATUS_LETTER)))


def test_r_e_every_cause_of_a_silence_and_every_figure_is_shown(
    curator: Curator, exhibits: tuple[Exhibit, ...]
) -> None:
    for code in curator.languages.codes:
        own = [exhibit for exhibit in exhibits if exhibit.language == code]

        figures = {whole.figure for exhibit in own for whole in exhibit.view.wholes if whole.figure}

        assert {cause.rule for exhibit in own for cause in exhibit.causes} == SILENCES
        assert figures == {each_in_words([figure], curator.languages.of(code))[0].text for figure in FIGURES}


def test_d1_d2_a_digest_with_whole_entries_lines_and_what_is_to_be_closed_is_shown(
    exhibits: tuple[Exhibit, ...],
) -> None:
    views = [exhibit.view for exhibit in exhibits]

    assert any(len(view.wholes) == MOST_WHOLE and len(view.entries) > MOST_WHOLE for view in views)
    assert any(entry.purpose is SettlePurpose.CLOSE for view in views for entry in view.entries)


def test_m1_m2_nudges_offers_and_quiet_days_are_shown(exhibits: tuple[Exhibit, ...]) -> None:
    assert any(exhibit.view.nudge for exhibit in exhibits)
    assert any(whole.drafts for exhibit in exhibits for whole in exhibit.view.wholes)
    assert any(not exhibit.view.headline and exhibit.is_sent for exhibit in exhibits)
    assert any(not exhibit.is_sent for exhibit in exhibits)


def test_every_record_of_the_gallery_could_be_put_into_words(exhibits: tuple[Exhibit, ...]) -> None:
    assert not [exhibit.situation.name for exhibit in exhibits if exhibit.view.unreadable]
