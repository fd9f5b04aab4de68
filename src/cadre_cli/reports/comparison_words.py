"""How a comparison says things: names of what differs, values with their units, why."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import PurePosixPath

from cadre_cli.domain.comparison import (
    MONTHS,
    Alike,
    Cause,
    CauseKind,
    Form,
    GroundDifference,
    Side,
    Standing,
    Told,
)
from cadre_cli.domain.results import NotRated
from cadre_cli.domain.texts import Text, shown
from cadre_cli.reports.cited import not_rated_name

_FIELDS = {
    "grade": Text("xếp loại", "class"),
    "by_points": Text("loại theo điểm", "class by points"),
    "not_rated": Text("không xếp loại vì", "not classified because"),
    "total": Text("tổng điểm", "total"),
    "common": Text("tiêu chí chung", "common criteria"),
    "points": Text("điểm KQNV", "points for the result"),
    "dd": Text("đ", "đ"),
    "rank": Text("hạng", "rank"),
    "titles": Text("danh hiệu", "titles"),
    "unit": Text("đơn vị", "unit"),
}
_SHARES = ("a", "b", "c", "d", "dd", "e")
_FORMS = {
    Form.SCORED: Text("chấm bây giờ", "scored now"),
    Form.RESULT: Text("bảng kết quả của cadre", "a result workbook"),
    Form.LIST: Text("danh sách ghi kết quả", "a list of results"),
}
_ALIKE = {
    Alike.SAME_CODE: Text("cùng mã, khác tên", "one code, two names"),
    Alike.SAME_NAME: Text(
        "cùng tên, không đủ mã hoặc đơn vị để biết là ai", "one name, no code or unit to tell"
    ),
    Alike.NEAR_NAME: Text("tên gần giống", "nearly one name"),
}
_NONE = Text("không có", "none")
_WITHOUT_CLASS = Text("không có loại", "no class")


def field_name(name: str, one: Standing) -> Text:
    """What differs, in words; the total of somebody of whom months are told is the year's mean."""
    if name == "total" and one.said.keys() & set(MONTHS):
        return Text("bình quân năm", "mean of the year")
    if name in MONTHS:
        number = name.removeprefix("month")
        return Text(f"tháng {number}", f"month {number}")
    return _FIELDS.get(name, Text(name, name))


def form_name(form: Form) -> Text:
    """What a side is, in words."""
    return _FORMS[form]


def alike_name(why: Alike) -> Text:
    """Why two entries may be one person, in words."""
    return _ALIKE[why]


def side_words(side: Side, lang: str) -> str:
    """`thang-03.ket-qua.xlsx (bảng kết quả của cadre, UBND xã Đồng Lim, tháng 3 năm 2026)`."""
    period = None if side.period is None else side.period.title.of(lang)
    rules = side.grounds.get("option.rules")
    asked = None if rules is None else f"--rules {rules.value}"
    parts = (form_name(side.form).of(lang), side.office, period, asked)
    return f"{side.file} ({', '.join(part for part in parts if part)})"


def told_words(name: str, told: Told, lang: str, decimals: int = 2) -> str:
    """A value as people read it: shares in per cent, points rounded, a class by its code."""
    value = told.value
    if value is None:
        return (_WITHOUT_CLASS if name == "grade" else _NONE).of(lang)
    if isinstance(value, Fraction):
        if name in _SHARES:
            return f"{rounded(value * 100, decimals, lang)} %"
        return rounded(value, decimals, lang)
    if name == "not_rated":
        return not_rated_name(NotRated(value)).of(lang) if value in _REASONS else value
    return value


_REASONS = frozenset(why.value for why in NotRated)


