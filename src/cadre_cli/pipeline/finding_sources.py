"""The sources that a result workbook names, found where they lie now, and the settings of then."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path, PurePosixPath

from cadre_cli.domain.office import Decided, Office
from cadre_cli.domain.periods import Period
from cadre_cli.domain.texts import Text
from cadre_cli.domain.verification import CheckedSource, SourceState
from cadre_cli.office import SheetKinds
from cadre_cli.pipeline.files import (
    RESULTS,
    WORKBOOKS,
    Input,
    OfficeFiles,
    configuration_above,
    office_files,
)
from cadre_cli.pipeline.period import Asked
from cadre_cli.pipeline.reading_back import Recorded
from cadre_cli.reports.kinds import DEFAULT, REPORTS
from cadre_cli.reports.year.book import YEAR_BOOK
from cadre_cli.rules.decisions import check_decisions
from cadre_cli.rules.load import book_for

_ENDINGS = (f"*.{REPORTS[DEFAULT].ending}.xlsx", f"{YEAR_BOOK}20[0-9][0-9]*.xlsx")
_MOST_FILES = 2_000
"""Workbooks of an office folder that are looked through for a source under another name."""
_FOLDERS_ABOVE = 3
_MOST_FOLDERS = 500
"""Folders beside one another that are tried for a source of the same content."""


def result_workbooks(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The result workbooks among files and folders, each once; a file named outright is taken as it is."""
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(each for e in _ENDINGS for each in path.rglob(e)) if path.is_dir() else []
        found |= dict.fromkeys(each for each in inside if not each.name.startswith(("~$", ".")))
        if not inside:
            found[path] = None
    return tuple(found)


def asked_of(recorded: Recorded) -> Asked:
    """The options a result was made with; what somebody has made unreadable is left out."""
    period, as_of = recorded.said("option.period"), recorded.said("as_of")
    return Asked(_period(period), recorded.said("option.rules"), day_of(as_of))


def _period(written: str | None) -> Period | None:
    try:
        return None if written is None else Period.parse(written)
    except ValueError:
        return None


def day_of(written: str | None) -> date | None:
    """A day as “Căn cứ” writes it; None where there is none, or none any more."""
    try:
        return None if written is None else date.fromisoformat(written)
    except ValueError:
        return None


def files_of(
    recorded: Recorded, result: Path, kinds: SheetKinds, inside: Path | None = None
) -> tuple[OfficeFiles, tuple[CheckedSource, ...], tuple[Text, ...]]:
    """The sources of a result where they lie now, under the names they had; doubts about settings.

    `inside` is a folder to look in first. WrongConfiguration when the office's cadre.toml is wrong.
    """
    home = configuration_above((inside or result).resolve())
    folder = home.parent if home is not None else _office_folder(result)
    within = inside.resolve() if inside is not None else folder
    bases = _bases(result, folder, inside)
    sources = _looked_for(recorded, bases, within)
    if home is None:  # the result was written far from its office: what was found tells the way
        homes = (configuration_above(each.found.resolve()) for each in sources if each.found)
        home = next((found for found in homes if found is not None), None)
        folder = folder if home is None else home.parent
        sources = _looked_for(recorded, (*bases, folder), within)
    files = office_files(home, folder, kinds)
    office, notes = _as_then(files.office, recorded)
    there = [each for each in sources if each.found is not None]
    return (
        OfficeFiles(
            office,
            folder,
            tuple(Input(_found(each), each.name) for each in there if not each.shared),
            tuple(Input(_found(each), each.name) for each in there if each.shared),
        ),
        sources,
        notes,
    )


def _looked_for(
    recorded: Recorded, bases: tuple[Path, ...], within: Path
) -> tuple[CheckedSource, ...]:
    return named_sources(recorded, "source", bases, within)


def named_sources(
    recorded: Recorded, kind: str, bases: tuple[Path, ...], within: Path
) -> tuple[CheckedSource, ...]:
    """The files under keys of a kind (`source`, `before`), found in `bases` or anywhere `within`."""
    places = (name for name in recorded.facts if name.startswith(f"{kind}."))
    named = [name.removesuffix(".file") for name in places if name.endswith(".file")]
    return tuple(_checked(recorded, place, bases, within) for place in named)


def _found(source: CheckedSource) -> Path:
    return source.found or Path(source.name)


def _office_folder(result: Path) -> Path:
    folder = result.resolve().parent
    return folder.parent if folder.name == RESULTS else folder


