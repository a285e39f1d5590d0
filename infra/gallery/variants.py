"""The people, companies, notes and numbers of the situations in other languages.

Situations are written in English. A text that is in a language's dictionary is replaced, any other one stays: a name
that is foreign in every language needs no line here, and a new language starts with none.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from chalicelib.playbook.contact import Contact
from chalicelib.playbook.interview import Interview
from chalicelib.playbook.owner import Owner

RUSSIAN = {
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
    "+49 30 23125 020": "+7 495 000-00-20",
    "+49 30 23125 021": "+7 495 000-00-21",
    "+49 30 23125 022": "+7 495 000-00-22",
    "+49 30 23125 023": "+7 495 000-00-23",
    "+49 30 23125 024": "+7 495 000-00-24",
    "+49 30 23125 0": "+7 495 000-00-01",
}
VARIANTS: Mapping[str, Mapping[str, str]] = {"ru": RUSSIAN}


def record_in(language: str, record: Interview) -> Interview:
    """The record with its texts in its own language, or in ``language`` if it has none."""
    own = VARIANTS.get(record.language or language, {})
    return replace(
        record,
        company=own.get(record.company, record.company),
        position=own.get(record.position, record.position),
        notes=_translated(own, record.notes),
        contacts=tuple(_contact(own, contact) for contact in record.contacts),
        events=tuple(replace(event, phone=_translated(own, event.phone)) for event in record.events),
    )


def owner_in(language: str, owner: Owner) -> Owner:
    """The owner as a reader of ``language``, with their texts in it."""
    own = VARIANTS.get(language, {})
    offers = tuple(replace(offer, company=own.get(offer.company, offer.company)) for offer in owner.offers)
    name = own.get(owner.name, owner.name)
    return replace(owner, language=language, name=name, phone=_translated(own, owner.phone), offers=offers)


def _contact(own: Mapping[str, str], contact: Contact) -> Contact:
    return replace(contact, name=_translated(own, contact.name), phone=_translated(own, contact.phone))


def _translated(own: Mapping[str, str], text: str | None) -> str | None:
    return own.get(text, text) if text else text
