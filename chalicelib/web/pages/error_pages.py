"""Errors as a browser sees them: a page that says what went wrong, or the form that came too late, shown again."""

from __future__ import annotations

from chalicelib.errors import NoSuchOwner
from chalicelib.web.http.problems import Problem
from chalicelib.web.http.request_context import AnonymousContext
from chalicelib.web.http.response import Response
from chalicelib.web.pages.rendering import pages


def problem_page(context: AnonymousContext, problem: Problem) -> Response:
    """The page of a problem, with the problem's status and headers."""
    page = pages(context.services.templates).page(
        "problem", problem.language, problem=problem, root=context.request.prefix
    )
    response = page.response(problem.status)
    return Response(response.status, response.text, {**response.headers, **problem.headers})


def pending_form(context: AnonymousContext, error: Exception) -> Response | None:
    """A page that keeps a form of ours, to be looked at and sent again, whose session is over or was an earlier one.

    None for everything else.
    """
    from chalicelib.web.pages.pending_form import sign_in_response
    from chalicelib.web.pages.pending_pages import form_of_earlier_session  # loads the pages of all forms

    return sign_in_response(context) if isinstance(error, NoSuchOwner) else form_of_earlier_session(context)
