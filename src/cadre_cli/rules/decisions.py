"""An office's own decisions on the choices: whether they can be taken, and what they then mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cadre_cli.domain.office import Decided
from cadre_cli.domain.texts import Text
from cadre_cli.domain.trace import Authority, Basis
from cadre_cli.rules.book import RuleBook
from cadre_cli.rules.fields import offer
from cadre_cli.rules.schema import Choice, RuleSetError
from cadre_cli.rules.terms import ChoiceTerm

Decisions = Mapping[str, Decided]


@dataclass(frozen=True, slots=True)
class DecisionFault:
    """A decision that cannot be taken: `keys` lead to the word at fault inside `[decisions]`."""

    keys: tuple[str, ...]
    text: Text
    fix: Text


def check_decisions(book: RuleBook, decided: Decisions) -> tuple[DecisionFault, ...]:
    """Every decision on a choice or an option that no rule set has, in the order written."""
    faults = []
    for name, decision in decided.items():
        terms = book.choice_terms(name)
        if not terms:
            text = Text(f"Không có lựa chọn “{name}”.", f"There is no choice “{name}”.")
            faults.append(DecisionFault((name,), text, offer(name, book.choice_ids)))
        elif all(term.option(decision.option) is None for term in terms):
            text = Text(
                f"Lựa chọn “{name}” không có phương án “{decision.option}”.",
                f"The choice “{name}” has no option “{decision.option}”.",
            )
            options = tuple(dict.fromkeys(option for term in terms for option in term.options))
            faults.append(DecisionFault((name, "option"), text, _remedy(terms, options, decision)))
    return tuple(faults)


def _remedy(terms: tuple[ChoiceTerm, ...], options: tuple[str, ...], decision: Decided) -> Text:
    if terms[0].row is not None:
        return _row_remedy(terms[0])
    numbers = terms[0].numbers
    if numbers is None:
        return offer(decision.option, options)
    return Text(
        f"Ghi một số từ {numbers.least} đến {numbers.most}, bước {numbers.step}.",
        f"Write a number from {numbers.least} to {numbers.most} in steps of {numbers.step}.",
    )


def _row_remedy(term: ChoiceTerm) -> Text:
    row = term.row
    count = 0 if row is None else row.count
    vi, en = (
        f"Ghi {count} số, ví dụ {term.default}",
        f"Write {count} numbers such as {term.default}",
    )
    if row is not None and row.falling:
        vi, en = f"{vi}, từ cao xuống thấp", f"{en}, from high to low"
    if row is not None and row.most is not None:
        vi, en = f"{vi}, cộng lại không quá {row.most}", f"{en}, {row.most} together at most"
    return Text(f"{vi}.", f"{en}.")


def taken(term: ChoiceTerm, decided: Decisions) -> Choice:
    """A choice as the office decided it, with the office's document; else its default.

    RuleSetError for a decision that `check_decisions` or the reader of cadre.toml would refuse.
    """
    options = tuple(term.options)
    if term.id not in decided:
        means = term.means(term.default)
        return Choice(term.id, options, term.default, term.basis, term.meaning, means)
    decision = decided[term.id]
    option = term.option(decision.option)
    if option is None or not decision.document.strip():
        near = offer(decision.option, options)
        text = Text(
            f"cần phương án có thật và số quyết định. {near.vi}",
            f"needs a known option and a document. {near.en}",
        )
        raise RuleSetError(text, "cadre.toml", f"decisions.{term.id}")
    basis = Basis(Authority.LOCAL, decision.document, "", term.id, option)
    return Choice(term.id, options, option, basis, term.meaning, term.means(option), decided=True)
