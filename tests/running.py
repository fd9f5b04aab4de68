"""The command line run inside the process of the test."""

from __future__ import annotations

from click.testing import CliRunner, Result
from typer.main import get_command

from cadre_cli.cli.app import app

_COMMAND = get_command(app)
"""Made once: Typer reads the options of every command, which costs more than most tests."""


def cadre(*arguments: object) -> Result:
    """What `cadre` with these arguments prints and how it ends."""
    return CliRunner().invoke(_COMMAND, [str(each) for each in arguments])
