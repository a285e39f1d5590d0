"""Valid and invalid values for the fields of requests."""

from __future__ import annotations

from proofs.tour.values.event import EVENTS_BAD, EVENTS_GOOD
from proofs.tour.values.interview import INTERVIEW_BAD, INTERVIEW_GOOD, LEAST
from proofs.tour.values.owner import OWNER_BAD, OWNER_GOOD

__all__ = ["EVENTS_BAD", "EVENTS_GOOD", "INTERVIEW_BAD", "INTERVIEW_GOOD", "LEAST", "OWNER_BAD", "OWNER_GOOD"]
