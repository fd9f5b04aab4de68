"""The options that several commands share, declared once."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from cadre_cli.cli import words
from cadre_cli.cli.words import helped
from cadre_cli.domain.periods import Period

Paths = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH…",
        help=helped("Tệp Excel hoặc thư mục (đọc cả thư mục con).", "Workbooks or folders."),
        show_default=False,
    ),
]
OneFile = Annotated[
    Path,
    typer.Argument(metavar="FILE", help=helped("Tệp Excel.", "A workbook."), show_default=False),
]


def _existing_folder(given: Path) -> Path:
    if given.is_dir():
        return given
    raise typer.BadParameter(words.NO_FOLDER.fill(path=given).of(words.SPOKEN))


OfficeFolder = Annotated[
    Path,
    typer.Argument(
        metavar="[DIR]",
        callback=_existing_folder,
        help=helped(
            "Thư mục của cơ quan, hoặc của nhiều cơ quan (mặc định: thư mục đang đứng).",
            "The folder of the office, or of many (default: this one).",
        ),
        show_default=False,
    ),
]
Json = Annotated[
    bool,
    typer.Option("--json", help=helped("In kết quả dạng JSON.", "Print JSON.")),
]
Quiet = Annotated[
    bool,
    typer.Option(
        "--quiet", "-q", help=helped("Chỉ in lỗi và nơi lưu kết quả.", "Print errors only.")
    ),
]


def _known_language(written: str) -> str:
    if written.lower() in words.LANGUAGES:
        return written.lower()
    raise typer.BadParameter(words.BAD_LANGUAGE.fill(lang=written).of(words.SPOKEN))


Lang = Annotated[
    str,
    typer.Option(
        "--lang",
        metavar="vi|en",
        callback=_known_language,
        help=helped("Ngôn ngữ: vi hoặc en.", "Language: vi or en."),
    ),
]
PeriodAsked = Annotated[
    str | None,
    typer.Option(
        "--period",
        metavar="2026-03",
        help=helped(
            "Kỳ đánh giá, khi trong tệp không ghi (2026-03, 2026-Q1).",
            "The period, where the file does not say (2026-03, 2026-Q1).",
        ),
    ),
]
RulesAsked = Annotated[
    str | None,
    typer.Option(
        "--rules",
        metavar="ID",
        help=helped("Dùng bộ quy tắc này (xem: cadre rules list).", "Use this rule set."),
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out", metavar="DIR", help=helped("Thư mục ghi kết quả.", "The folder for results.")
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        min=1,
        metavar="N",
        help=helped("Số tiến trình đọc cùng lúc.", "Worker processes."),
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="2026-03-31",
        help=helped(
            "Áp dụng quy định có hiệu lực ngày này (mặc định: ngày cuối kỳ).",
            "Apply the rules in force on this day (default: the period's last day).",
        ),
    ),
]
On = Annotated[
    str | None,
    typer.Option(
        "--on",
        metavar="2026-03-31",
        help=helped("Theo quy định có hiệu lực ngày này.", "As in force on this day."),
    ),
]
Annotate = Annotated[
    bool,
    typer.Option(
        "--annotate",
        help=helped(
            "Ghi bản sao có đánh dấu: tô màu và ghi chú từng ô có phát hiện.",
            "Write a marked copy: a colour and a comment on each cell with a finding.",
        ),
    ),
]
WriteBack = Annotated[
    bool,
    typer.Option(
        "--write-back",
        help=helped(
            "Điền điểm, xếp loại, các thành phần a, b, c… vào các cột của chính cơ quan, trong một bản "
            "sao (ô đang trống).",
            "Fill the office's own columns (total, class, parts) in a copy of its workbook (cells that "
            "are blank).",
        ),
    ),
]
Replace = Annotated[
    bool,
    typer.Option(
        "--replace",
        help=helped(
            "Cùng --write-back: thay cả điểm, xếp loại đã ghi khác kết quả tính lại (không thay công thức).",
            "With --write-back: also replace values that differ from the recomputed (never formulas).",
        ),
    ),
]
DryRun = Annotated[
    bool,
    typer.Option(
        "--dry-run",
        help=helped("Chỉ cho biết sẽ ghi tệp nào.", "Only say what would be written."),
    ),
]
PasswordFile = Annotated[
    Path | None,
    typer.Option(
        "--password-file",
        metavar="FILE",
        help=helped(
            "Tệp chữ có mật khẩu ở dòng đầu, để mở các tệp có mật khẩu.",
            "A text file whose first line is the password of locked files.",
        ),
    ),
]
NoColor = Annotated[
    bool, typer.Option("--no-color", help=helped("Không dùng màu.", "Without colour."))
]


_MONTH_FIRST = re.compile(
    r"\s*(?:(?:tháng|t)\s*(\d{1,2})|(?:quý|q)\s*([1-4])|(\d{1,2}))\s*[-/.]\s*(\d{4})\s*",
    re.IGNORECASE,
)


def _the_other_way_round(written: str) -> str:
    """`3/2026`, `T3-2026`, `Q1/2026` as periods are written; anything else as it stands."""
    found = _MONTH_FIRST.fullmatch(written)
    if found is None:
        return written
    named, quarter, number, year = found.groups()
    return f"{year}-Q{quarter}" if quarter else f"{year}-{named or number}"


def period(written: str | None, lang: str) -> Period | None:
    """The period asked for; wrong usage (exit code 2) when it is not one."""
    if written is None:
        return None
    try:
        return Period.parse(_the_other_way_round(written))
    except ValueError:
        raise typer.BadParameter(words.BAD_PERIOD.fill(period=written).of(lang)) from None


def day(written: str | None, lang: str) -> date | None:
    """The day asked for; wrong usage (exit code 2) when it is not one."""
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise typer.BadParameter(words.BAD_DAY.fill(day=written).of(lang)) from None
