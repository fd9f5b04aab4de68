"""The leaders' page with native charts: `<name>.lanh-dao.xlsx`."""

from __future__ import annotations

from cadre_cli.domain.report import Report
from cadre_cli.domain.texts import Text
from cadre_cli.reports.given import Given, ReportKind
from cadre_cli.reports.parts.details import details
from cadre_cli.reports.parts.formalism import formalism
from cadre_cli.reports.parts.leaders import leaders
from cadre_cli.reports.parts.provenance import provenance
from cadre_cli.reports.parts.summary import summary

_TITLE = Text("Biểu đồ kết quả đánh giá, xếp loại", "The results in charts")


def build(given: Given) -> Report:
    """Charts and their numbers, what leaders should ask about, summary, details and the basis."""
    notes = formalism(given.outcome, given.lang)
    return Report(
        given.name(REPORT.ending),
        given.properties(_TITLE),
        (
            leaders(given.outcome, given.rules, given.beside, given.lang),
            *((notes,) if notes is not None else ()),
            summary(given.outcome, given.rules, given.lang),
            details(given.outcome, given.rules, given.lang),
            provenance(given.outcome, given.rules, given.made, given.lang),
        ),
    )


REPORT = ReportKind(
    "lanh-dao",
    Text(
        "trang lãnh đạo: biểu đồ xếp loại, đơn vị, xu hướng, đúng hạn; lời nhắc về bệnh hình thức",
        "the leaders' page: charts of classes, units, trend, tasks on time; signs of work for show",
    ),
    build,
)
