"""LibreOffice without a window, for tests that look at a workbook as an office would see it."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")
needed = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
EVERY_SHEET = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1"
"""Each sheet of a workbook as a CSV of its own."""
PATIENCE = 120
"""Seconds for one call; LibreOffice waits for ever in some damaged files."""


def convert(files: Sequence[Path], kind: str, out: Path, profile: Path) -> bool:
    """Convert files into a folder; False when LibreOffice had to be stopped.

    `profile` is a folder of its own for whoever may run at the same time. A file that LibreOffice
    cannot open just has no result in `out`.
    """
    command = [
        *(str(SOFFICE), "--headless", f"-env:UserInstallation={profile.as_uri()}"),
        *("--convert-to", kind, "--outdir", str(out), *map(str, files)),
    ]
    silent = subprocess.DEVNULL
    # soffice is a script: unless its whole group ends, the program behind it keeps the profile.
    with subprocess.Popen(command, stdout=silent, stderr=silent, start_new_session=True) as process:
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            return False
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    return True
