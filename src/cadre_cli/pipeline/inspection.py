"""One file looked into without any law: what `cadre inspect` and the person behind it see."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cadre_cli.domain.findings import Finding
from cadre_cli.pipeline.files import Input, gather, read_input
from cadre_cli.pipeline.intake import Understood, sheet_kinds, understand


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was understood of a file; `understood` is None when it could not be read."""

    file: str
    understood: Understood | None
    findings: tuple[Finding, ...]


def inspect_file(path: Path, password: str | None = None) -> Inspection:
    """Read one file with the mapping of its office's cadre.toml."""
    files = gather([path], sheet_kinds())
    office = files[0].office
    each = next((one for one in files[0].inputs), Input(path, path.as_posix()))
    data = read_input(each)
    if isinstance(data, Finding):
        return Inspection(each.name, None, (data,))
    understood, findings = understand(data, each.name, office, password)
    return Inspection(each.name, understood, findings)
