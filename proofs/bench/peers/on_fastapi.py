"""FastAPI behind Mangum, with pydantic and boto3."""

from typing import Any

from fastapi import FastAPI, Request, Response
from mangum import Mangum
from model import Interview
from on_boto3 import is_theirs, owner_id_in, recorded, table

app = FastAPI()


@app.post("/interviews")
def record_interview(request: Request, interview: Interview) -> Response:
    """Record an interview."""
    headers = {"Authorization": request.headers["authorization"]}
    key = {"owner_id": owner_id_in(headers), "item_id": "PROFILE"}
    owner: dict[str, Any] | None = table.get_item(Key=key, ConsistentRead=True).get("Item")
    if owner is None or not is_theirs(headers, owner["token_hash"].value):
        return Response(status_code=401)
    answer, record = recorded(interview.model_dump(mode="json", exclude_none=True), owner)
    return Response(answer, 201, {"Location": f"/api/{record['item_id']}"}, "application/json")


handler = Mangum(app, lifespan="off", api_gateway_base_path="/api")
