"""What all copies of the office's own workbooks share: which inputs, their names, how they are saved."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.office import Source
from cadre_cli.domain.texts import Text
from cadre_cli.pipeline.files import Input, read_input
from cadre_cli.pipeline.publishing import Published, Wanted
from cadre_cli.pipeline.safe_writing import write_safely

_UNREAD = ("T01", "T02", "T03")
_OWN_STEM = re.compile(r"(?:\(\d+\))?\.(?:danh-dau|da-dien)$")
CHANGED = Text("tệp đã bị sửa trong lúc kiểm tra", "the file was changed while it was checked")


def unread(found: Iterable[Finding]) -> bool:
    """Whether a file could not be read at all."""
    return any(finding.code in _UNREAD for finding in found)


def names(inputs: Sequence[Input]) -> list[str]:
    """The name of each file without its ending and ours; with its folders where two are alike."""
    stems = [_OWN_STEM.sub("", each.path.stem) for each in inputs]
    counted = Counter(stems)
    return [
        stem if counted[stem] == 1 else ".".join((*_folders(each), stem))
        for stem, each in zip(stems, inputs, strict=True)
    ]


def _folders(each: Input) -> tuple[str, ...]:
    return tuple(part for part in PurePosixPath(each.name).parent.parts if part.strip("/.\\"))


def as_it_was(each: Input, source: Source) -> bytes | None:
    """The very bytes that were assessed; None when the file has been changed since."""
    data = read_input(each)
    if isinstance(data, Finding) or hashlib.sha256(data).hexdigest() != source.sha256:
        return None
    return data


def save_copy(target: Path, data: bytes, original: Path, wanted: Wanted) -> Published:
    """Write a copy unless dry, and never over the workbook it was made of."""
    if wanted.dry_run:
        return Published(target)
    try:
        return Published(target, write_safely(target, data, never=original))
    except OSError as failure:
        return Published(target, failure=failure)
