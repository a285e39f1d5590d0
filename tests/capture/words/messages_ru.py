"""Russian messages as different people write them."""

from __future__ import annotations

from chalicelib.capture.found import Mailbox
from tests.capture.words.given import ILYA, MARIA, Message

RUSSIAN_MESSAGES = (
    Message(
        name="a recruiter's letter",
        owner=MARIA,
        subject="Приглашение на собеседование",
        sender=Mailbox("Елена Соколова", "e.sokolova@tekstura.example"),
        text="""Мария, добрый день!

Приглашаем Вас на собеседование на позицию главного бухгалтера в компанию «Текстура». Встреча состоится во вторник, 25 августа, в 11:30 по адресу: г. Москва, ул. Полярная, д. 31, стр. 1, офис 204. Продолжительность около часа.

С уважением,
Елена Соколова
HR-менеджер, ООО «Текстура»
+7 (495) 000-02-14
""",
        kind="new_interview",
        fields={
            "company": "Текстура", "position": "главный бухгалтер", "interview_on": "2026-08-25",
            "interview_time": "11:30", "interview_minutes": "60", "format": "in_person", "place": "Полярная 31",
            "contacts": ({"name": "Елена Соколова", "phone": "+7 495 000-02-14", "role": "recruiter"},),
        },
    ),
    Message(
        name="a messenger, tomorrow at three",
        owner=MARIA,
        text="Здравствуйте! Это Оксана из салона «Лаванда». Приходите завтра на собеседование к трём, в 15:00, Садовая 8. Спросите Ольгу Сергеевну.",
        kind="new_interview",
        fields={"company": "Лаванда", "interview_on": "2026-08-20", "interview_time": "15:00", "contacts": ({"name": "Оксана"},)},
    ),
    Message(
        name="two zones",
        owner=ILYA,
        text="Илья, добрый день. Подтверждаю онлайн-собеседование: пятница, 21 августа, 12:00 по московскому времени. Ссылка: https://zoom.us/j/5551112223 . Вакансия: инженер-технолог. Дарья, «Полимер-Групп»",
        kind="new_interview",
        fields={
            "company": "Полимер-Групп", "position": "инженер-технолог", "interview_on": "2026-08-21",
            "interview_time": "12:00", "interview_time_zone": "Europe/Moscow", "format": "video",
            "meeting_url": "https://zoom.us/j/5551112223", "contacts": ({"name": "Дарья"},),
        },
    ),
    Message(
        name="days to choose from",
        owner=MARIA,
        text="""Мария, здравствуйте!

Нам понравилось Ваше резюме, хотели бы пригласить Вас на интервью. Какой день Вам удобен: понедельник 24 августа (после 14:00) или среда 26 августа (до обеда)?

Анна Ветрова,
рекрутер компании «Северный чай»
""",
        kind="new_interview",
        fields={"company": "Северный чай", "contacts": ({"name": "Анна Ветрова"},)},
        absent=("interview_on", "interview_time"),
        asks=("interview_on",),
    ),
    Message(
        name="moved to another day",
        owner=ILYA,
        text="Илья, добрый день! Давайте перенесём собеседование с четверга на пятницу, 28 августа, в 16:00. Остальное без изменений. Марина",
        kind="moved",
        fields={"interview_on": "2026-08-28", "interview_time": "16:00"},
        absent=("result",),
    ),
    Message(
        name="a cancellation",
        owner=ILYA,
        subject="Отмена встречи",
        sender=Mailbox("Отдел персонала", "hr@kamsk-port.example"),
        text="Уважаемый Илья! Собеседование, назначенное на 24 августа, отменяется в связи с сокращением бюджета. Приносим извинения. Отдел персонала, АО «Камский порт»",
        kind="cancelled",
        fields={"company": "Камский порт"},
        absent=("interview_on", "result"),
    ),
    Message(
        name="a refusal by a board",
        owner=MARIA,
        subject="Ответ работодателя",
        sender=Mailbox("Работа.Пример", "noreply@rabota.example"),
        text="Мария, здравствуйте! К сожалению, по вакансии «Секретарь» компания «Гранит» приняла решение не в Вашу пользу. Похожие вакансии: приглашаем на собеседование 26 августа, ООО «Базальт».",
        kind="heard_back",
        fields={"result": "refusal", "position": "Секретарь", "company": "Гранит"},
        absent=("interview_on",),
    ),
    Message(
        name="a soft refusal",
        owner=ILYA,
        text="Илья, спасибо за встречу! Было интересно пообщаться, но мы остановились на другом кандидате. Удачи Вам! Светлана",
        kind="heard_back",
        fields={"result": "refusal"},
        absent=("interview_on",),
    ),
    Message(
        name="an offer",
        owner=MARIA,
        sender=Mailbox("Павел Дорохов", "dorokhov@vesna-lab.example"),
        subject="Предложение о работе",
        text="""Мария, добрый день!

Рады предложить Вам должность аналитика в нашей компании с 1 октября. Оклад 140 000 рублей. Просим дать ответ до пятницы, 28 августа.

Павел Дорохов
Генеральный директор
ООО «Весна Лаб»
""",
        kind="heard_back",
        fields={"result": "offer", "until": "2026-08-28", "company": "Весна Лаб", "contacts": ({"name": "Павел Дорохов", "role": "ceo"},)},
        absent=("interview_on",),
    ),
    Message(
        name="they took her",
        owner=MARIA,
        text="Мария, поздравляю, Вы приняты! Выходите на работу с понедельника, документы возьмите с собой. Напишите до завтра, согласны ли Вы. Гузель, кафе «Чайка»",
        kind="heard_back",
        fields={"result": "offer", "until": "2026-08-20"},
        absent=("interview_on",),
    ),
    Message(
        name="asked to wait",
        owner=ILYA,
        text="Илья, день добрый. Решение ещё не приняли, директор в отпуске. Вернусь к Вам с ответом до 2 сентября.",
        kind="heard_back",
        fields={"result": "told_to_wait", "until": "2026-09-02"},
        absent=("interview_on",),
    ),
    Message(
        name="wait until next week",
        owner=MARIA,
        text="Мария, здравствуйте! Мы ещё рассматриваем кандидатов, сообщим Вам о решении на следующей неделе. Спасибо за терпение!",
        kind="heard_back",
        fields={"result": "told_to_wait"},
        absent=("interview_on",),
        asks=("until",),
    ),
    Message(
        name="a receipt",
        owner=MARIA,
        subject="Ваш отклик получен",
        sender=Mailbox("Работа.Пример", "noreply@rabota.example"),
        text="Мария, ваш отклик на вакансию «Логист» отправлен работодателю. Если ваше резюме заинтересует компанию, вас пригласят на собеседование.",
        kind="nothing",
    ),
    Message(
        name="a mailing",
        owner=ILYA,
        subject="Подборка вакансий недели",
        sender=Mailbox("Работа.Пример", "news@rabota.example"),
        text="Новые вакансии для вас: Мастер участка, «Исеть», собеседование 25 августа в 10:00! Откликнуться. Вебинар «Как пройти собеседование» в четверг в 19:00.",
        kind="nothing",
    ),
    Message(
        name="the second stage",
        owner=MARIA,
        text="Мария, добрый день! По итогам собеседования приглашаем Вас на второй этап: встреча с генеральным директором Орловым Игорем в четверг 27 августа в 10:00 в нашем офисе. Наталья, «Лаборатория Вереск»",
        kind="heard_back",
        fields={"result": "next_round", "interview_on": "2026-08-27", "interview_time": "10:00", "format": "in_person"},
    ),
    Message(
        name="an absence",
        owner=ILYA,
        subject="Автоответ: собеседование",
        sender=Mailbox("Нина Шилова", "n.shilova@gorizont.example"),
        text="Здравствуйте! Я в отпуске до 31 августа. По срочным вопросам обращайтесь к Ирине.",
        kind="heard_back",
        fields={"result": "told_to_wait", "until": "2026-08-31"},
        absent=("interview_on",),
    ),
    Message(
        name="somebody's own",
        owner=ILYA,
        text="Привет! Завтра иду на собеседование в 11, потом свободен. Встретимся в пятницу в 18:00?",
        kind="nothing",
    ),
    Message(
        name="by telephone, quarter to five",
        owner=ILYA,
        text="Илья, добрый день! Хотели бы провести с Вами телефонное интервью в понедельник, 24 августа, без четверти пять. Наберу Вас сам, займёт минут 20. Антон Рожков, руководитель отдела, «Вектор-Сервис»",
        kind="new_interview",
        fields={"company": "Вектор-Сервис", "interview_on": "2026-08-24", "interview_time": "16:45", "format": "phone", "contacts": ({"name": "Антон Рожков", "role": "supervisor"},)},
    ),
    Message(
        name="a date in figures",
        owner=MARIA,
        text="Мария, собеседование на должность кассира назначено на 03.09 в 9.30. Адрес: пр-т Мира, 15. Тел. 8 495 000-03-11, Раиса Павловна",
        kind="new_interview",
        fields={
            "position": "кассир", "interview_on": "2026-09-03", "interview_time": "09:30", "place": "Мира 15",
            "contacts": ({"name": "Раиса Павловна", "phone": "84950000311"},),
        },
    ),
    Message(
        name="others' final interviews",
        owner=MARIA,
        text="Мария, спасибо за собеседование! Финальные встречи с кандидатами идут до пятницы, 28 августа, ответ дадим к понедельнику.",
        kind="heard_back",
        fields={"result": "told_to_wait"},
        absent=("interview_on",),
    ),
)  # fmt: skip
