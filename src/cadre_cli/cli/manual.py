"""The manual pages of the findings, as `cadre rules finding` prints them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cadre_cli.domain.texts import Text
from cadre_cli.reports.machine import Json
from cadre_cli.reports.manual import FindingPage, finding_pages

_SAYS = Text("Thông báo: {said}", "Message: {said}")
_DO = Text("Cách sửa: {said}", "Remedy: {said}")
_LAW = Text("Căn cứ: {said}", "Law: {said}")
_WRONG = Text("Ví dụ sai:", "Wrong:")
_RIGHT = Text("Ví dụ đúng:", "Right:")


_NEAR = Text("Có phải: {codes}?", "Did you mean: {codes}?")
_ALL = Text("Xem mọi mã: cadre rules finding.", "See every code: cadre rules finding.")
_VIETNAMESE = Text("", "(Meaning, law and examples are in Vietnamese.)")
_MOST_NEAR = 8


def near(written: str) -> Text:
    """Codes like a mistyped one: the same letter and number however it is written (g2, G-02, X5)."""
    letter = written.strip()[:1].upper()
    figures = "".join(sign for sign in written if sign.isdigit()).lstrip("0")
    known = dict.fromkeys(page.code for page in finding_pages())
    same = [code for code in known if figures and code[1:].lstrip("0") == figures]
    own = [code for code in known if code[0] == letter]
    codes = [code for code in same if code in own] or own[:_MOST_NEAR] or same
    return _NEAR.fill(codes=tuple(codes)) if codes else _ALL


def as_lines(pages: Sequence[FindingPage], lang: str, *, whole: bool) -> Iterator[str]:
    """One line a code, or the `whole` page with its examples."""
    if said := _VIETNAMESE.of(lang):
        yield said
        yield ""
    for page in pages:
        yield f"{page.code} {page.severity.name_of.of(lang)}  {page.rule}"
        if whole:
            yield from _rest(page, lang)


def _rest(page: FindingPage, lang: str) -> Iterator[str]:
    for paragraph in page.meaning[1:]:
        yield ""
        yield paragraph
    yield ""
    yield _SAYS.fill(said=page.message).of(lang)
    yield _DO.fill(said=page.fix).of(lang)
    if page.law:
        yield _LAW.fill(said=page.law).of(lang)
    for title, example in ((_WRONG, page.wrong), (_RIGHT, page.right)):
        if example:
            yield ""
            yield title.of(lang)
            yield from (f"  {line}" for line in example.splitlines())


def as_json(pages: Sequence[FindingPage]) -> list[Json]:
    """The catalogue of findings as data."""
    return [
        {
            "code": page.code,
            "name": page.name,
            "severity": page.severity.value,
            "meaning": list(page.meaning),
            "message": page.message,
            "fix": page.fix,
            "law": page.law,
            "wrong": page.wrong,
            "right": page.right,
        }
        for page in pages
    ]
