"""Writes docs/cli.md from the commands themselves; `--check` only says whether the page is fresh."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parent.parent / "docs" / "cli.md"


def page() -> str:
    """Every command with its arguments and options, in Vietnamese."""
    os.environ["CADRE_LANG"] = "vi"
    from typer.main import get_command

    from cadre_cli.cli import words
    from cadre_cli.cli.app import app

    lines = [
        "# Các lệnh",
        "",
        words.ABOUT,
        "",
        words.EXIT_CODES,
        "",
        "Trang này do `make docs` viết ra từ chính các lệnh. `--lang en` gives English.",
        "",
    ]
    for name, command in _commands("cadre", get_command(app)):
        lines += [*_command(name, command), ""]
    return "\n".join(lines).rstrip() + "\n"


def _commands(name: str, command: Any) -> Iterator[tuple[str, Any]]:
    for word, each in getattr(command, "commands", {}).items():
        if hasattr(each, "commands"):
            yield from _commands(f"{name} {word}", each)
        else:
            yield f"{name} {word}", each


def _command(name: str, command: Any) -> Iterator[str]:
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    usage = " ".join([name, *(p.metavar or p.name.upper() for p in arguments)])
    yield f"## `{usage}`"
    yield ""
    yield command.help
    yield ""
    yield "| | |"
    yield "|---|---|"
    for each in command.params:
        words = each.metavar or "" if each in arguments else _option(each)
        yield f"| `{words.replace('|', '/')}` | {each.help or ''} |"


def _option(option: Any) -> str:
    flags = ", ".join(option.opts)
    return flags if option.is_flag else f"{flags} {option.metavar or option.name.upper()}"


def main(arguments: list[str]) -> int:
    """Write the page, or with `--check` say whether it is what would be written."""
    text = page()
    if "--check" not in arguments:
        PAGE.write_text(text, encoding="utf-8", newline="\n")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text:
        return 0
    print("docs/cli.md: run make docs")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
