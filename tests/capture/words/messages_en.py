"""English messages as different people write them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from chalicelib.capture.found import Mailbox
from tests.capture.words.given import JONAS, JORDAN, PRIYA, Message

ENGLISH_MESSAGES = (
    Message(
        name="a recruiter invites, with an agreed hour",
        owner=PRIYA,
        subject="Interview for Product Analyst at Fenwick Mutual",
        sender=Mailbox("Hannah Cole", "hannah.cole@fenwickmutual.example"),
        text="""Hi Priya,

Thank you for your application. We would like to invite you to an interview for the Product Analyst role at Fenwick Mutual on Tuesday 25 August at 2.30pm. It will take about 45 minutes and be held at our office, 12 Harbour Street, Bristol.

You will be meeting Oliver Grant, Head of Insight.

Kind regards,
Hannah Cole
Talent Acquisition Partner
Fenwick Mutual
0117 496 0123
""",
        kind="new_interview",
        fields={
            "company": "Fenwick Mutual", "position": "Product Analyst", "interview_on": "2026-08-25",
            "interview_time": "14:30", "interview_minutes": "45", "format": "in_person",
            "place": "12 Harbour Street Bristol",
            "contacts": ({"name": "Hannah Cole", "phone": "0117 496 0123", "role": "recruiter"}, {"name": "Oliver Grant"}),
        },
    ),
    Message(
        name="a founder texts",
        owner=JORDAN,
        text="Hey Jordan! Loved your portfolio. Can you come in for a quick interview tomorrow at 4? We're at 210 Mason Street, 3rd floor. Dev from Bluewick",
        kind="new_interview",
        fields={"interview_on": "2026-08-20", "interview_time": "16:00", "place": "210 Mason Street", "company": "Bluewick"},
    ),
    Message(
        name="an ATS confirms",
        owner=JORDAN,
        subject="Interview Confirmation - Data Engineer - Corvid Health",
        sender=Mailbox("Corvid Health Hiring Team", "no-reply@hire.ats.example"),
        text="""Hi Jordan,

Your interview with Corvid Health has been confirmed. Here are the details:

Position: Data Engineer
Date: Friday, August 28, 2026
Time: 11:00 AM - 11:45 AM EDT
Interviewer: Marsha Lee
Location: https://zoom.us/j/98765432100?pwd=abc

Need to reschedule? Use this link: https://ats.example/reschedule/44

Meeting ID: 987 6543 2100
Passcode: 112233
One tap mobile
+16465588656,,98765432100# US (New York)

This email was sent from an unmonitored inbox. Please do not reply.
""",
        kind="new_interview",
        fields={
            "company": "Corvid Health", "position": "Data Engineer", "interview_on": "2026-08-28",
            "interview_time": "11:00", "interview_minutes": "45", "format": "video",
            "meeting_url": "https://zoom.us/j/98765432100?pwd=abc", "contacts": ({"name": "Marsha Lee"},),
        },
    ),
    Message(
        name="a secretary moves it",
        owner=PRIYA,
        subject="Re: Interview 21 August",
        sender=Mailbox("Pauline Marsh", "p.marsh@wexcombe.example"),
        text="""Dear Ms Nair,

I am afraid Mr Tolland has been called away on Friday, so we need to move your interview to Monday 24 August at 9:15. I hope this is still convenient.

Yours sincerely
Pauline Marsh
PA to the Director, Wexcombe Trust
""",
        kind="moved",
        fields={"interview_on": "2026-08-24", "interview_time": "09:15", "contacts": ({"name": "Pauline Marsh"},)},
    ),
    Message(
        name="a move without a day",
        owner=JORDAN,
        text="Hi Jordan, something came up and we have to postpone tomorrow's interview. I'll be in touch next week with a new time. Sorry about that! Kim",
        kind="moved",
        absent=("interview_on", "interview_time", "result"),
    ),
    Message(
        name="a cancellation",
        owner=PRIYA,
        subject="Cancelled: Interview with Ardent Foods",
        sender=Mailbox("Ardent Foods Recruitment", "recruitment@ardentfoods.example"),
        text="""Hello Priya,

Due to restructuring, the interview scheduled for 27 August at 10:00 has been cancelled. We will let you know if the role is reopened.

Ardent Foods Recruitment
""",
        kind="cancelled",
        fields={"company": "Ardent Foods"},
        absent=("interview_on", "result"),
    ),
    Message(
        name="a refusal without unfortunately",
        owner=JORDAN,
        text="""Hi Jordan,

It was great meeting you last Thursday. After a lot of discussion the team has decided to move forward with another candidate for the QA Lead position. I'd be happy to stay in touch.

Best,
Rob Ellison
Engineering Manager, Packline
""",
        kind="heard_back",
        fields={"result": "refusal", "position": "QA Lead", "company": "Packline", "contacts": ({"name": "Rob Ellison", "role": "supervisor"},)},
        absent=("interview_on",),
    ),
    Message(
        name="a refusal that sounds like an offer",
        owner=PRIYA,
        text="Dear Priya, thank you for your time last week. I am sorry to say that we are not able to offer you the position this time. The standard was high and we wish you every success. Moira Kemp, Lowland Archives",
        kind="heard_back",
        fields={"result": "refusal"},
        absent=("interview_on", "until"),
    ),
    Message(
        name="an offer by a founder",
        owner=JORDAN,
        text="""Jordan!

We all loved talking to you and we'd like to offer you the Growth Marketer job. Start date would be September 14. I need an answer by next Wednesday, August 26, the paperwork is attached.

