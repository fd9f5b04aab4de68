"""How two ways are compared: in turns, each run in a process of its own, by processor time.

Processor time (user and system) hardly grows on a crowded machine, the time on the clock does. What
is quoted is the ratio of the medians; peak memory is that of the whole process, libraries included.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

Way = Callable[[Path], Callable[[], object]]
"""A workbook's path → the work itself; what it prepares beforehand is not measured."""

_ENOUGH = 0.5
"""Seconds after which a short piece of work has been repeated often enough."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of the processor, peak memory in MiB."""

    seconds: float
    peak: float


def compare(title: str, script: str, ways: Mapping[str, Way], path: Path, runs: int = 5) -> None:
    """One line: the first way beside each of the others, all in `script`, on one workbook."""
    commands = {way: [sys.executable, script, "--way", way, str(path)] for way in ways}
    _report(title, _in_turns(commands, runs, _told))


def compare_processes(title: str, commands: Mapping[str, Sequence[str]], runs: int = 5) -> None:
    """The same for whole processes, from start to end, with the bytecode an installed program has."""
    with tempfile.TemporaryDirectory() as bytecode:
        kept = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": bytecode}
        run = partial(_waited, environment=os.environ | kept)
        _in_turns(commands, 1, run)
        _report(title, _in_turns(commands, runs, run))


def asked(ways: Mapping[str, Way]) -> bool:
    """Whether this process is one run of one way; then it has done it and printed what it took."""
    if sys.argv[1:2] != ["--way"]:
        return False
    work = ways[sys.argv[2]](Path(sys.argv[3]))
    times: list[float] = []
    while not times or sum(times) < _ENOUGH:
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    sys.stdout.write(json.dumps([statistics.median(times), _own_peak()]))
    return True


def _in_turns(
    commands: Mapping[str, Sequence[str]], runs: int, run: Callable[[Sequence[str]], Spent]
) -> dict[str, Spent]:
    spent: dict[str, list[Spent]] = {way: [] for way in commands}
    for _ in range(runs):
        for way, command in commands.items():
            spent[way].append(run(command))
    return {
        way: Spent(
            statistics.median(one.seconds for one in of_way), max(one.peak for one in of_way)
        )
        for way, of_way in spent.items()
    }


def _told(command: Sequence[str]) -> Spent:
    done = subprocess.run(command, check=True, capture_output=True)
    return Spent(*json.loads(done.stdout))


def _waited(command: Sequence[str], environment: Mapping[str, str]) -> Spent:
    silent = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=silent, stderr=silent, env=environment) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode > 1:  # 1: the workbook has findings
        raise subprocess.CalledProcessError(process.returncode, list(command))
    return Spent(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _own_peak() -> float:
    """Of this process alone: Linux counts that of its parent into ru_maxrss."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


def _report(title: str, spent: Mapping[str, Spent]) -> None:
    (ours, mine), *others = spent.items()
    sys.stdout.write(f"{title}\n  {ours:38} {mine.seconds:9.3f} s {mine.peak:7.0f} MiB\n")
    for way, theirs in others:
        sys.stdout.write(
            f"  {way:38} {theirs.seconds:9.3f} s {theirs.peak:7.0f} MiB   "
            f"ours {mine.seconds / theirs.seconds:.2f} of the time (× {theirs.seconds / mine.seconds:.1f}), "
            f"{mine.peak / theirs.peak:.2f} of the memory\n"
        )
    sys.stdout.flush()
