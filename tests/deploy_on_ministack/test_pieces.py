"""The pieces of a deployment: code in its bucket, what SES knows, and changes of a stack. On ministack."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import boto3
import pytest

from infra.deploy.change_set import delete_stack, execute, planned_change, ready_for_change, restart_with
from infra.deploy.code import CodePackage, delete_bucket, upload
from infra.deploy.deployment import CannotDo, Deployment
from infra.deploy.mail.ses_state import Sender, identity_of, mail_state
from infra.deploy.stack import stack_of
from infra.deploy.terminal import Terminal
from infra.ministack.ministack_server import CREDENTIALS
from tests.deploy_on_ministack.account import Account

TERMINAL = Terminal(answers_yes=True, pause=lambda _: None)
TEMPLATE = {
    "Parameters": {"Name": {"Type": "String"}},
    "Resources": {"Queue": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": {"Ref": "Name"}}}},
    "Outputs": {"Queue": {"Value": {"Fn::GetAtt": ["Queue", "QueueName"]}}},
}


@pytest.fixture
def deployment(account: Account, monkeypatch: pytest.MonkeyPatch) -> Deployment:
    """A stage that nothing was made of yet."""
    for name, value in {**CREDENTIALS, "AWS_ENDPOINT_URL": account.address}.items():
        monkeypatch.setenv(name, value)
    return Deployment(f"s{uuid4().hex[:8]}", boto3.Session(region_name=CREDENTIALS["AWS_REGION"]))


@pytest.fixture
def small(tmp_path: Path) -> CodePackage:
    """A package of one function."""
    function = {"Type": "AWS::Serverless::Function", "Properties": {"CodeUri": "./deployment.zip"}}
    (tmp_path / "template.json").write_text(json.dumps({"Resources": {"Tick": function}}))
    (tmp_path / "deployment.zip").write_bytes(b"code")
    return CodePackage(tmp_path)


class TestCode:
    def test_the_template_in_the_bucket_points_at_the_code_beside_it(
        self, deployment: Deployment, small: CodePackage
    ) -> None:
        address = upload(deployment, small)

        s3 = deployment.client("s3")
        template = json.loads(s3.get_object(Bucket=deployment.bucket, Key=address.rpartition("/")[2])["Body"].read())
        code = template["Resources"]["Tick"]["Properties"]["CodeUri"].rpartition("/")[2]
        assert s3.get_object(Bucket=deployment.bucket, Key=code)["Body"].read() == b"code"

    def test_nobody_else_reads_the_bucket_and_nobody_without_tls(
        self, deployment: Deployment, small: CodePackage
    ) -> None:
        upload(deployment, small)

        s3 = deployment.client("s3")
        blocked = s3.get_public_access_block(Bucket=deployment.bucket)["PublicAccessBlockConfiguration"]
        policy = json.loads(s3.get_bucket_policy(Bucket=deployment.bucket)["Policy"])
        assert set(blocked.values()) == {True}
        assert policy["Statement"][0]["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}

    def test_the_same_package_is_stored_once(self, deployment: Deployment, small: CodePackage) -> None:
        assert upload(deployment, small) == upload(deployment, small)
        assert len(deployment.client("s3").list_objects_v2(Bucket=deployment.bucket)["Contents"]) == 2

    def test_a_package_that_was_not_made_is_told_so(self, deployment: Deployment, tmp_path: Path) -> None:
        with pytest.raises(CannotDo, match="make package"):
            upload(deployment, CodePackage(tmp_path))

    def test_it_goes_with_its_bucket_and_may_be_gone_already(self, deployment: Deployment, small: CodePackage) -> None:
        upload(deployment, small)

        delete_bucket(deployment)
        delete_bucket(deployment)

        names = [bucket["Name"] for bucket in deployment.client("s3").list_buckets()["Buckets"]]
        assert deployment.bucket not in names


class TestMail:
    def test_an_address_that_ses_never_heard_of_is_unknown(self, deployment: Deployment) -> None:
        kim = f"kim@{deployment.stage}.example"

        assert mail_state(deployment, kim).sender is Sender.UNKNOWN
        assert identity_of(deployment, kim) is None

    @pytest.mark.parametrize("name", ["kim@", ""])
    def test_an_address_counts_as_known_by_itself_or_by_its_domain(self, deployment: Deployment, name: str) -> None:
        domain = f"{deployment.stage}.example"
        deployment.client("sesv2").create_email_identity(EmailIdentity=f"{name}{domain}")

        assert mail_state(deployment, f"kim@{domain}").sender is not Sender.UNKNOWN
        assert (identity_of(deployment, f"kim@{domain}") is not None) is bool(name)


class TestStack:
    @pytest.fixture
    def template(self, deployment: Deployment) -> str:
        """The address of a template of one queue."""
        s3 = deployment.client("s3")
        s3.create_bucket(Bucket=deployment.stage, CreateBucketConfiguration={"LocationConstraint": deployment.region})
        s3.put_object(Bucket=deployment.stage, Key="template.json", Body=json.dumps(TEMPLATE).encode())
        return f"{s3.meta.endpoint_url}/{deployment.stage}/template.json"

    def changed(self, deployment: Deployment, template: str, name: str) -> Any:
        """The stack after a change."""
        is_new = not stack_of(deployment).exists
        planned = planned_change(deployment, TERMINAL, template, {"Name": name}, is_new=is_new)
        return planned and execute(deployment, TERMINAL, planned)

    def test_where_there_is_none_its_status_is_empty(self, deployment: Deployment) -> None:
        assert (stack_of(deployment).status, stack_of(deployment).exists) == ("", False)

    def test_what_would_be_made_is_told_before_it_is_made(self, deployment: Deployment, template: str) -> None:
        name = f"{deployment.stage}-one"

        planned = planned_change(deployment, TERMINAL, template, {"Name": name}, is_new=True)

        queues = deployment.client("sqs").list_queues(QueueNamePrefix=name)
        assert planned is not None
        assert planned.changes == (("Add", "Queue", "AWS::SQS::Queue"),)
        assert queues.get("QueueUrls", []) == []

    def test_a_stack_tells_its_outputs_and_its_parameters(self, deployment: Deployment, template: str) -> None:
        name = f"{deployment.stage}-one"

        stack = self.changed(deployment, template, name)

        assert (stack.outputs, stack.parameters, stack.exists) == ({"Queue": name}, {"Name": name}, True)

    def test_a_table_that_outlived_its_stack_is_to_be_taken_back_and_not_made_anew(
        self, deployment: Deployment, template: str
    ) -> None:
        asked: list[dict[str, Any]] = []
        events = deployment.client("cloudformation").meta.events
        events.register(
            "provide-client-params.cloudformation.CreateChangeSet", lambda params, **_: asked.append(params)
        )

        self.changed(deployment, template, f"{deployment.stage}-one")

        assert [params["ImportExistingResources"] for params in asked] == [True]

    def test_a_parameter_can_be_changed_alone(self, deployment: Deployment, template: str) -> None:
        self.changed(deployment, template, f"{deployment.stage}-one")

        stack = restart_with(deployment, TERMINAL, {"Name": f"{deployment.stage}-two"})

        assert stack.parameters == {"Name": f"{deployment.stage}-two"}

    def test_what_a_failed_first_run_left_is_cleared_away(self, deployment: Deployment, template: str) -> None:
        self.changed(deployment, template, f"{deployment.stage}-one")
        statuses = iter(["ROLLBACK_COMPLETE"])

        def failed(parsed: dict[str, Any], **_: object) -> None:
            for stack in parsed.get("Stacks", ()):
                stack["StackStatus"] = next(statuses, stack["StackStatus"])

        deployment.client("cloudformation").meta.events.register("after-call.cloudformation.DescribeStacks", failed)

        assert not ready_for_change(deployment, TERMINAL).exists
        assert stack_of(deployment).status == ""

    def test_deleting_waits_until_it_is_gone(self, deployment: Deployment, template: str) -> None:
        self.changed(deployment, template, f"{deployment.stage}-one")

        delete_stack(deployment, TERMINAL)

        assert stack_of(deployment).status == ""
