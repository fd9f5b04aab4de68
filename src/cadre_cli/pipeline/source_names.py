"""Names of sources as a workbook keeps them: relative to the office's folder, however they were typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from cadre_cli.pipeline.files import OfficeFiles

Kept = TypeVar("Kept")


def names_to_keep(files: OfficeFiles) -> dict[str, str]:
    """Name as typed → name to be kept, where they differ; of a folder they are relative already.

    A file outside the office's folder keeps its last name alone, unless another is called so.
    """
    folder = files.folder.resolve()
    found: dict[str, str] = {}
    for each in files.inputs:
        path = each.path.resolve()
        if each.typed:
            inside = path.is_relative_to(folder)
            found[each.name] = path.relative_to(folder).as_posix() if inside else path.name
    kept = [found.get(each.name, each.name) for each in files.inputs]
    return {typed: name for typed, name in found.items() if name != typed and kept.count(name) == 1}


def renamed(value: Kept, names: Mapping[str, str]) -> Kept:
    """The value with every mention of a source under its kept name; the same value without any."""
    if not names:
        return value
    return _Renaming(names).of(value)  # type: ignore[no-any-return]


class _Renaming:
    """Goes through frozen values; what is shared stays shared, for steps are known by identity."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._paths = {typed: name for typed, name in names.items() if "/" in typed}
        self._texts = dict(names)
        self._kinds: dict[type, tuple[str, ...] | None] = {}
        self._done: dict[int, tuple[object, object]] = {}

    def of(self, value: Any) -> Any:
        kind = type(value)
        if kind is str:
            made = self._texts.get(value) or self._text(value)
            return value if made == value else made
        if kind not in self._kinds:
            self._kinds[kind] = _names(kind)
        names = self._kinds[kind]
        if names is None:
            return value
        if (done := self._done.get(id(value))) is not None:
            return done[1]
        made = self._record(value, names) if names else self._container(value)
        self._done[id(value)] = (value, made)
        return made

    def _text(self, text: str) -> str:
        made = text
        for typed, name in self._paths.items():
            if typed in made:
                made = made.replace(typed, name)
        self._texts[text] = made
        return made

    def _record(self, value: Any, names: tuple[str, ...]) -> Any:
        changed = {}
        for name in names:
            old = getattr(value, name)
            new = self.of(old)
            if new is not old:
                changed[name] = new
        return replace(value, **changed) if changed else value

    def _container(self, value: Any) -> Any:
        if isinstance(value, Mapping):
            items = {self.of(each): self.of(one) for each, one in value.items()}
            same = all(each in items and items[each] is one for each, one in value.items())
            return value if same else items
        parts = [self.of(each) for each in value]
        same = all(one is other for one, other in zip(parts, value, strict=True))
        return value if same else type(value)(parts)


def _names(kind: type) -> tuple[str, ...] | None:
    """The fields of a record; () for a container, None for what holds nothing."""
    if is_dataclass(kind):
        return tuple(each.name for each in fields(kind) if each.init) or None
    return () if issubclass(kind, (tuple, frozenset, Mapping)) else None
