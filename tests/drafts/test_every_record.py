"""What holds for the drafts of any record at all: sendable as they are, nothing left open, nothing let in."""

from __future__ import annotations

import re
from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from chalicelib.drafts.addressing import address_of
from chalicelib.drafts.draft import Draft, DraftChannel
from chalicelib.drafts.position_titles import position_as_said
from chalicelib.drafts.typography import NO_BREAK
from chalicelib.drafts.writer import SUBJECT_LIMIT
from chalicelib.playbook.contact import Contact, Role
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.interview_facts import Channel
from chalicelib.playbook.owner import Owner, Tone
from chalicelib.playbook.plan import Plan
from chalicelib.playbook.process_state import DayToCome
from chalicelib.playbook.step import StepKind
from chalicelib.playbook.step_kinds import STEP_KINDS
from tests.drafts.given import (
    AN_OFFER,
    CALLS,
    LETTERS,
    WITHOUT_THE_DAY,
    WITHOUT_WORDS,
    a_plan,
    a_step,
    suited,
    the_second_letter,
    writer,
)
from tests.factories import MONDAY, an_interview, an_owner

TODAY = MONDAY + timedelta(days=7)
ORPHANS = re.compile(
    r"\s[,.;:?!]|\(\s*\)|\[\s*\]|«\s*»|\{|\}|,,|\.\.|,\.|None|Undefined|[a-zа-я][.!?][A-ZА-Я]|\bTrue\b|\bFalse\b"
)
OTHER_CHANNELS = re.compile(
    r"skype|\bsms\b|linkedin|whatsapp|telegram|messenger|facebook|paper|post office"
    r"|скайп|\bсмс\b|вотсап|телеграм|мессендж|соцсет|бумажн|почтой россии",
    re.IGNORECASE,
)
LANGUAGES = ("en", "ru")
AFTER_A_LETTER = (StepKind.RECEIPT_CALL, StepKind.FOLLOW_UP_CALL)
AFTER_SOMETHING = (*AFTER_A_LETTER, StepKind.AGREED_CALL, StepKind.REASONS_CALL)

names = st.sampled_from(
    [
        "Dana Winter",
        "Дана Сергеевна Винтер",
        "Винтер Иван Петрович",
        "Łukasz Żuk",
        "王小明",
        "محمد علي",
        "José-María de la Cruz y Sotomayor",
        "O'Brien Jr.",
        "דנה כהן",
    ]
)
firms = st.sampled_from(
    ["Acme", "ООО «Ромашка»", "Globex Inc.", "株式会社アクメ", "Müller & Söhne", "Yahoo!", "شركة المستقبل"]
)
positions = st.sampled_from(["Data Engineer", "data engineer (m/f/d)", "Sales position", "Инженер данных", "X" * 200])
phones = st.sampled_from(["+49 30 23125 020", "030 23125 021", "call Dana"])
near_days = st.dates(MONDAY + timedelta(days=1), MONDAY + timedelta(days=20))


def maybe_one(of: st.SearchStrategy[str]) -> st.SearchStrategy[str | None]:
    return st.none() | of


contacts = st.builds(
    Contact,
    role=st.sampled_from(Role),
    name=maybe_one(names),
    phone=maybe_one(phones),
    email=maybe_one(st.just("dana@acme.example")),
)
owners = st.builds(
    an_owner,
    name=names,
    phone=maybe_one(phones),
    tone=st.sampled_from(Tone),
    language=st.sampled_from(LANGUAGES),
    country=st.sampled_from(["DE", "RU"]),
)
interviews = st.builds(
    an_interview,
    company=firms,
    position=positions,
    contacts=st.lists(contacts, max_size=3).map(tuple),
    answer_expected_on=st.none() | near_days,
    answer_channel=st.none() | st.sampled_from(Channel),
    may_call=st.none() | st.booleans(),
    test_task=st.booleans(),
    language=maybe_one(st.sampled_from(LANGUAGES)),
    notes=maybe_one(st.sampled_from(["liked: the calm way you work", "понравилось: как вы работаете", "private"])),
)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Interview, Owner, Plan]:
    interview = draw(interviews)
    plan = a_plan(
        interview,
        step=draw(st.sampled_from([a_step(StepKind.STATUS_CALL), the_second_letter()])),
        letter_sent_on=draw(st.none() | near_days),
        promised_call_on=draw(st.none() | near_days),
        is_refused=True,  # so that every kind has words
        promised_on=None,
        silent_since=draw(near_days),
        day_to_come=draw(st.none() | st.sampled_from(DayToCome)),
    )
    return interview, draw(owners), plan


def drafts_of(interview: Interview, owner: Owner, plan: Plan, today: date = TODAY) -> list[Draft]:
    calls = ((kind, DraftChannel.CALL) for kind in CALLS)
    has_met = plan.day_to_come is not DayToCome.INTERVIEW  # others are not told of an offer (M2)
    letters = ((kind, DraftChannel.LETTER) for kind in LETTERS if has_met or kind is not StepKind.OFFER_LETTER)
    return [draft_of(kind, channel, interview, owner, plan, today) for kind, channel in (*calls, *letters)]


def draft_of(
    kind: StepKind, channel: DraftChannel, interview: Interview, owner: Owner, plan: Plan, today: date
) -> Draft:
    interview, plan, today = suited(kind, interview, plan, today)
    return writer().draft(kind, interview, plan, owner, today, channel=channel, offers=(AN_OFFER,))


