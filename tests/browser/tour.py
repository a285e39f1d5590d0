"""Every page there is, opened one after the other: for all that must hold on each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from chalicelib.links.settle_links import SettlePurpose
from chalicelib.playbook.step import StepKind
from tests.browser import broken_records
from tests.browser.person import Person
from tests.browser.site import Site
from tests.browser.times import MONDAY_EVENING, NEXT_MONDAY

OWNER_S_NOTES = "They run everything on trains.\nAsk about the night shift."


def furnish(site: Site) -> None:
    """Records in each state that a page shows, as on Monday 10 August 2026."""
    site.record(now=MONDAY_EVENING, notes=OWNER_S_NOTES, url="https://acme.example/jobs/17", test_task=True)
    site.record(now=MONDAY_EVENING, company="Globex", position="Analyst", contacts=[{"email": "kim@globex.example"}])
    site.record(now=MONDAY_EVENING, company="Initech", interview_on="2026-08-06")
    site.record(now=NEXT_MONDAY, company="Soylent", position="Head of Taste", interview_on="2026-08-12")
    ended = site.record(now=MONDAY_EVENING, company="Umbrella", contacts=[])["id"]
    refusal = {"kind": "heard_back", "result": "refusal", "reasons_given": True, "note": "Too far away"}
    site.ask("POST", f"/interviews/{ended}/events", refusal, now=NEXT_MONDAY)


def tour(person: Person) -> Iterator[str]:
    """The name of each page, while it is open. The person is not signed in yet, and is not any more at the end."""
    for stop in STOPS:
        stop(person)
        yield stop.__name__


def _open_record(person: Person, company: str) -> None:
    person.open("/interviews")
    person.click(person.page.get_by_role("link", name=company))


def front(person: Person) -> None:
    """What anybody sees."""
    person.open("/")


def sign_in(person: Person) -> None:
    """The form for the token."""
    person.open("/sign-in")


def sign_in_refused(person: Person) -> None:
    """After a wrong token."""
    person.sign_in("me.wrong-wrong-wrong")


def today_empty(person: Person) -> None:
    """The first page before anything is recorded."""
    person.sign_in()


def record(person: Person) -> None:
    """The form for an interview."""
    person.open("/record")


def record_refused(person: Person) -> None:
    """After something that does not fit."""
    person.fill(Company="Acme", Position="Data Engineer", Day_of_the_interview="1950-01-01")
    person.press("Record it")


def recorded(person: Person) -> None:
    """After the first interview was recorded; then more of them are."""
    person.open("/record?company=Stark&position=Welder&interview_on=2026-08-10")
    person.press("Record it")
    furnish(person.site)


def record_again(person: Person) -> None:
    """Before a second interview of the same company and day is recorded."""
    person.open("/record?company=acme&position=Data+Engineer&interview_on=2026-08-03")
    person.press("Record it")


def next_round(person: Person) -> None:
    """The form of the next round of a process."""
    person.open("/record")
    person.follow("The next round: Stark, Welder")


def today(person: Person) -> None:
    """A day on which much is due."""
    person.open("/")


def interview(person: Person) -> None:
    """A record that waits for a call."""
    _open_record(person, "Acme")


def draft(person: Person) -> None:
    """The words of a step to come."""
    _open_record(person, "Acme")
    person.click(person.page.get_by_role("link", name="Read the letter", exact=True).first)


def edit(person: Person) -> None:
    """The form that changes it."""
    _open_record(person, "Acme")
    person.follow("Change")


def contacts(person: Person) -> None:
    """The form that changes somebody on a record."""
    _open_record(person, "Acme")
    person.click(person.page.get_by_role("link", name="Change: Dana Winter"))


def contact_refused(person: Person) -> None:
    """The form that adds somebody, after something that does not fit."""
    _open_record(person, "Acme")
    person.follow("Add a contact")
    person.fill(Name="Kim Moss", Email="kim at acme")
    person.press("Add them")


def people(person: Person) -> None:
    """Everybody on the records."""
    person.open("/contacts")


def earlier_event(person: Person) -> None:
    """The form that changes what happened, with what that does."""
    _open_record(person, "Umbrella")
    person.click(person.page.get_by_role("link", name="Change: They said no."))
    person.press("See what that does")


def remove(person: Person) -> None:
    """What it does to take back what happened."""
    _open_record(person, "Umbrella")
    person.click(person.page.get_by_role("link", name="Take back: They said no."))


def interview_ended(person: Person) -> None:
    """A record that has ended."""
    _open_record(person, "Umbrella")


def interview_missing(person: Person) -> None:
    """A record that is not there."""
    person.open("/interviews/01K1S0M3000000000000000001", status=404)


def list_all(person: Person) -> None:
    """All records."""
    person.open("/interviews")


def list_none(person: Person) -> None:
    """A search that finds nothing."""
    person.open("/interviews?q=zebra&status=ended")


def list_found(person: Person) -> None:
    """A search for a number, in another notation."""
    person.open("/interviews?q=030+23125021")


def act(person: Person) -> None:
    """A link that asks for a day and a time."""
    _open_record(person, "Acme")
    person.follow("They invited me to the next round")


def act_refused(person: Person) -> None:
    """A link with a day that does not fit."""
    _open_record(person, "Acme")
    person.follow("I called: nobody answered")
    person.fill(**{"On_which_day?": "2027-01-01"})
    person.press("Yes, record it")


def acted(person: Person) -> None:
    """After one click."""
    _open_record(person, "Globex")
    person.follow("I sent the letter")
    person.press("Yes, record it")


def act_stale(person: Person) -> None:
    """The same link once more."""
    path = person.page.url.partition(f"{person.site.port}")[2].partition("?")[0]
    person.open(path.removeprefix(person.site.prefix))


def act_pause(person: Person) -> None:
    """A pause of the mail, before it is one."""
    person.open("/digest")
    person.follow("Pause for a week")


def paused(person: Person) -> None:
    """The digest paused, until when, and how to resume it."""
    person.press("Yes, record it")


def paused_settings(person: Person) -> None:
    """The settings meanwhile."""
    person.open("/settings")


def resumed(person: Person) -> None:
    """Today's page after the pause was ended."""
    person.press("Resume the digest")


