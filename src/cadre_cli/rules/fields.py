"""Reading a table of a rule file strictly: every key known, every field of its type, or a sentence."""

from __future__ import annotations

import difflib
import enum
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from cadre_cli.domain.texts import Text
from cadre_cli.rules.schema import RuleSetError


def nearest(word: str, known: Collection[str]) -> str | None:
    """The known word most like `word`, None when nothing is near."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return near[0] if near else None


def offer(word: str, known: Collection[str]) -> Text:
    """Which word was probably meant, else the words there are."""
    near = nearest(word, known)
    if near is not None:
        return Text(f"Có phải là “{near}”?", f"Did you mean “{near}”?")
    words = ", ".join(known)
    return Text(f"Được dùng: {words}.", f"Known: {words}.")


class Needed(enum.Enum):
    """Stands for “no default”: the field must be there."""

    NEEDED = "needed"


NEEDED = Needed.NEEDED


@dataclass(frozen=True, slots=True)
class Fields:
    """One table of a TOML file with its place: file, and path inside the file."""

    file: str
    path: str
    data: Mapping[str, object]

    def allow(self, *known: str) -> Fields:
        """This table, after refusing every key that is not in `known`."""
        for key in self.data:
            if key not in known:
                near = offer(key, known)
                raise self.fault(
                    key, Text(f"mục lạ “{key}”. {near.vi}", f"unknown key “{key}”. {near.en}")
                )
        return self

    def fault(self, key: str, text: Text) -> RuleSetError:
        """An error at a key of this table."""
        return RuleSetError(text, self.file, self.at(key))

    def at(self, key: str) -> str:
        """The path of a key of this table."""
        return f"{self.path}.{key}" if self.path and key else self.path or key

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self.data

    def text(self, key: str, default: str | Needed = NEEDED) -> str:
        """A text that is not blank."""
        value = self._get(key, default)
        if not isinstance(value, str) or not value.strip():
            raise self._wrong(key, value, Text("một đoạn chữ, không để trống", "a text, not blank"))
        return value

    def maybe_text(self, key: str) -> str | None:
        """A text, None when the key is absent."""
        return self.text(key) if self.has(key) else None

    def word(self, key: str, known: Collection[str], default: str | Needed = NEEDED) -> str:
        """A text that is one of the `known` words."""
        word = self.text(key, default)
        if word not in known:
            near = offer(word, known)
            raise self.fault(
                key, Text(f"“{word}” không có. {near.vi}", f"no such “{word}”. {near.en}")
            )
        return word

    def words(self, key: str, known: Collection[str]) -> tuple[str, ...]:
        """A list of `known` words; absent is empty."""
        value = self.data.get(key, [])
        if not isinstance(value, list):
            raise self._wrong(key, value, Text("một danh sách chữ", "a list of texts"))
        found = []
        for place, word in enumerate(value):
            entry = Fields(self.file, self.path, {f"{key}[{place}]": word})
            found.append(entry.word(f"{key}[{place}]", known))
        return tuple(found)

    def day(self, key: str, default: date | Needed = NEEDED) -> date:
        """A calendar day, written without quotes: 2026-01-01."""
        value = self._get(key, default)
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self._wrong(
                key,
                value,
                Text("một ngày, viết 2026-01-01, không nháy", "a day such as 2026-01-01, unquoted"),
            )
        return value

    def maybe_day(self, key: str) -> date | None:
        """A calendar day, None when the key is absent."""
        return self.day(key) if self.has(key) else None

    def number(self, key: str) -> Decimal:
        """An exact number."""
        value = self._get(key, NEEDED)
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise self._wrong(key, value, Text("một số", "a number"))
        number = Decimal(value)
        if not number.is_finite():
            raise self._wrong(key, value, Text("một số", "a number"))
        return number

    def flag(self, key: str) -> bool:
        """Yes or no; absent is no."""
        value = self.data.get(key, False)
        if not isinstance(value, bool):
            raise self._wrong(key, value, Text("true hoặc false", "true or false"))
        return value

    def table(self, key: str) -> Fields:
        """A table inside this one; absent is empty."""
        value = self.data.get(key, {})
        if not isinstance(value, dict):
            raise self._wrong(key, value, Text("một bảng", "a table"))
        return Fields(self.file, self.at(key), value)

    def named(self, key: str) -> tuple[tuple[str, Fields], ...]:
        """The tables inside the table `key`, each with its name."""
        group = self.table(key)
        return tuple((name, group.table(name)) for name in group.data)

    def listed(self, key: str, *, needed: bool = True) -> tuple[Fields, ...]:
        """A list of tables; with `needed` at least one."""
        value = self._get(key, NEEDED) if needed else self.data.get(key, [])
        if not isinstance(value, list) or (needed and not value):
            raise self._wrong(key, value, Text("một danh sách bảng", "a list of tables"))
        rows = []
        for place, row in enumerate(value):
            if not isinstance(row, dict):
                raise self._wrong(f"{key}[{place}]", row, Text("một bảng", "a table"))
            rows.append(Fields(self.file, f"{self.at(key)}[{place}]", row))
        return tuple(rows)

    def _get(self, key: str, default: object) -> object:
        value = self.data.get(key, default)
        if value is NEEDED:
            raise self.fault(key, Text(f"thiếu mục “{key}”", f"“{key}” is missing"))
        return value

    def _wrong(self, key: str, value: object, wanted: Text) -> RuleSetError:
        return self.fault(
            key, Text(f"cần {wanted.vi}, đang là {value!r}", f"needs {wanted.en}, has {value!r}")
        )
