"""What a machine can check about the voice of a draft. Each check returns the fragments that are wrong."""

from __future__ import annotations

import re
from collections.abc import Callable

from chalicelib.drafts.draft import Draft, DraftChannel, Passage
from chalicelib.playbook.owner import Tone
from chalicelib.playbook.step_kinds import STEP_KINDS
from infra.gallery.sampler import Drawn
from tests.drafts.repetitions import NBSP, STAGE_DIRECTION, spoken
from tests.drafts.voice_words import (
    AMERICAN_TITLES,
    AMERICAN_WORDS,
    AROUND,
    ASKS_FOR_TIME,
    BRANCHES,
    BRITISH_TITLES,
    BRITISH_WORDS,
    ENGLISH_IS_SPOKEN,
    HANGING_UP,
    LEAVE,
    LONGEST_QUESTION,
    LONGEST_SUBJECT,
    LONGEST_TITLE,
    MONTH_FIRST,
    MONTHS,
    ONE_SECOND_COMMA,
    PHRASES,
    PROMISE,
    RUSSIAN_MONTHS,
    SENTENCES_FOR_WHO_AND_TIME,
    SOMETHING_ELSE,
    THROUGH,
    WEEKDAYS,
    WHO_IS_THERE,
    YES,
)

Check = Callable[[Drawn], list[str]]


def bad_phrases(drawn: Drawn) -> list[str]:
    """The phrases that made readers say no, with the kind of the mistake."""
    own = [phrase for phrase in PHRASES if phrase.language == drawn.draft.language]
    return [f"{kind}: {found}" for kind, _, pattern in own for found in around(pattern, drawn.words)]


def untidy(drawn: Drawn) -> list[str]:
    """Double spaces, empty quotation marks, and brackets other than those of stage directions."""
    patterns = (rf"[ {NBSP}]{{2,}}", '""|«»|“”|„“', r"[\[\](){}<>]")
    text = f"{drawn.draft.subject or ''}\n{spoken(drawn.draft)}"
    return [found for pattern in patterns for found in around(pattern, text)]


def promises_without_leave(drawn: Drawn) -> list[str]:
    """Sentences of a letter that announce a call in a paragraph that does not ask for leave (S2)."""
    if drawn.draft.channel is not DraftChannel.LETTER:
        return []
    promise, leave = PROMISE[drawn.draft.language], LEAVE[drawn.draft.language]
    return [
        found
        for paragraph in spoken(drawn.draft).split("\n\n")
        if not around(leave, paragraph)
        for found in around(promise, paragraph)
    ]


def at_their_own_company(drawn: Drawn) -> list[str]:
    """ "At Acme" in a letter to Acme."""
    if drawn.draft.channel is not DraftChannel.LETTER:
        return []
    company = re.escape(drawn.record.company.rstrip("."))
    within = {"en": rf"\bat {company}", "ru": rf"\bв (компании |организации )?[«„]?{company}"}[drawn.draft.language]
    return around(within, spoken(drawn.draft).replace(NBSP, " "))


def long_subjects(drawn: Drawn) -> list[str]:
    """A subject of more than 60 characters."""
    subject = drawn.draft.subject or ""
    return [f"{len(subject)}: {subject}"] if len(subject) > LONGEST_SUBJECT else []


def consolation_after_a_yes(drawn: Drawn) -> list[str]:
    """ "If something else comes up" in a branch for a yes, or in what is said before hanging up after any branch."""
    language, passages = drawn.draft.language, drawn.draft.passages
    after_yes = [part for part in passages if is_headed(part, YES[language])]
    if after_yes:
        after_yes += [part for part in passages if is_headed(part, HANGING_UP[language])]
    return [f"[{part.heading}] {found}" for part in after_yes for found in around(SOMETHING_ELSE[language], part.text)]


def asked_before_said_who(drawn: Drawn) -> list[str]:
    """What is said to a person who has just answered, if the caller's name is not in it or comes after "two minutes".

    A question who is there may come before it: "Hello, is this Dana Winter?"
    """
    if not _is_phone_script(drawn.draft) or not drawn.owner.name:
        return []
    first = map(_paragraphs_said, _openings(drawn.draft))
    return [said[0] for said in first if said and not _says_who(said, drawn)]