@settings(max_examples=700)
@given(cases())
def test_s_h1_h7_every_draft_of_every_record_can_be_used_as_it_is(case: tuple[Interview, Owner, Plan]) -> None:
    """All that holds for a draft is looked at in one go: making the drafts takes longer than looking."""
    interview, owner, plan = case
    for draft in drafts_of(interview, owner, plan):
        assert_nothing_is_left_open(draft)
        asks_for = plan.day_to_come if STEP_KINDS[draft.kind].day_task else None
        assert_it_says_what_it_is_about(draft, interview, plan, asks_for)
        assert_a_letter_is_neither_curt_nor_long_and_its_subject_fits(draft, asks_for)
        assert_it_carries_the_owner_s_name_and_phone(draft, owner)
        assert_no_other_channel_is_proposed(draft)
        assert_either_the_rung_or_what_is_missing_is_named(draft)


def assert_nothing_is_left_open(draft: Draft) -> None:
    for text in (draft.text, draft.notice, draft.rung_reason, draft.missing or "", draft.subject or ""):
        assert "  " not in text
        assert not ORPHANS.search(text.replace("Yahoo!", "Yahoo")), text
        assert text == text.strip()


def assert_it_says_what_it_is_about(draft: Draft, interview: Interview, plan: Plan, asks_for: DayToCome | None) -> None:
    """By the day of the interview or of what it goes on from, and by the position.

    What goes on from something that the record lacks has no day. What asks for the day of the next round looks forward,
    and need not say when the last one was. What asks for a day and goes on from a letter needs no position.
    """
    language = writer().languages.of(draft.language).as_of(TODAY, "DE")
    say = language.say_day_aloud if draft.channel is DraftChannel.CALL else language.say_day
    goes_on_from_a_letter = draft.kind in AFTER_A_LETTER or (asks_for and draft.kind is StepKind.STATUS_LETTER)
    days = (interview.interview_on, plan.letter_sent_on, plan.silent_since)
    text = draft.text.replace(NO_BREAK, " ")
    is_any_day_named = any(say(day) in text for day in days if day)
    is_day_known = draft.kind not in AFTER_SOMETHING or (draft.kind in AFTER_A_LETTER and plan.letter_sent_on)
    position = position_as_said(interview.position, interview.position_short, draft.language)

    is_off = draft.kind is StepKind.WITHDRAWAL and plan.day_to_come is DayToCome.INTERVIEW
    is_day_needless = is_off or draft.kind in WITHOUT_THE_DAY or asks_for is DayToCome.NEXT_ROUND

    assert is_any_day_named or not is_day_known or is_day_needless
    assert position is None or position in text or (asks_for and (goes_on_from_a_letter or is_any_day_named))


def assert_a_letter_is_neither_curt_nor_long_and_its_subject_fits(draft: Draft, asks_for: DayToCome | None) -> None:
    """A letter that only asks for a day may be shorter."""
    if draft.channel is DraftChannel.LETTER:
        least = 20 if asks_for or STEP_KINDS[draft.kind].is_listed else 25
        assert least <= len(draft.text.split()) <= 180
        assert draft.subject
        assert len(draft.subject) <= SUBJECT_LIMIT


def assert_it_carries_the_owner_s_name_and_phone(draft: Draft, owner: Owner) -> None:
    """H7, voicemails included."""
    assert owner.name in draft.text
    assert (owner.phone or "") in draft.text


def assert_no_other_channel_is_proposed(draft: Draft) -> None:
    """H1."""
    assert not OTHER_CHANNELS.search(draft.text + draft.notice)


def assert_either_the_rung_or_what_is_missing_is_named(draft: Draft) -> None:
    """C."""
    assert (draft.rung is None) == (draft.missing is not None) == (draft.to is None)
    assert draft.rung_reason


@given(
    cases(), st.text(max_size=60), st.sampled_from(["# x\n# y", "\n\nBcc: a@b\n# z", "{{ me }}", "{% raw %}", "<b>"])
)
def test_a_hostile_value_changes_no_structure(case: tuple[Interview, Owner, Plan], noise: str, trick: str) -> None:
    interview, owner, plan = case
    value = f"{trick}{noise}{trick}"
    hostile = an_interview(
        company=value,
        position=value,
        contacts=tuple(
            Contact(role=contact.role, name=value, phone=contact.phone, email=contact.email)
            for contact in interview.contacts
        ),
        notes="touch: " + value,
    )
    # A name that nobody can say is left out, and with it the question who is there; written, it may still stand.
    address = address_of(Contact(name=value), is_formal=owner.tone is Tone.FORMAL, language=owner.language)
    name = "Dana" if address.spoken else "D. Winter" if address.written else None
    tame = an_interview(
        contacts=tuple(
            Contact(role=contact.role, name=name, phone=contact.phone, email=contact.email)
            for contact in interview.contacts
        ),
    )

    for evil, plain in zip(drafts_of(hostile, owner, plan), drafts_of(tame, owner, plan), strict=True):
        assert [part.heading for part in evil.passages] == [part.heading for part in plain.passages]
        if evil.kind is not StepKind.THANK_YOU_LETTER:
            assert evil.text.count("\n") == plain.text.count("\n")
        assert "\n" not in (evil.subject or "")
        assert len(evil.subject or "") <= SUBJECT_LIMIT


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_no_text_at_all_makes_a_draft_fail(company: str, position: str, name: str) -> None:
    assume("None" not in company + position + name)
    interview = an_interview(company=company, position=position, notes=name)
    owner = an_owner(name=name, phone=company, email=position)

    drafts = drafts_of(interview, owner, a_plan(interview, step=a_step(StepKind.STATUS_CALL), is_refused=True))

    assert all("  " not in draft.text and "None" not in draft.text for draft in drafts)


def test_every_kind_is_looked_at_here() -> None:
    assert {*CALLS, *LETTERS, *WITHOUT_WORDS, StepKind.CLOSING_QUESTION} == set(StepKind)
