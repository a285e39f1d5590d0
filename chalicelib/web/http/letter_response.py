"""A letter as a file that a mail program opens: the response of every address that ends with ``.eml``."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.drafts.draft import Draft, DraftChannel
from chalicelib.errors import AfterwordError
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.step import StepKind
from chalicelib.usecases.write_drafts import draft_now
from chalicelib.web.http.request_context import RequestContext
from chalicelib.web.http.response import Response, attachment

MESSAGE, MESSAGE_TYPE = ".eml", "message/rfc822"


def letter_response(
    context: RequestContext, interview: Interview, kind: StepKind, contact_id: str | None = None
) -> Response:
    """The letter of a kind as the record stands now; ``contact_id`` is one of those who are to be thanked.

    Raises NoSuchDraft, and ``Invalid`` for a contact that is not in the record.
    """
    from chalicelib.drafts.letter_file import letter_as_eml
    from chalicelib.drafts.letter_name import letter_name

    letter = draft_now(context, interview, kind, DraftChannel.LETTER, contact_id)
    text = letter_as_eml(letter, context.owner, context.now, _tag(context, letter, interview)).decode()
    name = letter_name(letter, interview.company, context.language)
    disposition = attachment(name, f"{kind.replace('_', '-')}{MESSAGE}")
    return Response(HTTPStatus.OK, text, {"Content-Type": MESSAGE_TYPE, "Content-Disposition": disposition})


def _tag(context: RequestContext, letter: Draft, interview: Interview) -> str | None:
    """What its Message-ID is made of; None while the keys cannot be read: the letter is more important."""
    from chalicelib.links.letter_ids import LetterIds

    try:
        return LetterIds(context.services.links()).tag_of(letter, context.owner.id, interview.id)
    except AfterwordError as error:
        if error.is_temporary:
            return None
        raise
