"""`python -m cadre_cli`, for machines where the script folder is not on PATH."""

from cadre_cli.cli.app import main

main()
