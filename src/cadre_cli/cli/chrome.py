"""What Click and Typer say of their own accord, in Vietnamese: a mistyped option, the help page.

Both take their sentences from gettext, each module under the name `_`. There is no catalogue for
Vietnamese, so the few sentences that a clerk can meet stand here; the others stay as they are.
"""

from __future__ import annotations

import gettext

import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.types
import typer.core

_SAID = {
    "Usage:": "Cách dùng:",
    "Options": "Tùy chọn",
    "Arguments": "Ghi kèm",
    "Commands": "Lệnh",
    "Error": "Chưa chạy được",
    "Aborted.": "Đã dừng.",
    "Aborted!": "Đã dừng.",
    "Error: {message}": "Chưa chạy được: {message}",
    "[required]": "[bắt buộc]",
    "required": "bắt buộc",
    "[default: {}]": "[mặc định: {}]",
    "default: {default}": "mặc định: {default}",
    "[env var: {}]": "[biến môi trường: {}]",
    "env var: {var}": "biến môi trường: {var}",
    "Show this message and exit.": "Hiện trang hướng dẫn này.",
    "Try '{command} {option}' for help.": "Xem hướng dẫn: {command} {option}",
    "Try [blue]'{command_path} {help_option}'[/] for help.": (
        "Xem hướng dẫn: [blue]{command_path} {help_option}[/]"
    ),
    "Missing command.": "Chưa ghi lệnh.",
    "Missing argument": "Còn thiếu",
    "Missing option": "Còn thiếu tùy chọn",
    "Missing parameter": "Còn thiếu",
    "No such option {name!r}.": "Không có tùy chọn {name}.",
    "No such command {name!r}.": "Không có lệnh {name}.",
    "Invalid value: {message}": "{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint}: {message}",
    "Option {name!r} does not take a value.": "Tùy chọn {name} không có giá trị kèm theo.",
    "Option {name!r} requires an argument.": "Sau tùy chọn {name} phải có giá trị.",
    "Got unexpected extra argument ({args})": "Thừa: {args}",
    "Got unexpected extra arguments ({args})": "Thừa: {args}",
    "{value} is not in the range {range}.": "{value} không nằm trong khoảng {range}.",
    "{value!r} is not a valid {number_type}.": "{value} không phải là số.",
    "{name} {filename!r} does not exist.": "Không có tệp hoặc thư mục “{filename}”.",
    "Did you mean {possibility}?": "Có phải: {possibility}?",
    "(Did you mean one of: {possibilities}?)": "Có phải: {possibilities}?",
}


_plain, _plain_of_some = gettext.gettext, gettext.ngettext
_MODULES = (
    click.core,
    click.decorators,
    click.exceptions,
    click.formatting,
    click.parser,
    click.types,
    typer.core,
)


def _said(message: str) -> str:
    return _SAID.get(message) or _plain(message)


def _said_of_some(one: str, more: str, count: int) -> str:
    message = one if count == 1 else more
    return _SAID.get(message) or _plain_of_some(one, more, count)


def speak_vietnamese() -> None:
    """Put the sentences above in place of Click's and Typer's for the rest of the process.

    Typer loads its help pages only when it shows one: they find the new functions in gettext.
    """
    for module in (*_MODULES, gettext):
        for name, spoken in (
            ("_", _said),
            ("gettext", _said),
            ("ngettext", _said_of_some),
        ):
            if hasattr(module, name):
                setattr(module, name, spoken)
