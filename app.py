"""Afterword's entry points: the HTTP routes, and the tick that sends the digests.

To follow one record: ``chalicelib/web/urls.py`` names who answers its POST, ``web/http/lazy_blueprint.py`` picks the
API or the page, ``web/http/routing.py`` lets its owner in, ``web/api/recording_api.py`` takes it, and
``usecases/record_interview.py`` has it planned and stored. On the day on which there is something to do the tick below
hands it to ``chalicelib/digest/tick.py``.
"""

import logging
from typing import Any

from chalice.app import CloudWatchEvent, Rate, SNSEvent

from chalicelib import wiring
from chalicelib.web.http.application import Afterword
from chalicelib.web.urls import BLUEPRINT

# The slowest way: five calls of the table, tried three times at 4 s each, and SES with 13 s. Killed in between, a
# digest could come twice; the function has 120 s (.chalice/config.json).
TIME_FOR_ONE_OWNER_MS = 75_000

app = Afterword(app_name="afterword")
app.log.setLevel(logging.INFO)
app.services = lambda: wiring.deployed().services
app.register_blueprint(BLUEPRINT)


@app.schedule(Rate(15, unit=Rate.MINUTES))
def tick(event: CloudWatchEvent) -> None:
    """Send the digests whose time has come. A rule of EventBridge may fire late, twice, or not at all."""
    context: Any = event.context
    deployed = wiring.deployed()
    report = deployed.tick.run(
        deployed.now(), has_time=lambda: context.get_remaining_time_in_millis() > TIME_FOR_ONE_OWNER_MS
    )
    app.log.info("Digests: %d sent, %d skipped", len(report.sent), len(report.skipped))


@app.on_sns_message(topic="given-in-infra-resources-yaml")
def bounces(event: SNSEvent) -> None:
    """Mark the owner whose digest came back for good, or was called spam."""
    wiring.deployed().returned_mail.take(event.message)
