"""The pages of `cadre rules`: what is in force on a day, and every number with its passage."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from cadre_cli.cli import words
from cadre_cli.domain.texts import Text, shown
from cadre_cli.reports.cited import basis_words
from cadre_cli.rules.book import RuleDocument
from cadre_cli.rules.load import in_force, rule_book, rules_by_id
from cadre_cli.rules.schema import RuleSet

_VALUES = Text("Các con số:", "Numbers:")
_CRITERIA = Text("Tiêu chí chung:", "Common criteria:")
_GRADES = Text("Các mức xếp loại:", "Classes:")
_FORCED = Text("Trường hợp buộc xếp loại:", "Forced classes:")
_CONDITIONS = Text("Điều kiện của từng mức:", "Conditions of each class:")
_NOT_FOUND = Text("Phần không tìm thấy văn bản:", "Parts whose text was not found:")
_CHOICES = Text("Chỗ văn bản không nói, tạm chọn:", "Choices where the text is silent:")
_FROM = Text("có hiệu lực từ {since}", "in force from {since}")
_UNTIL = Text(" đến trước {until}", " until {until}")
_CHECKED = Text("đối chiếu lần cuối {on}; cách đọc: {read}", "last compared {on}; read as {read}")


def known_sets() -> tuple[str, ...]:
    """The ids `--rules` accepts."""
    return rule_book().ids


def documents(on: date | None) -> tuple[RuleDocument, ...]:
    """The rule sets, or those in force on a day."""
    book = rule_book()
    return book.documents if on is None else in_force(book, on)


def shown_set(rule_set: str, on: date | None) -> RuleSet | Text:
    """A rule set as on a day, by default the day it was last compared with the text."""
    document = rule_book().find(rule_set)
    if document is None:
        return words.NO_SUCH_RULES.fill(id=rule_set, known=known_sets())
    kind = document.governs[0].kind
    return rules_by_id(rule_book(), rule_set, on or document.checked_on, kind, {})


def listed(rules: RuleDocument | RuleSet, lang: str) -> str:
    """One line of `cadre rules list`."""
    dates = _FROM.fill(since=rules.since).of(lang)
    if rules.until is not None:
        dates += _UNTIL.fill(until=rules.until).of(lang)
    return f"{rules.id}  {rules.title} – {dates}"


def page(rules: RuleSet, lang: str) -> Iterator[str]:
    """All of one rule set, as `cadre rules show` prints it."""
    yield listed(rules, lang)
    yield _CHECKED.fill(on=rules.checked_on, read=rules.read_as).of(lang)
    yield ""
    yield _VALUES.of(lang)
    for value in rules.values.values():
        yield f"  {value.name} = {shown(value.value, lang)}  {value.meaning} ({basis_words(value.basis, lang)})"
    if rules.criteria:
        yield ""
        yield _CRITERIA.of(lang)
    for criterion in rules.criteria:
        yield f"  {criterion.code:6} {shown(criterion.maximum, lang):>4}  {criterion.text}"
    yield ""
    yield _GRADES.of(lang)
    for grade in rules.grades:
        yield f"  {grade.code:5} ≥ {shown(grade.at_least, lang)}  {grade.name} ({basis_words(grade.basis, lang)})"
    if rules.forced:
        yield ""
        yield _FORCED.of(lang)
    for forced in rules.forced:
        yield f"  {forced.grade}  {forced.text} ({basis_words(forced.basis, lang)})"
    if rules.conditions:
        yield ""
        yield _CONDITIONS.of(lang)
    for asked in rules.conditions:
        yield f"  {asked.grade:5} {asked.text} ({basis_words(asked.basis, lang)})"
    if rules.not_found:
        yield ""
        yield _NOT_FOUND.of(lang)
    for part in rules.not_found:
        yield f"  {part.what} ({basis_words(part.basis, lang)})"
    yield ""
    yield _CHOICES.of(lang)
    for choice in rules.choices.values():
        options = " | ".join(choice.options)
        yield f"  {choice.id} = {choice.taken}  [{options}]  {choice.meaning} ({basis_words(choice.basis, lang)})"


def listed_json(document: RuleDocument) -> dict[str, Any]:
    """One line of `cadre rules list --json`."""
    return {
        "id": document.id,
        "title": document.title,
        "document": document.document,
        "since": document.since.isoformat(),
        "until": None if document.until is None else document.until.isoformat(),
        "checked_on": document.checked_on.isoformat(),
        "read_as": document.read_as,
        "kinds": sorted({line.kind for line in document.governs}),
    }


def as_json(rules: RuleSet) -> dict[str, Any]:
    """`cadre.rules/1`: the same as data."""
    return {
        "schema": "cadre.rules/1",
        "id": rules.id,
        "title": rules.title,
        "document": rules.document,
        "method": rules.method,
        "since": rules.since.isoformat(),
        "until": None if rules.until is None else rules.until.isoformat(),
        "checked_on": rules.checked_on.isoformat(),
        "read_as": rules.read_as,
        "values": {
            name: {"value": str(v.value), "meaning": v.meaning, "passage": v.basis.passage}
            for name, v in rules.values.items()
        },
        "criteria": [
            {"code": c.code, "text": c.text, "maximum": str(c.maximum)} for c in rules.criteria
        ],
        "grades": [
            {
                "code": g.code,
                "name": g.name,
                "at_least": str(g.at_least),
                "passage": g.basis.passage,
            }
            for g in rules.grades
        ],
        "forced": [
            {"event": f.event, "grade": f.grade, "text": f.text, "passage": f.basis.passage}
            for f in rules.forced
        ],
        "conditions": [
            {
                "grade": c.grade,
                "measure": c.measure,
                "text": c.text,
                "passage": c.basis.passage,
                "read_as": c.basis.read_as,
            }
            for c in rules.conditions
        ],
        "not_found": [{"what": n.what, "passage": n.basis.passage} for n in rules.not_found],
        "choices": {
            name: {
                "options": list(c.options),
                "taken": c.taken,
                "authority": c.basis.authority.value,
                "document": c.basis.document,
                "passage": c.basis.passage,
                "meaning": c.meaning,
            }
            for name, c in rules.choices.items()
        },
    }
