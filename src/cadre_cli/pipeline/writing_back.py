"""Results → copies of the office's workbooks with its own columns filled, `<name>.da-dien.xlsx`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cadre_cli.domain.office import Source
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.results import Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.pipeline.copies import CHANGED, as_it_was, names, save_copy, unread
from cadre_cli.pipeline.files import RESULTS, Input, OfficeFiles
from cadre_cli.pipeline.filling import fills
from cadre_cli.pipeline.fills import Fill, Left
from cadre_cli.pipeline.fitting import fitted
from cadre_cli.pipeline.period import Asked
from cadre_cli.pipeline.publishing import Published, Wanted
from cadre_cli.workbook.own import FILLED
from cadre_cli.workbook.patch import Patched, Refused, patch, signed, why_not
from cadre_cli.workbook.validations import allowed

_MOST_TRIES = 50
"""Sheets whose refused cells are taken out of a copy one after the other."""


@dataclass(frozen=True, slots=True)
class WrittenBack:
    """What came of one input: the filled copy with every cell written, and the cells left.

    `published` is None when there was nothing to write, or when `instead` says why no copy can be
    made. A `signed` workbook loses its digital signature in any copy.
    """

    file: str
    published: Published | None = None
    fills: tuple[Fill, ...] = ()
    left: tuple[Left, ...] = ()
    instead: Text | None = None
    signed: bool = False


def write_back(
    files: OfficeFiles,
    outcomes: Sequence[Outcome],
    asked: Asked,
    wanted: Wanted,
    *,
    replace: bool = False,
) -> Iterator[WrittenBack]:
    """A filled copy of each input that keeps results of its own, written unless dry.

    The marks of `check --annotate` in an input are not taken over into the copy, which is for
    handing in.
    """
    found = [finding for outcome in outcomes for finding in outcome.findings]
    bad = {each.at.file for each in found if unread([each])}
    sources = {
        source.file: source
        for outcome in outcomes
        for source in (*outcome.fillable, *outcome.sources)
    }
    told = [fills(outcome, asked, replace=replace) for outcome in outcomes]
    written = [fill for done, _ in told for fill in done]
    left = list(dict.fromkeys(each for _, rest in told for each in rest))
    read = [each for each in files.inputs if each.name in sources and each.name not in bad]
    for each, name in zip(read, names(read), strict=True):
        own = tuple(fill for fill in written if fill.cell.at.file == each.name)
        kept = tuple(one for one in left if one.at.file == each.name)
        done = _copy(each, sources[each.name], own, kept)
        if isinstance(done, WrittenBack):
            yield done
            continue
        copy, own, kept, is_signed = done
        folder = wanted.out or files.folder / RESULTS
        target = folder / f"{name}.da-dien{copy.suffix}"
        saved = save_copy(target, copy.data, each.path, wanted)
        yield WrittenBack(each.name, saved, own, kept, signed=is_signed)


def _copy(
    each: Input, source: Source, own: tuple[Fill, ...], kept: tuple[Left, ...]
) -> WrittenBack | tuple[Patched, tuple[Fill, ...], tuple[Left, ...], bool]:
    """The copy with all cells that can be written; a cell that cannot is left, with the reason."""
    data = as_it_was(each, source)
    if data is None:
        return WrittenBack(each.name, instead=CHANGED)
    why = why_not(data)
    if why is not None:
        return WrittenBack(each.name, instead=why)
    rules = allowed(data, [fill.cell.at for fill in own]) if own else {}
    own = fitted(own, rules)
    for _ in range(_MOST_TRIES):
        if not own:
            break
        copy = patch(data, [fill.edit for fill in own], (), label=FILLED, rules=rules)
        if isinstance(copy, Patched):
            told = tuple(replace(f, as_percent=f.cell.at in copy.as_percent) for f in own)
            return copy, told, kept, signed(data)
        if not copy.cells:
            return WrittenBack(each.name, left=kept, instead=copy.why)
        own, kept = _without(own, kept, copy)
    return WrittenBack(each.name, left=kept)


def _without(
    own: tuple[Fill, ...], kept: tuple[Left, ...], refused: Refused
) -> tuple[tuple[Fill, ...], tuple[Left, ...]]:
    """The cells that the copy refuses, left with the reason of each."""
    cells: dict[CellRef, Text] = dict(refused.cells)
    rest = tuple(fill for fill in own if fill.cell.at not in cells)
    more = tuple(
        Left(fill.cell.at, fill.cell.heading, fill.who, cells[fill.cell.at])
        for fill in own
        if fill.cell.at in cells
    )
    return rest, (*kept, *more)
