"""What a field is called in the office's language: the most usual of its headings."""

from __future__ import annotations

from cadre_cli.sheets.kinds import KINDS

_CALLED = {
    "family": "Họ và tên đệm",
    "scored": "Điểm do cấp trên chấm",
    "other": "cột không dùng đến",
}
"""Fields whose first heading says less than they hold, or who have none."""
_CODE = len("Nhóm tiêu chí III")
"""Letters up to which a heading of a criterion is only its code ("I.1", "Tiêu chí 1.1")."""


def field_name(kind: str, field: str) -> str:
    """The Vietnamese name of a field of a sheet kind; its id where it has none.

    >>> field_name("tasks", "owner"), field_name("common", "I.2")
    ('Người thực hiện', 'I.2 Ý thức kỷ luật, kỷ cương trong thực thi công vụ')
    """
    if field in _CALLED:
        return _CALLED[field]
    specs = (spec for one in KINDS if one.name == kind for spec in one.fields)
    headings = next((spec.headings for spec in specs if spec.name == field), ())
    first = headings[0] if headings else field
    words = next((each for each in headings if len(each) > _CODE), None)
    return f"{first} {words}" if first == field and words is not None else first
