"""Who has similar duties: the groups among which the cap on the highest class holds, too."""

from __future__ import annotations

from cadre_cli.domain.officers import Officer
from cadre_cli.rules.book import KIND_NAMES
from cadre_cli.rules.schema import RuleSet

_LEADERS = "lãnh đạo, quản lý"
_OTHERS = "không giữ chức vụ lãnh đạo, quản lý"


def group_of(officer: Officer, rules: RuleSet) -> str | None:
    """The roster's own group, else the one of the choice `cap_group`; None where there are none."""
    if officer.group:
        return officer.group
    taken = rules.choices.get("cap_group")
    if taken is None or taken.taken == "office_only":
        return None
    kind = KIND_NAMES[officer.kind.value].vi
    post = _LEADERS if officer.post.leads else _OTHERS
    match taken.taken:
        case "kind":
            return kind
        case "post":
            return post
        case _:
            return f"{kind}, {post}"
