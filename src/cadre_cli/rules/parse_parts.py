"""The numbers, classes, criteria, forced cases, conditions and passages of a rule file."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal

from cadre_cli.domain.events import EventKind, Exemption
from cadre_cli.domain.officers import Kind
from cadre_cli.domain.texts import Text
from cadre_cli.rules.book import (
    Amount,
    ByChoice,
    Dated,
    ForcedTerm,
    GradeTerm,
    NumberTerm,
    PassageTerm,
)
from cadre_cli.rules.fields import Fields
from cadre_cli.rules.lines import CITED, Lines, refuse_empty_span
from cadre_cli.rules.measures import MEASURES
from cadre_cli.rules.schema import Condition, Criterion, Forced, Grade, NotFound
from cadre_cli.rules.terms import ChoiceTerm

Choices = Mapping[str, ChoiceTerm]


def number_term(
    lines: Lines, name: str, term: Fields, choices: Choices, base: NumberTerm | None
) -> NumberTerm:
    """A number over all time, or one that follows a choice; words may come from the extended set."""
    term.allow("meaning", "unit", "dated", "by_choice", "part")
    meaning = term.text("meaning") if base is None else term.text("meaning", base.meaning)
    unit = term.text("unit") if base is None else term.text("unit", base.unit)
    by = _by_choice(term, choices)
    if by is not None:
        return NumberTerm(name, meaning, unit, (), by)
    dated = []
    for line in term.listed("dated"):
        line.allow("value", *CITED)
        amount = Amount(line.number("value"), lines.basis(line))
        dated.append(Dated(lines.first_day(line), amount))
    lines.in_order(term.at("dated"), tuple(dated))
    return NumberTerm(name, meaning, unit, tuple(dated))


def grade_term(lines: Lines, code: str, term: Fields, choices: Choices) -> GradeTerm:
    """A class over all time; where its band follows a choice it states the default's number."""
    term.allow("dated", "by_choice", "part")
    by = _by_choice(term, choices)
    dated = []
    for line in term.listed("dated"):
        line.allow("at_least", "name", *CITED)
        grade = Grade(code, line.text("name"), line.number("at_least"), lines.basis(line))
        dated.append(Dated(lines.first_day(line), grade))
    lines.in_order(term.at("dated"), tuple(dated))
    return GradeTerm(code, tuple(dated), by)


def _by_choice(term: Fields, choices: Choices) -> ByChoice | None:
    if not term.has("by_choice"):
        return None
    choice = choices[term.word("by_choice", choices)]
    part = term.number("part")
    if choice.row is None or not 1 <= part <= choice.row.count:
        text = Text(
            f"lựa chọn {choice.id} không có số thứ {part}",
            f"the choice {choice.id} has no number {part}",
        )
        raise term.fault("part", text)
    return ByChoice(choice.id, int(part))


def check_bands(top: Fields, grades: tuple[GradeTerm, ...]) -> None:
    """Classes go from the highest to the lowest, whose band begins at 0."""
    for day in sorted({line.since for grade in grades for line in grade.dated}):
        held = [
            next((line.what for line in reversed(grade.dated) if line.since <= day), None)
            for grade in grades
        ]
        least = [grade.at_least for grade in held if grade is not None]
        if sorted(set(least), reverse=True) != least or least[-1] != 0:
            text = Text(
                "các mức phải xếp từ cao xuống thấp, mức cuối từ 0 điểm",
                "classes must go from high to low, the last from 0 points",
            )
            raise top.fault("grades", text)


def criteria_table(lines: Lines, table: Fields) -> Dated[tuple[Criterion, ...]]:
    """One table of common criteria with its day."""
    table.allow("rows", *CITED)
    basis = lines.basis(table)
    rows = []
    for row in table.listed("rows"):
        row.allow("code", "text", "maximum")
        rows.append(Criterion(row.text("code"), row.text("text"), row.number("maximum"), basis))
    _check_sums(table, rows)
    return Dated(lines.first_day(table), tuple(rows))


def _check_sums(table: Fields, rows: list[Criterion]) -> None:
    """A group's maximum is the sum of its criteria, so a slip of the pen cannot change the 30."""
    codes = [row.code for row in rows]
    if len(set(codes)) != len(codes):
        text = Text("mỗi mã tiêu chí chỉ ghi một lần", "a criterion's code may stand only once")
        raise table.fault("rows", text)
    for group in (row for row in rows if row.group is None):
        parts = [row.maximum for row in rows if row.group == group.code]
        if parts and sum(parts) != group.maximum:
            text = Text(
                f"nhóm {group.code} ghi {group.maximum}, các tiêu chí cộng lại {sum(parts)}",
                f"group {group.code} says {group.maximum}, its criteria add up to {sum(parts)}",
            )
            raise table.fault("rows", text)


def forced_term(lines: Lines, line: Fields, grades: Collection[str]) -> ForcedTerm:
    """A case that forces a class whatever the points."""
    line.allow("event", "grade", "text", "leaders_only", "unless", "until", *CITED)
    since, until = lines.first_day(line), line.maybe_day("until")
    refuse_empty_span(line, since, until)
    case = Forced(
        line.word("event", [str(each.value) for each in EventKind]),
        line.word("grade", grades),
        line.text("text"),
        lines.basis(line),
        line.flag("leaders_only"),
        line.words("unless", [each.value for each in Exemption]),
    )
    return ForcedTerm(since, until, case)


def passage_term(lines: Lines, name: str, line: Fields) -> PassageTerm:
    """A passage that is not a number."""
    line.allow("meaning", *(key for key in CITED if key != "since"))
    return PassageTerm(name, line.text("meaning"), lines.basis(line))


_BOUNDS = ("at_least", "at_most", "above", "below")


def condition(lines: Lines, line: Fields, grades: Collection[str]) -> Condition:
    """What a class asks beside points, or instead of them."""
    line.allow("grade", "measure", "text", *_BOUNDS, "leaders", "kinds", "enough", *CITED)
    bounds: dict[str, Decimal] = {key: line.number(key) for key in _BOUNDS if line.has(key)}
    if len(bounds) != 1:
        words = ", ".join(_BOUNDS)
        raise line.fault("", Text(f"cần đúng một trong {words}", f"needs exactly one of {words}"))
    return Condition(
        line.word("grade", grades),
        line.word("measure", MEASURES),
        line.text("text"),
        lines.basis(line),
        bounds.get("at_least"),
        bounds.get("at_most"),
        bounds.get("above"),
        bounds.get("below"),
        leaders=line.flag("leaders") if line.has("leaders") else None,
        kinds=line.words("kinds", [str(each) for each in Kind]),
        enough=line.flag("enough"),
    )


def not_found(lines: Lines, line: Fields, grades: Collection[str]) -> NotFound:
    """A part of the text that nobody could read."""
    line.allow("what", "grades", "passage", "document")
    basis = lines.basis(Fields(line.file, line.path, {**line.data, "read_as": "N"}))
    return NotFound(line.text("what"), basis, line.words("grades", grades))
