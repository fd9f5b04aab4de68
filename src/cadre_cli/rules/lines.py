"""What every line of a rule file may say beside its own: since when, which passage, who stands behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from cadre_cli.domain.texts import Text
from cadre_cli.domain.trace import Authority, Basis
from cadre_cli.rules.book import Dated
from cadre_cli.rules.fields import NEEDED, Fields
from cadre_cli.rules.schema import RuleSetError

T = TypeVar("T")

CITED = ("since", "passage", "document", "read_as", "authority")
READINGS = ("V", "Q", "T", "S", "N")
AUTHORITIES = tuple(each.value for each in Authority)


@dataclass(frozen=True, slots=True)
class Lines:
    """What the lines of one file inherit from its head.

    In a set that extends another (`extending`) a line without a date holds from the first day.
    """

    file: str
    document: str
    since: date
    read_as: str
    authority: Authority
    extending: bool

    def basis(self, line: Fields) -> Basis:
        """The passage of a line; an amendment may name another document than the file's own."""
        return Basis(
            Authority(line.word("authority", AUTHORITIES, self.authority.value)),
            line.text("document", self.document),
            line.text("passage"),
            read_as=line.word("read_as", READINGS, self.read_as),
        )

    def first_day(self, line: Fields) -> date:
        """The first day on which a line holds."""
        return line.day("since", self.since if self.extending else NEEDED)

    def in_order(self, path: str, dated: tuple[Dated[T], ...], *, starts: bool = True) -> None:
        """Dates rise; with `starts` the first line holds from the document's first day."""
        days = [line.since for line in dated]
        if sorted(set(days)) != days:
            text = Text(
                "các dòng phải xếp theo ngày tăng dần, mỗi ngày một dòng",
                "lines must be in the order of their dates, one for each date",
            )
            raise RuleSetError(text, self.file, path)
        if starts and days[0] != self.since:
            text = Text(
                f"dòng đầu phải từ ngày văn bản có hiệu lực, {self.since.isoformat()}",
                f"the first line must hold from the document's first day, {self.since.isoformat()}",
            )
            raise RuleSetError(text, self.file, path)


def refuse_empty_span(line: Fields, since: date, until: date | None) -> None:
    """An end that does not come after the beginning."""
    if until is not None and until <= since:
        text = Text("until phải sau since", "until must come after since")
        raise line.fault("until", text)
