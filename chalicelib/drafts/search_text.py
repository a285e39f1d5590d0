"""The search as a whole, in words (M1): how many processes are alive, where they stand, and a nudge if they are few."""

from __future__ import annotations

from chalicelib.drafts.language import Language
from chalicelib.playbook.search import Search, Stage
from chalicelib.playbook.step import translatable

_WHERE_IT_STANDS = {
    Stage.AHEAD: translatable("the interview is ahead"),
    Stage.WAITING: translatable("you are waiting for their word"),
    Stage.ASKED: translatable("you have asked"),
    Stage.CLOSING: translatable("it is to be wrapped up"),
    Stage.OFFER: translatable("there is an offer"),
}


def alive(search: Search, language: Language) -> str:
    """How many processes are alive, such as "3 applications are open"."""
    if not search.alive:
        return language.say("No application is open")
    facts = {"count": search.alive}
    return language.say_number("{count} application is open", "{count} applications are open", search.alive, facts)


def stages(search: Search, language: Language) -> tuple[str, ...]:
    """How many processes are at each stage that has any, such as "2 waiting for their word"; of a single process only
    where it stands."""
    if search.alive == 1:
        return tuple(language.say(_WHERE_IT_STANDS[stage]) for stage in Stage if search.at(stage))
    return tuple(_count_at(stage, search.at(stage), language) for stage in Stage if search.at(stage))


def nudge(search: Search, language: Language) -> str | None:
    """A nudge to go on searching, None unless fewer processes are alive than the owner wants."""
    if not search.is_thin:
        return None
    return language.say_number(
        "Keep looking: you want at least one open. Set up the next interview.",
        "Keep looking: you want at least {at_least} open. Set up the next interview.",
        search.at_least,
        {"at_least": search.at_least},
    )


def _count_at(stage: Stage, count: int, language: Language) -> str:
    facts = {"count": count}
    match stage:
        case Stage.AHEAD:
            return language.say_number(
                "{count} with the interview ahead", "{count} with the interview ahead", count, facts
            )
        case Stage.WAITING:
            return language.say_number("{count} waiting for their word", "{count} waiting for their word", count, facts)
        case Stage.ASKED:
            return language.say_number("{count} where you have asked", "{count} where you have asked", count, facts)
        case Stage.CLOSING:
            return language.say_number("{count} to wrap up", "{count} to wrap up", count, facts)
        case Stage.OFFER:
            return language.say_number("{count} with an offer", "{count} with an offer", count, facts)
