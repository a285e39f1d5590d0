"""Actions in words: what a button says, and what it is about to write down."""

from __future__ import annotations

from chalicelib.drafts.language import Language
from chalicelib.links.action import ActionKind
from chalicelib.playbook.step import marked

# On a button, or as a link in the mail.
LABELS = {
    ActionKind.THANKED: marked("I sent it"),
    ActionKind.SENT: marked("I sent the letter"),
    ActionKind.NO_ANSWER: marked("I called: nobody answered"),
    ActionKind.NO_DECISION: marked("I called: no decision yet"),
    ActionKind.WAIT: marked("They will get in touch by a day"),
    ActionKind.OFFER: marked("They made an offer"),
    ActionKind.REFUSAL: marked("They refused"),
    ActionKind.NEXT_ROUND: marked("They invited me to the next round"),
    ActionKind.REASONS: marked("They told me the reasons"),
    ActionKind.SNOOZE_1: marked("Tomorrow"),
    ActionKind.SNOOZE_3: marked("In 3 days"),
    ActionKind.SNOOZE_7: marked("In a week"),
    ActionKind.STOP: marked("Stop following up"),
    ActionKind.UNDO: marked("Undo"),
    ActionKind.PAUSE: marked("Pause the digest"),
    ActionKind.RESUME: marked("Resume the digest"),
}

# What is written down when it is confirmed.
MEANINGS = {
    ActionKind.THANKED: marked("You sent the thank-you letter to {company}."),
    ActionKind.SENT: marked("You sent the letter to {company}."),
    ActionKind.NO_ANSWER: marked("You called {company}, and nobody answered."),
    ActionKind.NO_DECISION: marked("You called {company}, and there is no decision yet."),
    ActionKind.WAIT: marked("{company} asked you to wait until they get in touch."),
    ActionKind.OFFER: marked("{company} made you an offer."),
    ActionKind.REFUSAL: marked("{company} refused."),
    ActionKind.NEXT_ROUND: marked("{company} invited you to the next round."),
    ActionKind.REASONS: marked("{company} told you the reasons."),
    ActionKind.SNOOZE_1: marked("What is due with {company} is put off until tomorrow."),
    ActionKind.SNOOZE_3: marked("What is due with {company} is put off for three days."),
    ActionKind.SNOOZE_7: marked("What is due with {company} is put off for a week."),
    ActionKind.STOP: marked("You stop following up with {company}."),
    ActionKind.UNDO: marked("What was recorded last about {company} is taken back."),
    ActionKind.PAUSE: marked("No digest comes any more, until you resume it."),
    ActionKind.RESUME: marked("The digest comes again."),
}


def label(kind: ActionKind, language: Language) -> str:
    """Such as "They made an offer"."""
    return language.say(LABELS[kind])


def meaning(kind: ActionKind, company: str, language: Language) -> str:
    """Such as "Acme made you an offer."; ``company`` is left out of what is about the digest."""
    return language.say(MEANINGS[kind], {"company": language.in_quotes(company)})
