"""What the commands of the ledger say alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_cli.domain.texts import Text

if TYPE_CHECKING:  # every start of `cadre` would pay for it
    from cadre_cli.cli.show import Screen
    from cadre_cli.domain.closed import EntryRef

_SHOWN = 16
"""Letters of a seal that are written into minutes: 64 bits, nobody makes another ledger to fit."""
LEAST_SEAL = 12

_SEAL = Text(
    "Mã niêm phong: {seal}. Ghi mã này vào biên bản; sau này đối chiếu: cadre audit --seal {seal}",
    "Seal: {seal}. Write it into the minutes; check it later: cadre audit --seal {seal}",
)


def seal(screen: Screen, entry: EntryRef) -> None:
    """The seal of the ledger up to an entry, for the minutes."""
    screen.out.print(_SEAL.fill(seal=short(entry)).of(screen.lang), soft_wrap=True)


def short(entry: EntryRef) -> str:
    """The part of a seal that people copy."""
    return entry.hash[:_SHOWN]
