"""Rule sets put together as one book: nothing twice, no clash, every choice that is named there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from cadre_cli.domain.texts import Text, shown
from cadre_cli.rules.book import KIND_NAMES, Governs, RuleBook, RuleDocument
from cadre_cli.rules.schema import RuleSetError


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


def book_with(book: RuleBook, overlay: RuleDocument) -> RuleBook:
    """The book with an office's own rule set in it.

    One that says whom it governs stands beside the others. One that does not takes the place of the
    set it extends, for the same people, on the days on which it holds itself.
    """
    base = book.find(overlay.extends or "")
    if base is None or overlay.governs:
        return book_of((*book.documents, overlay))
    taken = tuple(line for each in base.governs for line in _inside(each, overlay))
    if not taken:
        text = Text(
            f"{base.id} không áp dụng cho ai trong khoảng ngày này",
            f"{base.id} governs nobody on these days",
        )
        raise RuleSetError(text, overlay.file, "since")
    kept = tuple(line for each in base.governs for line in _outside(each, overlay))
    others = (each for each in book.documents if each.id != base.id)
    return book_of((*others, replace(base, governs=kept), replace(overlay, governs=taken)))


def _inside(line: Governs, overlay: RuleDocument) -> Iterator[Governs]:
    """The part of a line on the overlay's days; it governs where its base would have."""
    since = max(line.since, overlay.since)
    ends = [day for day in (line.until, overlay.until) if day is not None]
    until = min(ends) if ends else None
    if until is None or since < until:
        yield replace(line, since=since, until=until)


def _outside(line: Governs, overlay: RuleDocument) -> Iterator[Governs]:
    if line.since < overlay.since:
        until = overlay.since if line.until is None else min(line.until, overlay.since)
        yield replace(line, until=until)
    if overlay.until is not None and (line.until is None or overlay.until < line.until):
        yield replace(line, since=max(line.since, overlay.until))


def _refuse_other_options(book: RuleBook, document: RuleDocument) -> None:
    """A choice may have another default in another rule set, but a decision must fit all of them."""
    for term in document.choices:
        for other in book.choice_terms(term.id):
            if term.row is not None and other.row is not None and term.row.count == other.row.count:
                continue
            if tuple(other.options) == tuple(term.options):
                continue
            text = Text(
                f"lựa chọn {term.id} có các phương án khác nhau ở các bộ quy tắc",
                f"the choice {term.id} has different options in different rule sets",
            )
            raise RuleSetError(text, document.file, f"choices.{term.id}")


def _refuse_unknown_choice(book: RuleBook, document: RuleDocument, line: Governs) -> None:
    """A line that governs by a choice names one that stands once in the book, and its option."""
    for choice, when in line.asked:
        terms = book.choice_terms(choice)
        if len(terms) != 1 or when not in terms[0].options:
            text = Text(
                f"lựa chọn {choice} với phương án {when} phải có đúng một nơi",
                f"the choice {choice} with its option {when} must stand in one place",
            )
            raise RuleSetError(text, document.file, "governs")
