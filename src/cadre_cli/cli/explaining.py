"""One person's score in words: every step, its number, its cell, its passage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cadre_cli.domain.results import Classification
from cadre_cli.domain.texts import Text, shown
from cadre_cli.domain.trace import Authority, Basis, Step
from cadre_cli.reports.cited import basis_words, not_rated_name, read_as_name
from cadre_cli.reports.explanation import topmost
from cadre_cli.reports.in_words import in_words
from cadre_cli.rules.schema import RuleSet

_INDENT = "  "
_ABOVE = Text("  (đã nêu ở trên)", "  (as above)")
_MISSING = Text("Còn thiếu:", "Missing:")
_GRADE = Text("Xếp loại đề nghị: {grade}", "Proposed class: {grade}")
_BY_POINTS = Text("Theo điểm: {grade}", "By points: {grade}")
_BECAUSE = Text("Vì: {reason}", "Because: {reason}")
_STATED = Text("Cơ quan ghi: {total} {grade}", "The office wrote: {total} {grade}")
_STEPS = Text("Từng bước:", "Step by step:")
_RESTS = Text("Kết quả dựa trên:", "The result rests on:")


def explained(result: Classification, rules: Mapping[str, RuleSet], lang: str) -> Iterator[str]:
    """The lines of `cadre explain` for one person in one period."""
    officer, period = result.officer, result.score.period
    head = [officer.name, officer.position or "", officer.unit or "", period.title.of(lang)]
    yield " · ".join(part for part in head if part)
    yield ""
    yield from in_words(result, rules, lang)
    yield ""
    for place, step in enumerate(topmost(result)):
        if place == 0:
            yield _STEPS.of(lang)
        yield from steps(step, lang)
    yield ""
    yield from _class(result, lang)
    if result.score.missing:
        yield _MISSING.of(lang)
        for missing in result.score.missing:
            where = f"  [{missing.at}]" if missing.at is not None else ""
            yield f"{_INDENT}- {missing.what.of(lang)}{where}"
    bases = [
        basis
        for basis in result.bases()
        if basis.authority is not Authority.LAW or basis.is_assumption
    ]
    if bases:
        yield _RESTS.of(lang)
        yield from (f"{_INDENT}- {_rests_on(basis, lang)}" for basis in bases)


def _rests_on(basis: Basis, lang: str) -> str:
    """A basis with how its text was read, where that is not in full."""
    read = "" if basis.read_as == "V" else f" ({read_as_name(basis.read_as).of(lang)})"
    return f"{basis_words(basis, lang)}{read}"


def _class(result: Classification, lang: str) -> Iterator[str]:
    if result.grade is not None:
        yield _GRADE.fill(grade=result.grade).of(lang)
    elif result.not_rated is not None:
        yield _GRADE.fill(grade=not_rated_name(result.not_rated)).of(lang)
    if result.grade_by_points and result.grade_by_points != result.grade:
        yield _BY_POINTS.fill(grade=result.grade_by_points).of(lang)
    for reason in result.reasons:
        passages = "; ".join(basis_words(basis, lang) for basis in reason.basis)
        yield _BECAUSE.fill(reason=reason.text).of(lang) + (f" ({passages})" if passages else "")
    stated = result.stated
    if stated is not None and (stated.total is not None or stated.grade is not None):
        yield _STATED.fill(
            total=stated.total if not isinstance(stated.total, str) else "",
            grade=stated.grade or "",
        ).of(lang)


def steps(step: Step, lang: str, depth: int = 0, told: set[int] | None = None) -> Iterator[str]:
    """A step and, indented below it, the steps it comes from; one met before is not spelt out again."""
    told = set() if told is None else told
    again = bool(step.inputs) and id(step) in told
    told.add(id(step))
    yield _INDENT * depth + line(step, lang) + (_ABOVE.of(lang) if again else "")
    if not again:
        for part in step.inputs:
            yield from steps(part, lang, depth + 1, told)


def line(step: Step, lang: str) -> str:
    """`label = value  [cell]  (passages)  – note`."""
    cell = f"  [{step.at}]" if step.at is not None else ""
    passages = "; ".join(basis_words(basis, lang) for basis in _told(step.basis))
    law = f"  ({passages})" if passages else ""
    note = f"  – {step.note.of(lang)}" if step.note is not None else ""
    return f"{step.label.of(lang)} = {shown(step.value, lang)}{cell}{law}{note}"


def _told(basis: tuple[Basis, ...]) -> tuple[Basis, ...]:
    return tuple(dict.fromkeys(basis))
