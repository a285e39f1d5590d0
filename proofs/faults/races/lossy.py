"""A connection to DynamoDB that now and then breaks after the request took effect."""

from __future__ import annotations

import time
from random import Random
from typing import Any
from unittest.mock import patch

from botocore.awsrequest import AWSPreparedRequest
from botocore.exceptions import ConnectionClosedError
from botocore.httpsession import URLLib3Session

SHARE = 0.1  # of answers that are lost; three in a row, at which botocore gives up, are one in a thousand


class LossyLine:
    """Loses a share of the answers that one client waits for; ``lost`` counts them."""

    def __init__(self, client: Any, chance: Random) -> None:
        self.lost = 0
        self._chance = chance
        self._session = URLLib3Session()
        client.meta.events.register("before-send.dynamodb", self._send)
        patch.object(time, "sleep").start()  # botocore would pause before each retry

    def _send(self, request: AWSPreparedRequest, **_: Any) -> None:
        if self._chance.random() < SHARE:
            self._session.send(request)
            self.lost += 1
            raise ConnectionClosedError(endpoint_url=request.url)
