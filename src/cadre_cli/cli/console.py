"""Results to standard output, messages and progress to standard error, safe on any console."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console

PIPE_WIDTH = 160


def prepare_streams() -> None:
    """Make both streams able to write Vietnamese; old Windows code pages cannot write "Ạ"."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not _can_write(stream):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _can_write(stream: TextIO) -> bool:
    try:
        "Ạ…→".encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def console(stream: TextIO, *, color: bool) -> Console:
    """A rich console without markup, emoji or guesses; wide when the output is piped."""
    from rich.console import Console

    terminal = stream.isatty()
    return Console(
        file=stream,
        no_color=not color or bool(os.environ.get("NO_COLOR")),
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
        width=None if terminal or os.environ.get("COLUMNS") else PIPE_WIDTH,
    )


def write_json(text: str) -> None:
    """JSON in UTF-8 whatever the console's code page, and nothing else, on standard output."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


@contextmanager
def progress(total: int, title: str, *, quiet: bool) -> Iterator[Callable[[str], None]]:
    """A bar on standard error that steps once a file; silent for one file, in a pipe, when asked."""
    if total < 2 or quiet or not sys.stderr.isatty():
        yield lambda _file: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console(sys.stderr, color=True), transient=True) as bar:
        task = bar.add_task(title, total=total)
        yield lambda _file: bar.advance(task)
