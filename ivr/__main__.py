"""The program `ivr`, also as `python -m ivr`: the command line, and Ctrl-C at any moment of it."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; Ctrl-C is no traceback, not even while modules are imported."""
    try:
        from ivr.cli import main as run  # noqa: PLC0415 -- importing it takes a tenth of a second

        run()
    except (KeyboardInterrupt, RuntimeError) as error:
        # Ctrl-C while a class is made becomes the cause of another error, in Python 3.11
        if not isinstance(error if isinstance(error, KeyboardInterrupt) else error.__cause__, KeyboardInterrupt):
            raise
        sys.stderr.write("\nAborted!\n")
        sys.exit(1)


if __name__ == "__main__":
    main()
