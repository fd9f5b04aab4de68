"""The door to `cadre`, as a script and as `python -m cadre_cli` where scripts are not on PATH."""

import sys

from cadre_cli import __version__


def main() -> None:
    """Run `cadre`; what needs nothing loaded is answered before anything is."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"cadre {__version__}\n")
        return
    from cadre_cli.cli.app import main as run

    run()


if __name__ == "__main__":
    main()
