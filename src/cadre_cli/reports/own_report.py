"""The explanation of one person, to keep: a page in words, every step, the basis; nobody signs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cadre_cli.domain.report import Line, Report, Section
from cadre_cli.domain.results import Classification, Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.reports.cited import basis_words, decimals_of, read_as_name
from cadre_cli.reports.given import Given
from cadre_cli.reports.in_words import in_words
from cadre_cli.reports.page import FORM_SIZE, SLIP_PAGE, plain_title
from cadre_cli.reports.parts.explanation import explanation
from cadre_cli.reports.parts.provenance import provenance
from cadre_cli.rules.schema import RuleSet

ENDING = "dien-giai"
_NAME = Text("Tóm tắt", "In words")
_TITLE = Text("DIỄN GIẢI ĐIỂM THEO DÕI, ĐÁNH GIÁ", "THE ASSESSMENT EXPLAINED")
_FILE = Text("Diễn giải điểm", "The assessment explained")
_WHO = (
    Text("Họ và tên", "Name"),
    Text("Chức vụ, chức danh", "Post"),
    Text("Đơn vị công tác", "Unit"),
)
_RESTS = Text("Kết quả này dựa trên:", "This result rests on:")
_KEEP = Text(
    "Trang này để cá nhân xem và giữ. Đây là đề nghị tính từ bảng của cơ quan; cấp có thẩm quyền "
    "quyết định. Từng bước tính và ô nguồn ở trang sau.",
    "This page is for the person to keep. It is a proposal from the office's workbooks; the "
    "authority decides. Every step and its cell stand on the next sheet.",
)
_GRID = (95.0,)
_WIDE = 96
"""Letters that stand in one line of the page at its size."""


def own_report(given: Given, result: Classification) -> Report:
    """The workbook of one person, which says nothing of anybody else."""
    outcome = of_one(given.outcome, result)
    return Report(
        given.name(ENDING),
        given.properties(_FILE),
        (
            _words(outcome, result, given.rules, given.lang),
            explanation(outcome, given.rules, given.lang, with_details=False),
            provenance(outcome, given.rules, given.made, given.lang),
        ),
    )


def of_one(outcome: Outcome, result: Classification) -> Outcome:
    """The outcome with what it says of one person alone."""
    who = result.officer.id
    return replace(
        outcome,
        results=(result,),
        tasks=tuple(
            task for task in outcome.tasks if any(who in owner.officers for owner in task.owners)
        ),
        common=tuple(marks for marks in outcome.common if marks.who.officer == who),
        events=tuple(event for event in outcome.events if event.who.officer == who),
        brought=(),
        organisations=(),
        findings=(),
        not_run=(),
    )


def _words(
    outcome: Outcome, result: Classification, rules: Mapping[str, RuleSet], lang: str
) -> Section:
    officer = result.officer
    facts = (officer.name, officer.position, officer.unit)
    decimals = decimals_of(rules)
    lines = [
        *plain_title(_TITLE.of(lang), outcome, lang),
        *(
            Line(f"{words.of(lang)}: {fact or ''}", size=FORM_SIZE)
            for words, fact in zip(_WHO, facts, strict=True)
        ),
        Line("", size=6),
    ]
    for sentence in in_words(result, rules, lang, decimals):
        lines += [Line(part, size=FORM_SIZE) for part in wrapped(sentence)]
    assumed = [basis for basis in result.bases() if basis.is_assumption]
    if assumed:
        lines += [Line("", size=6), Line(_RESTS.of(lang), bold=True, size=FORM_SIZE)]
    for basis in assumed:
        read = "" if basis.read_as == "V" else f" ({read_as_name(basis.read_as).of(lang)})"
        lines += [Line(part) for part in wrapped(f"– {basis_words(basis, lang)}{read}")]
    lines += [Line("", size=6), *(Line(part, italic=True) for part in wrapped(_KEEP.of(lang)))]
    return Section("in words", _NAME.of(lang), SLIP_PAGE, _GRID, tuple(lines), decimals)


def wrapped(words: str, wide: int = _WIDE) -> list[str]:
    """A sentence as lines of the page; those of a list stand under the first one's words."""
    indent = len(words) - len(words.lstrip())
    below = indent + 2 if indent or words.startswith("–") else 0
    lines: list[str] = []
    line = " " * indent
    for word in words.split():
        if len(line) + 1 + len(word) > wide and line.strip():
            lines.append(line)
            line = " " * below
        line += word if not line.strip() else f" {word}"
    return [*lines, line] if line.strip() or not lines else lines
