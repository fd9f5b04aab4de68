"""One rule file, TOML text, becomes a RuleDocument: strictly, nothing is skipped or defaulted."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from typing import TypeVar

from cadre_cli.domain.records import EventKind, Kind
from cadre_cli.domain.texts import Text
from cadre_cli.domain.trace import Authority, Basis
from cadre_cli.rules.book import (
    Amount,
    ChoiceTerm,
    Dated,
    ForcedTerm,
    Governs,
    GradeTerm,
    NumberRange,
    NumberTerm,
    PassageTerm,
    RuleDocument,
)
from cadre_cli.rules.fields import Fields
from cadre_cli.rules.schema import Criterion, Forced, Grade, RuleSetError

T = TypeVar("T")

_HEAD = ("id", "title", "document", "method", "issued", "since", "until", "checked_on", "read_as")
_BODY = ("governs", "values", "grades", "criteria", "forced", "passages", "choices")
_CITED = ("since", "passage", "document", "read_as")
_READINGS = ("V", "Q", "T", "S")


def parse_rules(text: str, file: str) -> RuleDocument:
    """The rule set a file holds; RuleSetError names the file and the place of the first fault."""
    try:
        data = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise RuleSetError(
            Text(f"sai cú pháp TOML: {error}", f"not valid TOML: {error}"), file
        ) from None
    return _Reader(Fields(file, "", data).allow(*_HEAD, *_BODY)).document()


class _Reader:
    """Reads one file; holds the document's name, dates and reading that its lines inherit."""

    def __init__(self, top: Fields) -> None:
        self.top = top
        self.name = top.text("document")
        self.since = top.day("since")
        self.until = top.maybe_day("until")
        self.read_as = top.word("read_as", _READINGS)
        _refuse_empty_span(top, self.since, self.until)

    def document(self) -> RuleDocument:
        top = self.top
        values = tuple(self._number(name, each) for name, each in top.named("values"))
        criteria = tuple(self._criteria(each) for each in top.listed("criteria", needed=False))
        self._in_order("criteria", criteria, starts=False)
        grades = tuple(self._grade(code, each) for code, each in top.named("grades"))
        self._check_bands(grades)
        choices = tuple(self._choice(name, each) for name, each in top.named("choices"))
        codes = tuple(grade.code for grade in grades)
        return RuleDocument(
            id=top.text("id"),
            title=top.text("title"),
            document=self.name,
            method=top.text("method"),
            issued=top.maybe_day("issued"),
            since=self.since,
            until=self.until,
            checked_on=top.day("checked_on"),
            read_as=self.read_as,
            governs=tuple(self._governs(each) for each in top.listed("governs")),
            values=values,
            grades=grades,
            criteria=criteria,
            forced=tuple(self._forced(each, codes) for each in top.listed("forced", needed=False)),
            passages=tuple(self._passage(name, each) for name, each in top.named("passages")),
            choices=choices,
            file=top.file,
        )

    def _basis(self, line: Fields) -> Basis:
        """The passage of a line; an amendment may name another document than the file's own."""
        return Basis(
            Authority.LAW,
            line.text("document", self.name),
            line.text("passage"),
            read_as=line.word("read_as", _READINGS, self.read_as),
        )

    def _governs(self, line: Fields) -> Governs:
        line.allow("kind", "by_choice", "when", "until", *_CITED)
        since = line.day("since", self.since)
        until = line.maybe_day("until") or self.until
        _refuse_empty_span(line, since, until)
        outside = since < self.since or (
            self.until is not None and (until is None or until > self.until)
        )
        if outside:
            text = Text(
                "khoảng ngày nằm ngoài thời gian văn bản có hiệu lực",
                "these days lie outside those on which the document is in force",
            )
            raise line.fault("since", text)
        by_choice = line.maybe_text("by_choice")
        if by_choice is None and line.has("when"):
            raise line.fault("when", Text("cần by_choice", "needs by_choice"))
        when = None if by_choice is None else line.text("when", self.top.text("id"))
        kind = line.word("kind", [str(each) for each in Kind])
        return Governs(kind, since, until, self._basis(line), by_choice, when)

    def _number(self, name: str, term: Fields) -> NumberTerm:
        term.allow("meaning", "unit", "dated")
        dated = []
        for line in term.listed("dated"):
            line.allow("value", *_CITED)
            amount = Amount(line.number("value"), self._basis(line))
            dated.append(Dated(line.day("since"), amount))
        self._in_order(term.at("dated"), tuple(dated))
        return NumberTerm(name, term.text("meaning"), term.text("unit"), tuple(dated))

    def _grade(self, code: str, term: Fields) -> GradeTerm:
        term.allow("dated")
        dated = []
        for line in term.listed("dated"):
            line.allow("at_least", "name", *_CITED)
            grade = Grade(code, line.text("name"), line.number("at_least"), self._basis(line))
            dated.append(Dated(line.day("since"), grade))
        self._in_order(term.at("dated"), tuple(dated))
        return GradeTerm(code, tuple(dated))

    def _check_bands(self, grades: tuple[GradeTerm, ...]) -> None:
        """Classes go from the highest to the lowest, whose band begins at 0."""
        for day in sorted({line.since for grade in grades for line in grade.dated}):
            held = [
                next(line.what for line in reversed(grade.dated) if line.since <= day)
                for grade in grades
            ]
            least = [grade.at_least for grade in held]
            if sorted(set(least), reverse=True) != least or least[-1] != 0:
                text = Text(
                    "các mức phải xếp từ cao xuống thấp, mức cuối từ 0 điểm",
                    "classes must go from high to low, the last from 0 points",
                )
                raise self.top.fault("grades", text)

    def _criteria(self, table: Fields) -> Dated[tuple[Criterion, ...]]:
        table.allow("rows", *_CITED)
        basis = self._basis(table)
        rows = tuple(_criterion(row, basis) for row in table.listed("rows"))
        _check_sums(table, rows)
        return Dated(table.day("since"), rows)

    def _forced(self, line: Fields, grades: tuple[str, ...]) -> ForcedTerm:
        line.allow("event", "grade", "text", "leaders_only", "until", *_CITED)
        since, until = line.day("since"), line.maybe_day("until")
        _refuse_empty_span(line, since, until)
        event = line.word("event", [str(each.value) for each in EventKind])
        case = Forced(
            event,
            line.word("grade", grades),
            line.text("text"),
            self._basis(line),
            line.flag("leaders_only"),
        )
        return ForcedTerm(since, until, case)

    def _passage(self, name: str, line: Fields) -> PassageTerm:
        line.allow("meaning", "passage", "document", "read_as")
        return PassageTerm(name, line.text("meaning"), self._basis(line))

    def _choice(self, name: str, term: Fields) -> ChoiceTerm:
        term.allow(
            *("meaning", "options", "numbers", "default"),
            *("authority", "document", "read_as", "silent_at"),
        )
        if term.has("options") == term.has("numbers"):
            text = Text("cần hoặc options hoặc numbers", "needs either options or numbers")
            raise term.fault("options", text)
        numbers, options = _options(term)
        default = term.word("default", options)
        authority = term.word("authority", [each.value for each in Authority])
        basis = Basis(
            Authority(authority),
            term.text("document", self.name),
            term.text("silent_at"),
            name,
            default,
            term.word("read_as", _READINGS, self.read_as),
        )
        return ChoiceTerm(name, term.text("meaning"), options, default, basis, numbers)

    def _in_order(self, path: str, dated: tuple[Dated[T], ...], *, starts: bool = True) -> None:
        """Dates rise; with `starts` the first line holds from the document's first day."""
        days = [line.since for line in dated]
        if sorted(set(days)) != days:
            text = Text(
                "các dòng phải xếp theo ngày tăng dần, mỗi ngày một dòng",
                "lines must be in the order of their dates, one for each date",
            )
            raise RuleSetError(text, self.top.file, path)
        if starts and days[0] != self.since:
            text = Text(
                f"dòng đầu phải từ ngày văn bản có hiệu lực, {self.since.isoformat()}",
                f"the first line must hold from the document's first day, {self.since.isoformat()}",
            )
            raise RuleSetError(text, self.top.file, path)


