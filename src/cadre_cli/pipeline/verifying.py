"""A result workbook checked years later: scored again from its sources and laid beside itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from cadre_cli.domain.comparison import GroundDifference, Side
from cadre_cli.domain.results import Outcome
from cadre_cli.domain.texts import Text, shown
from cadre_cli.domain.verification import CheckedSource, EditedCell, Verification
from cadre_cli.pipeline.comparing import compare
from cadre_cli.pipeline.edited_cells import edited_cells
from cadre_cli.pipeline.files import OfficeFiles
from cadre_cli.pipeline.finding_sources import asked_of
from cadre_cli.pipeline.publishing import Wanted, links_to_sources, result_workbook
from cadre_cli.pipeline.reading_back import Recorded
from cadre_cli.pipeline.sides import scored_side, with_entered
from cadre_cli.reports.parts import checks


@dataclass(frozen=True, slots=True)
class Again:
    """The result as it was made again: everybody in it, and its workbook, written only if needed.

    `unsure` are names of sheets that also rest on what is no longer at hand.
    """

    side: Side
    workbook: Callable[[], bytes]
    unsure: frozenset[str] = frozenset()


def scored_again(
    recorded: Recorded, outcome: Outcome | None, files: OfficeFiles, version: str
) -> Again | None:
    """A period scored again from its sources; None when nobody was."""
    if outcome is None or not outcome.results:
        return None
    asked, wanted = asked_of(recorded), Wanted(version, lang=recorded.lang)
    side = with_entered(scored_side(recorded.file, outcome, asked, version), outcome, asked, wanted)
    links = links_to_sources(files, Path(recorded.file).resolve().parent)
    return Again(side, lambda: result_workbook(outcome, asked, wanted, links))


def verify(
    recorded: Recorded,
    data: bytes,
    sources: tuple[CheckedSource, ...],
    again: Again | None,
    version: str,
    notes: tuple[Text, ...] = (),
) -> Verification:
    """What was made again laid beside the workbook, `data` being its bytes."""
    answer = Verification(
        recorded.file,
        recorded.said("office"),
        recorded.said("period"),
        recorded.said("cadre.version") or "",
        version,
        sources,
        notes=(*recorded.notes, *notes),
        edited=_contradictions(recorded),
    )
    if again is None:
        return answer
    comparison = compare(recorded.side(), again.side)
    answer = replace(answer, comparison=comparison, rules=_rules(comparison.grounds))
    unmoved = all(each.unmoved for each in sources)
    if not unmoved or answer.version_then != version or answer.rules or not recorded.signed_page:
        return answer
    fresh = again.workbook()
    if fresh == data:
        return replace(answer, identical=True)
    # What the checks noted was partly seen only beside other months that were scored with it.
    unsure = again.unsure | {checks.NAME.of(recorded.lang)}
    # Under other settings lines of “Căn cứ” and of the heads are others: numbers still follow.
    more = edited_cells(recorded, fresh, unsure, numbers_only=bool(notes))
    edited = dict.fromkeys((*answer.edited, *more))
    return replace(answer, edited=_each_cell_once(edited))


def _rules(grounds: tuple[GroundDifference, ...]) -> tuple[GroundDifference, ...]:
    """Rule sets and choices that this version reads otherwise than the result did."""
    return tuple(
        each for each in grounds if each.key.startswith(("rules.", "rule_set.", "choice."))
    )


def _contradictions(recorded: Recorded) -> tuple[EditedCell, ...]:
    """Cells of the summary that contradict the workbook's own record."""
    return tuple(
        EditedCell(each.at, shown(each.shown) or "–", shown(each.recorded) or "–")
        for each in recorded.contradictions
    )


def _each_cell_once(edited: Mapping[EditedCell, None]) -> tuple[EditedCell, ...]:
    """By sheet and cell; what follows is told by the later, which was scored again."""
    found = {(each.at.sheet, each.at.row, each.at.column): each for each in edited}
    return tuple(found.values())
