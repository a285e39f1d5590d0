"""Why digests do not reach their owner, in words: one row for each ``digest_problem``.

The pages and ``make status`` say them.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from chalicelib.drafts.language import Language
from chalicelib.errors import Block
from chalicelib.playbook.step import translatable
from chalicelib.records.mail_returns import MailReturn
from chalicelib.records.owners import MailStop


class DigestProblem(Struct, frozen=True, kw_only=True):
    """``said``: what happened, as a sentence. ``advice``: what to do. ``is_stop``: no digest is sent before the owner
    says that the address works again."""

    said: str
    advice: str
    is_stop: bool = False


_CHANGE_IT = translatable("Change the address in the settings or, if it works again:")
_NEW_PASSWORD = translatable(
    "Make a new one there, and give it to make deploy (SMTP_PASSWORD). The digest is tried again every quarter of an "
    "hour."
)
_LOOK_AT_THE_SERVER = translatable(
    "Whoever set this service up can look at SMTP_HOST and SMTP_PORT with make status. The digest is tried again every "
    "quarter of an hour."
)

PROBLEMS: Mapping[str, DigestProblem] = {
    MailStop.BOUNCED: DigestProblem(
        said=translatable("The digest came back from your address, so none is sent there now."),
        advice=_CHANGE_IT,
        is_stop=True,
    ),
    MailStop.COMPLAINED: DigestProblem(
        said=translatable("Your mail provider reported the digest as spam, so none is sent now."),
        advice=_CHANGE_IT,
        is_stop=True,
    ),
    MailReturn.POLICY: DigestProblem(
        said=translatable(
            "Your mail provider refused the digest: it does not believe that the mail is from its sender."
        ),
        advice=translatable(
            "Your address is fine, and the next digest is tried all the same. It helps to send it from a domain of "
            "yours, or through your own mail provider: docs/deploying.md says how."
        ),
    ),
    MailReturn.CONTENT: DigestProblem(
        said=translatable("Your mail provider refused the digest for what is in it, or for its size."),
        advice=translatable("Your address is fine, and the next digest is tried all the same. Today has all of it."),
    ),
    MailReturn.SUPPRESSED: DigestProblem(
        said=translatable(
            "Amazon SES did not send the digest: it keeps your address on a list of those that mail came back from."
        ),
        advice=translatable(
            "Whoever set this service up can take it off, with aws sesv2 delete-suppressed-destination. The next "
            "digest is tried all the same."
        ),
    ),
    Block.NOT_VERIFIED: DigestProblem(
        said=translatable("Amazon SES does not send from this address yet: it was not confirmed."),
        advice=translatable(
            "Press the link in Amazon's mail to you, or enter the DNS records that make status shows. The digest is "
            "tried again every quarter of an hour."
        ),
    ),
    Block.LOGIN_REFUSED: DigestProblem(
        said=translatable("Your mail provider does not take the app password any more."),
        advice=_NEW_PASSWORD,
    ),
    Block.LOGIN_MISSING: DigestProblem(
        said=translatable("The app password of your mail provider is gone."),
        advice=_NEW_PASSWORD,
    ),
    Block.NOT_TRUSTED: DigestProblem(
        said=translatable("Your mail provider's server did not prove that it is your provider's."),
        advice=_LOOK_AT_THE_SERVER,
    ),
    Block.NOT_SUPPORTED: DigestProblem(
        said=translatable("Your mail provider's server does not let us sign in over a safe connection."),
        advice=_LOOK_AT_THE_SERVER,
    ),
}
# For whatever SES says when it refuses a digest at once.
_REFUSED = DigestProblem(
    said=translatable("Mail to you was refused."), advice=translatable("Look at your address in the settings.")
)


def digest_problem(code: str | None, language: Language) -> DigestProblem | None:
    """A problem in the owner's words; None while there is none."""
    if code is None:
        return None
    problem = PROBLEMS.get(code, _REFUSED)
    return DigestProblem(said=language.say(problem.said), advice=language.say(problem.advice), is_stop=problem.is_stop)