def _as_then(office: Office, recorded: Recorded) -> tuple[Office, tuple[Text, ...]]:
    """The office with the decisions that the result names, whatever its cadre.toml says today."""
    then = recorded.said("configuration.sha256")
    now = None if office.configuration is None else office.configuration.sha256
    if then == now:
        return office, ()
    decided = {
        name.removeprefix("decision."): Decided(fact.value, fact.remark)
        for name, fact in recorded.facts.items()
        if name.startswith("decision.")
    }
    again, lost = _still_known(
        replace(
            office if then is not None else Office(),
            name=None if then is None else recorded.said("office"),
            decisions=decided,
            monthly_before_2026=recorded.said("monthly_before_2026"),
        )
    )
    if then is None:
        words = Text(
            "khi chấm chưa có cadre.toml; chấm lại cũng không dùng tệp đang có",
            "there was no cadre.toml then; the one of today is not used either",
        )
    elif now is None:
        words = Text(
            "không tìm thấy cadre.toml; chấm lại theo các quyết định ghi trong bảng kết quả",
            "cadre.toml is not there; scored again by the decisions that the result names",
        )
    else:
        words = Text(
            "cadre.toml đã đổi; chấm lại theo các quyết định ghi trong bảng kết quả",
            "cadre.toml has changed; scored again by the decisions that the result names",
        )
    return again, (words, *lost)


def _still_known(office: Office) -> tuple[Office, tuple[Text, ...]]:
    """The office without decisions and rule sets that this version does not know; which they are."""
    book = book_for(office.overlay, office.extends or "")
    unknown = {fault.keys[0] for fault in check_decisions(book, office.decisions)}
    unknown |= {name for name, one in office.decisions.items() if not one.document.strip()}
    lost = [_LOST.fill(what=name) for name in sorted(unknown)]
    monthly = office.monthly_before_2026
    if monthly is not None and book.find(monthly) is None:
        lost.append(_LOST.fill(what=monthly))
        monthly = None
    kept = {name: one for name, one in office.decisions.items() if name not in unknown}
    return replace(office, decisions=kept, monthly_before_2026=monthly), tuple(lost)


_LOST = Text(
    "phiên bản này không biết “{what}” ghi trong bảng kết quả, nên không áp dụng được",
    "this version does not know “{what}”, which the result names, and cannot apply it",
)


def _bases(result: Path, folder: Path, inside: Path | None) -> tuple[Path, ...]:
    """Folders a source may lie in, the likeliest first."""
    above = result.resolve().parent
    parents = (above, *above.parents)[: _FOLDERS_ABOVE + 1]
    first = () if inside is None else (inside.resolve(),)
    return tuple(dict.fromkeys((*first, folder, *parents, Path.cwd())))


def _checked(
    recorded: Recorded, place: str, bases: tuple[Path, ...], within: Path
) -> CheckedSource:
    """A source where the result says, else by its content anywhere in the office's folder."""
    name = recorded.said(f"{place}.file") or ""
    sha256 = recorded.said(f"{place}.sha256") or ""
    shared = recorded.said(f"{place}.shared") is not None
    there = [base / name for base in bases if (base / name).is_file()]
    same = next((path for path in there if _sha256(path) == sha256), None)
    if same is not None:
        return CheckedSource(name, sha256, SourceState.SAME, same, shared)
    last = PurePosixPath(name).name
    moved = _by_content(name, sha256, within)
    if moved is not None:
        # A result of a folder names its files from there: one of that name has not moved.
        state = SourceState.SAME if moved.name == last else SourceState.MOVED
        return CheckedSource(name, sha256, state, moved, shared)
    beside = (folder / name for base in bases for folder in _folders(base))
    same = next((path for path in beside if path.is_file() and _sha256(path) == sha256), None)
    if same is not None:  # the result was written beside the office's folder
        return CheckedSource(name, sha256, SourceState.SAME, same, shared)
    there += [base / last for base in bases if (base / last).is_file()]
    there += sorted(path for path in islice(within.rglob("*"), _MOST_FILES) if path.name == last)
    if there:
        return CheckedSource(name, sha256, SourceState.CHANGED, there[0], shared)
    return CheckedSource(name, sha256, SourceState.MISSING, None, shared)


def _folders(base: Path) -> list[Path]:
    try:
        return sorted(islice((each for each in base.iterdir() if each.is_dir()), _MOST_FOLDERS))
    except OSError:
        return []


def _by_content(name: str, sha256: str, folder: Path) -> Path | None:
    """The same bytes under another name or in another folder of the office."""
    ending = PurePosixPath(name).suffix.lower()
    if ending not in WORKBOOKS:
        return None
    found = (path for path in folder.rglob("*") if path.suffix.lower() == ending)
    for path in sorted(islice(found, _MOST_FILES)):
        if path.is_file() and _sha256(path) == sha256:
            return path
    return None


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
