"""The villages of one office in one period: `<name>.thon.xlsx`, written where such sheets exist."""

from __future__ import annotations

from cadre_cli.domain.report import Report, Section
from cadre_cli.domain.results import Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.reports.given import Given, ReportKind
from cadre_cli.reports.page import WORKING_PAGE, note, plain_title
from cadre_cli.reports.parts.provenance import provenance
from cadre_cli.reports.parts.village_criteria import village_criteria
from cadre_cli.reports.parts.village_gifts import village_gifts
from cadre_cli.reports.parts.village_help import village_help
from cadre_cli.reports.parts.village_points import village_points
from cadre_cli.reports.parts.village_visits import village_promises, village_visits

_TITLE = Text("Các thôn", "The villages")
_NOTHING = Text(
    "Không có bảng nào về các thôn trong kỳ này.", "No sheet of this period is about villages."
)


def build(given: Given) -> Report:
    """The sheets for which there are records, and what they rest on."""
    outcome, lang = given.outcome, given.lang
    parts = (
        village_points(outcome, lang),
        village_criteria(outcome, lang),
        village_gifts(outcome, lang),
        village_help(outcome, lang),
        village_visits(outcome, lang),
        village_promises(outcome, lang),
    )
    sections = tuple(part for part in parts if part is not None) or (_nothing(outcome, lang),)
    return Report(
        given.name(REPORT.ending),
        given.properties(_TITLE),
        (*sections, provenance(outcome, given.rules, given.made, lang)),
    )


def _nothing(outcome: Outcome, lang: str) -> Section:
    blocks = (*plain_title(_TITLE.of(lang).upper(), outcome, lang), note(_NOTHING.of(lang)))
    return Section("nothing", _TITLE.of(lang), WORKING_PAGE, (90.0,), blocks)


REPORT = ReportKind(
    "thon",
    Text(
        "các thôn: điểm người phụ trách, tiêu chí nông thôn mới, đóng góp, hộ được giúp, đi thôn",
        "the villages: points, new-rural criteria, contributions, households helped, visits",
    ),
    build,
    needs_results=False,
    also=lambda outcome: bool(outcome.villages.now),
)
