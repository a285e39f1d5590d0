"""A plain tick on botocore: what is due, in one plain mail. No claim, no script, no letter."""

import os
from datetime import UTC, datetime
from typing import Any

from botocore.config import Config
from botocore.session import Session
from job import REGION, TABLE

OWNER = os.environ["AFTERWORD_OWNER"]
SENDER = os.environ["AFTERWORD_SENDER"]
DUE = "owner_id = :owner AND next_due_on <= :today"

session = Session()
client = session.create_client("dynamodb", region_name=REGION)
mail = session.create_client("sesv2", region_name=REGION, config=Config(retries={"total_max_attempts": 1}))


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """Mail what is due, if anything is."""
    today = str(datetime.now(UTC).date())
    values = {":owner": {"S": OWNER}, ":today": {"S": today}}
    query = {"TableName": TABLE, "IndexName": "open", "KeyConditionExpression": DUE}
    due = client.query(**query, ExpressionAttributeValues=values, ConsistentRead=True).get("Items", [])
    if due:
        send(
            "\n".join(
                f"{item['facts']['M']['company']['S']}: {item['next_step']['S']}, {item['next_due_on']['S']}"
                for item in due
            )
        )
    return {"sent": len(due)}


def send(text: str) -> None:
    """Send one mail to the owner."""
    owner = client.get_item(TableName=TABLE, Key={"owner_id": {"S": OWNER}, "item_id": {"S": "PROFILE"}})["Item"]
    mail.send_email(
        FromEmailAddress=SENDER,
        Destination={"ToAddresses": [owner["email"]["S"]]},
        Content={"Simple": {"Subject": {"Data": "To do today"}, "Body": {"Text": {"Data": text}}}},
    )
