"""The manual: a page for each kind of finding, made from the kind itself."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from types import ModuleType

from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.texts import Text

_PACKAGE = "cadre_cli"
_WITHOUT_KINDS = ("cli", "batch", "__main__")
"""The terminal and the processes declare no finding, and importing the terminal is slow."""


@dataclass(frozen=True, slots=True)
class FindingPage:
    """What the manual says of one kind of finding.

    `meaning` is Vietnamese in every language, as the examples are: the rule first, then the usual
    cause. `message` and `fix` keep the `{fields}` that a finding fills in.
    """

    code: str
    name: str
    severity: Severity
    meaning: tuple[str, ...]
    message: str
    fix: str
    law: str | None
    wrong: str
    right: str

    @property
    def rule(self) -> str:
        """The rule in one sentence."""
        return self.meaning[0] if self.meaning else ""


LETTERS = {
    "T": Text("Tệp", "The file"),
    "B": Text("Bảng", "The table"),
    "D": Text("Giá trị", "The value"),
    "G": Text("Giao việc", "Assignment"),
    "K": Text("Kế hoạch", "The plan"),
    "C": Text("Đánh giá", "Evaluation"),
    "X": Text("Xếp loại", "Classification"),
    "N": Text("Cả năm", "The year"),
    "S": Text("Sổ đánh giá", "The ledger"),
    "L": Text("Bệnh thành tích, hình thức", "Formalism"),
}
"""What the first letter of a code speaks of, in the order of the manual."""


@cache
def finding_kinds(package: str = _PACKAGE) -> tuple[type[Finding], ...]:
    """Every kind of finding the package declares, in the order of letters, codes and names.

    Kinds are found by walking the modules: with slots, `__subclasses__()` lists a class twice.
    """
    kinds = {kind for module in _modules(package) for kind in _declared(module)}
    return tuple(sorted(kinds, key=_place))


def _modules(package: str) -> Iterator[ModuleType]:
    root = importlib.import_module(package)
    yield root
    for found in pkgutil.iter_modules(root.__path__, f"{package}."):
        if found.name.removeprefix(f"{_PACKAGE}.").partition(".")[0] in _WITHOUT_KINDS:
            continue
        if found.ispkg:
            yield from _modules(found.name)
        else:
            yield importlib.import_module(found.name)


def _declared(module: ModuleType) -> Iterator[type[Finding]]:
    for _, kind in inspect.getmembers(module, inspect.isclass):
        if (
            issubclass(kind, Finding)
            and kind.__module__ == module.__name__
            and "code" in vars(kind)
        ):
            yield kind


def _place(kind: type[Finding]) -> tuple[int, str, str]:
    letters = tuple(LETTERS)
    letter = letters.index(kind.code[0]) if kind.code[0] in letters else len(letters)
    return (letter, kind.code, kind.__name__)


def finding_pages(code: str | None = None, lang: str = "vi") -> tuple[FindingPage, ...]:
    """The pages of a code, or of all; a code that several modules raise has a page for each kind."""
    wanted = None if code is None else code.strip().upper()
    return tuple(_page(kind, lang) for kind in finding_kinds() if wanted in (None, kind.code))


def finding_page(code: str, lang: str = "vi") -> FindingPage | None:
    """The (first) page of a code; None when there is no such code."""
    return next(iter(finding_pages(code, lang)), None)


def _page(kind: type[Finding], lang: str) -> FindingPage:
    return FindingPage(
        code=kind.code,
        name=kind.__name__,
        severity=_severity(kind),
        meaning=_paragraphs(inspect.getdoc(kind) or ""),
        message=kind.message.of(lang),
        fix=kind.fix.of(lang),
        law=kind.law,
        wrong=kind.wrong,
        right=kind.right,
    )


def _severity(kind: type[Finding]) -> Severity:
    default = next(field.default for field in fields(kind) if field.name == "severity")
    return default if isinstance(default, Severity) else Severity.ERROR


def _paragraphs(docstring: str) -> tuple[str, ...]:
    return tuple(" ".join(block.split()) for block in docstring.split("\n\n") if block.strip())
