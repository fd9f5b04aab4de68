"""Writes docs/findings.md from the kinds of finding; `--check` only says whether it is fresh."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from cadre_cli.reports.manual import LETTERS, FindingPage, finding_pages

PAGE = Path(__file__).parent.parent / "docs" / "findings.md"


def page() -> str:
    """The whole manual, Markdown in Vietnamese."""
    lines = [*_head(), *_contents()]
    for letter, found in groupby(finding_pages(), key=lambda each: each.code[0]):
        lines += [f"## {letter} · {LETTERS[letter].vi}", ""]
        for code, kinds in groupby(found, key=lambda each: each.code):
            lines += _code(code, list(kinds))
    return "\n".join(lines)


def _head() -> Iterator[str]:
    yield "# Các phát hiện của `cadre`"
    yield ""
    yield "Trang này do máy viết từ mã nguồn, không sửa tay."
    yield "Xem một mã ngay trên máy: `cadre rules finding G02`."
    yield ""
    yield "- **LỖI**: kết quả dựa vào chỗ này, hoặc quy định không cho phép; phải sửa."
    yield "- **CẢNH BÁO**: cần có người xem lại."
    yield "- **GHI CHÚ**: để biết, không phải sửa."
    yield ""


def _contents() -> Iterator[str]:
    yield "| Mã | Mức | Quy tắc |"
    yield "|---|---|---|"
    for each in finding_pages():
        anchor = each.code.lower()
        yield f"| [{each.code}](#{anchor}) | {each.severity.name_of.vi} | {_cell(each.rule)} |"
    yield ""


def _code(code: str, kinds: list[FindingPage]) -> Iterator[str]:
    yield f"### {code}"
    yield ""
    for each in kinds:
        yield f"**{each.severity.name_of.vi}** · {each.rule}"
        yield ""
        for paragraph in each.meaning[1:]:
            yield paragraph
            yield ""
        yield f"- Thông báo: {each.message}"
        yield f"- Cách sửa: {each.fix}"
        if each.law is not None:
            yield f"- Căn cứ: {each.law}"
        yield ""
        yield from _example("Ví dụ chưa đúng", each.wrong)
        yield from _example("Ví dụ đúng", each.right)


def _example(title: str, table: str) -> Iterator[str]:
    if table:
        yield f"{title}:"
        yield ""
        yield table.strip()
        yield ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main(arguments: list[str]) -> int:
    """Write the page, or with `--check` say whether it is what would be written."""
    text = page()
    if "--check" not in arguments:
        PAGE.parent.mkdir(parents=True, exist_ok=True)
        PAGE.write_text(text, encoding="utf-8", newline="\n")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text:
        return 0
    print(f"{PAGE.relative_to(PAGE.parent.parent)}: run tools/generate_finding_docs.py")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
