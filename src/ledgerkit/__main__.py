"""``python -m ledgerkit``: the command line."""

from ledgerkit.faces.cli import main

if __name__ == "__main__":
    main()
