"""Afterword's entry points: the HTTP routes, and the tick that sends the digests.

To follow one record through ``chalicelib/``:

- ``web/urls.py`` names the view that answers its POST.
- ``web/http/lazy_blueprint.py`` picks the API or the page.
- ``web/http/routing.py`` authenticates its owner.
- ``web/api/recording_api.py`` reads it.
- ``usecases/record_interview.py`` has it planned and stored.
- ``digest/tick.py``, which the tick below runs, mails it on the day on which there is something to do.
"""

import logging
from typing import Any

from chalice.app import CloudWatchEvent, Rate, SNSEvent

from chalicelib import wiring
from chalicelib.web.http.application import Afterword
from chalicelib.web.urls import BLUEPRINT

app = Afterword(app_name="afterword")
app.log.setLevel(logging.INFO)
app.services = lambda: wiring.deployed().services
app.register_blueprint(BLUEPRINT)


@app.schedule(Rate(15, unit=Rate.MINUTES))
def tick(event: CloudWatchEvent) -> None:
    """Send the digests that are due. The EventBridge rule may fire late, twice, or not at all."""
    context: Any = event.context
    deployed = wiring.deployed()
    report = deployed.tick.run(
        deployed.now(), has_time=lambda: context.get_remaining_time_in_millis() > deployed.time_for_one_owner_ms
    )
    app.log.info("Digests: %d sent, %d skipped", len(report.sent), len(report.skipped))


@app.on_sns_message(topic="given-in-infra-resources-yaml")
def bounces(event: SNSEvent) -> None:
    """Mark the owner whose digest bounced permanently, or was reported as spam."""
    wiring.deployed().bounce_handler.take(event.message)
