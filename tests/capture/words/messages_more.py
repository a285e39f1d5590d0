"""Further messages, written after the others had been read right: short ones, odd ones, and no invitations at all."""

from __future__ import annotations

from chalicelib.capture.found import Mailbox
from tests.capture.words.given import ILYA, JONAS, JORDAN, MARIA, PRIYA, Message

FURTHER_MESSAGES = (
    Message(
        name="a housing association's letter",
        owner=PRIYA,
        kind="new_interview",
        subject="Your application – Marketing Executive (Ref 2217)",
        sender=Mailbox("Recruitment", "recruitment@tidewell.example"),
        text="""Dear Priya Nair

Further to your recent application, I am pleased to inform you that you have been shortlisted for the above post.

Your interview will be held on Thursday 3 September 2026 at 11.20 am at Tidewell House, 4 Quay Road, Poole BH15 1AB. Please report to reception, where you should ask for Mrs Linda Farrow.

The interview will last approximately 40 minutes. Please confirm your attendance by 27 August.

Yours sincerely

Graham Pike
HR Officer
Tidewell Housing Association
""",
        fields={
            "interview_on": "2026-09-03",
            "interview_time": "11:20",
            "interview_minutes": "40",
            "format": "in_person",
            "place": "4 Quay Road",
            "contacts": ({"name": "Graham Pike", "role": "recruiter"},),
            "company": "Tidewell Housing Association",
            "position": "Marketing Executive",
        },
    ),
    Message(
        name="a dentist's text message",
        owner=JORDAN,
        kind="new_interview",
        text="Hi this is Denise w/ Harborview Dental. We rec'd ur application for front desk. Can u come in Thurs at 1:30 to interview? 88 Pier Ave Suite 3. Thx!",
        fields={"interview_on": "2026-08-20", "interview_time": "13:30", "place": "88 Pier Ave"},
    ),
    Message(
        name="a link to share one's times",
        owner=JORDAN,
        kind="new_interview",
        subject="Interview Availability Request",
        sender=Mailbox("Greta Olsson via Lever", "no-reply@hire.lever.example"),
        text="""Hi Jordan,

Thanks for your interest in the Backend Engineer position at Quillfish! We'd love to chat with you. Please use the link below to share your availability for a 45 minute video call with our hiring manager.

https://hire.lever.example/schedule/abc123

Best,
Greta""",
        fields={"company": "Quillfish", "position": "Backend Engineer"},
        absent=("interview_on", "interview_time", "meeting_url"),
    ),
    Message(
        name="a friend in the trade asks to wait",
        owner=PRIYA,
        kind="heard_back",
        sender=Mailbox("Sam Okoro", "sam@littlebigstudio.example"),
        subject="Re: Catching up",
        text="""Hey Priya,

So sorry for the radio silence! We're still figuring out the budget and I honestly don't know yet. Give me until the 28th and I'll tell you either way.

S""",
        fields={"result": "told_to_wait", "until": "2026-08-28"},
        absent=("interview_on",),
    ),
    Message(
        name="a refusal from a portal",
        owner=JORDAN,
        kind="heard_back",
        subject="Update on your application",
        sender=Mailbox("Workday", "acme@myworkday.example"),
        text="""Dear Jordan,

Thank you for taking the time to interview with us for the Customer Success Manager role. While we were impressed by your background, we have made the difficult decision to proceed with other candidates at this time.

We encourage you to apply for future openings.

Regards,
Brightline Talent Team""",
        fields={"result": "refusal", "position": "Customer Success Manager"},
        absent=("interview_on",),
    ),
    Message(
        name="another day at the same hour",
        owner=PRIYA,
        kind="moved",
        sender=Mailbox("Ruth Adeyemi", "r.adeyemi@stmarks.example"),
        subject="Interview Tuesday",
        text="""Dear Priya,

I'm afraid I've double booked myself on Tuesday. Would Wednesday 26th at the same time suit you instead?

Many apologies
Ruth""",
        fields={"interview_on": "2026-08-26"},
        absent=("interview_time",),
    ),
    Message(
        name="an offer letter that expires",
        owner=JORDAN,
        kind="heard_back",
        subject="Offer Letter - Junior Accountant",
        sender=Mailbox("Paula Reyes", "paula.reyes@crestlineaccounting.example"),
        text="""Hi Jordan,

Congratulations! On behalf of Crestline Accounting, I'm excited to extend an offer for the Junior Accountant position. Attached you'll find the details. The offer expires on Friday, August 28, 2026 at 5:00 PM.

Paula Reyes
HR Director
Crestline Accounting
(303) 555-0148""",
        fields={
            "result": "offer",
            "until": "2026-08-28",
            "position": "Junior Accountant",
            "company": "Crestline Accounting",
        },
        absent=("interview_on",),
    ),
    Message(
        name="a delivery",
        owner=JORDAN,
        kind="nothing",
        subject="Your upcoming delivery",
        text="Your package will arrive Tuesday, August 25 between 2 PM and 6 PM. Reschedule your delivery here.",
    ),
    Message(
        name="a headhunter asks for interest",
        owner=PRIYA,
        kind="nothing",
        text="Hi Priya, I came across your profile and think you'd be a great fit for a Senior Data Engineer role in Leeds, up to £70k. Would you be open to hearing more? I'm free for a call any day this week. Zac, Recruit4U",
    ),
    Message(
        name="a manager in a hurry",
        owner=JORDAN,
        kind="heard_back",
        text="Jordan - team loved you. Want to bring you in to meet the VP (Carla Stone) next Thursday 8/27, 2-3:30p. Work for you? - Mike, Redline Motors",
        fields={"result": "next_round", "interview_on": "2026-08-27", "interview_time": "14:00"},
    ),
    Message(
        name="a town hall's formal letter",
        owner=JONAS,
        kind="new_interview",
        subject="Terminbestätigung",
        sender=Mailbox("Stadt Auental, Personalamt", "personalamt@auental.example"),
        text="""Sehr geehrter Herr Reiter,

auf Ihre Bewerbung um die Stelle eines Sachbearbeiters (m/w/d) im Ordnungsamt nehmen wir Bezug und laden Sie zu einem Vorstellungsgespräch ein, welches am

Donnerstag, 3. September 2026, 13:40 Uhr,

im Rathaus, Marktplatz 1, Zimmer 214, stattfindet. Für das Gespräch sind ca. 30 Minuten vorgesehen.

Wir bitten um kurze Bestätigung bis zum 28.08.2026.

Im Auftrag
Hensel
""",
        fields={
            "interview_on": "2026-09-03",
            "interview_time": "13:40",
            "interview_minutes": "30",
            "place": "Marktplatz 1",
        },
    ),
    Message(
        name="a short video call",
        owner=JONAS,
        kind="new_interview",
        text="Hi Jonas, danke für deine Bewerbung bei Nordlicht! Wir würden dich gerne in einem kurzen Videocall (30 Min, Google Meet) kennenlernen. Passt dir Mo 24.8. 11:00? Link: https://meet.google.com/xyz-abcd-efg LG Ayse",
        fields={
            "interview_on": "2026-08-24",
            "interview_time": "11:00",
            "format": "video",
            "meeting_url": "https://meet.google.com/xyz-abcd-efg",
            "interview_minutes": "30",
            "company": "Nordlicht",
        },
    ),
    Message(
        name="a refusal in many words",
        owner=JONAS,
        kind="heard_back",
        subject="Ihre Bewerbung",
        text="""Sehr geehrter Herr Reiter,

wir kommen zurück auf Ihre Bewerbung als Mediengestalter. Leider müssen wir Ihnen mitteilen, dass wir Ihnen keine positive Rückmeldung geben können. Wir bitten Sie, dies nicht als Wertung Ihrer Person zu verstehen.

Mit freundlichem Gruß
Petra Lang""",
        fields={"result": "refusal", "position": "Mediengestalter"},
    ),
    Message(
        name="a message in between",
        owner=JONAS,
        kind="heard_back",
        text="Guten Tag Herr Reiter, eine kurze Zwischenmeldung: Der Betriebsrat tagt erst am 31. August, vorher kann ich Ihnen nichts sagen. Ich rufe Sie am 1. September an. Gruß, Bernd Kolbe",
        fields={"result": "told_to_wait", "until": "2026-09-01"},
        absent=("interview_on",),
    ),
    Message(
        name="moved by a chat message",
        owner=JONAS,
        kind="moved",
        text="Hallo Jonas, mir ist leider was dazwischengekommen. Können wir unser Gespräch von morgen auf Montag 10 Uhr schieben? Danke dir, Lea",
        fields={"interview_on": "2026-08-24", "interview_time": "10:00"},
    ),
    Message(
        name="an offer by a founder",
        owner=JONAS,
        kind="heard_back",
        text="Lieber Jonas, tolle Nachrichten: du hast uns überzeugt! Wir würden uns freuen, wenn du ab 1.10. bei uns anfängst. Vertrag kommt per Mail, sag bitte bis Mittwoch Bescheid. Tom (Gründer, Solarhub)",
        fields={"result": "offer", "until": "2026-08-26"},
        absent=("interview_on",),
    ),
    Message(
        name="a parents' evening",
        owner=JONAS,
        kind="nothing",
        subject="Erinnerung: Elternabend",
        text="Liebe Eltern, der Elternabend findet am Dienstag, 25. August um 19 Uhr statt. Wir freuen uns auf Sie!",
    ),
    Message(
        name="asked when it suits",
        owner=MARIA,
        kind="new_interview",
        text="Добрый вечер, Мария! Меня зовут Кристина, я рекрутер компании Альфа Текстиль. Ваше резюме нас заинтересовало. Когда Вам было бы удобно подъехать к нам на собеседование? Мы находимся на м. Тульская.",
        fields={"company": "Альфа Текстиль", "contacts": ({"name": "Кристина"},)},
        absent=("interview_on",),
    ),
    Message(
        name="a factory's message",
        owner=ILYA,
        kind="new_interview",
        text="Илья, ждём вас 26.08 к 9-00, проходная №2, ул. Заводская 14. С собой паспорт и трудовую. Собеседование с начальником цеха Петровым А.В. Отдел кадров 8(343)000-01-99",
        fields={"interview_on": "2026-08-26", "interview_time": "09:00", "place": "Заводская 14"},
    ),
    Message(
        name="a refusal without regret",
        owner=MARIA,
        kind="heard_back",
        text="Мария, добрый день. Обратная связь по интервью: коллеги отметили Ваш опыт, однако решили продолжить с кандидатом, у которого есть опыт в рознице. Спасибо Вам за время!",
        fields={"result": "refusal"},
    ),
    Message(
        name="an offer with a smile",
        owner=MARIA,
        kind="heard_back",
        text="Мария, у меня хорошие новости! Вы всем понравились, и мы готовы сделать Вам предложение: 150 тыс. на руки, выход 1 сентября. Жду ответ до понедельника) Вероника, «Смарт Логистик»",
        fields={"result": "offer", "until": "2026-08-24", "company": "Смарт Логистик"},
        absent=("interview_on",),
    ),
    Message(
        name="another day by mail",
        owner=ILYA,
        kind="moved",
        subject="Re: Собеседование",
        sender=Mailbox("Жанна Рустамова", "zh.rustamova@gradstroy.example"),
        text="""Илья, здравствуйте.

Приношу извинения, завтра в 10 не получится, у руководителя совещание. Предлагаю вторник, 25 августа, 11:00.

Жанна Рустамова
ГК «Градстрой»""",
        fields={"interview_on": "2026-08-25", "interview_time": "11:00"},
    ),
    Message(
        name="a mother",
        owner=ILYA,
        kind="nothing",
        text="Илья, это мама. Завтра в 15:00 заедь за Катей в школу, и купи хлеба.",
    ),
    Message(
        name="the last stage",
        owner=MARIA,
        kind="heard_back",
        text="Мария, доброе утро! Прошли по Вам согласование, остался последний этап: встреча с собственником. Сможете завтра в 17:30? Офис тот же. Олег",
        fields={"result": "next_round", "interview_on": "2026-08-20", "interview_time": "17:30"},
    ),
    Message(
        name="a school's letter",
        owner=PRIYA,
        kind="new_interview",
        subject="Invitation to interview: Learning Support Assistant",
        sender=Mailbox("Beechwood School Office", "office@beechwood.example"),
        text="""Dear Miss Nair,

Thank you for your application for the post of Learning Support Assistant. We would be pleased if you could attend for interview on Wednesday 2nd September at 9.45am. You will be given a tour of the school and asked to work with a small group.

Please bring proof of identity and your certificates.

Yours sincerely,

Mrs J. Tallis
Headteacher
Beechwood School, Orchard Road, Reading RG1 5AA
Tel: 0118 496 0456""",
        fields={
            "interview_on": "2026-09-02",
            "interview_time": "09:45",
            "position": "Learning Support Assistant",
            "company": "Beechwood School",
        },
    ),
    Message(
        name="a phone screen over lunch hours",
        owner=JORDAN,
        kind="new_interview",
        subject="Phone Screen w/ Aperture Analytics",
        sender=Mailbox("Nick Salerno", "nsalerno@apertureanalytics.example"),
        text="""Jordan,

Confirming our phone screen for Monday 8/24 @ 10:30am EST. I'll give you a call at the number on your resume. Should take about 20-30 minutes.

Talk soon,
Nick

--
Nick Salerno | Senior Recruiter | Aperture Analytics
M: 917-555-0133""",
        fields={
            "interview_on": "2026-08-24",
            "interview_time": "10:30",
            "format": "phone",
            "company": "Aperture Analytics",
            "contacts": ({"name": "Nick Salerno", "phone": "917-555-0133", "role": "recruiter"},),
        },
    ),
    Message(
        name="a cancellation and why",
        owner=JORDAN,
        kind="cancelled",
        text="Hi Jordan, I'm reaching out to let you know we need to cancel your interview scheduled for Thursday as the hiring for this role has been paused. I'll reach out if anything changes. Best, Tonya (HR, Cobalt Freight)",
        absent=("interview_on", "result"),
    ),
    Message(
        name="a refusal with a kiss",
        owner=PRIYA,
        kind="heard_back",
        text="Hi Priya, it was a close call but we've gone with someone with more agency experience. Really hope we can work together in future. Dom x",
        fields={"result": "refusal"},
    ),
    Message(
        name="interviews of others until a day",
        owner=JORDAN,
        kind="heard_back",
        subject="Re: Thank you",
        sender=Mailbox("Aisha Grant", "aisha@fernhill.example"),
        text="Hi Jordan,\n\nLovely meeting you too! We are interviewing through next Thursday (8/27) and will make our decision after that.\n\nBest,\nAisha",
        fields={"result": "told_to_wait"},
        absent=("interview_on",),
    ),
    Message(
        name="a confirmation by labels",
        owner=PRIYA,
        kind="new_interview",
        text="Interview confirmed!\n\nRole: Junior Buyer\nCompany: Marlow & Finch\nWhen: Mon 24 Aug 2026, 15:00 - 15:30 (BST)\nWhere: Google Meet (https://meet.google.com/qqq-wwww-eee)\nWith: Tanya Brooks, Buying Manager",
        fields={
            "company": "Marlow & Finch",
            "position": "Junior Buyer",
            "interview_on": "2026-08-24",
            "interview_time": "15:00",
            "interview_minutes": "30",
            "format": "video",
            "meeting_url": "https://meet.google.com/qqq-wwww-eee",
            "contacts": ({"name": "Tanya Brooks"},),
        },
    ),
    Message(
        name="a party",
        owner=PRIYA,
        kind="nothing",
        text="Hi Priya, thanks so much for coming to Ben's party on Saturday! Are you free on Thursday at 7 for dinner?",
    ),
    Message(
        name="a receipt with a day",
        owner=JORDAN,
        kind="nothing",
        subject="We received your application",
        text="Hi Jordan, Thanks for applying to be a Barista at Roast Republic. A member of our team will review your application and contact you by September 1 if there's a fit.",
    ),
    Message(
        name="an invitation that proposes a day",
        owner=JONAS,
        kind="new_interview",
        subject="Ihre Bewerbung als Fachinformatiker (m/w/d)",
        sender=Mailbox("Bergmann, Claudia", "claudia.bergmann@isarnetz.example"),
        text="""Sehr geehrter Herr Reiter,

Ihre Unterlagen haben uns überzeugt. Daher würden wir uns gerne persönlich mit Ihnen unterhalten und schlagen Ihnen dafür Mittwoch, den 26.08.2026, um 10:00 Uhr vor.

Das Gespräch findet in unseren Räumlichkeiten (Isarring 22, 80999 München, 3. OG) statt.

Freundliche Grüße

Claudia Bergmann
Leiterin Personal

Isarnetz GmbH
Telefon: +49 89 99998 440""",
        fields={
            "interview_on": "2026-08-26",
            "interview_time": "10:00",
            "format": "in_person",
            "place": "Isarring 22",
            "position": "Fachinformatiker",
            "company": "Isarnetz GmbH",
            "contacts": (
                {"name": "Claudia Bergmann", "phone": "+49 89 99998 440", "email": "claudia.bergmann@isarnetz.example"},
            ),
        },
    ),
    Message(
        name="to meet the whole team",
        owner=JONAS,
        kind="heard_back",
        text="Hallo Jonas, danke nochmal für deinen Besuch! Wir würden dich gern Anfang September dem ganzen Team vorstellen, wie sieht es bei dir am Donnerstag, 3.9. nachmittags aus? VG Sina",
        fields={"result": "next_round", "interview_on": "2026-09-03"},
        absent=("interview_time",),
    ),
    Message(
        name="a refusal after consultation",
        owner=JONAS,
        kind="heard_back",
        subject="Rückmeldung",
        text="Sehr geehrter Herr Reiter,\n\nnach Rücksprache mit der Fachabteilung müssen wir Ihnen heute leider mitteilen, dass unsere Wahl auf einen anderen Bewerber gefallen ist.\n\nFür die Zukunft alles Gute\nIhre Personalabteilung",
        fields={"result": "refusal"},
    ),
    Message(
        name="a cancellation since nobody is hired",
        owner=JONAS,
        kind="cancelled",
        text="Lieber Herr Reiter, leider muss ich unser Gespräch am Freitag kurzfristig absagen, da die Stelle vorerst nicht besetzt wird. Beste Grüße, Ina Volk",
        absent=("interview_on",),
    ),
    Message(
        name="they decided for him",
        owner=JONAS,
        kind="heard_back",
        text="Guten Tag Herr Reiter, unsere Entscheidung ist gefallen, und zwar für Sie! Bitte melden Sie sich bis Freitag, ob Sie die Stelle annehmen. Gruß Kramer, Holzbau Kramer",
        fields={"result": "offer", "until": "2026-08-21"},
    ),
    Message(
        name="a board's message in one line",
        owner=MARIA,
        kind="new_interview",
        text="Мария, здравствуйте! Компания «Вертекс», вакансия «Менеджер по закупкам». Готовы пригласить Вас на онлайн-встречу в Zoom завтра, 20 августа, в 16:30 (мск). Ссылку пришлю за час. С уважением, Дмитрий Лебедев, +7 916 000-04-55",
        fields={
            "company": "Вертекс",
            "position": "Менеджер по закупкам",
            "interview_on": "2026-08-20",
            "interview_time": "16:30",
            "format": "video",
            "contacts": ({"name": "Дмитрий Лебедев", "phone": "79160000455"},),
        },
        absent=("meeting_url",),
    ),
    Message(
        name="a cancellation since the vacancy is frozen",
        owner=ILYA,
        kind="cancelled",
        text="Илья, добрый день. К сожалению, завтрашняя встреча отменяется: вакансию заморозили. Если откроем снова, свяжемся. Юлия",
        absent=("interview_on", "result"),
    ),
    Message(
        name="the director thinks for a week",
        owner=ILYA,
        kind="heard_back",
        text="Илья, спасибо, что приехали вчера. Директор просит ещё неделю подумать, позвоню Вам до 27 августа. Светлана Юрьевна",
        fields={"result": "told_to_wait", "until": "2026-08-27"},
    ),
    Message(
        name="no offer",
        owner=MARIA,
        kind="heard_back",
        text="Мария, добрый день! К сожалению, по итогам собеседования мы не готовы сделать Вам предложение. Благодарим за уделённое время.",
        fields={"result": "refusal"},
    ),
    Message(
        name="a place in Saint Petersburg",
        owner=MARIA,
        kind="new_interview",
        subject="Собеседование в «Аквамарин»",
        sender=Mailbox("Тимофеева Алла", "a.timofeeva@akvamarin.example"),
        text="""Добрый день, Мария!

Собеседование на должность администратора состоится 24.08.2026 г. в 12:00 по адресу Санкт-Петербург, Невский пр., 100, оф. 5.

Контактное лицо: Тимофеева Алла Викторовна, тел. 8 (812) 000-07-08.""",
        fields={
            "company": "Аквамарин",
            "position": "администратор",
            "interview_on": "2026-08-24",
            "interview_time": "12:00",
            "place": "Невский",
            "contacts": ({"name": "Тимофеева Алла", "phone": "88120000708"},),
        },
    ),
    Message(
        name="a free webinar",
        owner=MARIA,
        kind="nothing",
        text="Мария, приглашаем Вас на бесплатный вебинар «Карьера мечты» 25 августа в 18:00!",
    ),
    Message(
        name="another day at the same hour, by chat",
        owner=ILYA,
        kind="moved",
        text="Илья, извините, завтра вынужден уехать. Можем встретиться в понедельник, 24 августа, в то же время? Рашид",
        fields={"interview_on": "2026-08-24"},
    ),
)
