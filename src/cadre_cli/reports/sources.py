"""How a report names cells of the office's workbooks when there are several of them."""

from __future__ import annotations

from collections import Counter

from cadre_cli.domain.places import CellRef
from cadre_cli.domain.results import Outcome
from cadre_cli.domain.texts import Text

_UNNAMED = Text(
    "Ô nguồn không ghi tên tệp là ô của tệp “{file}”.",
    "Source cells without a file are cells of “{file}”.",
)


def main_file(outcome: Outcome) -> str | None:
    """The file most numbers come from, which need not be named with every cell."""
    files = Counter(task.at.file for task in outcome.tasks)
    if not files:
        files = Counter(
            step.at.file
            for result in outcome.results
            for part in result.score.parts.values()
            for step in part.walk()
            if step.at is not None
        )
    if files:
        return max(sorted(files), key=lambda file: files[file])
    return outcome.sources[0].file if outcome.sources else None


def cell_words(at: CellRef | None, main: str | None) -> str | None:
    """`'Giao việc'!D12`, with its file in front when that is not the main one."""
    if at is None:
        return None
    return str(at) if at.file == main or at.sheet is None else f"{at.file}: {at}"


def unnamed_file(outcome: Outcome, lang: str) -> str:
    """Which file the cells without one belong to; nothing to say when there is only one."""
    main = main_file(outcome)
    if main is None or len(outcome.sources) < 2:
        return ""
    return _UNNAMED.of(lang).format(file=main)
