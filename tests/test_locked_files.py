"""A month with a password, from the command line: given in a file, asked for, or told of."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from msoffcrypto.method.ecma376_agile import ECMA376Agile
from tests import offices
from tests.test_cli import answer, cadre

from cadre_cli.ledger.file import LEDGER

PASSWORD = "Bí mật 123"


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = offices.month(tmp_path_factory.mktemp("goc") / "thang-03.xlsx")
    return bytes(ECMA376Agile.encrypt(PASSWORD, BytesIO(path.read_bytes())))


@pytest.fixture
def march(tmp_path: Path, locked: bytes) -> Path:
    path = tmp_path / "thang-03.xlsx"
    path.write_bytes(locked)
    return path


@pytest.fixture
def password(tmp_path: Path) -> Path:
    path = tmp_path / "mat-khau.txt"
    path.write_text(f"{PASSWORD}\nghi chú\n", encoding="utf-8-sig")
    return path


def test_the_password_in_a_file_opens_it_for_every_command(march: Path, password: Path) -> None:
    scored = cadre("score", march, "--password-file", password, "--dry-run")
    assert (scored.exit_code, "70,96" in scored.stdout) == (0, True), scored.stderr
    assert cadre("check", march, "--password-file", password).exit_code == 0
    assert cadre("inspect", march, "--password-file", password).exit_code == 0
    explained = cadre("explain", march, "--who", "Nguyễn Văn An", "--password-file", password)
    assert (explained.exit_code, PASSWORD in scored.output + explained.output) == (0, False)


def test_without_it_the_file_is_unreadable_and_nobody_is_asked(march: Path) -> None:
    done = cadre("check", march)
    assert done.exit_code == 3
    assert "T02 LỖI" in done.stdout
    assert "chưa được cho mật khẩu" in done.stdout
    (found,) = answer("check", march)["outcomes"][0]["findings"]
    assert (found["code"], found["file"]) == ("T02", march.as_posix())


def test_a_wrong_one_is_said_to_be_wrong(march: Path, password: Path) -> None:
    password.write_text("sai\n", encoding="utf-8")
    done = cadre("score", march, "--password-file", password)
    assert (done.exit_code, "mật khẩu đã cho không đúng" in done.stderr) == (3, True)


@pytest.mark.parametrize("content", [None, b"", b"\n", b"\xff\xfe\xfa"])
def test_a_file_without_a_password_is_wrong_usage(
    march: Path, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "khong-co.txt"
    if content is not None:
        path.write_bytes(content)
    assert cadre("check", march, "--password-file", path).exit_code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal")
@pytest.mark.parametrize(("typed", "code"), [(PASSWORD, 0), ("", 3)])
def test_people_at_a_terminal_are_asked_and_their_answer_does_not_show(
    march: Path, typed: str, code: int
) -> None:
    import pty

    terminal, other_end = pty.openpty()
    command = [sys.executable, "-m", "cadre_cli", "inspect", march]
    with subprocess.Popen(
        command, stdin=other_end, stdout=other_end, stderr=other_end, start_new_session=True
    ) as run:
        os.close(other_end)
        shown = _read_until(terminal, b")")
        os.write(terminal, typed.encode() + b"\n")
        shown += _read_until(terminal, None)
        os.close(terminal)
    assert run.returncode == code
    assert "Mật khẩu mở tệp" in shown.decode()
    assert PASSWORD not in shown.decode()


def _read_until(terminal: int, mark: bytes | None) -> bytes:
    shown = b""
    while mark is None or mark not in shown:
        try:
            more = os.read(terminal, 1000)
        except OSError:  # how the end of a terminal reads on Linux
            break
        if not more:
            break
        shown += more
    return shown


def test_a_locked_month_is_closed_and_audited_and_the_password_kept_nowhere(
    march: Path, password: Path, tmp_path: Path
) -> None:
    locked_out = cadre("close", "2026-03", tmp_path)
    assert locked_out.exit_code == 3
    assert not (tmp_path / LEDGER).exists()
    closed = cadre("close", "2026-03", tmp_path, "--password-file", password)
    assert closed.exit_code == 0, closed.stderr
    assert cadre("audit", tmp_path).exit_code == 0  # the same bytes: nothing has to be opened
    assert PASSWORD.encode() not in (tmp_path / LEDGER).read_bytes()
    again = ECMA376Agile.encrypt(PASSWORD, BytesIO(offices.month(tmp_path / "x.xlsx").read_bytes()))
    (tmp_path / "x.xlsx").unlink()
    march.write_bytes(again)
    shut = cadre("audit", tmp_path)
    assert (shut.exit_code, "chưa được cho mật khẩu" in shut.stdout) == (1, True)
    opened = cadre("audit", tmp_path, "--password-file", password)
    assert (opened.exit_code, "S06" in opened.stdout) == (0, True)
