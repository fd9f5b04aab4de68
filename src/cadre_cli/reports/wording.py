"""Words that every report and the terminal share: classes withheld, remarks, what a basis is called."""

from __future__ import annotations

from cadre_cli.domain.results import Classification, NotRated
from cadre_cli.domain.texts import Text
from cadre_cli.domain.trace import Authority, Basis

NOT_RATED_NAMES = {
    NotRated.INCOMPLETE: Text("Chưa đủ dữ liệu", "Not enough data"),
    NotRated.NOTHING_ASSIGNED: Text("Không được giao việc", "Nothing assigned"),
    NotRated.ON_LEAVE: Text("Không xếp loại", "Not rated"),
    NotRated.RATED_ABOVE: Text("Cấp trên đánh giá", "Rated by the level above"),
    NotRated.NO_RULE: Text("Chưa có quy định", "No rule in force"),
    NotRated.NOT_COVERED: Text("Không thuộc đối tượng", "Not covered"),
}

_AUTHORITIES = {
    Authority.LAW: Text("luật", "law"),
    Authority.LOCAL: Text("quyết định của cơ quan", "the office's decision"),
    Authority.ASSUMED: Text("giả định", "assumed"),
    Authority.SOURCE: Text("thông lệ nguồn", "practice of the source"),
}


def remarks(result: Classification) -> tuple[Text, ...]:
    """What stands in the remarks of one person's row: the reasons, and what is missing, each once.

    Whom the level above rates lacks nothing here, so nothing is listed as missing.
    """
    told = [reason.text for reason in result.reasons if not reason.routine]
    if result.not_rated is not NotRated.RATED_ABOVE:
        told += [missing.what for missing in result.score.missing]
    return tuple(dict.fromkeys(told))


def basis_words(basis: Basis, lang: str) -> str:
    """A basis as a reader cites it: document and passage; for a choice its option and authority."""
    cited = " ".join(part for part in (basis.document, basis.passage) if part)
    if basis.choice is None:
        return cited
    authority = _AUTHORITIES[basis.authority].of(lang)
    chosen = {"vi": "lựa chọn", "en": "choice"}[lang]
    taken = f"{chosen} {basis.choice} = {basis.option} – {authority}"
    return f"{cited}; {taken}" if cited else taken
