"""Alex, in Berlin: a sale, an offer that is taken back, a refusal, an autumn night on which the clock is set back."""

from __future__ import annotations

from proofs.tour.plots.words import CALLED, DANA, HEARD, OFFICE, Plot, facts

OF_ALEX: Plot = {
    "2026-08-03T18:00+02:00": (
        ("record", "Acme", facts("Acme", "Data Engineer", "2026-08-03", contacts=[DANA, OFFICE])),
        (
            "record",
            "Globex",
            facts(
                "Globex GmbH & Co. <KG>",
                "Sales Manager",
                "2026-08-03",
                contact_phone="+49 30 23125 033",
                notes="liked: the way your team plans its week",
            ),
        ),
        (
            "record",
            "Ahead",
            facts(
                "Initech", "Engineer", "2026-08-06", interview_time="15:00", contacts=[{"email": "hr@initech.example"}]
            ),
        ),
        ("record", "Bare", facts("Umbrella", "Clerk", "2026-07-31")),
    ),
    "2026-08-04T09:00+02:00": (
        ("tell", "Acme", {"kind": "thank_you_sent"}),
        ("tell", "Globex", {"kind": "note", "note": "they have a new office"}),
    ),
    "2026-08-06T14:00+02:00": (
        ("change", "Acme", {"answer_expected_on": "2026-08-11", "answer_channel": "phone", "may_call": True}),
    ),
    "2026-08-10T08:00+02:00": (
        ("tell", "Globex", {**CALLED, "result": "no_answer"}),
        ("tell", "Bare", {"kind": "snoozed", "until": "2026-08-12"}),
    ),
    "2026-08-11T08:15+02:00": (
        ("tell", "Globex", {**CALLED, "result": "wrong_number"}),
        ("tell", "Bare", {"kind": "letter_sent", "note": "CV attached anew"}),
    ),
    "2026-08-12T08:00+02:00": (("tell", "Bare", {**CALLED, "result": "arrived"}),),
    "2026-08-13T20:00+02:00": (
        (
            "tell",
            "Acme",
            {**CALLED, "result": "no_decision", "call_again_on": "2026-08-17", "call_again_time": "10:00"},
        ),
    ),
    "2026-08-17T08:00+02:00": (("tell", "Ahead", {**HEARD, "result": "offer", "until": "2026-08-21"}),),
    "2026-08-18T08:00+02:00": (("tell", "Acme", {**CALLED, "result": "voicemail"}),),
    "2026-08-20T08:00+02:00": (
        ("tell", "Globex", {**HEARD, "result": "refusal", "reasons_given": False}),
        ("settings", "weekdays", {"digest_days": ["mon", "tue", "wed", "thu", "fri"]}),
    ),
    "2026-08-21T23:30+02:00": (("tell", "Globex", {"kind": "reasons_requested"}),),
    "2026-08-24T08:00+02:00": (("tell", "Acme", {"kind": "letter_sent"}), ("undo", "Ahead", {})),
    "2026-08-27T08:00+02:00": (
        ("tell", "Globex", {"kind": "reasons_received"}),
        ("settings", "a pause", {"paused_until": "2026-08-28"}),
    ),
    "2026-08-31T08:00+02:00": (
        ("tell", "Bare", {**CALLED, "result": "no_answer"}),
        ("tell", "Ahead", {"kind": "withdrawn"}),
    ),
    "2026-10-24T18:00+02:00": (("record", "Autumn", facts("Hooli", "Designer", "2026-10-23", contacts=[DANA])),),
    "2026-11-02T08:00+01:00": (
        ("record", "Moved", facts("Vandelay", "Designer", "2026-11-05", interview_time="11:00", contacts=[DANA])),
    ),
    "2026-11-04T08:00+01:00": (("tell", "Moved", {"kind": "interview_moved"}),),
    "2026-11-09T08:00+01:00": (("tell", "Moved", {"kind": "interview_moved", "interview_on": "2026-11-12"}),),
    "2026-11-16T08:00+01:00": (("tell", "Moved", {**HEARD, "result": "offer"}),),
    "2026-11-20T08:00+01:00": (("tell", "Moved", {"kind": "offer_accepted"}),),
    "2026-10-25T02:30+01:00": (
        ("settings", "at night", {"digest_at": "02:30", "digest_days": ["sun", "mon"], "paused_until": None}),
    ),
    "2026-12-25T08:00+01:00": (("tell", "Acme", {"kind": "closed"}),),
}
