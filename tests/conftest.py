from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import settings

# The suite shows the same to everybody: what chance finds is found on purpose, with
# `make slow` (or HYPOTHESIS_PROFILE=explore), and then pinned as an example.
settings.register_profile("alike", derandomize=True)
settings.register_profile("explore", derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "alike"))


class Golden(Protocol):
    def __call__(self, path: Path, text: str) -> None: ...


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden texts anew; then read the difference before keeping it",
    )


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a run keeps for the next one never lies in the cache of whoever runs the tests."""
    monkeypatch.setenv("CADRE_CACHE", "off")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with a file kept beside the tests, or write the file with --update-golden."""
    update = bool(request.config.getoption("--update-golden"))

    def compare(path: Path, text: str) -> None:
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        assert path.exists(), f"no golden text {path.name}: run pytest --update-golden"
        assert text == path.read_text(encoding="utf-8")

    return compare
