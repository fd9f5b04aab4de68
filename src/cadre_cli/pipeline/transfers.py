"""Which way a transfer leads: within the office, into it, or to another body."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from cadre_cli.domain.events import Event, EventKind
from cadre_cli.domain.officers import Placement
from cadre_cli.domain.presence import COMES, GOES
from cadre_cli.pipeline.people import same_unit
from cadre_cli.sheets.placements import destination_of
from cadre_cli.vietnamese.text import fold

_OWN = re.compile(
    r"(?:ubnd |uy ban nhan dan )?(?:xa|phuong|dac khu|thi tran|co quan|don vi)(?: (?:ta|nha|nay))?"
)
_BODY = re.compile(
    r"(?:so|cuc|chi cuc|bo|ban to chuc|tinh|huyen|thanh pho|truong|hoc vien|vien|toa an|benh vien|"
    r"ubnd|uy ban nhan dan|hdnd|dang uy|tinh uy|huyen uy|thanh uy|xa|phuong|dac khu|cong an|"
    r"uy ban mttq|mttq)\b.*|.*\b(?:tinh|huyen|thanh pho|so|xa|phuong)\b.*"
)
"""What may be called so and is no unit of a commune's office."""


_FROM_AND_BACK = re.compile(r"\btừ\s+(?!ngày|tháng|\d)\D+?\s(?:về|đến)\b", re.IGNORECASE)
"""A former body and then no more than "về": "Điều động từ UBND xã Lim về từ 15/5"."""


def directed(event: Event, units: Collection[str], office: str) -> Event:
    """A transfer as it leads: into a unit of the office's own it is a move, elsewhere a going.

    "Chuyển công tác về Sở Nội vụ" says where somebody went, "… về UBND xã" of the office itself where
    somebody came to; with the former body named ("từ … về") it is a coming.
    """
    if event.kind not in COMES | GOES:
        return event
    place = (event.becomes.unit if event.becomes else None) or destination_of(event.words)
    if place is None:
        back = event.kind is EventKind.TRANSFER_OUT and _FROM_AND_BACK.search(event.words)
        return replace(event, kind=EventKind.TRANSFER_IN) if back else event
    came_from = event.was.unit if event.was is not None else None
    own = next((unit for unit in sorted(units) if same_unit(place, unit)), None)
    if own is not None:
        if came_from is not None and not any(same_unit(came_from, unit) for unit in units):
            return event
        becomes = replace(event.becomes or Placement(), unit=own)
        return replace(event, kind=EventKind.MOVED, becomes=becomes)
    if event.kind is EventKind.TRANSFER_OUT and _is_office(place, office):
        return replace(event, kind=EventKind.TRANSFER_IN)
    if event.kind is not EventKind.TRANSFER_IN or _comes_from(event.words, place):
        return event
    elsewhere = _BODY.fullmatch(fold(place)) is not None and not _is_office(place, office)
    return replace(event, kind=EventKind.TRANSFER_OUT) if elsewhere else event


def _comes_from(words: str, place: str) -> bool:
    """Whether a former body stands before the place: "từ UBND xã Lim về Sở Nội vụ"."""
    before = words.partition(place)[0]
    return re.search(r"\btừ\s+(?!ngày|tháng|\d)", before, re.IGNORECASE) is not None


def _is_office(place: str, office: str) -> bool:
    """Whether the place is the office, by its name, or the commune without one."""
    folded, own = fold(place), fold(office)
    if _OWN.fullmatch(folded):
        return True
    if not own:  # which commune this is, nobody has said
        return (
            re.match(r"(?:(?:ubnd|uy ban nhan dan|dang uy) )?(?:xa|phuong)\b", folded) is not None
        )
    bare = re.sub(r"^(?:ubnd|uy ban nhan dan|dang uy) ", "", folded)
    return bare in own or own in folded
