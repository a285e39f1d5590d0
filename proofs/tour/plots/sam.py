"""Sam, in New York: letters only, calls only, a refusal with reasons, and a pause."""

from __future__ import annotations

from proofs.tour.plots.words import CALLED, HEARD, Plot, facts

OF_SAM: Plot = {
    "2026-08-03T18:00+02:00": (
        (
            "record",
            "Acme",
            facts(
                "Acme, Inc.",
                "Account Executive",
                "2026-08-03",
                contacts=[
                    {"role": "ceo", "name": "Lee O'Hara", "phone": "+1 212 555 0142", "extension": "12"},
                    {"role": "interviewer", "email": "lee@acme.example"},
                ],
            ),
        ),
        (
            "record",
            "Letter only",
            facts("Globex", "Analyst", "2026-08-03", contacts=[{"email": "jobs@globex.example"}], may_call=False),
        ),
        (
            "record",
            "Phone only",
            facts(
                "Initech",
                "Engineer",
                "2026-08-03",
                contacts=[{"phone": "+1 212 555 0143"}],
                answer_expected_on="2026-08-10",
                answer_channel="email",
            ),
        ),
    ),
    "2026-08-04T15:15+02:00": (),
    "2026-08-06T15:15+02:00": (("tell", "Letter only", {"kind": "thank_you_sent"}),),
    "2026-08-10T15:15+02:00": (("tell", "Acme", {"kind": "letter_sent", "on": "2026-08-07"}),),
    "2026-08-13T15:15+02:00": (
        ("tell", "Letter only", {"kind": "letter_sent"}),
        ("tell", "Phone only", {**CALLED, "result": "no_decision"}),
    ),
    "2026-08-17T15:15+02:00": (
        ("tell", "Acme", {**CALLED, "result": "voicemail", "note": "said until when I can be reached"}),
        ("next", "Phone only", {"interview_on": "2026-08-19"}),
    ),
    "2026-08-18T15:15+02:00": (("undo", "Phone only", {}), ("next", "Phone only", {"interview_on": "2026-08-20"})),
    "2026-08-21T15:15+02:00": (
        ("tell", "Letter only", {**HEARD, "result": "refusal", "reasons_given": True, "note": "another stack"}),
    ),
    "2026-08-22T15:15+02:00": (("tell", "Phone only again", {**HEARD, "result": "next_round"}),),
    "2026-08-24T15:15+02:00": (("tell", "Acme", {**CALLED, "result": "no_answer"}),),
    "2026-08-26T15:15+02:00": (("tell", "Phone only again", {**HEARD, "result": "offer", "until": "2026-08-31"}),),
    "2026-08-31T15:15+02:00": (
        ("tell", "Phone only again", {"kind": "offer_declined"}),
        ("tell", "Acme", {**CALLED, "result": "no_answer"}),
        ("settings", "two attempts", {"attempts_at_most": 2}),
    ),
    "2026-09-07T15:15+02:00": (("tell", "Acme", {"kind": "letter_sent"}),),
    "2026-09-08T15:15+02:00": (),
}
