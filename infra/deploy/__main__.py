"""``python -m infra.deploy <command>``: what ``make deploy``, ``make status`` and the others run."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from infra.deploy import backup, destroy, keys_rotate, owner_add, restore, status, token_rotate, up
from infra.deploy.command import Command, run_command
from infra.deploy.deployment import Deployment
from infra.deploy.terminal import Terminal


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
    return run_command(command, environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
