"""The rule book, and the rules for one kind of person on one day with the office's decisions applied."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from cadre_cli.domain.periods import PeriodUnit
from cadre_cli.domain.texts import Text
from cadre_cli.domain.trace import Authority, Basis
from cadre_cli.rules.assemble import book_of, book_with
from cadre_cli.rules.book import (
    NOT_COVERED,
    ORGANISATION,
    Governs,
    GradeTerm,
    NumberTerm,
    RuleBook,
    RuleDocument,
    on_day,
)
from cadre_cli.rules.decisions import Decisions, taken
from cadre_cli.rules.fields import offer
from cadre_cli.rules.gaps import clash, gap, not_covered, unknown_set
from cadre_cli.rules.parse import parse_rules, top_of
from cadre_cli.rules.schema import (
    Choice,
    Grade,
    NoRuleInForce,
    NotCovered,
    RuleSet,
    RuleSetError,
    Valued,
)


@cache
def rule_book() -> RuleBook:
    """Every rule set this program carries; RuleSetError when a file of its own is at fault."""
    texts = _texts()
    read: dict[str, RuleDocument] = {}
    for name in sorted(texts, key=lambda each: (top_of(*texts[each]).has("extends"), each)):
        document = parse_rules(*texts[name], read.get)
        if document.id != name:
            text = Text("id phải là tên thư mục", "the id must be the folder's name")
            raise RuleSetError(text, document.file, "id")
        read[name] = document
    return book_of(read.values())


@cache
def _texts() -> dict[str, tuple[str, str]]:
    """Rule set → the text of its file and the file's name, in the order of the ids."""
    folders = sorted(
        (each for each in (files("cadre_cli.rules") / "sets").iterdir() if each.is_dir()),
        key=lambda each: each.name,
    )
    return {
        each.name: ((each / "rules.toml").read_text(encoding="utf-8"), f"{each.name}/rules.toml")
        for each in folders
    }


@cache
def digest_of(rule_set: str, overlay: str | None = None, file: str = "") -> str:
    """SHA-256 of all a rule set says, with the sets it extends; "" for a set that is not there.

    Results name it, so that years later it can be told whether the same words were applied.
    """
    document = book_for(overlay, file).find(rule_set)
    if document is None:
        return ""
    own = _texts()[rule_set][0] if rule_set in _texts() else overlay or ""
    base = digest_of(document.extends) if document.extends is not None else ""
    return hashlib.sha256(f"{base}\n{own}".encode()).hexdigest()


@cache
def book_for(overlay: str | None, file: str = "") -> RuleBook:
    """The rule book of an office: `overlay` is the text of its own rule set, read from `file`.

    RuleSetError when that text breaks the schema, extends no known set, or clashes with another.
    """
    book = rule_book()
    if overlay is None:
        return book
    top = top_of(overlay, file)
    if not top.has("extends"):
        text = Text(
            f"thiếu mục “extends”. Được dùng: {', '.join(book.ids)}.",
            f"“extends” is missing. Known: {', '.join(book.ids)}.",
        )
        raise top.fault("extends", text)
    document = parse_rules(overlay, file, book.find)
    try:
        return book_with(book, document)
    except (
        RuleSetError
    ) as error:  # the program's own sets agree with one another: it is the office's
        raise RuleSetError(error.text, file, error.place) from None


def in_force(book: RuleBook, day: date) -> tuple[RuleDocument, ...]:
    """The rule sets in force on a day, whomever they govern."""
    return tuple(each for each in book.documents if each.in_force(day))


def rules_for(
    book: RuleBook,
    day: date,
    kind: str,
    decided: Decisions,
    unit: PeriodUnit = PeriodUnit.MONTH,
) -> RuleSet:
    """The rules for one kind of person on one day, for a period of that length.

    NotCovered when the office decided that none applies; NoRuleInForce, naming the gap or the
    rule sets that clash, when the answer is not exactly one. RuleSetError for a decision that
    `check_decisions` would have refused.
    """
    of_unit = [
        (each, line) for each in book.documents for line in each.governs if unit in line.units
    ]
    lines = [(each, line) for each, line in of_unit if line.kind == kind and line.covers(day)]
    asked = [(each, line, _asked(book, line, decided)) for each, line in lines]
    governing = [
        (each, choices) for each, line, choices in asked if not _refusing(book, line, choices)
    ]
    if len(governing) == 1:
        document, choices = governing[0]
        return _on_day(document, day, kind, decided, choices)
    if governing:
        raise NoRuleInForce(clash(tuple(each.id for each, _ in governing), day, kind))
    refusing = [choice for _, line, found in asked for choice in _refusing(book, line, found)]
    for choice in refusing:
        if choice.taken == NOT_COVERED or book.choice_terms(choice.id)[0].many:
            raise NotCovered(not_covered(choice, kind), choice.basis)
    raise NoRuleInForce(unknown_set(refusing[0], kind) if refusing else gap(of_unit, day, kind))


