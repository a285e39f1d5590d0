"""A command from its beginning to its exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping

from botocore.exceptions import BotoCoreError, ClientError

from chalicelib.errors import AfterwordError
from infra.deploy.deployment import CannotDo, Deployment
from infra.deploy.terminal import Terminal

Command = Callable[[Deployment, Terminal, Mapping[str, str]], None]


def carried_out(command: Command, environment: Mapping[str, str]) -> int:
    """0: done; 1: not, and why is said."""
    try:
        command(Deployment.chosen(environment), Terminal.told(environment), environment)
    except (CannotDo, AfterwordError, BotoCoreError, ClientError) as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nInterrupted. The same command goes on from where this one was.", file=sys.stderr)
        return 1
    return 0
