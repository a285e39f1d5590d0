"""The people, companies, titles, notes and numbers of the situations in Russian, by their English variant."""

from __future__ import annotations

from collections.abc import Mapping

RUSSIAN: Mapping[str, str] = {
    "Alex Example": "Саша Примак",
    "Alex": "Саша",
    "Dana Winter": "Дана Сергеевна Винтер",
    "Peter Summer": "Летов Пётр Ильич",
    "Robin Hale": "Павел Андреевич Лесков",
    "Ivo Lang": "Игорь Львович Долгов",
    "Mara Stone": "Марина Игоревна Каменская",
    "Kim Reed": "Женя Тростник",
    "Maximiliane-Theodora von Hohenstein-Oberwiesenfeld": "Александра-Екатерина Константинопольская-Задунайская",
    "Acme": "Ромашка",
    "Globex": "Глобус",
    "Initech": "Инитех",
    "Umbrella": "Зонтик",
    "Hooli": "Вершина",
    "Initrode": "Северный ветер",
    'the "Blue Whale" company': "ООО «Синий кит»",
    "Acme Inc.": "Ромашка и Ко.",
    "The Northern Consolidated Bridge Building and River Navigation Company": (
        "Северное объединённое общество мостостроения и речного судоходства имени первых строителей"
    ),
    "Data Engineer": "Инженер данных",
    "Sales Manager": "Менеджер по продажам",
    "Press Officer": "Пресс-секретарь",
    "Account Manager": "Менеджер по работе с клиентами",
    "Warehouse Manager": "Начальник склада",
    "Backend Developer": "Разработчик серверной части",
    "data analyst position": "позиция аналитика данных",
    "Senior Data Engineer for the Planning of Rivers, Bridges, Ports and Canals, with Responsibility for the Quality "
    "of Measurements in Three Regions and for the Training of Colleagues (m/f/d), full time, from home": (
        "Ведущий инженер данных по планированию рек, мостов, портов и каналов, с ответственностью за качество "
        "измерений в трёх регионах и за обучение новых коллег, полная занятость, работа из дома, по договору"
    ),
    "liked: how your team plans its week\nasked about salary": (
        "понравилось: как Ваша команда планирует неделю\nспрашивали о зарплате"
    ),
    "touch: I have since read your article on queues, and it answered my question.": (
        "от себя: После нашей встречи стало понятно, почему у Вас всё так хорошо устроено."
    ),
    "The chairs squeak. Ask for 10 % more.": "Стулья скрипят. Просить на 10 % больше.",
    '<b>bold</b> & "quoted"': '<b>жирный</b> и "в кавычках"',
    # Odd names, as people paste them, and how their owners are addressed.
    "WINTER, Dana": "ВИНТЕР Дана Сергеевна",
    "Ms Winter": "Дана Сергеевна",
    "Dana": "Дана",
    "Smith, Olga": "Кузнецова, Ольга",
    "olga smith (HR)": "ольга кузнецова (отдел кадров)",
    "Olga": "Ольга",
    "Dr. Jan van der Berg": "к. т. н. Берг Ян Андреевич",
    "Dr van der Berg": "Ян Андреевич",
    "Priya Raman, PhD": "Дина Маратовна Рамазанова, к. э. н.",
    "Tom Hughes": "Тимур Хусаинов",
    "Mr. Tom Hughes": "г-н Хусаинов",
    "Siobhán O'Neill": "Снежана Онегина",
    "Siobhán": "Снежана",
    "MARIA LOPEZ": "МАРИЯ ЛОПАТИНА",
    "Grace Okafor": "Галина Викторовна Окунева",
    "Lee Park": "Лев Парков",
    "Jamie Rivers": "Женя Рекова",
    "Sam Porter": "Семён Портнов",
    "Ines Duarte": "Инесса Дорохова",
    # What they do.
    "head of data": "руководитель отдела данных",
    "HR manager": "менеджер по персоналу",
    "managing director": "генеральный директор",
    # Companies and places.
    "Northwind Ltd": "ООО «Северное сияние»",
    "Brightwater": "Светлая вода",
    "Harbour & Sons": "Гаврилов и сыновья",
    "St. Mary's Hospital": "Больница № 7",
    "12 Harbour Street, 4th floor": "Набережная, 12, четвёртый этаж",
    # Titles, as they stand in advertisements, and how one says them.
    "Senior Data Engineer (m/f/d)": "Ведущий инженер данных (м/ж)",
    "data engineer": "инженер данных",
    "VP, Sales (EMEA)": "Директор, продажи (Урал и Сибирь)",
    "VP of Sales": "директор по продажам",
    "the Data Engineer position": "позиция инженера данных",
    "an Engineer": "вакансия инженера",
    "Nurse (part-time)": "Медсестра (на полставки)",
    "Customer Support Specialist - German speaking": "Специалист поддержки - со знанием немецкого",
    "QA Engineer/Tester": "Инженер по качеству/тестировщик",
    "WAREHOUSE MANAGER": "НАЧАЛЬНИК СКЛАДА",
    "Junior Accountant [Ref. 4711]": "Младший бухгалтер [код 4711]",
    "Primary School Teacher": "Учитель начальных классов",
    # One thing that was said.
    "the team sketches every change on paper first": "команда сначала рисует каждое изменение на бумаге",
    "they lose two hours a day to the old reports": "на старые отчёты уходит два часа в день",
    "new people go on calls with the customers in their first week": (
        "новые люди в первую же неделю слушают разговоры с клиентами"
    ),
    "the warehouse in the north opens in spring": "склад на севере откроется весной",
    "touch: What you said about the first weeks made me want to start on Monday.": (
        "от себя: После Вашего рассказа о первых неделях захотелось начать уже в понедельник."
    ),
    "liked: talking about the way you share out the night shifts": ("понравилось: как Вы распределяете ночные смены"),
    # Numbers.
    "+49 30 23125 020": "+7 495 000-00-20",
    "+49 30 23125 021": "+7 495 000-00-21",
    "+49 30 23125 022": "+7 495 000-00-22",
    "+49 30 23125 023": "+7 495 000-00-23",
    "+49 30 23125 024": "+7 495 000-00-24",
    "+49 30 23125 0": "+7 495 000-00-01",
    "+1 212 555 0147": "+7 495 000-00-20",
    "+1 212 555 0148": "+7 495 000-00-21",
    "+1 212 555 0149": "+7 495 000-00-22",
    "+1 212 555 0150": "+7 495 000-00-23",
    "+1 212 555 0151": "+7 495 000-00-24",
    "+1 212 555 0152": "+7 495 000-00-01",
    "+44 20 7946 0147": "+7 495 000-00-20",
    "+44 20 7946 0148": "+7 495 000-00-21",
    "+44 20 7946 0149": "+7 495 000-00-22",
    "+44 20 7946 0150": "+7 495 000-00-23",
    "+44 20 7946 0151": "+7 495 000-00-24",
    "+44 20 7946 0152": "+7 495 000-00-01",
}
