"""Blank forms of our own: one blank of theirs filled in, all else as it was built."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape


def with_words(form: bytes, blank: str, words: str) -> bytes:
    """The form with `words` wherever a whole text is `blank`: as typed, and as a formula's result.

    A formula that repeats the blank elsewhere stays a formula, so that the clerk may type over the
    first place and the others follow.
    """
    old, new = f">{escape(blank)}<".encode(), f">{escape(words)}<".encode()
    filled = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(form)) as source, zipfile.ZipFile(filled, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename.endswith(".xml"):
                data = data.replace(old, new)
            target.writestr(entry, data)
    return filled.getvalue()
