"""The page of a report: letterhead, title, signature block and margins, State or Party.

State: NĐ 30/2020/NĐ-CP, Phụ lục I, and the head and foot of the forms of NĐ 335/2025/NĐ-CP.
Party: Quy định 399-QĐ/TW and Hướng dẫn 05-HD/VPTW of 2026.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cadre_cli.domain.office import Office, Signer
from cadre_cli.domain.periods import Period
from cadre_cli.domain.report import Align, Line, Page, Properties, SideBySide
from cadre_cli.domain.results import Outcome
from cadre_cli.domain.texts import Text

STATE_PAGE = Page(top=20, bottom=20, left=30, right=15)
PARTY_PAGE = Page(top=20, bottom=20, left=30, right=15)
WORKING_PAGE = Page(top=15, bottom=15, left=15, right=10)
"""Sheets that are read on the screen or in the file, not sent: no rule sets their margins."""

SLIP_PAGE = replace(STATE_PAGE, landscape=False)
"""A form of one person is read and signed upright."""

HEAD_SIZE, MOTTO_SIZE = 12, 13
"""Quốc hiệu 12–13, Tiêu ngữ 13–14 points (NĐ 30/2020, Phụ lục I, II.1)."""
NAME_SIZE, TITLE_SIZE, FORM_SIZE, SIGNER_SIZE = 12, 14, 12, 12
"""The issuing body, title, words of a form and signature block: no text that could be read gives
their sizes. These keep a long office name, a title and a signature block in proportion with the
head, and a form of NĐ 335/2025 on two pages; whoever has the text of the decree changes them here.
"""

OWN_MARK = "cadre"
"""The document property by which `cadre` knows its own workbooks again."""

_RULE = Line("———————", size=7, align=Align.CENTRE)
_LONG_RULE = Line("————————————————", size=7, align=Align.CENTRE)
_UNNAMED = "……………………………………"
_SIGN_HERE = Text("(Ký tên, ghi rõ họ tên)", "(Signature and full name)")
_DATE = Text("ngày … tháng … năm …", "day … month … year …")
_NOBODY_NAMED = (Signer("THỦ TRƯỞNG CƠ QUAN"), Signer("NGƯỜI LẬP BIỂU"))
_DOTS = 37
_BLANK_ROWS = 4
"""Room for a signature and the stamp."""


def is_party(office: Office) -> bool:
    """Whether the office writes under the Party's head."""
    return office.letterhead == "party"


def page_of(office: Office) -> Page:
    """Paper and margins of a page that is signed."""
    return PARTY_PAGE if is_party(office) else STATE_PAGE


def letterhead(office: Office) -> SideBySide:
    """Left the body and the one above it, right the State's or the Party's own lines."""
    if not is_party(office):
        return state_head(office)
    right = (_centred("ĐẢNG CỘNG SẢN VIỆT NAM", bold=True, size=MOTTO_SIZE), _LONG_RULE)
    return SideBySide(((*_body_lines(office), _centred("*")), right))


def state_head(office: Office) -> SideBySide:
    """The head of the decree's own forms, which bodies of the Party use for their civil servants, too."""
    right = (
        _centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, size=HEAD_SIZE),
        _centred("Độc lập - Tự do - Hạnh phúc", bold=True, size=MOTTO_SIZE),
        _LONG_RULE,
    )
    return SideBySide(((*_body_lines(office), _RULE), right))


def _body_lines(office: Office) -> tuple[Line, ...]:
    superior = (office.superior or "").upper()
    name = (office.name or _UNNAMED).upper()
    above = (_centred(superior, size=NAME_SIZE),) if superior else ()
    return (*above, _centred(name, bold=True, size=NAME_SIZE))


def title(words: str, period: str) -> tuple[Line, ...]:
    """The title in capitals and the period in brackets below it, a blank line around both."""
    return (
        Line("", size=8),
        _centred(words, bold=True, size=TITLE_SIZE),
        Line(period, italic=True, size=12, align=Align.CENTRE),
        Line("", size=8),
    )


def plain_title(words: str, outcome: Outcome, lang: str, remark: str = "") -> tuple[Line, ...]:
    """The head of a sheet that is not signed: what it is, whose, and of which period."""
    period = period_words(outcome.period, lang)
    below = " – ".join(part for part in (outcome.office.name, period) if part)
    return (
        Line(words, bold=True, size=13),
        Line(below, italic=True),
        *((note(remark),) if remark else ()),
        Line("", size=6),
    )


def period_words(period: Period | None, lang: str) -> str:
    """The period as a heading writes it; nothing for what belongs to no period."""
    return "" if period is None else period.title.of(lang)


def signatures(office: Office, lang: str) -> SideBySide:
    """Who signs: the first of the office's signers on the right, the date line over them."""
    signers = tuple(reversed(office.signers or _NOBODY_NAMED))
    place = office.place or "…………"
    date_line = f"{place}, {_DATE.of(lang)}"
    columns = []
    for number, signer in enumerate(signers, 1):
        first = date_line if number == len(signers) else ""
        columns.append(
            (
                Line("", size=8),
                Line(first, italic=True, size=SIGNER_SIZE, align=Align.CENTRE),
                _centred(signer.title, bold=True, size=SIGNER_SIZE),
                Line(_SIGN_HERE.of(lang), italic=True, align=Align.CENTRE),
                *(Line("") for _ in range(_BLANK_ROWS)),
                _centred(signer.name, bold=True, size=SIGNER_SIZE),
            )
        )
    return SideBySide(tuple(columns))


def two_signatures(roles: tuple[str, str], place: str | None, lang: str) -> SideBySide:
    """The foot of the decree's forms: two roles, each under a date line of its own."""
    date_line = f"{place or '…………'}, {_DATE.of(lang)}"
    return SideBySide(
        tuple(
            (
                Line("", size=8),
                Line(date_line, italic=True, size=SIGNER_SIZE, align=Align.CENTRE),
                _centred(role, bold=True, size=SIGNER_SIZE),
                Line(_SIGN_HERE.of(lang), italic=True, align=Align.CENTRE),
                *(Line("") for _ in range(_BLANK_ROWS - 1)),
            )
            for role in roles
        )
    )


def person_lines(name: str, position: str | None, unit: str | None, lang: str) -> tuple[Line, ...]:
    """The three lines about the person, as both forms of the decree have them."""
    told = (
        (Text("Họ và tên", "Name"), name),
        (Text("Chức vụ, chức danh", "Post"), position),
        (Text("Đơn vị công tác", "Unit"), unit),
    )
    return (
        *(Line(f"{words.of(lang)}: {value or ''}", size=FORM_SIZE) for words, value in told),
        Line("", size=6),
    )


def by_hand(lines: int) -> tuple[Line, ...]:
    """Dotted lines to write on, as wide as an upright page."""
    dots = "…" * _DOTS
    return (*(Line(dots, size=FORM_SIZE, kept=True),) * (lines - 1), Line(dots, size=FORM_SIZE))


def properties(heading: str, outcome: Outcome, as_of: date) -> Properties:
    """What the file says of itself; its day is the last of the period, so that it never moves."""
    day = as_of if outcome.period is None else outcome.period.last_day
    return Properties(heading, outcome.office.name or "cadre", day, {OWN_MARK: "1"})


def note(words: str) -> Line:
    """A remark under a table."""
    return Line(words, italic=True, size=10)


def _centred(text: str, *, bold: bool = False, size: float = 12) -> Line:
    return Line(text, bold=bold, size=size, align=Align.CENTRE)