def _refuse_empty_span(line: Fields, since: date, until: date | None) -> None:
    if until is not None and until <= since:
        text = Text("until phải sau since", "until must come after since")
        raise line.fault("until", text)


def _criterion(row: Fields, basis: Basis) -> Criterion:
    row.allow("code", "text", "maximum")
    return Criterion(row.text("code"), row.text("text"), row.number("maximum"), basis)


def _check_sums(table: Fields, rows: tuple[Criterion, ...]) -> None:
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


def _options(term: Fields) -> tuple[NumberRange | None, dict[str, str]]:
    """The options of a choice with their meanings: named ones, or a range of numbers."""
    if term.has("numbers"):
        line = term.table("numbers").allow("least", "most", "step", "meaning")
        numbers = NumberRange(line.number("least"), line.number("most"), line.number("step"))
        if numbers.step <= 0 or numbers.most < numbers.least:
            text = Text(
                "cần least ≤ most và step > 0", "needs least ≤ most and a step greater than 0"
            )
            raise term.fault("numbers", text)
        return numbers, dict.fromkeys(numbers.options, line.text("meaning"))
    listed = term.table("options")
    if not listed.data:
        raise term.fault("options", Text("cần ít nhất một phương án", "needs at least one option"))
    return None, {name: listed.text(name) for name in listed.data}
