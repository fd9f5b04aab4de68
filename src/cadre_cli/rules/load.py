"""The rule book, and the rules for one kind of person on one day with the office's decisions applied."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from itertools import combinations

from cadre_cli.domain.texts import Text, shown
from cadre_cli.domain.trace import Authority, Basis
from cadre_cli.rules.book import (
    KIND_NAMES,
    NOT_COVERED,
    Governs,
    RuleBook,
    RuleDocument,
    on_day,
)
from cadre_cli.rules.decisions import Decisions, taken
from cadre_cli.rules.fields import offer
from cadre_cli.rules.parse import parse_rules
from cadre_cli.rules.schema import (
    Choice,
    NoRuleInForce,
    NotCovered,
    RuleSet,
    RuleSetError,
    Valued,
)


@cache
def rule_book() -> RuleBook:
    """Every rule set this program carries; RuleSetError when a file of its own is at fault."""
    folders = sorted(
        (each for each in (files("cadre_cli.rules") / "sets").iterdir() if each.is_dir()),
        key=lambda each: each.name,
    )
    documents = []
    for folder in folders:
        document = parse_rules(
            (folder / "rules.toml").read_text(encoding="utf-8"), f"{folder.name}/rules.toml"
        )
        if document.id != folder.name:
            text = Text("id phải là tên thư mục", "the id must be the folder's name")
            raise RuleSetError(text, document.file, "id")
        documents.append(document)
    return book_of(documents)


def book_of(documents: Iterable[RuleDocument]) -> RuleBook:
    """The documents as one book: ids differ, no two govern one kind of person on one day."""
    book = RuleBook(tuple(sorted(documents, key=lambda each: each.id)))
    for one, other in combinations(book.documents, 2):
        if one.id == other.id:
            text = Text(f"mã {one.id} có hai lần", f"the id {one.id} stands twice")
            raise RuleSetError(text, other.file, "id")
    lines = [(each, line) for each in book.documents for line in each.governs]
    for (one, line), (other, another) in combinations(lines, 2):
        if line.collides(another):
            text = Text(
                f"{one.id} và {other.id} cùng áp dụng cho {KIND_NAMES[line.kind].vi}"
                f" ngày {shown(max(line.since, another.since))}",
                f"{one.id} and {other.id} both govern {KIND_NAMES[line.kind].en}"
                f" on {shown(max(line.since, another.since))}",
            )
            raise RuleSetError(text, other.file, "governs")
    for document, line in lines:
        _refuse_unknown_choice(book, document, line)
    for document in book.documents:
        _refuse_other_options(book, document)
    return book


def _refuse_other_options(book: RuleBook, document: RuleDocument) -> None:
    """A choice may have another default in another rule set, but a decision must fit all of them."""
    for term in document.choices:
        if any(tuple(other.options) != tuple(term.options) for other in book.choice_terms(term.id)):
            text = Text(
                f"lựa chọn {term.id} có các phương án khác nhau ở các bộ quy tắc",
                f"the choice {term.id} has different options in different rule sets",
            )
            raise RuleSetError(text, document.file, f"choices.{term.id}")


def _refuse_unknown_choice(book: RuleBook, document: RuleDocument, line: Governs) -> None:
    """A line that governs by a choice names one that stands once in the book, and its option."""
    if line.by_choice is None:
        return
    terms = book.choice_terms(line.by_choice)
    if len(terms) != 1 or line.when not in terms[0].options:
        text = Text(
            f"lựa chọn {line.by_choice} với phương án {line.when} phải có đúng một nơi",
            f"the choice {line.by_choice} with its option {line.when} must stand in one place",
        )
        raise RuleSetError(text, document.file, "governs")


def in_force(book: RuleBook, day: date) -> tuple[RuleDocument, ...]:
    """The rule sets in force on a day, whomever they govern."""
    return tuple(each for each in book.documents if each.in_force(day))


def rules_for(book: RuleBook, day: date, kind: str, decided: Decisions) -> RuleSet:
    """The rules for one kind of person on one day.

    NotCovered when the office decided that none applies; NoRuleInForce, naming the gap or the
    rule sets that clash, when the answer is not exactly one. RuleSetError for a decision that
    `check_decisions` would have refused.
    """
    lines = [
        (each, line)
        for each in book.documents
        for line in each.governs
        if line.kind == kind and line.covers(day)
    ]
    found = [(each, _asked(book, line, decided)) for each, line in lines]
    governing = [
        (each, choice)
        for (each, choice), (_, line) in zip(found, lines, strict=True)
        if choice is None or choice.taken == line.when
    ]
    if len(governing) == 1:
        document, choice = governing[0]
        return _on_day(document, day, kind, decided, () if choice is None else (choice.basis,))
    if governing:
        raise NoRuleInForce(_clash(tuple(each.id for each, _ in governing), day, kind))
    choices = [choice for _, choice in found if choice is not None]
    for choice in choices:
        if choice.taken == NOT_COVERED:
            raise NotCovered(_not_covered(choice, kind), choice.basis)
    raise NoRuleInForce(_unknown_set(choices[0], kind) if choices else _gap(book, day, kind))


def rules_by_id(book: RuleBook, rule_set: str, day: date, kind: str, decided: Decisions) -> RuleSet:
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
        rules = rules_for(book, day, kind, decided)
    except NotCovered:
        raise
    except NoRuleInForce:
        rules = None
    if rules is not None and rules.id == rule_set:
        return rules
    lent = Basis(Authority.ASSUMED, document.document, "", "rules", document.id, document.read_as)
    return _on_day(document, day, kind, decided, (lent,))


def _asked(book: RuleBook, line: Governs, decided: Decisions) -> Choice | None:
    if line.by_choice is None:
        return None
    return taken(book.choice_terms(line.by_choice)[0], decided)


def _on_day(
    document: RuleDocument, day: date, kind: str, decided: Decisions, chosen_by: tuple[Basis, ...]
) -> RuleSet:
    """The document's numbers as they stand on a day, or on its nearest day in force."""
    at = max(day, document.since)
    if document.until is not None:
        at = min(at, document.until - timedelta(days=1))
    amounts = ((term, on_day(term.dated, at)) for term in document.values)
    grades = (on_day(term.dated, at) for term in document.grades)
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
        values={
            term.name: Valued(term.name, amount.value, amount.basis, term.meaning)
            for term, amount in amounts
            if amount is not None
        },
        choices={term.id: taken(term, decided) for term in document.choices},
        grades=tuple(grade for grade in grades if grade is not None),
        criteria=on_day(document.criteria, at) or (),
        forced=tuple(
            term.case
            for term in document.forced
            if term.since <= at and (term.until is None or at < term.until)
        ),
        passages={term.name: term.basis for term in document.passages},
        chosen_by=chosen_by,
        meanings={term.name: term.meaning for term in document.passages},
    )