def rules_by_id(
    book: RuleBook,
    rule_set: str,
    day: date,
    kind: str,
    decided: Decisions,
    unit: PeriodUnit = PeriodUnit.MONTH,
) -> RuleSet:
    """The rules of the set a person asked for by its id (`--rules ID`).

    Where the law itself would choose it, the answer is that of `rules_for`. Elsewhere the set is
    lent: numbers of the nearest day on which it is in force, and an assumed basis that says so.
    A kind of person the office decided not to cover stays uncovered.
    """
    document = book.find(rule_set)
    if document is None:
        near = offer(rule_set, book.ids)
        raise RuleSetError(
            Text(
                f"không có bộ quy tắc “{rule_set}”. {near.vi}",
                f"no rule set “{rule_set}”. {near.en}",
            )
        )
    try:
        rules = rules_for(book, day, kind, decided, unit)
    except NotCovered:
        raise
    except NoRuleInForce:
        rules = None
    if rules is not None and rules.id == rule_set:
        return rules
    lent = Basis(Authority.ASSUMED, document.document, "", "rules", document.id, document.read_as)
    return replace(_on_day(document, day, kind, decided, ()), chosen_by=(lent,))


def rules_of_organisations(
    book: RuleBook, day: date, decided: Decisions, unit: PeriodUnit
) -> RuleSet:
    """The rules for organisations: those of the year, lent where the period is shorter (Đ9.1)."""
    yearly = rules_for(book, day, ORGANISATION, decided, PeriodUnit.YEAR)
    if unit is PeriodUnit.YEAR:
        return yearly
    return rules_by_id(book, yearly.id, day, ORGANISATION, decided, unit)


def _asked(book: RuleBook, line: Governs, decided: Decisions) -> tuple[Choice, ...]:
    """The choices a line hangs on, as taken."""
    return tuple(taken(book.choice_terms(choice)[0], decided) for choice, _ in line.asked)


def _refusing(book: RuleBook, line: Governs, choices: Sequence[Choice]) -> tuple[Choice, ...]:
    """Those of a line's choices that took another option than it governs by."""
    return tuple(
        choice
        for choice, (name, when) in zip(choices, line.asked, strict=True)
        if not book.choice_terms(name)[0].takes(choice.taken, when)
    )


def _on_day(
    document: RuleDocument, day: date, kind: str, decided: Decisions, chosen: Sequence[Choice]
) -> RuleSet:
    """The document's numbers as they stand on a day, or on its nearest day in force."""
    at = max(day, document.since)
    if document.until is not None:
        at = min(at, document.until - timedelta(days=1))
    choices = {term.id: taken(term, decided) for term in document.choices}
    values = (_valued(term, at, choices) for term in document.values)
    grades = (_grade(term, at, choices) for term in document.grades)
    return RuleSet(
        id=document.id,
        title=document.title,
        document=document.document,
        method=document.method,
        since=document.since,
        until=document.until,
        checked_on=document.checked_on,
        read_as=document.read_as,
        on=day,
        kind=kind,
        values={value.name: value for value in values if value is not None},
        choices=choices | {choice.id: choice for choice in chosen},
        grades=tuple(grade for grade in grades if grade is not None),
        criteria=on_day(document.criteria, at) or (),
        forced=tuple(
            term.case
            for term in document.forced
            if term.since <= at and (term.until is None or at < term.until)
        ),
        passages={term.name: term.basis for term in document.passages},
        chosen_by=tuple(choice.basis for choice in chosen),
        meanings={term.name: term.meaning for term in document.passages},
        or_method=document.or_method,
        conditions=document.conditions,
        not_found=document.not_found,
    )


def _valued(term: NumberTerm, at: date, choices: dict[str, Choice]) -> Valued | None:
    if term.by is not None:
        choice = choices[term.by.choice]
        return Valued(term.name, choice.numbers[term.by.part - 1], choice.basis, term.meaning)
    amount = on_day(term.dated, at)
    return None if amount is None else Valued(term.name, amount.value, amount.basis, term.meaning)


def _grade(term: GradeTerm, at: date, choices: dict[str, Choice]) -> Grade | None:
    grade = on_day(term.dated, at)
    if grade is None or term.by is None:
        return grade
    choice = choices[term.by.choice]
    return replace(grade, at_least=choice.numbers[term.by.part - 1], basis=choice.basis)
