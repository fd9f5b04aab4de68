"""The office as cadre.toml describes it; what its decisions mean is for the rules to say."""

from cadre_cli.office.lines import Keys, OfficeFault, fault_at, line_of
from cadre_cli.office.read import LETTERHEADS, NO_OFFICE, SheetKinds, read_office

__all__ = [
    "LETTERHEADS",
    "NO_OFFICE",
    "Keys",
    "OfficeFault",
    "SheetKinds",
    "fault_at",
    "line_of",
    "read_office",
]
