"""Started by double-click, or with workbooks dropped on the program: a menu instead of an error.

Only people at a terminal see it. A script, a pipe and whoever writes a command get what they always
got: without a terminal on both ends nothing here is done, and the exit code stays that of Typer.
"""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from cadre_cli.domain.texts import Text

Run = Callable[[Sequence[str]], int]
"""Runs a command line of `cadre` and gives its exit code."""

_TITLE = Text(
    "cadre {version} – kiểm tra, chấm điểm, xếp loại cán bộ từ các bảng Excel đang dùng. Tệp gốc không "
    "bao giờ bị sửa.",
    "cadre {version} – checks, scores and classifies from the workbooks in use. Inputs never change.",
)
_DROP = Text(
    "Kéo tệp hoặc thư mục thả vào đây rồi nhấn Enter; hoặc gõ số. Enter trống: thoát.",
    "Drop a file or folder here and press Enter; or type a number. Empty: leave.",
)
_ASK_FILES = Text(
    "Kéo tệp hoặc thư mục thả vào đây rồi nhấn Enter ({what})",
    "Drop the file or folder here and press Enter ({what})",
)
_NOT_UNDERSTOOD = Text(
    "Không hiểu “{answer}”: gõ một số trong bảng, hoặc thả một tệp có thật.",
    "“{answer}” is not understood: type a number of the list, or drop a file that is there.",
)
_OFFER = Text("Chấm điểm luôn? (c = có, Enter = không)", "Score them now? (y = yes, Enter = no)")
_YES = frozenset({"c", "co", "có", "y", "yes"})
_CLOSE = Text("Nhấn Enter để đóng.", "Press Enter to close.")
_RESULT = ".ket-qua.xlsx"
_ALONE = 2
"""Processes on a console of one's own: the program, and where it is installed its launcher."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of the menu: the command, and what it is run on; `asks` says what to drop."""

    words: Text
    command: tuple[str, ...]
    asks: Text | None = None


_ONE = Text("bảng tháng", "a month's workbook")
MENU = (
    Choice(Text("Kiểm tra bảng tính", "Check workbooks"), ("check",), _ONE),
    Choice(Text("Chấm điểm, xếp loại", "Score and classify"), ("score",), _ONE),
    Choice(
        Text("So sánh hai kết quả", "Compare two results"),
        ("compare",),
        Text("hai tệp", "two files"),
    ),
    Choice(
        Text("Kiểm lại một bảng kết quả", "Verify a result workbook"),
        ("verify",),
        Text("tệp .ket-qua.xlsx", "a .ket-qua.xlsx"),
    ),
    Choice(Text("Xem máy còn thiếu gì", "What is missing on this machine"), ("doctor",)),
    Choice(Text("Hướng dẫn các lệnh", "Help on all commands"), ("--help",)),
)


def begun(arguments: Sequence[str], commands: frozenset[str], run: Run, lang: str) -> int | None:
    """What a person at a terminal started, done; None where this is a command line like any other."""
    if not at_terminal():
        return None
    if not arguments:
        return _menu(run, lang)
    paths = dropped_on(arguments, commands)
    if paths is None:
        return None
    code = _checked(paths, run, lang)
    _wait(lang)
    return code


def at_terminal() -> bool:
    """Whether somebody can read and answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def dropped_on(arguments: Sequence[str], commands: frozenset[str]) -> list[str] | None:
    """The files and folders dropped on the program, when it was given nothing else."""
    if any(word in commands or word.startswith("-") for word in arguments):
        return None
    return list(arguments) if all(Path(word).exists() for word in arguments) else None


def paths_in(line: str) -> list[str] | None:
    """The paths in a line that a terminal made of dropped files; None when one is not there.

    Windows puts names with blanks in quotes, others put a backslash before the blanks.
    """
    bare = line.strip()
    whole = bare.strip("\"'")
    if whole and Path(whole).exists():
        return [whole]
    quoted = [a or b or c for a, b, c in re.findall(r'"([^"]+)"|\'([^\']+)\'|(\S+)', bare)]
    try:
        escaped = shlex.split(bare)
    except ValueError:
        escaped = []
    for words in (quoted, escaped):
        if words and all(Path(word).exists() for word in words):
            return words
    return None


def _menu(run: Run, lang: str) -> int:
    from cadre_cli.cli import running

    _say(_TITLE.fill(version=running.version()), lang)
    code = running.DONE
    while True:
        _say(Text("", ""), lang)
        for place, choice in enumerate(MENU, 1):
            _say(Text(f"  {place}  {choice.words.vi}", f"  {place}  {choice.words.en}"), lang)
        _say(_DROP, lang)
        answer = _answer()
        if not answer:
            return code
        if answer.isdigit() and 1 <= int(answer) <= len(MENU):
            code = _chosen(MENU[int(answer) - 1], run, lang)
        elif (paths := paths_in(answer)) is not None:
            code = _checked(paths, run, lang)
        else:
            _say(_NOT_UNDERSTOOD.fill(answer=answer), lang)


def _chosen(choice: Choice, run: Run, lang: str) -> int:
    """A line of the menu run; a comparison asks for its two files one after the other, if need be."""
    if choice.asks is None:
        return run(choice.command)
    needed = 2 if choice.command == ("compare",) else 1
    paths: list[str] = []
    while len(paths) < needed:
        _say(_ASK_FILES.fill(what=choice.asks), lang)
        answer = _answer()
        if not answer:
            return 0
        found = paths_in(answer)
        if found is None:
            _say(_NOT_UNDERSTOOD.fill(answer=answer), lang)
        else:
            paths += found
    return run((*choice.command, *paths))


def _checked(paths: Sequence[str], run: Run, lang: str) -> int:
    """Check first, score only when asked to; result workbooks are verified, two are compared."""
    if all(path.lower().endswith(_RESULT) for path in paths):
        return run(("compare", *paths) if len(paths) == 2 else ("verify", paths[0]))
    code = run(("check", *paths))
    _say(_OFFER, lang)
    if _answer().lower() in _YES:
        code = run(("score", *paths))
    return code


def _wait(lang: str) -> None:
    """Keep a window that would close at once open until it has been read."""
    if _own_console():
        _say(_CLOSE, lang)
        _answer()


def _own_console() -> bool:
    """Whether the window was opened for this program alone, as Windows does on a double-click."""
    if sys.platform != "win32":
        return False
    import ctypes

    processes = (ctypes.c_uint * 8)()
    count = ctypes.windll.kernel32.GetConsoleProcessList(processes, len(processes))
    return 0 < count <= _ALONE


def _say(words: Text, lang: str) -> None:
    sys.stdout.write(f"{words.of(lang)}\n")
    sys.stdout.flush()


def _answer() -> str:
    """A line typed; nothing at the end of input."""
    sys.stdout.write("> ")
    sys.stdout.flush()
    return sys.stdin.readline().strip()
