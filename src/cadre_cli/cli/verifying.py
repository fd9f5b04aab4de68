"""A verification as the terminal shows it: sentences for whoever reads it years later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cadre_cli.cli.comparing import differing
from cadre_cli.domain.texts import Text
from cadre_cli.domain.verification import CheckedSource, SourceState, Verification
from cadre_cli.reports.comparison_words import ground_words

CELLS = 10
"""Edited cells shown before the rest are only counted; JSON lists them all."""

_RESULT = Text("Bảng kết quả: {file}", "Result workbook: {file}")
_OF = Text(
    "{office}, kỳ {period}; cadre {then} ghi ra, cadre {now} kiểm lại.",
    "{office}, period {period}; written by cadre {then}, verified by cadre {now}.",
)
_SOURCES = Text("Tệp nguồn ghi trong bảng:", "Sources that it names:")
_STATES = {
    SourceState.SAME: Text("như cũ", "unchanged"),
    SourceState.MOVED: Text("như cũ, nay ở {found}", "unchanged, now at {found}"),
    SourceState.CHANGED: Text(
        "ĐÃ THAY ĐỔI sau khi chấm ({found})", "CHANGED since the scoring ({found})"
    ),
    SourceState.MISSING: Text("KHÔNG TÌM THẤY", "NOT FOUND"),
}
_LEDGER = {
    SourceState.SAME: Text("như cũ", "unchanged"),
    SourceState.GROWN: Text(
        "đã ghi thêm {more} mục từ khi tổng kết, không làm thay đổi kết quả năm",
        "{more} entries were added since, which change nothing of the year",
    ),
    SourceState.CHANGED: Text(
        "ĐÃ GHI THÊM {more} mục, làm thay đổi kết quả năm",
        "{more} entries ADDED since, which change the year",
    ),
    SourceState.MISSING: Text("KHÔNG TÌM THẤY", "NOT FOUND"),
}
_OTHER_LEDGER = Text(
    "KHÔNG CÒN là sổ khi tổng kết (mã niêm phong không khớp)",
    "NOT the ledger of then (its seal differs)",
)
_NO_SOURCES = Text("  không ghi tệp nào", "  it names none")
_NOTE = Text("Lưu ý: {note}.", "Note: {note}.")
_RULES = Text(
    "Quy định, lựa chọn trong phiên bản này khác khi chấm:",
    "Rules and choices of this version that are not those of then:",
)
_EDITED = Text("Ô không đúng với bản chấm lại:", "Cells that do not hold what follows:")
_CELL = Text(
    "  {at}: đang ghi “{held}”, phải là “{follows}”", "  {at}: holds “{held}”, follows: “{follows}”"
)
_CELL_BLANK = Text(
    "  {at}: đang ghi “{held}”, phải để trống", "  {at}: holds “{held}”, must be blank"
)
_CELL_GONE = Text(
    "  {at}: đang để trống, phải là “{follows}”", "  {at}: is blank, follows: “{follows}”"
)
_MORE = Text("  … và {count} ô nữa.", "  … and {count} more cells.")
_ALIKE = Text(
    "Chấm lại theo quy định, lựa chọn ghi ở trang “Căn cứ”: {count} người, kết quả như nhau.",
    "Scored again by the rules and choices of the sheet “Basis”: {count} people, the same results.",
)
_UNLIKE = Text(
    "Chấm lại theo quy định, lựa chọn ghi ở trang “Căn cứ” (A là bảng kết quả, B là bản chấm lại):",
    "Scored again by the rules and choices of the sheet “Basis” (A the workbook, B scored again):",
)
_FOLLOWS = Text(
    "KẾT LUẬN: ĐÚNG. Kết quả này đúng là từ các tệp nguồn, quy định và lựa chọn ghi trong bảng.",
    "CONCLUSION: IT FOLLOWS from the sources, rules and choices that it names.",
)
_IDENTICAL = Text(
    "Bản chấm lại giống tệp này từng byte.", "What was scored again is the same to the byte."
)
_WRONG = Text("KẾT LUẬN: KHÔNG ĐÚNG. {why}", "CONCLUSION: IT DOES NOT FOLLOW. {why}")
_WHY_EDITED = Text(
    "Bảng kết quả đã bị sửa sau khi ghi ra: xem các ô ở trên.",
    "The workbook was changed after it was written: see the cells above.",
)
_WHY_SOURCE = Text(
    "Tệp nguồn đã thay đổi sau khi chấm: {files}. Tìm lại bản cũ, hoặc chấm lại và trình ký lại.",
    "Sources changed since: {files}. Find the former ones, or score and sign anew.",
)
_WHY_LEDGER_GREW = Text(
    "Sổ đánh giá đã ghi thêm mục làm thay đổi kết quả năm: xem những người ở trên. Tổng kết lại "
    "(cadre rank) và trình ký lại.",
    "The ledger was told more that changes the year: see the people above. Rank and sign anew.",
)
_WHY_OTHER_LEDGER = Text(
    "Sổ đánh giá không còn là sổ khi tổng kết. Tìm lại đúng sổ ấy; cadre audit cho biết sổ đang có "
    "còn nguyên vẹn không.",
    "The ledger is not that of then. Find that one; cadre audit tells whether this one is whole.",
)
_WHY_RESULT = Text(
    "Từ các tệp nguồn ấy không ra kết quả này: xem những người ở trên.",
    "These results do not come from these sources: see the people above.",
)
_OPEN = Text("KẾT LUẬN: CHƯA KIỂM LẠI ĐƯỢC. {why}", "CONCLUSION: IT CANNOT BE TOLD. {why}")
_WHY_MISSING = Text(
    "Thiếu tệp nguồn: {files}. Chỉ nơi để tệp bằng --sources THƯ-MỤC rồi chạy lại.",
    "Sources are missing: {files}. Say where they lie with --sources FOLDER and run again.",
)
_WHY_NOTHING = Text(
    "Không chấm lại được từ các tệp nguồn ghi trong bảng.",
    "Nothing could be scored from the sources that it names.",
)


def said(answer: Verification, lang: str, *, brief: bool = False) -> Iterator[str]:
    """Line by line, the conclusion last; `brief` is the conclusion of what follows."""
    if brief and answer.follows:
        yield f"{answer.file}: {conclusion(answer).of(lang)}"
        return
    yield _RESULT.fill(file=answer.file).of(lang)
    office, period = answer.office or "?", answer.period or "?"
    then, now = answer.version_then or "?", answer.version_now
    yield _OF.fill(office=office, period=period, then=then, now=now).of(lang)
    yield _SOURCES.of(lang)
    yield from (_source(each, lang) for each in answer.sources)
    if not answer.sources:
        yield _NO_SOURCES.of(lang)
    for note in answer.notes:
        yield _NOTE.fill(note=note).of(lang)
    if answer.rules:
        yield _RULES.of(lang)
        yield from (f"  {ground_words(each, lang)}" for each in answer.rules)
    if answer.comparison is not None:
        alike = answer.comparison.alike
        yield (_ALIKE.fill(count=answer.comparison.same) if alike else _UNLIKE).of(lang)
        yield from differing(answer.comparison, lang)
    if answer.edited:
        yield _EDITED.of(lang)
        for each in answer.edited[:CELLS]:
            words = (
                _CELL if each.held and each.follows else _CELL_BLANK if each.held else _CELL_GONE
            )
            yield words.fill(at=each.at, held=each.held, follows=each.follows).of(lang)
        if len(answer.edited) > CELLS:
            yield _MORE.fill(count=len(answer.edited) - CELLS).of(lang)
    yield conclusion(answer).of(lang)
    yield ""


def _source(source: CheckedSource, lang: str) -> str:
    if source.ledger:
        words = _OTHER_LEDGER if _is_other(source) else _LEDGER[source.state]
        return f"  {source.name}: {words.fill(more=source.more).of(lang)}"
    found = "" if source.found is None else source.found.as_posix()
    return f"  {source.name}: {_STATES[source.state].fill(found=found).of(lang)}"


def _is_other(source: CheckedSource) -> bool:
    """Whether the ledger is not the one of then, or was written anew."""
    return source.ledger and source.state is SourceState.CHANGED and not source.more


def conclusion(answer: Verification) -> Text:
    """The one sentence that an inspector needs."""
    if answer.follows:
        return _joined(_FOLLOWS, _IDENTICAL) if answer.identical else _FOLLOWS
    missing = tuple(each.name for each in answer.of_state(SourceState.MISSING))
    changed = answer.of_state(SourceState.CHANGED)
    if answer.follows is None:
        why = _WHY_MISSING.fill(files=missing) if missing else _WHY_NOTHING
        return _OPEN.fill(why=why)
    if answer.edited:
        return _WRONG.fill(why=_WHY_EDITED)
    return _WRONG.fill(why=_why_changed(changed) if changed else _WHY_RESULT)


def _why_changed(changed: Sequence[CheckedSource]) -> Text:
    if any(not each.ledger for each in changed):
        return _WHY_SOURCE.fill(files=tuple(each.name for each in changed))
    return _WHY_OTHER_LEDGER if any(map(_is_other, changed)) else _WHY_LEDGER_GREW


def _joined(one: Text, other: Text) -> Text:
    return Text(f"{one.vi} {other.vi}", f"{one.en} {other.en}")