def act_sorry(person: Person) -> None:
    """A link that was cut."""
    person.open("/act/abc", status=404)


def read(person: Person) -> None:
    """A call of the mail, whole."""
    person.open(person.site.reading("Acme", StepKind.STATUS_CALL, NEXT_MONDAY))


def read_changed(person: Person) -> None:
    """A letter of the mail that is no longer due."""
    person.open(person.site.reading("Globex", StepKind.STATUS_LETTER, NEXT_MONDAY))


def read_draft(person: Person) -> None:
    """A letter of the mail that belongs to no step."""
    person.open(person.site.reading("Acme", StepKind.WITHDRAWAL, NEXT_MONDAY))


def settings(person: Person) -> None:
    """Who the owner is."""
    person.open("/settings")


def settings_saved(person: Person) -> None:
    """With a calendar's address, after it was made."""
    person.press("Make an address for it")


def bring_in(person: Person) -> None:
    """The form that takes a file."""
    person.open("/import")


def bring_in_preview(person: Person) -> None:
    """What would come of a table of which one row does not fit."""
    table = b"company,position,interview_on\nHooli,Poet,2026-08-03\nAcme,Data Engineer,some day\n"
    person.page.get_by_label("The file").set_input_files(
        {"name": "interviews.csv", "mimeType": "text/csv", "buffer": table}
    )
    person.press("Look at it")


def bring_in_report(person: Person) -> None:
    """What came of it."""
    person.press("Bring them in")


def capture(person: Person) -> None:
    """The form that takes an invitation."""
    person.open("/capture")


def capture_refused(person: Person) -> None:
    """After nothing was pasted."""
    person.press("Read it")


def captured(person: Person) -> None:
    """What was read of an invitation, as a form."""
    words = person.page.get_by_label("Their words: the mail, the message, or the text of the calendar entry")
    words.fill("We would like to interview you for the Welder position at Vandelay on Thursday, 13 August at 3 pm.")
    person.press("Read it")


def captured_refused(person: Person) -> None:
    """With something that does not fit."""
    person.fill(Company=" ")
    person.press("Record it")


def captured_nothing(person: Person) -> None:
    """What is no invitation."""
    person.open("/capture")
    words = person.page.get_by_label("Their words: the mail, the message, or the text of the calendar entry")
    words.fill("Ten recipes for the summer.")
    person.press("Read it")


def docs(person: Person) -> None:
    """The API's description."""
    person.open("/docs")


def digest(person: Person) -> None:
    """The digest as a page."""
    person.open("/digest")


def mail(person: Person) -> None:
    """The digest as a mail program shows it."""
    html = person.site.mailed(NEXT_MONDAY)
    person.open("/app.js")
    person.page.goto("about:blank")
    person.page.set_content(html)


def settle(person: Person) -> None:
    """What a mail listed to be kept or closed together."""
    person.open(person.site.settling(SettlePurpose.PICK_UP, NEXT_MONDAY))


def settled(person: Person) -> None:
    """After one of them was closed."""
    person.page.get_by_label("Close it").first.check()
    person.press("Record what I chose")


def new_token(person: Person) -> None:
    """The new token, shown once."""
    person.open("/settings")
    person.unfold("A new token")
    person.press("Make a new token")


STOPS: tuple[Callable[[Person], None], ...] = (
    *(front, sign_in, sign_in_refused, today_empty, record, record_refused, recorded, record_again),
    *(
        today,
        next_round,
        interview,
        draft,
        edit,
        contacts,
        contact_refused,
        people,
        earlier_event,
        remove,
        interview_ended,
        interview_missing,
        list_all,
        list_none,
        list_found,
    ),
    *(
        act,
        act_refused,
        acted,
        act_stale,
        act_pause,
        paused,
        paused_settings,
        resumed,
        act_sorry,
        read,
        read_changed,
        read_draft,
    ),
    *(capture, capture_refused, captured, captured_refused, captured_nothing),
    *(settings, settings_saved, bring_in, bring_in_preview, bring_in_report, docs, digest, mail, settle, settled),
    *(*broken_records.STOPS, new_token),
)