def asked_before_said_why(drawn: Drawn) -> list[str]:
    """What is said up to "two minutes", if nothing but a question who is there is said between the caller's name
    and that."""
    language = drawn.draft.language
    if not _is_phone_script(drawn.draft) or not drawn.owner.name:
        return []
    said = " ".join(_paragraphs_said(drawn.draft.passages[0].text))
    _, name, after = said.partition(drawn.owner.name.split()[0])
    asked = re.search(ASKS_FOR_TIME[language], after, re.IGNORECASE)
    if not name or not asked:
        return []
    sentences = re.split(r"(?<=[.!?…])\s", after[: asked.start()])
    between = [sentence for sentence in sentences if not WHO_IS_THERE.fullmatch(sentence)]
    is_why_said = len(between) > SENTENCES_FOR_WHO_AND_TIME or len(between[-1].split()) > LONGEST_QUESTION
    return [] if is_why_said else [said[: said.index(name) + len(name) + asked.end()]]


def did_not_wait(drawn: Drawn) -> list[str]:
    """ "Is this Dana Winter?" without waiting for the answer."""
    if not _is_phone_script(drawn.draft):
        return []
    asked = [found for text in _openings(drawn.draft) if (found := WHO_IS_THERE.match(text))]
    goes_on, name = re.compile(r"[ \t]*[^\s(]"), drawn.owner.name.partition(" ")[0]
    return [
        one.string[: one.end() + AROUND]
        for one in asked
        if goes_on.match(one.string, one.end()) and not (name and name in one[0])
    ]


def answers_presumed(drawn: Drawn) -> list[str]:
    """A question of a script in English, and in the same breath the thanks or the goodbye after its answer."""
    if not _is_phone_script(drawn.draft) or drawn.draft.language != "en":
        return []
    presumed = r"\?\s+(Thanks?\b|All the best|Goodbye)"
    return [found for part in drawn.draft.passages for found in around(presumed, part.text)]


def missing_branches(drawn: Drawn) -> list[str]:
    """The branches that a script lacks; on a main line, somebody else answers anyway (S5)."""
    if not _is_phone_script(drawn.draft):
        return []
    return [
        name
        for name, patterns in BRANCHES.items()
        if not any(is_headed(part, patterns[drawn.draft.language]) for part in drawn.draft.passages)
        and not (name == "somebody else answers" and "S5" in drawn.draft.rules)
    ]


def breaking_spaces(drawn: Drawn) -> list[str]:
    """In Russian, a space at which a line may break: in a date, before «%», after «ООО»."""
    if drawn.draft.language != "ru":
        return []
    patterns = (rf"\d (?={RUSSIAN_MONTHS})", r"\d ?%", r"\b(ООО|АО|ПАО|ЗАО|ИП) ")
    return [found for pattern in patterns for found in around(pattern, drawn.words)]


def foreign_dates(drawn: Drawn) -> list[str]:
    """In an English letter, a date that is not written as where the employer is: Monday, August 3; Monday 3 August."""
    if drawn.draft.language != "en" or drawn.draft.channel is not DraftChannel.LETTER:
        return []
    american = (rf"\d{{1,2}} ({MONTHS})\b", rf"({WEEKDAYS}) ({MONTHS}) \d")
    british = (rf"\b({MONTHS}) \d{{1,2}}\b(?! )|\b({MONTHS}) \d{{1,2}} ", rf"({WEEKDAYS}), \d")
    patterns = american if drawn.country in MONTH_FIRST else british
    return [found for pattern in patterns for found in around(pattern, drawn.words.replace(NBSP, " "))]


def foreign_words(drawn: Drawn) -> list[str]:
    """ "CV" or "keen" to an American employer, "résumé" or "talk with" to a British one."""
    if drawn.draft.language != "en":
        return []
    return around(BRITISH_WORDS if drawn.country in MONTH_FIRST else AMERICAN_WORDS, drawn.words)


def foreign_titles(drawn: Drawn) -> list[str]:
    """ "Dr Smith" to an American employer, "Dr. Smith" to a British one."""
    if drawn.draft.language != "en":
        return []
    foreign = BRITISH_TITLES if drawn.country in MONTH_FIRST else AMERICAN_TITLES
    return [found for found in around(f"(?-i:{foreign})", drawn.words) if drawn.country in ENGLISH_IS_SPOKEN]


def open_dates(drawn: Drawn) -> list[str]:
    """In an American letter, a date without its second comma where the sentence goes on."""
    if drawn.draft.language != "en" or drawn.draft.channel is not DraftChannel.LETTER:
        return []
    return around(f"(?-i:{ONE_SECOND_COMMA})", spoken(drawn.draft))


def met_themselves(drawn: Drawn) -> list[str]:
    """ "I had an interview with Dana Winter", said to Dana Winter, whom the caller has just asked for."""
    asked = re.search(r"Is this ([^?\n]+)\?", drawn.words) if drawn.draft.language == "en" else None
    return around(rf"\bwith {re.escape(asked[1])}\b", spoken(drawn.draft)) if asked else []


