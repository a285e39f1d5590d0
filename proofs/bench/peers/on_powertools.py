"""Powertools' resolver, with pydantic and boto3."""

from typing import Any

from aws_lambda_powertools.event_handler import APIGatewayRestResolver, Response
from model import Interview
from on_boto3 import is_theirs, owner_id_in, recorded, table
from pydantic import ValidationError

app = APIGatewayRestResolver(strip_prefixes=["/api"])


@app.post("/interviews")
def record_interview() -> Response[str]:
    """Record an interview."""
    headers: dict[str, str] = app.current_event.headers
    key = {"owner_id": owner_id_in(headers), "item_id": "PROFILE"}
    owner: dict[str, Any] | None = table.get_item(Key=key, ConsistentRead=True).get("Item")
    if owner is None or not is_theirs(headers, owner["token_hash"].value):
        return Response(401)
    try:
        interview = Interview.model_validate_json(app.current_event.body or "")
    except ValidationError as error:
        return Response(400, "application/json", error.json())
    answer, record = recorded(interview.model_dump(mode="json", exclude_none=True), owner)
    return Response(201, "application/json", answer, {"Location": f"/api/{record['item_id']}"})


def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    """POST /interviews."""
    return app.resolve(event, context)
