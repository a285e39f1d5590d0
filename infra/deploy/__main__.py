"""``python -m infra.deploy <command>``: what ``make deploy``, ``make status`` and the others run."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping

from botocore.exceptions import BotoCoreError, ClientError

from chalicelib.errors import AfterwordError
from infra.deploy import destroy, keys_rotate, owner_add, status, token_rotate, up
from infra.deploy.deployment import CannotDo, Deployment
from infra.deploy.terminal import Terminal

Command = Callable[[Deployment, Terminal, Mapping[str, str]], None]
COMMANDS: Mapping[str, Command] = {
    "up": up.run,
    "status": status.run,
    "owner-add": owner_add.run,
    "token-rotate": token_rotate.run,
    "keys-rotate": keys_rotate.run,
    "destroy": destroy.run,
}


def main(arguments: list[str], environment: Mapping[str, str]) -> int:
    """0: done; 1: not, and why is said; 2: no such command."""
    command = COMMANDS.get(arguments[0]) if arguments else None
    if command is None:
        print(f"Choose a command: {', '.join(COMMANDS)}", file=sys.stderr)
        return 2
    try:
        command(Deployment.chosen(environment), Terminal.told(environment), environment)
    except (CannotDo, AfterwordError, BotoCoreError, ClientError) as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nInterrupted. The same command goes on from where this one was.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
