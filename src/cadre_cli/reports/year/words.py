"""How a year's results are put into few words."""

from __future__ import annotations

from cadre_cli.domain.results import NotRated
from cadre_cli.domain.texts import Text
from cadre_cli.domain.year import Cap, YearPerson
from cadre_cli.reports.cited import INCOMPLETE, NOT_CLASSIFIED

_MORE = Text(" (và {count} lý do khác)", " (and {count} more)")
_WHOLE = Text("Cả cơ quan", "The office as a whole")
_OPEN = Text("Cấp có thẩm quyền xem xét", "For the authority to decide")


def short_reason(person: YearPerson, lang: str) -> str:
    """Why the class is what it is: the first reason and the last, which is what a cap made of it."""
    told = [reason.text.of(lang) for reason in person.reasons if not reason.routine]
    if len(told) <= 2:
        return "; ".join(told)
    return f"{told[0]}; {told[-1]}{_MORE.fill(count=len(told) - 2).of(lang)}"


def is_open(person: YearPerson) -> bool:
    """Whether the person is rated and the authority has to choose the class."""
    return person.grade is None and person.not_rated is None


def scope_of(cap: Cap) -> Text:
    """The office as a whole, or the group's name."""
    return _WHOLE if cap.group is None else Text(f"Nhóm “{cap.group}”", f"Group “{cap.group}”")


def grade_words(person: YearPerson, lang: str) -> str:
    """The code of the class proposed, or why there is none; never an empty cell."""
    if person.grade is not None:
        return person.grade
    if person.tied:
        return Text("Bằng điểm", "Tied").of(lang)
    if person.not_rated is None:
        return Text("Chờ quyết định", "Open").of(lang)
    short = person.not_rated in (NotRated.INCOMPLETE, NotRated.NO_RULE)
    return (INCOMPLETE if short else NOT_CLASSIFIED).of(lang)
