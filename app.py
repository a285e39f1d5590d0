"""Afterword's entry points: the HTTP routes, and the tick that sends the digests.

To follow one record: ``chalicelib/web/interviews.py`` takes the POST, ``chalicelib/records/interviews.py`` plans and
stores it, and the tick below hands it to ``chalicelib/digest/tick.py`` on the day on which there is something to do.
"""

from typing import Any

from chalice.app import CloudWatchEvent, Rate

from chalicelib import wiring
from chalicelib.web.application import Afterword
from chalicelib.web.blueprints import BLUEPRINTS

TIME_FOR_ONE_OWNER_MS = 25_000  # the slowest way through SES (3 + 10 s) and the table, and some to spare

app = Afterword(app_name="afterword")
app.parts = lambda: wiring.deployed().parts
for blueprint in BLUEPRINTS:
    app.register_blueprint(blueprint)


@app.schedule(Rate(15, unit=Rate.MINUTES))
def tick(event: CloudWatchEvent) -> None:
    """Send the digests whose time has come. A rule of EventBridge may fire late, twice, or not at all."""
    context: Any = event.context
    deployed = wiring.deployed()
    deployed.tick.run(deployed.now(), has_time=lambda: context.get_remaining_time_in_millis() > TIME_FOR_ONE_OWNER_MS)
