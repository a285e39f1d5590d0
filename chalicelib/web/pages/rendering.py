"""The pages: HTML from ``templates/pages``, escaped, without inline scripts, and with a policy that allows none."""

from __future__ import annotations

from functools import cache
from http import HTTPStatus
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from chalicelib.drafts.language import Language
from chalicelib.drafts.own_name import name_missing
from chalicelib.web.http.authentication import signed_in
from chalicelib.web.http.request_context import AnyContext
from chalicelib.web.http.response import HTML, Response

_NOTHING_ELSE = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
# The icons of the manifest are within it. The worker is a script of ours, and loads what it keeps.
_HOME_SCREEN = "manifest-src 'self'; img-src 'self' data:; worker-src 'self'; connect-src 'self'"
POLICY = f"{_NOTHING_ELSE}; style-src 'self'; script-src 'self'; {_HOME_SCREEN}"


class Page(Struct, frozen=True):
    """A page, and the Content-Security-Policy under which a browser may show it."""

    html: str
    policy: str
    language: str

    def response(self, status: HTTPStatus = HTTPStatus.OK) -> Response:
        """The page as a response."""
        headers = {"Content-Type": HTML, "Content-Security-Policy": self.policy, "Content-Language": self.language}
        return Response(status, self.html, headers)


@cache
def pages(templates_folder: Path) -> PageTemplates:
    """The renderer for a folder of templates, made on first use."""
    return PageTemplates(templates_folder)


class PageTemplates:
    """Renders the pages. Making one loads Jinja."""

    def __init__(self, templates_folder: Path) -> None:
        from chalicelib.drafts.bidi import isolated
        from chalicelib.drafts.environment import Environments
        from chalicelib.drafts.wording import capital

        self._folder = templates_folder / "pages"
        self.templates = Environments(self._folder, {"capital": capital}, finalize=isolated)

    def page(self, name: str, language: Language, **facts: object) -> Page:
        """The page of this name, in this language, with these facts. Its links begin with ``root``."""
        template = self.templates.of(language).get_template(f"{name}.html")
        frame = {"root": "", "is_signed_in": False, "form_token": "", "name_missing": None, "here": name}
        frame |= {"language": language.code}
        return Page(template.render(frame | facts), POLICY, language.code)

    def asset(self, name: str) -> str:
        """A style sheet or the script of the pages, by its path among the templates."""
        return (self._folder.parent / name).read_text(encoding="utf-8")


def page(context: AnyContext, name: str, status: HTTPStatus = HTTPStatus.OK, /, **facts: object) -> Response:
    """A response with the page of this name. Its links begin with ``root``; only a session has a ``form_token``."""
    language = context.request.language(context.services.languages)
    browser = signed_in(context.request, context.services, context.now)
    frame = {
        "root": context.request.prefix,
        "is_signed_in": browser is not None,
        "form_token": context.services.sessions().form_token(browser.session) if browser else "",
        "say": language.say,
        "name_missing": name_missing(browser.account.owner, language) if browser else None,
        "here": name,
    }
    return with_session_renewed(
        context, pages(context.services.templates).page(name, language, **frame | facts).response(status)
    )


def with_session_renewed(context: AnyContext, response: Response) -> Response:
    """A page with, once a day, a new cookie for the session of its browser, so that whoever opens pages stays signed
    in. Only a GET has one: what a button leads to is a page again."""
    browser = signed_in(context.request, context.services, context.now)
    if browser is None or context.request.method != "GET":
        return response
    from chalicelib.web.http.session_cookies import set_cookie

    cookies, sessions = context.request.header("Cookie"), context.services.sessions()
    cookie = sessions.renewed_cookie(browser.session, cookies, context.now)
    renewed = {"Set-Cookie": set_cookie(context.request, cookie)} if cookie else {}
    return replace(response, headers={**response.headers, **renewed})
