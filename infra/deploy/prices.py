"""The prices of AWS in two regions, and what is free for ever, each with its source; docs/cost.md says how they were
looked up. Only the first tier of each: the next begins far beyond 10,000 owners.

What is free for a year only does not count, nor do the credits of a new account. SES's price is that of the plan on
which accounts begin since 21 July 2026; à la carte, to which an account may change, is 0.10 instead of 0.16.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from infra.deploy.charges import Free, Item, Price, Source

BASE_REGION = "us-east-1"
_FRANKFURT = "eu-central-1"
_THOUSAND, _MILLION = 10**3, 10**6


def _page(path: str, *dated: int, is_verified: bool = True) -> Source:
    return Source(f"https://aws.amazon.com/{path}", date(*dated) if dated else None, is_verified)


def _list(offer: str, *dated: int, region: str = BASE_REGION, is_verified: bool = True) -> Source:
    address = f"https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/{offer}/current/{region}/index.json"
    return Source(address, date(*dated), is_verified)


def _price(usd: str, per: int, source: Source) -> Price:
    return Price(Decimal(usd), per, source)


def _in_frankfurt(offer: str, *dated: int) -> Source:
    return _list(offer, *dated, region=_FRANKFURT)


_ON_DEMAND = _page("dynamodb/pricing/on-demand/", 2026, 8, 1)
_OREGON = _list("AmazonDynamoDB", 2026, 9, 5, region="us-west-2", is_verified=False)
_SES, _SES_ELSEWHERE = (_page("ses/pricing/", 2026, 8, 29, is_verified=is_verified) for is_verified in (True, False))
_LOG_LIST, _S3_LIST = _list("AmazonCloudWatch", 2026, 10, 1), _list("AmazonS3", 2026, 7, 30)
_CLOUDWATCH = _page("cloudwatch/pricing/", 2026, 8, 1)
_SNS_2026 = _page("sns/pricing/", 2026, 6, 13, is_verified=False)
_GATEWAY = _page("api-gateway/pricing/", 2026, 9, 20)
_LAMBDA = _page("lambda/pricing/", 2026, 9, 20)
_KMS = _page("kms/pricing/", 2026, 8, 31, is_verified=False)

# The same everywhere, as far as is known.
_EVERYWHERE: Mapping[Item, Price] = {
    Item.METRICS: _price("0.30", 1, _page("cloudwatch/pricing/", 2026, 5, 5, is_verified=False)),
    Item.NOTICES: _price("2.00", 100 * _THOUSAND, _SNS_2026),
    Item.KEYS: _price("0.03", 10 * _THOUSAND, _KMS),
    Item.PARAMETERS: _price("0", 1, _page("systems-manager/pricing/", is_verified=False)),
    Item.SCHEDULE: _price("0", 1, _page("eventbridge/pricing/", is_verified=False)),
    Item.BUDGETS: _price("0", 1, _page("aws-cost-management/aws-budgets/pricing/", 2024, 10, 22)),
}

PRICES: Mapping[str, Mapping[Item, Price]] = {
    BASE_REGION: {
        **_EVERYWHERE,
        Item.LAMBDA_REQUESTS: _price("0.20", _MILLION, _LAMBDA),
        Item.LAMBDA_TIME: _price("0.0000133334", 1, _page("lambda/pricing/", 2024, 1, 1, is_verified=False)),
        Item.GATEWAY: _price("3.50", _MILLION, _GATEWAY),
        Item.READS: _price("0.125", _MILLION, _ON_DEMAND),
        Item.WRITES: _price("0.625", _MILLION, _ON_DEMAND),
        Item.TABLE: _price("0.25", 1, _OREGON),
        Item.TABLE_BACKUP: _price("0.20", 1, _OREGON),
        Item.MAILS: _price("0.16", _THOUSAND, _SES),
        Item.MAIL_DATA: _price("0.12", 1, _SES),
        Item.LOGS: _price("0.50", 1, _LOG_LIST),
        Item.LOGS_KEPT: _price("0.03", 1, _LOG_LIST),
        Item.ALARMS: _price("0.10", 1, _CLOUDWATCH),
        Item.QUEUE: _price("0.40", _MILLION, _list("AWSQueueService", 2026, 9, 11, is_verified=False)),
        Item.CODE: _price("0.023", 1, _S3_LIST),
        Item.CODE_SENT: _price("0.005", _THOUSAND, _S3_LIST),
        Item.DATA_OUT: _price("0.09", 1, _GATEWAY),
    },
    _FRANKFURT: {
        **_EVERYWHERE,
        Item.LAMBDA_REQUESTS: _price("0.20", _MILLION, _in_frankfurt("AWSLambda", 2026, 9, 11)),
        Item.LAMBDA_TIME: _price("0.0000133334", 1, _in_frankfurt("AWSLambda", 2026, 9, 11)),
        Item.GATEWAY: _price("3.70", _MILLION, _in_frankfurt("AmazonApiGateway", 2026, 8, 12)),
        Item.READS: _price("0.1525", _MILLION, _in_frankfurt("AmazonDynamoDB", 2026, 9, 11)),
        Item.WRITES: _price("0.7625", _MILLION, _in_frankfurt("AmazonDynamoDB", 2026, 9, 11)),
        Item.TABLE: _price("0.306", 1, _in_frankfurt("AmazonDynamoDB", 2026, 9, 11)),
        Item.TABLE_BACKUP: _price("0.2448", 1, _in_frankfurt("AmazonDynamoDB", 2026, 9, 11)),
        Item.MAILS: _price("0.16", _THOUSAND, _SES_ELSEWHERE),
        Item.MAIL_DATA: _price("0.12", 1, _SES_ELSEWHERE),
        Item.LOGS: _price("0.63", 1, _in_frankfurt("AmazonCloudWatch", 2026, 9, 11)),
        Item.LOGS_KEPT: _price("0.0324", 1, _in_frankfurt("AmazonCloudWatch", 2026, 9, 11)),
        Item.ALARMS: _price("0.10", 1, _in_frankfurt("AmazonCloudWatch", 2026, 9, 11)),
        Item.QUEUE: _price("0.40", _MILLION, _in_frankfurt("AWSQueueService", 2026, 9, 11)),
        Item.CODE: _price("0.0245", 1, _in_frankfurt("AmazonS3", 2026, 8, 31)),
        Item.CODE_SENT: _price("0.0054", _THOUSAND, _in_frankfurt("AmazonS3", 2026, 8, 31)),
        Item.DATA_OUT: _price("0.09", 1, _in_frankfurt("AWSDataTransfer", 2026, 8, 31)),
    },
}

FREE: Mapping[Item, Free] = {
    Item.LAMBDA_REQUESTS: Free(_MILLION, _LAMBDA),
    Item.LAMBDA_TIME: Free(400 * _THOUSAND, _LAMBDA),
    Item.TABLE: Free(25, _ON_DEMAND),
    Item.LOGS: Free(5, _CLOUDWATCH),
    Item.LOGS_KEPT: Free(5, _page("cloudwatch/pricing/", 2021, 11, 12, is_verified=False)),
    Item.ALARMS: Free(10, _CLOUDWATCH),
    Item.METRICS: Free(10, _page("cloudwatch/pricing/", 2026, 5, 5, is_verified=False)),
    Item.NOTICES: Free(_THOUSAND, _page("sns/pricing/", 2026, 8, 1)),
    Item.QUEUE: Free(_MILLION, _page("sqs/pricing/", 2017, 11, 1, is_verified=False)),
    Item.KEYS: Free(20 * _THOUSAND, _page("kms/pricing/", 2019, 10, 30, is_verified=False)),
    Item.DATA_OUT: Free(100, _page("s3/pricing/", 2026, 9, 20)),
}
