"""The link of a video meeting; pages to book, move or cancel one, and to dial in, are none."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

from chalicelib.capture.found import Found
from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.capture.words.passage import Passage
from chalicelib.drafts.word_lists import words

MEETING_URL = "meeting_url"
_LONGEST = 2000
_URL = bounded_pattern(r"https?://[^\s<>\"«»„“”]+", re.IGNORECASE)
_LOOSE_END = bounded_pattern(r"[.,;:!?)\]}'’*_>]+$")
_HOSTS = words(
    """
    zoom.us zoomgov.com meet.google.com teams.microsoft.com teams.live.com teams.cloud.microsoft telemost.yandex.ru
    telemost.360.yandex.ru webex.com whereby.com meet.goto.com gotomeeting.com global.gotomeeting.com meet.jit.si
    join.skype.com bluejeans.com chime.aws app.chime.aws jazz.sber.ru salutejazz.ru mts-link.ru my.mts-link.ru
    events.webinar.ru ktalk.ru trueconf.com trueconf.ru vk.me calls.vk.com meet.zoho.com around.co livestorm.co
    hirevue.com sparkhire.com coderpad.io karat.io ringcentral.com v.ringcentral.com lifesizecloud.com
    meet.starface.de fastviewer.com vcs.telekom.de meetings.vonage.com doxy.me discord.gg dyte.io
    """
)
_OF_A_HOUSE = bounded_pattern(
    r"^(?:meet|meeting|conf|konferenz|conference|video|vcs|vc|vks|bbb|jitsi|talk|webconf|call)\d?\.", re.IGNORECASE
)
_NO_MEETING = bounded_pattern(
    r"support\.zoom|/u/|dialin|meetingoptions|jointeamsmeeting|zoom\.us/(?:download|test|pricing"
    r"|zoomconference)|learn\.microsoft|tel\.meet"
    r"|calendly|cal\.com|savvycal|doodle|hubspot|calendar|bookings?\b|bookwithme|youcanbook|acuityscheduling"
    r"|goodtime|tidycal|zcal|koalendar"
    r"|reschedul|cancel|decline|unsubscribe|webinar/register",
    re.IGNORECASE,
)
_ANOTHER_PURPOSE = bounded_pattern(
    r"(?<!\w)(?:cancel|reschedul\w*|decline|book|choose|pick|select|unsubscribe|directions|map|test your"
    r"|absagen|verschieben|umbuchen|buchen|auswählen|отмен\w+|перенести|выбер\w+|забронир\w+|отписаться|dial"
    r"|local number|need help|learn more)\b[^\n.!?]{0,60}$",
    re.IGNORECASE,
)
_WAY_IN = bounded_pattern(
    r"(?<!\w)(?:join|meeting link|video link|video call|video|zoom|link to the|enter the|einwahl\w*|teilnehmen"
    r"|zugang\w*|besprechung\w*|meeting|konferenz\w*|видео\w*|ссылк\w+|подключ\w+|созвон\w*|вход\w*|онлайн"
    r"|online)\b[^\n]{0,80}$",
    re.IGNORECASE,
)
_BEFORE = 100  # characters before a link that say what it is for


def meeting_url_in(passage: Passage) -> Found | None:
    """The link to join, taken out of a mail gateway's wrapping; None without one."""
    for found in _URL.finditer(passage.own):
        written = _LOOSE_END.sub("", found[0])
        url = unwrapped(written)
        before = passage.own[max(0, found.start() - _BEFORE) : found.start()]
        line = before.rpartition("\n")[2] if before.rpartition("\n")[2].strip() else before
        if len(url) <= _LONGEST and _is_meeting(url, line):
            return Found(url, written)
    return None


def unwrapped(url: str) -> str:
    """The address that Outlook's Safe Links, Google or Proofpoint have wrapped into one of theirs."""
    try:
        parts = urlsplit(url)
        query = parse_qs(parts.query)
    except ValueError:
        return url
    host = parts.netloc.lower()
    if host.endswith("safelinks.protection.outlook.com") and "url" in query:
        return query["url"][0]
    if host in ("www.google.com", "google.com") and parts.path == "/url":
        return next((query[name][0] for name in ("q", "url") if name in query), url)
    if host.startswith("urldefense.") and "/v3/__" in url:
        return unquote(url.partition("/v3/__")[2].partition("__;")[0])
    return url


def _is_meeting(url: str, before: str) -> bool:
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return False
    if _NO_MEETING.search(url) or _ANOTHER_PURPOSE.search(before):
        return False
    is_known = any(host == known or host.endswith(f".{known}") for known in _HOSTS)
    return is_known or (_OF_A_HOUSE.match(host) is not None and _WAY_IN.search(before) is not None)
