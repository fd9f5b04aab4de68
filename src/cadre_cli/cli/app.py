"""One function per command of the contract; no logic."""


def main() -> None:
    """Run the command line."""
