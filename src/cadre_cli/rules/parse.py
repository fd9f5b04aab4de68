"""One rule file, TOML text, becomes a RuleDocument: strictly, nothing is skipped or defaulted."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from cadre_cli.domain.officers import Kind
from cadre_cli.domain.periods import PeriodUnit
from cadre_cli.domain.texts import Text
from cadre_cli.domain.trace import Authority
from cadre_cli.rules.book import (
    EVERY_UNIT,
    ORGANISATION,
    TITLES,
    ForcedTerm,
    Governs,
    GradeTerm,
    NumberTerm,
    PassageTerm,
    RuleDocument,
)
from cadre_cli.rules.fields import Fields, offer
from cadre_cli.rules.lines import AUTHORITIES, CITED, READINGS, Lines, refuse_empty_span
from cadre_cli.rules.parse_choices import choice_term
from cadre_cli.rules.parse_parts import (
    check_bands,
    condition,
    criteria_table,
    forced_term,
    grade_term,
    not_found,
    number_term,
    passage_term,
)
from cadre_cli.rules.schema import RuleSetError
from cadre_cli.rules.terms import ChoiceTerm

_HEAD = (
    *("id", "extends", "title", "document", "method", "or_method", "issued"),
    *("since", "until", "checked_on", "read_as", "authority"),
)
_BODY = (
    *("governs", "values", "grades", "criteria", "forced"),
    *("conditions", "not_found", "passages", "choices"),
)

BaseOf = Callable[[str], RuleDocument | None]
"""The id of a rule set → that set, None where there is no such set."""


def parse_rules(text: str, file: str, base_of: BaseOf | None = None) -> RuleDocument:
    """The rule set a file holds; RuleSetError names the file and the place of the first fault.

    `base_of` finds the set that the file says it extends; without it a file can extend none.
    """
    top = top_of(text, file)
    base = None
    if top.has("extends"):
        wanted = top.text("extends")
        base = base_of(wanted) if base_of is not None else None
        if base is None:
            text_ = Text(f"không có bộ quy tắc “{wanted}”", f"there is no rule set “{wanted}”")
            raise top.fault("extends", text_)
    return _Reader(top.allow(*_HEAD, *_BODY), base).document()


def top_of(text: str, file: str) -> Fields:
    """The file as one table."""
    try:
        data = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise RuleSetError(
            Text(f"sai cú pháp TOML: {error}", f"not valid TOML: {error}"), file
        ) from None
    return Fields(file, "", data)


N = TypeVar("N", NumberTerm, PassageTerm)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one file; what it does not say is that of `base`, the set it extends."""

    top: Fields
    base: RuleDocument | None

    def document(self) -> RuleDocument:
        top, base = self.top, self.base
        lines = self._lines()
        until = top.maybe_day("until") or (base.until if base else None)
        refuse_empty_span(top, lines.since, until)
        choices = self._choices(lines)
        known = {term.id: term for term in choices}
        grades = self._grades(lines, known)
        codes = tuple(grade.code for grade in grades)
        criteria = tuple(criteria_table(lines, t) for t in top.listed("criteria", needed=False))
        lines.in_order("criteria", criteria, starts=False)
        return RuleDocument(
            id=top.text("id"),
            title=top.text("title"),
            document=lines.document,
            method=top.text("method") if base is None else top.text("method", base.method),
            issued=top.maybe_day("issued"),
            since=lines.since,
            until=until,
            checked_on=top.day("checked_on") if base is None else self._compared(lines),
            read_as=lines.read_as,
            governs=tuple(
                _governs(top, lines, until, line)
                for line in top.listed("governs", needed=base is None)
            ),
            values=self._values(lines, known),
            grades=grades,
            criteria=criteria or (base.criteria if base else ()),
            forced=self._forced(lines, codes),
            passages=_replaced(
                base.passages if base else (),
                [passage_term(lines, name, each) for name, each in top.named("passages")],
            ),
            choices=choices,
            file=top.file,
            extends=None if base is None else base.id,
            or_method=top.maybe_text("or_method") or (base.or_method if base else None),
            conditions=tuple(condition(lines, each, codes) for each in self._listed("conditions"))
            or (base.conditions if base else ()),
            not_found=tuple(not_found(lines, each, codes) for each in self._listed("not_found"))
            or (base.not_found if base else ()),
        )

    def _listed(self, key: str) -> tuple[Fields, ...]:
        return self.top.listed(key, needed=False)

    def _lines(self) -> Lines:
        top, base = self.top, self.base
        if base is not None and top.day("since", base.since) < base.since:
            text = Text(
                f"sớm hơn ngày của {base.id}, {base.since.isoformat()}",
                f"earlier than that of {base.id}, {base.since.isoformat()}",
            )
            raise top.fault("since", text)
        stands_behind = Authority.LAW if base is None else Authority.LOCAL
        return Lines(
            top.file,
            top.text("document"),
            top.day("since") if base is None else top.day("since", base.since),
            top.word("read_as", READINGS) if base is None else top.word("read_as", READINGS, "V"),
            Authority(top.word("authority", AUTHORITIES, stands_behind.value)),
            extending=base is not None,
        )

    def _compared(self, lines: Lines) -> date:
        """An office need not say when it last compared its own rule: it was when it issued it."""
        return self.top.day("checked_on", self.top.maybe_day("issued") or lines.since)

    def _choices(self, lines: Lines) -> tuple[ChoiceTerm, ...]:
        """Whom a set governs is decided in `[decisions]`, never by a set that extends it."""
        own = [choice_term(lines, name, each) for name, each in self.top.named("choices")]
        if self.base is None:
            return tuple(own)
        about_whom = {choice for line in self.base.governs for choice, _ in line.asked}
        for term in own:
            if term.id in about_whom:
                text = Text(
                    f"lựa chọn {term.id} phải ghi ở mục [decisions] của cadre.toml",
                    f"the choice {term.id} belongs under [decisions] in cadre.toml",
                )
                raise self.top.fault(f"choices.{term.id}", text)
        written = {term.id: term for term in own}
        kept = [t for t in self.base.choices if t.id not in written.keys() | about_whom]
        return (*kept, *own)

    def _values(self, lines: Lines, choices: dict[str, ChoiceTerm]) -> tuple[NumberTerm, ...]:
        before = {term.name: term for term in self.base.values} if self.base else {}
        own = [
            number_term(lines, name, each, choices, before.get(name))
            for name, each in self.top.named("values")
        ]
        return _replaced(tuple(before.values()), own)

    def _grades(self, lines: Lines, choices: dict[str, ChoiceTerm]) -> tuple[GradeTerm, ...]:
        own = {
            code: grade_term(lines, code, each, choices) for code, each in self.top.named("grades")
        }
        if self.base is None:
            grades = tuple(own.values())
        else:
            codes = tuple(term.code for term in self.base.grades)
            for code in own:
                if code not in codes:
                    near = offer(code, codes)
                    vi, en = f"mức “{code}” không có. {near.vi}", f"no class “{code}”. {near.en}"
                    raise self.top.fault(f"grades.{code}", Text(vi, en))
            grades = tuple(own.get(term.code, term) for term in self.base.grades)
        check_bands(self.top, grades)
        return grades

    def _forced(self, lines: Lines, codes: tuple[str, ...]) -> tuple[ForcedTerm, ...]:
        if self.base is not None and not self.top.has("forced"):
            return self.base.forced
        listed = self.top.listed("forced", needed=False)
        return tuple(forced_term(lines, each, codes) for each in listed)


def _replaced(before: tuple[N, ...], own: Iterable[N]) -> tuple[N, ...]:
    """The terms of the extended set, those that the file writes anew in their place, new ones last."""
    return tuple(
        ({term.name: term for term in before} | {term.name: term for term in own}).values()
    )


def _governs(top: Fields, lines: Lines, document_until: date | None, line: Fields) -> Governs:
    line.allow("kind", "by_choice", "when", "also", "periods", "until", *CITED)
    since = line.day("since", lines.since)
    until = line.maybe_day("until") or document_until
    refuse_empty_span(line, since, until)
    outside = since < lines.since or (
        document_until is not None and (until is None or until > document_until)
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
    when = None if by_choice is None else line.text("when", top.text("id"))
    also = line.table("also")
    units = {unit.name.lower(): unit for unit in PeriodUnit}
    named = line.words("periods", units)
    return Governs(
        line.word("kind", [*(str(each) for each in Kind), ORGANISATION, TITLES]),
        since,
        until,
        lines.basis(line),
        by_choice,
        when,
        tuple((choice, also.text(choice)) for choice in also.data),
        tuple(units[name] for name in named) or EVERY_UNIT,
    )
