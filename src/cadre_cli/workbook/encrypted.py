"""Workbooks that Excel encrypted with a password, of both families, through msoffcrypto-tool."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from cadre_cli.domain.texts import Text
from cadre_cli.workbook.limits import (
    NO_PASSWORD,
    OTHER_CIPHER,
    WRONG_PASSWORD,
    Damaged,
    Locked,
    OverLimit,
)

_OF_EXCEL = "VelvetSweatshop"
"""What Excel itself encrypts with where only the structure was protected; it opens without asking."""
_SPINS = re.compile(rb'spinCount\s*=\s*["\'](\d{1,20})')
_MOST_SPINS = 1_000_000
"""How often the password is hashed, Excel: 100,000; each million takes about a second."""
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


def unlocked(data: bytes, password: str | None) -> bytes:
    """The workbook's plain bytes; Locked when the password is missing or wrong."""
    if _DECLARATION.search(data):
        raise OverLimit(
            Text("phần khai báo mã hóa có DOCTYPE", "the description of the cipher has a DOCTYPE")
        )
    if any(int(found) > _MOST_SPINS for found in _SPINS.findall(data)):
        raise OverLimit(
            Text(
                f"mật khẩu được băm hơn {_MOST_SPINS} lần",
                f"the password is hashed more than {_MOST_SPINS} times",
            )
        )
    for word in (password, _OF_EXCEL):
        plain = _with(data, word) if word else None
        if plain is not None:
            return plain
    raise Locked(WRONG_PASSWORD if password else NO_PASSWORD)


def _with(data: bytes, password: str) -> bytes | None:
    """The plain bytes, None when the password is wrong; the only place where the library is called.

    A damaged file makes it raise whatever Python raises for wrong offsets.
    """
    import msoffcrypto
    from msoffcrypto.exceptions import DecryptionError, InvalidKeyError

    plain = BytesIO()
    try:
        file: Any = msoffcrypto.OfficeFile(BytesIO(data))
        checked = {"verify_password": True} if file.format == "ooxml" else {}
        file.load_key(password=password, **checked)
        file.decrypt(plain)
    except InvalidKeyError:
        return None
    except DecryptionError as error:
        raise Locked(OTHER_CIPHER) from error
    except Exception as error:
        raise Damaged(
            Text(
                "tệp có mật khẩu bị hỏng hoặc chép chưa trọn vẹn",
                "the encrypted file is damaged or was copied only in part",
            )
        ) from error
    return plain.getvalue()
