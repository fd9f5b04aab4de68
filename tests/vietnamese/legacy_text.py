"""Writing text as TCVN3 and VNI stored it, from lists of what each letter was stored as.

The lists are written letter by letter, apart from the rule the program makes its tables from.
"""

from __future__ import annotations

TCVN3 = """
A1Ă A2Â A3Ê A4Ô A5Ơ A6Ư A7Đ A8ă A9â AAê ABô ACơ ADư AEđ B5à B6ả B7ã B8á B9ạ BBằ BCẳ BDẵ BEắ C6ặ
C7ầ C8ẩ C9ẫ CAấ CBậ CCè CEẻ CFẽ D0é D1ẹ D2ề D3ể D4ễ D5ế D6ệ D7ì D8ỉ DCĩ DDí DEị DFò E1ỏ E2õ E3ó
E4ọ E5ồ E6ổ E7ỗ E8ố E9ộ EAờ EBở ECỡ EDớ EEợ EFù F1ủ F2ũ F3ú F4ụ F5ừ F6ử F7ữ F8ứ F9ự FAỳ FBỷ FCỹ
FDý FEỵ
"""
VNI = """
aùá aøà aûả aõã aïạ aââ aáấ aàầ aåẩ aãẫ aäậ aêă aéắ aèằ aúẳ aüẵ aëặ
eùé eøè eûẻ eõẽ eïẹ eâê eáế eàề eåể eãễ eäệ íí ìì æỉ óĩ òị
oùó oøò oûỏ oõõ oïọ oâô oáố oàồ oåổ oãỗ oäộ ôơ ôùớ ôøờ ôûở ôõỡ ôïợ
uùú uøù uûủ uõũ uïụ öư öùứ öøừ öûử öõữ öïự yùý yøỳ yûỷ yõỹ îỵ ñđ
"""

_TO_TCVN3 = {each[2:]: chr(int(each[:2], 16)) for each in TCVN3.split()}
_TO_VNI = {each[-1]: each[:-1] for each in VNI.split()}
_TO_VNI |= {letter.upper(): stored.upper() for letter, stored in _TO_VNI.items()}


def to_tcvn3(text: str) -> str:
    """The stored form; KeyError for a capital with a tone, which TCVN3 does not have."""
    return "".join(letter if letter.isascii() else _TO_TCVN3[letter] for letter in text)


def to_vni(text: str) -> str:
    """The stored form; KeyError for a letter that is not Vietnamese."""
    return "".join(letter if letter.isascii() else _TO_VNI[letter] for letter in text)
