"""Dasha, in Yekaterinburg: three attempts at two working days, a next round, an employer in Bavaria."""

from __future__ import annotations

from proofs.tour.plots.words import CALLED, DANA, HEARD, Plot, facts

OF_DASHA: Plot = {
    "2026-08-03T18:00+02:00": (
        (
            "record",
            "Ромашка",
            facts(
                "ООО «Ромашка»",
                "Инженер данных",
                "2026-08-03",
                contacts=[{"name": "Анна Зимина", "phone": "+7 343 555-01-21", "email": "anna@romashka.example"}],
                language="ru",
            ),
        ),
        (
            "record",
            "Acme",
            facts(
                "Acme",
                "Verkäuferin",
                "2026-08-03",
                employer_country="DE-BY",
                language="en",
                persistence_expected=True,
                contacts=[DANA],
                background_check=True,
                test_task=True,
            ),
        ),
        (
            "record",
            "Завтра",
            facts(
                "Завод",
                "Технолог",
                "2026-08-05",
                interview_time="09:00",
                contacts=[{"role": "supervisor", "name": "Пётр Ильич", "phone": "+7 343 555-01-22"}],
            ),
        ),
    ),
    "2026-08-05T06:00+02:00": (("tell", "Ромашка", {"kind": "thank_you_sent", "on": "2026-08-04"}),),
    "2026-08-07T09:00+02:00": (("next", "Завтра", {"interview_on": "2026-08-12", "interview_time": "15:00"}),),
    "2026-08-11T04:45+02:00": (("tell", "Ромашка", {**CALLED, "result": "told_to_wait", "until": "2026-08-13"}),),
    "2026-08-13T04:45+02:00": (
        ("tell", "Acme", {**CALLED, "result": "no_answer"}),
        ("tell", "Завтра again", {"kind": "thank_you_sent"}),
    ),
    "2026-08-14T04:45+02:00": (("tell", "Ромашка", {**CALLED, "result": "voicemail"}),),
    "2026-08-18T04:45+02:00": (
        ("tell", "Acme", {**CALLED, "result": "no_answer"}),
        ("tell", "Завтра again", {**HEARD, "result": "offer"}),
    ),
    "2026-08-20T04:45+02:00": (
        ("tell", "Ромашка", {**CALLED, "result": "no_answer"}),
        ("tell", "Acme", {**CALLED, "result": "no_answer"}),
    ),
    "2026-08-25T04:45+02:00": (("tell", "Acme", {**HEARD, "result": "told_to_wait"}),),
    "2026-08-31T04:45+02:00": (("tell", "Ромашка", {"kind": "letter_sent"}),),
    "2026-11-04T03:45+01:00": (
        ("settings", "formal", {"tone": "formal", "country": "DE-BY", "time_zone": "Asia/Kathmandu"}),
    ),
    "2026-11-09T03:45+01:00": (("tell", "Ромашка", {"kind": "closed"}),),
}
