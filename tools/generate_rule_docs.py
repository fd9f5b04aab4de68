"""Writes docs/rules/<id>.md from the rule sets; `--check` only says whether the pages are fresh."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from cadre_cli.domain.periods import PeriodUnit
from cadre_cli.domain.texts import shown
from cadre_cli.domain.trace import Authority, Basis
from cadre_cli.rules.book import EVERY_UNIT, KIND_NAMES, Governs, RuleBook, RuleDocument
from cadre_cli.rules.load import rule_book
from cadre_cli.rules.measures import MEASURES
from cadre_cli.rules.schema import Condition
from cadre_cli.rules.terms import ChoiceTerm

FOLDER = Path(__file__).parent.parent / "docs" / "rules"

READ_AS = {
    "V": "đã đọc toàn văn",
    "Q": "đọc qua trích dẫn nguyên văn",
    "T": "đọc qua bản dịch",
    "S": "theo nguồn thứ cấp, chưa đối chiếu toàn văn",
    "N": "không tìm thấy toàn văn",
}
AUTHORITY = {
    Authority.LAW: "văn bản",
    Authority.LOCAL: "quy định địa phương",
    Authority.SOURCE: "nếp làm của địa phương",
    Authority.ASSUMED: "giả định",
}
EVENTS = {
    "discipline": "kỷ luật",
    "concluded degradation": "kết luận suy thoái, vi phạm",
    "corruption or waste in the body led": "tham ô, tham nhũng, lãng phí ở cơ quan phụ trách",
}
UNITS = {
    PeriodUnit.MONTH: "tháng",
    PeriodUnit.QUARTER: "quý",
    PeriodUnit.HALF: "6 tháng",
    PeriodUnit.YEAR: "năm",
}
FORCED_FOR = {True: "lãnh đạo, quản lý", False: "mọi người"}


def page(book: RuleBook, document: RuleDocument) -> str:
    """The whole page of one rule set, Markdown in Vietnamese."""
    sections = (
        _head(document),
        _governs(book, document),
        _numbers(document),
        _grades(document),
        _criteria(document),
        _forced(document),
        _conditions(document),
        _not_found(document),
        _passages(document),
        _choices(document),
    )
    return "\n".join(line for section in sections for line in section)


def _head(document: RuleDocument) -> Iterator[str]:
    yield f"# {document.document} · `{document.id}`"
    yield ""
    yield "Trang này do máy viết từ tệp quy tắc, không sửa tay."
    yield ""
    yield from _table("", "")
    yield _row("Tên", document.title)
    if document.issued is not None:
        yield _row("Ban hành", shown(document.issued))
    unknown = "không rõ; ở đây tính từ " if document.read_as == "N" else ""
    yield _row("Có hiệu lực từ", f"{unknown}{shown(document.since)}")
    yield _row("Hết hiệu lực", "chưa" if document.until is None else shown(document.until))
    yield _row("Cách đọc", f"{document.read_as}: {READ_AS[document.read_as]}")
    yield _row("Đối chiếu với văn bản lần cuối", shown(document.checked_on))
    methods = [each for each in (document.method, document.or_method) if each is not None]
    yield _row("Cách tính", " hoặc ".join(f"`{each}`" for each in methods))
    if document.extends is not None:
        yield _row("Dựa trên", f"`{document.extends}`, trừ những gì ghi khác")
    yield ""


def _governs(book: RuleBook, document: RuleDocument) -> Iterator[str]:
    yield "## Áp dụng cho ai"
    yield ""
    yield from _table("Đối tượng", "Kỳ", "Từ ngày", "Trước ngày", "Căn cứ", "Điều khoản")
    for line in document.governs:
        until = "" if line.until is None else shown(line.until)
        why = _why(book, line)
        who = KIND_NAMES[line.kind].vi
        units = "mọi kỳ" if line.units == EVERY_UNIT else ", ".join(UNITS[u] for u in line.units)
        yield _row(who, units, shown(line.since), until, why, line.basis.passage)
    yield ""


def _why(book: RuleBook, line: Governs) -> str:
    if not line.asked:
        return "văn bản quy định"
    return " và ".join(_asked(book, choice, when) for choice, when in line.asked)


def _asked(book: RuleBook, choice: str, when: str) -> str:
    term = book.choice_terms(choice)[0]
    default = "mặc định" if term.takes(term.default, when) else "khi cơ quan quyết định"
    return f"lựa chọn `{choice}` = `{when}` ({default}; {AUTHORITY[term.basis.authority]})"


def _numbers(document: RuleDocument) -> Iterator[str]:
    yield "## Các con số"
    yield ""
    yield from _table("Tên", "Ý nghĩa", "Giá trị", "Đơn vị", "Từ ngày", "Điều khoản")
    for term in document.values:
        if term.by is not None:
            by = f"lựa chọn `{term.by.choice}`"
            amount = _default(document, term.by.choice).split("/")[term.by.part - 1]
            yield _row(f"`{term.name}`", term.meaning, amount, term.unit, "", by)
        for line in term.dated:
            amount = shown(line.what.value)
            passage = _cited(document, line.what.basis)
            yield _row(
                f"`{term.name}`", term.meaning, amount, term.unit, shown(line.since), passage
            )
    yield ""


def _grades(document: RuleDocument) -> Iterator[str]:
    yield "## Các mức xếp loại"
    yield ""
    yield "So trên tổng điểm chưa làm tròn."
    yield ""
    yield from _table("Mã", "Tên", "Từ điểm", "Từ ngày", "Điều khoản")
    for term in document.grades:
        for line in term.dated:
            grade = line.what
            passage = _cited(document, grade.basis)
            if term.by is not None:
                passage = f"lựa chọn `{term.by.choice}`"
            least = shown(grade.at_least)
            yield _row(f"`{term.code}`", grade.name, least, shown(line.since), passage)
    yield ""


def _criteria(document: RuleDocument) -> Iterator[str]:
    for table in document.criteria:
        yield f"## Tiêu chí chung, từ {shown(table.since)}"
        yield ""
        yield f"{_cited(document, table.what[0].basis)}."
        yield "Điểm của nhóm là tổng điểm các tiêu chí trong nhóm."
        yield ""
        yield from _table("TT", "Tiêu chí", "Điểm tối đa")
        for row in table.what:
            mark = "**" if row.group is None else ""
            cells = (row.code, row.text, shown(row.maximum))
            yield _row(*(f"{mark}{cell}{mark}" for cell in cells))
        total = sum(row.maximum for row in table.what if row.group is None)
        yield _row("", "**Tổng cộng**", f"**{shown(total)}**")
        yield ""


def _forced(document: RuleDocument) -> Iterator[str]:
    if not document.forced:
        return
    yield "## Xếp loại không theo điểm"
    yield ""
    yield from _table("Sự việc ghi trong hồ sơ", "Trường hợp", "Mức", "Áp dụng", "Điều khoản")
    for term in document.forced:
        case = term.case
        yield _row(
            EVENTS.get(case.event, case.event),
            case.text + _unless(case.unless),
            f"`{case.grade}`",
            f"{FORCED_FOR[case.leaders_only]}, từ {shown(term.since)}",
            _cited(document, case.basis),
        )
    yield ""


EXEMPTIONS = {
    "already counted": "hành vi đã tính rồi",
    "former body": "vi phạm ở cơ quan cũ",
    "not related to duty": "ghi là không liên quan đến công vụ",
}


def _unless(exemptions: tuple[str, ...]) -> str:
    if not exemptions:
        return ""
    return f" (trừ khi: {'; '.join(EXEMPTIONS[each] for each in exemptions)})"


def _default(document: RuleDocument, choice: str) -> str:
    return next(term.default for term in document.choices if term.id == choice)


def _conditions(document: RuleDocument) -> Iterator[str]:
    if not document.conditions:
        return
    yield "## Điều kiện của từng mức"
    yield ""
    yield from _table("Mức", "Ai", "Điều kiện", "Đo bằng", "Điều khoản", "Cách đọc")
    for each in document.conditions:
        enough = " (chỉ cần một)" if each.enough else ""
        yield _row(
            f"`{each.grade}`{enough}",
            _asked_of(document, each),
            each.text,
            f"{MEASURES[each.measure]} {_bound(each)}",
            _cited(document, each.basis),
            READ_AS[each.basis.read_as],
        )
    yield ""


def _asked_of(document: RuleDocument, each: Condition) -> str:
    kinds = ", ".join(KIND_NAMES[kind].vi for kind in each.kinds)
    if not kinds and len({line.kind for line in document.governs}) == 1:
        kinds = KIND_NAMES[document.governs[0].kind].vi
    post = {None: "", True: "lãnh đạo, quản lý", False: "không giữ chức vụ"}[each.leaders]
    return ", ".join(part for part in (kinds, post) if part) or "mọi người"


def _bound(each: Condition) -> str:
    signs = (("≥", each.at_least), ("≤", each.at_most), (">", each.above), ("<", each.below))
    return next(f"{sign} {shown(value)}" for sign, value in signs if value is not None)


def _not_found(document: RuleDocument) -> Iterator[str]:
    if not document.not_found:
        return
    yield "## Phần không tìm thấy"
    yield ""
    yield "Không đặt thêm điều gì vào những chỗ này; cơ quan có văn bản thì ghi quyết định của mình."
    yield ""
    yield from (f"- {part.what} ({_cited(document, part.basis)})." for part in document.not_found)
    yield ""


def _passages(document: RuleDocument) -> Iterator[str]:
    yield "## Điều khoản khác"
    yield ""
    yield from _table("Tên", "Nội dung", "Điều khoản")
    for term in document.passages:
        yield _row(f"`{term.name}`", term.meaning, _cited(document, term.basis))
    yield ""


def _choices(document: RuleDocument) -> Iterator[str]:
    if not document.choices:
        return
    yield "## Lựa chọn: chỗ văn bản không nói rõ"
    yield ""
    yield "Cơ quan thay mặc định bằng quyết định của mình, ghi trong `cadre.toml`, mục `[decisions]`:"
    yield ""
    yield "```toml"
    yield "[decisions]"
    yield 'deduction_on = { option = "line", document = "QĐ 12/QĐ-UBND ngày 05/01/2026" }'
    yield "```"
    yield ""
    for term in document.choices:
        yield from _choice(document, term)


def _choice(document: RuleDocument, term: ChoiceTerm) -> Iterator[str]:
    yield f"### `{term.id}`"
    yield ""
    yield f"{term.meaning}."
    yield ""
    basis = term.basis
    read = "" if basis.read_as == "V" else f" ({READ_AS[basis.read_as]})"
    yield f"- Mặc định: `{term.default}`, căn cứ: {AUTHORITY[basis.authority]}{read}."
    if basis.document != document.document:
        yield f"- Văn bản của mặc định: {basis.document}."
    yield f"- Chỗ liên quan: {basis.passage}."
    if term.row is not None:
        yield f"- Ghi {term.row.count} số cách nhau bằng dấu /: {term.options[term.default]}."
    elif term.numbers is not None:
        least, most, step = (
            shown(part) for part in (term.numbers.least, term.numbers.most, term.numbers.step)
        )
        yield f"- Nhận số từ {least} đến {most}, bước {step}: {term.options[term.default]}."
    else:
        yield from (f"- `{option}`: {means}." for option, means in term.options.items())
    yield ""


def _cited(document: RuleDocument, basis: Basis) -> str:
    """The passage, with the document's name where an amendment changed the text."""
    if basis.document == document.document:
        return basis.passage
    return f"{basis.document}, {basis.passage}"


def _table(*headings: str) -> Iterator[str]:
    yield _row(*headings)
    yield "|" + "---|" * len(headings)


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def main(arguments: list[str]) -> int:
    """Write every page, or with `--check` name those that are missing, stale or left over."""
    book = rule_book()
    pages = {FOLDER / f"{each.id}.md": page(book, each) for each in book.documents}
    if "--check" not in arguments:
        FOLDER.mkdir(parents=True, exist_ok=True)
        for path, text in pages.items():
            path.write_text(text, encoding="utf-8", newline="\n")
        return 0
    there = {path: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    stale = sorted({path for path in {*pages, *there} if pages.get(path) != there.get(path)})
    for path in stale:
        print(f"{path.relative_to(FOLDER.parent.parent)}: run tools/generate_rule_docs.py")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