def _named(kind: str) -> Text:
    return KIND_NAMES.get(kind, Text(kind, kind))


def _gap(book: RuleBook, day: date, kind: str) -> Text:
    """Nobody governs on this day: what came before, and what comes next."""
    who = _named(kind)
    lines = [
        (each.id, line) for each in book.documents for line in each.governs if line.kind == kind
    ]
    before = [(line.until, name) for name, line in lines if line.until and line.until <= day]
    after = [(line.since, name) for name, line in lines if line.since > day]
    vi = [f"Không có bộ quy tắc nào áp dụng cho {who.vi} ngày {shown(day)}."]
    en = [f"No rule set governs {who.en} on {shown(day)}."]
    if before:
        last, name = max(before)
        vi.append(f"{name} hết áp dụng từ {shown(last)}.")
        en.append(f"{name} ended on {shown(last)}.")
    if after:
        first, name = min(after)
        vi.append(f"{name} áp dụng từ {shown(first)}.")
        en.append(f"{name} begins on {shown(first)}.")
    return Text(" ".join(vi), " ".join(en))


def _clash(ids: tuple[str, ...], day: date, kind: str) -> Text:
    who = _named(kind)
    return Text(
        f"{' và '.join(ids)} cùng áp dụng cho {who.vi} ngày {shown(day)}.",
        f"{' and '.join(ids)} both govern {who.en} on {shown(day)}.",
    )


def _not_covered(choice: Choice, kind: str) -> Text:
    who = _named(kind)
    document = choice.basis.document
    return Text(
        f"Không chấm điểm {who.vi} theo lựa chọn {choice.id} = {choice.taken} ({document}).",
        f"{who.en.capitalize()} are not covered: {choice.id} = {choice.taken} ({document}).",
    )


def _unknown_set(choice: Choice, kind: str) -> Text:
    who = _named(kind)
    return Text(
        f"Lựa chọn {choice.id} = {choice.taken}, nhưng chưa có bộ quy tắc đó cho {who.vi}.",
        f"The choice is {choice.id} = {choice.taken}, but no such rule set governs {who.en} here.",
    )
