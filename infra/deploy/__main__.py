"""``python -m infra.deploy <command>``: what ``make deploy``, ``make status`` and the others run."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping

from botocore.exceptions import BotoCoreError, ClientError

from chalicelib.errors import AfterwordError
from infra.deploy import backup, destroy, keys_rotate, owner_add, restore, status, token_rotate, up
from infra.deploy.deployment import CannotDo, Deployment
from infra.deploy.terminal import Terminal

Command = Callable[[Deployment, Terminal, Mapping[str, str]], None]


def _look(deployment: Deployment, terminal: Terminal, environment: Mapping[str, str]) -> None:
    up.look(deployment, terminal, environment)


COMMANDS: Mapping[str, Command] = {
    "look": _look,
    "up": up.run,
    "status": status.run,
    "owner-add": owner_add.run,
    "token-rotate": token_rotate.run,
    "keys-rotate": keys_rotate.run,
    "backup": backup.run,
    "restore": restore.run,
    "destroy": destroy.run,
}


def main(arguments: list[str], environment: Mapping[str, str]) -> int:
    """Run the command that is named first; exit code 0: done, 1: failed (the reason is printed), 2: no such command."""
    command = COMMANDS.get(arguments[0]) if arguments else None
    if command is None:
        print(f"Choose a command: {', '.join(COMMANDS)}", file=sys.stderr)
        return 2
    return _run(command, environment)


def _run(command: Command, environment: Mapping[str, str]) -> int:
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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
