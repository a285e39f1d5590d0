"""AWS's prices in two regions, and its always-free tier, each with its source; docs/cost.md says how they were found.

Only the first price tier of each item is here: the next begins far beyond 10,000 owners. What is free for a year only
does not count, nor do the credits of a new account. SES's price is that of the plan that new accounts have since
21 July 2026; à la carte, which an account may change to, is 0.10 instead of 0.16.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from infra.deploy.charges import FreeTier, Source, UnitPrice, UsageItem

BASE_REGION = "us-east-1"
_FRANKFURT = "eu-central-1"
_THOUSAND, _MILLION = 10**3, 10**6


def _page(path: str, *dated: int, is_verified: bool = True) -> Source:
    return Source(f"https://aws.amazon.com/{path}", date(*dated) if dated else None, is_verified)


def _list(offer: str, *dated: int, region: str = BASE_REGION, is_verified: bool = True) -> Source:
    address = f"https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/{offer}/current/{region}/index.json"
    return Source(address, date(*dated), is_verified)


def _price(usd: str, per: int, source: Source) -> UnitPrice:
    return UnitPrice(Decimal(usd), per, source)


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

# The same in every region, as far as is known.
_EVERYWHERE: Mapping[UsageItem, UnitPrice] = {
    UsageItem.METRICS: _price("0.30", 1, _page("cloudwatch/pricing/", 2026, 5, 5, is_verified=False)),
    UsageItem.NOTICES: _price("2.00", 100 * _THOUSAND, _SNS_2026),
    UsageItem.KEYS: _price("0.03", 10 * _THOUSAND, _KMS),
    UsageItem.PARAMETERS: _price("0", 1, _page("systems-manager/pricing/", is_verified=False)),
    UsageItem.SCHEDULE: _price("0", 1, _page("eventbridge/pricing/", is_verified=False)),
    UsageItem.BUDGETS: _price("0", 1, _page("aws-cost-management/aws-budgets/pricing/", 2024, 10, 22)),
}

PRICES: Mapping[str, Mapping[UsageItem, UnitPrice]] = {
    BASE_REGION: {
        **_EVERYWHERE,
        UsageItem.LAMBDA_REQUESTS: _price("0.20", _MILLION, _LAMBDA),
        UsageItem.LAMBDA_TIME: _price("0.0000133334", 1, _page("lambda/pricing/", 2024, 1, 1, is_verified=False)),
        UsageItem.GATEWAY: _price("3.50", _MILLION, _GATEWAY),
        UsageItem.READS: _price("0.125", _MILLION, _ON_DEMAND),
        UsageItem.WRITES: _price("0.625", _MILLION, _ON_DEMAND),
        UsageItem.TABLE: _price("0.25", 1, _OREGON),
        UsageItem.TABLE_BACKUP: _price("0.20", 1, _OREGON),
        UsageItem.MAILS: _price("0.16", _THOUSAND, _SES),
        UsageItem.MAIL_DATA: _price("0.12", 1, _SES),
        UsageItem.LOGS: _price("0.50", 1, _LOG_LIST),
        UsageItem.LOGS_KEPT: _price("0.03", 1, _LOG_LIST),
        UsageItem.ALARMS: _price("0.10", 1, _CLOUDWATCH),
        UsageItem.QUEUE: _price("0.40", _MILLION, _list("AWSQueueService", 2026, 9, 11, is_verified=False)),
        UsageItem.CODE: _price("0.023", 1, _S3_LIST),
        UsageItem.CODE_SENT: _price("0.005", _THOUSAND, _S3_LIST),
        UsageItem.DATA_OUT: _price("0.09", 1, _GATEWAY),
    },
    _FRANKFURT: {
        **_EVERYWHERE,
        UsageItem.LAMBDA_REQUESTS: _price("0.20", _MILLION, _in_frankfurt("AWSLambda", 2026, 9, 11)),
        UsageItem.LAMBDA_TIME: _price("0.0000133334", 1, _in_frankfurt("AWSLambda", 2026, 9, 11)),
        UsageItem.GATEWAY: _price("3.70", _MILLION, _in_frankfurt("AmazonApiGateway", 2026, 8, 12)),
        UsageItem.READS: _price("0.1525", _MILLION, _in_frankfurt("AmazonDynamoDB", 2026, 9, 11)),
        UsageItem.WRITES: _price("0.7625", _MILLION, _in_frankfurt("AmazonDynamoDB", 2026, 9, 11)),
        UsageItem.TABLE: _price("0.306", 1, _in_frankfurt("AmazonDynamoDB", 2026, 9, 11)),
        UsageItem.TABLE_BACKUP: _price("0.2448", 1, _in_frankfurt("AmazonDynamoDB", 2026, 9, 11)),
        UsageItem.MAILS: _price("0.16", _THOUSAND, _SES_ELSEWHERE),
        UsageItem.MAIL_DATA: _price("0.12", 1, _SES_ELSEWHERE),
        UsageItem.LOGS: _price("0.63", 1, _in_frankfurt("AmazonCloudWatch", 2026, 9, 11)),
        UsageItem.LOGS_KEPT: _price("0.0324", 1, _in_frankfurt("AmazonCloudWatch", 2026, 9, 11)),
        UsageItem.ALARMS: _price("0.10", 1, _in_frankfurt("AmazonCloudWatch", 2026, 9, 11)),
        UsageItem.QUEUE: _price("0.40", _MILLION, _in_frankfurt("AWSQueueService", 2026, 9, 11)),
        UsageItem.CODE: _price("0.0245", 1, _in_frankfurt("AmazonS3", 2026, 8, 31)),
        UsageItem.CODE_SENT: _price("0.0054", _THOUSAND, _in_frankfurt("AmazonS3", 2026, 8, 31)),
        UsageItem.DATA_OUT: _price("0.09", 1, _in_frankfurt("AWSDataTransfer", 2026, 8, 31)),
    },
}

FREE: Mapping[UsageItem, FreeTier] = {
    UsageItem.LAMBDA_REQUESTS: FreeTier(_MILLION, _LAMBDA),
    UsageItem.LAMBDA_TIME: FreeTier(400 * _THOUSAND, _LAMBDA),
    UsageItem.TABLE: FreeTier(25, _ON_DEMAND),
    UsageItem.LOGS: FreeTier(5, _CLOUDWATCH),
    UsageItem.LOGS_KEPT: FreeTier(5, _page("cloudwatch/pricing/", 2021, 11, 12, is_verified=False)),
    UsageItem.ALARMS: FreeTier(10, _CLOUDWATCH),
    UsageItem.METRICS: FreeTier(10, _page("cloudwatch/pricing/", 2026, 5, 5, is_verified=False)),
    UsageItem.NOTICES: FreeTier(_THOUSAND, _page("sns/pricing/", 2026, 8, 1)),
    UsageItem.QUEUE: FreeTier(_MILLION, _page("sqs/pricing/", 2017, 11, 1, is_verified=False)),
    UsageItem.KEYS: FreeTier(20 * _THOUSAND, _page("kms/pricing/", 2019, 10, 30, is_verified=False)),
    UsageItem.DATA_OUT: FreeTier(100, _page("s3/pricing/", 2026, 9, 20)),
}
