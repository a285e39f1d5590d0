"""Deployed by the command, used through the gateway, upgraded, looked after and destroyed: all of it on ministack."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from botocore.exceptions import ClientError

from tests.deploy_on_ministack.account import EMAIL, Account, Stage

YESTERDAY = (datetime.now(UTC) - timedelta(days=1)).date()
LINK = re.compile(r"I sent it:\s+https://[^/]+/api(/act/\S+)")


@pytest.fixture
def template(account: Account) -> Path:
    """The template of the package, put back afterwards."""
    return account.folder / "package" / "template.json"


def acts(link: str, stage: Stage) -> str:
    """What the page of a link says when its button was pressed."""
    reply = stage.ask("POST", link, token="")
    assert reply.status == 200, reply.text
    return reply.text


def test_it_hands_over_an_address_and_a_token_that_opens_it(dev: Stage) -> None:
    assert dev.outputs["EndpointURL"] in dev.handed_over.text
    assert f"curl {dev.outputs['EndpointURL']}interviews" in dev.handed_over.text
    assert dev.ask("GET", "/owner").data["email"] == EMAIL
    assert dev.ask("GET", "/owner", token="me.no-such-secret-here").status == 401


def test_it_says_what_would_be_made_and_what_that_costs_before_it_is_done(dev: Stage) -> None:
    plan = dev.handed_over.text.split("Afterword is yours")[0]

    assert re.search(r"Add 3 x\s+AWS::Lambda::Function", plan)
    assert re.search(r"Add 1 x\s+AWS::DynamoDB::Table", plan)
    assert "a month" in plan


def test_a_record_becomes_a_mail_and_a_click_in_it_an_event(account: Account, dev: Stage) -> None:
    record = dev.record("Acme", YESTERDAY)

    dev.tick()
    (mail,) = [mail for mail in account.mails() if "Acme" in mail["Subject"]]
    (link,) = LINK.findall(mail["BodyText"])
    assert dev.ask("GET", link, token="").status == 200
    assert "Recorded." in acts(link, dev)

    kinds = [event["kind"] for event in dev.ask("GET", f"/interviews/{record['id']}").data["events"]]
    assert kinds == ["thank_you_sent"]
    assert dev.ask("GET", "/health", token="").data["last_digest"]["state"] == "sent"


def test_the_tick_is_on_its_schedule(account: Account, dev: Stage) -> None:
    events = account.client("events")
    (rule,) = [one for one in events.list_rules()["Rules"] if "afterword-dev" in one["Name"]]

    (target,) = events.list_targets_by_rule(Rule=rule["Name"])["Targets"]

    assert (rule["ScheduleExpression"], rule["State"]) == ("rate(15 minutes)", "ENABLED")
    assert target["Arn"].endswith(dev.outputs["TickName"])


@pytest.mark.parametrize("name", ["APIHandlerRole", "TickRole", "BouncesRole"])
def test_a_function_may_do_what_its_role_allows_and_no_more(account: Account, dev: Stage, name: str) -> None:
    (role,) = [one for one in account.client("iam").list_roles()["Roles"] if f"dev-{name}" in one["RoleName"]]
    lent = account.client("sts").assume_role(RoleArn=role["Arn"], RoleSessionName="test")["Credentials"]
    table = account.client(
        "dynamodb", key=lent["AccessKeyId"], secret=lent["SecretAccessKey"], token=lent["SessionToken"]
    )
    key = {"owner_id": {"S": "me"}, "item_id": {"S": "PROFILE"}}

    assert table.get_item(TableName="afterword-dev", Key=key)["Item"]["name"] == {"S": "Kim Moss"}
    with pytest.raises(ClientError, match="AccessDenied"):
        table.scan(TableName="afterword-dev")


def test_a_second_run_changes_nothing_and_shows_no_token(dev: Stage) -> None:
    said = dev.run("up")

    assert said.code == 0
    assert "nothing to change" in said.text
    assert said.token == ""
    assert dev.ask("GET", "/owner").status == 200


def test_a_setting_that_is_said_later_is_the_owner_s_too(dev: Stage) -> None:
    said = dev.run("up", PHONE="+49 30 23125 020")

    assert said.code == 0, said.text
    assert "Your settings: Kim Moss" in said.text
    assert dev.ask("GET", "/owner").data["phone"] == "+49 30 23125 020"


def test_keys_that_were_lost_are_made_anew_and_read(account: Account, dev: Stage) -> None:
    account.client("ssm").delete_parameter(Name="/afterword/dev/keys")
    alone = dev.run("keys-rotate")

    said = dev.run("up")

    assert (alone.code, said.code) == (1, 0), said.text
    assert "make deploy makes new ones" in alone.text
    assert "links in mails that went out are dead" in said.text
    assert "nothing to change" not in said.text


def test_an_upgrade_keeps_the_records(dev: Stage, template: Path) -> None:
    record = dev.record("Globex", YESTERDAY)
    older = template.read_text()
    newer = json.loads(older)
    newer["Resources"]["APIHandler"]["Properties"]["MemorySize"] = 640
    template.write_text(json.dumps(newer))

    said = dev.run("up")
    template.write_text(older)

    assert said.code == 0
    assert re.search(r"Modify \d x\s+AWS::Lambda::Function", said.text)
    assert dev.ask("GET", f"/interviews/{record['id']}").data == record


def test_a_failed_upgrade_says_what_failed_and_a_second_run_mends_it(dev: Stage, template: Path) -> None:
    older = template.read_text()
    broken = json.loads(older)
    broken["Resources"]["Broken"] = {"Type": "AWS::Nowhere::Nothing", "Properties": {}}
    template.write_text(json.dumps(broken))

    failed = dev.run("up")
    template.write_text(older)
    mended = dev.run("up")

    assert failed.code == 1
    assert "Broken" in failed.text or "AWS::Nowhere::Nothing" in failed.text
    assert mended.code == 0, mended.text
    assert dev.ask("GET", "/owner").status == 200


def test_links_that_went_out_before_the_keys_were_rotated_still_act(account: Account, dev: Stage) -> None:
    added = dev.run("owner-add", OWNER="sam", EMAIL="sam@example.org", FULL_NAME="Sam Reed")
    sam = Stage(account, "dev", added)
    sam.record("Initech", YESTERDAY)
    dev.tick()
    (mail,) = [mail for mail in account.mails() if "Initech" in mail["Subject"]]

    rotated = dev.run("keys-rotate")

    assert rotated.code == 0, rotated.text
    assert "is in force" in rotated.text
    assert "Recorded." in acts(LINK.findall(mail["BodyText"])[0], sam)


def test_a_second_owner_lives_apart_from_the_first(account: Account, dev: Stage) -> None:
    added = dev.run("owner-add", OWNER="ada", EMAIL="ada@example.org", FULL_NAME="Ada Reed")
    ada = Stage(account, "dev", added)
    record = dev.record("Umbrella", YESTERDAY)

    assert ada.ask("GET", "/owner").data["name"] == "Ada Reed"
    assert ada.ask("GET", "/interviews").data["items"] == []
    assert ada.ask("GET", f"/interviews/{record['id']}").status == 404
    assert dev.run("owner-add", OWNER="ada", EMAIL="ada@example.org").code == 1


def test_a_new_token_ends_the_old_one(dev: Stage) -> None:
    old = dev.token

    said = dev.run("token-rotate")
    dev.token = said.token

    assert dev.ask("GET", "/owner").status == 200
    assert dev.ask("GET", "/owner", token=old).status == 401


def test_the_status_tells_of_the_last_digest_the_alarms_and_ses(dev: Stage) -> None:
    said = dev.run("status")

    assert said.code == 0
    assert re.search(r"Alarms\s+\d+, none of them rings", said.text)
    assert re.search(r"Last digest\s+that of \d{4}-\d\d-\d\d: sent", said.text)
    assert re.search(r"Seen to arrive\s+(yes, as of|no digest has been seen to arrive yet)", said.text)
    assert re.search(r"SES\s+\w+", said.text)


def test_a_second_stage_touches_nothing_of_the_first(account: Account, dev: Stage) -> None:
    record = dev.record("Hooli", YESTERDAY)
    prod = account.deployed("prod")

    assert prod.ask("GET", "/interviews").data["items"] == []
    assert prod.ask("GET", "/owner", token=dev.token).status == 401
    gone = prod.run("destroy")

    assert gone.code == 0, gone.text
    assert dev.ask("GET", f"/interviews/{record['id']}").data == record


def test_a_backup_brings_back_what_was_removed_and_sends_no_old_mail(account: Account, dev: Stage) -> None:
    record = dev.record("Stark", YESTERDAY)
    dev.tick()
    saved = dev.run("backup", INTO="stark.json")
    removed = dev.ask("DELETE", f"/interviews/{record['id']}")
    sent = len(account.mails())

    restored = dev.run("restore", FROM="stark.json")
    dev.tick()

    assert (saved.code, removed.status, restored.code) == (0, 204, 0), saved.text + restored.text
    assert dev.ask("GET", f"/interviews/{record['id']}").data["company"] == "Stark"
    assert len(account.mails()) == sent


def test_what_is_destroyed_is_exported_first_and_its_table_stays(account: Account) -> None:
    stage = account.deployed("test")
    stage.record("Soylent", YESTERDAY)
    table = {"TableName": "afterword-test", "Select": "COUNT"}
    before = account.client("dynamodb").scan(**table)["Count"]

    gone = stage.run("destroy", INTO="soylent.json")

    buckets = [bucket["Name"] for bucket in account.client("s3").list_buckets()["Buckets"]]
    assert gone.code == 0, gone.text
    assert "Soylent" in (account.folder / "soylent.json").read_text()
    assert account.client("dynamodb").scan(**table)["Count"] == before > 0
    assert not [name for name in buckets if name.startswith("afterword-test-")]
    assert stage.run("status").code == 1


@pytest.mark.parametrize(
    ("command", "settings", "says"),
    [
        ("up", {"STAGE": "none"}, "EMAIL"),
        ("up", {"EMAIL": "nobody", "STAGE": "none"}, "nobody"),
        ("up", {"EMAIL": EMAIL, "STAGE": "No Stage"}, "STAGE"),
        ("look", {"EMAIL": "kim@gmail.com", "STAGE": "none"}, "Choose one of three ways"),
        ("look", {"EMAIL": "kim@outlook.com", "STAGE": "none", "MAIL_BY": "smtp"}, "Microsoft"),
        ("up", {"EMAIL": EMAIL, "STAGE": "none", "COUNTRY": "XX"}, "COUNTRY"),
        ("status", {"STAGE": "none"}, "none is not deployed"),
        ("destroy", {"STAGE": "none"}, "nothing of stage none"),
        ("destroy", {"STAGE": "none", "TABLE": "maybe"}, "TABLE"),
        ("token-rotate", {"STAGE": "none"}, "none is not deployed"),
    ],
)
def test_what_cannot_be_done_is_refused_with_its_reason(
    account: Account, command: str, settings: dict[str, str], says: str
) -> None:
    said = account.run(command, **settings)

    assert said.code == 1
    assert says in said.text
    assert "Traceback" not in said.text
