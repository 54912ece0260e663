"""Graphviz from the libraries of pygraphviz, in a process of its own: DOT on standard input, a picture on the other.

A process of its own, because Graphviz is not safe between threads, writes warnings where it likes, and can bring a
whole process down. Run by its path; nothing else of this package is read.
"""

from __future__ import annotations

import sys


def main(engine: str, form: str) -> int:
    """Lay out and draw what comes in, with an engine and in a format by their Graphviz names."""
    from pygraphviz import AGraph  # noqa: PLC0415 - only this process needs the libraries

    graph = AGraph(string=sys.stdin.buffer.read().decode())
    sys.stdout.buffer.write(graph.draw(format=form, prog=engine))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:3]))