Sam
CEO, Tinderbox Games
""",
        kind="heard_back",
        fields={"result": "offer", "until": "2026-08-26", "position": "Growth Marketer"},
        absent=("interview_on",),
    ),
    Message(
        name="told to wait, by the end of the week",
        owner=PRIYA,
        sender=Mailbox("Ewan Rhodes", "ewan@stillwater.example"),
        subject="Re: Following up on our interview",
        text="""Hi Priya,

Thanks for your note and for your patience. We haven't made a decision yet as the director is on leave. You should hear from us by the end of next week.

Ewan
""",
        kind="heard_back",
        fields={"result": "told_to_wait", "until": "2026-08-28"},
        asks=("until",),
        absent=("interview_on",),
    ),
    Message(
        name="a receipt of an application",
        owner=JORDAN,
        subject="Thank you for applying to Norwood Labs",
        sender=Mailbox("Norwood Labs", "no-reply@norwoodlabs.example"),
        text="Hi Jordan, we received your application for Lab Manager. Our team will review it and get back to you within two weeks. If your profile is a match, we will invite you to an interview.",
        kind="nothing",
    ),
    Message(
        name="a job alert",
        owner=JORDAN,
        subject="5 new jobs for you",
        sender=Mailbox("JobFinder", "alerts@jobfinder.example"),
        text="New jobs matching your search: Sales Associate at Hartwell, interview this Friday at 10 AM! Apply now. Customer Support Agent at Nimbus.",
        kind="nothing",
    ),
    Message(
        name="interview tips",
        owner=PRIYA,
        subject="How to ace your next interview",
        sender=Mailbox("Career Coach Weekly", "hello@careercoach.example"),
        text="Join our free webinar on Thursday 27 August at 7pm: how to prepare for your interview and land the job. We look forward to seeing you there!",
        kind="nothing",
    ),
    Message(
        name="slots in another zone",
        owner=PRIYA,
        text="""Hello Priya,

We were impressed with your profile and would love to schedule a first call about the Research Associate opening. Are you free on Monday 24 August at 3 PM CET or Wednesday 26 August at 11 AM CET?

Lukas Brenner
Recruiter at Helix Biologics
""",
        kind="new_interview",
        fields={"company": "Helix Biologics", "position": "Research Associate", "contacts": ({"name": "Lukas Brenner"},)},
        absent=("interview_on", "interview_time"),
        asks=("interview_on",),
    ),
    Message(
        name="a later round",
        owner=JORDAN,
        subject="Next steps",
        sender=Mailbox("Alicia Gomez", "alicia@verdantgrid.example"),
        text="""Hi Jordan,

Everyone enjoyed speaking with you on Monday. We'd like to invite you to the final round with our CTO, Neil Sharma, on Thursday, August 27th from 1:00 to 2:30 pm ET. You can join here: https://meet.google.com/abc-defg-hij

Alicia Gomez
People Operations, Verdant Grid
(646) 555-0177
""",
        kind="heard_back",
        fields={
            "result": "next_round", "interview_on": "2026-08-27", "interview_time": "13:00", "interview_minutes": "90",
            "meeting_url": "https://meet.google.com/abc-defg-hij", "company": "Verdant Grid",
            "contacts": ({"name": "Alicia Gomez", "phone": "646 555 0177"}, {"name": "Neil Sharma"}),
        },
    ),
    Message(
        name="a phone screen from abroad",
        owner=JONAS,
        sent_at=datetime(2026, 8, 19, 9, 0, tzinfo=timezone(-timedelta(hours=7))),
        sender=Mailbox("Grace Park", "grace.park@altacloud.example"),
        subject="Phone interview - Site Reliability Engineer",
        text="""Hi Jonas,

Thanks for applying to Alta Cloud! I'd like to set up a phone interview for the Site Reliability Engineer role. Does Friday, August 21 at 9:00 AM PT work for you? It should take 30 minutes, and I will call you at the number on your resume.

Grace Park
Technical Recruiter, Alta Cloud
""",
        kind="new_interview",
        fields={
            "company": "Alta Cloud", "position": "Site Reliability Engineer", "interview_on": "2026-08-21",
            "interview_time": "09:00", "interview_time_zone": "America/Los_Angeles", "interview_minutes": "30",
            "format": "phone",
        },
    ),
    Message(
        name="a weekday that contradicts its date",
        owner=PRIYA,
        text="Hi Priya, just confirming your interview with us on Tuesday 26 August at 11am at the Maple Street branch. See you then! Joanne, Oak & Rye Bakery",
        kind="new_interview",
        fields={"company": "Oak & Rye Bakery"},
        asks=("interview_on",),
    ),
    Message(
        name="out of office",
        owner=PRIYA,
        subject="Automatic reply: Following up",
        sender=Mailbox("Ewan Rhodes", "ewan@stillwater.example"),
        text="I am out of the office until Monday 31 August with limited access to email. For urgent matters please call our front desk.",
        kind="heard_back",
        fields={"result": "told_to_wait", "until": "2026-08-31"},
        absent=("interview_on",),
    ),
    Message(
        name="a friend's own interview",
        owner=JORDAN,
        text="omg I have an interview at Google tomorrow at 10am, wish me luck! Coffee on Friday at 5?",
        kind="nothing",
    ),
    Message(
        name="a trial shift by SMS",
        owner=PRIYA,
        text="Hello Priya its Marco from the Copper Kettle cafe. we would like to invite you for a trial shift sat 22/8 at 9am, ask for Gina. 07700 900123",
        kind="new_interview",
        fields={"interview_on": "2026-08-22", "interview_time": "09:00", "contacts": ({"name": "Marco", "phone": "07700900123"},)},
    ),
)  # fmt: skip
