"""The template as CloudFormation would resolve it for given parameters, as far as the tests need it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any

REGION, ACCOUNT = "eu-central-1", "123456789012"
OWNER_EMAIL = "kim@example.org"
_PSEUDO: dict[str, str | None] = {
    "AWS::Region": REGION,
    "AWS::AccountId": ACCOUNT,
    "AWS::Partition": "aws",
    "AWS::URLSuffix": "amazonaws.com",
    "AWS::NoValue": None,
}
_NAMES = ("TableName", "LogGroupName", "TopicName", "QueueName", "AlarmName", "Name", "RoleName")
_ARNS = {
    "AWS::DynamoDB::Table": "dynamodb:{place}:table/{name}",
    "AWS::Logs::LogGroup": "logs:{place}:log-group:{name}:*",
    "AWS::SNS::Topic": "sns:{place}:{name}",
    "AWS::SQS::Queue": "sqs:{place}:{name}",
}


class Rendered:
    """A template and the values of its parameters; those that are not given have their defaults."""

    def __init__(self, template: dict[str, Any], **parameters: str) -> None:
        self._template = template
        defaults = {name: str(one["Default"]) for name, one in template["Parameters"].items() if "Default" in one}
        given = defaults | {"OwnerEmail": OWNER_EMAIL} | parameters
        self._known: dict[str, Any] = {**_PSEUDO, "AWS::StackName": f"afterword-{given['Stage']}", **given}

    def resources(self, kind: str = "*") -> dict[str, dict[str, Any]]:
        """The resources of a type, such as ``AWS::IAM::*``, whose condition holds, by their logical ids."""
        found = self._template["Resources"].items()
        return {
            name: self._worked_out(one)
            for name, one in found
            if fnmatchcase(one["Type"], kind) and self._holds(one.get("Condition"))
        }

    def properties(self, name: str) -> dict[str, Any]:
        """The resolved properties of a resource."""
        properties: dict[str, Any] = self._worked_out(self._template["Resources"][name].get("Properties", {}))
        return properties

    def environment(self, function: str) -> dict[str, str]:
        """The environment variables of a function: ours, and the region, which Lambda sets."""
        variables: dict[str, str] = self.properties(function)["Environment"]["Variables"]
        return variables | {"AWS_REGION": REGION}

    def outputs(self) -> dict[str, Any]:
        """The values of the outputs."""
        return {name: self._worked_out(one["Value"]) for name, one in self._template["Outputs"].items()}

    def names(self) -> set[str]:
        """The names of resources in the account, without those that CloudFormation makes up."""
        return set(self._own_names())

    def _own_names(self) -> Iterator[str]:
        for name, one in self.resources().items():
            properties = one.get("Properties", {})
            yield from (properties[key] for key in (*_NAMES, "EmailIdentity") if key in properties)
            if name == "Budget":
                yield properties["Budget"]["BudgetName"]

    def _holds(self, condition: str | None) -> bool:
        return condition is None or bool(self._worked_out(self._template["Conditions"][condition]))

    def _worked_out(self, node: Any) -> Any:
        if isinstance(node, list):
            return [item for item in map(self._worked_out, node) if item is not None]
        if not isinstance(node, dict):
            return node
        if len(node) == 1:
            [(function, argument)] = node.items()
            if function in ("Ref", "Condition") or function.startswith("Fn::"):
                return self._called(function.removeprefix("Fn::"), argument)
        values = {key: self._worked_out(value) for key, value in node.items()}
        return {key: value for key, value in values.items() if value is not None}

    def _called(self, function: str, argument: Any) -> Any:
        match function, argument:
            case "Ref", str(name):
                return self._known[name] if name in self._known else self._reference(name)
            case "GetAtt", [name, attribute]:
                return self._attribute(name, attribute)
            case "Sub", str(text):
                return re.sub(r"\$\{([^!}]+)\}", lambda found: self._inserted(found[1], {}), text)
            case "Sub", [text, values]:
                own = self._worked_out(values)
                return re.sub(r"\$\{([^!}]+)\}", lambda found: self._inserted(found[1], own), text)
        return self._decided(function, argument)

    def _decided(self, function: str, argument: Any) -> Any:
        match function, argument:
            case "Condition", str(name):
                return self._holds(name)
            case "If", [condition, then, otherwise]:
                return self._worked_out(then if self._holds(condition) else otherwise)
            case "Equals", [left, right]:
                return self._worked_out(left) == self._worked_out(right)
            case "Not", [value]:
                return not self._worked_out(value)
            case "And", values:
                return all(map(self._worked_out, values))
        raise ValueError(f"{function} is not used in our template so far")

    def _inserted(self, text: str, own: dict[str, str]) -> str:
        name, _, attribute = text.partition(".")
        if name in own:
            return own[name]
        return str(self._attribute(name, attribute) if attribute else self._called("Ref", name))

    def _reference(self, name: str) -> str:
        """The value of a reference: a topic's ARN, the name of what we name, and any text for all else."""
        if self._template["Resources"][name]["Type"] == "AWS::SNS::Topic":
            return self._attribute(name, "Arn")
        return self._name(name)

    def _attribute(self, name: str, attribute: str) -> str:
        arn = _ARNS.get(self._template["Resources"][name]["Type"])
        if attribute != "Arn":
            return self._name(name)
        return "arn:aws:" + arn.format(place=f"{REGION}:{ACCOUNT}", name=self._name(name)) if arn else f"arn of {name}"

    def _name(self, name: str) -> str:
        properties = self._template["Resources"][name].get("Properties", {})
        own = next((properties[key] for key in _NAMES if key in properties), None)
        return str(self._worked_out(own)) if own else f"{self._known['AWS::StackName']}-{name}"