def pasted_names(drawn: Drawn) -> list[str]:
    """A name that no one would say as it is recorded, said so: "WINTER, Dana", "olga smith (HR)"."""
    names = [contact.name for contact in drawn.record.contacts if contact.name and _is_odd_name(contact.name)]
    return [found for name in names for found in around(_as_written(name), drawn.words)]


def pasted_titles(drawn: Drawn) -> list[str]:
    """A title that no one would say as it is recorded, said so: "VP, Sales (EMEA)", "the an Engineer"."""
    title = drawn.record.position
    return around(_as_written(title), drawn.words) if _is_odd_title(title) else []


def unfriendly_greetings(drawn: Drawn) -> list[str]:
    """A friendly letter in English that greets somebody by first and last name."""
    draft, to = drawn.draft, drawn.draft.to
    is_friendly_letter = draft.channel is DraftChannel.LETTER and drawn.owner.tone is Tone.FRIENDLY
    if not is_friendly_letter or draft.language != "en" or not to or not to.name or to.salutation:
        return []
    greeting = draft.text.partition("\n")[0]
    return [greeting] if len(to.name.split()) > 1 and to.name in greeting else []


def ignored_salutations(drawn: Drawn) -> list[str]:
    """A formal letter that does not greet somebody as the owner addresses them, but for the stop after a title."""
    draft, to = drawn.draft, drawn.draft.to
    is_formal_letter = draft.channel is DraftChannel.LETTER and drawn.owner.tone is Tone.FORMAL
    greeting = draft.text.partition("\n")[0].replace(NBSP, " ")
    salutation = (to.salutation or "" if to else "").replace(".", "")
    return [greeting] if is_formal_letter and salutation not in greeting.replace(".", "") else []


CHECKS: tuple[Check, ...] = (
    bad_phrases,
    untidy,
    promises_without_leave,
    at_their_own_company,
    long_subjects,
    consolation_after_a_yes,
    asked_before_said_who,
    asked_before_said_why,
    did_not_wait,
    answers_presumed,
    missing_branches,
    breaking_spaces,
    foreign_dates,
    foreign_words,
    foreign_titles,
    open_dates,
    met_themselves,
    pasted_names,
    pasted_titles,
    unfriendly_greetings,
    ignored_salutations,
)


def around(pattern: str, text: str) -> list[str]:
    """Every place of a pattern in a text, with what stands around it."""
    places = re.finditer(pattern, text.replace("’", "'"), re.IGNORECASE)
    return [text[max(place.start() - AROUND, 0) : place.end() + AROUND] for place in places]


def _as_written(text: str) -> str:
    """A pattern for the very text: "MARIA LOPEZ" is no "Maria Lopez"."""
    return f"(?-i:{re.escape(text)})"


def is_headed(part: Passage, pattern: str) -> bool:
    """Whether a passage is a branch with such a heading."""
    return bool(part.heading and re.search(pattern, part.heading, re.IGNORECASE))


def _is_phone_script(draft: Draft) -> bool:
    return draft.channel is DraftChannel.CALL and not STEP_KINDS[draft.kind].is_at_the_interview


def _openings(draft: Draft) -> list[str]:
    """What is said to a person who has just answered: at first, and after the office put the caller through."""
    through = THROUGH[draft.language]
    return [part.text for part in draft.passages if not part.heading or is_headed(part, through)]


def _paragraphs_said(text: str) -> list[str]:
    return [said for paragraph in STAGE_DIRECTION.sub("", text).split("\n\n") if (said := paragraph.strip())]


def _says_who(said: list[str], drawn: Drawn) -> bool:
    """Whether the owner's name, or their first one, is said before anybody is asked for time, in the first paragraph or
    right after a question who is there."""
    language, name = drawn.draft.language, drawn.owner.name.split()[0]
    asked = re.search(ASKS_FOR_TIME[language], said[0], re.IGNORECASE)
    if name in (said[0][: asked.start()] if asked else said[0]):
        return True
    return len(said) > 1 and not asked and WHO_IS_THERE.fullmatch(said[0]) is not None and _says_who(said[1:], drawn)


def _is_odd_name(name: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]+", name) if len(word) > 1]
    return bool(re.search(r"[,(]", name)) or any(word.isupper() for word in words) or name.islower()


def _is_odd_title(title: str) -> bool:
    is_long = len(title) > LONGEST_TITLE
    return (
        is_long or title.isupper() or bool(re.search(r"[\[(,/]| - |^(the|an?) |position$|^(позиция|вакансия) ", title))
    )
