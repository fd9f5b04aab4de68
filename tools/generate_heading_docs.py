"""Writes docs/headings.md from the sheet kinds; `--check` only says whether the page is fresh."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from cadre_cli.sheets.kinds import KINDS
from cadre_cli.sheets.table import SheetKind

PAGE = Path(__file__).parent.parent / "docs" / "headings.md"

HEAD = """# Các tiêu đề đọc được

Trang này do `make docs` viết ra từ chính chương trình. Tiêu đề được so không kể hoa thường, dấu, dấu câu
và cách xuống dòng; tiêu đề gộp nhiều tầng viết là “Tầng trên / Tầng dưới”. Cột đứng trước hay sau đều
được. Tiêu đề khác hẳn thì khai trong `cadre.toml`, mục `[reading]` (xem `cadre inspect`).
"""


def page() -> str:
    """Every sheet kind with its fields and the headings they are known by."""
    return "\n".join([HEAD, *(line for kind in KINDS for line in _kind(kind))])


def _kind(kind: SheetKind) -> Iterator[str]:
    yield f"## `{kind.name}` – {kind.shown.vi}"
    yield ""
    yield "| trường | bắt buộc | tiêu đề |"
    yield "|---|---|---|"
    for spec in kind.fields:
        headings = " · ".join(dict.fromkeys(heading for heading in spec.headings if heading))
        needed = "có" if spec.required else ""
        yield f"| `{spec.name}` | {needed} | {headings.replace('|', '/')} |"
    yield ""


def main(arguments: list[str]) -> int:
    """Write the page, or with `--check` say whether it is what would be written."""
    text = page()
    if "--check" not in arguments:
        PAGE.write_text(text, encoding="utf-8", newline="\n")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text:
        return 0
    print("docs/headings.md: run make docs")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
