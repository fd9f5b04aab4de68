"""The pages of docs/rules say what the rule files say."""

from __future__ import annotations

from tools.generate_rule_docs import FOLDER, page

from cadre_cli.rules.load import rule_book


def test_the_pages_are_fresh() -> None:
    book = rule_book()
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert written == {f"{each.id}.md": page(book, each) for each in book.documents}


def test_a_page_names_every_number_passage_choice_and_option() -> None:
    book = rule_book()
    for document in book.documents:
        text = page(book, document)
        names = [
            *(term.name for term in document.values),
            *(term.name for term in document.passages),
            *(term.id for term in document.choices),
            *(
                option
                for term in document.choices
                for option in term.options
                if term.numbers is None
            ),
        ]
        assert [name for name in names if f"`{name}`" not in text] == []
