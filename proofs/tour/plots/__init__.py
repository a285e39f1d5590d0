"""The plots: what happens to each owner, day by day. Together they meet every kind of event, result, step and end."""

from __future__ import annotations

from proofs.tour.plots.alex import OF_ALEX
from proofs.tour.plots.dasha import OF_DASHA
from proofs.tour.plots.sam import OF_SAM
from proofs.tour.plots.words import Fields, Plot

__all__ = ["OF_ALEX", "OF_DASHA", "OF_SAM", "Fields", "Plot"]
