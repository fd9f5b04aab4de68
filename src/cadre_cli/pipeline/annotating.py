"""Findings → marked copies of the office's workbooks; the findings alone where none can be made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.grid import CellMark
from cadre_cli.domain.office import Source
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.results import Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.pipeline.copies import CHANGED, as_it_was, names, save_copy, unread
from cadre_cli.pipeline.files import RESULTS, Input, OfficeFiles
from cadre_cli.pipeline.open_books import OpenElsewhere
from cadre_cli.pipeline.period import Asked, rules_used
from cadre_cli.pipeline.publishing import NO_DAY, Published, Wanted, links_to_sources
from cadre_cli.reports.given import Given
from cadre_cli.reports.kinds import REPORTS
from cadre_cli.reports.parts.provenance import Made
from cadre_cli.workbook.own import COPY
from cadre_cli.workbook.patch import Patched, patch, why_not
from cadre_cli.workbook.render import render

MOST_TOLD = 12
"""Findings told in one box; a list belongs into the findings workbook."""

_WHOLE_FILE = Text("Cả tệp", "The whole file")
_WHOLE_SHEET = Text("Cả trang", "The whole sheet")
_WHOLE_ROW = Text("Cả dòng", "The whole row")
_MORE = Text("… và {count} phát hiện nữa ở đây.", "… and {count} more here.")


@dataclass(frozen=True, slots=True)
class Annotated:
    """What came of one input: a marked copy, or the findings alone when `instead` says why.

    `published` is None when there is nothing to write.
    """

    file: str
    published: Published | None
    instead: Text | None = None

    @property
    def marked(self) -> bool:
        """Whether there is a marked copy."""
        return self.instead is None


def annotate(
    files: OfficeFiles, outcomes: Sequence[Outcome], asked: Asked, wanted: Wanted
) -> Iterator[Annotated]:
    """A marked copy of each input that was read, `<name>.danh-dau.xlsx`, written unless dry.

    The roster and the catalogue of the office are only copied when something was found in them.
    Files that are not OOXML get `<name>.kiem-tra.xlsx` with their findings instead.
    """
    found = _by_file(outcomes)
    sources = {source.file: source for outcome in outcomes for source in outcome.sources}
    shared = [each for each in files.shared if found.get(each.name)]
    read = [
        each
        for each in (*files.inputs, *shared)
        if each.name in sources and not unread(found.get(each.name, ()))
    ]
    writing = _Writing(files, outcomes, asked, wanted)
    for each, name in zip(read, names(read), strict=True):
        yield writing.of(each, name, sources[each.name], found.get(each.name, ()))


def marks(found: Iterable[Finding], lang: str) -> tuple[CellMark, ...]:
    """One mark for each place, the gravest finding first."""
    by_place: dict[CellRef, list[Finding]] = {}
    for finding in sorted(found, key=lambda each: each.order):
        by_place.setdefault(finding.at, []).append(finding)
    return tuple(_mark(at, told, lang) for at, told in by_place.items())


@dataclass(frozen=True, slots=True)
class _Writing:
    files: OfficeFiles
    outcomes: Sequence[Outcome]
    asked: Asked
    wanted: Wanted

    @property
    def folder(self) -> Path:
        return self.wanted.out or self.files.folder / RESULTS

    def of(self, each: Input, name: str, source: Source, found: Sequence[Finding]) -> Annotated:
        data = as_it_was(each, source)
        if data is None:
            return Annotated(each.name, None, CHANGED)
        why = why_not(data)
        if why is None:
            copy = patch(data, (), marks(found, self.wanted.lang), label=COPY)
            if isinstance(copy, Patched):
                target = self.folder / f"{name}.danh-dau{copy.suffix}"
                return Annotated(each.name, save_copy(target, copy.data, each.path, self.wanted))
            why = copy.why
        if not found:
            return Annotated(each.name, None, why)
        target = self.folder / f"{name}.kiem-tra.xlsx"
        listed = self._listed(source, found)
        return Annotated(each.name, save_copy(target, listed, each.path, self.wanted), why)

    def _listed(self, source: Source, found: Sequence[Finding]) -> bytes:
        """The findings of one file as a workbook."""
        outcome = next(each for each in self.outcomes if source in each.sources)
        alone = replace(outcome, sources=(source,), findings=tuple(found), not_run=())
        period = outcome.period
        day = self.asked.as_of or (NO_DAY if period is None else self.asked.day(period))
        given = Given(
            alone,
            rules_used(alone, self.asked),
            Made(self.wanted.version, day),
            self.wanted.lang,
            links_to_sources(self.files, self.folder),
        )
        return render(REPORTS["findings"].build(given))


def _by_file(outcomes: Iterable[Outcome]) -> Mapping[str, tuple[Finding, ...]]:
    """The findings about each file, each once; a year's summary stands in several periods."""
    found: dict[str, dict[Finding, None]] = {}
    for outcome in outcomes:
        for finding in outcome.findings:
            if isinstance(finding, OpenElsewhere):
                continue  # about this moment, not about anything in the file
            found.setdefault(finding.at.file, {})[finding] = None
    return {file: tuple(told) for file, told in found.items()}


def _mark(at: CellRef, told: Sequence[Finding], lang: str) -> CellMark:
    gravity = list(Severity)
    ordered = sorted(told, key=lambda finding: gravity.index(finding.severity))
    texts = [_text(finding, lang) for finding in ordered[:MOST_TOLD]]
    if len(ordered) > MOST_TOLD:
        texts.append(_MORE.fill(count=len(ordered) - MOST_TOLD).of(lang))
    return CellMark(at, "\n\n".join(texts), ordered[0].severity)


def _text(finding: Finding, lang: str) -> str:
    where = _where(finding.at)
    whole = "" if where is None else f"{where.of(lang)}: "
    severity = finding.severity.name_of.of(lang)
    return f"{severity} {finding.code}: {whole}{finding.said(lang)}\n→ {finding.remedy(lang)}"


def _where(at: CellRef) -> Text | None:
    """What a finding speaks of that is not about the very cell its mark stands in."""
    if at.sheet is None:
        return _WHOLE_FILE
    if at.row is None:
        return _WHOLE_SHEET
    return _WHOLE_ROW if at.column is None else None
