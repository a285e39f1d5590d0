"""German messages as different people write them."""

from __future__ import annotations

from chalicelib.capture.found import Mailbox
from tests.capture.words.given import JONAS, Message

GERMAN_MESSAGES = (
    Message(
        name="a formal invitation",
        owner=JONAS,
        subject="Einladung zum Vorstellungsgespräch – Projektleiter Hochbau",
        sender=Mailbox("Kathrin Vogel", "vogel@hartmann-bau.example"),
        text="""Sehr geehrter Herr Reiter,

vielen Dank für Ihre Bewerbung als Projektleiter Hochbau. Gerne laden wir Sie zu einem Vorstellungsgespräch am Dienstag, den 25. August 2026, um 14:30 Uhr in unser Büro in der Lindenstraße 12, 80999 München ein. Bitte planen Sie etwa 60 Minuten ein.

Ihre Gesprächspartner sind Herr Dr. Stefan Huber und ich.

Mit freundlichen Grüßen
Kathrin Vogel
Personalreferentin
Hartmann Bau GmbH
Tel. 089 99998 123
""",
        kind="new_interview",
        fields={
            "company": "Hartmann Bau GmbH", "position": "Projektleiter Hochbau", "interview_on": "2026-08-25",
            "interview_time": "14:30", "interview_minutes": "60", "format": "in_person",
            "place": "Lindenstraße 12 80999 München",
            "contacts": ({"name": "Kathrin Vogel", "phone": "089 99998 123", "role": "recruiter"},),
        },
    ),
    Message(
        name="a messenger invitation with halb drei",
        owner=JONAS,
        text="Hallo Jonas, hier ist Mara von der Bäckerei Kornblume. Magst du übermorgen um halb drei zum Kennenlernen vorbeikommen? Am Markt 5, einfach klingeln. LG",
        kind="new_interview",
        fields={"interview_on": "2026-08-21", "interview_time": "14:30", "place": "Am Markt 5"},
    ),
    Message(
        name="a video call in Teams",
        owner=JONAS,
        subject="Interview Data Analyst (m/w/d)",
        sender=Mailbox("Svenja Thiel | Quantera AG", "svenja.thiel@quantera.example"),
        text="""Hallo Herr Reiter,

wie telefonisch besprochen bestätige ich Ihnen das Interview am Do, 27.08. von 10 bis 11 Uhr per Microsoft Teams:

https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc/0

Teilnehmen werden Frau Nina Albrecht (Teamleiterin Analytics) und ich.

Viele Grüße
Svenja Thiel
Talent Acquisition Manager
Quantera AG
+49 40 66969 301
""",
        kind="new_interview",
        fields={
            "company": "Quantera AG", "position": "Data Analyst", "interview_on": "2026-08-27", "interview_time": "10:00",
            "interview_minutes": "60", "format": "video",
            "meeting_url": "https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc/0",
            "contacts": ({"name": "Svenja Thiel", "phone": "+49 40 66969 301"},),
        },
    ),
    Message(
        name="several dates to choose from",
        owner=JONAS,
        text="""Guten Tag Herr Reiter,

wir möchten Sie gerne persönlich kennenlernen. Folgende Termine können wir Ihnen anbieten:

- Montag, 24.08., 9:00 Uhr
- Mittwoch, 26.08., 13:30 Uhr
- Freitag, 28.08., 11 Uhr

Bitte geben Sie uns bis Freitag, 21.08. Bescheid.

Freundliche Grüße
Peter Lindner
Stadtwerke Auental
""",
        kind="new_interview",
        fields={"contacts": ({"name": "Peter Lindner"},), "company": "Stadtwerke Auental"},
        absent=("interview_on", "interview_time"),
        asks=("interview_on",),
    ),
    Message(
        name="moved to another day",
        owner=JONAS,
        subject="Terminverschiebung",
        sender=Mailbox("Personal, Medwerk", "personal@medwerk.example"),
        text="""Sehr geehrter Herr Reiter,

leider müssen wir das Vorstellungsgespräch vom 24.08. auf Mittwoch, den 2. September um 9.00 Uhr verschieben. Wir bitten um Ihr Verständnis.

Mit freundlichen Grüßen
i. A. Doris Frey
Medwerk GmbH & Co. KG
""",
        kind="moved",
        fields={"interview_on": "2026-09-02", "interview_time": "09:00", "company": "Medwerk GmbH & Co. KG"},
        absent=("result",),
    ),
    Message(
        name="moved, without a new day",
        owner=JONAS,
        text="Hallo Herr Reiter, Frau Beck ist leider erkrankt. Wir müssen den morgigen Termin daher verschieben und melden uns, sobald wir einen neuen Termin nennen können. Viele Grüße, Tim Osten",
        kind="moved",
        absent=("interview_on", "interview_time", "result"),
    ),
    Message(
        name="a cancellation",
        owner=JONAS,
        text="Sehr geehrter Herr Reiter, das für den 26. August vereinbarte Gespräch müssen wir leider absagen, da die Abteilung umstrukturiert wird. Ob es einen Ersatz gibt, ist offen. Mit freundlichen Grüßen, Carla Weiss",
        kind="cancelled",
        absent=("interview_on", "result"),
    ),
    Message(
        name="a refusal",
        owner=JONAS,
        subject="Ihre Bewerbung als Energieberater",
        sender=Mailbox("Lumenhof eG", "bewerbung@lumenhof.example"),
        text="""Sehr geehrter Herr Reiter,

vielen Dank für das angenehme Gespräch in der vergangenen Woche. Nach sorgfältiger Abwägung haben wir uns für einen anderen Bewerber entschieden.

Für Ihren weiteren Weg wünschen wir Ihnen alles Gute.

Ihr Personalteam der Lumenhof eG
""",
        kind="heard_back",
        fields={"result": "refusal", "company": "Lumenhof eG", "position": "Energieberater"},
        absent=("interview_on",),
    ),
    Message(
        name="a polite refusal after the papers",
        owner=JONAS,
        text="Guten Tag Herr Reiter, danke für Ihr Interesse an der Stelle als Lagerleiter. Leider können wir Sie in der engeren Auswahl nicht berücksichtigen. Alles Gute! Firma Brettschneider",
        kind="heard_back",
        fields={"result": "refusal", "position": "Lagerleiter"},
    ),
    Message(
        name="an offer with a day to answer by",
        owner=JONAS,
        text="""Lieber Herr Reiter,

wir freuen uns sehr, Ihnen die Stelle als Teamleiter Einkauf anbieten zu können. Beginn wäre der 1. Oktober 2026. Den Vertragsentwurf finden Sie anbei; bitte geben Sie uns bis spätestens Freitag, 28. August, Rückmeldung.

Beste Grüße
Jutta Kern
Geschäftsführerin
Kern & Söhne KG
""",
        kind="heard_back",
        fields={"result": "offer", "until": "2026-08-28", "position": "Teamleiter Einkauf", "contacts": ({"name": "Jutta Kern", "role": "ceo"},)},
        absent=("interview_on",),
    ),
    Message(
        name="asked for patience",
        owner=JONAS,
        subject="AW: Nachfrage zum Gespräch am 11.08.",
        sender=Mailbox("Lena Rauch", "l.rauch@opalwerk.example"),
        text="""Hallo Herr Reiter,

danke für Ihre Nachfrage. Wir haben noch keine Entscheidung getroffen, da noch Gespräche mit anderen Kandidaten laufen. Ich melde mich bis zum 2. September bei Ihnen.

Viele Grüße
Lena Rauch
""",
        kind="heard_back",
        fields={"result": "told_to_wait", "until": "2026-09-02"},
        absent=("interview_on",),
    ),
    Message(
        name="a receipt",
        owner=JONAS,
        subject="Eingangsbestätigung Ihrer Bewerbung",
        sender=Mailbox("Nordkai Logistik", "noreply@nordkai.example"),
        text="Sehr geehrter Herr Reiter, vielen Dank für Ihre Bewerbung. Wir prüfen Ihre Unterlagen und melden uns innerhalb von drei Wochen. Falls Ihr Profil zu uns passt, laden wir Sie zu einem Gespräch ein.",
        kind="nothing",
    ),
    Message(
        name="a job agent",
        owner=JONAS,
        subject="Neue Stellenangebote für Sie",
        sender=Mailbox("Jobbote", "jobagent@jobbote.example"),
        text="Ihr Suchauftrag: 12 neue Stellen. Elektriker bei Strom Nord: Vorstellungsgespräche am 25. August ab 10 Uhr, jetzt bewerben!",
        kind="nothing",
    ),
    Message(
        name="a second talk",
        owner=JONAS,
        text="""Hallo Jonas,

das Gespräch mit dir hat uns sehr gefallen! Wir möchten dich gern zu einem zweiten Gespräch mit unserem Gründer einladen, und zwar nächsten Dienstag um 16 Uhr bei uns im Büro.

Passt dir das?

Liebe Grüße
Mina Sommer
Rotdorn Medien GmbH
""",
        kind="heard_back",
        fields={"result": "next_round", "interview_on": "2026-08-25", "interview_time": "16:00", "format": "in_person", "company": "Rotdorn Medien GmbH"},
        asks=("interview_on",),
    ),
    Message(
        name="an absence",
        owner=JONAS,
        subject="Abwesenheitsnotiz: Nachfrage",
        sender=Mailbox("Lena Rauch", "l.rauch@opalwerk.example"),
        text="Vielen Dank für Ihre Nachricht. Ich bin bis einschließlich 28.08.2026 nicht im Büro. Ihre E-Mail wird nicht weitergeleitet.",
        kind="heard_back",
        fields={"result": "told_to_wait", "until": "2026-08-28"},
        absent=("interview_on",),
    ),
    Message(
        name="a friend",
        owner=JONAS,
        text="Hey, ich hab morgen um 10 mein Vorstellungsgespräch bei der Bahn, drück mir die Daumen! Freitag 19 Uhr Kino?",
        kind="nothing",
    ),
    Message(
        name="labels in a table",
        owner=JONAS,
        subject="Ihr Vorstellungstermin bei der Klinik Seeblick",
        sender=Mailbox("Bewerbermanagement", "noreply@klinik-seeblick.example"),
        text="""Guten Tag Herr Reiter,

Ihr Termin zum Vorstellungsgespräch wurde bestätigt.

Stelle: Pflegefachkraft (m/w/d)
Datum: 3. September 2026
Uhrzeit: 13:15 Uhr
Ort: Klinik Seeblick, Haus 2, Seeweg 4, 82319 Starnberg
Ansprechpartnerin: Frau Irene Maurer, 08151 99999 20

Sollten Sie den Termin verschieben müssen, klicken Sie bitte hier.
""",
        kind="new_interview",
        fields={
            "position": "Pflegefachkraft", "interview_on": "2026-09-03", "interview_time": "13:15", "format": "in_person",
            "place": "Seeweg 4 82319 Starnberg", "contacts": ({"name": "Irene Maurer", "phone": "08151 99999 20"},),
        },
    ),
    Message(
        name="a telephone interview",
        owner=JONAS,
        text="Sehr geehrter Herr Reiter, gerne würden wir mit Ihnen ein erstes Telefoninterview führen. Ich rufe Sie am Montag, 24. August um viertel nach neun an, Dauer ca. 20 Minuten. Beste Grüße, Anke Petersen, Fjordtech AG",
        kind="new_interview",
        fields={"interview_on": "2026-08-24", "interview_time": "09:15", "interview_minutes": "20", "format": "phone"},
    ),
    Message(
        name="a date with the wrong weekday",
        owner=JONAS,
        text="Hallo Herr Reiter, hiermit bestätigen wir das Vorstellungsgespräch am Montag, 25.08. um 10 Uhr. Gruß, M. Adler",
        kind="new_interview",
        asks=("interview_on",),
    ),
    Message(
        name="a trial day",
        owner=JONAS,
        text="Servus Jonas, der Chef würd dich gern zum Probearbeiten einladen: Samstag, 29.8., 7 Uhr früh in der Backstube, Gruß Sepp von der Bäckerei Huber",
        kind="new_interview",
        fields={"interview_on": "2026-08-29", "interview_time": "07:00"},
    ),
)  # fmt: skip
