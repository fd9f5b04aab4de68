"""The classes of organisations as the terminal shows them."""

from __future__ import annotations

from cadre_cli.cli.show import Screen, display
from cadre_cli.domain.results import OrganisationResult, Outcome
from cadre_cli.domain.texts import Text

_TITLE = Text(
    "Cơ quan, đơn vị – {period} (đề nghị; cấp có thẩm quyền công nhận)",
    "Organisations – {period} (proposed; the authority recognises)",
)
_LINE = Text("  {name}: {total} điểm, {grade}{stated}", "  {name}: {total} points, {grade}{stated}")
_STATED = Text(" (bảng ghi {grade})", " (the table says {grade})")
_OPEN = Text("chưa xếp loại", "not classified")


def organisations(screen: Screen, outcome: Outcome) -> None:
    """One line for each organisation, with why below it."""
    if outcome.period is None or not outcome.organisations:
        return
    title = _TITLE.fill(period=outcome.period.title)
    screen.out.print(title.of(screen.lang), style="bold", soft_wrap=True)
    for each in outcome.organisations:
        screen.out.print(_line(each, screen.lang), soft_wrap=True)
        for reason in each.reasons:
            if not reason.routine:
                text = f"      {reason.text.of(screen.lang)}"
                screen.out.print(text, style="dim", soft_wrap=True)


def _line(each: OrganisationResult, lang: str) -> str:
    stated = _STATED.fill(grade=each.record.grade) if each.record.grade else Text("", "")
    return _LINE.fill(
        name=each.record.name,
        total=display(each.root, lang) or "–",
        grade=each.grade or _OPEN,
        stated=stated,
    ).of(lang)
