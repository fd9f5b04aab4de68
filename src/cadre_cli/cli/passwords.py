"""The password of locked files: from a file, or asked for on a terminal; never shown, never kept."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import typer

from cadre_cli.cli import words
from cadre_cli.domain.findings import Finding

T = TypeVar("T")
_LOCKED = "T02"
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Key:
    """How locked files are opened: with the password given, or by asking."""

    password: str | None = field(default=None, repr=False)
    may_ask: bool = False

    def open(
        self, run: Callable[[str | None], T], found: Callable[[T], Iterable[Finding]], lang: str
    ) -> T:
        """What `run` gives with the password; asked for again while files stay locked."""
        done = run(self.password)
        for _ in range(_TRIES if self.may_ask else 0):
            files = [finding.at.file for finding in found(done) if finding.code == _LOCKED]
            password = _asked(files, lang) if files else ""
            if not password:
                break
            done = run(password)
        return done


def key(path: Path | None, lang: str, *, silent: bool = False) -> Key:
    """The password in a file's first line; without one people at a terminal are asked.

    Wrong usage (exit code 2) when it cannot be read. `silent`: the output goes to a program.
    """
    if path is None:
        return Key(may_ask=not silent and sys.stdin.isatty())
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        lines = []
    if not lines or not lines[0]:
        raise typer.BadParameter(words.BAD_PASSWORD_FILE.fill(path=path).of(lang))
    return Key(lines[0])


def _asked(files: Sequence[str], lang: str) -> str:
    question = words.ASK_PASSWORD.fill(files=tuple(dict.fromkeys(files))).of(lang)
    try:
        given = typer.prompt(question, default="", hide_input=True, show_default=False, err=True)
    except typer.Abort:
        raise KeyboardInterrupt from None
    return str(given)
