"""Every generated page: `make docs` writes them, `make check` asks whether they are fresh."""

from __future__ import annotations

import sys

import generate_cli_docs
import generate_finding_docs
import generate_heading_docs
import generate_rule_docs

GENERATORS = (generate_rule_docs, generate_finding_docs, generate_heading_docs, generate_cli_docs)


def main(arguments: list[str]) -> int:
    """Run every generator, all of them even when one page is stale."""
    return max([generator.main(arguments) for generator in GENERATORS])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