def rounded(value: Fraction, decimals: int, lang: str) -> str:
    """A number for display, half up, without trailing zeros."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    text = format(exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP), "f")
    return shown(Decimal(text.rstrip("0").rstrip(".") if "." in text else text), lang)


def pair_words(name: str, a: Told, b: Told, lang: str) -> tuple[str, str]:
    """Both values, with as many decimals as it takes to tell them apart."""
    for decimals in (2, 4, 6, 10):
        left, right = (told_words(name, told, lang, decimals) for told in (a, b))
        if left != right:
            break
    return left, right


def person_words(one: Standing) -> str:
    """Name with what tells homonyms apart."""
    beside = ", ".join(part for part in (one.code, one.unit) if part)
    return f"{one.name} ({beside})" if beside else one.name


def result_words(one: Standing, lang: str) -> str:
    """Class and total of somebody whom only one side has, or why there is no class."""
    why = one.said.get("not_rated")
    if why is not None and why.value is not None:
        return told_words("not_rated", why, lang)
    parts = [
        told_words(name, one.said[name], lang)
        for name in ("grade", "total")
        if name in one.said and (name == "grade" or one.said[name].value is not None)
    ]
    return ", ".join(parts)


def ground_words(ground: GroundDifference, lang: str) -> str:
    """`Kỳ đánh giá: 2026-03 → 2026-04`; of sources only whether they are the same."""
    meaning = ground.meaning.of(lang)
    if ground.key.startswith("source:"):
        if ground.a is None or ground.b is None:
            side = "B" if ground.a is None else "A"
            return Text(f"{meaning}: chỉ có ở {side}", f"{meaning}: only in {side}").of(lang)
        return Text(f"{meaning}: nội dung khác nhau", f"{meaning}: not the same content").of(lang)
    if ground.key.endswith(".sha256"):
        return Text(f"{meaning}: khác nhau", f"{meaning}: not the same").of(lang)
    none = _NONE.of(lang)
    name = _short_key(ground.key)
    return f"{meaning}{name}: {ground.a or none} → {ground.b or none}"


def _short_key(name: str) -> str:
    kind, _, rest = name.partition(".")
    return f" [{rest.rpartition('.')[2]}]" if kind == "choice" else ""


def cause_words(cause: Cause, lang: str) -> str:
    """One reason in a line: what, from which value to which, in which cells."""
    what = _way(cause, lang) + _cut(cause.what.of(lang))
    match cause.kind:
        case CauseKind.RULES:
            return f"{what}: {cause.a or _NONE.of(lang)} → {cause.b or _NONE.of(lang)}"
        case CauseKind.CHOICE:
            words = Text("lựa chọn", "choice").of(lang)
            return f"{words} {what}: {cause.a} → {cause.b}"
        case CauseKind.ADDED:
            what += _worth(cause, lang)
            return Text(f"chỉ có ở B: {what}", f"only in B: {what}").of(lang) + _at(cause.at_b)
        case CauseKind.REMOVED:
            what += _worth(cause, lang)
            return Text(f"chỉ có ở A: {what}", f"only in A: {what}").of(lang) + _at(cause.at_a)
        case CauseKind.LACKING | CauseKind.REASON:
            side = "A" if cause.at_a or not cause.at_b else "B"
            name = _LACKING if cause.kind is CauseKind.LACKING else _REASON
            return f"{name.of(lang)} ({side}): {what}{_at(cause.at_a or cause.at_b)}"
        case _:
            left, right = (_number(value, lang) for value in (cause.a, cause.b))
            return f"{what}: {left} → {right}{_cells(cause)}"


def _worth(cause: Cause, lang: str) -> str:
    """The number of what only one side has; nothing beside a whole task, which holds several."""
    value = cause.b if cause.a is None else cause.a
    return f" = {_number(value, lang)}" if cause.path and value is not None else ""


_LACKING = Text("thiếu", "lacking")
_REASON = Text("lý do", "reason")


def _way(cause: Cause, lang: str) -> str:
    """The step right above it, which names the task or the group of criteria."""
    if not cause.path or cause.kind in (CauseKind.RULES, CauseKind.CHOICE, CauseKind.REASON):
        return ""
    return f"{_cut(cause.path[-1].of(lang))} › "


_LONGEST = 90


def _cut(words: str) -> str:
    """Criteria of a decree are whole sentences; the cell beside them tells the rest."""
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 2].rstrip()} …"


def _number(value: Fraction | str | None, lang: str) -> str:
    if value is None:
        return _NONE.of(lang)
    return shown(value, lang) if isinstance(value, Fraction) else value


def _at(place: str) -> str:
    return f" ({_short(place)})" if place else ""


def _cells(cause: Cause) -> str:
    """The cell, once where both sides have it at the same place."""
    left, right = _short(cause.at_a), _short(cause.at_b)
    places = dict.fromkeys(place for place in (left, right) if place)
    return f" ({' → '.join(places)})" if places else ""


def _short(place: str) -> str:
    """A place without the folders of its file."""
    file, colon, cell = place.partition(": ")
    return f"{PurePosixPath(file).name}{colon}{cell}" if colon and "/" in file else place
