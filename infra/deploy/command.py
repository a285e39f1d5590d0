"""Run a command, print what went wrong, and turn it into an exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping

from botocore.exceptions import BotoCoreError, ClientError

from chalicelib.errors import AfterwordError
from infra.deploy.deployment import CannotDo, Deployment
from infra.deploy.terminal import Terminal

Command = Callable[[Deployment, Terminal, Mapping[str, str]], None]


def run_command(command: Command, environment: Mapping[str, str]) -> int:
    """Run the command; its exit code: 0 done, 1 failed, and the reason is on stderr."""
    try:
        command(Deployment.chosen(environment), Terminal.told(environment), environment)
    except (CannotDo, AfterwordError, BotoCoreError, ClientError) as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nInterrupted. The same command goes on from where this one was.", file=sys.stderr)
        return 1
    return 0
