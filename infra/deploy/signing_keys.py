"""The signing keys of a deployment: one SecureString in SSM, made once, rotated by command.

A version is never changed once it is written. The functions are configured with the version to read, so they use an old
one until they are restarted with the next.
"""

from __future__ import annotations

from datetime import datetime

from botocore.exceptions import ClientError

from chalicelib.links.keyring import Keyring, keyring_text, new_keyring, read_keyring, rotated
from infra.deploy.deployment import Deployment


def ensure_keys(deployment: Deployment, now: datetime) -> int:
    """The current version of the keys, which are made if there are none yet."""
    return current_version(deployment) or _put(deployment, new_keyring(now), overwrite=False)


def current_version(deployment: Deployment) -> int | None:
    """The newest version of the keys, None if there are none."""
    try:
        return int(_get(deployment)["Version"])
    except ClientError as error:
        if error.response["Error"]["Code"] == "ParameterNotFound":
            return None
        raise


def rotate_keys(deployment: Deployment, now: datetime) -> int:
    """Add a new key; it signs as soon as the functions read the version that is returned."""
    keyring = read_keyring(_get(deployment, decrypt=True)["Value"])
    return _put(deployment, rotated(keyring, now), overwrite=True)


def delete_keys(deployment: Deployment) -> None:
    """Delete the keys; every link and every browser's session becomes invalid."""
    if current_version(deployment) is not None:
        deployment.client("ssm").delete_parameter(Name=deployment.keys_parameter)


def _get(deployment: Deployment, *, decrypt: bool = False) -> dict[str, str]:
    found: dict[str, str] = deployment.client("ssm").get_parameter(
        Name=deployment.keys_parameter, WithDecryption=decrypt
    )["Parameter"]
    return found


def _put(deployment: Deployment, keyring: Keyring, *, overwrite: bool) -> int:
    stored = deployment.client("ssm").put_parameter(
        Name=deployment.keys_parameter,
        Description="Afterword's signing keys, the newest first",
        Value=keyring_text(keyring),
        Type="SecureString",
        Overwrite=overwrite,
    )
    return int(stored["Version"])
